"""Names of states as they stand within a sentence: of Russia, of the United States."""

from __future__ import annotations

from onrecord.vocab.countries import Country

_WITH_ARTICLE = frozenset({"BHS", "COM", "GMB", "MDV", "NLD", "PHL", "SYC"})
"""States that take an article, besides those whose name says so (United States, Dominican Republic)."""
_ARTICLE_WORDS = ("United", "Republic", "Islands")


def with_article(country: Country) -> str:
    """A state's name with the article that it takes within a sentence."""
    takes = country.code in _WITH_ARTICLE or any(word in _ARTICLE_WORDS for word in country.name.split())
    return f"the {country.name}" if takes else country.name
