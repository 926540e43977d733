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
