"""Which language a text is in: only English is read."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_FEWEST_WORDS = 15
_FEWEST_FOREIGN_LETTERS = 40  # for scripts that put no blanks between words
_PIECE = 400  # characters: long enough for py3langid to be sure, short enough to see a text change
_MOST_PIECES = 12
_SURE = 0.9
_LAST_LATIN = "\u024f"
_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content

_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian",
    "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili",
    "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def find_other_language(text: str) -> str | None:
    """The language, ISO 639-1, that most of ``text`` is in where that is surely not English; else
    null.

    Short texts are not judged. Long ones by pieces spread over them, so that an English report
    which quotes another language at length is read. Pieces of figures are in no language.
    """
    if not _is_enough(text):
        return None
    votes = Counter[str]()
    for piece in _pieces(text):
        if _is_figures(piece):
            continue
        language, probability = _identifier().classify(piece)
        if language == "en" or probability >= _SURE or _is_in_other_letters(piece):
            votes[language] += 1
    votes.pop(_NO_LANGUAGE, None)
    english = votes.pop("en", 0)
    return votes.most_common(1)[0][0] if votes.total() > english else None


def name_language(code: str) -> str:
    """How a language is called in English, with its code: "French (fr)"."""
    return f"{_NAMES[code]} ({code})" if code in _NAMES else f"in another language ({code})"


def _is_enough(text: str) -> bool:
    sample = text[: _PIECE * _MOST_PIECES]
    letters = sum(character.isalpha() and not character.isascii() for character in sample)
    return len(sample.split(None, _FEWEST_WORDS)) > _FEWEST_WORDS or letters >= _FEWEST_FOREIGN_LETTERS


def _is_figures(text: str) -> bool:
    """Whether ``text`` has more digits than letters, as a table of figures has."""
    digits = sum(character.isdigit() for character in text)
    return digits > sum(character.isalpha() for character in text)


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters of ``text`` are not Latin: then it is not English, whatever it is."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > _LAST_LATIN for character in letters) * 2 > len(letters)


def _pieces(text: str) -> list[str]:
    """Stretches of ``text`` spread evenly over it; all of it where it is short."""
    step = max(_PIECE, len(text) // _MOST_PIECES)
    starts = range(0, max(len(text) - _PIECE // 2, 1), step)
    return [text[start : start + _PIECE] for start in starts]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
