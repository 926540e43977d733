"""The `quotewire` command. Each command's work stands in the module of its name and is loaded when it is called."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from app.cli.stopping import exit_on_sigterm
from app.kit.processor import tune_products
from app.logs import configure
from app.model.errors import Misconfigured, QuotewireError
from app.settings import Settings

cli = typer.Typer(no_args_is_help=True, add_completion=False, help=__doc__, pretty_exceptions_enable=False)
keys = typer.Typer(no_args_is_help=True, help="Make, list and revoke API keys.")
db = typer.Typer(no_args_is_help=True, help="Look after the database.")
cli.add_typer(keys, name="keys")
cli.add_typer(db, name="db")

Inputs = Annotated[list[Path], typer.Argument(help="Files to read; - is standard input.")]


def main() -> None:
    """Run the command line. A failure that we name is one sentence on standard error and exit code 1."""
    exit_on_sigterm()
    tune_products(os.environ)
    try:
        cli()
    except QuotewireError as error:
        print(f"quotewire: {error}", file=sys.stderr)
        sys.exit(1)


def settings() -> Settings:
    """The settings of this command, with logging set up as they say. Raises `Misconfigured` naming the variable."""
    try:
        chosen = Settings()
    except ValidationError as error:
        wrong = "; ".join(f"QUOTEWIRE_{'_'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors())
        raise Misconfigured(f"a setting is wrong: {wrong}.") from error
    configure(chosen.log_format)
    return chosen


@cli.command("extract")
def extract_command(
    inputs: Inputs,
    as_: Annotated[str, typer.Option("--as", help="plain: one article, unchanged. page: a page to take apart.")],
    jsonl: Annotated[bool, typer.Option("--jsonl", help="The input is JSONL, one document a line.")] = False,
) -> None:
    """Print what is in texts or pages, one JSON line a document, without a server. Exit code 1 if any failed."""
    from app.cli.extract import run

    raise typer.Exit(run(inputs, as_, jsonl, settings()))


@cli.command("corpus")
def corpus_command(
    source: Annotated[Path, typer.Argument(help='JSONL of {"id", "text", "title"?}; - is standard input.')],
) -> None:
    """Run a whole corpus through the flow over a throwaway database: stories, copies, and entities across documents."""
    from app.cli.corpus import run

    raise typer.Exit(run(source, settings()))


@cli.command("serve")
def serve_command(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on.")] = None,
    worker: Annotated[bool, typer.Option(help="Run a worker beside the API.")] = True,
    examples: Annotated[Path | None, typer.Option(help="A folder of pages to ingest, for a first look.")] = None,
) -> None:
    """Serve the API, with a worker beside it, on the given PostgreSQL or an embedded one."""
    from app.cli.serve import run

    chosen = settings()
    listening = chosen.model_copy(update={"host": host or chosen.host, "port": port or chosen.port})
    run(listening, with_worker=worker, examples=examples)


@cli.command("work")
def work_command(
    until_empty: Annotated[bool, typer.Option("--until-empty", help="Stop when nothing waits any more.")] = False,
    tied: Annotated[bool, typer.Option("--tied", help="Stop when standard input closes.", hidden=True)] = False,
) -> None:
    """Work off the queue: run the flow on every document that waits."""
    from app.cli.work import run

    run(settings(), until_empty=until_empty, tied=tied)


@cli.command("ingest")
def ingest_command(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders.")],
    url: Annotated[str | None, typer.Option(help="Where the page was found (one file only).")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
) -> None:
    """Store files as documents and see them through the flow. Exit code 1 if any failed; the reasons are printed."""
    from app.cli.ingest import run

    raise typer.Exit(run(paths, url, outlet, settings()))


@cli.command("reprocess")
def reprocess_command(
    failed: Annotated[bool, typer.Option("--failed", help="Only documents that failed.")] = False,
) -> None:
    """Run the flow again on what is stored. What comes out the same keeps its ids."""
    from app.cli.ingest import reprocess

    raise typer.Exit(reprocess(failed, settings()))


@cli.command("openapi")
def openapi_command() -> None:
    """Print the OpenAPI document."""
    from app.main import openapi_json

    sys.stdout.write(openapi_json())


@keys.command("create")
def keys_create(
    name: Annotated[str, typer.Argument(help="Whom or what the key is for.")],
    scope: Annotated[list[str] | None, typer.Option(help="read, ingest or admin; repeat for more.")] = None,
) -> None:
    """Make a key and print it: the only time that it can be read."""
    from app.cli.keys import create

    create(name, tuple(scope or ("read", "ingest")), settings())


@keys.command("list")
def keys_list() -> None:
    """List the keys, without their secrets."""
    from app.cli.keys import listing

    listing(settings())


@keys.command("revoke")
def keys_revoke(key: Annotated[str, typer.Argument(help="The id or the prefix of the key.")]) -> None:
    """Revoke a key at once."""
    from app.cli.keys import revoke

    revoke(key, settings())


@db.command("upgrade")
def db_upgrade() -> None:
    """Bring the database's schema up to date."""
    from app.cli.database import database_url
    from app.store import migrate

    with database_url(settings()) as url:
        migrate.upgrade(url)


@db.command("url")
def db_url() -> None:
    """Print where the running embedded database can be reached, for psql and the like."""
    from app.cli.database import database_url

    with database_url(settings()) as url:
        print(url)
