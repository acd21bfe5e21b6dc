"""The screens of reports: what each shows to whom, what is saved, what is asked of the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from quyen.organisation.enums import Role, UnitKind
from quyen.reports import actions
from quyen.reports.enums import State
from quyen.reports.models import Cycle, Edition, Regime, Submission
from tests.factories.reports import END, START, Rounds, of, value
from tests.factories.work import member

pytestmark = pytest.mark.django_db
JSON = {"headers": {"accept": "application/json"}}
LIST_QUERIES, ROUND_QUERIES, PAGE_QUERIES = 9, 10, 21


def commune(rounds: Rounds) -> Submission:
    return of(rounds.cycle, rounds.world.communes[0])


def test_each_page_opens_for_those_whose_it_is_and_for_no_other(client_of, rounds):
    world, report = rounds.world, commune(rounds)
    regime = rounds.cycle.regime_id
    pages = {
        reverse("reports:list"): {"editor": 200, "viewer": 200, "above": 200, "stranger": 200, "beside": 200},
        reverse("reports:report", args=[report.pk]): {"editor": 200, "viewer": 200, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:figure", args=[report.pk, "nhiemvu.tong"]): {"editor": 200, "viewer": 200, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:figures", args=[report.pk]): {"editor": 200, "viewer": 404, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:head", args=[report.pk]): {"editor": 200, "viewer": 404, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:below", args=[report.pk, "kien-nghi"]): {"editor": 200, "viewer": 200, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:round", args=[rounds.cycle.pk]): {"editor": 404, "viewer": 404, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:round-csv", args=[rounds.cycle.pk]): {"editor": 404, "viewer": 404, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:round-xlsx", args=[rounds.cycle.pk]): {"editor": 404, "viewer": 404, "above": 200, "stranger": 404, "beside": 404},
        reverse("reports:regime", args=[regime]): {"editor": 200, "viewer": 200, "above": 200, "stranger": 404, "beside": 200},
        reverse("reports:regime-new"): {"editor": 404, "viewer": 404, "above": 200, "stranger": 200, "beside": 200},
        reverse("reports:round-open", args=[regime]): {"editor": 404, "viewer": 404, "above": 200, "stranger": 404, "beside": 404},
    }  # fmt: skip
    clients = {
        name: client_of(getattr(world, name)) for name in ("editor", "viewer", "above", "stranger", "beside")
    }
    wrong = {
        (url, name): (status, wanted)
        for url, all_wanted in pages.items()
        for name, wanted in all_wanted.items()
        if (status := clients[name].get(url).status_code) != wanted
    }
    assert not wrong
    assert client_of(None).get(reverse("reports:report", args=[report.pk])).status_code == 302


def test_the_form_and_the_keys_are_offered_to_those_who_may_use_them(client_of, rounds):
    world, report = rounds.world, commune(rounds)
    admin = member(world.province, Role.ADMINISTRATOR, "Hà Quản Trị")
    unit = world.communes[0].pk
    page, form = reverse("reports:report", args=[report.pk]), reverse("reports:sheet", args=[report.pk])
    about, keys = reverse("organisation:unit", args=[unit]), reverse("reports:tokens", args=[unit])
    offered = {
        who: (f'"{form}"' in client_of(who).get(page).content.decode(), f'"{keys}"' in client_of(who).get(about).content.decode())
        for who in (world.editor, world.viewer, admin)
    }  # fmt: skip
    assert list(offered.values()) == [(True, False), (False, False), (True, True)]


def test_each_deed_is_done_by_those_who_may(client_of, rounds):
    world, report = rounds.world, commune(rounds)

    def deed(user, name, **more):
        return client_of(user).post(reverse("reports:deed", args=[report.pk, name]), more).status_code

    write = reverse("reports:passage", args=[report.pk, "kien-nghi"])
    assert client_of(world.viewer).post(write, {"text": "Một", "seen": 0}).status_code == 403
    assert client_of(world.stranger).post(write, {"text": "Một", "seen": 0}).status_code == 404
    assert (deed(world.viewer, "submit"), deed(world.beside, "submit"), deed(world.editor, "submit")) == (
        403,
        404,
        302,
    )
    assert (deed(world.editor, "accept"), deed(world.stranger, "accept")) == (403, 404)
    assert deed(world.above, "fly") == 404
    stale = Edition.objects.get().sha256[::-1]
    deed(world.above, "accept", ban=stale)
    assert commune(rounds).state == State.SUBMITTED  # another edition than the one that was seen
    deed(world.above, "return", **{"ly-do": "Thiếu kiến nghị"})
    assert commune(rounds).reason == "Thiếu kiến nghị"
    assert (
        "Thiếu kiến nghị"
        in client_of(world.editor).get(reverse("reports:report", args=[report.pk])).content.decode()
    )
    close = reverse("reports:round-close", args=[rounds.cycle.pk, "dong"])
    assert client_of(world.editor).post(close).status_code == 404
    client_of(world.above).post(close)
    assert not Cycle.objects.get(pk=rounds.cycle.pk).is_open


def test_who_asks_on_another_chain_sees_what_was_sent_and_never_the_draft(client_of, rounds):
    world, report = rounds.world, of(rounds.top, rounds.world.province)
    above = client_of(member(world.ministry, Role.COORDINATOR, "Phạm Bộ"))
    address = reverse("reports:report", args=[report.pk])
    actions.put_up(actor=world.above, submission=report)
    assert above.get(address).status_code == 404  # put up within the province only
    inner = Edition.objects.get()
    actions.take_back(actor=world.above, submission=report)
    actions.write_passage(actor=world.above, submission=report, key="kien-nghi", text="Đã gửi", seen=0)
    actions.submit(actor=world.above, submission=report)
    actions.send_back(actor=None, submission=report, reason="Sửa")
    actions.write_passage(actor=world.above, submission=report, key="kien-nghi", text="Còn là nháp", seen=1)
    page = above.get(address).content.decode()
    assert "Đã gửi" in page and "Còn là nháp" not in page
    assert above.get(f"{address}?ban={inner.pk}").status_code == 404
    assert "Còn là nháp" not in above.get(f"{address}?so={Edition.objects.last().pk}").content.decode()


def test_words_are_saved_as_one_types_and_two_people_see_both(client_of, rounds):
    world, report = rounds.world, commune(rounds)
    address = reverse("reports:passage", args=[report.pk, "kien-nghi"])
    mine, theirs = client_of(world.editor), client_of(world.above)
    told = mine.post(address, {"text": "Đạt {{nhiemvu.tong}} việc", "seen": 0}, **JSON)
    assert (told.status_code, told.json()["revision"]) == (200, 1)
    clash = theirs.post(address, {"text": "Bản kia", "seen": 0}, **JSON)
    assert clash.status_code == 409
    assert all(
        words in clash.json()["html"]
        for words in ("Bản kia", "Trần Văn Phường", 'data-figure="nhiemvu.tong"')
    )
    plain = theirs.post(address, {"text": "Bản kia", "seen": 0})
    assert plain.status_code == 409 and 'name="seen" value="1"' in plain.content.decode()
    assert theirs.post(address, {"text": "Bản kia", "seen": 1}).status_code == 302
    assert mine.post(address, {"text": "x", "seen": "y"}, **JSON).status_code == 422
    odd = mine.post(
        reverse("reports:passage", args=[report.pk, "khong-co"]), {"text": "x", "seen": 0}, **JSON
    )
    assert odd.status_code == 422 and "không có mục" in odd.json()["error"]
    mine.post(reverse("reports:give-back", args=[report.pk, "kien-nghi"]))
    assert not report.passages.exists()


def test_what_a_unit_below_wrote_is_copied_with_its_name(client_of, rounds):
    world, sent = rounds.world, commune(rounds)
    actions.write_passage(actor=world.editor, submission=sent, key="kien-nghi", text="Cấp loa mới", seen=0)
    actions.submit(actor=world.editor, submission=sent)
    report = of(rounds.top, world.province)
    client = client_of(world.above)
    address = reverse("reports:copy", args=[report.pk, "kien-nghi"])
    assert client.post(address, {"tu": sent.pk + 999, "seen": 0}).status_code == 404
    client.post(address, {"tu": sent.pk, "seen": 0})
    assert report.passages.get(key="kien-nghi").text == "Phường Bến Cát: Cấp loa mới"


def test_the_head_keeps_only_what_a_person_changed(client_of, rounds):
    world, report = rounds.world, commune(rounds)
    client, address = client_of(world.editor), reverse("reports:head", args=[report.pk])
    form = client.get(address).context["form"]
    given = {name: form[name].value() or "" for name in form.fields} | {"number": "12", "day": "28/11/2026"}
    assert client.post(address, given).status_code == 302
    assert commune(rounds).head == {"number": "12", "day": "2026-11-28"}
    assert client.post(address, given | {"day": "31/02/2026"}).status_code == 422
    assert (
        "ngày 28 tháng 11 năm 2026"
        in client.get(reverse("reports:report", args=[report.pk])).content.decode()
    )


def test_a_figure_tells_its_parts_and_an_edition_is_compared_with_now(client_of, rounds):
    world, report = rounds.world, of(rounds.top, rounds.world.province)
    value(rounds, "T1", world.province, 9, 24)
    client, address = client_of(world.above), reverse("reports:report", args=[report.pk])
    figure = client.get(
        reverse("reports:figure", args=[report.pk, "T1.tyle"]), headers={"hx-request": "true"}
    )
    view = figure.context["figure"]
    assert (view.words, view.numerator, view.denominator, view.code) == ("37,5%", "9", "24", "T1")
    assert "<html" not in figure.content.decode()
    assert client.get(reverse("reports:figure", args=[report.pk, "T99"])).status_code == 404
    actions.submit(actor=world.above, submission=report)
    value(rounds, "T1", world.province, 10, 24)
    page = client.get(address).context["page"]
    assert (page.edition is not None, page.since) == (True, 2)  # the figure and its share
    compared = client.get(f"{address}?so={page.edition.pk}").context["page"]
    assert "T1" in {one.key for one in compared.changes}
    fixed = client.get(reverse("reports:figure", args=[report.pk, "T1"]) + f"?ban={page.edition.pk}")
    assert fixed.context["figure"].words == "9 trên 24"


@pytest.mark.parametrize("number", [1, 3])
def test_the_screens_ask_the_same_number_of_questions(client_of, rounds, number, django_assert_num_queries):
    world = rounds.world
    regime = rounds.cycle.regime
    for place in range(1, number):
        shift = timedelta(days=366 * place)
        wish = actions.CycleWish(f"Đợt {place}", START - shift, END - shift, END - shift, feeds=rounds.top)
        actions.open_cycle(actor=None, regime=regime, wish=wish)
    extra = [unit.pk for unit in world.communes[number:]]
    Submission.objects.filter(unit__in=extra).update(is_expected=False)
    for unit in world.communes[:number]:
        report = of(rounds.cycle, unit)
        actions.write_passage(actor=None, submission=report, key="kien-nghi", text="Cấp loa", seen=0)
        actions.submit(actor=None, submission=report)
    client = client_of(world.above)
    with django_assert_num_queries(LIST_QUERIES):
        found = client.get(reverse("reports:list")).context["list"]
    assert len(found.incoming) == number
    with django_assert_num_queries(ROUND_QUERIES):
        page = client.get(reverse("reports:round", args=[rounds.cycle.pk])).context["page"]
    assert page.counts.received == number
    with django_assert_num_queries(PAGE_QUERIES):
        report = client.get(reverse("reports:report", args=[of(rounds.top, world.province).pk])).context[
            "page"
        ]
    assert report.below == number


def test_a_round_is_filtered_and_taken_as_a_file(client_of, rounds):
    world, report = rounds.world, commune(rounds)
    actions.write_passage(actor=world.editor, submission=report, key="kien-nghi", text="Cấp loa", seen=0)
    actions.submit(actor=world.editor, submission=report)
    value(rounds, "T1", world.communes[0], 1, 1)
    client, address = client_of(world.above), reverse("reports:round", args=[rounds.cycle.pk])
    listed = lambda **ask: [line.unit for line in client.get(address, ask).context["page"].lines]  # noqa: E731
    assert listed(xem="cho-nhan") == ["Phường Bến Cát"]
    assert "Phường Bến Cát" not in listed(xem="chua-gui")
    assert listed(tim="xa an hoa") == ["Xã An Hòa"]
    assert len(listed(xem="sai", trang="x")) == 5
    (line,) = client.get(address, {"xem": "cho-nhan"}).context["page"].lines
    assert line.has_changed
    text = client.get(
        reverse("reports:round-csv", args=[rounds.cycle.pk]), {"xem": "cho-nhan"}
    ).content.decode()
    assert "Phường Bến Cát" in text and "Xã An Hòa" not in text
    assert client.get(reverse("reports:round-xlsx", args=[rounds.cycle.pk])).content[:2] == b"PK"


def test_a_regime_is_founded_from_a_plans_own_rule_and_its_outline_is_rows(client_of, rounds):
    world = rounds.world
    plan = rounds.cycle.regime.plan
    rule = plan.items.create(
        kind="report_deadline", state="confirmed", text="Báo cáo kết quả trước ngày 30/11 hằng năm", position=99,
        reading=plan.reading, sha256=plan.source.sha256, proposed={},
    )  # fmt: skip
    client = client_of(world.coordinator)
    address = reverse("reports:regime-new") + f"?quy-tac={rule.pk}"
    page = client.get(address).context
    year = timezone.localdate().year
    assert (page["form"]["anchor"].value(), page["form"]["days"].value()) == (
        START.replace(year=year - 1),
        -1,
    )
    given = {"unit": world.justice.pk, "title": "Kết quả năm", "plan": plan.pk, "pace": "yearly", "chain": "territorial",
             "anchor": f"01/12/{year - 1}", "months": 0, "days": -1, "lead_days": 30, "kinds": [UnitKind.COMMUNE],
             "recipients": "Sở Tư pháp", "annexes": ["tasks"], "muc-TOTAL_FORMS": 3, "muc-INITIAL_FORMS": 0}  # fmt: skip
    for place, (title, order) in enumerate((("Kết quả", 2), ("Kiến nghị", 1), ("", ""))):
        given |= {
            f"muc-{place}-title": title,
            f"muc-{place}-level": 1,
            f"muc-{place}-sort": "text",
            f"muc-{place}-ORDER": order,
        }
    assert len(client.post(address, given | {"them": "1"}).context["rows"].forms) == 6
    assert client.post(address, given | {"kinds": []}).status_code == 422
    assert client.post(address, given).status_code == 302
    made = Regime.objects.get(title="Kết quả năm")
    assert [one["key"] for one in made.outline] == ["kien-nghi", "ket-qua"]
    assert (made.rule, made.due_days, made.annexes[0]["sort"], len(made.annexes)) == (rule, -2, "tasks", 1)
    opened = reverse("reports:round-open", args=[made.pk])
    form = client.get(opened).context["form"]
    assert form["due_on"].value().strftime("%d/%m") == "29/11"
    sent = {
        name: getattr(form[name].value(), "isoformat", lambda n=name: form[n].value() or "")()
        for name in form.fields
    }
    assert client.post(opened, sent).status_code == 302
    assert made.cycles.get().submissions.count() == 0  # no commune stands under the department


def test_a_confirmed_plan_leads_its_coordinator_to_a_regime_of_its_own(client_of, rounds):
    world, plan = rounds.world, rounds.cycle.regime.plan
    address = f"{reverse('reports:regime-new')}?ke-hoach={plan.pk}"
    page = reverse("plans:plan", args=[plan.pk])
    client = client_of(world.coordinator)
    assert address in client.get(page).content.decode()
    assert (
        address
        not in client_of(member(world.justice, Role.EDITOR, "Bùi Biên Tập")).get(page).content.decode()
    )
    form = client.get(address).context["form"]
    assert (form["plan"].value(), form["unit"].value()) == (plan.pk, world.justice.pk)
    assert client_of(world.stranger).get(address).context["preset"] is None
    plan.items.create(
        kind="report_deadline", state="confirmed", text="Báo cáo hằng quý trước ngày 15", position=99,
        reading=plan.reading, sha256=plan.source.sha256, proposed={},
    )  # fmt: skip
    assert client.get(address).context["form"]["pace"].value() == "quarterly"
    type(plan).objects.filter(pk=plan.pk).update(state="in_review")
    assert address not in client.get(page).content.decode()
