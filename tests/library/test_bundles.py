"""Bundles: all or none, at their time, by whichever worker comes first."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from quyen.accounts.models import Letter, User
from quyen.library import actions
from quyen.library.actions.bundles import NotReleased
from quyen.library.enums import BundleState, ProductState
from quyen.library.models import Bundle, Product, ProductEdition
from quyen.library.queries.bundle_kinds import (
    BundleKind,
    Outcome,
    Thing,
    forget_bundle_kind,
    register_bundle_kind,
)
from quyen.library.queries.bundles import bundle_page
from quyen.library.queries.page import product_page
from quyen.organisation.models import Membership, Unit
from tests.factories.library import make_facts, make_product, make_published, make_ready, make_translation

SORT = "library.Product"


def gathered(unit: Unit, owner: User, products: list[Product]) -> Bundle:
    bundle = actions.start_bundle(actor=owner, unit=unit, title="Ngày Nhân quyền 10/12")
    actions.put_in(actor=owner, bundle=bundle, sort=SORT, subject_ids=[one.pk for one in products])
    return bundle


def thirty(unit: Unit) -> list[Product]:
    """Thirty that are approved, of which the last has no licence."""
    first = make_ready(make_product(unit, title="Thẻ 0"))
    shape = {
        name: getattr(first, name)
        for name in ("unit", "kind", "summary", "body", "media", "licence", "credits", "state")
    }
    rows = [Product(title=f"Thẻ {number}", **shape) for number in range(1, 29)]
    rows.append(Product(title="Thẻ thiếu", **shape | {"licence": ""}))
    return [first, *Product.objects.bulk_create(rows)]


def its_time_comes(bundle: Bundle, owner: User) -> None:
    actions.schedule_bundle(actor=owner, bundle=bundle, at=timezone.now() + timedelta(hours=1))
    Bundle.objects.filter(pk=bundle.pk).update(release_at=timezone.now() - timedelta(seconds=1))


@pytest.mark.django_db
def test_one_of_thirty_lacks_something_and_nothing_is_out(
    unit, editor, owner, django_assert_max_num_queries
) -> None:
    products = thirty(unit)
    bundle = gathered(unit, owner, products)
    its_time_comes(bundle, owner)
    with django_assert_max_num_queries(40):
        assert actions.release_due() == 0
    assert not Product.objects.published().exists() and not ProductEdition.objects.exists()
    bundle.refresh_from_db()
    assert bundle.state == BundleState.FAILED
    assert bundle.reasons == [{"title": "Thẻ thiếu", "said": ["Chưa chọn giấy phép sử dụng."]}]
    letter = Letter.objects.get(person=owner)
    assert "Thẻ thiếu" in letter.body
    assert actions.release_due() == 0 and Letter.objects.count() == 1  # told once
    with pytest.raises(NotReleased):
        actions.release_now(actor=owner, bundle=bundle)
    late = Product.objects.get(title="Thẻ thiếu")
    Product.objects.filter(pk=late.pk).update(licence="CC-BY-4.0")
    with pytest.raises(PermissionDenied):
        actions.release_now(actor=editor, bundle=bundle)
    actions.release_now(actor=owner, bundle=bundle)
    assert Product.objects.published().count() == 30


@pytest.mark.django_db
def test_sources_translations_and_revisions_go_out_together(unit, editor, owner) -> None:
    before = make_published(unit, editor, title="Sổ tay")
    revision = actions.revise_product(actor=editor, product=before)
    actions.write_product(
        actor=editor, product=revision, revision=None, facts=make_facts(title="Sổ tay, bản mới")
    )
    source = make_product(unit, editor, title="Tờ rơi")
    khmer = make_translation(source, "km", editor)
    rows = [make_ready(one) for one in (khmer, source, revision)]
    bundle = gathered(unit, owner, rows)
    page = bundle_page(owner, bundle.pk)
    assert page is not None and page.lacking == 0
    other = actions.start_bundle(actor=owner, unit=unit, title="Gói khác")
    with pytest.raises(actions.LibraryRefused, match="gói khác"):
        actions.put_in(actor=owner, bundle=other, sort=SORT, subject_ids=[khmer.pk])
    its_time_comes(bundle, owner)
    assert actions.release_due() == 1 and actions.release_due() == 0
    before.refresh_from_db()
    assert (before.title, before.edition) == ("Sổ tay, bản mới", 2)
    assert Product.objects.published().count() == 3 and not Product.objects.out_of_date().exists()
    page = bundle_page(owner, bundle.pk)
    assert page is not None and all(one.thing and one.thing.is_out for one in page.items)


@pytest.mark.django_db
def test_a_translation_of_words_that_changed_before_both_are_out_is_held_back(unit, editor, owner) -> None:
    source = make_product(unit, editor, title="Tờ rơi")
    khmer = make_translation(source, "km", editor)
    actions.write_product(
        actor=editor, product=source, revision=None, facts=make_facts(title="Tờ rơi, viết lại")
    )
    bundle = gathered(unit, owner, [make_ready(khmer), make_ready(source)])
    with pytest.raises(NotReleased) as told:
        actions.release_now(actor=owner, bundle=bundle)
    (reason,) = told.value.reasons
    assert reason["title"] == khmer.title and "đã đổi chữ" in str(reason["said"])
    assert not Product.objects.published().exists()
    page = product_page(editor, khmer.pk)
    assert page is not None and [run.text.strip() for run in page.changes[0].runs if run.kind == "added"] == [
        "rơi, viết lại"
    ]
    actions.follow_source(actor=owner, product=khmer)
    actions.release_now(actor=owner, bundle=bundle)
    assert Product.objects.published().count() == 2 and not Product.objects.out_of_date().exists()


@pytest.mark.django_db
def test_kinds_of_apps_above_go_out_with_it_or_keep_it_in(unit, owner) -> None:
    out: list[int] = []

    def release(actor: User, pks) -> Outcome:
        out.extend(pks)
        return Outcome({7: ("Trang chưa có tiêu đề.",)} if 7 in pks else {})

    things = [Thing(7, "Trang 7"), Thing(8, "Trang 8")]
    register_bundle_kind(
        BundleKind("t.Page", "trang", lambda pks: things, lambda user, unit: things, release)
    )
    try:
        bundle = gathered(unit, owner, [make_ready(make_product(unit))])
        actions.put_in(actor=owner, bundle=bundle, sort="t.Page", subject_ids=[7])
        with pytest.raises(NotReleased) as refused:
            actions.release_now(actor=owner, bundle=bundle)
        assert refused.value.reasons == [{"title": "Trang 7", "said": ["Trang chưa có tiêu đề."]}]
        assert not Product.objects.published().exists()  # the products had gone first, and came back
    finally:
        forget_bundle_kind("t.Page")


@pytest.mark.django_db
def test_it_goes_out_in_the_name_of_who_set_its_time(unit, owner) -> None:
    bundle = gathered(unit, owner, [make_ready(make_product(unit))])
    its_time_comes(bundle, owner)
    Membership.objects.filter(user=owner).delete()
    assert actions.release_due() == 0 and not Product.objects.published().exists()
    bundle.refresh_from_db()
    assert bundle.state == BundleState.FAILED and "không còn quyền" in bundle.reasons[0]["said"][0]


@pytest.mark.django_db(transaction=True)
def test_two_workers_release_it_once(unit, owner) -> None:
    bundle = gathered(unit, owner, [make_ready(make_product(unit, title=f"Thẻ {n}")) for n in range(3)])
    its_time_comes(bundle, owner)
    done: list[int] = []
    together = threading.Barrier(2)

    def work() -> None:
        together.wait()
        done.append(actions.release_due())
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(done) == [0, 1]
    assert ProductEdition.objects.count() == 3
    assert set(Product.objects.values_list("state", flat=True)) == {ProductState.PUBLISH}
