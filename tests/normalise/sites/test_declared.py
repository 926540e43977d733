"""The publishers that something is declared of: their mark-up around words, names and news that we made up."""

from app.model.document import Part, PartForm
from app.normalise import normalise
from tests.normalise.test_normalise import document

PROSE = "Các cửa cống ở hạ lưu sông Velm đã mở lại hôm thứ năm, ủy ban đường sông cho biết trong một thông báo. " * 4
WELLE = "Die Schleusen an der unteren Velm sind am Donnerstag geöffnet worden, sagte die Kommission des Flusses. "


def authors(content: str, url: str | None = None, **keywords: tuple[()]) -> tuple[str, ...]:
    (article,) = normalise(document(), [Part(form=PartForm.HTML, content=content, url=url)], **keywords)
    return article.authors


def express(signature: str) -> str:
    return (
        "<html><head><meta name='author' content='VnExpress'><meta property='og:site_name' content='vnexpress.net'>"
        "<title>Cửa cống mở lại</title></head><body><h1 class='title-detail'>Cửa cống mở lại</h1>"
        f"<article class='fck_detail '><p class='Normal'>{PROSE}</p>{signature}</article>"
        "<p style='text-align:right;'><strong>Xem thêm</strong></p></body></html>"
    )


def test_vnexpress_signs_under_the_text():
    url = "https://vnexpress.net/cua-cong-mo-lai-1.html"
    signed = express("<p class='Normal' style='text-align:right;'><strong>Lan Vinh</strong></p>")
    assert authors(signed, url) == ("Lan Vinh",)
    assert authors(express("<p class='author_mail'><strong>Lan Vinh</strong></p>"), url) == ("Lan Vinh",)
    agency = "<p class='Normal' style='text-align:right;'><strong>Lan Vinh</strong> (<em>Theo Reuters</em>)</p>"
    assert authors(express(agency), url) == ("Lan Vinh",)
    assert authors(express(""), url) == ("VnExpress",)
    assert authors(signed, url, sites=()) == ("VnExpress",), "the general way reads what the head states"


def old_welle(label: str) -> str:
    return (
        "<html><head><meta name='author' content='Deutsche Welle (www.dw.com)'>"
        "<link rel='canonical' href='https://www.dw.com/de/schleusen-offen/a-1'>"
        "<title>Schleusen offen | DW</title></head>"
        f"<body><h1>Schleusen offen</h1><div class='longText'><p>{WELLE * 4}</p></div>"
        "<ul class='smallList'><li><strong>Datum</strong> 19.11.2022</li>"
        f"<li> <strong>{label}</strong> Jana Thorn </li>"
        "<li><strong>Themenseiten</strong> <a href='/t'>Velm</a></li></ul>"
        "</body></html>"
    )


def test_deutsche_welle_named_its_authors_beside_the_text():
    for label in ("Autorin/Autor", "Author", "Auteur", "Autor"):
        assert authors(old_welle(label)) == ("Jana Thorn",), "known by the address that the page states"
    assert "Jana Thorn" not in authors(old_welle("Schlagwörter"))
