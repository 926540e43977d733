"""Documents that grow when they are read, and honest ones that look like them. All of them are ours."""

import gzip

_FEED = (
    '<?xml version="1.0"?><!DOCTYPE rss [{}]><rss version="2.0"><channel><item><title>{}</title></item></channel></rss>'
)


def feed(entities: str, title: str) -> bytes:
    return _FEED.format(entities, title).encode()


GZIP = gzip.compress(bytes(70_000_000), compresslevel=1)
LAUGHS = feed('<!ENTITY l0 "lol">' + "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10)), "&l9;")
LONG_AND_OFTEN = feed(f'<!ENTITY a "{"x" * 10_000}">', "&a;" * 10_000)
CIRCLE = feed('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;")
OFTEN = feed('<!ENTITY a "">', "&a;" * 2_100_000)
SIGNS = feed('<!ENTITY dash "&#8212;">', "Ice &dash; snow")
OLD_RSS = (
    b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
    b'"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Courier</title>'
    b"<item><title>Harbour stays open</title></item></channel></rss>"
)
ABOUT_LAUGHS = b"How a feed is made to laugh\n\n" + LAUGHS.partition(b"?>")[2]


def _laughs(entity: str = '<!ENTITY {} "{}">', name: str = "l{}", use: str = "&{};", before: str = "") -> bytes:
    """A billion laughs, told otherwise."""
    names = [name.format(n) for n in range(10)]
    values = ["lol", *(use.format(each) * 10 for each in names[:9])]
    told = "".join(entity.format(each, value) for each, value in zip(names, values, strict=True))
    return feed(before + told, f"&{names[9]};")


DISGUISED = {
    "more blanks than people write": _laughs("<!ENTITY" + " " * 25 + '{} "{}">'),
    "the sign of a use as a number": _laughs(use="&#38;{};"),
    "a colon in the name": _laughs(name="n:l{}"),
    "a name in other letters": _laughs(name="é{}"),
    "a very long name": _laughs(name="l" * 300 + "{}"),
    "behind a long comment": _laughs(before=f"<!--{'x' * 1_100_000}-->"),
    "in a parameter": feed("<!ENTITY % l '<!ENTITY a \"lol\">'>%l;", "&a;"),
    "in a default": _laughs().replace(b"]>", b'<!ATTLIST title a CDATA "&l9;">]>'),
    "behind a server's warning": b"<b>Warning</b>: 3\n" + LAUGHS,
    "cut short": LAUGHS.replace(b"<!DOCTYPE rss [", b"<!DOCTYPE rss [<!ELEMENT "),
}
PADDED = DISGUISED["more blanks than people write"].replace(b"]>", b"]><!--" + b"x" * 4_000_000 + b"-->")
OF_A_FILE = feed('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;")
ABOUT_ENTITIES = feed("", "<![CDATA[Write <!ENTITY a SYSTEM ...> and see]]>")
