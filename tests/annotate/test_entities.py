"""Who is who: mentions gathered to entities with states, sectors and offices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from onrecord.annotate.entities.build import without_titles
from onrecord.annotate.mentions import Found
from onrecord.annotate.mentions.naming import state_beside
from onrecord.annotate.syntax import Syntax
from onrecord.record import Entity
from onrecord.vocab import load_countries
from tests.annotate.trees import entities, flat, mention, tree


def _names(lines: str, *names: tuple[str, str], day: date | None = None) -> tuple[Entity, ...]:
    """The entities of names, each a line or part of one, given in order as surface and kind."""
    syntax, found = flat(lines), []
    seen: list[str] = []
    for surface, kind in names:
        nth = sum(other.count(surface) for other in seen)
        type_ = "other" if kind == "other" else kind
        found.append(mention(syntax, surface, "name", type_, nth=nth, as_=kind))
        seen.append(surface)
    return entities(syntax, found, day)


def _shown(found: Sequence[Entity]) -> list[tuple[str, str, str | None, int]]:
    return [(one.name, one.type, one.country, len(one.mentions)) for one in found]


def test_all_names_of_a_state_are_one_country() -> None:
    """Short, full and abbreviated names of a state are one entity with its code and the state's sector."""
    names = [("United States", "place"), ("Norway", "place"), ("U.S.", "place"), ("US", "place")]
    found = _names("United States\nNorway\nU.S.\nUS", *names)
    assert _shown(found) == [("United States", "country", "USA", 3), ("Norway", "country", "NOR", 1)]
    assert [one.sector for one in found] == [("GOV",), ("GOV",)]


RUSSIAN = tree("Russian ships left Norway", "ADJ.2.amod NOUN.3.nsubj.ship VERB.0.root PROPN.3.obj")


def test_a_nationality_before_a_noun_is_its_state() -> None:
    """ "Russian ships" are Russia's, which the word stands for, and it names the people."""
    state, people = entities(RUSSIAN, [mention(RUSSIAN, "Russian", "name", "country", as_="group")])
    assert (state.id, state.name, state.type) == ("state/RUS", "Russia", "country")
    assert (people.name, people.type, people.country) == ("Russian", "group", "RUS")
    assert [one.mentions[0].kind for one in (state, people)] == ["nominal", "name"]


def test_a_nationality_alone_is_a_group_of_that_state() -> None:
    """ "the Russians" are people of Russia, not Russia."""
    syntax = tree("the Russians left Russia", "DET.2.det PROPN.3.nsubj.Russian VERB.0.root PROPN.3.obj")
    people = mention(syntax, "Russians", "name", "group")
    state = mention(syntax, "Russia", "name", "country", nth=1, as_="place")
    assert _shown(entities(syntax, [people, state])) == [
        ("Russians", "group", "RUS", 1),
        ("Russia", "country", "RUS", 1),
    ]


def test_a_capital_is_a_place_of_its_state() -> None:
    """A capital has its state's code."""
    assert _shown(_names("Kyiv", ("Kyiv", "place"))) == [("Kyiv", "place", "UKR", 1)]


def test_a_capital_that_acts_is_its_state() -> None:
    """Pyongyang that sent delegations is the North Korean state, as the encoder reads it."""
    syntax = flat("Pyongyang")
    (found,) = entities(syntax, [mention(syntax, "Pyongyang", "name", "country", as_="place")])
    assert (found.id, found.type) == ("state/PRK", "country")


def test_a_man_called_jordan_stays_a_man() -> None:
    """Where the encoder reads a person, an ambiguous form is no state."""
    assert _shown(_names("Jordan", ("Jordan", "person"))) == [("Jordan", "person", None, 1)]
    assert _shown(_names("Jordan", ("Jordan", "place"))) == [("Jordan", "country", "JOR", 1)]


def test_a_surname_joins_its_person() -> None:
    """A surname belongs to the one person with that name."""
    found = _names("Ilse Marrow\nMarrow", ("Ilse Marrow", "person"), ("Marrow", "person"))
    assert _shown(found) == [("Ilse Marrow", "person", None, 2)]


def test_a_surname_of_two_stays_open() -> None:
    """Where two persons share a name, nothing is guessed."""
    names = [("Ilse Marrow", "person"), ("Karl Marrow", "person"), ("Marrow", "person")]
    found = _names("Ilse Marrow\nKarl Marrow\nMarrow", *names)
    assert [len(one.mentions) for one in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("day", "sizes"),
    [
        (date(1995, 5, 1), {"Bill Clinton": 2, "Hillary Clinton": 1}),
        (date(2010, 5, 1), {"Bill Clinton": 1, "Hillary Clinton": 2}),
        (date(2001, 1, 10), {"Bill Clinton": 1, "Hillary Clinton": 1, "Clinton": 1}),
        (date(2020, 5, 1), {"Bill Clinton": 1, "Hillary Clinton": 1, "Clinton": 1}),
        (None, {"Bill Clinton": 1, "Hillary Clinton": 1, "Clinton": 1}),
    ],
)
def test_a_surname_of_two_is_the_ones_in_office(day: date | None, sizes: dict[str, int]) -> None:
    """Of two whom the vocabulary knows, the one who held an office that day, if just one did."""
    names = [("Bill Clinton", "person"), ("Hillary Clinton", "person"), ("Clinton", "person")]
    found = _names("Bill Clinton\nHillary Clinton\nClinton", *names, day=day)
    assert {one.name: len(one.mentions) for one in found} == sizes


def test_a_lone_surname_is_who_led_a_state_that_day() -> None:
    """ "Moon" in a text on South Korea is its president of the day, and nobody without a day."""
    names = [("South Korea", "place"), ("Moon", "person")]
    assert _names("South Korea\nMoon", *names, day=date(2019, 7, 1))[1].id == "person/moon-jae-in"
    assert "/" not in _names("South Korea\nMoon", *names)[1].id


@pytest.mark.parametrize("kind", ["organization", "person", "other"])
def test_an_outlet_is_a_publisher(kind: str) -> None:
    """A known outlet is a publisher of its country, whatever the encoder takes it for."""
    (found,) = _names("Korea JoongAng Daily", ("Korea JoongAng Daily", kind))
    assert (found.type, found.country, found.sector) == ("publisher", "KOR", ("JRN",))


def test_part_of_an_outlets_name_is_the_outlet() -> None:
    """A short form goes to the outlet named in full; a common word does not."""
    names = [("Korea JoongAng Daily", "organization"), ("JoongAng", "person"), ("Daily", "other")]
    found = _names("Korea JoongAng Daily\nJoongAng\nDaily", *names)
    assert [(one.type, len(one.mentions)) for one in found] == [("publisher", 2), ("other", 1)]


ISS = ("Institute for Strait Studies", "organization")


def test_an_acronym_in_brackets_joins_its_name() -> None:
    """ "Institute for Strait Studies (ISS)": one entity, also where ISS comes alone later."""
    names = [ISS, ("ISS", "organization"), ("ISS", "organization")]
    found = _names("Institute for Strait Studies (ISS)\nISS", *names)
    assert [(one.name, len(one.mentions)) for one in found] == [("Institute for Strait Studies", 3)]


def test_what_stands_in_other_brackets_is_somebody_else() -> None:
    """Brackets after a name join nothing that is not made of its initials."""
    found = _names("Institute for Strait Studies (Norway)", ISS, ("Norway", "place"))
    assert [one.type for one in found] == ["organization", "country"]


def test_a_ministry_is_its_states() -> None:
    """A body of a kind that every state has is that state's, with its own id and sector."""
    (found,) = _names("Russian Foreign Ministry", ("Russian Foreign Ministry", "organization"))
    assert (found.id, found.type) == ("body/rus-foreign-ministry", "organization")
    assert (found.country, found.sector) == ("RUS", ("GOV",))


def test_a_ministry_of_nobody_in_particular_stays_open() -> None:
    """Where nothing tells the state, none is guessed; the sector is known all the same."""
    (found,) = _names("Foreign Ministry", ("Foreign Ministry", "organization"))
    assert (found.id, found.country, found.sector) == ("e1", None, ("GOV",))


def test_an_international_body_is_of_no_state() -> None:
    """NATO has no country, though Norway stands beside it."""
    syntax = tree("Norway's NATO envoy", "PROPN.4.nmod:poss PART.1.case PROPN.4.compound NOUN.0.root")
    names = [mention(syntax, "Norway", "name", "country", as_="place")]
    names += [mention(syntax, "NATO", "name", "organization")]
    found = {one.id: one.country for one in entities(syntax, names)}
    assert found == {"state/NOR": "NOR", "body/nato": None}


@pytest.mark.parametrize(
    ("words", "parse", "name", "code"),
    [
        (
            "the Russian Foreign Ministry",
            "DET.4.det ADJ.4.amod PROPN.4.compound PROPN.0.root",
            "Foreign Ministry",
            "RUS",
        ),
        ("the South Korean Congress", "DET.4.det ADJ.3.advmod ADJ.4.amod PROPN.0.root", "Congress", "KOR"),
        ("Peru's Congress", "PROPN.3.nmod:poss PART.1.case PROPN.0.root", "Congress", "PER"),
        ("Peru met Congress", "PROPN.2.nsubj VERB.0.root PROPN.2.obj", "Congress", None),
        ("Congress", "PROPN.0.root", "Congress", None),
    ],
)
def test_the_state_beside_a_name(words: str, parse: str, name: str, code: str | None) -> None:
    """A nationality or an owner before a name tells its state; a state elsewhere in the sentence does not."""
    syntax = tree(words, parse)
    assert state_beside(mention(syntax, name, "name", "organization"), syntax, load_countries()) == code


def test_what_the_vocabulary_knows_has_one_id_in_all_documents() -> None:
    """Ids of the vocabulary have a slash; the others number what this document alone knows."""
    one = _names(
        "Norway\nIlse Marrow\nReuters",
        ("Norway", "place"),
        ("Ilse Marrow", "person"),
        ("Reuters", "organization"),
    )
    two = _names(
        "Karl Keller\nReuters\nNorway",
        ("Karl Keller", "person"),
        ("Reuters", "organization"),
        ("Norway", "place"),
    )
    assert [found.id for found in one] == ["state/NOR", "e1", "publisher/reuters"]
    assert [found.id for found in two] == ["e1", "publisher/reuters", "state/NOR"]


def _titled(words: str, parse: str, state: str) -> dict[str, Entity]:
    syntax = tree(words, parse)
    found = [
        mention(syntax, state, "name", "country", as_="group"),
        mention(syntax, "Ilse Marrow", "name", "person"),
    ]
    return {one.name: one for one in entities(syntax, found)}


def test_a_title_before_a_name_is_an_office() -> None:
    """Its words, of whom it is, and what they tell: the state and the sector."""
    found = _titled(
        "Norwegian foreign minister Ilse Marrow left",
        "ADJ.3.amod ADJ.3.amod NOUN.4.nmod:desc PROPN.6.nsubj PROPN.4.flat VERB.0.root",
        "Norwegian",
    )["Ilse Marrow"]
    (role,) = found.roles
    assert (role.title, role.of, role.former) == ("foreign minister", "state/NOR", False)
    assert (found.country, found.sector) == ("NOR", ("GOV",))


@pytest.mark.parametrize("word", ["former", "ex", "then", "ousted"])
def test_a_former_office_is_marked(word: str) -> None:
    """Who held no other office is of the elite; "former" is no part of the title."""
    found = _titled(
        f"{word} Norwegian foreign minister Ilse Marrow left",
        "ADJ.4.amod ADJ.4.amod ADJ.4.amod NOUN.5.nmod:desc PROPN.7.nsubj PROPN.5.flat VERB.0.root",
        "Norwegian",
    )["Ilse Marrow"]
    assert [(role.title, role.former) for role in found.roles] == [("foreign minister", True)]
    assert found.sector == ("ELI",)


def test_an_owner_tells_state_and_office() -> None:
    """ "Norway's foreign minister" is of Norway."""
    found = _titled(
        "Norway's foreign minister Ilse Marrow left",
        "PROPN.4.nmod:poss PART.1.case ADJ.4.amod NOUN.5.nmod:desc PROPN.7.nsubj PROPN.5.flat VERB.0.root",
        "Norway",
    )["Ilse Marrow"]
    assert [(role.title, role.of) for role in found.roles] == [("foreign minister", "state/NOR")]
    assert found.country == "NOR"


def test_a_title_before_a_name_is_no_mention() -> None:
    """In "Foreign Minister Ilse Marrow" only the name is; "the minister Ilse Marrow" has two."""
    parse = "ADJ.2.amod NOUN.3.nmod:desc PROPN.5.nsubj PROPN.3.flat VERB.0.root"
    syntax = tree("foreign minister Ilse Marrow left", parse)
    name = mention(syntax, "Ilse Marrow", "name", "person")
    assert without_titles([mention(syntax, "foreign minister", "nominal", "person"), name], syntax) == [name]
    syntax = tree("the minister Ilse Marrow left", parse.replace("ADJ.2.amod", "DET.2.det"))
    both = [
        mention(syntax, "the minister", "nominal", "person"),
        mention(syntax, "Ilse Marrow", "name", "person"),
    ]
    assert without_titles(both, syntax) == both


PRESIDENT = "{} South Korean president left"
PARSE = "DET.4.det ADJ.3.advmod ADJ.4.amod NOUN.5.nsubj VERB.0.root"


def _president(day: date | None, article: str = "the", noun: str = "president") -> Entity:
    syntax: Syntax = tree(PRESIDENT.format(article).replace("president", noun), PARSE)
    found: list[Found] = [
        mention(syntax, "South Korean", "name", "country", as_="group"),
        mention(syntax, f"{article} South Korean {noun}", "nominal", "person"),
    ]
    (person,) = (one for one in entities(syntax, found, day) if one.type == "person")
    return person


@pytest.mark.parametrize(
    ("day", "id_"),
    [(date(2025, 7, 1), "person/lee-jae-myung"), (date(2019, 7, 1), "person/moon-jae-in"), (None, "e1")],
)
def test_the_holder_of_an_office_is_who_held_it_that_day(day: date | None, id_: str) -> None:
    """ "the South Korean president" is one man on one day; without a day the text does not decide."""
    found = _president(day)
    assert (found.id, found.country) == (id_, "KOR")


@pytest.mark.parametrize(("article", "noun"), [("a", "president"), ("the", "envoy"), ("the", "lawyer")])
def test_others_are_nobodys_office_holder(article: str, noun: str) -> None:
    """ "a South Korean president", and an office that many hold, name nobody; the state is told."""
    found = _president(date(2025, 7, 1), article, noun)
    assert (found.id, found.country) == ("e1", "KOR")


def test_an_office_holder_joins_the_chain_of_his_name() -> None:
    """The president and Moon Jae-in are one entity, without the ranker's help."""
    syntax = tree(
        f"Moon Jae-in left\n{PRESIDENT.format('the')}",
        f"PROPN.5.nsubj PROPN.1.flat PUNCT.2.punct PROPN.1.flat VERB.0.root|{PARSE}",
    )
    found = [
        mention(syntax, "Moon Jae-in", "name", "person"),
        mention(syntax, "South Korean", "name", "country", as_="group"),
        mention(syntax, "the South Korean president", "nominal", "person"),
    ]
    by_id = {one.id: one for one in entities(syntax, found, date(2019, 7, 1))}
    assert [m.kind for m in by_id["person/moon-jae-in"].mentions] == ["name", "nominal"]
    assert [role.title for role in by_id["person/moon-jae-in"].roles] == ["president"]


ENVOYS = tree(
    "Norway sent envoys over the border and they left",
    "PROPN.2.nsubj VERB.0.root NOUN.2.obj.envoy ADP.6.case DET.6.det NOUN.2.obl CCONJ.9.cc PRON.9.nsubj"
    " VERB.2.conj",
)


def test_a_person_and_a_state_never_meet() -> None:
    """Even a ranker that would have all be one does not make a man of a state."""
    found = [
        mention(ENVOYS, "Norway", "name", "country", as_="place"),
        mention(ENVOYS, "envoys", "nominal", "person"),
    ]
    assert [one.type == "country" for one in entities(ENVOYS, found, joins=True)] == [True, False]


def test_a_pronoun_joins_the_chain_that_the_ranker_says() -> None:
    """Chains keep pronouns beside what they stand for; the name is the longest description."""
    found = [mention(ENVOYS, "envoys", "nominal", "group"), mention(ENVOYS, "they", "pronoun", "group")]
    (one,) = entities(ENVOYS, found, joins=True)
    assert (one.name, [m.kind for m in one.mentions]) == ("envoys", ["nominal", "pronoun"])


def test_pronouns_and_places_without_a_name_are_no_entities() -> None:
    """A record keeps neither a lone "they" nor "the border"."""
    found = [mention(ENVOYS, "the border", "nominal", "place"), mention(ENVOYS, "they", "pronoun", "group")]
    assert entities(ENVOYS, found) == ()


def test_no_mentions_are_no_entities() -> None:
    """Nothing in, nothing out."""
    assert entities(ENVOYS, []) == ()
