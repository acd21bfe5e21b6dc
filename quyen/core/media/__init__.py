"""The room of media: what a file of the library is, from its bytes; whether it is safe; what is shown in its stead.

    look             a file -> Found, with what speaks against it; apart.look_apart does it in a process of its own
    apart.drawn_apart  a file -> its renditions (pictures in widths, first page, safe drawing, WebVTT, clean words)
    members          a zip -> its files, each by itself
    read_captions    WebVTT and SRT -> Captions; against_film, as_vtt, as_srt
    pasted.clean_pasted  HTML from Word and elsewhere -> a small list of marks
    likeness         how near two pictures, or two texts, are

Pictures and papers load their libraries when first looked at.
"""

from quyen.core.media.archive import ArchiveLimits, members
from quyen.core.media.captions import Captions, Cue, against_film, as_srt, as_vtt, read_captions
from quyen.core.media.look import look
from quyen.core.media.record import Found, Limits, Problem

__all__ = [
    "ArchiveLimits",
    "Captions",
    "Cue",
    "Found",
    "Limits",
    "Problem",
    "against_film",
    "as_srt",
    "as_vtt",
    "look",
    "members",
    "read_captions",
]
