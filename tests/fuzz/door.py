"""Requests made from our own OpenAPI description against the door for other systems, right and wrong ones.

    python -m tests.fuzz.door --examples 500      (default 100 for each operation; needs no running server)

The application is called in this process, on a test database of its own. The last lines say what was found; the exit
status is 1 where an answer was a fault of ours (5xx), or not what the description says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


def strategies(secret: str) -> tuple[Any, Any]:
    """The operations of the description, and the checks that each answer is held against."""
    import schemathesis
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    from quyen.config.wsgi import application

    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    schema.config.update(headers={"Authorization": f"Bearer {secret}"})
    checks = [
        not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    ]  # fmt: skip
    return schema, checks


@contextmanager
def one_connection() -> Iterator[None]:
    """A request does not close the connection that the test's own transaction is on."""
    from django.core.signals import request_finished, request_started
    from django.db import close_old_connections

    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def attack(secret: str, report: int, examples: int) -> list[str]:
    """What was found, one text a fault. Each operation is tried so many times, with the same requests each time."""
    with one_connection():
        return _attack(secret, report, examples)


def _attack(secret: str, report: int, examples: int) -> list[str]:
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis import GenerationMode
    from schemathesis.core.failures import FailureGroup

    schema, checks = strategies(secret)
    found = []
    for result in schema.get_all_operations():
        operation = result.ok()
        modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

        @settings(
            max_examples=examples, deadline=None, derandomize=True, database=None,
            suppress_health_check=list(HealthCheck), phases=[Phase.generate],
        )  # fmt: skip
        @given(modes[0] | modes[1])
        def tried(case: Any) -> None:
            asked = case.path_parameters.get("report")
            if isinstance(asked, int) and 0 < asked < 2**63:  # a number that fits: the report that is there
                case.path_parameters["report"] = report
            case.call_and_validate(checks=checks, headers={"Authorization": f"Bearer {secret}"})

        try:
            tried()
        except FailureGroup as error:
            found.append(f"{operation.label}: {error}")
        except Exception as error:
            found.append(f"{operation.label}: {error!r:.2000}")
    return found


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--examples", type=int, default=100)
    given = ask.parse_args()
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        from tests.factories.asked import make_asked, make_key

        asked = make_asked()
        found = attack(make_key(asked.commune)[1], asked.report.pk, given.examples)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
    print("\n\n".join(found) or "Không có lỗi nào.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
