"""The queue is not one of Django's own tables: a test that really commits leaves its jobs behind."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def empty_queue(db):
    from procrastinate.contrib.django.models import ProcrastinateJob

    ProcrastinateJob.objects.all()._raw_delete(using="default")
    yield
    ProcrastinateJob.objects.all()._raw_delete(using="default")
