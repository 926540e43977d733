"""Who signs a dump, and when it was published. The pages are ours; the people are invented."""

from datetime import date

import pytest

from app.normalise.dump import split_dump

TITLE = "Perin keeps its harbour closed until the ice has gone"
BODY = """The harbour of Perin will stay closed until the ice has gone, the council of the town decided on Tuesday.

Captains had asked the council to keep one lock of the harbour open through the winter, as in former years.

The ice is thicker than at any time since the harbour was built, said Petra Holm, who measures it every morning."""


def article(head: str):
    return split_dump(f"• Home\n• Sport\n\n{TITLE}\n\n{head}\n\n{BODY}")[0]


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        ("Jane Roe\n3 May 2024", ("Jane Roe",)),
        ("Jane Roe\n2 hours ago", ("Jane Roe",)),
        ("Jane Roe\nUppdaterad 15.59 | Publicerad 14.14", ("Jane Roe",)),
        ("Jane Roe\nCorresponsal en Perin", ("Jane Roe",)),
        ("By\nJane RoeNews Reporter\nJohn Doe\n3 May 2024", ("Jane Roe", "John Doe")),
        ("By\n• Jane Roe0,\n• John Doe &\n• Ion Rus", ("Jane Roe", "John Doe", "Ion Rus")),
        ("Von\nJane RoeJohn Doe\n3.5.2024", ("Jane Roe", "John Doe")),
        ("AFP\n3 May 2024", ("AFP",)),
        ("dpa\nNachrichtenagentur", ("dpa",)),
        ("von\nJane Roe\n,\nAFP\n3.5.2024", ("Jane Roe", "AFP")),
        ("Von Jane Roe Landespolitische Korrespondentin\n3.5.2024", ("Jane Roe",)),
        ("Reuters, Jane Roe\n3 May 2024", ("Reuters", "Jane Roe")),
        ("Kommentar von Jane Roe\n3.5.2024", ("Jane Roe",)),
        ("Kolumne von Jane Roe - 28.04.2024 um 08:52 Uhr - 12 Ergänzungen", ("Jane Roe",)),
        ("Shipping News\nPar Jane Roe\nPublié le 3 mai 2024 à 08:01", ("Jane Roe",)),
        ("Jane Roe – Journalist i Perin Journalist i Perin\nJohn Doe – Journalist", ("Jane Roe", "John Doe")),
        ("Jane Roe Redakteur\n3.5.2024", ("Jane Roe",)),
        ("Petra Holm\n3 May 2024", ()),
        ("3 May 2024", ()),
    ],
)
def test_who_signs(head: str, authors: tuple[str, ...]):
    assert article(head).authors == authors


@pytest.mark.parametrize(
    "head",
    [
        "29. September 2024, 17:27 Uhr",
        "Publicado el 29 de septiembre de 2024 a las 10:15",
        "Perin-29/09/2024 20:00",
        "2024年9月29日 01時28分 (9月29日 01時40分更新)",
        "Available until 29 October 2024\nPublished 29 September 2024",
        "Updated 1 October 2024 11:00\nPublished 29 September 2024 10:15",
        "Updated 1 October 2024 11:00 | Published 29 September 2024 10:15",
        "Aktualisiert: 1. Oktober 2024, 11:00 Uhr\nVon Jane Roe, 29.9.2024",
        "Updated 29 September 2024",
    ],
)
def test_the_day(head: str):
    published = article(head).published
    assert published is not None
    assert published.local is not None
    assert published.local.date() == date(2024, 9, 29)


def test_a_time_above_the_title_counts_where_none_stands_below():
    (item,) = split_dump(f"• Home\n\n3 May 2024\n\n{TITLE}\n\n{BODY}")
    assert item.title == TITLE
    assert item.published is not None
