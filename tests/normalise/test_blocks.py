"""The blocks of a page and the elements around them."""

from app.normalise.blocks import Block, Span, blocks_of
from app.normalise.visible import parsed


def read(body: str) -> tuple[list[Block], list[Span]]:
    tree = parsed(f"<html><body>{body}</body></html>")
    assert tree is not None
    blocks, spans = blocks_of(tree)
    return list(blocks), list(spans)


def test_inline_elements_do_not_break_a_block_and_block_elements_do():
    blocks, _ = read("<p>The <b>locks</b>\n are open.</p><div>So are <br>the gates.</div>")
    assert [block.text for block in blocks] == ["The locks are open.", "So are", "the gates."]
    assert [block.tag for block in blocks] == ["p", "div", "div"]


def test_characters_of_links_and_in_bold_are_counted():
    blocks, _ = read('<p>The <a href="/"><b>locks</b></a> are open.</p><p>To <a>all</a>.</p>')
    assert blocks == [Block("The locks are open.", "p", 5, 5, ("/",)), Block("To all.", "p", 3)]


def test_scripts_navigation_and_buttons_are_left_out_but_not_what_follows_them():
    blocks, _ = read("<nav><p>Home</p></nav>One<script>x()</script> and <button>Share</button>two")
    assert [block.text for block in blocks] == ["One and two"]


def test_each_element_spans_the_blocks_in_it():
    _, spans = read('<div class="story" id="a1"><p>One</p><p>Two</p></div><p>Three</p><div></div>')
    named = [span for span in spans if span.names]
    assert named == [Span(0, 2, "div", "story a1")]
    assert (0, 3, "body") in [span[:3] for span in spans]
    assert all(span.start < span.end for span in spans)


def test_each_line_of_a_pre_is_a_block():
    blocks, _ = read("<pre>Locks open\nBy Ana Pop\n\nThe <b>locks</b> are open.</pre>")
    assert blocks == [
        Block("Locks open", "pre", 0),
        Block("By Ana Pop", "pre", 0),
        Block("The locks are open.", "pre", 0),
    ]


def test_what_is_hidden_is_called_so():
    _, spans = read(
        '<p hidden class=a>1</p><p style="color:red; Display: none">2</p><p hidden=until-found>3</p><p>4</p>'
    )
    assert [span.names for span in spans if span.tag == "p"] == ["a hidden", "hidden", "", ""]
