"""Names of countries: what is found, what is not, and what the loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocab import Countries, CountryName, load_countries

STATES = "code,status,name,other_names,nationality,people,capitals,metonyms"
PLACES = "code,kind,names,adjectives,note"
GROUPS = "theme,names"
AMBIGUOUS = "form,kind,code,candidates,note"
LUTHA = "AAA,member,Lutha,,Luthan,Luthans,Lustadt,"
VOSKA = "BBB,member,Voska,,Voskan,Voskans,Port Vos,"


@pytest.fixture(scope="module")
def countries() -> Countries:
    """The names that ship with the package."""
    return load_countries()


def write_tables(
    folder: Path,
    *,
    states: tuple[str, ...] = (LUTHA, VOSKA),
    places: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    ambiguous: tuple[str, ...] = (),
) -> Path:
    """Four tables about invented states."""
    tables = {
        "states.csv": (STATES, *states),
        "places.csv": (PLACES, *places),
        "groups.csv": (GROUPS, *groups),
        "ambiguous.csv": (AMBIGUOUS, *ambiguous),
    }
    for name, lines in tables.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("form", "code", "kind"),
    [
        ("Russia", "RUS", "state"),
        ("U.S.", "USA", "state"),
        ("the United States", "USA", "state"),
        ("the States", "USA", "state"),
        ("Great Britain", "GBR", "state"),
        ("DPRK", "PRK", "state"),
        ("Burma", "MMR", "state"),
        ("Ivory Coast", "CIV", "state"),
        ("Cote d’Ivoire", "CIV", "state"),
        ("Turkiye", "TUR", "state"),
        ("Swaziland", "SWZ", "state"),
        ("Kosovo", "XKX", "state"),
        ("the Holy See", "VAT", "state"),
        ("North Korean", "PRK", "nationality"),
        ("Dutch", "NLD", "nationality"),
        ("Philippine", "PHL", "nationality"),
        ("Emirati", "ARE", "nationality"),
        ("Nigerien", "NER", "nationality"),
        ("Nigerian", "NGA", "nationality"),
        ("Britons", "GBR", "people"),
        ("Filipinos", "PHL", "people"),
        ("Russians", "RUS", "people"),
        ("Kiev", "UKR", "capital"),
        ("Kyiv", "UKR", "capital"),
        ("Nur-Sultan", "KAZ", "capital"),
        ("N’Djamena", "TCD", "capital"),
        ("Washington, D.C.", "USA", "capital"),
        ("the Kremlin", "RUS", "metonym"),
        ("10 Downing Street", "GBR", "metonym"),
        ("Elysee", "FRA", "metonym"),
        ("Zhongnanhai", "CHN", "metonym"),
        ("Donetsk", "UKR", "place"),
        ("Benghazi", "LBY", "place"),
        ("Mumbai", "IND", "place"),
        ("Texas", "USA", "place"),
        ("Gazans", "PSE", "nationality"),
    ],
)
def test_form_tells_its_state(countries: Countries, form: str, code: str, kind: str) -> None:
    """A form that news writes finds the state it stands for, and what kind of name it is."""
    name = countries.find(form)
    assert name is not None
    assert (name.code, name.kind) == (code, kind)


@pytest.mark.parametrize("form", ["Russia's", "Russia’s", "RUSSIA", "the Russia's", " Russia "])
def test_possessive_case_and_article_make_no_difference(countries: Countries, form: str) -> None:
    """A possessive, capitals, an article and spaces around leave the name what it is."""
    name = countries.find(form)
    assert name is not None
    assert name.code == "RUS"


def test_name_that_ends_in_s_is_not_cut(countries: Countries) -> None:
    """A name that itself ends like a possessive is found whole."""
    name = countries.find("St. George's")
    assert name is not None
    assert name.code == "GRD"


@pytest.mark.parametrize(
    "form", ["us", "Us", "turkey", "china", "polish", "uk", "NIS", "SURAT1", "", "Atlantis", "'s"]
)
def test_words_that_are_no_names_find_nothing(countries: Countries, form: str) -> None:
    """Words in small letters, acronyms of other things and unknown names find nothing."""
    assert countries.find(form) is None


@pytest.mark.parametrize("form", ["IRAN", "KYIV", "MALI"])
def test_short_state_or_capital_in_capitals_is_found(countries: Countries, form: str) -> None:
    """A headline in capitals still names states and capitals."""
    assert countries.find(form) is not None


@pytest.mark.parametrize(
    ("form", "candidates"),
    [
        ("Congolese", ("COD", "COG")),
        ("Koreans", ("KOR", "PRK")),
        ("Dominican", ("DOM", "DMA")),
        ("Kashmir", ("IND", "PAK", "CHN")),
    ],
)
def test_evenly_matched_readings_tell_no_state(
    countries: Countries, form: str, candidates: tuple[str, ...]
) -> None:
    """A form whose readings are evenly matched says so, and which they are, and guesses none."""
    name = countries.find(form)
    assert name is not None
    assert (name.code, name.ambiguous, name.candidates) == (None, True, candidates)


@pytest.mark.parametrize(("form", "code"), [("Georgia", "GEO"), ("Jordan", "JOR"), ("Chad", "TCD")])
def test_form_with_a_leading_reading_tells_it_and_warns(countries: Countries, form: str, code: str) -> None:
    """A form that mostly means a state tells it, and is marked as ambiguous."""
    name = countries.find(form)
    assert name is not None
    assert (name.code, name.ambiguous) == (code, True)


@pytest.mark.parametrize("form", ["European", "Arabs", "Muslim", "Western", "Africans", "Kurds"])
def test_groups_tell_no_state(countries: Countries, form: str) -> None:
    """Names of groups are known as such and tell no state."""
    name = countries.find(form)
    assert name is not None
    assert (name.code, name.kind) == (None, "group")


def test_former_state_tells_no_present_one(countries: Countries) -> None:
    """A Soviet monument is not Russia's: a state that is no more is marked and has no code."""
    name = countries.find("Soviet")
    assert name is not None
    assert (name.code, name.former) == (None, True)


def test_disputed_place_says_so(countries: Countries) -> None:
    """A disputed place tells the state that the United Nations name, with a note."""
    name = countries.find("Crimea")
    assert name is not None
    assert name.code == "UKR"
    assert name.note.startswith("disputed")


def test_canonical_names(countries: Countries) -> None:
    """A code gives the English short name, and an unknown one is an error."""
    assert countries.name("PRK") == "North Korea"
    with pytest.raises(KeyError):
        countries.name("ZZZ")


def test_every_state_of_the_united_nations_is_complete(countries: Countries) -> None:
    """All 193 members and two observers are there; members have an adjective and a capital."""
    by_status: dict[str, list[str]] = {}
    for code in countries.codes:
        by_status.setdefault(countries.country(code).status, []).append(code)
    assert len(by_status["member"]) == 193
    assert by_status["observer"] == ["VAT", "PSE"]
    assert len(countries.codes) == 250
    for code in by_status["member"]:
        country = countries.country(code)
        assert country.capitals or code in ("NRU", "SGP"), code
        # The two Congos and the two Dominicas share their adjectives: these stand as ambiguous.
        assert country.adjective or code in ("COD", "COG", "DMA", "DOM"), code


def test_every_name_adjective_and_capital_finds_its_state(countries: Countries) -> None:
    """What a state's row lists tells that state, or is ambiguous and may mean it."""
    for code in countries.codes:
        country = countries.country(code)
        forms = [country.name, *country.capitals]
        if country.adjective:
            forms.append(country.adjective)
        for form in forms:
            name = countries.find(form)
            assert name is not None
            assert name.code == code or code in name.candidates, (code, form, name)


def test_there_are_hundreds_of_places(countries: Countries) -> None:
    """The modest list of cities and regions that tell a state has more than a thousand entries."""
    assert sum(name.kind == "place" and name.code is not None for name in countries) > 1000


def test_every_form_finds_itself(countries: Countries) -> None:
    """Each name of the tables finds itself as it is written there."""
    for name in countries:
        assert countries.find(name.form) is name


@given(st.text(max_size=300))
def test_any_text_can_be_asked_for(text: str) -> None:
    """Whatever is asked for, the answer is a name or null."""
    assert isinstance(load_countries().find(text), CountryName | None)


def test_shipped_names_are_read_once() -> None:
    """The package's own tables are read once."""
    assert load_countries() is load_countries()


def test_tables_of_a_folder_are_read(tmp_path: Path) -> None:
    """Tables of one's own are read as the package's are."""
    countries = load_countries(write_tables(tmp_path, places=("AAA,city,Blentz,Blentzer,",)))
    name = countries.find("Blentz")
    assert name is not None
    assert (name.code, name.kind) == ("AAA", "place")


@pytest.mark.parametrize(
    ("tables", "reason"),
    [
        ({"places": ("CCC,city,Blentz,,",)}, "places.csv, line 2: unknown code CCC"),
        ({"places": (",city,Blentz,,",)}, "places.csv, line 2: code is empty"),
        ({"places": ("AAA,city,,,",)}, "places.csv, line 2: names is empty"),
        ({"places": ("AAA,town,Blentz,,",)}, "places.csv, line 2: kind is 'town'"),
        ({"places": ("AAA,city,Blentz",)}, "places.csv, line 2: 3 cells, not 5"),
        ({"places": ("AAA,city,Blentz;;Tann,,",)}, "places.csv, line 2: names has an empty part"),
        ({"places": ("BBB,city,Lustadt,,",)}, "places.csv, line 2: 'Lustadt' tells BBB"),
        ({"groups": ("sport,Rowers",)}, "groups.csv, line 2: theme is 'sport'"),
        ({"states": (LUTHA, LUTHA)}, "states.csv, line 3: AAA has a row already"),
        ({"states": ("aaa,member,Lutha,,,,,",)}, "states.csv, line 2: 'aaa' is no alpha-3 code"),
        ({"states": ("-,member,Lutha,,,,,",)}, "states.csv, line 2: a former state"),
        ({"states": ("AAA,member,,,,,,",)}, "states.csv, line 2: name is empty"),
        ({"ambiguous": ("Tann,place,AAA,BBB,twice",)}, "ambiguous.csv, line 2: AAA is not among"),
        ({"ambiguous": ("Tann,place,-,CCC,twice",)}, "ambiguous.csv, line 2: unknown code CCC"),
        ({"ambiguous": ("Tann,place,-,AAA,",)}, "ambiguous.csv, line 2: note is empty"),
        ({"ambiguous": ("Tann,town,-,AAA,twice",)}, "ambiguous.csv, line 2: kind is 'town'"),
        (
            {"ambiguous": ("Tann,place,-,AAA,one", "Tänn,place,AAA,AAA,two")},
            "ambiguous.csv, line 3: 'Tänn' was given otherwise as 'Tann'",
        ),
        (
            {"places": ("BBB,city,Tann,,",), "ambiguous": ("Tann,place,-,AAA,twice",)},
            "places.csv, line 2: 'Tann' is ambiguous, and BBB not among its candidates",
        ),
    ],
)
def test_table_that_contradicts_itself_is_refused(
    tmp_path: Path, tables: dict[str, tuple[str, ...]], reason: str
) -> None:
    """An error of a table is named with file, line and reason."""
    folder = write_tables(tmp_path, **tables)
    with pytest.raises(ValueError, match=r"^\S+\.csv, line \d+: ") as refusal:
        load_countries(folder)
    assert str(refusal.value).startswith(reason)


def test_wrong_header_is_refused(tmp_path: Path) -> None:
    """A table whose columns are not the ones expected is refused before anything is read of it."""
    folder = write_tables(tmp_path)
    (folder / "groups.csv").write_text("names,theme\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^groups\.csv, line 1: the header is"):
        load_countries(folder)
