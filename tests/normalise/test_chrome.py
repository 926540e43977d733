import pytest

from app.normalise.chrome import heads_comments, heads_related, is_chrome, is_credit


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content", "MORE NEWS", "Editors’ Picks", "Share", "• Subscribe", "* indicates required", "3 min read",
        "Enter your email to subscribe", "This audio is read by a machine", "© 2026 The River Post", "2 hours ago",
        "We use cookies to improve your experience.", "letters@riverpost.example", "Read more: Five ports", "→", "12",
        "By signing up you agree that this site is protected by reCAPTCHA.", "Lesen Sie auch: Eis", "Anzeige",
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
    ],
)
def test_news_is_not_chrome(line: str):
    assert not is_chrome(line)


def test_captions_are_known_by_their_credit():
    assert is_credit("The Perin lock in October. (Photo: Ana Pop / River Post)")
    assert not is_credit("The lock (built in 1974) is rusted.")


def test_what_follows_an_article():
    assert heads_related("Related stories:")
    assert heads_comments("12 Comments")
    assert not heads_related("Related stories of the river are told in every port from here to the sea and back.")
