import pytest

from app.read.charset import decode

WORDS = "Мер міста відкрив новий міст у неділю вранці, повідомила пресслужба. "


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_known_without_being_told(charset: str):
    assert decode("Bridge “open”, said the mayor.".encode(charset)) == "Bridge “open”, said the mayor."


def test_the_declared_charset_comes_first():
    assert decode(WORDS.encode("cp1251"), "windows-1251") == WORDS


def test_the_charset_in_the_markup_comes_next():
    assert WORDS in decode(f'<meta charset="koi8-u"><p>{WORDS}</p>'.encode("koi8-u"))


def test_an_old_charset_is_guessed_from_the_bytes():
    assert decode((WORDS * 5).encode("cp1251")).startswith("Мер міста")


def test_a_wrong_declaration_gives_way_to_utf_8():
    assert decode(WORDS.encode(), "iso-8859-1") == WORDS
    assert decode(WORDS.encode(), "utf-16") == WORDS


def test_latin_1_means_windows_1252():
    assert decode(b"\x93open\x94", "iso-8859-1") == "“open”"


def test_unknown_and_binary_codecs_are_passed_over():
    assert decode(b"plain", "no-such-charset") == "plain"
    assert decode(b"plain", "base64") == "plain"


def test_nuls_and_lone_surrogates_are_replaced():
    assert decode(b"a\x00b" + b"c" * 20) == "a\ufffdb" + "c" * 20
    assert "\ud800" not in decode("a\ud800b".encode("utf-8", "surrogatepass"))


SENTENCES = {
    "uk": (WORDS, ("cp1251", "koi8-u", "iso8859-5", "utf-16-le", "utf-16-be", "utf-32-le")),
    "fr": ("Le maire a été élu dimanche ; le collège où il enseigne rouvrira à Noël. ", ("cp1252", "iso8859-15")),
    "pl": ("Burmistrz otworzył nowy most w niedzielę rano, poinformowała służba prasowa. ", ("cp1250",)),
    "el": ("Ο δήμαρχος της πόλης εγκαινίασε τη νέα γέφυρα την Κυριακή το πρωί. ", ("cp1253",)),
    "tr": ("Belediye başkanı pazar sabahı yeni köprüyü açtı, basın servisi bildirdi. ", ("cp1254",)),
    "he": ("ראש העיר פתח את הגשר החדש ביום ראשון בבוקר, כך מסר הדובר. ", ("cp1255",)),
    "ar": ("افتتح رئيس البلدية الجسر الجديد صباح الأحد، حسبما أفاد المكتب الصحفي. ", ("cp1256", "iso8859-6")),
    "ja": ("市長は日曜日の朝に新しい橋を開通させたと報道官が発表しました。", ("shift_jis", "euc-jp", "iso-2022-jp")),
    "ko": ("시장은 일요일 아침에 새 다리를 개통했다고 대변인이 밝혔습니다. ", ("euc-kr",)),
    "zh": ("市长周日早上为新桥揭幕，新闻办公室表示。", ("gb18030", "utf-16-le")),
    "zh-Hant": ("市長週日早上為新橋揭幕，新聞辦公室表示。", ("big5",)),
}
ENCODED = [(words, charset) for words, charsets in SENTENCES.values() for charset in charsets]


@pytest.mark.parametrize(("words", "charset"), ENCODED)
def test_an_encoding_that_nobody_declares_is_told_by_its_bytes(words: str, charset: str):
    assert decode((words * 8).encode(charset)) == words * 8


@pytest.mark.parametrize(("words", "charset"), ENCODED)
def test_a_wrong_declaration_of_utf_8_does_no_harm(words: str, charset: str):
    page = f'<meta charset="utf-8"><p>{words * 8}</p>'
    assert decode(page.encode(charset), "utf-8") == page


def test_a_charset_is_found_behind_long_scripts():
    page = f'<html><script>{"x=1;" * 3000}</script><meta charset="iso-8859-9"><p>Işık söndü</p>'
    assert decode(page.encode("iso-8859-9")) == page


@pytest.mark.parametrize("words", [words for words, _ in SENTENCES.values()])
@pytest.mark.parametrize("damage", [b"<!-- \xe9 -->", b"\xff", b"\xe2\x80", b"\xf0\x9f", b"\xc3 and \xa4\xa4"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", None])
def test_some_bad_bytes_in_utf_8_are_replaced_and_the_rest_is_kept(words: str, damage: bytes, declared: str | None):
    page = f"<h1>{words * 2}</h1>"
    for content in (page.encode() + damage, damage + page.encode()):
        found = decode(content, declared)
        assert page in found
        assert "\ufffd" in found


def test_one_letter_and_one_bad_byte_are_utf_8_where_that_is_declared():
    assert decode(b'<meta charset="utf-8"><p>A caf\xc3\xa9 <!-- \xe9 -->').startswith('<meta charset="utf-8"><p>A café')


def test_a_pair_of_surrogates_is_the_character_that_it_stands_for():
    halves = "Bridge open \ud83c\udf89 – at last \ud83c".encode("utf-8", "surrogatepass")
    assert decode(halves * 9, "utf-8").startswith("Bridge open 🎉 – at last \ufffd")


def test_few_bad_bytes_do_no_harm_to_a_declared_charset():
    words, _ = SENTENCES["ja"]
    page = words * 5
    assert decode(page.encode("shift_jis") + b"\x81", "shift_jis") == f"{page}\ufffd"


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("iso-8859-9", "cp1254", "Başkan “köprü açık” dedi – dün."),
        ("ISO-8859-11", "cp874", "นายก “เปิด” สะพาน"),
        ("tis-620", "cp874", "นายก “เปิด” สะพาน"),
        ("windows-874", "cp874", "นายก “เปิด” สะพาน"),
        ("x-sjis", "cp932", "①市長が橋を開通"),
        ("x-mac-roman", "mac_roman", "Le maire a été élu – “dimanche”."),
        ("gb_2312-80", "gbk", "市长朱镕基为新桥揭幕"),
        ("gb2312", "gbk", "市长朱镕基为新桥揭幕"),
        ("big5", "big5hkscs", "市長在恒生大廈裏表示，新橋週日早上揭幕，連接兩岸的住宅區，市民話「好開心嘅」。"),
        ("euc-kr", "cp949", "시장은 똠방각하 다리를 개통했다"),
        ("koi8-ru", "koi8_u", WORDS),
        ("latin-1", "cp1252", "“open”"),
    ],
)
def test_a_label_means_what_browsers_make_of_it(label: str, codec: str, words: str):
    assert decode(words.encode(codec), label) == words
    assert decode(f'<meta charset="{label}"><p>{words}</p>'.encode(codec)).endswith(f"<p>{words}</p>")


@pytest.mark.parametrize("label", ["punycode", "unicode_escape", "idna", "undefined", '"', "\x00", "é"])
def test_what_is_no_charset_is_passed_over(label: str):
    assert decode(b"a-b\\n" * 100, label) == "a-b\\n" * 100
    assert decode(("é-b " * 100).encode(), label) == "é-b " * 100


def test_nothing_is_nothing():
    assert decode(b"") == ""
