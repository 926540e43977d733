"""What a list endpoint does about pages."""

from typing import Annotated

from fastapi import Depends, Request

from app.api.paging import Key, PageParameters
from app.api.services import Wired
from app.store.records import Page


class Pager:
    """The cursors of the list at the address of this request."""

    def __init__(self, request: Request, services: Wired) -> None:
        self._path = request.url.path
        self._services = services

    def after(self, parameters: PageParameters) -> Key | None:
        """The key to go on after; None at the beginning. Raises a 400 for a cursor that is not of this list."""
        return None if parameters.cursor is None else self._services.cursors().read(self._path, parameters)

    def next(self, parameters: PageParameters, page: Page[object]) -> str | None:
        """The cursor of the page that follows; None at the end."""
        return None if page.next is None else self._services.cursors().write(self._path, parameters, page.next)


Paging = Annotated[Pager, Depends(Pager)]
