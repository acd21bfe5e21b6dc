"""The outbox as administrators see it, and one's own choice of letters."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.accounts.actions import post
from quyen.accounts.enums import Digests, LetterState
from quyen.accounts.models import Letter, User

QUERIES = 7


def letter(person: User | None, period: str, state: str = LetterState.FAILED, **fields) -> Letter:
    kept = post(
        to=person.email if person else "ai@thu.example", person=person, kind="digest", period=period,
        subject=f"Thư {period}", body="Nội dung kín", **fields,
    )  # fmt: skip
    Letter.objects.filter(pk=kept.pk).update(
        state=state, error="550 no such user", sent_at=timezone.now(), tries=2
    )
    return kept


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_and_shows_why(
    client_of, administrator, editor, rows, django_assert_num_queries
) -> None:
    for n in range(rows):
        letter(editor, str(n))
    client = client_of(administrator)
    with django_assert_num_queries(QUERIES):
        page = client.get(reverse("organisation:letters"))
    shown = page.content.decode()
    assert shown.count("550 no such user") == rows and "Nội dung kín" not in shown
    assert page.context["page"].in_need == rows


def test_an_administrator_sees_letters_of_their_own_people_and_units_only(
    client_of, administrator, editor, owner, stranger, unit, other_unit
) -> None:
    mine, theirs = letter(editor, "1"), letter(stranger, "2")
    about = letter(None, "3", unit_id=unit.pk)
    letter(None, "4", unit_id=other_unit.pk)
    page = client_of(administrator).get(reverse("organisation:letters")).context["page"]
    assert {one.pk for one in page.letters} == {mine.pk, about.pk}
    for person in (owner, editor, stranger):
        client = client_of(person)
        assert client.get(reverse("organisation:letters")).status_code == 403
        assert client.post(reverse("organisation:letter-again", args=[mine.pk])).status_code == 404
    assert (
        client_of(administrator).post(reverse("organisation:letter-again", args=[theirs.pk])).status_code
        == 404
    )
    assert client_of().get(reverse("organisation:letters")).status_code == 302
    assert Letter.objects.filter(state=LetterState.FAILED).count() == 4


def test_a_letter_is_sent_again_once(client_of, administrator, editor) -> None:
    kept = letter(editor, "1", LetterState.UNSURE)
    client, again = client_of(administrator), reverse("organisation:letter-again", args=[kept.pk])
    assert "gửi lại trong một phút" in client.post(again, follow=True).content.decode()
    kept.refresh_from_db()
    assert (kept.state, kept.tries, kept.error) == (LetterState.WAITING, 0, "")
    assert "không ở trạng thái" in client.post(again, follow=True).content.decode()


def test_everyone_chooses_their_own_letters(client_of, editor) -> None:
    client = client_of(editor)
    assert "Mỗi tuần một thư" in client.get(reverse("accounts:me")).content.decode()
    for given, kept in (("weekly", Digests.WEEKLY), ("bay", Digests.WEEKLY), ("never", Digests.NEVER)):
        client.post(reverse("accounts:digests"), {"digests": given})
        editor.refresh_from_db()
        assert editor.digests == kept
    assert client_of().post(reverse("accounts:digests"), {"digests": "daily"}).status_code == 302
