"""The tables as a whole: their version, and the guide to changing them."""

from __future__ import annotations

import re
import shutil
from datetime import date
from importlib import resources
from pathlib import Path

from onrecord.vocab import load_actors, load_countries, load_publishers, version

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-vocabulary-entry.md"


def copy_tables(folder: Path) -> Path:
    """A copy of the tables that ship with the package."""
    with resources.as_file(resources.files("onrecord.vocab") / "data") as data:
        shutil.copytree(data, folder / "data")
    return folder / "data"


def rows_of_guide(title: str) -> str:
    """The rows that the guide shows for a table, as they are to be appended to it."""
    found = re.search(rf"```csv title=\"{re.escape(title)}\"\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    assert found is not None
    return found[1]


def test_version_is_twelve_hex_digits_and_stable() -> None:
    """The version is short, and the same each time it is asked for."""
    assert re.fullmatch(r"[0-9a-f]{12}", version())
    assert version() == version()


def test_tables_end_in_one_line_feed_and_hold_no_stray_spaces() -> None:
    """The tables are plain: line feeds alone, no tabs, no spaces next to a separator."""
    for table in (resources.files("onrecord.vocab") / "data").iterdir():
        text = table.read_text(encoding="utf-8")
        assert text.endswith("\n"), table.name
        assert not re.search(r"[\r\t]| [;,\n]|\n\n|,;|;,|;;", text), table.name


def test_country_names_of_the_guide_can_be_added(tmp_path: Path) -> None:
    """The rows of the guide, appended to the tables, are found as the guide says."""
    data = copy_tables(tmp_path)
    for title in ("places.csv", "ambiguous.csv"):
        with (data / title).open("a", encoding="utf-8") as table:
            table.write(rows_of_guide(title))
    countries = load_countries(data)
    city, town = countries.find("Vinh"), countries.find("Springfield")
    assert city is not None
    assert town is not None
    assert (city.code, city.kind) == ("VNM", "place")
    assert (town.code, town.ambiguous) == ("USA", True)


def test_publisher_of_the_guide_can_be_added(tmp_path: Path) -> None:
    """The row of the guide, appended to the table, is found by name and address."""
    data = copy_tables(tmp_path)
    with (data / "publishers.csv").open("a", encoding="utf-8") as table:
        table.write(rows_of_guide("publishers.csv"))
    publishers = load_publishers(data / "publishers.csv")
    publisher = publishers.find("https://www.lustadtcourier.example/world/1")
    assert publisher is not None
    assert publishers.find("the Lustadt Courier") is publisher
    assert publisher.is_ambiguous("The Courier")


def test_actors_of_the_guide_can_be_added(tmp_path: Path) -> None:
    """The rows of the guide, appended to the tables, are found as the guide says."""
    data = copy_tables(tmp_path)
    for title in ("people.csv", "offices.csv", "bodies.csv"):
        with (data / title).open("a", encoding="utf-8") as table:
            table.write(rows_of_guide(title))
    actors = load_actors(data)
    (person,) = actors.people("Ilse Marrow")
    assert actors.by_short("Frau Ilse") == (person,)
    assert actors.by_short("Marrow-Tann") == ()
    assert actors.holders("aut-lustadt-mayor", date(2008, 1, 1)) == (person,)
    assert [term.office.id for term in actors.in_office(person, date(2020, 1, 1))] == ["aut-lustadt-warden"]
    league = actors.body("Lustadt League")
    assert league is not None
    assert actors.body("LL", "AUT") is league
    assert actors.body("LL") is None


def test_code_of_the_guide_runs() -> None:
    """The Python that the guide shows does what it says."""
    blocks = re.findall(r"```python\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    assert blocks
    for block in blocks:
        exec(block, {})
