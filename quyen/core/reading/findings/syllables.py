"""Which spellings can be a Vietnamese syllable: onset, rime and tone, by rule.

The tables are the phonotactics of standard Vietnamese in its present spelling; both places of the tone mark
(hòa, hoà) count as right. Source: the general rules of chính tả; no word list is needed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}

_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
_FRONT = frozenset("ieêy")  # before these stand k, gh, ngh; before others c, g, ng

_RIMES = frozenset(
    re.split(
        " ",
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
        "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu "
        "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu ych ynh "
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on "
        "ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
        "u ua uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut uê uêch uên uênh uêu uơ uy uya uych "
        "uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ươc ươi ươm ươn ương ươp ươt ươu ưng ưt ưu",
    )
)
# after qu, where u belongs to the onset
_AFTER_QU = frozenset(
    re.split(
        " ",
        "a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt êu "
        "ơ ôc i in it inh y yên yêt ych ynh yt",
    )
)
_STOPS = ("c", "ch", "p", "t")
_QUALITY = frozenset("ăâêôơư")
_VOWELS = frozenset("aăâeêioôơuưy")


@lru_cache(maxsize=1 << 13)
def is_syllable(word: str) -> bool:
    """Whether a word in small letters, NFC, can be a Vietnamese syllable."""
    bare, tone, at = _part_tone(word)
    if bare is None:
        return False
    return any(_fits(onset, bare, tone, at) for onset in _ONSETS if bare.startswith(onset))


def _part_tone(word: str) -> tuple[str | None, str, int]:
    """The letters without tone, the tone, the letter it stands on (-1 for none); None where two tones stand."""
    letters: list[str] = []
    tone, at = "", -1
    for letter in word:
        marks = unicodedata.normalize("NFD", letter)
        tones = [_TONES[mark] for mark in marks if mark in _TONES]
        if tones and (tone or len(tones) > 1):
            return None, "", -1
        if tones:
            tone, at = tones[0], len(letters)
        letters.append(unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES)))
    return "".join(letters), tone, at


def _fits(onset: str, bare: str, tone: str, at: int) -> bool:
    rime = bare[len(onset) :]
    if rime not in (_AFTER_QU if onset == "qu" else _RIMES) or not _agree(onset, rime):
        return False
    if rime.endswith(_STOPS) and tone not in ("s", "j"):
        return False
    return not tone or at - len(onset) in _tone_places(onset, rime)


def _agree(onset: str, rime: str) -> bool:
    """The spelling rule of c/k, g/gh, ng/ngh; "gì", "giết" are g before i."""
    front = rime[0] in _FRONT
    if onset in ("k", "gh", "ngh"):
        return front
    if onset in ("c", "ng"):
        return not front
    if onset == "g":
        return not front or rime[0] == "i"
    return True


@lru_cache(maxsize=1024)
def _tone_places(onset: str, rime: str) -> frozenset[int]:
    """Where in the rime the tone mark may stand."""
    marked = [place for place, letter in enumerate(rime) if letter in _QUALITY]
    if marked:
        return frozenset(marked[-1:])
    vowels = [place for place, letter in enumerate(rime) if letter in _VOWELS]
    if len(vowels) == len(rime):
        if rime in ("oa", "oe", "uy"):
            return frozenset((0, 1))
        return frozenset((1,)) if len(rime) == 3 else frozenset((0,))
    return frozenset(vowels[-1:])
