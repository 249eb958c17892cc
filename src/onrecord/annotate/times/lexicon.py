"""The words of time, as data."""

from __future__ import annotations

from typing import Final


def _words(table: str) -> tuple[str, ...]:
    return tuple(table.split())


MONTHS: Final = _words(
    "january february march april may june july august september october november december"
)
#: Abbreviations are read with a stop, or without one beside a day or a year.
MONTH_ABBREVIATIONS: Final = _words("jan feb mar apr jun jul aug sept sep oct nov dec")
WEEKDAYS: Final = _words("monday tuesday wednesday thursday friday saturday sunday")
#: Read only with a stop: "Sun" is a newspaper, "sat" a verb.
WEEKDAY_ABBREVIATIONS: Final = _words("mon tues tue wed thurs thur thu fri sat sun")

MONTH_NUMBER: Final = {name: at for at, name in enumerate(MONTHS, 1)} | {
    short: at for at, name in enumerate(MONTHS, 1) for short in MONTH_ABBREVIATIONS if name.startswith(short)
}
WEEKDAY_NUMBER: Final = {name: at for at, name in enumerate(WEEKDAYS, 1)} | {
    short: at
    for at, name in enumerate(WEEKDAYS, 1)
    for short in WEEKDAY_ABBREVIATIONS
    if name.startswith(short)
}

#: Month names that are also verbs or first and family names.
DOUBTFUL_MONTHS: Final = frozenset(_words("march april may june august"))

ONES: Final = _words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
TENS: Final = _words("twenty thirty forty fifty sixty seventy eighty ninety")
NUMBERS: Final = (
    {word: at for at, word in enumerate(ONES, 1)}
    | {word: at * 10 for at, word in enumerate(TENS, 2)}
    | {
        f"{ten}-{one}": tens * 10 + ones
        for tens, ten in enumerate(TENS, 2)
        for ones, one in enumerate(ONES[:9], 1)
    }
    | {"a": 1, "an": 1, "a couple of": 2, "couple of": 2, "a dozen": 12, "a hundred": 100, "hundred": 100}
)
ORDINALS: Final = {
    word: at
    for at, word in enumerate(
        _words(
            """
            first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
            thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
            twentieth twenty-first
            """
        ),
        1,
    )
}
#: Decades written out: the first year within its century.
DECADE_WORDS: Final = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
    "seventies": 70, "eighties": 80, "nineties": 90,
}  # fmt: skip

#: Unit of time -> (letter in a TIMEX3 duration, how many of that letter, whether after the "T").
UNITS: Final = {
    "second": ("S", 1, True), "minute": ("M", 1, True), "hour": ("H", 1, True),
    "day": ("D", 1, False), "night": ("D", 1, False), "week": ("W", 1, False),
    "fortnight": ("W", 2, False), "weekend": ("WE", 1, False), "month": ("M", 1, False),
    "quarter": ("M", 3, False), "year": ("Y", 1, False), "decade": ("DE", 1, False),
    "century": ("CE", 1, False),
}  # fmt: skip

#: States with winter in July, as a sentence or a dateline names them.
SOUTHERN: Final = (
    "Australia", "New Zealand", "Argentin", "Chile", "Uruguay", "Paraguay", "Bolivia", "Peru", "Brazil",
    "South Africa", "Namibia", "Botswana", "Zimbabwe", "Zambia", "Mozambi", "Malawi", "Madagascar", "Lesotho",
    "Eswatini", "Swazi", "Mauriti", "Fiji", "Samoa", "Tonga", "Vanuatu",
)  # fmt: skip
SEASONS: Final = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
HALVES: Final = {"half a": 0.5, "half an": 0.5, "a half": 0.5, "a quarter of a": 0.25}
#: Years of the units that ISO 8601 has no letter for: half a decade is P5Y.
LONG_UNITS: Final = {"DE": 10, "CE": 100}
PARTS_OF_DAY: Final = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI",
}  # fmt: skip

#: Words that narrow a period to its first, middle or last third.
THIRDS: Final = {
    "early": 0, "earlier": 0, "the beginning of": 0, "the start of": 0, "the early part of": 0,
    "mid": 1, "mid-": 1, "the middle of": 1,
    "late": 2, "later": 2, "the end of": 2, "the latter part of": 2, "the close of": 2,
}  # fmt: skip

#: Days that keep their date. The movable ones are counted in ``days``.
HOLIDAYS: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14),
    "may day": (5, 1), "bastille day": (7, 14), "halloween": (10, 31), "armistice day": (11, 11),
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25),
    "boxing day": (12, 26), "international women's day": (3, 8), "juneteenth": (6, 19),
}  # fmt: skip
#: Days from Easter Sunday of the western churches.
EASTER_HOLIDAYS: Final = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "palm sunday": -7,
    "ash wednesday": -46,
}  # fmt: skip
#: Days of calendars or countries that the rules do not count: recognised, not placed.
UNPLACED_HOLIDAYS: Final = (
    "ramadan", "eid al-fitr", "eid al-adha", "nowruz", "passover", "rosh hashanah", "yom kippur",
    "hanukkah", "diwali", "lunar new year",
)  # fmt: skip

#: Nouns that a number before them counts: "2000 troops" is no year.
COUNTED: Final = frozenset(
    _words(
        """
        people persons men women children troops soldiers reservists workers fighters officers
        officials migrants refugees civilians prisoners protesters policemen residents voters
        passengers members deaths cases votes homes houses families miles metres meters kilometres
        kilometers km feet acres hectares tons tonnes barrels dollars euros pounds rubles roubles
        yuan yen rupees square cubic rockets missiles drones tanks vehicles ships boats aircraft
        copies words pages points seats jobs companies schools villages students doctors nurses
        more other local foreign young armed km² mph calories guests hours days weeks months years
        """
    )
)
#: A four-digit number after these names a thing, not a year.
NUMBERED: Final = frozenset(
    _words(
        """
        resolution flight room boeing airbus article bus channel highway route no number hill seat
        row about around nearly almost roughly approximately over under than some least only
        estimated another all these those exactly hired order law bill unit model type article
        section page line post area file case peugeot audi vaz
        """
    )
)
#: A four-digit number after these is a year unless it counts something.
YEAR_CUES: Final = frozenset(
    _words(
        """
        in since by until till to from of fiscal before after during through year early late mid between
        and for or the a his her its their our this that as post pre
        """
    )
)
#: Before "a year" these show that a length is meant.
LENGTH_CUES: Final = frozenset(
    _words(
        """
        for in within after over of than by spent lasted lasting took take takes every about nearly
        almost barely to least throughout during under
        """
    )
)
STRONG_YEAR_CUES: Final = frozenset(_words("in since until till year early late mid before after"))
#: After these a month name is a month, whatever else it may be.
STRONG_MONTH_CUES: Final = frozenset(
    _words("in since until till during last next this early late mid through by before after")
)
WEAK_MONTH_CUES: Final = frozenset(_words("from to of for between and or on"))
#: Newspapers named for a day, and days that are names of events.
NOT_A_WEEKDAY_BEFORE: Final = frozenset(_words("black bloody super good palm ash red mail cyber"))
NOT_A_WEEKDAY_AFTER: Final = frozenset(
    _words("times telegraph mirror express mail independent herald post world star people agency")
)
#: Words before a participle that show it to be no verb of the past: "be held", "the besieged city".
BEFORE_PARTICIPLES: Final = frozenset(
    _words(
        """
        be been being get is are the a an its his her their our this these those to of in
        """
    )
)
