"""Treebanks in CoNLL-U, and the entities that GUM marks in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.corpora import universal
from training.examples import Example

#: number, form, lemma, part of speech, features, head, relation, what else is told
MARROW = """
# newdoc id = GUM_news_marrow
# newpar
# newpar_block = headline
# sent_id = 1
1 Marrow Marrow PROPN _ 4 nsubj Entity=(1-person-new-1-coref)
2-3 didn't _ _ _ _ _ _
2 did do AUX _ 4 aux _
3 n't not PART _ 4 advmod _
4 leave leave VERB _ 0 root SpaceAfter=No
5 . . PUNCT _ 4 punct _

# newpar
# sent_id = 2
1 The the DET _ 3 det Entity=(2-person-new-2-sgl
2 two two NUM _ 3 nummod _
3 envoys envoy NOUN Number=Plur 11 nsubj _
4 of of ADP _ 5 case _
5 Norway Norway PROPN _ 3 nmod Entity=(3-place-new-1-coref)2)|SpaceAfter=No
6 , , PUNCT _ 3 punct _
7 Keller Keller PROPN _ 3 appos Entity=(4-person-new-1-sgl(5-person-new-1-sgl)
8 and and CCONJ _ 9 cc _
9 Marrow Marrow PROPN _ 7 conj Entity=(1-person-giv-1-coref)4)|SpaceAfter=No
10 , , PUNCT _ 7 punct _
11 fled flee VERB _ 0 root SpaceAfter=No
12 . . PUNCT _ 11 punct _

# sent_id = 3
1 Norway Norway PROPN _ 2 nsubj Entity=(3-place-giv-1-coref)(6[1/2]-abstract-new-1-sgl)
2 won win VERB _ 0 root _

# newdoc id = GUM_news_two
1 Oslo Oslo PROPN _ 0 root Entity=(1-place-new-1-sgl)

"""


def _read(folder: Path, rows: str = MARROW, name: str = "GUM_news_marrow.conllu") -> list[Example]:
    lines = []
    for line in rows.strip("\n").split("\n"):
        if not line or line.startswith("#"):
            lines.append(line)
            continue
        number, form, lemma, pos, features, head, relation, other = line.split(" ")
        lines.append("\t".join([number, form, lemma, pos, "_", features, head, relation, "_", other]))
    (folder / name).write_text("\n".join(lines) + "\n\n", encoding="utf8")
    return list(universal.read(folder))


@pytest.fixture(scope="module")
def marrow(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The first of the two documents."""
    return _read(tmp_path_factory.mktemp("gum"))[0]


def test_each_document_is_an_example(tmp_path: Path) -> None:
    """With its id, and nothing of the one before it."""
    one, two = _read(tmp_path)
    assert (one.id, two.id) == ("GUM_news_marrow", "GUM_news_two")
    assert two.text == "Oslo"


def test_the_text_is_as_it_was(marrow: Example) -> None:
    """Paragraphs are parted, what was written together is, and sentences follow each other."""
    assert marrow.text == (
        "Marrow didn't leave.\n\nThe two envoys of Norway, Keller and Marrow, fled. Norway won"
    )


def test_words_stand_where_they_are(marrow: Example) -> None:
    """Every token's place holds its form, halves of "didn't" too."""
    tokens = marrow.tokens or ()
    assert [marrow.text[token.start : token.end] for token in tokens] == [token.form for token in tokens]
    assert [token.form for token in tokens[:4]] == ["Marrow", "did", "n't", "leave"]


def test_heads_count_through_the_document(marrow: Example) -> None:
    """A head is the number of its token in the example, a root has none, and sentences are numbered."""
    tokens = marrow.tokens or ()
    assert [token.head for token in tokens[:5]] == [3, 3, 3, -1, 3]
    assert tokens[tokens[7].head].form == "fled"
    assert [token.sentence for token in tokens] == [0] * 5 + [1] * 12 + [2] * 2


def _mentions(example: Example) -> list[tuple[str, str, int, str]]:
    """Of each mention its words, type, entity and head word, in the order of the text."""
    found = []
    for one in sorted(example.mentions or (), key=lambda one: (one.start, -one.end)):
        head = example.text[one.head :].split()[0].strip(".,")
        found.append((example.text[one.start : one.end], one.type, one.entity, head))
    return found


def test_entities_are_read_nested_and_alone(marrow: Example) -> None:
    """A state is a country, several persons are a group, a coordination's head is its "and"."""
    assert _mentions(marrow) == [
        ("Marrow", "person", 1, "Marrow"),
        ("The two envoys of Norway", "group", 2, "envoys"),
        ("Norway", "country", 3, "Norway"),
        ("Keller and Marrow", "person", 4, "and"),
        ("Keller", "person", 5, "Keller"),
        ("Marrow", "person", 1, "Marrow"),
        ("Norway", "country", 3, "Norway"),
    ]


def test_a_treebank_without_entities_has_no_mentions(tmp_path: Path) -> None:
    """Where nobody annotated them, the layer is missing, not empty."""
    (one, _) = _read(tmp_path, name="en_ewt-ud-dev.conllu")
    assert one.mentions is None
    assert one.tokens


def test_blanked_texts_are_left_out(tmp_path: Path) -> None:
    """GUM may not print Reddit's words."""
    assert _read(tmp_path, name="GUM_reddit_marrow.conllu") == []


def test_a_file_without_a_document_is_refused(tmp_path: Path) -> None:
    """A sentence that belongs to no document is an error."""
    with pytest.raises(ValueError, match="newdoc"):
        _read(tmp_path, "1 Oslo Oslo PROPN _ 0 root _\n\n")
