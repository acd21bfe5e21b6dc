"""What a process remembers of what was worked out, for queries that `lru_cache` does not fit: those that only look
whether it is known, and those that work several things out at once."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memory(Generic[K, V]):
    """Up to `most` values by their keys; those not used longest are forgotten first. A key must say all that the value
    depends on, so that nothing has to be taken out. Threads may share it: at worst a thing is worked out twice."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        value = self._held.pop(key, None)
        if value is not None:
            self._held[key] = value  # the last one used
        return value

    def put(self, key: K, value: V) -> V:
        self._held.pop(key, None)
        self._held[key] = value
        for old in list(self._held)[: -self._most]:
            self._held.pop(old, None)
        return value
