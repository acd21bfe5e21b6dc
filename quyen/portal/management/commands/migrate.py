"""Django's own, with the tables of the pages made first.

Wagtail brings some 140 small migrations. Django works out all models anew after each; while ours are not there yet
this takes five seconds of a first start, behind ours eighteen.
"""

from __future__ import annotations

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


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        if not (options["app_label"] or options["plan"] or options["check_unapplied"]):
            executor = MigrationExecutor(connections[options["database"]])
            wanted = [key for key in executor.loader.graph.leaf_nodes() if key[0] in FIRST]
            if executor.migration_plan(wanted) and not executor.loader.applied_migrations:
                executor.migrate(wanted)
        super().handle(*args, **options)
