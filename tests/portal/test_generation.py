"""The number that tells kept pages of a change."""

import pytest
from django.db import transaction

from quyen.portal.actions.generation import changed
from quyen.portal.queries.generation import changes, generation


@pytest.mark.django_db(transaction=True)
def test_a_change_is_told_once_and_only_when_it_is_committed() -> None:
    assert generation() == 0
    with transaction.atomic():
        changed("/")
        with transaction.atomic():
            changed("/", "/tin/")
        assert generation() == 0
    assert generation() == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        changed()
        raise ZeroDivisionError
    assert generation() == 1
    changed("/thu-vien/12-*")
    assert changes() == (2, [[2, ["/thu-vien/12-*"]], [1, ["/", "/tin/"]]])
    for _ in range(60):
        changed()
    number, recent = changes()
    assert (number, len(recent), recent[0]) == (62, 50, [62, []])
