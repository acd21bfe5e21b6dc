"""What the library shows to others: the public, the tasks that it delivers, the landing page."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from quyen.library import actions
from quyen.library.enums import FileRole, Language, Tongue
from quyen.library.models import Product
from quyen.library.queries.day import day_block
from quyen.library.queries.public import ListedProduct, listed_products, public_products, published_products
from quyen.plans.queries.work.evidence_kinds import evidence_sort
from tests.factories.library import (
    make_file,
    make_product,
    make_published,
    make_ready,
    make_translation,
    place,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def test_the_public_gets_what_is_published_in_the_same_queries(
    unit, editor, owner, django_assert_num_queries
) -> None:
    def work(number: int) -> Product:
        made = make_product(
            unit, editor, title=f"Tờ {number}", articles=(("CRC", f"{number}.1"), ("CRC", "28"))
        )
        place(made, make_file(unit, f"{number}.png"), FileRole.COVER, "Bìa")
        made = actions.publish_product(actor=owner, product=make_ready(made))
        english = make_translation(made, "en", editor)
        place(english, make_file(unit, f"{number}-en.png"), FileRole.PICTURE, "A draft")
        return made

    first = work(1)
    with django_assert_num_queries(6):
        (shown,) = public_products([first.pk])
    assert shown.versions == () and shown.cover is not None and shown.cover.alternative_text == "Bìa"
    others = [work(2), work(3)]
    wanted = [one.pk for one in (others[1], first, others[0])]
    drafts = list(Product.objects.filter(language="en").values_list("pk", flat=True))
    with django_assert_num_queries(6):
        found = public_products([*wanted, *drafts])
    assert [one.pk for one in found] == wanted
    with django_assert_num_queries(3):
        listed = listed_products([*wanted, *drafts])
    names = [field.name for field in fields(ListedProduct)]
    assert [[getattr(one, name) for name in names] for one in listed] == [
        [getattr(one, name) for name in names] for one in found
    ]
    assert not hasattr(listed[0], "topics") and found[0].articles
    assert published_products(article=("CRC", "2")).get() == others[0]
    assert published_products("en").count() == 0 and published_products(kind="infographic").count() == 3
    english = Product.objects.get(translation_of=first)
    english.files.update(alternative_text="A cover")  # copied from the source, to be said in its own words
    actions.publish_product(actor=owner, product=make_ready(english))
    assert published_products(tongue=Tongue.FOREIGN).get() == english
    assert [one.language for one in public_products([first.pk])[0].versions] == [Language.ENGLISH]


def test_what_is_out_shows_that_a_task_was_done(unit, editor, stranger) -> None:
    make_product(unit, editor, title="Nháp")
    out = make_published(unit, editor, title="Đã ra")
    sort = evidence_sort("library.Product")
    assert sort is not None
    assert [one.pk for one in sort.offered(editor)] == [out.pk] and sort.offered(stranger) == []
    assert sort.found([out.pk])[0].title.startswith("Đã ra (infographic")


def test_the_landing_page_names_what_is_due_first(
    unit, editor, owner, stranger, django_assert_num_queries
) -> None:
    for number, days in enumerate((9, -2, 40)):
        made = make_product(unit, editor, title=f"Tờ {number}")
        actions.set_turn(actor=editor, product=made, turn=actions.Turn(owner, TODAY + timedelta(days=days)))
    with django_assert_num_queries(2):
        block = day_block(owner, TODAY)
    assert [line.words for line in block.lines] == ["Tờ 1", "Tờ 0", "Tờ 2"]
    assert (block.lines[0].when, block.headline, block.days) == ("trễ 2 ngày", "Trễ 2 ngày: Tờ 1", -2)
    assert not day_block(stranger, TODAY).lines


def test_whose_turn_it_is_is_written_to_them_once_a_step(
    unit, editor, owner, administrator, colleague, stranger, client_of
) -> None:
    """One digest with what else is due: the person named, else all who may do the step, and the coordinators once it is a
    week late; who wants no letters gets none; a step done or given another day begins anew. The landing page says the same."""
    from quyen.accounts.actions import choose_digests
    from quyen.accounts.enums import Digests
    from quyen.accounts.models import Letter
    from quyen.core.schedule import HOME
    from quyen.organisation.actions.reminders import remind

    def written(days: int) -> dict[str, str]:
        before = list(Letter.objects.values_list("pk", flat=True))
        remind(now=datetime.combine(TODAY + timedelta(days=days), time(7, 0), HOME))
        fresh = Letter.objects.exclude(pk__in=before)
        return {one.to: f"{one.subject}\n{one.body}" for one in fresh}

    due = TODAY + timedelta(days=3)
    named = make_product(unit, editor, title="Tờ rơi")
    actions.ask_check(actor=editor, product=named, turn=actions.Turn(owner, due))
    free = make_product(unit, editor, title="Áp phích")
    actions.hand_in(actor=editor, product=free, turn=actions.Turn(None, due))
    assert "Tờ rơi" in str(day_block(owner, TODAY).lines) and "Tờ rơi" not in str(
        day_block(administrator, TODAY).lines
    )
    assert "cần kiểm tra" in client_of(owner).get("/hom-nay/").content.decode()
    choose_digests(actor=administrator, digests=Digests.NEVER)

    first = written(0)
    assert set(first) == {owner.email, editor.email}
    assert "Tờ rơi: cần kiểm tra" in first[owner.email] and "Áp phích: cần biên tập" in first[owner.email]
    assert "Tờ rơi" not in first[editor.email] and f"/san-pham/{free.pk}/" in first[editor.email]
    assert written(0) == {} and written(1) == {}
    actions.set_turn(actor=owner, product=free, turn=actions.Turn(editor, due + timedelta(days=30)))
    assert set(written(2)) == {owner.email}, "the eve; what was put off says nothing"
    late = written(10)
    assert set(late) == {owner.email} and "qua 7 ngày" in late[owner.email]
    actions.pass_check(actor=owner, product=named)
    actions.set_turn(actor=owner, product=named, turn=actions.Turn(administrator, TODAY + timedelta(days=11)))
    choose_digests(actor=administrator, digests=Digests.DAILY)
    assert "Tờ rơi: cần duyệt" in written(11)[administrator.email]
    assert "Tờ rơi" not in str(day_block(editor, TODAY).lines)
