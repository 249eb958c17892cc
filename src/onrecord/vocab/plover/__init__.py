"""PLOVER, by which events are coded: its categories, modes and contexts, decided cases, CAMEO's codes."""

from onrecord.vocab.plover.cameo import Cameo, load_cameo
from onrecord.vocab.plover.codes import Code
from onrecord.vocab.plover.ontology import Case, Category, Mode, Ontology, Quad, load_ontology

__all__ = ["Cameo", "Case", "Category", "Code", "Mode", "Ontology", "Quad", "load_cameo", "load_ontology"]
