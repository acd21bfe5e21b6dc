"""The screens of the library: who gets in, how many questions they ask, what they show."""

from __future__ import annotations

import pytest
from django.urls import reverse

from quyen.library import actions
from quyen.library.enums import FileRole, ProductState
from quyen.library.models import Comment, Product, ReviewLink
from tests.factories.library import (
    make_facts,
    make_file,
    make_product,
    make_published,
    make_ready,
    make_translation,
    place,
)

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


def posted(**more) -> dict[str, object]:
    """What the form of a product sends."""
    return {
        "title": "Quyền đi học của trẻ em", "kind": "infographic", "summary": "Mười tấm thẻ ngắn.", "body": "Một.",
        "reach": ["print"], "licence": "CC-BY-4.0", "credits": "Biên soạn: Tổ truyền thông", "articles": "CRC 28",
    } | more  # fmt: skip


def test_drafts_are_for_the_unit_and_what_is_out_for_all(
    unit, editor, colleague, stranger, client_of
) -> None:
    draft, out = make_product(unit, editor), make_published(unit, editor, title="Đã ra")
    owner, beside, away = client_of(editor), client_of(colleague), client_of(stranger)
    page, write = reverse("library:product", args=[draft.pk]), reverse("library:write", args=[draft.pk])
    assert [one.get(page).status_code for one in (owner, beside, away)] == [200, 200, 404]
    assert [one.get(write).status_code for one in (owner, beside, away)] == [200, 404, 404]
    shown = away.get(reverse("library:product", args=[out.pk]))
    assert shown.status_code == 200 and "Góp ý" not in shown.content.decode()  # nothing of the office
    step = reverse("library:step", args=[draft.pk])
    sent = {"buoc": "ask_check", "revision": draft.revision}
    assert [one.post(step, sent).status_code for one in (away, beside, owner)] == [404, 403, 302]
    assert Product.objects.get(pk=draft.pk).state == ProductState.CHECK
    for name in ("list", "languages", "bundles", "counted"):
        assert client_of(None).get(reverse(f"library:{name}")).status_code == 302
    bundle = actions.start_bundle(actor=editor, unit=unit, title="Gói")
    place = reverse("library:bundle", args=[bundle.pk])
    assert [one.get(place).status_code for one in (owner, beside, away)] == [200, 200, 404]
    assert beside.post(reverse("library:bundle-put", args=[bundle.pk]), {"loai": "x"}).status_code == 403


def test_the_form_saves_itself_and_shows_both_where_two_write(unit, editor, owner, client_of) -> None:
    product = make_product(unit, editor)
    url, client = reverse("library:write", args=[product.pk]), client_of(editor)
    answer = client.post(url, posted(body="Hai.", revision=product.revision), **HTMX)
    assert 'class="good"' in answer.content.decode()
    actions.write_product(
        actor=owner, product=product, revision=None, facts=make_facts(body="Của người khác.")
    )
    answer = client.post(url, posted(body="Của tôi.", revision=product.revision + 1), **HTMX).content.decode()
    assert "Của người khác." in answer and "Của tôi." in answer
    assert Product.objects.get(pk=product.pk).body == "Của người khác."
    refused = client.post(
        url, posted(articles="luật nào đó", length="hai phút", revision=9), **HTMX
    ).content.decode()
    assert "Chưa hiểu “luật nào đó”" in refused and "ví dụ 2:30" in refused
    plain = client.post(url, posted(body="Hai.", revision=Product.objects.get(pk=product.pk).revision))
    assert plain.status_code == 302
    kept = Product.objects.get(pk=product.pk)
    assert kept.body == "Hai." and [(one.code, one.path) for one in kept.provisions.all()] == [("CRC", "28")]


def test_lists_ask_as_often_for_three_rows_as_for_one(
    unit, editor, owner, client_of, django_assert_num_queries
) -> None:
    client, counts = client_of(editor), {"list": 13, "languages": 5, "bundles": 5}

    def row(number: int) -> None:
        source = make_published(unit, editor, title=f"Tờ {number}")
        khmer = make_translation(source, "km", editor)
        place(khmer, make_file(unit, f"{number}.png"), FileRole.COVER, "Bìa")
        bundle = actions.start_bundle(actor=owner, unit=unit, title=f"Gói {number}")
        actions.put_in(actor=owner, bundle=bundle, sort="library.Product", subject_ids=[khmer.pk])

    for rows in ([1], [2, 3]):
        for number in rows:
            row(number)
        for name, queries in counts.items():
            with django_assert_num_queries(queries):
                assert str(rows[-1]) in client.get(reverse(f"library:{name}")).content.decode()


def test_pages_ask_as_often_for_three_things_as_for_one(
    unit, editor, owner, client_of, django_assert_num_queries
) -> None:
    product = make_product(unit, editor)
    bundle = actions.start_bundle(actor=owner, unit=unit, title="Gói")
    client = client_of(editor)

    def more(number: int) -> None:
        place(product, make_file(unit, f"{number}.png"), FileRole.PICTURE, "Hình")
        actions.comment(actor=owner, product=product, remark=actions.Remark("Sửa", "body", "Trẻ em"))
        made = make_product(unit, editor, title=f"Thêm {number}")
        make_translation(product, ["km", "en", "fr"][number], editor)
        actions.put_in(actor=owner, bundle=bundle, sort="library.Product", subject_ids=[made.pk])

    more(0)
    pages = [
        (reverse("library:product", args=[product.pk]), 21),
        (reverse("library:write", args=[product.pk]), 14),
    ]
    pages += [(reverse("library:bundle", args=[bundle.pk]), 9)]
    for url, number in pages:
        with django_assert_num_queries(number):
            assert client.get(url).status_code == 200
    more(1)
    more(2)
    for url, number in pages:
        with django_assert_num_queries(number):
            client.get(url)


def test_a_comment_keeps_its_place_while_the_text_moves(unit, editor, owner, client_of) -> None:
    product = make_product(unit, editor, body="Trẻ em có quyền. Trẻ em có quyền học.")
    client = client_of(owner)
    sent = {
        "text": "Thêm Điều 28.",
        "place": "body",
        "quote": "có quyền",
        "before": "Trẻ em có quyền. Trẻ em ",
        "after": " học.",
    }
    client.post(reverse("library:comment", args=[product.pk]), sent)
    row = Comment.objects.get()
    assert row.before.endswith("quyền. Trẻ em ") and row.after == " học."
    moved = make_facts(body="Mở đầu mới.\n\nTrẻ em có quyền. Trẻ em có quyền học.")
    actions.write_product(actor=editor, product=product, revision=None, facts=moved)
    page = client.get(reverse("library:product", args=[product.pk])).content.decode()
    assert "Trẻ em có quyền. Trẻ em <mark>có quyền</mark>" in page
    actions.write_product(actor=editor, product=product, revision=None, facts=make_facts(body="Khác hẳn."))
    page = client.get(reverse("library:product", args=[product.pk])).content.decode()
    assert "đã được viết lại" in page and "<mark>" not in page
    settle = reverse("library:settle", args=[product.pk, row.pk])
    assert client_of(editor).post(settle, {"xong": "1"}).status_code == 302
    row.refresh_from_db()
    assert row.resolved_by == editor


def test_a_link_opens_one_draft_for_one_opinion(unit, editor, client_of) -> None:
    product, other = make_product(unit, editor), make_product(unit, editor, title="Bản khác")
    row = place(product, make_file(unit), FileRole.PICTURE, "Hình vẽ")
    away = place(other, make_file(unit, "khac.png"), FileRole.PICTURE, "Khác")
    client, nobody = client_of(editor), client_of(None)
    client.post(reverse("library:ask", args=[product.pk]), {"name": "Luật sư Hà", "days": 7})
    page = client.get(reverse("library:product", args=[product.pk]))
    url = page.context["link_shown"]
    assert "Luật sư Hà" in page.content.decode()
    assert not client.get(reverse("library:product", args=[product.pk])).context["link_shown"]  # once
    token = url.rstrip("/").rpartition("/")[2]
    assert token not in str(ReviewLink.objects.values().get())
    shown = nobody.get(url)
    assert product.title in shown.content.decode() and shown["Referrer-Policy"] == "same-origin"
    file = reverse("library:review-file", args=[token, row.pk])
    assert nobody.get(file).status_code == 200
    assert nobody.get(reverse("library:review-file", args=[token, away.pk])).status_code == 404
    assert nobody.get(url.replace(token, token[:-2] + "xx")).status_code == 404
    assert nobody.get(reverse("library:product", args=[product.pk])).status_code == 302
    sent = {
        "opinion": "changes",
        "words": "",
        "place": ["body"],
        "quote": ["Trẻ em"],
        "text": ["Nên nêu rõ tuổi"],
    }
    assert nobody.post(url, {"opinion": "changes"}).status_code == 422
    assert nobody.post(url, sent).status_code == 302
    assert Comment.objects.get().by_name == "Luật sư Hà"
    over = nobody.get(url)
    assert over.status_code == 410 and "Mười tấm" not in over.content.decode()
    assert nobody.get(file).status_code == 404 and nobody.post(url, sent).status_code == 410


def test_a_link_ends_when_revoked_or_when_the_product_is_out(unit, editor, owner, client_of) -> None:
    product = make_product(unit, editor)
    link, token = actions.make_review_link(actor=editor, product=product, name="A")
    _other, later = actions.make_review_link(actor=editor, product=product, name="B")
    nobody = client_of(None)
    client_of(editor).post(reverse("library:revoke", args=[product.pk, link.pk]))
    assert nobody.get(reverse("library:review", args=[token])).status_code == 410
    actions.publish_product(actor=owner, product=make_ready(product))
    assert nobody.get(reverse("library:review", args=[later])).status_code == 410
