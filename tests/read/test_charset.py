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
