"""The doors of the smaller rooms: what is offered is there, is all, and says what it does."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from quyen.core import arithmetic, citing, form, media, recommendations, schedule, sharing, statutes
from quyen.core.paper import official


@pytest.mark.parametrize(
    "door", [arithmetic, citing, form, media, official, recommendations, schedule, sharing, statutes]
)
def test_all_names_exist_and_nothing_else_is_offered(door: ModuleType) -> None:
    offered = {
        name for name, one in vars(door).items() if not name.startswith("_") and not inspect.ismodule(one)
    }
    assert offered - {"annotations"} == set(door.__all__)
    told = [
        one for one in map(vars(door).get, door.__all__) if inspect.isclass(one) or inspect.isfunction(one)
    ]
    assert all(inspect.getdoc(one) for one in told)
