"""Django's own, with the tables of the pages made first, then ours, each by themselves.

Wagtail brings some 140 small migrations. Django works out all models anew after each, ours too where they are there:
alone they take five seconds, beside ours twenty and more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

FIRST = {
    "modelsearch",
    "simple_translation",
    "taggit",
    "wagtailadmin",
    "wagtailcore",
    "wagtailredirects",
    "wagtailusers",
}


LAST = {"portal"}  # stands on both


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if not (options["app_label"] or options["plan"] or options["check_unapplied"]):
            _alone(options["database"], lambda label: label in FIRST)
            _alone(options["database"], lambda label: label not in FIRST | LAST)
        super().handle(*args, **options)


def _alone(database: str, is_meant: Callable[[str], bool]) -> None:
    """Those apps' migrations that wait, with no other models at hand than those of the migrations that they stand on."""
    executor = MigrationExecutor(connections[database])
    graph, applied = executor.loader.graph, executor.loader.applied_migrations
    wanted = [key for key in graph.leaf_nodes() if is_meant(key[0])]
    plan = executor.migration_plan(wanted)
    if plan:
        stands_on = {key for one in wanted for key in graph.forwards_plan(one) if key in applied}
        executor.migrate(wanted, plan, state=executor.loader.project_state(sorted(stands_on)))
