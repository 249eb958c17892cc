"""Articles and pages made up for these tests: invented outlets, people and events."""

from __future__ import annotations

PARAGRAPHS = (
    "Envoys of Norland and Estria met in Geneva on Friday, their first talks since the border was"
    " closed in the spring, officials of both sides said.",
    "“We have agreed to go on talking, and that is all we have agreed,” the Norland envoy, Petra"
    " Lund, told reporters after four hours behind closed doors.",
    "Estria has not confirmed that a second meeting is planned. Its ministry said only that the"
    " delegation would return home on Saturday.",
    "Diplomats warned that the truce along the river could fail within weeks if neither army drew"
    " back from the bridges.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)
FRENCH = (
    "Le président a déclaré lundi que les troupes resteraient dans la région jusqu'à la fin de"
    " l'année, malgré les critiques de l'opposition et des pays voisins. "
) * 3


def page(*, head: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS, title: str = "Envoys meet") -> str:
    """A web page with navigation and footer around the ``paragraphs``."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title} | Harbour Gazette</title>{head}</head><body>"
        '<nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<article><h1>{title}</h1>{body}</article>"
        '<footer>© 2025 Harbour Gazette <a href="/privacy">Privacy</a></footer></body></html>'
    )
