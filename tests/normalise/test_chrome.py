import pytest

from app.normalise.chrome import heads_comments, heads_related, is_chrome, is_credit


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content", "MORE NEWS", "Editors’ Picks", "Share", "• Subscribe", "* indicates required", "3 min read",
        "Enter your email to subscribe", "This audio is read by a machine", "© 2026 The River Post", "2 hours ago",
        "We use cookies to improve your experience.", "letters@riverpost.example", "Read more: Five ports", "→", "12",
        "By signing up you agree that this site is protected by reCAPTCHA.", "Lesen Sie auch: Eis", "Anzeige",
        "Copyright 2026 The River Post", "©River Post", "Our partners use cookies to show you what you like.",
        "Read more: Six ports will close, the commission said.", "Subscribe now to continue reading this story.",
    ],
)  # fmt: skip
def test_chrome(line: str):
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers waited for the ice to go.",
        "Comments by the minister angered Bucharest",
        "“Share the river or lose it,” she said.",
        "Home rule for the ports, demands the mayor",
        "The Commission said so.",
        "“Ports that use cookies will have two more years,” said the harbour’s Ana Pop.",
        "Ports that use cookies on their pages must ask from Monday.",
        "Copyright holders sued the lock’s builders on Tuesday.",
        "Copyright law has no word for such a map.",
        "Your browser may be leaking what you read, researchers said on Monday.",
        "Sign up to the treaty or leave, the president told the captains.",
        "The company's terms of service apply to children, too.",
        "Getty Images sued a maker of pictures in London.",
        "Watch out for the ice, the commission warned.",
        "„Unterschreiben Sie, und zwar heute!“, rief die Ministerin.",
        "Gas is the preferred source of heat along the river.",
    ],
)
def test_news_is_not_chrome(line: str):
    assert not is_chrome(line)


def test_captions_are_known_by_their_credit():
    assert is_credit("The Perin lock in October. (Photo: Ana Pop / River Post)")
    assert is_credit("The lock (AP Photo/Ana Pop)")
    assert is_credit("The lock at Perin, seen from the bridge. (Image courtesy of the River Post)")
    assert is_credit("The lock at Perin (Ana Pop/AFP)")
    assert not is_credit("The lock (built in 1974) is rusted.")


def test_an_agency_in_brackets_after_a_sentence_signs_the_text():
    assert not is_credit("The ministry did not answer on Friday. (Reuters)")
    assert not is_credit("Das Ministerium antwortete am Freitag nicht. (dpa)")


def test_a_clause_in_brackets_is_no_credit():
    assert not is_credit("The lock was on fire (a photo from the scene was published by Reuters).")
    assert not is_credit("The lock was on fire (video shows the blast).")


def test_what_follows_an_article():
    assert heads_related("Related stories:")
    assert heads_comments("12 Comments")
    assert not heads_related("Related stories of the river are told in every port from here to the sea and back.")
