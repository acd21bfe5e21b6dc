"""`bin/quyen checks`: the checks of the data, now; what each found."""

from __future__ import annotations

import sys


def checks() -> int:
    """0 where nothing is to be mended; 1 where something is, or where a check could not be asked."""
    import django

    django.setup()
    from quyen.organisation.actions.checks import run_checks
    from quyen.organisation.queries.checks import checks as all_checks
    from quyen.organisation.queries.checks import open_hits_by_check

    run = run_checks(actor=None)
    known = all_checks()
    counts = open_hits_by_check(list(known))
    for pk, check in known.items():
        if counts[pk]:
            print(f"{counts[pk]:5d}  {check.severity.label}: {check.name}\n       {check.advice}")
    for one in run.failed:
        print(f"Không hỏi được phép kiểm {one['check']}: {one['error']}", file=sys.stderr)
    print(f"Đã hỏi {run.asked} phép kiểm; {counts.total()} điều cần sửa. Xem từng điều ở trang /kiem-tra/.")
    return 1 if counts or run.failed else 0
