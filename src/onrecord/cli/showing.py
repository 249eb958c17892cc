"""Showing what is on record: what ``onrecord show`` and ``onrecord list`` do."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from onrecord import wire
from onrecord.cli.events import likely
from onrecord.cli.ledger import ledger
from onrecord.cli.listing import as_json as listing_as_json
from onrecord.cli.listing import listed
from onrecord.cli.progress import tell
from onrecord.cli.terminal import write
from onrecord.cli.words import counted, flat
from onrecord.store import Listing, StoreError, View

MOST = 20
"""How many documents are named to somebody who did not say which."""


def show(
    name: str | None,
    path: Path,
    *,
    by_source: bool,
    text: bool,
    min_score: float,
    as_json: bool,
    wait: float,
) -> int:
    """Print the ledger, or the JSON, of one document; gives the exit status.

    Without a ``name`` it is the only document there is; where there are several they are named on
    standard error, and the status is 2.
    """
    with View.open(path, wait=wait, on_wait=tell) as view:
        if name is None:
            listings = list(view.documents())
            if not listings:
                raise StoreError(f"{path} holds no document yet")
            if len(listings) > 1:
                _which(listings, path)
                return 2
            name = listings[0].id
        record = view.record(name)
    if as_json:
        sys.stdout.buffer.write(wire.encode(likely(record, min_score)) + b"\n")
    else:
        write(ledger(record, by_source=by_source, text=text, min_score=min_score))
    return 0


def list_all(path: Path, *, as_json: bool, wait: float) -> None:
    """Print the documents of a record, as columns or as JSON Lines."""
    with View.open(path, wait=wait, on_wait=tell) as view:
        listings = list(view.documents())
    if as_json:
        for listing in listings:
            sys.stdout.buffer.write(listing_as_json(listing) + b"\n")
    else:
        write(listed(listings))


def _which(listings: Sequence[Listing], path: Path) -> None:
    """Say on standard error which documents there are to choose from."""
    tell(f"{path} holds {counted(len(listings), 'document')}; which one?")
    for listing in listings[:MOST]:
        print(f"  {flat(listing.short)}  {flat(listing.title)}", file=sys.stderr)
    if len(listings) > MOST:
        print(f"  and {len(listings) - MOST} more: onrecord list", file=sys.stderr)
