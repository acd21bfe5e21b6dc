"""What a gatherer tells of a thing that can be found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Gathered:
    """As `portal.models.Entry`. Only what everyone may read is ever gathered."""

    kind: str
    number: int
    title: str
    address: str
    part: str = ""
    language: str = "vi"
    labels: str = ""
    body: str = ""
    lede: str = ""
    note: str = ""
    cites: tuple[tuple[str, str], ...] = ()
    audience: str = ""
    unit: int | None = None
    year: int | None = None

    @property
    def key(self) -> tuple[str, int, str, str]:
        return self.kind, self.number, self.part, self.language

    @property
    def texts(self) -> tuple[str, str, str]:
        return self.title, self.labels, self.body
