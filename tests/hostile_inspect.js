// What of a page is not ours, in words: elements, attributes, addresses and directions that a text brought in.
// A function of the names of elements that no page of ours has; the browser runs it in the page.
(elements) => {
  const wrong = [], ours = location.origin, has = (css) => document.querySelectorAll(css);
  for (const name of elements) if (has(name).length) wrong.push(`<${name}>`);
  for (const each of has("script, link, img, source, audio, video")) {
    const from = each.src || each.href;
    if (!from || !from.startsWith(ours + "/")) wrong.push(`${each.outerHTML.slice(0, 120)}`);
  }
  const loaded = [...has("script[src], link[rel=stylesheet]")].map((each) => each.src || each.href);
  if (new Set(loaded).size < loaded.length) wrong.push("a script or style sheet is loaded twice");
  for (const each of has("#text svg, #text form, #text style, #text meta, body style, body meta, body link, body script:not([src])"))
    wrong.push(`in the body: ${each.outerHTML.slice(0, 120)}`);
  for (const each of has("form, [formaction], [hx-get], [hx-post]"))
    for (const name of ["action", "formaction", "hx-get", "hx-post"]) {
      const to = each.getAttribute(name);
      if (to && !to.startsWith("/") && !to.startsWith("?")) wrong.push(`${name}=${to}`);
    }
  for (const each of has("*")) for (const { name, value } of each.attributes) {
    if (name.startsWith("on") || name.startsWith("hx-on") || name === "style" || name === "srcdoc") wrong.push(`${name}=${value}`);
    if (/^\s*(javascript|vbscript|data|blob|file):/i.test(value) && ["href", "src", "action", "xlink:href"].includes(name))
      wrong.push(`${name}=${value}`);
  }
  for (const each of has("a[href]")) {
    const to = new URL(each.getAttribute("href"), location);
    if (to.origin === ours) continue;
    if (!/^https?:$/.test(to.protocol)) wrong.push(`leads to ${to}`);
    if (!/noopener/.test(each.getAttribute("rel"))) wrong.push(`leads away without rel: ${to}`);
  }
  const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/, letters = /[\u0590-\u08ff\ufb1d-\ufefc]/;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { data, parentElement } = walk.currentNode;
    if (parentElement.closest("textarea, script")) continue;
    if (controls.test(data)) wrong.push(`obeys a control of direction: ${escape(data.slice(0, 60))}`);
    if (letters.test(data) && !parentElement.closest("bdi, [dir=auto], option, svg title, svg text, svg desc"))
      wrong.push(`may reorder what is ours: ${parentElement.outerHTML.slice(0, 120)}`);
  }
  if (controls.test(document.title)) wrong.push("the title obeys a control of direction");
  if (!document.querySelector(".masthead")) wrong.push("the masthead is gone");
  return wrong;
}
