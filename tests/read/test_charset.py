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
