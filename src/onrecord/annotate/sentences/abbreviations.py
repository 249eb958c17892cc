"""Words whose full stop need not end a sentence. To add one, add it to the class it behaves as."""

from __future__ import annotations

from typing import Final


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


#: Stand before a name: the stop never ends the sentence. Written with a capital.
TITLES: Final = _words(
    """
    Adm Amb Asst Atty Brig Capt Cdr Cmdr Cmte Col Comdr Comm Cpl Dep Det Dir Dr Fr Ft Gen Gens
    Gov Govs Hon Insp Ld Lieut Lt Maj Messrs Mgr Mlle Mme Mr Mrs Ms Mt Msgr Mx Pres Prof Profs
    Pvt Rep Reps Rev Rt Sec Sen Sens Sgt Spc St Ste Supt Vice-Adm
    """
)

#: Stand before a number, and end the sentence when none follows ("The answer is no.").
NUMBERED: Final = _words(
    """
    No Nos no nos Art art Arts sec Fig fig p pp Ch ch Vol vol Op cl
    """
)

#: End the sentence only before a word that commonly starts one ("Acme Inc. The", not
#: "Acme Inc. Chairman").
LIGHT: Final = _words(
    """
    Inc Corp Ltd Co Cos Bros Jr Sr Esq Dept Univ Assn Bldg Blvd Ave Rd Hwy Bn Div Regt Est
    approx Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
    Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo
    Mont Neb Nev Okla Ont Ore Pa Penn Que Tenn Tex Va Vt Wash Wis Wyo Ph.D PhD M.D D.Phil LL.D
    Dem etc al Pty Plc Bhd Sdn
    """
)

#: Never end a sentence, written small.
NEVER: Final = _words("vs v e.g i.e cf viz ca c incl")

#: End the sentence before any capital that is neither a day nor a time zone.
CLOCK: Final = _words("a.m p.m A.M P.M am pm")

#: What may follow a clock time within its sentence.
AFTER_CLOCK: Final = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December EST EDT ET CST CDT CT PST PDT PT MST
    MDT GMT UTC BST CET CEST IST JST KST MSK Eastern Central Pacific Mountain Moscow Beijing
    Kyiv London Greenwich
    """
)

#: Names that hold an exclamation mark.
EXCLAIMED: Final = _words("Yahoo Jeopardy Yum")

#: Words that start sentences far more often than they go on with a name after an abbreviation.
STARTERS: Final = _words(
    """
    A About According After Again All Also Although Among An And Another Any As Asked At Back
    Because Before Both But By Despite During Each Earlier Even Every Few For From Further Had
    Has Have He Her Here His How However I If In Instead Is It Its Just Last Later Least Like
    Many Meanwhile Moreover More Most Much My Neither Nevertheless Next No Nobody None Nor Not
    Nothing Now Of On Once One Only Or Other Others Our Over Perhaps Rather Several She Should
    Since So Some Soon Still Such That The Their Then There These They This Those Though Through
    Thus To Today Together Tomorrow Two Under Unless Until Was We Were What When Where Whether
    Which While Who Whoever Why Will With Without Yesterday Yet You Your He's She's It's They're
    We're I'm I've It’s He’s She’s They’re We’re I’m I’ve There's There’s That's That’s
    """
)

#: Verbs by which a question or exclamation in quotation marks is tied to who spoke it.
SPEECH: Final = (
    "added", "answered", "argued", "asked", "asks", "called", "concluded", "continued", "cried",
    "declared", "demanded", "exclaimed", "insisted", "joked", "replied", "said", "says", "shouted",
    "told", "tweeted", "warned", "wondered", "writes", "wrote", "yelled",
)  # fmt: skip
