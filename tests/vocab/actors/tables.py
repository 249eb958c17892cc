"""Six tables about invented people and bodies of real states, to be written into a folder."""

from __future__ import annotations

from pathlib import Path

HEADERS = {
    "people.csv": "id,name,aliases,country,sector,wikidata,terms,source",
    "offices.csv": "id,country,title,kind,body,sector,shared",
    "bodies.csv": "id,name,aliases,ambiguous,country,sector,kind,wikidata,source",
    "generic_bodies.csv": "id,names,sector,kind",
    "generic_offices.csv": "id,titles,kind,body,sector",
    "agents.csv": "noun,type,sector,number",
}
ROWS = {
    "people.csv": (
        "ana-velez,Ana Vélez,Anna Velez-Ruiz;AVR,AUT,ELI,Q1,"
        "aut-chancellor 2010-03-01/2014-05-12;aut-foreign-minister 2006/2010-02,editor",
        "jo-var-un,Jo Var-un,~Jo,AUT,GOV,,aut-chancellor 2014-05-12/..,editor;reign",
        "jo-mi-ra,Jo Mi-ra,~Jo,CHE,BUS,,,editor",
        "otto-al-tann,Otto al-Tann,,CHE,REB,,che-councillor 2012/2015;che-foreign-minister 2011/2012,editor",
        "ilse-von-marrow,Ilse von Marrow,Prince of Blentz,CHE,-,,che-councillor 2013/..,editor",
        "tomas-bin-vos,Tomas R. bin Vos Jr.,,-,IGO,,,editor",
    ),
    "offices.csv": (
        "aut-chancellor,AUT,Chancellor of Austria,head_of_government,aut-union,GOV,",
        "aut-foreign-minister,AUT,Foreign Minister of Austria,foreign_minister,,GOV,",
        "che-councillor,CHE,Federal Councillor of Switzerland,other,,GOV;LEG,true",
        "che-foreign-minister,CHE,Foreign Minister of Switzerland,foreign_minister,che-foreign-ministry,GOV,",
    ),
    "bodies.csv": (
        "aut-union,Austrian Union Party,Union,Union,AUT,PTY,party,Q2,editor",
        "che-union,Swiss Union Party,Union;SUP,Union,CHE,PTY;OPP,party,,editor",
        "harbour-league,Harbour League,HL,,-,IGO,alliance,,editor",
        "che-ballplatz,Ballplatz,Foreign Office,Foreign Office,CHE,GOV,ministry,,editor",
        "aut-post,Foreign Office,Post,Foreign Office,AUT,BUS,company,,editor",
        "7-blentz,7-blentz.org,,,-,NGO,ngo,,editor",
        "base,The Base,,The Base,-,REB,armed_group,,editor",
    ),
    "generic_bodies.csv": (
        "foreign-ministry,Foreign Ministry;Ministry of Foreign Affairs;Foreign Office,GOV,ministry",
        "army,Army,MIL,military",
    ),
    "generic_offices.csv": (
        "foreign-minister,foreign minister;minister of foreign affairs;USA:secretary of state,"
        "foreign_minister,foreign-ministry,GOV",
        "deputy-foreign-minister,deputy foreign minister,minister,foreign-ministry,GOV",
        "minister,minister,minister,,GOV",
        "secretary,secretary,other,,-",
        "chancellor,AUT:chancellor;DEU:chancellor,head_of_government,,GOV",
        "president,president,head_of_state,,GOV",
        "vice-president,vice president,deputy_head,,GOV",
        "general,general;gen.,other,army,MIL",
    ),
    "agents.csv": (
        "soldier,person,MIL,both",
        "person|people,person,-,both",
        "police,organization,COP,plural",
        "aid worker,person,NGO,singular",
        "gunman,person,UAF,singular",
        "embassy,organization,GOV,singular",
        "coach,person,-,singular",
    ),
}


def write_actors(folder: Path, *, add: dict[str, str] | None = None, **only: tuple[str, ...]) -> Path:
    """The tables; ``add`` has a row to append by file, ``only`` all rows of a file by its stem."""
    for name, header in HEADERS.items():
        rows = only.get(name.removesuffix(".csv"), ROWS[name])
        more = (add[name],) if add and name in add else ()
        (folder / name).write_text("\n".join((header, *rows, *more)) + "\n", encoding="utf-8")
    return folder
