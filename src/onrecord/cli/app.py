"""The commands and their options. What they do stands in the modules beside this one."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DEFAULT_RECORD = Path("onrecord.duckdb")

EARLIEST = 1800
"""The first year of which a document may be; intake holds metadata to the same."""
BROKEN_PIPE = 141
"""What a shell reports of a program whose reader went away (128 and SIGPIPE)."""


class Order(StrEnum):
    """In which order a ledger gives the claims: that of the text, or speaker by speaker."""

    TEXT = "text"
    SOURCE = "source"


class Judged(StrEnum):
    """What can be said of two."""

    SAME = "same"
    DIFFERENT = "different"


app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

RecordFile = Annotated[Path, typer.Option("--record", metavar="FILE", help="The file that keeps the record.")]
Wait = Annotated[
    float,
    typer.Option(
        min=0, metavar="SECONDS", help="How long to wait while another program has the record open."
    ),
]


@app.callback(invoke_without_command=True)
def onrecord(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Say which program, model and vocabulary this is.")
    ] = False,
) -> None:
    """Read the news on international politics and keep the record: who is named, what is claimed
    by whom in which words, and when. Works offline.

    \b
    Start with:
      onrecord read article.html       read an article (also .txt, .jsonl, a folder, an address)
      onrecord show                    print what was found in it
      onrecord list                    see what is on record
      onrecord read --help             see all options of a command
    """
    if version:
        with answering():
            from onrecord.cli.about import about

            status = about()
        raise typer.Exit(status)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def read(
    places: Annotated[
        list[str],
        typer.Argument(
            metavar="PLACES",
            help="Files (.txt .html .jsonl), folders, http(s) addresses, or - for standard input.",
        ),
    ],
    record: Annotated[
        Path | None,
        typer.Option(
            "--record",
            metavar="FILE",
            help=f"Keep what is read in this file.  [default: {DEFAULT_RECORD}; none with --json]",
        ),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help="The day of publication (2025-03-21), where the input does not say it better.",
        ),
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it, likewise.")] = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Also fetch from this machine and private networks."),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print records as JSON, one a line.")] = False,
    workers: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Documents read at once.  [default: one a core]"),
    ] = None,
    wait: Wait = 10.0,
) -> None:
    """Read documents and keep what they say.

    What cannot be read is named with the reason, the rest is still read, and the exit status is 1.
    A document that is on record already is not read again, unless it or the program has changed.

    \b
    Examples:
      onrecord read article.html
      onrecord read reports/ --publisher "Harbour Times" --published 2025-03-21
      onrecord read https://example.org/news/1 --record march.duckdb
      onrecord read article.txt --json | jq .claims
      cat article.txt | onrecord read -
    """
    with answering():
        from onrecord.cli.reading import read as run
        from onrecord.intake import Given

        given = Given(
            published=_not_to_come(published),
            publisher=_written(publisher, "--publisher"),
            allow_private=allow_private,
        )
        status = run(
            places,
            given,
            record_file=record or (None if as_json else DEFAULT_RECORD),
            as_json=as_json,
            workers=workers,
            wait=wait,
        )
    raise typer.Exit(status)


@app.command()
def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="A document's id or the beginning of it; may be left out if there is only one.",
        ),
    ] = None,
    record: RecordFile = DEFAULT_RECORD,
    by: Annotated[Order, typer.Option(help="The order of claims.")] = Order.TEXT,
    text: Annotated[
        bool, typer.Option("--text", help="Also print the text, with its paragraphs' numbers.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record as JSON.")] = False,
    wait: Wait = 10.0,
) -> None:
    """Print what a document holds.

    That is: who is named, what is claimed by whom in which words, and which days are meant. Each
    claim has its paragraph (¶), its id, and where in the text its source, cue and content stand
    (first character and the one after the last, counted from 0). "Tass, citing Shoigu" is what
    Shoigu said, as Tass reports it; ↳ is within the claim above.

    \b
    Examples:
      onrecord show 3fa9
      onrecord show 3fa9 --by source
      onrecord show 3fa9 --text | less
    """
    with answering():
        from onrecord.cli.showing import show as run

        status = run(name, record, by_source=by is Order.SOURCE, text=text, as_json=as_json, wait=wait)
    raise typer.Exit(status)


@app.command(name="list")
def list_documents(
    record: RecordFile = DEFAULT_RECORD,
    as_json: Annotated[bool, typer.Option("--json", help="Print documents as JSON, one a line.")] = False,
    wait: Wait = 10.0,
) -> None:
    """List what is on record.

    Documents come in the order in which they were first read.

    \b
    Example:
      onrecord list --record march.duckdb
    """
    with answering():
        from onrecord.cli.showing import list_all

        list_all(record, as_json=as_json, wait=wait)


@app.command()
def who(
    name: Annotated[list[str], typer.Argument(metavar="NAME", help="A name as a text may give it.")],
    on: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="The day that offices are asked for.  [default: today]"
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is found as JSON.")] = False,
) -> None:
    """Say what is known under a name, and why it resolves as it does.

    That is: states and places, publishers, people with their dated offices, bodies, titles and nouns
    of the vocabulary. Nothing is looked up in a record.

    \b
    Examples:
      onrecord who Shoigu --on 2023-06-01
      onrecord who "Russian foreign minister"
      onrecord who Foreign Ministry of North Korea --json
    """
    with answering():
        from onrecord.cli.who import who as run

        status = run(" ".join(name), on.date() if on else datetime.now(UTC).date(), as_json=as_json)
    raise typer.Exit(status)


@app.command()
def actors(
    record: RecordFile = DEFAULT_RECORD,
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those that go by this name, or part of it.")
    ] = None,
    described: Annotated[
        bool, typer.Option("--described", help="Also those that are only described, never named.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print actors as JSON, one a line.")] = False,
    wait: Wait = 10.0,
) -> None:
    """List who occurs in the documents of a record.

    What the vocabulary knows has its id there; the rest was matched by name, country, office and
    company. Under those of several documents stands why they were taken for one: the document and
    the entity's id in it, the reason, the other it was compared with, and a score from 0 to 1.

    \b
    Examples:
      onrecord actors
      onrecord actors --name marrow --record march.duckdb
      onrecord actors --json | jq .name
    """
    with answering():
        from onrecord.cli.actors import actors as run

        status = run(record, name=name, described=described, as_json=as_json, wait=wait)
    raise typer.Exit(status)


@app.command()
def judge(
    kind: Annotated[Judged, typer.Argument(metavar="same|different", show_choices=False)],
    a: Annotated[str, typer.Argument(metavar="A", help="An actor's id, or DOCUMENT:ENTITY.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Likewise.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who says so.")],
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    record: RecordFile = DEFAULT_RECORD,
    wait: Wait = 10.0,
) -> None:
    """Say that two are the same, or that they are different.

    The ids are those of `onrecord actors`. What you say is kept as a row of its own and changes no
    other: a later judgement overrules it, and any judgement overrules the program.

    \b
    Examples:
      onrecord judge same actor/5f2c9e07ab31d846 person/sergei-shoigu --by Kim
      onrecord judge different harbour:e3 monitors:e1 --by Kim --note "father and son"
    """
    given = {"A": a, "B": b, "--by": by, "--note": note}
    for hint, words in given.items():
        _written(words, hint)
    if not by.strip():
        raise typer.BadParameter("a name is needed", param_hint="--by")
    with answering():
        from onrecord.cli.judging import judge as run

        run(kind.value, a, b, record, by=by, note=note, wait=wait)


@app.command()
def codebook(
    category: Annotated[
        str | None, typer.Argument(metavar="[CATEGORY]", help="One of the sixteen, such as CONSULT.")
    ] = None,
) -> None:
    """Say how PLOVER codes events.

    Its categories, modes and contexts, in plain words. Of a category: what it is, its modes, what is
    coded so, and what only looks like it.

    \b
    Examples:
      onrecord codebook
      onrecord codebook consult
    """
    with answering():
        from onrecord.cli.codebook import codebook as run

        status = run(_written(category, "CATEGORY"))
    raise typer.Exit(status)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record.

    It says what every field of `read --json` and `show --json` may hold.

    \b
    Example:
      onrecord schema > record.schema.json
    """
    with answering():
        from onrecord import wire

        sys.stdout.write(json.dumps(wire.schema(), indent=2, ensure_ascii=False) + "\n")


@contextmanager
def answering() -> Iterator[None]:
    """End in one line where the record cannot be used, and quietly where nobody listens."""
    from onrecord.store import StoreError

    try:
        yield
        sys.stdout.flush()
    except StoreError as error:
        from onrecord.cli.progress import tell

        tell(str(error))
        raise typer.Exit(1) from error
    except BrokenPipeError as error:
        from onrecord.cli.terminal import abandon

        abandon()
        raise typer.Exit(BROKEN_PIPE) from error


def _not_to_come(published: datetime | None) -> date | None:
    """The given day; one that is nowhere on earth yet, or before all newspapers, is a mistake."""
    if published is None:
        return None
    day = published.date()
    if day > datetime.now(UTC).date() + timedelta(days=1):
        raise typer.BadParameter("a day in the future", param_hint="--published")
    if day.year < EARLIEST:
        raise typer.BadParameter(f"no newspaper is that old (before {EARLIEST})", param_hint="--published")
    return day


def _written(words: str | None, hint: str) -> str | None:
    """The given words; bytes that are not UTF-8, which come as halves of surrogate pairs, are a mistake."""
    try:
        (words or "").encode()
    except UnicodeEncodeError as error:
        raise typer.BadParameter("not UTF-8", param_hint=hint) from error
    return words
