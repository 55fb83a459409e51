"""Web pages → Markdown."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.reading.formats import Reading, Unreadable, read_here
from assistant.reading.frontmatter import split_front_matter
from assistant.reading.markdown import read_markdown
from assistant.types import DocumentInfo

Page = Callable[[str], Reading]
TAGS = """p div ul ol li table tr td th h1 h2 b sup a br section main nav dl dt dd span thead caption
figure figcaption""".split()
SOUP = st.lists(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS])
    | st.sampled_from(
        ["bees fly ", "2019 ", "<a href='#x'>1</a>", "<li id=x>", "<td colspan=0 rowspan=99999>"]
    )
    | st.text(max_size=4),
    max_size=40,
).map("".join)


@pytest.fixture
def page(tmp_path: Path) -> Page:
    """Read a page as a file."""

    def read(html: str) -> Reading:
        (tmp_path / "garden.html").write_text(html, encoding="utf-8")
        return read_here(tmp_path / "garden.html")

    return read


def body(reading: Reading) -> str:
    """The Markdown of a reading, without its front matter."""
    return reading.markdown[split_front_matter(reading.markdown)[1] :].strip()


def info(reading: Reading) -> DocumentInfo:
    """The description that a reading proposes."""
    return read_markdown(reading.markdown, "garden").info


def test_headings_paragraphs_and_lists(page: Page) -> None:
    """The text of a page keeps its headings, paragraphs and nested lists, with the numbers that are shown."""
    html = """<main><h1>Garden</h1><p>Beans grow<br>in <b>bed</b> one.<p>We keep:
    <ul><li>tools<ul><li>spades</li><li>hoes</li></ul></li><li><p>seeds</p><p>and bulbs</p></li></ul>
    <h2>Steps</h2><ol start="3"><li>dig</li><li>sow</li></ol><ol type="a"><li>wait</li></ol></main>"""

    assert body(page(html)) == (
        "# Garden\n\nBeans grow in bed one.\n\nWe keep:\n\n"
        "- tools\n  - spades\n  - hoes\n- seeds and bulbs\n\n## Steps\n\n3. dig\n4. sow\n\n- a. wait"
    )


def test_what_stands_around_the_text_is_left_out(page: Page) -> None:
    """Menus, notices, forms, scripts and hidden parts are gone; the title above the text is kept."""
    html = """<html class="has-cookie"><body class="with-sidebar"><script>alert("no")</script>
    <div id="cookieBanner"><p>We use cookies to make this site as good as it can be for everybody.</p></div>
    <a class="skip-link" href="#main">Skip to the text</a><header><h1>Hens</h1><nav>Home</nav></header>
    <p class="breadcrumbs">Home &gt; Hens</p><div role="search"><input value="x"> Search</div>
    <main><div class="with-menu"><p>Hens lay eggs on most days of the year, but for the moult.</p></div>
    <p style="display: none">Unseen.</p><form><p>Feed them.</p><button>Send</button></form>
    <div class="share-this">Share</div></main><aside>Ducks</aside><footer>About us</footer></body></html>"""

    assert body(page(html)) == (
        "# Hens\n\nHens lay eggs on most days of the year, but for the moult.\n\nFeed them."
    )


def test_a_page_that_does_not_say_what_its_text_is(page: Page) -> None:
    """Without marks, lists of links go, and the text is where nearly all running words stand."""
    words = "Hens lay eggs on most days of the year, but not in the moult. "
    html = f"""<div><h1>Hens</h1><ul><li><a>Home</a><li><a>Hens</a><li><a>Ducks</a></ul>
    <div><p>{words * 3}</p><table><tr><th>Hen<th>Eggs<tr><td>Ada<td>3</table></div><div>Call.</div></div>"""

    assert body(page(html)) == (f"# Hens\n\n{(words * 3).strip()}\n\n| Hen | Eggs |\n|---|---|\n| Ada | 3 |")


def test_tables_with_spans_and_row_headers(page: Page) -> None:
    """A table's caption, merged header and row headers are told like those of an edition."""
    html = """<main><table><caption>Harvest (kg)</caption>
    <thead><tr><th rowspan=2>Bed<th colspan=2>Harvest</tr><tr><th>2019/20<th>2020/21</tr></thead>
    <tr><th>Beans<td>12<td>14</tr><tr><th>Kale<td>3<td>4</table></main>"""

    assert body(page(html)) == (
        "Harvest (kg)\n\n| Bed | Harvest 2019/20 | Harvest 2020/21 |\n|---|---|---|\n"
        "| Beans | 12 | 14 |\n| Kale | 3 | 4 |"
    )


def test_what_stands_with_a_figure_is_its_caption(page: Page) -> None:
    """The words under a picture are its caption; those of a figure with a table stand before it."""
    html = """<main><p>Hens lay.</p><figure><img src=x><figcaption>Ada, <b>an old hen</b></figcaption>
    </figure><figure><table><tr><th>Hen<th>Eggs<tr><td>Ada<td>3</table>
    <figcaption>Eggs a week</figcaption></figure></main>"""

    assert body(page(html)) == (
        "Hens lay.\n\n> Ada, an old hen\n\nEggs a week\n\n| Hen | Eggs |\n|---|---|\n| Ada | 3 |"
    )


def test_a_table_in_a_caption_loses_nothing(page: Page) -> None:
    """A figure whose caption holds a table is read with both."""
    html = "<main><figure><figcaption>Eggs <table><tr><td>Ada<td>3</table></figcaption></figure></main>"

    assert {"Eggs", "Ada", "3"} <= set(body(page(html)).split())


def test_tables_that_only_lay_out_are_text(page: Page) -> None:
    """A table with headings in it puts things beside each other, and is read cell by cell."""
    html = (
        "<main><table><tr><td><h2>Hens</h2><p>They lay.</p><td><h2>Bees</h2><p>They fly.</p></table></main>"
    )

    assert body(page(html)) == "## Hens\n\nThey lay.\n\n## Bees\n\nThey fly."


def test_terms_with_what_is_said_of_them_are_a_table(page: Page) -> None:
    """Pairs of a term and a line are rows, so that each line stays with its term."""
    html = "<main><dl><dt>Monday</dt><dd>9 to 5</dd><dt>Sunday</dt><dd>closed</dd></dl></main>"

    assert body(page(html)) == "|  |  |\n|---|---|\n| Monday | 9 to 5 |\n| Sunday | closed |"


def test_footnotes_stand_after_their_block(page: Page) -> None:
    """A note at the foot of the page comes behind the block whose raised number points to it."""
    html = """<main><p id="p1">Hens<sup id="r1"><a href="#n1">1</a></sup> lay 10<sup>6</sup> eggs.</p>
    <p>Bees fly.</p><ol>
    <li id="n1"><sup><a href="#p1">1</a></sup> Not in winter. <a href="#r1">Back</a></li></ol></main>"""

    assert body(page(html)) == "Hens¹ lay 10⁶ eggs.\n\n¹ Not in winter.\n\nBees fly."


def test_the_description_is_proposed(page: Page) -> None:
    """Title, publisher, date and address come from the head of the page."""
    html = """<head><title>Hens and ducks | Hill Farm</title>
    <meta property="og:site_name" content="Hill Farm">
    <meta name="DCTERMS.issued" content="2021-05-06T07:08:09Z">
    <link rel="canonical" href="https://farm.example/hens"></head><body><p>Hens lay eggs.</p></body>"""
    found = info(page(html))

    assert (found.title, found.publisher, found.date) == ("Hens and ducks", "Hill Farm", "2021-05-06")
    assert (found.address, found.kind) == ("https://farm.example/hens", "web page")


def test_linked_data_is_used_where_the_head_says_nothing(page: Page) -> None:
    """What a page tells search engines serves too; what is no date, no address or no JSON is passed over."""
    html = """<head><link rel="canonical" href="javascript:alert(1)"><meta name="date" content="soon">
    <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Hens fly",
    "datePublished": "2020-02-20T10:00", "author": [{"name": "A. Digger"}],
    "publisher": {"name": "Farm News"}}]}
    </script><script type="application/ld+json">{no json</script></head><body><p>Hens flew.</p></body>"""
    found = info(page(html))

    assert (found.title, found.author, found.publisher) == ("Hens fly", "A. Digger", "Farm News")
    assert (found.kind, found.address) == ("news", "")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("", "utf-8"), ("", "cp1252"), ('<meta charset="iso-8859-15">', "iso-8859-15"), ("", "utf-16")],
)
def test_pages_in_other_encodings(tmp_path: Path, head: str, encoding: str) -> None:
    """A page says its encoding itself, or is read as browsers read it."""
    (tmp_path / "a.htm").write_bytes(f"{head}<p>Café, 3 beds.</p>".encode(encoding))

    assert body(read_here(tmp_path / "a.htm")) == "Café, 3 beds."


@pytest.mark.parametrize(
    "html", ["", " \n", "<script>x</script>", "<!-- x -->", "\0", "<meta charset=klingon>\xff"]
)
def test_a_page_without_text_is_refused(tmp_path: Path, html: str) -> None:
    """A page in which nothing stands gets one sentence."""
    (tmp_path / "a.html").write_bytes(html.encode("latin-1"))

    with pytest.raises(Unreadable, match=r"empty|nothing to read|encoding"):
        read_here(tmp_path / "a.html")


@example("<main>:::")
@given(SOUP)
def test_any_tags_are_read(soup: str) -> None:
    """However tags are mixed up, a page is read, and what is read can be cut into blocks."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.html"
        path.write_text(f"<p>Bees fly.</p>{soup}", encoding="utf-8", errors="replace")

        assert read_markdown(read_here(path).markdown, "a").blocks


def test_deep_pages_do_no_harm(page: Page) -> None:
    """Thousands of tags inside each other are read or refused in one sentence."""
    with suppress(Unreadable):
        assert "Bees" in page("<div>" * 5_000 + "Bees fly.").markdown
