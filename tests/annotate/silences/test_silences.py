"""Who is told to have said nothing, with the shipped model."""

from __future__ import annotations

import time

import pytest

from onrecord.pipeline import ReaderPipeline
from onrecord.record import Document, Record


def read(reader: ReaderPipeline, text: str) -> Record:
    """The record of a text."""
    return reader.read_one(Document(id="d", text=text))


def silences(reader: ReaderPipeline, text: str) -> list[tuple[str, str]]:
    """Kind and words of who is silent, of each."""
    return [(it.kind, it.who.spans[0].cut(text)) for it in read(reader, text).silences]


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("The ministry has not confirmed the report.", "not_confirmed", "The ministry"),
        ("The ministry has yet to acknowledge the strike.", "not_confirmed", "The ministry"),
        ("Norland stopped short of confirming the deal.", "not_confirmed", "Norland"),
        ("The general would not say whether the bridge had fallen.", "not_confirmed", "The general"),
        ("Norland did not deny that its ships had sailed.", "not_denied", "Norland"),
        ("The minister did not rule out a new law.", "not_denied", "The minister"),
        ("The embassy declined to comment on the arrest.", "no_comment", "The embassy"),
        ("The company did not respond to requests for comment.", "no_comment", "The company"),
        ("The general could not be reached.", "no_comment", "The general"),
        ("There was no immediate comment from Norland.", "no_comment", "Norland"),
        ("The ambassador remained silent on the attack.", "no_comment", "The ambassador"),
        ("The spokesman did not elaborate.", "gave_no_details", "The spokesman"),
        ("The spokesman gave no details of the raid.", "gave_no_details", "The spokesman"),
        ("The police did not say how many were held.", "gave_no_details", "The police"),
        ("The court gave no reason for the delay.", "gave_no_details", "The court"),
        ("The statement made no mention of the shelling.", "omitted", "The statement"),
        ("The newspaper omitted the date of the visit.", "omitted", "The newspaper"),
        ("The agency reported the arrivals but not what they discussed.", "omitted", "The agency"),
    ],
)
def test_a_silence_has_its_kind_and_who_is_silent(
    reader: ReaderPipeline, text: str, kind: str, who: str
) -> None:
    """Negations, refusals, absences and omissions, wherever the sentence names the party."""
    assert silences(reader, text) == [(kind, who)]


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "The minister did not attend the talks.",
        "Norland rejected the offer.",
        "The minister denied the report.",
        "The general did not fail to answer.",
        "The spokesman confirmed the strike.",
        "The senate confirmed the ambassador.",
        "He was never told.",
        "A minute's silence was held for the dead.",
        "The minister broke his silence on the affair.",
        "If the ministry does not answer, the case will go to court.",
        "The claims could not be independently verified.",
    ],
)
def test_what_did_not_happen_is_no_silence(reader: ReaderPipeline, text: str) -> None:
    """Events that did not happen, denials, what is undone by a second negation, and conditions."""
    assert silences(reader, text) == []


def test_two_silent_parties_are_two_silences(reader: ReaderPipeline) -> None:
    """ "Neither A nor B"."""
    found = silences(reader, "Neither Norland nor Eastmark has confirmed the deal.")
    assert [kind for kind, _ in found] == ["not_confirmed", "not_confirmed"]
    assert "Norland" in found[0][1]
    assert found[1][1] == "Eastmark"


def test_as_did_names_a_further_party(reader: ReaderPipeline) -> None:
    """ "The ministry declined to comment, as did the embassy"."""
    found = silences(reader, "The ministry declined to comment, as did the embassy.")
    assert {who for _, who in found} == {"The ministry", "the embassy"}


def test_neither_confirmed_nor_denied_is_one_silence(reader: ReaderPipeline) -> None:
    """Its kind is that nothing was confirmed."""
    assert silences(reader, "The army neither confirmed nor denied the strike.") == [
        ("not_confirmed", "The army")
    ]


def test_a_participle_is_the_speakers(reader: ReaderPipeline) -> None:
    """Not that of whom he speaks of."""
    text = "The ministry said rebels had fired rockets, without giving details."
    assert silences(reader, text) == [("gave_no_details", "The ministry")]


def test_what_is_not_said_is_pointed_at(reader: ReaderPipeline) -> None:
    """The clause, and the whole sentence that says so."""
    text = "Tents burned. The police did not say how many had died."
    (found,) = read(reader, text).silences
    assert [span.cut(text) for span in found.about] == ["how many had died"]
    assert found.span.cut(text) == "The police did not say how many had died."


def test_the_report_points_back_to_the_claim(reader: ReaderPipeline) -> None:
    """ "Did not comment on the report": the report is what was told before."""
    text = "Eastmark said that its ships had been sunk. Norland did not comment on the report."
    record = read(reader, text)
    (found,) = record.silences
    (claim,) = (claim for claim in record.claims if claim.id == found.claim)
    assert "ships had been sunk" in claim.content[0].cut(text)


@pytest.mark.parametrize("piece", ["did not confirm or deny ", "no comment from ", "neither nor ", "not "])
def test_hostile_text_costs_linear_time(reader: ReaderPipeline, piece: str) -> None:
    """Thousands of signs of silence in one sentence."""
    start = time.process_time()
    read(reader, "The ministry " + piece * (4000 // len(piece)) + ".")
    short = time.process_time() - start
    start = time.process_time()
    read(reader, "The ministry " + piece * (8000 // len(piece)) + ".")
    assert time.process_time() - start < 4 * short + 1
