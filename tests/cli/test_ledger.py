"""The ledger of a document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.cli.figures import amount
from onrecord.cli.ledger import ledger
from onrecord.cli.sections import days
from onrecord.record import Claim, Commitment, Document, Quantity, Record, Reference, Span, Stance, Time
from tests.cli.samples import AGENCY, COUNTED, DEPUTY, EVENTFUL, RADIO, RECORD, span, who


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
    assert [line.split()[0] for line in lines[1:] if " · " in line] == ["c1", "c2", "c3", "c4", "c5"]


def test_a_claim_has_source_cue_content_and_positions() -> None:
    """One claim is three lines: who and how, what, and where."""
    content = span("that Norland would not take part in the talks")
    assert part("CLAIMED", shown())[1:4] == [
        "  ¶1   Ana Vélez → said →",
        "       that Norland would not take part in the talks",
        f"       c1 · asserts · indirect · source 17–26 · cue 27–31 · content {content.start}–{content.end}",
    ]


def test_a_chain_names_the_medium_and_a_pronoun_its_person() -> None:
    """What she told the radio comes from both, and "she" is given by name."""
    assert "  ¶1   Harbour Radio, citing Ana Vélez (she) → told →" in shown()


def test_a_chain_is_told_from_the_outermost_to_the_source_itself() -> None:
    """Each link cites the next, and the last is whose claim it is, in the style of names."""
    claim = replace(RECORD.claims[3], chain=(RADIO, AGENCY, DEPUTY))
    (line,) = (line for line in ledger(replace(RECORD, claims=(claim,))) if "citing a deputy" in str(line))
    assert (
        str(line)
        == "  ¶2   Harbour Radio, citing the state agency ENA, citing a deputy minister → According to →"
    )
    assert [piece.text for piece in line.pieces if piece.style == "name"] == ["a deputy minister"]


def test_a_source_that_its_chain_leaves_out_is_its_end() -> None:
    """In a record from elsewhere whose chain has the medium alone, whose claim it is is still said."""
    claim = replace(RECORD.claims[3], chain=(AGENCY,))
    assert "¶2   the state agency ENA, citing a deputy minister →" in shown(replace(RECORD, claims=(claim,)))


@pytest.mark.parametrize(("by_source", "nested"), [(False, True), (True, False)])
def test_a_legend_explains_the_signs_that_are_used(by_source: bool, nested: bool) -> None:
    """Whoever never saw a chain is told its order before the first one; what is not used is not explained."""
    legend = part("CLAIMED", shown(by_source=by_source))[0]
    assert legend.startswith("  “A, citing B”: what B says, as A reports it")
    assert ("↳ within the claim above" in legend) == nested


def test_there_is_no_legend_without_chains_and_claims_within_claims() -> None:
    """Plain claims need no explanation."""
    assert part("CLAIMED", shown(replace(RECORD, claims=RECORD.claims[1:2])))[0].startswith(
        "  ¶1   Ana Vélez"
    )


def test_an_interrupted_quotation_shows_the_gap() -> None:
    """Direct words stand in quotation marks, with an ellipsis where the writer interrupts."""
    assert "       “We were not asked … and we will not beg.”" in shown()


def test_only_direct_quotations_are_put_in_marks() -> None:
    """The writer's words for what was said are not passed off as the speaker's."""
    content = [line for line in part("CLAIMED", shown()) if "would not take part" in line]
    assert content == ["       that Norland would not take part in the talks"]


def test_a_claim_within_a_claim_stands_below_it_and_names_it() -> None:
    """The inner claim follows the outer one's lines, indented behind an arrow, and gives its id."""
    lines = part("CLAIMED", shown())
    at = next(number for number, line in enumerate(lines) if "       c4 · " in line)
    assert lines[at + 1 : at + 3] == [
        "       ↳ the deputy → believes →",
        "         an invitation was sent in late February",
    ]
    assert " · within c4 · " in lines[at + 3]


def test_a_claim_whose_cue_comes_last_still_stands_above_what_it_holds() -> None:
    """In "Ankara wants talks, he said" what he said comes first, though its source comes later."""
    norland = who("Norland", "norland")
    inner = replace(RECORD.claims[0], id="a", source=norland, cue=(span("take part"),), parent="b")
    held = (span("that Norland would not take part in the talks"),)
    outer = replace(RECORD.claims[0], id="b", source=who("she", "vélez"), cue=(span("told"),), content=held)
    lines = part("CLAIMED", shown(replace(RECORD, claims=(inner, outer))))
    assert [line for line in lines if line.endswith(" →")] == [
        "  ¶1   Ana Vélez (she) → told →",
        "       ↳ Norland → take part →",
    ]


def test_each_claim_deeper_stands_further_in() -> None:
    """Claims within claims within claims are indented step by step, the first of the text first."""
    names = ("a", "b", "c", "d")
    claims = [
        replace(RECORD.claims[0], id=name, parent=parent)
        for name, parent in zip(names, (None, "a", "b", "a"), strict=True)
    ]
    lines = part("CLAIMED", shown(replace(RECORD, claims=(*reversed(claims[:3]), claims[3]))))
    placed = [(line.split()[0], len(line) - len(line.lstrip())) for line in lines if " · indirect" in line]
    assert placed == [("a", 7), ("b", 9), ("c", 11), ("d", 9)]


def test_below_a_claim_only_the_further_links_are_shown() -> None:
    """Through whom the outer claim comes is not said again; in the order of speakers it is."""
    inner = replace(RECORD.claims[4], chain=(AGENCY, DEPUTY, who("the deputy", None, after="cited")))
    record = replace(RECORD, claims=(RECORD.claims[3], inner))
    assert "\n       ↳ the deputy → believes →" in shown(record)
    whole = "the state agency ENA, citing a deputy minister, citing the deputy → believes →"
    assert whole in shown(record, by_source=True)


def test_the_same_told_by_another_shows_the_whole_chain() -> None:
    """Where the agency said it citing the deputy, the chain has both and the words are not said again."""
    outer = replace(RECORD.claims[3], source=AGENCY, chain=(AGENCY,))
    inner = replace(outer, id="c5", source=DEPUTY, chain=(AGENCY, DEPUTY), cue=(span("cited"),), parent="c4")
    lines = part("CLAIMED", shown(replace(RECORD, claims=(outer, inner))))
    at = lines.index("       ↳ the state agency ENA, citing a deputy minister → cited →")
    assert lines[at + 1] == "         (the same)"
    assert sum("an invitation was sent" in line for line in lines) == 1


def test_what_a_source_says_within_its_own_claim_names_it() -> None:
    """ "He said he believed": the chain goes no further, and the source is shown all the same."""
    inner = replace(RECORD.claims[4], source=DEPUTY, chain=(AGENCY, DEPUTY))
    assert "\n       ↳ a deputy minister → believes →" in shown(
        replace(RECORD, claims=(RECORD.claims[3], inner))
    )


def test_a_claim_within_a_claim_of_another_paragraph_says_where() -> None:
    """A speech that runs over paragraphs has its inner claims where they are."""
    inner = replace(RECORD.claims[4], parent="c1")
    assert "\n       ↳ ¶2 the deputy → believes →" in shown(replace(RECORD, claims=(RECORD.claims[1], inner)))


def test_claims_that_hold_each_other_do_not_hang_the_ledger() -> None:
    """A record from elsewhere whose claims go in a circle is still shown."""
    claims = tuple(
        replace(RECORD.claims[0], id=name, parent=parent) for name, parent in (("a", "b"), ("b", "a"))
    )
    assert "within a" in shown(replace(RECORD, claims=claims))


@pytest.mark.parametrize(
    ("stance", "commitment", "distanced", "says"),
    [
        ("asserts", "plain", False, "c3 · asserts · indirect"),
        ("denies", "plain", False, "c3 · denies · indirect"),
        ("denies", "strong", False, "c3 · denies (strong) · indirect"),
        ("asserts", "plain", True, "c3 · asserts (at arm's length) · indirect"),
        ("suggests", "weak", True, "c3 · suggests (weak, at arm's length) · indirect"),
    ],
)
def test_how_a_claim_is_put_is_said_as_far_as_it_is_remarkable(
    stance: Stance, commitment: Commitment, distanced: bool, says: str
) -> None:
    """The stance always, commitment and distance where they are not what is usual."""
    claim = replace(RECORD.claims[0], stance=stance, commitment=commitment, distanced=distanced)
    assert says in shown(replace(RECORD, claims=(claim,)))


@pytest.mark.parametrize(
    ("claim", "style"),
    [
        (replace(RECORD.claims[0], stance="denies"), "plain"),
        (replace(RECORD.claims[0], distanced=True), "plain"),
        (replace(RECORD.claims[0], commitment="weak"), "plain"),
        (RECORD.claims[0], "faint"),
    ],
)
def test_the_usual_stance_is_faint_and_any_other_is_not(claim: Claim, style: str) -> None:
    """Among many claims that assert, one that does not catches the eye."""
    pieces = [piece for line in ledger(replace(RECORD, claims=(claim,))) for piece in line.pieces]
    (stance,) = (piece for piece in pieces if piece.text.startswith(claim.stance))
    assert stance.style == style


def test_a_claim_without_a_source_says_so() -> None:
    """ "Reportedly" has a cue and nobody behind it."""
    claim = replace(RECORD.claims[0], source=None)
    assert "¶2   no source named → denied →" in shown(replace(RECORD, claims=(claim,)))


def test_what_comes_through_a_medium_from_nobody_named_says_so() -> None:
    """What ENA reports as reported is not its own."""
    claim = replace(RECORD.claims[3], source=None, chain=(AGENCY,))
    assert "¶2   the state agency ENA, naming no source → According to →" in shown(
        replace(RECORD, claims=(claim,))
    )


def test_an_anonymous_source_is_said_to_be_one() -> None:
    """Somebody who speaks without a name is marked, described by words alone or known as an entity."""
    deputy = replace(DEPUTY, anonymous=True)
    claim = replace(RECORD.claims[3], source=deputy, chain=(AGENCY, deputy))
    assert "the state agency ENA, citing a deputy minister (anonymous) →" in shown(
        replace(RECORD, claims=(claim,))
    )
    known = replace(who("she", "vélez"), anonymous=True)
    claim = replace(RECORD.claims[2], source=known, chain=(known,))
    assert "¶1   Ana Vélez (she; anonymous) → told →" in shown(replace(RECORD, claims=(claim,)))


def test_a_source_without_words_is_named_and_said_not_to_stand_there() -> None:
    """A quotation alone in its paragraph is told from one whose speaker is named beside it."""
    before = Reference(entity="vélez", spans=())
    claim = replace(RECORD.claims[2], source=before, cue=(), chain=(before,))
    for by_source in (False, True):
        whole = shown(replace(RECORD, claims=(claim,)), by_source=by_source)
        assert "  ¶1   Ana Vélez (not named here) →\n" in whole
        assert "c2 · asserts · direct · content" in whole


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Foreign Minister Ana Vélez", "Foreign Minister Ana Vélez"),
        ("Vélez", "Ana Vélez"),
        ("Eastmark's government", "Ana Vélez (Eastmark's government)"),
    ],
)
def test_name_and_words_of_a_source_are_not_said_twice(words: str, says: str) -> None:
    """Where one holds the other it is enough."""
    claim = replace(RECORD.claims[1], source=who(words, "vélez"))
    assert f"¶1   {says} → said →" in shown(replace(RECORD, claims=(claim,)))


def test_a_description_with_commas_stands_in_brackets() -> None:
    """An apposition does not look like a link of the chain."""
    text = "Ana Vélez, the minister, told Harbour Radio so."
    source = Reference(entity="vélez", spans=(Span(start=0, end=23),))
    radio = Reference(entity="radio", spans=(Span(start=30, end=43),))
    claim = replace(RECORD.claims[1], source=source, chain=(radio, source))
    record = replace(RECORD, document=Document(id="d", text=text), claims=(claim,))
    assert "Harbour Radio, citing Ana Vélez (Ana Vélez, the minister) →" in shown(record)


def test_by_source_what_one_speaker_said_stands_together() -> None:
    """Under each speaker their claims, the one who speaks most first."""
    lines = part("CLAIMED", shown(by_source=True))
    assert lines[1] == "  Ana Vélez  2 claims"
    assert lines[2] == "    ¶1   said →"
    assert lines[5] == "    ¶1   Harbour Radio, citing Ana Vélez (she) → told →"
    assert lines[8] == "  Eastmark  1 claim"


def test_by_source_two_who_are_described_alike_stand_apart() -> None:
    """Two officials are two sources, whatever they are called."""
    entities = tuple(replace(RECORD.entities[0], id=name, name="an official") for name in ("e1", "e2"))
    claims = tuple(replace(RECORD.claims[0], source=who("she", entity.id)) for entity in entities)
    whole = shown(replace(RECORD, entities=entities, claims=claims), by_source=True)
    assert whole.count("  an official  1 claim\n") == 2


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


def test_a_figure_has_its_bounds_its_source_and_its_day() -> None:
    """Words, bounds, what is counted, whose it is, the day, the claim and the place."""
    lines = [str(line) for line in ledger(COUNTED)]
    (start,) = (number for number, line in enumerate(lines) if line.startswith("FIGURES"))
    assert lines[start] == "FIGURES  2"
    assert lines[start + 1].startswith("  ¶1   Foreign Minister → ≤2,500,000,000 USD aid · q2 · 0–16")
    assert "→ ≈12,000 troops · says Ana Vélez · 2025-03-07 Fri · q1 in c1 · " in lines[start + 2]


def test_a_silence_says_who_did_not_say_what() -> None:
    """Party, kind, what is not said, the claim it points back to and the places."""
    lines = [str(line) for line in ledger(COUNTED)]
    (start,) = (number for number, line in enumerate(lines) if line.startswith("SILENT"))
    assert lines[start] == "SILENT  1"
    said = "Eastmark's government → did not confirm: the talks (as told in c1) · s1 · not_confirmed · who "
    assert said in lines[start + 1]


@pytest.mark.parametrize(
    ("low", "high", "approximate", "unit", "says"),
    [
        (3.0, 3.0, False, None, "3"),
        (3.0, 3.0, True, None, "≈3"),
        (1000.0, None, True, None, "≥1,000"),
        (None, 40.0, False, "EUR", "≤40 EUR"),
        (200.0, 300.0, False, None, "200 to 300"),
        (0.2, 0.2, False, "share", "0.2 share"),
        (1e18, 1e18, False, None, "1e+18"),
    ],
)
def test_bounds_are_shown_as_far_as_they_are_known(
    low: float | None, high: float | None, approximate: bool, unit: str | None, says: str
) -> None:
    """Open ends have signs of their own."""
    quantity = Quantity(
        id="q", start=0, end=1, low=low, high=high, approximate=approximate, what="", unit=unit
    )
    assert amount(quantity) == says


def test_an_event_has_parties_code_and_circumstances() -> None:
    """In the order of the text; those who do it to each other stand before one arrow."""
    talks, friday = span("the talks"), span("Friday")
    assert part("EVENTS", shown(EVENTFUL))[:3] == [
        "  ¶1   Norland, Eastmark ↔ CONSULT",
        "       the talks · did not happen · 2025-03-07 Fri · at Eastmark · diplomatic, military"
        " · told in c1",
        f"       v1 · score 0.90 · words {talks.start}–{talks.end}, {friday.start}–{friday.end}",
    ]


def test_an_event_without_an_actor_says_so() -> None:
    """Somebody did it."""
    assert "somebody → ACCUSE allege → Norland" in shown(EVENTFUL)


def test_unlikely_events_are_left_out_and_counted() -> None:
    """Those below the score that is asked for."""
    lines = [str(line) for line in ledger(EVENTFUL, min_score=0.5)]
    start = next(number for number, line in enumerate(lines) if line.startswith("EVENTS"))
    assert lines[start : start + 2] == ["EVENTS  1", "  1 event with a score below 0.5 left out"]
    assert not any("ACCUSE" in line for line in lines)
