"""The wording of a paragraph -> the position of the State.

The wordings of four cycles (2008 onwards) come down to four thoughts, asked in this order: a refusal, what is already
done, an answer still to come, support. "Examined" alone says nothing: both kinds of answer begin with it.
"""

from __future__ import annotations

import re

from quyen.core.recommendations.report import Status

_ASSENT = r"(?:support|accept|enjoy|endors|agree|approv|adopt|tak\w+ on board|implement|commit)"
_REFUSAL = re.compile(
    rf"\b(?:not|cannot|can't|no longer|neither|nor|unable|without|never|fail(?:s|ed)?)\b"
    rf"(?! (?:later|exceed))[^:;.]{{0,70}}?\b{_ASSENT}"
    r"|\b(?:un|non-)(?:supported|accepted|acceptable)"
    r"|\breject|\brefus|\bdeclin|\bdisagree|\bdisapprov"
    r"|\boutside (?:of )?the (?:scope|mandate)"
    r"|\b(?:lacks?|short of) (?:the )?support",
)
_DONE = re.compile(
    r"\balready (?:\w+ ){0,2}(?:implement|carried|fulfil|in place|reali[sz]ed|under|being|met|complied|part of)"
    r"|\b(?:process|course|phase|stage)s? of (?:\w+ )?(?:implement|being|reali[sz]|execut)"
    r"|\b(?:been|being|are|is|were)(?: \w+)? (?:fully |partially |already )*implemented"
    r"|\b(?:implementation|implemented|measures?|they are|is|are) (?:already )?under ?-?way\b"
    r"|\bunder implementation|\bbeing (?:put into effect|carried out)|\bcarried out or under way",
)
_TO_COME = re.compile(
    r"\bto be (?:further )?(?:examined|considered|studied|reviewed|answered)|\b(?:will|shall|would)(?: \w+){0,3}?"
    r" (?:examin|consider|respond|repl(?:y|ies)|provid|study|studied|review|answer|revert|be included|give|submit"
    r"|communicat|announc|convey|clarif|decid)"
    r"|\bresponses?\b[^.:;]{0,80}\b(?:in due|includ|provid|later|submit|present|appear)"
    r"|\b(?:pending|deferred|postponed|left pending|further (?:examin|consider|study|consult)|under (?:consider|examin))"
    r"|\bin due (?:time|course)|\b(?:no|not) later than\b"
    r"|\b(?:still|currently|now) (?:being )?(?:examin|consider|stud)",
)
_ASSENTED = re.compile(
    r"\bsupport|\baccept|\bendors|\bwelcom|\bagree(?:s|d|ment|able)?\b|\bapprov|\btak\w+ on board|\bcommit",
)
_NOTED = re.compile(
    r"\b(?:are|is|be|been|were|was|thus|only|therefore|merely|hereby|has|have|and)(?: \w+)? noted\b"
    r"|\btak(?:es?|en|ing) (?:due )?note|\btook (?:due )?note|\bnotes the\b|\bnoted by\b"
)
_PARTLY = re.compile(
    r"\b(?:partial|partially|partly|in part)\b[^.:;]{0,40}\b(?:support|accept)"
    r"|\b(?:support|accept)\w*[^.:;]{0,20} (?:in part|partly|partially)\b"
)
_ORDER = ((_REFUSAL, Status.NOTED), (_DONE, Status.IMPLEMENTED), (_TO_COME, Status.PENDING),
              (_ASSENTED, Status.SUPPORTED), (_NOTED, Status.NOTED))  # fmt: skip
_NO_REFUSAL = re.compile(r"\bnot (?:only|later|yet examined)\b|\bno later than\b")
_SPACES = re.compile(r"\s+")


def status_of(words: str) -> Status:
    """The position that the words of a paragraph express; UNCLEAR where they express none."""
    said = _plain(words)
    for pattern, status in _ORDER:
        if pattern.search(_NO_REFUSAL.sub(" ", said) if pattern is _REFUSAL else said):
            return status
    return Status.UNCLEAR


def is_partly(words: str) -> bool:
    """Whether the support is for parts of the recommendations only."""
    return bool(_PARTLY.search(_plain(words)))


def _plain(words: str) -> str:
    return _SPACES.sub(" ", words).replace("’", "'").lower()
