"""The one door of the reading: what is exported is there, and is all."""

import inspect

import quyen.core.reading as door


def test_all_names_exist_and_nothing_else_is_offered() -> None:
    assert all(
        hasattr(door, name) for name in door.__all__
    )  # some are brought in when they are first asked for
    offered = {
        name for name, value in vars(door).items() if not name.startswith("_") and not inspect.ismodule(value)
    }
    offered -= {"annotations"}
    assert offered == set(door.__all__)


def test_every_exported_function_says_what_it_does() -> None:
    for name in door.__all__:
        value = getattr(door, name)
        assert isinstance(value, str) or inspect.getdoc(value)
