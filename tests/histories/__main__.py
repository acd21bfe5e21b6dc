"""Histories of units by hand, as many as are asked for.

    python -m tests.histories 300 --seed 1

Needs no running server: a test database of its own is made and dropped. The last lines say what was looked at; the exit
status is 1 where anything was not as it must be, and the shortest beginning of the history that shows it is printed
with its seed.
"""

from __future__ import annotations

import argparse
import sys
import time


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("count", type=int, nargs="?", default=100)
    ask.add_argument("--seed", type=int, default=1, help="of the first history; the others follow")
    ask.add_argument("--small", action="store_true", help="the short ones of the suite")
    ask.add_argument("--keep", action="store_true", help="keeps the empty test database for the next run")
    given = ask.parse_args()
    import django

    django.setup()
    from django.db import connection

    connection.settings_dict["TEST"]["NAME"] = f"test_histories_{0 if given.keep else given.seed}"
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=given.keep)
    try:
        failed = run(given.count, given.seed, given.small)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0, keepdb=given.keep)
    sys.exit(1 if failed else 0)


def run(count: int, seed: int, small: bool) -> bool:
    from tests.histories.history import History, live_through, shortest

    whole, failed, started = History(0), 0, time.process_time()
    for number in range(seed, seed + count):
        seen = live_through(number, small=small)
        for name in ("steps", "refused", "undone", "days", "figures"):
            setattr(whole, name, getattr(whole, name) + getattr(seen, name))
        if seen.wrong:
            failed += len(seen.wrong)
            tell(shortest(number, small=small) or seen)
        if (number - seed) % 5 == 4 or not small:
            print(
                f"... {number - seed + 1}: {whole.steps} changes, {whole.figures:,} figures, {failed}",
                flush=True,
            )
    print(
        f"{count} histories from seed {seed}: {whole.steps} changes of units carried out, {whole.refused} refused, "
        f"{whole.undone} undone; {whole.days} days, {whole.figures:,} figures and facts; {failed} differences; "
        f"{time.process_time() - started:.0f} s of processor time"
    )
    return bool(failed)


def tell(seen: object) -> None:
    from tests.histories.history import History

    assert isinstance(seen, History)
    print(
        f"\n--- seed {seen.seed}{' --small' if seen.small else ''}: python -m tests.histories 1 --seed {seen.seed}"
    )
    print("\n".join(f"  {words}" for words in seen.told))
    print("\n".join(f"  != {words}" for words in seen.wrong[:12]), flush=True)


if __name__ == "__main__":
    main()
