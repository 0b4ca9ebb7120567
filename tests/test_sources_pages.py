"""Pages: which address, date and words are the article's own. All of it is fiction."""

from __future__ import annotations

from headwater.sources.page import read_page
from headwater.types import Article

NEWS = "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors."
MORE = "Its chairwoman said that the fishermen would have to wait until the spring, and that nobody had been asked."
TAKEN = "2021-06-01T10:00:00Z"
HERE = "https://courier.example/pier/plan"


def page(head: str = "", before: str = "", inside: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><title>Plan sent back</title>{head}</head><body><h1>Plan sent back</h1>'
        f'{before}<article class="story-body"><p>{NEWS}</p>{inside}<p>{MORE}</p><p>{NEWS} {MORE}</p></article>'
        "</body></html>"
    )


def read(html: str, url: str = HERE) -> Article:
    return read_page("plan.html", html, url, taken=TAKEN)


def address(head: str, url: str = HERE) -> str:
    known = read(page(head), url).url
    return known.value if known else ""


def canonical(href: str) -> str:
    return f'<link rel="canonical" href="{href}">'


def test_the_canonical_address_is_taken_cleaned_and_made_whole() -> None:
    assert address(canonical("/pier/plan.html?utm_source=feed#top")) == "https://courier.example/pier/plan.html"


def test_a_page_without_a_word_of_its_address_has_the_one_it_was_fetched_from_cleaned() -> None:
    assert address("", f"{HERE}?fbclid=1") == HERE


def test_a_front_page_or_another_publisher_is_no_canonical_address() -> None:
    assert address(canonical("https://courier.example/")) == HERE
    assert address(canonical("https://gazette.example/pier/plan")) == HERE
    assert address(canonical("javascript:alert(1)")) == HERE


def test_an_original_at_another_publisher_is_what_the_page_was_taken_from() -> None:
    elsewhere = canonical("https://gazette.example/pier/plan?utm_source=x")
    source = '<meta name="syndication-source" content="https://gazette.example/pier/plan">'
    (original,) = read(page(elsewhere + source)).derived_from
    assert original.value == "https://gazette.example/pier/plan"
    assert read(page(canonical(HERE) + canonical("https://gazette.example/"))).derived_from == ()
    assert read(page(elsewhere), "").derived_from == ()


def test_canonical_links_that_differ_cancel_each_other_out() -> None:
    graph = '<meta property="og:url" content="https://courier.example/pier/plan-2">'
    assert address(canonical("/a") + canonical("/b") + graph) == "https://courier.example/pier/plan-2"


def test_of_two_stated_addresses_the_one_that_is_this_page_goes_first() -> None:
    graph = f'<meta property="og:url" content="{HERE}">'
    assert address(canonical("/section/harbour") + graph, f"{HERE}/amp") == HERE


def test_a_saved_page_tells_its_own_address() -> None:
    in_json = '<script type="application/ld+json">{"@type": "NewsArticle", "url": "https://courier.example/a"}</script>'
    assert address(in_json, "") == "https://courier.example/a"


def published(head: str) -> str:
    known = read(page(head)).published
    return known.value if known else ""


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


def test_of_days_that_agree_the_most_exact_is_taken() -> None:
    assert published(meta("date", "2021-05-03") + meta("article:published_time", "2021-05-03T10:15:00+02:00")) == (
        "2021-05-03T10:15:00+02:00"
    )


def test_where_the_metadata_disagree_most_of_them_decide() -> None:
    two, one = (
        meta("date", "2021-05-03") + meta("parsely-pub-date", "2021-05-03"),
        '<script type="application/ld+json">',
    )
    in_json = f'{one}{{"@type": "NewsArticle", "datePublished": "2021-05-09"}}</script>'
    assert published(in_json + two) == "2021-05-03"


def test_a_date_that_cannot_be_gives_way_to_one_that_can() -> None:
    assert published(meta("date", "1970-01-01") + meta("parsely-pub-date", "2021-05-03")) == "2021-05-03"
    assert published(meta("date", "2090-01-01") + meta("parsely-pub-date", "2021-05-03")) == "2021-05-03"
    assert published(meta("date", "2090-01-01")) == "2090-01-01"


def test_json_ld_inside_a_comment_and_with_a_line_break_is_read() -> None:
    block = '<!--\n{"@type": "NewsArticle", "publisher": "Varnok\nLantern"}\n-->'
    article = read(page(f'<script type="application/ld+json">{block}</script>'))
    assert article.outlet is not None
    assert article.outlet.value == "Varnok Lantern"


STANDFIRST = "Varnok will have no new pier this year, and its fishermen are not surprised."


def test_a_standfirst_above_the_body_is_put_before_it() -> None:
    article = read(page(before=f'<div><h2 class="article__standfirst">{STANDFIRST}</h2></div>'))
    assert article.text.startswith(f"{STANDFIRST}\n{NEWS}")


def test_what_the_page_describes_itself_with_is_its_standfirst_whatever_its_class() -> None:
    head = f'<meta name="description" content="{STANDFIRST}">'
    assert read(page(head, f"<div><p>{STANDFIRST}</p></div>")).text.startswith(STANDFIRST)
    assert STANDFIRST not in read(page(head)).text


def test_teasers_of_other_articles_are_no_standfirst() -> None:
    teasers = (
        f'<div><p class="teaser">{STANDFIRST}</p><p class="teaser">A bridge opens in Oskvar after six years.</p></div>'
    )
    linked = f'<div><p class="teaser"><a href="/b">{STANDFIRST}</a></p></div>'
    assert all(STANDFIRST not in read(page(before=before)).text for before in (teasers, linked))


def test_a_standfirst_that_the_body_holds_is_not_said_twice() -> None:
    head = f'<meta name="description" content="{NEWS}">'
    assert read(page(head, f'<p class="intro">{NEWS}</p>')).text.count(NEWS) == read(page(head)).text.count(NEWS)


def test_credits_of_pictures_and_letters_to_subscribe_to_are_no_words_of_the_article() -> None:
    inside = (
        '<div class="image-copyright">Foto Varnok Images</div><p class="newsletterPromo">Get our letter every day</p>'
        '<p class="article-credit">Told by the harbour master himself, who was there all day long.</p>'
    )
    text = read(page(inside=inside)).text
    assert "Varnok Images" not in text
    assert "our letter" not in text
    assert "harbour master" in text


def test_one_accented_letter_is_written_in_one_way() -> None:
    decomposed = page().replace("fishermen", "fe\u0302tes")
    assert "f\u00eates" in read(decomposed).text


def title(head: str, heading: str = "Plan sent back") -> str:
    html = page(f'<meta property="og:site_name" content="Varnok Courier">{head}')
    known = read(html.replace("<h1>Plan sent back</h1>", f"<h1>{heading}</h1>")).title
    return known.value if known else ""


def test_the_headline_that_readers_see_goes_before_the_one_made_for_search() -> None:
    made = '<meta property="og:title" content="Varnok pier plan: what council decided">'
    assert title(made, "Council sends plan for pier back") == "Council sends plan for pier back"


def test_a_heading_that_no_title_bears_out_is_not_the_headline() -> None:
    stated = '<meta property="og:title" content="Bridge opens in Oskvar - Varnok Courier">'
    assert title(stated, "All the local news") == "Bridge opens in Oskvar"
    assert title(stated, "Varnok Courier") == "Bridge opens in Oskvar"


def test_a_heading_with_its_section_before_it_gives_way_to_the_title() -> None:
    stated = '<meta property="og:title" content="Bridge opens in Oskvar">'
    assert title(stated, "Local news | Bridge opens in Oskvar") == "Bridge opens in Oskvar"
