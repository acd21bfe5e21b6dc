"""Background work of the library step."""

from __future__ import annotations

from procrastinate.contrib.django import app

from quyen.library.actions.bundles import release_due


# Every minute, and not one job a bundle: a bundle is due by what stands in its row, so that none is forgotten where a
# worker was away at its time, and none goes out that was taken back. One query where nothing is due.
@app.periodic(cron="* * * * *")
@app.task(name="release_bundles", queue="library", queueing_lock="release_bundles")
def release_bundles(timestamp: int) -> None:
    """Bundles whose time has come go out, all of each or nothing."""
    release_due()
