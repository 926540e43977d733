"""The settings: one frozen object, read once from the environment (`QUOTEWIRE_…`) and passed down as values."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict


def _listed(value: object) -> object:
    """Names parted by commas or spaces, in lower case."""
    return value.lower().replace(",", " ").split() if isinstance(value, str) else value


class Settings(BaseSettings):
    """Every field is an environment variable of the same name in capitals after `QUOTEWIRE_`."""

    model_config = SettingsConfigDict(env_prefix="QUOTEWIRE_", frozen=True)

    database_url: Annotated[
        str | None,
        Field(description="A PostgreSQL 15+ server; without it an embedded one runs in `data_dir`."),
    ] = None
    data_dir: Annotated[Path, Field(description="Where the embedded PostgreSQL keeps its data.")] = Path("var")
    host: Annotated[str, Field(description="The address that `serve` listens on.")] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535, description="The port that `serve` listens on.")] = 8000
    reading_needs_key: Annotated[bool, Field(description="Close reading to callers without a key.")] = False
    max_body_bytes: Annotated[int, Field(ge=1_000, description="The largest document accepted.")] = 25_000_000
    max_wait_seconds: Annotated[int, Field(ge=0, description="The longest `Prefer: wait` honoured.")] = 60
    rate_limit_per_minute: Annotated[int, Field(ge=1, description="Requests a minute for one key or address.")] = 600
    spacy_model: Annotated[
        str | None,
        Field(description="An installed spaCy model to use in place of the one that comes along."),
    ] = None
    tagger: Annotated[
        Path | None,
        Field(description="A folder with tagger weights to use in place of those that come along."),
    ] = None
    stalled_seconds: Annotated[
        float,
        Field(gt=0, description="After so long without a sign of life a worker is dead and its jobs are taken over."),
    ] = 30.0
    fetch_allowed_hosts: Annotated[
        frozenset[str],
        NoDecode,
        BeforeValidator(_listed),
        Field(description="`host` or `host:port`, parted by commas, that may be fetched from though not public."),
    ] = frozenset()
    fetch_contact: Annotated[
        str | None,
        Field(pattern=r"^[\x21-\x7e]{1,200}$", description="An address or URL that publishers can complain to."),
    ] = None
    fetch_connect_seconds: Annotated[float, Field(gt=0, description="How long a connection may take.")] = 10.0
    fetch_read_seconds: Annotated[float, Field(gt=0, description="How long an answer may fall silent.")] = 15.0
    fetch_total_seconds: Annotated[float, Field(gt=0, description="How long an answer may take as a whole.")] = 60.0
    fetch_max_bytes: Annotated[int, Field(ge=1_000, description="The largest page fetched, decompressed.")] = 25_000_000
    fetch_host_delay_seconds: Annotated[
        float,
        Field(ge=0, description="The least time between two requests to one host; its robots.txt may ask for more."),
    ] = 1.0
    log_format: Annotated[Literal["console", "json"], Field(description="How log lines are written.")] = "console"
