"""What the library shows to others: the public, the tasks that it delivers, the landing page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from quyen.library import actions
from quyen.library.enums import FileRole, Language, Tongue
from quyen.library.models import Product
from quyen.library.queries.day import day_block
from quyen.library.queries.public import public_products, published_products
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
