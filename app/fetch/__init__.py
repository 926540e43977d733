"""Pages and feeds from the web: bounded, polite, and never from an address that is not public."""

from app.fetch.answers import Page, Validators
from app.fetch.limits import Limits
from app.fetch.web import Turns, Web

__all__ = ["Limits", "Page", "Turns", "Validators", "Web"]
