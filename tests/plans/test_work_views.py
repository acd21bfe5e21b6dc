"""The screens of a unit's own work, for those above, below, beside and far away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from quyen.plans.actions.work.evidence import About, add_link
from quyen.plans.actions.work.progress import report_progress
from quyen.plans.actions.work.questions import ask
from quyen.plans.actions.work.sharing import Share, break_down
from quyen.plans.enums import WorkState
from quyen.plans.models import Assignment, Evidence, EvidenceLink, Progress, Question
from tests.factories.work import given

LIST_QUERIES, PAGE_QUERIES = 7, 20
PHOTO = b"\xff\xd8\xff\xe0" + b"anh chup" * 20


@pytest.fixture
def day():
    return timezone.localdate()


@pytest.fixture
def row(world, day) -> Assignment:
    return given(world, world.communes[0], due_on=day + timedelta(days=9))


def done(world, row, note="", state=WorkState.DONE) -> None:
    report_progress(actor=world.editor, assignment=row, revision=row.revision, state=state, note=note)


def listed(client, **ask) -> list[str]:
    return [line.text for line in client.get(reverse("plans:work"), ask).context["list"].lines]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries(client_of, world, rows, django_assert_num_queries) -> None:
    for n in range(rows):
        done(world, given(world, world.communes[0], text=f"Việc {n}"))
    for user, scope in ((world.editor, "cua-don-vi"), (world.coordinator, "da-giao")):
        client = client_of(user)
        with django_assert_num_queries(LIST_QUERIES):
            page = client.get(reverse("plans:work"), {"xem": scope})
        assert page.context["list"].total == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_takes_the_same_queries(client_of, world, rows, django_assert_num_queries) -> None:
    row = given(world, world.province)
    for n in range(rows):
        add_link(actor=world.above, assignment=row, link=f"https://a.example/{n}", about=About())
        ask(actor=world.above, assignment=row, text="?")
        report_progress(actor=world.above, assignment=row, revision=n, state=WorkState.UNDER_WAY, note=str(n))
        given(world, world.province, text="Khác")
    break_down(actor=world.above, assignment=row, share=Share([unit.pk for unit in world.communes[:rows]]))
    client = client_of(world.above)
    with django_assert_num_queries(PAGE_QUERIES):
        page = client.get(reverse("plans:work-one", args=[row.pk])).context["page"]
    assert len(page.evidence) == len(page.questions) == len(page.shares) == rows
    assert len(page.history) == 1  # one sitting


def test_late_and_due_first_and_what_is_closed_last(client_of, world, day) -> None:
    for text, days in (("Sau", 90), ("Trễ", -3), ("Gần", 5), ("Xong", -9)):
        given(world, world.communes[0], text=text, due_on=day + timedelta(days=days))
    given(world, world.communes[0], text="Không ngày")
    done(world, Assignment.objects.get(task__text="Xong"))
    client = client_of(world.editor)
    assert listed(client) == ["Trễ", "Gần", "Sau", "Không ngày", "Xong"]
    assert listed(client, luc="qua-han") == ["Trễ"]
    assert listed(client, luc="da-xong") == ["Xong"]
    assert listed(client, **{"tinh-trang": "done"}) == ["Xong"]
    assert listed(client, tim="khong ngay") == ["Không ngày"]
    assert listed(client, **{"don-vi": "an hoa"}) == []
    assert len(listed(client, luc="sai", trang="x")) == 5


def test_each_sees_what_is_theirs(client_of, world, row) -> None:
    ours = {
        world.editor: 1,
        world.viewer: 1,
        world.above: 1,
        world.coordinator: 0,
        world.beside: 0,
        world.stranger: 0,
    }
    for user, number in ours.items():
        assert len(listed(client_of(user))) == number, user
    for user, number in {world.coordinator: 1, world.above: 1, world.editor: 0, world.stranger: 0}.items():
        assert len(listed(client_of(user), xem="da-giao")) == number, user
    assert client_of().get(reverse("plans:work")).status_code == 302


def test_who_opens_an_assignment(client_of, world, row) -> None:
    page, report = reverse("plans:work-one", args=[row.pk]), reverse("plans:work-report", args=[row.pk])
    expected = {
        world.editor: (200, 200), world.above: (200, 200), world.viewer: (200, 403), world.coordinator: (200, 403),
        world.beside: (404, 404), world.stranger: (404, 404),
    }  # fmt: skip
    for user, codes in expected.items():
        client = client_of(user)
        assert (client.get(page).status_code, client.get(report).status_code) == codes, user
    assert client_of().get(page).status_code == client_of().get(report).status_code == 302


def test_who_does_what(client_of, world, row) -> None:
    question = ask(actor=world.editor, assignment=row, text="Hỏi?")
    link = add_link(actor=world.editor, assignment=row, link="https://a.example", about=About())
    deeds = {
        "report": (reverse("plans:work-report", args=[row.pk]), {"state": "done", "revision": 0}),
        "evidence": (reverse("plans:work-evidence", args=[row.pk]), {"link": "https://b.example"}),
        "drop": (reverse("plans:work-evidence-drop", args=[row.pk, link.pk]), {}),
        "ask": (reverse("plans:work-ask", args=[row.pk]), {"text": "?"}),
        "answer": (reverse("plans:work-answer", args=[row.pk, question.pk]), {"text": "."}),
        "share": (reverse("plans:work-share", args=[row.pk]), {"don-vi": world.communes[1].pk}),
        "withdraw": (reverse("plans:work-withdraw", args=[row.pk]), {}),
    }  # fmt: skip
    for user, code in ((world.stranger, 404), (world.beside, 404), (world.viewer, 403)):
        client = client_of(user)
        for name, (url, data) in deeds.items():
            wanted = {"share": 404, "withdraw": 302}.get(name, code) if user == world.viewer else code
            assert client.post(url, data).status_code == wanted, (user, name)
    for url, data in deeds.values():
        assert client_of().post(url, data)["Location"].startswith(reverse("account_login"))
    assert (
        Progress.objects.count(),
        Evidence.objects.count(),
        Question.objects.filter(answer="").count(),
    ) == (0, 1, 1)
    assert client_of(world.coordinator).post(*deeds["answer"]).status_code == 302
    assert Question.objects.get().answer == "."


def test_typing_saves_with_a_new_revision(client_of, world, row) -> None:
    url, client = reverse("plans:work-report", args=[row.pk]), client_of(world.editor)
    first = client.post(
        url, {"state": "under_way", "note": "Mười hai lượt", "revision": "0"}, headers={"HX-Request": "true"}
    )
    assert "Đã lưu" in first.content.decode()
    assert 'id="revision" value="1"' in first.content.decode()
    page = client.get(url).content.decode()
    assert "Mười hai lượt" in page


def test_a_conflict_shows_both_and_keeps_both(client_of, world, row) -> None:
    done(world, row, "Bản đã lưu", WorkState.UNDER_WAY)
    url, client = reverse("plans:work-report", args=[row.pk]), client_of(world.above)
    mine = {"state": "done", "note": "Bản của tôi", "revision": "0"}
    for headers, code in (({"HX-Request": "true"}, 200), ({}, 409)):
        answer = client.post(url, mine, headers=headers)
        assert answer.status_code == code
        assert "Bản đã lưu" in answer.content.decode()
        assert "Bản của tôi" in answer.content.decode()
    assert Progress.objects.count() == 1
    client.post(url, mine | {"revision": "1"})
    assert [one.note for one in Progress.objects.order_by("id")] == ["Bản đã lưu", "Bản của tôi"]


def test_without_scripts_the_form_saves_and_goes_on_to_the_next(client_of, world, row, day) -> None:
    other = given(world, world.communes[0], text="Sau đó", due_on=day + timedelta(days=20))
    client = client_of(world.editor)
    page = client.get(reverse("plans:work-report", args=[row.pk]))
    assert (page.context["page"].after, page.context["page"].steps) == (other.pk, ("here", "open"))
    answer = client.post(
        reverse("plans:work-report", args=[row.pk]),
        {"state": "done", "note": "", "revision": 0, "tiep": other.pk},
    )
    assert answer["Location"] == reverse("plans:work-report", args=[other.pk])
    assert client.get(answer["Location"]).context["page"].steps == ("done", "here")


@pytest.mark.parametrize(
    "data", [{}, {"state": "bay", "revision": "x"}, {"state": "done", "revision": "99999999999"}]
)
def test_an_odd_report_is_refused_in_words(client_of, world, row, data) -> None:
    url = reverse("plans:work-report", args=[row.pk])
    assert client_of(world.editor).post(url, data).status_code == 422
    assert (
        "Chưa lưu" in client_of(world.editor).post(url, data, headers={"HX-Request": "true"}).content.decode()
    )
    assert not Progress.objects.exists()


def test_a_photograph_comes_in_and_is_fetched_by_who_may_read(client_of, world, row) -> None:
    url = reverse("plans:work-evidence", args=[row.pk])
    photo = SimpleUploadedFile("loa phường.jpg", PHOTO)
    answer = client_of(world.editor).post(url, {"tep": photo}, headers={"Accept": "application/json"})
    assert answer.status_code == 201
    assert "loa phường.jpg" in answer.json()["rows"]
    file = reverse("plans:evidence-file", args=[Evidence.objects.get().pk])
    for user, code in {
        world.editor: 200, world.viewer: 200, world.above: 200, world.coordinator: 200, world.beside: 404, world.stranger: 404,
    }.items():  # fmt: skip
        assert client_of(user).get(file).status_code == code, user
    got = client_of(world.coordinator).get(file)
    assert b"".join(got.streaming_content) == PHOTO
    assert got["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "data",
    [
        {}, {"link": "javascript:alert(1)"}, {"muc": "press.Briefing:7"}, {"muc": "x"},
        {"tep": ("x.exe", b"MZ\0\1\2" * 99)}, {"tep": ("trong.jpg", b"")},
    ],
)  # fmt: skip
def test_what_is_no_evidence_is_refused_in_words(client_of, world, row, data) -> None:
    data = {name: SimpleUploadedFile(*value) if name == "tep" else value for name, value in data.items()}
    url = reverse("plans:work-evidence", args=[row.pk])
    answer = client_of(world.editor).post(url, data, headers={"Accept": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["error"]
    assert not Evidence.objects.exists()


def test_evidence_of_another_unit_is_not_tied(client_of, world, row) -> None:
    other = given(world, world.communes[1])
    link = add_link(actor=world.beside, assignment=other, link="https://a.example", about=About())
    url = reverse("plans:work-evidence", args=[row.pk])
    assert client_of(world.editor).post(url, {"da_co": link.evidence_id}).status_code == 404
    assert EvidenceLink.objects.count() == 1


def test_evidence_of_one_assignment_is_offered_at_another(client_of, world, row) -> None:
    other = given(world, world.communes[0], text="Việc khác")
    link = add_link(actor=world.editor, assignment=other, link="https://a.example", about=About("Tin bài"))
    client = client_of(world.editor)
    page = reverse("plans:work-one", args=[row.pk])
    assert client.get(page).context["page"].known == ((link.evidence_id, "Tin bài"),)
    client.post(reverse("plans:work-evidence", args=[row.pk]), {"da_co": link.evidence_id})
    assert client.get(page).context["page"].known == ()
    assert EvidenceLink.objects.filter(evidence=link.evidence).count() == 2


def test_the_page_shows_the_passage_of_a_plan_that_the_unit_does_not_read(client_of, world, row) -> None:
    plan = reverse("plans:plan", args=[row.task.plan_id])
    assert client_of(world.editor).get(plan).status_code == 404
    page = client_of(world.editor).get(reverse("plans:work-one", args=[row.pk]))
    assert page.context["page"].passage.quote == "Phát trên loa"
    assert "Sở Tư pháp tỉnh Sông Lam" in page.content.decode()
