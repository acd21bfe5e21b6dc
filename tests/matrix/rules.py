"""How it is said what an address lets whom do.

door(name, args..., read=..., change=...)   `args` are names of `World.things`, or stand for themselves; without read
                or change nobody has that method
read, change    at(role): that role where the thing is, or above it      anywhere(role): that role in any unit
                here(role): that role where the thing is                 centre(role): that role in a ministry or central
                either(a, b): one or the other                           body, or administrator with nobody above
                SIGNED: every account      KEEPER: only whose thing it is      PUBLIC: whoever has the address
known           who may learn that it is there, though not look into it or change it: those are told 403, not only 404
ask, body       what is sent; "{name}" is the thing's number. With a body those who may are seen to change something
quiet           who may not change is told so on a page, instead of 403 or 404; nothing changes all the same
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quyen.organisation.enums import Role
from tests.matrix.world import Someone

VIEWER, EDITOR, COORDINATOR, ADMINISTRATOR = Role
FILE = "a file"  # stands for an upload in a body
ON_TOP = ("above", "far")  # places in a unit that has nobody above it


@dataclass(frozen=True)
class Who:
    kind: str
    role: int = 0
    also: tuple[Who, ...] = ()

    def may(self, one: Someone, keeper: Someone) -> bool:
        if self.also:
            return any(rule.may(one, keeper) for rule in self.also)
        if self.kind == "at":
            return one.holds(self.role)
        if self.kind == "here":
            return one.place == "own" and one.role >= self.role
        if self.kind == "anywhere":
            return one.role >= self.role
        if self.kind == "centre":
            on_top = one.place in ON_TOP and one.role >= ADMINISTRATOR
            return on_top or (one.place == "centre" and one.role >= self.role)
        return {"public": True, "signed": one.user is not None, "keeper": one is keeper}[self.kind]


def at(role: int) -> Who:
    return Who("at", role)


def here(role: int) -> Who:
    return Who("here", role)


def anywhere(role: int) -> Who:
    return Who("anywhere", role)


def centre(role: int) -> Who:
    return Who("centre", role)


def either(*rules: Who) -> Who:
    """Rules of the same role."""
    return Who("centre" if any(one.kind == "centre" for one in rules) else "either", rules[0].role, rules)


SIGNED, KEEPER, PUBLIC = Who("signed"), Who("keeper"), Who("public")


@dataclass(frozen=True)
class Door:
    name: str
    args: tuple[str, ...]
    read: Who | None = None
    change: Who | None = None
    known: Who | None = None
    ask: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)
    quiet: bool = False

    @property
    def kinds(self) -> set[str]:
        return {rule.kind for rule in (self.read, self.change, self.known) if rule}


def door(name: str, *args: str, **more: Any) -> Door:
    return Door(name, args, **more)
