"""Names as they are compared across documents: under which key they are found, and how much they tell."""

from __future__ import annotations

from onrecord.record import EntityType
from onrecord.vocab import load_actors
from onrecord.vocab.keys import fold, without_article, without_possessive

_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "gen", "sen", "rep"})
_LEGAL_FORMS = frozenset(
    {"inc", "incorporated", "ltd", "limited", "llc", "plc", "corp", "corporation", "co", "gmbh", "ag"}
)
# Words of names that many have: an "Interior Ministry" or a "First Army" is not one and the same
# wherever it is named.
_SHARED = frozenset(
    {"administration", "agency", "air", "armed", "army", "assembly", "association", "authority", "bank"}
    | {"board", "border", "bureau", "cabinet", "center", "central", "centre", "city", "coast", "college"}
    | {"command", "commission", "committee", "constitutional", "council", "court", "criminal", "defence"}
    | {"defense", "democratic", "department", "district", "division", "east", "eastern", "economic"}
    | {"election", "embassy", "federal", "federation", "first", "force", "forces", "foreign", "general"}
    | {"government", "guard", "health", "high", "house", "institute", "intelligence", "interior"}
    | {"international", "investigation", "justice", "labor", "labour", "local", "lower", "main", "military"}
    | {"minister", "ministry", "movement", "museum", "national", "navy", "new", "news", "north", "northern"}
    | {"office", "opposition", "parliament", "party", "people", "peoples", "police", "political", "port"}
    | {"presidential", "prison", "prosecutor", "prosecutors", "province", "public", "radio", "regional"}
    | {"republic", "republican", "research", "royal", "ruling", "second", "security", "senate", "service"}
    | {"services", "social", "socialist", "south", "southern", "special", "staff", "state", "street"}
    | {"supreme", "television", "third", "trade", "union", "united", "university", "upper", "west", "western"}
    | {"and", "for", "in", "of", "on", "the", "to"}
)


def name_key(name: str, type_: EntityType) -> str:
    """The form that names which may be one share: folded, in small letters, without what is no part of it.

    Initials inside a person's name are left out, so that "Ilse B. Marrow" is found under "Ilse Marrow".
    """
    words = without_article(fold(without_possessive(name))).casefold().split()
    if type_ == "person":
        while len(words) > 1 and words[0] in _HONORIFICS:
            del words[0]
        inner = [word for word in words[1:-1] if len(word) > 1]
        words = [*words[:1], *inner, *words[1:][-1:]]
    else:
        while len(words) > 1 and words[-1] in _LEGAL_FORMS:
            del words[-1]
    return " ".join(words)


def is_full(key: str, type_: EntityType) -> bool:
    """Whether hardly two have a name with this key: two words or more, and not everyone's."""
    words = [word for word in key.split() if len(word) > 1]
    if type_ == "person":
        return len(words) > 1
    if len(words) < 2 or all(word in _SHARED for word in words):
        return False
    return load_actors().generic_body(key) is None


def initials_fit(name: str, other: str) -> bool:
    """Whether two names of persons with one key have no different initials: George W. and George H. Bush."""
    one, two = _initials(name), _initials(other)
    return not one or not two or one.startswith(two) or two.startswith(one)


def _initials(name: str) -> str:
    return "".join(word for word in fold(name).casefold().split()[1:-1] if len(word) == 1)
