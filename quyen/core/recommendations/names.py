"""Names of States as the Human Rights Council writes them: members of the United Nations, observers, former names.

Source: the United Nations' list of member States and the short forms in reports of the Working Group. A name that is
not here is still read where it stands as one; it is only questioned.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from functools import lru_cache

_NAMES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|
Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|
Brunei Darussalam|Brunei|Bulgaria|Burkina Faso|Burundi|Cabo Verde|Cape Verde|Cambodia|Cameroon|Canada|
Central African Republic|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica|Cote d'Ivoire|Ivory Coast|Croatia|Cuba|
Cyprus|Czechia|Czech Republic|Democratic People's Republic of Korea|DPRK|Democratic Republic of the Congo|Democratic Republic of Congo|DRC|Denmark|
Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|Eswatini|Swaziland|
Ethiopia|Fiji|Finland|France|Gabon|Gambia|Georgia|Germany|Ghana|Greece|Grenada|Guatemala|Guinea|Guinea-Bissau|Guyana|
Haiti|Holy See|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|
Kenya|Kiribati|Kuwait|Kyrgyzstan|Lao People's Democratic Republic|Lao PDR|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|
Libyan Arab Jamahiriya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|
Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|
Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|Norway|Oman|Pakistan|Palau|
Palestine|State of Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Republic of Korea|
South Korea|Republic of Moldova|Romania|Russian Federation|Russia|Rwanda|Saint Kitts and Nevis|Saint Lucia|
Saint Vincent and the Grenadines|Samoa|San Marino|Sao Tome and Principe|Saudi Arabia|Senegal|Serbia|Seychelles|
Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Sudan|Spain|Sri Lanka|Sudan|
Suriname|Sweden|Switzerland|Syrian Arab Republic|Syria|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga|
Trinidad and Tobago|Tunisia|Turkey|Turkiye|Turkmenistan|Tuvalu|Uganda|Ukraine|United Arab Emirates|UAE|United Kingdom|UK|
United Kingdom of Great Britain and Northern Ireland|United Republic of Tanzania|United States of America|United States|
USA|US|Uruguay|Uzbekistan|Vanuatu|Venezuela|Viet Nam|Vietnam|Yemen|Zambia|Zimbabwe|European Union|Sovereign Order of Malta|
the former Yugoslav Republic of Macedonia|Macedonia|Korea|Hashemite Kingdom of Jordan|Kingdom of the Netherlands|
People's Republic of China|Republic of the Congo|Bolivarian Republic of Venezuela|Plurinational State of Bolivia|
Islamic Republic of Iran|Federated States of Micronesia|Slovak Republic|Kyrgyz Republic|Great Britain|Cook Islands|Niue|
Republic of Serbia|Taiwan Province of China|Kosovo|Republic of North Macedonia|Republic of Macedonia|Burma
"""
_FORMS = re.compile(
    r"\(?(?:plurinational state|bolivarian republic|islamic republic|federated states|kingdom|republic)(?: of(?: the)?)?\)?$"
)
_LEAD = re.compile(r"^(?:the|kingdom of(?: the)?|republic of(?: the)?|state of)\s+")
_BY = re.compile(r"^(?:recommended|recommendations?|made|proposed)?\s*(?:by|from)\s+|^(?:and|by)\s+", re.I)


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFD", name.replace("’", "'").replace("ʼ", "'").replace("`", "'"))
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign)).lower()
    return re.sub(r"\s+", " ", re.sub(r"\s*-\s*", "-", letters)).strip(" .,;*")


_KNOWN = frozenset(
    plain for name in _NAMES.split("|") for plain in (_plain(name), _LEAD.sub("", _plain(name)))
)


def is_known(name: str) -> bool:
    """Whether this is a State's name: "Iran (Islamic Republic of)", "the Islamic Republic of Iran", "Iran"."""
    plain = _plain(name)
    if plain in _KNOWN or _LEAD.sub("", plain) in _KNOWN:
        return True
    bare = _FORMS.sub("", plain).strip(" (,")
    return bare != plain and bare in _KNOWN


@lru_cache(maxsize=2_000)
def is_nearly_known(name: str) -> bool:
    """Whether this is a State's name with a slip: "Trinidad an Tobago", "Azerbijan"."""
    return 5 < len(name) < 80 and bool(get_close_matches(_plain(name), _KNOWN, 1, 0.88))


def are_known(words: str) -> bool:
    """Whether the words are nothing but names of States."""
    names = split_names(words)
    return bool(names) and all(map(is_known, names))


def split_names(words: str) -> list[str]:
    """The names in "Algeria, Iran (Islamic Republic of) and Bosnia and Herzegovina", as printed."""
    names: list[str] = []
    for part in _parts(words):
        part = _BY.sub("", part.strip(" .*"))
        names += [part] if is_known(part) else _by_comma(part) or _by_and(part)
    return [name for name in (_tidy(name) for name in names) if name]


def _parts(words: str) -> list[str]:
    """Cut at commas and semicolons outside inner brackets; "Iran, Islamic Republic of" stays together."""
    parts, depth = [""], 0
    for sign in words:
        depth = max(0, depth + (sign in "([") - (sign in ")]"))
        if sign in ",;/" and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return _with_forms(parts)


def _with_forms(parts: list[str]) -> list[str]:
    kept: list[str] = []
    for part in parts:
        if kept and re.fullmatch(
            r"\s*[\w ]*\b(?:republic|states?|people's republic) of(?: the)?\s*", part, re.I
        ):
            kept[-1] += f",{part}"
        else:
            kept.append(part)
    return kept


_LONGEST = 20  # words that two names may have together


def _by_comma(part: str) -> list[str]:
    """ "United Kingdom France": two names whose comma was forgotten; [] where they are not just that."""
    words = part.split()
    if len(words) > _LONGEST:
        return []
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return next((list(pair) for pair in cuts if all(map(is_known, pair))), [])


_ANDS = 4  # parts that "and" joins within one name


def _by_and(part: str) -> list[str]:
    """Cut at each "and" that leaves a known name before it or after it; else at none."""
    words = re.split(r"\s+(?:and|&)\s+", part)
    names: list[str] = []
    while words:
        take = next((n for n in range(min(len(words), _ANDS), 1, -1) if is_known(" and ".join(words[:n]))), 1)
        names.append(" and ".join(words[:take]))
        words = words[take:]
    return names if any(map(is_known, names)) else [part]


def _tidy(name: str) -> str:
    name = name.strip(" .,;*")
    return name + ")" * (name.count("(") - name.count(")"))
