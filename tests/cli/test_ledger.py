"""The ledger of a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.cli.ledger import days, ledger
from onrecord.record import Claim, Document, Record, Reference, Span, Time
from tests.cli.samples import RECORD, span


def shown(record: Record = RECORD, *, by_source: bool = False, text: bool = False) -> str:
    """The ledger as text, unbroken."""
    return "\n".join(str(line) for line in ledger(record, by_source=by_source, text=text))


def part(title: str, whole: str) -> list[str]:
    """The lines below a heading."""
    after = whole.split(f"\n{title}", 1)[1]
    return after.split("\n\n")[0].split("\n")[1:]


def test_the_head_says_what_the_document_is() -> None:
    """Title, publisher, day with its basis, author, address, id and reader come first."""
    assert shown().split("\n")[:5] == [
        "Norland stays away",
        "harbour-times · 2025-03-09 (metadata) · by Kim Ode",
        "https://harbour.example/norland",
        "id " + "9f8e7d6c" * 8,
        "read by onrecord 1.2.3 · model tiny 0a1b2c3d · vocabulary 2025.1",
    ]


def test_what_is_not_known_of_a_document_is_said() -> None:
    """A bare text has no title and no address, and its day and publisher are unknown."""
    assert shown(Record(document=Document(id="d", text="x"))).split("\n")[:2] == [
        "publisher unknown · day unknown",
        "id d",
    ]


def test_names_stand_by_type_and_number_of_mentions() -> None:
    """Each type has its line, the most mentioned first, with code and count."""
    assert part("NAMED", shown()) == [
        "  countries       Norland NLD ×2, Eastmark EMK ×1",
        "  people          Ana Vélez ×1",
        "  publishers      Harbour Radio ×1, ENA ×1",
    ]


def test_claims_stand_in_the_order_of_the_text() -> None:
    """Whatever the order in the record, claims follow the text."""
    lines = part("CLAIMED", shown())
    assert [line.split()[0] for line in lines if " · " in line] == ["c1", "c2", "c3", "c4", "c5"]


def test_a_claim_has_source_cue_content_and_positions() -> None:
    """One claim is three lines: who and how, what, and where."""
    content = span("that Norland would not take part in the talks")
    assert part("CLAIMED", shown())[:3] == [
        "  ¶1   Ana Vélez → said →",
        "       that Norland would not take part in the talks",
        f"       c1 · indirect · source 17–26 · cue 27–31 · content {content.start}–{content.end}",
    ]


def test_a_chain_names_the_medium_and_a_pronoun_its_person() -> None:
    """What she told the radio comes from both, and "she" is given by name."""
    assert "  ¶1   Harbour Radio ← Ana Vélez (she) → told →" in shown()


def test_an_interrupted_quotation_shows_the_gap() -> None:
    """Direct words stand in quotation marks, with an ellipsis where the writer interrupts."""
    assert "       “We were not asked … and we will not beg.”" in shown()


def test_only_direct_quotations_are_put_in_marks() -> None:
    """The writer's words for what was said are not passed off as the speaker's."""
    content = [line for line in part("CLAIMED", shown()) if "would not take part" in line]
    assert content == ["       that Norland would not take part in the talks"]


def test_a_claim_within_a_claim_is_indented_and_names_it() -> None:
    """The inner claim stands deeper than the outer one, whose id it gives."""
    lines = part("CLAIMED", shown())
    assert "    ¶2   the deputy → believes →" in lines
    assert any("within c4" in line for line in lines)


def test_claims_that_hold_each_other_do_not_hang_the_ledger() -> None:
    """A record from elsewhere whose claims go in a circle is still shown."""
    claims = tuple(
        replace(RECORD.claims[0], id=name, parent=parent) for name, parent in (("a", "b"), ("b", "a"))
    )
    assert "within a" in shown(replace(RECORD, claims=claims))


def test_a_stance_is_shown_where_there_is_one() -> None:
    """A null stance leaves no trace, a known one follows the quotation."""
    assert "indirect · denies ·" in shown(
        replace(RECORD, claims=(replace(RECORD.claims[0], stance="denies"),))
    )
    assert "None" not in shown()


def test_a_claim_without_a_source_says_so() -> None:
    """ "Reportedly" has a cue and nobody behind it."""
    claim = replace(RECORD.claims[0], source=None)
    assert "¶2   no source named → denied →" in shown(replace(RECORD, claims=(claim,)))


def test_by_source_what_one_speaker_said_stands_together() -> None:
    """Under each speaker their claims, the one who speaks most first."""
    lines = part("CLAIMED", shown(by_source=True))
    assert lines[0] == "  Ana Vélez  2 claims"
    assert lines[1] == "    ¶1   said →"
    assert lines[4] == "    ¶1   Harbour Radio ← Ana Vélez (she) → told →"
    assert lines[7] == "  Eastmark  1 claim"


def test_times_have_their_days() -> None:
    """A time is shown with its words, the day it means and its position."""
    assert part("TIMES", shown()) == ["  ¶1   Friday → 2025-03-07 Fri · DATE 2025-03-07 · 35–41"]


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        (None, None, "no day"),
        (date(2025, 3, 7), date(2025, 3, 7), "2025-03-07 Fri"),
        (date(2024, 6, 1), date(2024, 8, 31), "2024-06-01 to 2024-08-31"),
        (date(2024, 6, 1), None, "from 2024-06-01"),
        (None, date(2024, 8, 31), "until 2024-08-31"),
    ],
)
def test_days_are_given_as_far_as_they_are_known(first: date | None, last: date | None, says: str) -> None:
    """One day, a period, one with an open end, or none."""
    time = Time(start=0, end=1, type="DATE", value="x", first=first, last=last)
    assert days(time) == says


def test_the_text_comes_with_numbers_and_marks_what_is_not_article() -> None:
    """With the text, paragraphs are numbered as claims give them."""
    lines = part("TEXT", shown(text=True))
    assert lines[1].startswith("  ¶2   Eastmark's government denied this.")
    assert lines[2] == "  ¶3   (not article) Share this article"


def test_an_empty_record_says_what_is_missing() -> None:
    """Where nothing was found, each part says so."""
    whole = shown(Record(document=Document(id="d", text="x")))
    for sentence in ("nobody is named", "nothing is claimed", "no time is named"):
        assert f"\n  {sentence}" in whole


def test_spans_beyond_the_text_do_no_harm() -> None:
    """A record from elsewhere whose spans do not fit its text is shown without words."""
    far = (Span(start=10**6, end=10**6 + 1),)
    claim = Claim(id="c", source=Reference(entity="e9", spans=far), cue=far, content=far, quotation="mixed")
    assert "no source named" in shown(Record(document=Document(id="d", text="x"), claims=(claim,)))
