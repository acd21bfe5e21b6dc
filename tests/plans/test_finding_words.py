"""What a finding means, to who reads English."""

from __future__ import annotations

import re
from pathlib import Path

from django.urls import reverse
from django.utils.translation import override

import quyen.core.reading.findings as findings
from quyen.plans.actions.below_parent import KIND
from quyen.plans.templatetags.findings import MEANINGS, WORDS, finding_meaning
from tests.factories.plans import make_finding, make_plan


def test_every_kind_of_the_reader_has_its_words() -> None:
    folder = Path(findings.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    kinds = set(re.findall(r'Finding\(\s*(?:kind=)?"(\w+)"', source)) | {"no_lead", "no_time", KIND}
    assert len(kinds) > 20
    assert kinds <= set(MEANINGS)
    assert kinds - {"missing_word", "impossible_date"} <= set(WORDS)


def test_english_says_it_before_the_clerks_own_words(client_of, owner, unit) -> None:
    plan = make_plan(unit)
    make_finding(plan, kind="spelling", message="“án” có thể là lỗi gõ")
    client = client_of(owner)
    for name in ("plans:plan", "plans:review"):
        client.cookies["django_language"] = "en"
        page = client.get(reverse(name, args=[plan.pk])).content.decode()
        said = "Probably a slip of typing or of character recognition."
        assert page.index(said) < page.index("có thể là lỗi gõ")
        client.cookies["django_language"] = "vi"
        page = client.get(reverse(name, args=[plan.pk])).content.decode()
        assert "Có thể là lỗi gõ hoặc" not in page
    with override("en"):
        assert finding_meaning("something new") == ""
