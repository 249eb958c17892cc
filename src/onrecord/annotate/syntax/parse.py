"""From the encoder's scores to dependencies: the best tree of each sentence.

Every word takes its most probable head; where that leaves a circle, the best tree is found after Chu
and Liu (1965) and Edmonds (1967). Relations are then read off word and head, as in Dozat and Manning
(2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from onrecord.annotate.syntax.tokens import tokens
from onrecord.annotate.syntax.tree import ROOT, Syntax
from onrecord.models import Encoding
from onrecord.models.heads import Heads
from onrecord.models.lemmas import lemma
from onrecord.models.manifest import Floats
from onrecord.models.pieces import Ints
from onrecord.record import Span

_NEVER = np.float32(-1e6)


def parse(text: str, encoding: Encoding, heads: Heads, sentences: Sequence[Span]) -> Syntax:
    """The words of ``text`` with their dependencies; no tree crosses a sentence's end."""
    if not encoding.pieces.words:
        sentences = ()  # nothing but marks that the encoder does not know
    spans = [list(tokens(text, sentence)) for sentence in sentences]
    return parse_tokens(text, encoding, heads, [found for found in spans if found])


def parse_tokens(
    text: str, encoding: Encoding, heads: Heads, sentences: Sequence[Sequence[tuple[int, int]]]
) -> Syntax:
    """As `parse`, of given words: for each sentence their starts and ends."""
    flat = [span for sentence in sentences for span in sentence]
    starts, ends = [span[0] for span in flat], [span[1] for span in flat]
    bounds, first = [], 0
    for sentence in sentences:
        bounds.append(range(first, first + len(sentence)))
        first += len(sentence)
    words = encoding.pieces.words_at(starts, ends)
    if not flat:
        governors: Ints = np.zeros(0, dtype=np.int64)
        pos, lemmas, relations = [], [], []
    else:
        governors = np.concatenate([_governors(encoding, words, sentence) for sentence in bounds])
        best = encoding.tags("pos")[words].argmax(axis=1)
        pos = [heads.classes["pos"][n] for n in best.tolist()]
        rules = encoding.tags("lemma")[words].argmax(axis=1)
        firsts = {sentence.start for sentence in bounds}
        lemmas = [
            lemma(
                text[start:end],
                heads.classes["lemma"][rule],
                keep_case=tag == "PROPN" or text[start:end] == "I" or (tag == "ADJ" and n not in firsts),
            )
            for n, ((start, end), tag, rule) in enumerate(zip(flat, pos, rules.tolist(), strict=True))
        ]
        relations = _relations(encoding, heads, words, governors)
    return Syntax(
        text=text,
        starts=starts,
        ends=ends,
        words=words.tolist(),
        pos=pos,
        lemmas=lemmas,
        heads=governors.tolist(),
        relations=relations,
        sentences=bounds,
    )


def _governors(encoding: Encoding, words: Ints, sentence: range) -> Ints:
    """The head of each word of a sentence, in numbers of the whole text.

    A sentence longer than the encoder sees at once is parsed run by run, and the later runs hang on the
    first one's root.
    """
    found = []
    top = ROOT
    for first, query, key in _runs(encoding, words, sentence):
        scores = query @ key.T / np.sqrt(np.float32(key.shape[1]))
        scores -= np.log(np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True))
        scores -= scores.max(axis=1, keepdims=True)
        chosen = best_tree(scores)
        root = first + int((chosen == ROOT).argmax())
        found.append(np.where(chosen == ROOT, top, chosen + first))
        if top == ROOT:
            top = root
    return np.concatenate(found)


def _runs(encoding: Encoding, words: Ints, sentence: range) -> Iterator[tuple[int, Floats, Floats]]:
    """Runs of words that one window reads: the first word, their queries, their keys with [CLS] before."""
    first = sentence.start
    while first < sentence.stop:
        number = encoding.window_over(int(words[first]), int(words[sentence.stop - 1]))
        window, output = encoding.windows[number], encoding.outputs[number]
        last = first + int(np.searchsorted(words[first : sentence.stop], window.last))
        rows = words[first:last] - window.first + 1
        yield first, output["arc_query"][rows], output["arc_key"][np.concatenate([[0], rows])]
        first = last


def _relations(encoding: Encoding, heads: Heads, words: Ints, governors: Ints) -> list[str]:
    """The relation of each word to its head; ``root`` to a root and to nothing else."""
    dependent = encoding.tags("relation_dependent")[words]
    head = encoding.tags("relation_head")[words[governors]]
    roots = governors == ROOT
    head[roots] = encoding.null("relation_head")[encoding.owner[words[roots]]]
    scores = np.concatenate([dependent * head, dependent, head], axis=1) @ heads.relation_weight.T
    scores += heads.relation_bias
    root = heads.classes["relation"].index("root")
    scores[~roots, root] = _NEVER
    scores[roots, root] = -_NEVER
    return [heads.classes["relation"][n] for n in scores.argmax(axis=1).tolist()]


def best_tree(scores: Floats) -> Ints:
    """[words] the head of each word, ROOT for just one. scores: [words, 1 + words], the root first."""
    scores = scores.copy()
    size = len(scores)
    scores[np.arange(size), np.arange(size) + 1] = _NEVER
    best: Ints = scores.argmax(axis=1)
    if (best == 0).sum() != 1 or _circle(best) is not None:
        # One root: the word that loses least by hanging on nothing.
        loss = scores[:, 0] - scores[:, 1:].max(axis=1, initial=_NEVER)
        root = int(loss.argmax())
        scores[np.arange(size) != root, 0] = _NEVER
        scores[root, 1:] = _NEVER
        best = scores.argmax(axis=1)
    if _circle(best) is not None:
        best = _spanning_tree(scores)
    heads: Ints = best - 1
    return heads


def _circle(best: Ints) -> list[int] | None:
    """Words (numbered from 1) that hang on one another in a circle, if any do."""
    state = [0] * (len(best) + 1)
    state[0] = 2
    heads = [0, *best.tolist()]
    for start in range(1, len(heads)):
        at, path = start, []
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return None


def _spanning_tree(scores: Floats) -> Ints:
    """Chu-Liu-Edmonds: a circle becomes one word, the smaller graph is solved, the circle is opened."""
    best: Ints = scores.argmax(axis=1)
    circle = _circle(best)
    if circle is None:
        return best
    inside = np.zeros(len(scores) + 1, dtype=bool)
    inside[circle] = True
    outside = np.flatnonzero(~inside[1:]) + 1
    members = np.array(circle)
    kept = scores[members - 1, best[members - 1]]
    # Into the circle: what is gained by opening it at a member. Out of it: its best member for each word.
    sources = np.concatenate([[0], outside])
    entering = scores[members - 1][:, sources] - kept[:, None]
    entry = entering.argmax(axis=0)
    leaving = scores[outside - 1][:, members]
    smaller = np.concatenate(
        [
            np.concatenate([scores[outside - 1][:, sources], leaving.max(axis=1, keepdims=True)], axis=1),
            np.append(entering.max(axis=0), _NEVER)[None],
        ]
    )
    solved = _spanning_tree(smaller)
    found: Ints = best.copy()
    for row, word in enumerate(outside.tolist()):
        head = int(solved[row])
        found[word - 1] = members[leaving[row].argmax()] if head == len(sources) else sources[head]
    head = int(solved[-1])
    opened = int(members[entry[head]])
    found[opened - 1] = sources[head]
    return found
