"""What is known of each mention before any two are compared, in numbers side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from onrecord.annotate.mentions.found import Found
from onrecord.annotate.mentions.naming import Known
from onrecord.annotate.syntax.tree import ROOT, Syntax
from onrecord.models import Encoding
from onrecord.models.manifest import Floats
from onrecord.models.pieces import Ints
from onrecord.record import Span
from onrecord.vocab import load_actors, load_countries

KINDS = ("name", "nominal", "pronoun")
UNKNOWN, SINGULAR, PLURAL = 0, 1, 2
MASCULINE, FEMININE, NEUTER = 1, 2, 3
WORDS = 5
"""So many content words of a mention are compared."""
BESIDE = 8
"""And so many of what stands beside it, or beside another name of the same."""

PRONOUNS: Mapping[str, tuple[str, int, int]] = {
    form: (name, number, gender)
    for name, number, gender, forms in (
        ("I", SINGULAR, 0, "i me my mine myself"),
        ("we", PLURAL, 0, "we us our ours ourselves"),
        ("you", 0, 0, "you your yours yourself yourselves"),
        ("he", SINGULAR, MASCULINE, "he him his himself"),
        ("she", SINGULAR, FEMININE, "she her hers herself"),
        ("it", SINGULAR, NEUTER, "it its itself"),
        ("they", PLURAL, 0, "they them their theirs themselves both"),
        ("who", 0, 0, "who whom whose"),
        ("which", 0, 0, "which that"),
        ("this", 0, 0, "this these those"),
    )
    for form in forms.split()
}
PRONOUN_CLASSES = ("none", "I", "we", "you", "he", "she", "it", "they", "who", "which", "this", "other")
DEFINITENESS = ("bare", "a", "the", "this", "possessed")
_ARTICLES = {"the": 2, "a": 1, "an": 1, "some": 1, "another": 1, "this": 3, "that": 3, "these": 3, "those": 3}
_MASCULINE = frozenset(
    [
        "man",
        "boy",
        "father",
        "son",
        "brother",
        "husband",
        "king",
        "prince",
        "spokesman",
        "businessman",
        "chairman",
        "policeman",
        "widower",
        "uncle",
        "gentleman",
        "lord",
        "sir",
        "mr",
        "mr.",
        "nephew",
        "grandfather",
        "emperor",
        "duke",
        "actor",
        "monk",
        "imam",
        "congressman",
        "sultan",
        "emir",
    ]
)
_FEMININE = frozenset(
    [
        "woman",
        "girl",
        "mother",
        "daughter",
        "sister",
        "wife",
        "queen",
        "princess",
        "spokeswoman",
        "businesswoman",
        "chairwoman",
        "policewoman",
        "widow",
        "aunt",
        "lady",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "niece",
        "grandmother",
        "empress",
        "duchess",
        "actress",
        "nun",
        "congresswoman",
    ]
)
_SMALL = frozenset({"DET", "ADP", "PUNCT", "PART", "CCONJ", "SCONJ", "PRON", "AUX", "SYM"})
_BESIDE = frozenset({"nmod:desc", "compound", "appos", "amod", "flat"})
_NONE = -1


@dataclass(frozen=True, kw_only=True)
class Described:
    """Of n mentions, each field [n] unless told otherwise; numbers of words and texts mean only equality.

    governor: of the head word. same_as: the head word that this one stands in apposition to, is the
    predicate of, or relates to, or -1. speaker: the head word of who says the quotation around, or -1.
    query, key: [n, size]; null: [n] the encoder's score that the mention is new. likely: [n, classes].
    words: [n, WORDS] content words in the mention; beside: [n, BESIDE] those of titles and appositions beside
    it, or beside any name of the same. sort, part: the type and main sector that the vocabulary knows of a
    name or of a describing noun, -1 none.
    """

    kind: Ints
    start: Ints
    end: Ints
    head: Ints
    sentence: Ints
    paragraph: Ints
    text: Ints
    head_word: Ints
    number: Ints
    gender: Ints
    pronoun: Ints
    definite: Ints
    country: Ints
    sort: Ints
    part: Ints
    quoted: Ints
    subject: Ints
    governor: Ints
    same_as: Ints
    speaker: Ints
    often: Ints
    null: Floats
    likely: Floats
    query: Floats
    key: Floats
    words: Ints
    beside: Ints

    def __len__(self) -> int:
        return len(self.kind)


def describe(
    mentions: Sequence[Found],
    syntax: Syntax,
    encoding: Encoding,
    speakers: Sequence[tuple[Span, Span | None]],
    known: Mapping[int, Known],
) -> Described:
    """Describes the mentions.

    speakers: every quoted span with the span of who says it. known: what the names name, by number.
    """
    heads = [one.head for one in mentions]
    words = np.asarray(syntax.words, dtype=np.int64)[np.asarray(heads, dtype=np.int64)]
    owner = encoding.owner[words]
    numbers: dict[str, int] = {}
    serial = count()

    def number_of(form: str) -> int:
        return numbers.setdefault(form, next(serial))

    texts = [_plain(one, syntax) for one in mentions]
    inside = [_words(one, syntax) for one in mentions]
    beside = _beside_all(mentions, syntax, known)
    sorts = [_sort(one, known.get(n), syntax) for n, one in enumerate(mentions)]
    pronouns = [_pronoun(one, syntax) for one in mentions]
    text = np.array([number_of("text " + t) for t in texts])
    query, key = encoding.tags("coref_query")[words], encoding.tags("coref_key")[words]
    null = np.einsum("nd,nd->n", query, encoding.null("coref_key")[owner]) / np.sqrt(query.shape[1])
    breaks = encoding.pieces.features[encoding.pieces.first_piece, 1].cumsum()
    quoted, speaker = _quotations(mentions, syntax, speakers)
    return Described(
        kind=np.array([KINDS.index(one.kind) for one in mentions]),
        start=np.array([one.span.start for one in mentions]),
        end=np.array([one.span.end for one in mentions]),
        head=np.array(heads),
        sentence=np.asarray(syntax.sentence_of)[heads],
        paragraph=breaks[words],
        text=text,
        head_word=np.array([number_of(_head_word(one, syntax)) for one in mentions]),
        number=np.array([_number(one, syntax) for one in mentions]),
        gender=np.array([_gender(one, syntax) for one in mentions]),
        pronoun=np.array([PRONOUN_CLASSES.index(p) for p in pronouns]),
        definite=np.array([_definite(one, syntax) for one in mentions]),
        country=np.array(
            [number_of("country " + c) if (c := _country(one, syntax)) else _NONE for one in mentions]
        ),
        sort=np.array([number_of("sort " + sort) if sort else _NONE for sort, _ in sorts]),
        part=np.array([number_of("part " + part) if part else _NONE for _, part in sorts]),
        quoted=quoted,
        subject=np.array([syntax.relations[h].startswith("nsubj") for h in heads], dtype=np.int64),
        governor=np.array([syntax.heads[h] for h in heads]),
        same_as=np.array([_same_as(h, syntax) for h in heads]),
        speaker=speaker,
        often=np.bincount(text, minlength=int(text.max(initial=0)) + 1)[text],
        null=null.astype(np.float32),
        likely=np.stack([one.likely for one in mentions]),
        query=query,
        key=key,
        words=_padded([[number_of(w) for w in row] for row in inside], WORDS),
        beside=_padded([[number_of(w) for w in row] for row in beside], BESIDE),
    )


def _plain(one: Found, syntax: Syntax) -> str:
    """The mention's text without article and possessive, in small letters."""
    words = [syntax.form(n).lower() for n in one.words]
    while len(words) > 1 and words[0] in _ARTICLES:
        del words[0]
    return " ".join(words)


def _head_word(one: Found, syntax: Syntax) -> str:
    if one.kind == "name":
        return syntax.form(one.words[-1]).lower()
    return syntax.lemmas[one.head].lower()


def _words(one: Found, syntax: Syntax) -> list[str]:
    """The content words in a mention, those nearest to its head first."""
    tokens = [n for n in one.words if syntax.pos[n] not in _SMALL]
    tokens.sort(key=lambda n: abs(n - one.head))
    forms = [syntax.lemmas[n].lower() if one.kind != "name" else syntax.form(n).lower() for n in tokens]
    return forms[:WORDS]


def _beside_all(mentions: Sequence[Found], syntax: Syntax, known: Mapping[int, Known]) -> list[list[str]]:
    """What stands beside each mention; of names that name the same, what stands beside any of them."""
    own = [_beside(one, syntax) for one in mentions]
    shared: dict[str, dict[str, None]] = {}
    for n, one in known.items():
        shared.setdefault(one.key, {}).update(dict.fromkeys(own[n]))
    return [list(shared[known[n].key])[:BESIDE] if n in known else own[n] for n in range(len(mentions))]


def _sort(one: Found, known: Known | None, syntax: Syntax) -> tuple[str, str]:
    """The type and main sector that the vocabulary knows of a name or of the noun of a description."""
    if known is not None:
        return known.type, known.sector[0] if known.sector else ""
    if one.kind != "nominal":
        return "", ""
    agent = load_actors().agent(syntax.form(one.head).lower())
    if agent is None:
        return "", ""
    return agent.type, agent.sector[0] if agent.sector else ""


def _beside(one: Found, syntax: Syntax) -> list[str]:
    """Titles before a name, the nouns of its appositions and of what it is said to be."""
    own = one.words
    found = []
    for child in syntax.children[one.head]:
        if child not in own and syntax.relations[child] in _BESIDE:
            found.append(syntax.lemmas[child].lower())
            found += [
                syntax.lemmas[c].lower()
                for c in syntax.children[child]
                if syntax.relations[c] in ("compound", "amod")
            ]
    governor = syntax.heads[one.head]
    if syntax.relations[one.head] == "appos" and governor != ROOT:
        found.append(syntax.lemmas[governor].lower())
    return found[:BESIDE]


def _pronoun(one: Found, syntax: Syntax) -> str:
    if one.kind != "pronoun":
        return "none"
    return PRONOUNS.get(syntax.form(one.head).lower(), ("other", 0, 0))[0]


def _number(one: Found, syntax: Syntax) -> int:
    if one.kind == "pronoun":
        return PRONOUNS.get(syntax.form(one.head).lower(), ("", UNKNOWN, 0))[1]
    if syntax.pos[one.head] == "CCONJ":
        return PLURAL
    form = syntax.form(one.head).lower()
    if syntax.pos[one.head] in ("NOUN", "PROPN") and one.kind == "nominal":
        if form in ("police", "people", "troops", "forces") or syntax.lemmas[one.head].lower() != form:
            return PLURAL
        return SINGULAR
    return SINGULAR if one.kind == "name" and one.type in ("person", "country", "publisher") else UNKNOWN


def _gender(one: Found, syntax: Syntax) -> int:
    if one.kind == "pronoun":
        return PRONOUNS.get(syntax.form(one.head).lower(), ("", 0, 0))[2]
    forms = {syntax.lemmas[one.head].lower(), *(_beside(one, syntax) if one.kind == "name" else ())}
    if forms & _FEMININE:
        return FEMININE
    if forms & _MASCULINE:
        return MASCULINE
    return NEUTER if one.type in ("organization", "country", "place", "publisher", "facility", "other") else 0


def _definite(one: Found, syntax: Syntax) -> int:
    first = syntax.form(one.words[0]).lower()
    if first in _ARTICLES:
        return _ARTICLES[first]
    possessor = syntax.child(one.head, "nmod:poss")
    return 4 if possessor is not None and one.kind == "nominal" else 0


def _country(one: Found, syntax: Syntax) -> str | None:
    """The state that the mention names or that a word within it tells ("the Russian minister")."""
    if one.kind == "pronoun":
        return None
    countries = load_countries()
    if one.name is not None:
        known = countries.find(one.name.surface)
        return None if known is None else known.code
    for n in one.words:
        if syntax.pos[n] in ("PROPN", "ADJ", "NOUN") and syntax.form(n)[:1].isupper():
            known = countries.find(syntax.form(n))
            if known is not None and known.code is not None and not known.ambiguous:
                return known.code
    return None


def _same_as(head: int, syntax: Syntax) -> int:
    """The word that syntax says stands for the same: apposition, subject of a predicate, relative clause."""
    relation, governor = syntax.relations[head], syntax.heads[head]
    if relation == "appos" and governor != ROOT:
        return governor
    if syntax.child(head, "cop") is not None:
        subject = syntax.child(head, "nsubj")
        return -1 if subject is None else subject
    noun = syntax.related(head)
    return _NONE if noun is None else noun


def _quotations(
    mentions: Sequence[Found], syntax: Syntax, speakers: Sequence[tuple[Span, Span | None]]
) -> tuple[Ints, Ints]:
    """[n] the number of the quotation around each mention (0 none), and the head word of its speaker."""
    quoted, speaker = np.zeros(len(mentions), dtype=np.int64), np.full(len(mentions), _NONE)
    starts = np.array([one.span.start for one in mentions])
    for number, (span, source) in enumerate(speakers, start=1):
        inside = (starts >= span.start) & (starts < span.end)
        quoted[inside] = number
        speaker[inside] = _NONE if source is None else syntax.head_of(syntax.within(source))
    return quoted, speaker


def _padded(rows: Sequence[Sequence[int]], width: int) -> Ints:
    found = np.full((len(rows), width), _NONE, dtype=np.int64)
    for n, row in enumerate(rows):
        found[n, : len(row)] = row
    return found
