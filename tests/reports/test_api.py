"""The door for other systems: what it gives, takes, refuses, and how it says so."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quyen.accounts.models import AuditEntry
from quyen.config import api
from quyen.config.api.body import DEEPEST, MOST
from quyen.core.arithmetic import year
from quyen.indicators.actions import Given, report_value
from quyen.indicators.models import Indicator, Observation
from quyen.organisation.enums import Role, UnitKind
from quyen.organisation.models import Membership
from quyen.organisation.queries import may
from quyen.reports import actions, queries
from quyen.reports.models import Cycle, Edition, Receipt, Submission
from tests.factories.asked import TODAY, Asked, make_key, report_of
from tests.factories.work import member
from tests.matrix.doors import KEYED

pytestmark = pytest.mark.django_db


class Caller:
    """Another system with a key."""

    def __init__(self, secret: str) -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=True)
        self.head = {"Authorization": f"Bearer {secret}"} if secret else {}

    def get(self, path: str, **asked):
        return self.client.get(f"/api/v1{path}", asked, headers=self.head)

    def post(self, path: str, body, key: str = "khoa-thu-1", kind: str = "application/json"):
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        head = self.head | ({"Idempotency-Key": key} if key else {})
        return self.client.post(f"/api/v1{path}", content, content_type=kind, headers=head)


@pytest.fixture
def commune(asked: Asked) -> Caller:
    return Caller(make_key(asked.commune)[1])


def full(asked: Asked) -> dict:
    return {
        "figures": [
            {"code": "LOA", "numerator": 12},
            {"code": "TY", "numerator": "3.5", "denominator": 7, "note": "Thôn Đông"},
        ],
        "works": [{"assignment": asked.work.pk, "state": "done", "note": "Đã phát 12 buổi"}],
        "texts": [{"key": "kien-nghi", "text": "Cấp loa mới"}],
        "head": {"number": "12", "day": "2026-11-20"},
    }


def test_a_report_goes_from_what_is_asked_to_its_edition(asked, commune):
    (one,) = commune.get("/rounds").json()["rounds"]
    assert (one["report"], one["unit_name"]) == (asked.report.pk, "Phường Bến Cát")
    form = commune.get(f"/reports/{one['report']}/form").json()
    assert [(cell["place"], cell["seen"]) for cell in form["figures"]] == [("so:LOA", 0), ("so:TY", 0)]
    assert [cell["assignment"] for cell in form["works"]] == [asked.work.pk]
    assert {cell["key"] for cell in form["texts"]} >= {"chi-dao", "kien-nghi"}
    answer = commune.post(f"/reports/{one['report']}", full(asked))
    assert (answer.status_code, answer.json()["state"]) == (200, "submitted")
    again = commune.post(f"/reports/{one['report']}", full(asked))
    assert again.json() == answer.json()
    told = commune.get(f"/reports/{one['report']}").json()
    assert [step["deed"] for step in told["steps"]] == ["submit"] and told["answer"] == answer.json()
    edition = commune.get(f"/editions/{answer.json()['edition']}", report=one["report"]).json()
    assert edition["head"]["number"] == "12" and edition["texts"]["kien-nghi"] == "Cấp loa mới"
    values = commune.get("/values", unit=asked.commune.pk, indicator="TY").json()["values"]
    assert [(row["numerator"], row["denominator"]) for row in values] == [("3.5", "7")]
    assert Observation.objects.filter(unit=asked.commune).count() == 2
    assert (Edition.objects.count(), Receipt.objects.count()) == (1, 1)
    assert AuditEntry.objects.filter(subject="indicators.Observation", actor__is_active=True).count() == 2
    assert not any(name.lower() == "set-cookie" for name in answer.headers)


def test_the_same_key_with_another_content_is_refused_and_a_new_key_with_the_same_is_one_report(
    asked, commune
):
    path = f"/reports/{asked.report.pk}"
    first = commune.post(path, full(asked)).json()
    other = commune.post(path, full(asked) | {"texts": []})
    assert (other.status_code, other.json()["code"]) == (409, "khoa-da-dung")
    assert commune.post(path, full(asked), key="khoa-thu-2").json() == first
    assert Edition.objects.count() == 1
    changed = commune.post(
        path, full(asked) | {"texts": [{"key": "kien-nghi", "text": "Khác"}]}, key="khoa-thu-3"
    )
    assert (changed.status_code, changed.json()["code"]) == (409, "khong-lam-duoc")


def test_faults_and_clashes_are_told_cell_by_cell_and_nothing_is_written(asked, commune):
    path, world = f"/reports/{asked.report.pk}", asked.world
    wrong = full(asked)
    wrong["figures"][1]["denominator"] = 1
    wrong["works"].append({"assignment": asked.work.pk + 999, "state": "done"})
    answer = commune.post(path, wrong)
    assert answer.status_code == 422 and answer["Content-Type"] == "application/problem+json"
    told = answer.json()
    assert [one["place"] for one in told["errors"]] == ["so:TY", f"viec:{asked.work.pk + 999}"]
    assert told["advice"] and told["kept"] and not Observation.objects.exists()
    loa = Indicator.objects.get(code="LOA")
    report_value(
        actor=world.editor,
        indicator=loa,
        unit=asked.commune,
        period=year(TODAY.year),
        given=Given(Decimal(9)),
    )
    clash = commune.post(path, full(asked))
    assert (clash.status_code, clash.json()["code"]) == (409, "hai-ben-cung-sua")
    (one,) = clash.json()["clashes"]
    assert (one["place"], one["mine"], one["theirs"], one["by"], one["now"]) == (
        "so:LOA", "12", "9", "Trần Văn Phường", 1,
    )  # fmt: skip
    chosen = full(asked)
    chosen["figures"][0] |= {"seen": 1, "reason": "Đếm lại theo sổ"}
    assert commune.post(path, chosen).json()["state"] == "submitted"


def test_late_is_taken_and_marked_and_a_closed_round_takes_nothing(asked, commune):
    Cycle.objects.update(due_on=TODAY - timedelta(days=2))
    assert commune.post(f"/reports/{asked.report.pk}", full(asked)).json()["late"] is True
    actions.close_cycle(actor=None, cycle=asked.cycle)
    other = Caller(make_key(asked.world.communes[1])[1])
    found = report_of(asked.cycle, asked.world.communes[1])
    answer = other.post(f"/reports/{found.pk}", {})
    assert (answer.status_code, answer.json()["code"]) == (409, "dot-da-dong")
    assert other.get("/rounds").json()["rounds"] == []


def test_a_key_reaches_its_unit_and_those_below_and_nothing_else(asked, commune):
    beside = report_of(asked.cycle, asked.world.communes[1])
    for path in (f"/reports/{beside.pk}", f"/reports/{beside.pk}/form"):
        assert commune.get(path).status_code == 404
    assert commune.post(f"/reports/{beside.pk}", {}).status_code == 404
    token, secret = make_key(asked.world.province)
    province = Caller(secret)
    assert len(province.get("/rounds").json()["rounds"]) == Submission.objects.count()
    assert province.post(f"/reports/{beside.pk}", {"send": False}).status_code == 200
    assert token.sha256 != secret and secret not in json.dumps(token.as_json())
    actions.revoke_token(actor=None, token=token)
    refused = province.get("/rounds")
    assert (refused.status_code, refused["WWW-Authenticate"]) == (401, "Bearer")
    for wrong in ("", "quyen_x", "é" * 40):
        assert Caller(wrong).get("/rounds").status_code == 401
    assert commune.client.get("/api/v1/openapi.json").status_code == 200
    units = commune.get("/units", kind="commune").json()
    assert {one["name"] for one in units} == {unit.name for unit in asked.world.communes}


def test_every_address_is_shut_to_strangers_and_sessions_and_to_the_key_of_another_unit(
    asked, commune, client_of
):
    report, unit = f"/reports/{asked.report.pk}", asked.commune.pk
    edition = commune.post(report, full(asked)).json()["edition"]
    ways = {
        "api:rounds": "/rounds", "api:units": "/units", "api:unit": f"/units/{unit}", "api:report": report,
        "api:form": f"{report}/form", "api:edition": f"/editions/{edition}?report={asked.report.pk}",
        "api:values": f"/values?unit={unit}&indicator=TY", "api:receive": report,
    }  # fmt: skip
    assert set(ways) == KEYED
    session = Caller("")
    session.client = client_of(asked.world.above)
    for shut in (Caller(""), session):
        told = {name: shut.get(way).status_code for name, way in ways.items()}
        assert set(told.values()) == {401} and shut.post(report, full(asked)).status_code == 401, told
    other = Caller(make_key(asked.world.communes[1])[1])
    kept = Receipt.objects.count(), AuditEntry.objects.count()
    assert [other.get(ways[name]).status_code for name in ("api:report", "api:form", "api:edition")] == [
        404
    ] * 3
    assert other.post(report, full(asked), key="khoa-khac-9").status_code == 404
    assert asked.report.pk not in {one["report"] for one in other.get("/rounds").json()["rounds"]}
    values = other.get(ways["api:values"])
    assert values.status_code == 404 or values.json()["values"] == []
    assert {other.get(ways[name]).status_code for name in ("api:units", "api:unit")} == {
        200
    }  # names are public
    assert (Receipt.objects.count(), AuditEntry.objects.count()) == kept


def test_an_expired_key_opens_nothing_and_a_session_does_not_help(asked, client_of):
    token, secret = make_key(asked.commune)
    type(token).objects.update(expires_on=TODAY - timedelta(days=1))
    assert Caller(secret).get("/rounds").status_code == 401
    assert client_of(asked.world.editor).get("/api/v1/rounds").status_code == 401


def test_only_administrators_make_keys_and_the_account_of_a_key_cannot_sign_in(asked, client_of, client):
    editor, day = asked.world.editor, TODAY + timedelta(days=5)
    with pytest.raises(PermissionDenied):
        actions.make_token(actor=editor, unit=asked.commune, name="X", expires_on=day)
    token, _secret = make_key(asked.commune)
    account = token.account
    assert account.is_service and not account.has_usable_password()
    account.set_password("mat-khau-thu-123")
    account.save()
    client.post("/dang-nhap/login/", {"login": account.email, "password": "mat-khau-thu-123"})
    assert "_auth_user_id" not in client.session


HOSTILE = {
    "sai-json": (400, b'{"texts": [}'),
    "khong-phai-so": (400, b'{"figures": [{"code": "LOA", "numerator": NaN}]}'),
    "trung-ten": (400, b'{"send": true, "send": false}'),
    "sai-bang-ma": (400, '{"texts": [{"key": "kien-nghi", "text": "Đủ"}]}'.encode("utf-16")),
    "ky-tu-rong": (400, b'{"texts": [{"key": "kien-nghi", "text": "a\\u0000b"}]}'),
    "qua-sau": (400, b'{"head": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
    "so-qua-dai": (400, b'{"figures": [{"code": "LOA", "numerator": 1e999999999}]}'),
    "qua-lon": (413, b'{"texts": [{"key": "kien-nghi", "text": "' + b"a" * MOST + b'"}]}'),
    "qua-nhieu": (400, b'{"figures": [' + b"1," * 50_001 + b"1]}"),
    "sai-mau": (422, b'{"figures": [{"code": "LOA", "numerator": -1, "la": 1}], "works": 3}'),
}


def test_hostile_bodies_are_refused_by_name_and_nothing_is_written(asked, commune):
    path = f"/reports/{asked.report.pk}"
    for code, (status, body) in HOSTILE.items():
        answer = commune.post(path, body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.content
    half = commune.post(path, b'{"texts": [{"key": "kien-nghi", "text": "\\ud800"}]}')
    assert half.json()["code"] == "sai-bang-ma"
    deep = commune.post(path, b'{"head": ' + b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1) + b"}")
    assert deep.json()["code"] == "qua-sau"
    assert commune.post(path, {}, kind="text/plain").status_code == 415
    assert commune.post(path, b"").status_code == 422
    places = [one["place"] for one in commune.post(path, HOSTILE["sai-mau"][1]).json()["errors"]]
    assert "body.works" in places and "body.figures.0.numerator" in places
    for key in ("", "ngắn", "a" * 200, "a b c d e f g h", "khoa\x00thu-1234"):
        assert commune.post(path, {}, key=key.encode().decode("latin-1")).status_code == 422
    for number in ("0", "-1", "9" * 40, "x", "%00"):
        assert commune.get(f"/reports/{number}").status_code in (404, 422)
    assert commune.get("/units", code="\x00").status_code == 422
    assert commune.get("/khong-co").json()["code"] == "khong-thay"
    assert commune.client.put(f"/api/v1{path}").status_code == 405
    assert not Receipt.objects.exists() and not Edition.objects.exists()


def test_a_key_gone_wild_is_slowed_down(asked, commune, monkeypatch):
    for _request in range(2 * api.TOGETHER):  # in two minutes at most
        account = commune.get("/rounds").wsgi_request.user
    assert cache.get(f"api/{account.pk}")[1] >= api.TOGETHER
    monkeypatch.setattr(api, "A_MINUTE", 0)  # a minute may end between two requests; none is left in any
    answer = commune.get("/rounds")
    assert (answer.status_code, answer.json()["code"]) == (429, "qua-nhanh") and int(
        answer["Retry-After"]
    ) <= 60


def test_lists_ask_as_often_for_three_as_for_one(asked, commune):
    commune.get("/rounds")
    province = Caller(make_key(asked.world.province)[1])
    province.get("/rounds")
    counts = []
    for caller in (commune, province):
        with CaptureQueriesContext(connection) as asked_for:
            caller.get("/rounds")
        counts.append(len(asked_for))
    assert counts[0] == counts[1] <= 8


def test_the_role_that_a_statement_asks_for_is_the_role_that_all_others_ask_for(asked):
    world, day = asked.world, TODAY - timedelta(days=3)
    cast = [world.above, world.editor, world.viewer, world.beside, world.stranger, world.coordinator]
    gone, left, coming = (
        member(asked.commune, Role.EDITOR, name) for name in ("Đã khóa", "Đã thôi", "Sắp tới")
    )
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    Membership.objects.filter(user=left).update(valid_from=day, valid_until=TODAY)
    Membership.objects.filter(user=coming).update(valid_from=TODAY + timedelta(days=1))
    member(asked.world.province, Role.VIEWER, "Xem tỉnh")
    found = set()
    for user in (*cast, gone, left, coming):
        for row in Submission.objects.all():
            expected = row.unit_id if may(user, row.unit_id, Role.EDITOR) else None
            assert queries.written_unit(user, row.pk) == expected
            found.add((user.pk, expected))
        assert queries.written_unit(user, 2**62) is None
    assert {pk for pk, unit in found if unit} == {
        world.above.pk,
        world.editor.pk,
        world.beside.pk,
        world.coordinator.pk,
    }


DOOR_QUERIES = 27  # with figures, work and texts, from the key to the receipt


@pytest.mark.parametrize("cells", [1, 3])
def test_a_report_asks_as_often_for_three_cells_as_for_one(asked, commune, cells, django_assert_num_queries):
    Indicator.objects.create(
        code="SO", name="Sổ", definition="Đếm.", measured_in="sổ", given_by=[UnitKind.COMMUNE],
        since=date(TODAY.year, 1, 1),
    )  # fmt: skip
    given = [{"code": "LOA", "numerator": 1}, {"code": "SO", "numerator": 2}, full(asked)["figures"][1]]
    keys = [cell["key"] for cell in commune.get(f"/reports/{asked.report.pk}/form").json()["texts"]]
    body = full(asked) | {
        "figures": given[:cells],
        "texts": [{"key": key, "text": "Cấp loa mới"} for key in keys[-cells:]],
    }
    body.pop("head")
    beside = asked.world.communes[1]  # the first report of all has the map of units worked out
    Caller(make_key(beside)[1]).post(
        f"/reports/{report_of(asked.cycle, beside).pk}", {"texts": body["texts"]}
    )
    commune.get("/rounds")
    with django_assert_num_queries(DOOR_QUERIES):
        first = commune.post(f"/reports/{asked.report.pk}", body)
    assert first.json()["state"] == "submitted"
    with django_assert_num_queries(5):
        again = commune.post(f"/reports/{asked.report.pk}", body)
    assert again.json() == first.json()


def test_a_cell_that_is_given_twice_is_corrected_the_second_time(asked, commune):
    path, body = f"/reports/{asked.report.pk}", full(asked) | {"texts": [], "send": False}
    twice = {"code": "LOA", "numerator": 13, "seen": 1, "reason": "Đếm lại"}
    more = {"assignment": asked.work.pk, "state": "under_way", "note": "Còn một buổi", "seen": 1}
    body["figures"], body["works"] = [body["figures"][0], twice], [body["works"][0], more]
    body["texts"] = [
        {"key": "kien-nghi", "text": "Cấp loa"},
        {"key": "kien-nghi", "text": "Cấp loa mới", "seen": 1},
    ]
    assert commune.post(path, body).status_code == 200
    values = Observation.objects.filter(unit=asked.commune).order_by("version")
    assert [(row.numerator, row.version, row.replaced_at is None) for row in values] == [
        (12, 1, False), (13, 2, True),
    ]  # fmt: skip
    said = list(asked.work.reports.order_by("pk").values_list("state", flat=True))
    assert said == ["done", "under_way"]
    form = commune.get(f"{path}/form").json()
    (cell,) = [one for one in form["texts"] if one["key"] == "kien-nghi"]
    assert (cell["text"], cell["seen"], form["works"][0]["seen"]) == ("Cấp loa mới", 2, 2)
    trail = AuditEntry.objects.filter(subject__in=["indicators.Observation", "plans.Assignment"]).order_by(
        "pk"
    )
    trail = trail.exclude(verb="give")
    assert list(trail.values_list("verb", flat=True)) == ["add", "correct", "report", "report"]
    again = {"figures": [{"code": "LOA", "numerator": 12}, twice], "works": [], "send": False}
    refused = commune.post(path, again, key="khoa-thu-2").json()
    assert [one["place"] for one in refused["clashes"]] == ["so:LOA"]  # the other says what stands


def test_an_editor_of_the_unit_sees_the_keys_of_nobody(asked):
    from quyen.reports.queries import governed_tokens

    make_key(asked.commune)
    admin = member(asked.world.province, Role.ADMINISTRATOR, "Hà Quản Trị")
    assert governed_tokens(admin).count() == 1
    assert governed_tokens(asked.world.editor).count() == governed_tokens(asked.world.stranger).count() == 0
