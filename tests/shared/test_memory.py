"""What a process remembers."""

from __future__ import annotations

from quyen.shared.queries import Memory


def test_what_was_not_used_longest_is_forgotten_first() -> None:
    memory: Memory[str, int] = Memory(2)
    assert (memory.get("a"), memory.put("a", 1), memory.put("b", 2), memory.get("a")) == (None, 1, 2, 1)
    memory.put("c", 3)
    assert [memory.get(key) for key in "abc"] == [1, None, 3]
