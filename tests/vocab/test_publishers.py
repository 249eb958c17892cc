"""Publishers: how they are found, and what the loader refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocab import Publisher, find_publisher, load_publishers

HEADER = "id,name,aliases,ambiguous,domains,country,owner,control,kind"
COURIER = "courier,The Lustadt Courier,Courier;TLC,Courier,courier.example,AUT,A Trust,private,newspaper"


def write_table(folder: Path, *rows: str) -> Path:
    """A table of invented publishers."""
    path = folder / "outlets.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("KCNA", "kcna"),
        ("Korean Central News Agency", "kcna"),
        ("the Korean Central News Agency", "kcna"),
        ("Tass", "tass"),
        ("TASS", "tass"),
        ("Itar-Tass", "tass"),
        ("Xinhua", "xinhua"),
        ("JoongAng", "joongang-ilbo"),
        ("Korea JoongAng Daily", "korea-joongang-daily"),
        ("Rodong Sinmun", "rodong-sinmun"),
        ("Yonhap", "yonhap-news-agency"),
        ("AFP", "agence-france-presse"),
        ("NEW YORK TIMES", "new-york-times"),
        ("the New York Times’s", "new-york-times"),
        ("El Pais", "el-pais"),
        ("Suddeutsche Zeitung", "suddeutsche-zeitung"),
        ("Breitbart", "breitbart-news"),
        ("RFE/RL", "radio-free-europe-radio-liberty"),
        ("The Sun", "sun"),
        ("The Times", "times"),
        ("The Guardian", "guardian"),
        ("Time", "time"),
        ("Lenta.ru", "lenta-ru"),
    ],
)
def test_publisher_is_found_by_name(asked: str, id: str) -> None:  # noqa: A002
    """A name or alias finds the publisher, however it is written."""
    publisher = find_publisher(asked)
    assert publisher is not None
    assert publisher.id == id


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("reuters.com", "reuters"),
        ("www.reuters.com", "reuters"),
        ("https://www.reuters.com/world/a-report-2025-03-21/?x=1#top", "reuters"),
        ("amp.theguardian.com", "guardian"),
        ("HTTPS://EDITION.CNN.COM:443/world", "cnn"),
        ("https://user@arabic.people.com.cn/", "peoples-daily"),
        ("//tass.com/politics", "tass"),
        ("tass.com.", "tass"),
        ("frontline.thehindu.com", "frontline-india"),
        ("www.thehindu.com", "hindu"),
    ],
)
def test_publisher_is_found_by_host(asked: str, id: str) -> None:  # noqa: A002
    """A host name, one below it or an address finds the publisher of the longest domain."""
    publisher = find_publisher(asked)
    assert publisher is not None
    assert publisher.id == id


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "ap",
        "pti",
        "Nobody's Gazette",
        "notreuters.com",
        "reuters.com.evil.example",
        "https://evil.example/reuters.com",
        "evil.example/?to=https://reuters.com/",
        "https://reuters.com@evil.example/",
        "http://[",
        "com",
        "a" * 5000,
    ],
)
def test_what_is_no_publisher_finds_nothing(asked: str) -> None:
    """Unknown names, acronyms in small letters and hosts that only look alike find nothing."""
    assert find_publisher(asked) is None


def test_alias_of_several_publishers_finds_none() -> None:
    """An alias that several publishers go by finds none of them."""
    assert find_publisher("The Nation") is None


def test_common_words_are_marked_as_ambiguous() -> None:
    """A name that is also a common word says so; a distinctive one does not."""
    publisher = find_publisher("The Sun")
    assert publisher is not None
    assert publisher.is_ambiguous("sun")
    publisher = find_publisher("Xinhua")
    assert publisher is not None
    assert not publisher.is_ambiguous("Xinhua")


def test_publisher_says_who_controls_it() -> None:
    """A publisher has its country, owner, control and kind."""
    publisher = find_publisher("KCNA")
    assert publisher is not None
    assert (publisher.country, publisher.owner) == ("PRK", "government of North Korea")
    assert (publisher.control, publisher.kind) == ("state", "agency")


def test_every_publisher_finds_itself() -> None:
    """Every publisher is found by its id, its name and each of its domains."""
    publishers = load_publishers()
    assert len(publishers) > 900
    for publisher in publishers:
        assert publishers[publisher.id] is publisher
        assert publishers.find(publisher.name) is publisher
        for domain in publisher.domains:
            assert publishers.find(domain) is publisher


def test_every_unambiguous_alias_finds_its_publisher() -> None:
    """Every alias finds its publisher, unless it is marked as ambiguous."""
    for publisher in load_publishers():
        for alias in set(publisher.aliases) - publisher.ambiguous:
            assert find_publisher(alias) is publisher


@given(st.text(max_size=300))
def test_any_text_can_be_asked_for(text: str) -> None:
    """Whatever is asked for, the answer is a publisher or null."""
    assert isinstance(find_publisher(text), Publisher | None)


def test_table_of_ones_own_is_read(tmp_path: Path) -> None:
    """A table of one's own is read as the package's is."""
    publisher = load_publishers(write_table(tmp_path, COURIER)).find("Lustadt Courier")
    assert publisher is not None
    assert publisher.aliases == ("Courier", "TLC")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (COURIER, "id 'courier' belongs to courier already"),
        ("b,B Daily,,,courier.example,AUT,B,private,site", "domain 'courier.example' belongs to"),
        ("b,B Daily,TLC,TLC,,AUT,B,private,site", "name 'TLC' belongs to courier"),
        ("b,Lustadt Courier,,Lustadt Courier,,AUT,B,private,site", "own name 'lustadt courier'"),
        ("b,B Daily,,,,QQQ,B,private,site", "unknown country QQQ"),
        ("b,B Daily,,,,,B,private,site", "country is empty"),
        ("b,,,,,AUT,B,private,site", "name is empty"),
        ("b,B Daily,,,,AUT,,private,site", "owner is empty"),
        ("b,B Daily,,,,AUT,B,rich,site", "control is 'rich'"),
        ("b,B Daily,,,,AUT,B,private,blog", "kind is 'blog'"),
        ("b,B Daily,,Daily,,AUT,B,private,site", "an ambiguous name is neither"),
        ("b,B Daily,The B Daily,,,AUT,B,private,site", "a name is given twice"),
        ("b,B Daily,,,https://b.example/,AUT,B,private,site", "'https://b.example/' is no host"),
        ("b,B Daily,,,B.example,AUT,B,private,site", "'B.example' is no host name in lower"),
    ],
)
def test_row_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """An error of the table is named with file, line and reason."""
    with pytest.raises(ValueError, match=r"^outlets\.csv, line 3: ") as refusal:
        load_publishers(write_table(tmp_path, COURIER, row))
    assert str(refusal.value).removeprefix("outlets.csv, line 3: ").startswith(reason)


def test_ambiguous_alias_may_be_shared(tmp_path: Path) -> None:
    """Two publishers may go by one alias if both mark it as ambiguous."""
    other = "b,Port Vos Courier,Courier,Courier,,AUT,B,private,newspaper"
    publishers = load_publishers(write_table(tmp_path, COURIER, other))
    assert publishers.find("Courier") is None
    assert len(publishers) == 2
