"""The form of a record file, as numbered steps, and the ledger of those it has been through.

``onrecord_migration`` (number, name, applied_at, version)
    the ledger: a row a step. A file whose ledger knows a step that this program does not was
    written by a newer one and is refused.

``reading``, a row each time a document was read, never changed afterwards
    number          counts up through the file
    document        the document's id
    digest          SHA-256 of what was read: the text and all that its publisher says about it
    version, model, model_sha256, vocabulary
                    the reader: what made this record
    read_at         when, in UTC (as are all times of the file)
    title, url, publisher, authors, language, published, published_basis
                    the document's own fields
    opening         its first words, to know it by where it has no title
    names, claims_made, times_named
                    how many entities, claims and times the record holds
    record          the whole record, JSON as in the record format
    entities, times, claims, quantities, silences, events
                    the same lists as nested columns, so that SQL reaches them without reading JSON;
                    null what its reading did not look for (stance, commitment and the like in a
                    claim before step 3, all figures and silences before step 4, all events before step 5)

``standing``, a row each time another reading of a document came to stand
    number, document, reading, since. A document's current reading is that of its last row; what
    stood on day X is that of its last row up to X.

``identity``, a row for each entity of a reading, each time it was decided who they are
    resolution, place       counts up through the file with those times; which entity, from 0
    document, reading, day  of which document, in which reading; its day of publication
    made_at, version        when that was decided, and by which version of the program
    supersedes              the ``resolution`` of the document before, if there was one
    entity                  the entity's id in its document
    name, type, country     what the reading says of it
    roles                   its titles, with " @ " and what they are of
    own                     its id in this document alone, the same at every reading
    actor                   who it is: an id of the vocabulary, or the ``own`` of the first one seen
    beside                  the ``own`` of the one it was joined to, or null
    score, reason           how sure that is, from 0 to 1, or null where nothing was weighed; why
    token                   what stands for it in the company of others: an id of the vocabulary or
                            the key of its name, null if it has none
    known_by                the same, where later documents are to find it by its name, or null

``judgement``, a row each time a person said that two are the same, or different
    number, kind, a, a_document, a_entity, b, b_document, b_entity, author, made_at, note; ``a``
    and ``b`` are actors, or the ``own`` of the entities that the columns beside them name.
    ``onrecord.store.judgements`` says what follows from them.

Views: ``current_identity`` (of the readings that stand now, as decided without people),
``current_reading`` (the readings that stand now), ``entity``, ``mention``, ``time``, ``claim``,
``quantity``, ``silence``, ``event`` (a row each, with the number of the ``reading`` it belongs to) and
``party`` (a row for each actor and recipient of an event). Positions are code points from 0, so the words
of a span are ``substring(text, "start" + 1, "end" - "start")``, where the text is ``record ->>
'$.document.text'``.

Lists that later readers fill get columns of their own by a later step, which can fill them for
older readings from ``record``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.store.errors import StoreError
from onrecord.store.file import transaction, utc_now

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step in the form of the file."""

    number: int
    name: str
    sql: str


LEDGER = """
CREATE TABLE onrecord_migration (
    number INTEGER PRIMARY KEY,
    name VARCHAR NOT NULL,
    applied_at TIMESTAMP NOT NULL,
    version VARCHAR NOT NULL
)
"""

SPANS = 'STRUCT("start" INTEGER, "end" INTEGER)[]'
REFERENCE = f"STRUCT(entity VARCHAR, spans {SPANS})"
ANONYMOUS = f"STRUCT(entity VARCHAR, spans {SPANS}, anonymous BOOLEAN)"
"""A reference since step 3."""

READINGS = f"""
CREATE TABLE reading (
    number BIGINT PRIMARY KEY,
    document VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    version VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    model_sha256 VARCHAR NOT NULL,
    vocabulary VARCHAR NOT NULL,
    read_at TIMESTAMP NOT NULL,
    title VARCHAR,
    url VARCHAR,
    publisher VARCHAR,
    authors VARCHAR[] NOT NULL,
    language VARCHAR NOT NULL,
    published DATE,
    published_basis VARCHAR,
    opening VARCHAR NOT NULL,
    names INTEGER NOT NULL,
    claims_made INTEGER NOT NULL,
    times_named INTEGER NOT NULL,
    record JSON NOT NULL,
    entities STRUCT(
        id VARCHAR, name VARCHAR, type VARCHAR, country VARCHAR, sector VARCHAR[],
        mentions STRUCT("start" INTEGER, "end" INTEGER, kind VARCHAR)[]
    )[],
    times STRUCT(
        "start" INTEGER, "end" INTEGER, type VARCHAR, value VARCHAR, first DATE, last DATE
    )[],
    claims STRUCT(
        id VARCHAR, source {REFERENCE}, cue {SPANS}, content {SPANS}, quotation VARCHAR,
        stance VARCHAR, chain {REFERENCE}[], parent VARCHAR
    )[],
    UNIQUE (document, digest, version, model, model_sha256, vocabulary)
);
CREATE TABLE standing (
    number BIGINT PRIMARY KEY,
    document VARCHAR NOT NULL,
    reading BIGINT NOT NULL,
    since TIMESTAMP NOT NULL
);
CREATE VIEW current_reading AS
    SELECT reading.* FROM reading
    SEMI JOIN (
        SELECT arg_max(reading, number) AS number FROM standing GROUP BY document
    ) AS last USING (number);
CREATE VIEW entity AS
    SELECT reading, e.id, e.name, e.type, e.country, e.sector, len(e.mentions) AS mentions
    FROM (SELECT number AS reading, unnest(entities) AS e FROM reading);
CREATE VIEW mention AS
    SELECT reading, entity, m."start", m."end", m.kind
    FROM (
        SELECT reading, e.id AS entity, unnest(e.mentions) AS m
        FROM (SELECT number AS reading, unnest(entities) AS e FROM reading)
    );
CREATE VIEW time AS
    SELECT reading, t."start", t."end", t.type, t.value, t.first, t.last
    FROM (SELECT number AS reading, unnest(times) AS t FROM reading);
CREATE VIEW claim AS
    SELECT reading, c.id, c.source, c.cue, c.content, c.quotation, c.stance, c.chain, c.parent
    FROM (SELECT number AS reading, unnest(claims) AS c FROM reading);
"""  # noqa: S608 (put together from constants)

# The indexes serve what is looked up for every document, which otherwise reads whole columns:
# 90 ms among 1.5 million identities, 1 ms with the index. Null keys are not in an index.
IDENTITIES = """
CREATE TABLE identity (
    resolution BIGINT NOT NULL,
    place INTEGER NOT NULL,
    document VARCHAR NOT NULL,
    reading BIGINT NOT NULL,
    day DATE,
    made_at TIMESTAMP NOT NULL,
    version VARCHAR NOT NULL,
    supersedes BIGINT,
    entity VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    country VARCHAR,
    roles VARCHAR[] NOT NULL,
    own VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    beside VARCHAR,
    score DOUBLE,
    reason VARCHAR NOT NULL,
    token VARCHAR,
    known_by VARCHAR
);
CREATE TABLE judgement (
    number BIGINT PRIMARY KEY,
    kind VARCHAR NOT NULL,
    a VARCHAR NOT NULL,
    a_document VARCHAR,
    a_entity VARCHAR,
    b VARCHAR NOT NULL,
    b_document VARCHAR,
    b_entity VARCHAR,
    author VARCHAR NOT NULL,
    made_at TIMESTAMP NOT NULL,
    note VARCHAR
);
CREATE INDEX identity_known_by ON identity (known_by);
CREATE INDEX reading_document ON reading (document);
CREATE INDEX standing_document ON standing (document);
CREATE VIEW current_identity AS
    SELECT * FROM identity
    WHERE resolution IN (SELECT max(resolution) FROM identity GROUP BY document)
        AND reading IN (SELECT arg_max(reading, number) FROM standing GROUP BY document);
"""

# The readings that are there keep nulls in the new fields: nobody looked for them then. DuckDB changes
# the type of no column of an indexed table, and gives no view whose columns have another type since.
MANNERS = f"""
DROP INDEX reading_document;
ALTER TABLE reading ALTER claims TYPE STRUCT(
    id VARCHAR, source {ANONYMOUS}, cue {SPANS}, content {SPANS}, quotation VARCHAR,
    stance VARCHAR, commitment VARCHAR, distanced BOOLEAN, chain {ANONYMOUS}[], parent VARCHAR
)[];
CREATE INDEX reading_document ON reading (document);
CREATE OR REPLACE VIEW current_reading AS
    SELECT reading.* FROM reading
    SEMI JOIN (
        SELECT arg_max(reading, number) AS number FROM standing GROUP BY document
    ) AS last USING (number);
CREATE OR REPLACE VIEW claim AS
    SELECT
        reading, c.id, c.source, c.cue, c.content, c.quotation,
        c.stance, c.commitment, c.distanced, c.chain, c.parent
    FROM (SELECT number AS reading, unnest(claims) AS c FROM reading);
"""  # noqa: S608 (put together from constants)

FIGURES = f"""
DROP INDEX reading_document;
ALTER TABLE reading ADD COLUMN quantities STRUCT(
    id VARCHAR, "start" INTEGER, "end" INTEGER, low DOUBLE, high DOUBLE, approximate BOOLEAN,
    what VARCHAR, unit VARCHAR, source {ANONYMOUS}, as_of STRUCT(first DATE, last DATE), claim VARCHAR
)[];
ALTER TABLE reading ADD COLUMN silences STRUCT(
    id VARCHAR, who {ANONYMOUS}, kind VARCHAR, about {SPANS},
    span STRUCT("start" INTEGER, "end" INTEGER), claim VARCHAR
)[];
CREATE INDEX reading_document ON reading (document);
CREATE OR REPLACE VIEW current_reading AS
    SELECT reading.* FROM reading
    SEMI JOIN (
        SELECT arg_max(reading, number) AS number FROM standing GROUP BY document
    ) AS last USING (number);
CREATE VIEW quantity AS
    SELECT
        reading, q.id, q."start", q."end", q.low, q.high, q.approximate, q.what, q.unit, q.source,
        q.as_of, q.claim
    FROM (SELECT number AS reading, unnest(quantities) AS q FROM reading);
CREATE VIEW silence AS
    SELECT reading, s.id, s.who, s.kind, s.about, s.span, s.claim
    FROM (SELECT number AS reading, unnest(silences) AS s FROM reading);
"""  # noqa: S608 (put together from constants)

EVENTS = f"""
DROP INDEX reading_document;
ALTER TABLE reading ADD COLUMN events STRUCT(
    id VARCHAR, type VARCHAR, mode VARCHAR, contexts VARCHAR[],
    trigger STRUCT("start" INTEGER, "end" INTEGER), actor VARCHAR[], recipient VARCHAR[],
    time STRUCT(first DATE, last DATE), place VARCHAR, factuality VARCHAR, claims VARCHAR[],
    score DOUBLE, mentions {SPANS}
)[];
CREATE INDEX reading_document ON reading (document);
CREATE OR REPLACE VIEW current_reading AS
    SELECT reading.* FROM reading
    SEMI JOIN (
        SELECT arg_max(reading, number) AS number FROM standing GROUP BY document
    ) AS last USING (number);
CREATE VIEW event AS
    SELECT
        reading, v.id, v.type, v.mode, v.contexts, v.trigger, v.actor, v.recipient, v.time, v.place,
        v.factuality, v.claims, v.score, v.mentions
    FROM (SELECT number AS reading, unnest(events) AS v FROM reading);
CREATE VIEW party AS
    SELECT reading, event, role, entity
    FROM (
        SELECT reading, id AS event, 'actor' AS role, unnest(actor) AS entity FROM event
        UNION ALL
        SELECT reading, id, 'recipient', unnest(recipient) FROM event
    );
"""  # noqa: S608 (put together from constants)

MIGRATIONS = (
    Migration(number=1, name="readings and which of them stand", sql=READINGS),
    Migration(number=2, name="who is who across documents", sql=IDENTITIES),
    Migration(number=3, name="how claims are put, and by whom without a name", sql=MANNERS),
    Migration(number=4, name="figures and silences", sql=FIGURES),
    Migration(number=5, name="events", sql=EVENTS),
)


def pending(connection: DuckDBPyConnection, *, path: str) -> tuple[Migration, ...]:
    """The steps that the file has not been through: all of them for an empty database.

    Raises ``StoreError`` for a database that is not a record, or is one of a newer program.
    """
    tables = {
        name
        for (name,) in connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE NOT internal"
        ).fetchall()
    }
    if not tables:
        return MIGRATIONS
    if "onrecord_migration" not in tables:
        raise StoreError(f"{path} is a DuckDB file, but not a record of onrecord")
    applied = {n for (n,) in connection.execute("SELECT number FROM onrecord_migration").fetchall()}
    if applied - {migration.number for migration in MIGRATIONS}:
        raise StoreError(
            f"{path} was written by a newer onrecord (its form is number {max(applied)}, "
            f"this is {__version__} and knows {MIGRATIONS[-1].number})"
        )
    return tuple(migration for migration in MIGRATIONS if migration.number not in applied)


def migrate(connection: DuckDBPyConnection, *, path: str) -> None:
    """Take the file through the steps it lacks, each wholly or not at all."""
    for migration in pending(connection, path=path):
        with transaction(connection):
            if migration.number == 1:
                connection.execute(LEDGER)
            connection.execute(migration.sql)
            connection.execute(
                "INSERT INTO onrecord_migration VALUES (?, ?, ?, ?)",
                [migration.number, migration.name, utc_now(), __version__],
            )
