"""The number that tells kept pages of a change."""

import pytest
from django.db import transaction

from quyen.portal.actions.generation import changed
from quyen.portal.queries.generation import generation


@pytest.mark.django_db(transaction=True)
def test_a_change_is_told_once_and_only_when_it_is_committed() -> None:
    assert generation() == 0
    with transaction.atomic():
        changed()
        with transaction.atomic():
            changed()
        assert generation() == 0
    assert generation() == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        changed()
        raise ZeroDivisionError
    assert generation() == 1
    changed()
    assert generation() == 2
