from collections.abc import Iterator

import pytest

from tests.fetch.site import Site, reply, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A site with one page."""
    with serving(page=reply(etag='"1"')) as site:
        yield site
