"""Recommendations: a report taken in twice, doubts settled, words corrected; the screens, and who may do what."""

from __future__ import annotations

from copy import deepcopy

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from quyen.core.review_files import read_review_file
from quyen.organisation.enums import Role
from quyen.rights.actions import recommendation_taking as taking
from quyen.rights.actions import recommendations as actions
from quyen.rights.actions.recommendation_data import load_recommendations
from quyen.rights.enums import Answer, DoubtState, IntakeState
from quyen.rights.models import Doubt, Instrument, Provision, Recommendation, RecommendationIntake, Review
from quyen.rights.queries.recommendation_taking import takings_of
from quyen.rights.queries.recommendations import proposed_parts, published_recommendations
from quyen.rights.signals import text_changed
from tests.factories.recommendations import REPORT, make_intake, make_keeper, take
from tests.factories.work import member

pytestmark = pytest.mark.django_db


def record(text: str = REPORT):
    return read_review_file(text.encode(), "bao-cao.txt")


@pytest.fixture(scope="module")
def made(once):
    return once(lambda: _made())


def _made():
    unit, keeper = make_keeper()
    return unit, keeper, take(keeper, unit, record(), state="Ruritania", cycle=2)


@pytest.fixture
def world(made):
    return deepcopy(made)


def rows(review: Review):
    return list(review.recommendations.filter(part_of=None).order_by("ordinal"))


def words_of(row: Recommendation, **more) -> actions.Words:
    held = {
        name: getattr(row, name)
        for name in ("number", "text_en", "text_vi", "text_vi_source", "subject_vi", "subject_en", "status")
    }
    return actions.Words(**{**held, "states": tuple(row.states), **more})


def test_a_report_is_taken_in_and_again_without_doubling(world):
    unit, keeper, review = world
    first = rows(review)
    assert [(row.printed, row.number, row.status, row.states) for row in first] == [
        ("38.1", "38.1", "supported", ["Chad", "Peru"]),
        ("38.2", "38.2", "supported", ["Chad", "Togo"]),
        ("38.30", "38.30", "supported", ["Oman"]),
        ("38.4", "38.4", "supported", ["Fiji"]),
        ("39.1", "39.1", "noted", ["Spain"]),
    ]
    assert {(doubt.kind, doubt.suggestion) for doubt in review.doubts.all()} == {
        ("joined", ""),
        ("skipped", "38.3"),
    }
    actions.correct_recommendation(
        actor=keeper,
        recommendation=first[0],
        words=words_of(first[0], text_vi="Phê chuẩn Công ước", states=("Tchad",)),
    )
    actions.renumber(actor=keeper, doubt=review.doubts.get(kind="skipped"), number="38.3")
    again = REPORT.replace("the death penalty", "the death penalty for all").replace(
        "39.1", "39.2 Act at once (Mali);\n39.1", 1
    )
    assert take(keeper, unit, record(again), state="Ruritania") == review
    second = {row.printed: row for row in rows(review)}
    assert {row.pk for row in first} < {row.pk for row in second.values()}
    assert (second["38.1"].states, second["38.1"].text_vi) == (["Tchad"], "Phê chuẩn Công ước")
    assert (second["38.30"].number, second["39.1"].text_en) == ("38.3", "Abolish the death penalty for all")
    assert review.doubts.get(kind="skipped", place="38.30#1").state == DoubtState.RENUMBERED
    assert [row.answers.count() for row in second.values()] == [1] * 6
    (seen,) = takings_of(record(again)["reviews"])
    assert (seen.new, seen.changed, len(seen.gone), seen.kept) == (0, 0, 0, 2)


def test_a_report_that_still_examines_undoes_no_answer(world):
    """The report of the Working Group comes first, the answer months later; who reads the report in afterwards loses none."""
    unit, keeper, review = world
    still = REPORT.replace(
        "have been examined by Ruritania and enjoy its support", "will be examined by Ruritania"
    )
    still = still.replace("have been noted by", "will be examined by")
    assert {item["status"] for item in record(still)["reviews"][0]["items"]} == {"pending"}
    take(keeper, unit, record(still), state="Ruritania")
    assert [row.status for row in rows(review)] == ["supported"] * 4 + ["noted"]
    Recommendation.objects.filter(review=review).update(status=Answer.UNCLEAR)
    take(keeper, unit, record(still), state="Ruritania")
    assert {row.status for row in rows(review)} == {"pending"}


def test_what_a_new_report_has_no_more_is_kept_and_marked(world):
    unit, keeper, review = world
    take(keeper, unit, record(REPORT.replace("38.1 Ratify the Convention (Chad) (Peru);\n", "")))
    assert [row.number for row in rows(review) if not row.in_source] == ["38.1"]
    take(keeper, unit, record())
    assert all(row.in_source for row in rows(review))


def test_an_export_of_the_index_finds_the_same_rows(world):
    unit, keeper, review = world
    items = [
        {"number": "39.1", "text": "Abolish the death penalty", "states": [], "status": "supported", "paragraph": "39",
         "annotation": "x-1", "themes": ["Death penalty"]},
        {"number": "", "text": "Publish the whole report every year", "states": ["Oman"], "status": "unclear",
         "paragraph": "", "annotation": "x-2", "themes": []},
    ]  # fmt: skip
    given = {"symbol": "A/HRC/99/7", "state": "Ruritania", "body": "UPR", "items": items, "findings": []}
    assert take(keeper, unit, {"reviews": [given]}) == review
    found = {row.annotation: row for row in rows(review)}
    assert (found["x-1"].printed, found["x-1"].status, found["x-1"].states) == (
        "39.1",
        Answer.SUPPORTED,
        ["Spain"],
    )
    assert (found["x-2"].printed, found["x-2"].status) == ("38.30", Answer.SUPPORTED)
    assert len(rows(review)) == 5
    assert review.doubts.filter(state=DoubtState.OPEN).count() == 2


def test_a_joined_recommendation_is_split(world, django_capture_on_commit_callbacks):
    _unit, keeper, review = world
    row = rows(review)[1]
    parts = [actions.PartWords(one["text"], tuple(one["states"].split("\n"))) for one in proposed_parts(row)]
    told: list[int] = []
    text_changed.connect(lambda **said: told.append(said["pk"]), weak=False, dispatch_uid="test")
    try:
        with django_capture_on_commit_callbacks(execute=True):
            made = actions.split_recommendation(
                actor=keeper, recommendation=row, parts=parts, doubt=review.doubts.get(kind="joined")
            )
    finally:
        text_changed.disconnect(dispatch_uid="test")
    assert [(one.number, one.text_en, one.states) for one in made] == [
        ("38.2 (a)", "Train judges for the new courts", ["Chad"]),
        ("38.2 (b)", "build more new courts in the south", ["Togo"]),
    ]
    assert set(told) == {row.pk, *(one.pk for one in made)}
    assert review.recommendations.standing().count() == 6
    assert not review.doubts.filter(kind="joined", state=DoubtState.OPEN).exists()
    with pytest.raises(actions.RecommendationRefused):
        actions.split_recommendation(actor=keeper, recommendation=row, parts=parts)


def test_a_doubt_is_settled_once_and_a_number_used_once(world):
    _unit, keeper, review = world
    doubt = review.doubts.get(kind="skipped")
    for wrong in ("", "38.1", "x" * 25):
        with pytest.raises(actions.RecommendationRefused):
            actions.renumber(actor=keeper, doubt=doubt, number=wrong)
    actions.keep_as_printed(actor=keeper, doubt=doubt)
    with pytest.raises(actions.RecommendationRefused):
        actions.renumber(actor=keeper, doubt=doubt, number="38.3")
    assert Recommendation.objects.get(printed="38.30").number == "38.30"


def test_only_those_who_keep_the_rights_change_anything(world, editor, stranger):
    unit, _keeper, review = world
    row, doubt = rows(review)[0], review.doubts.first()
    for nobody in (editor, stranger, member(unit, Role.VIEWER, "Chỉ Xem")):
        with pytest.raises(PermissionDenied):
            actions.correct_recommendation(actor=nobody, recommendation=row, words=words_of(row, number="1"))
        with pytest.raises(PermissionDenied):
            actions.keep_as_printed(actor=nobody, doubt=doubt)
        with pytest.raises(PermissionDenied):
            actions.publish_review(actor=nobody, review=review, is_public=True)
        with pytest.raises(PermissionDenied):
            taking.receive_review(actor=nobody, name="a.txt", data=b"x")
    with pytest.raises(PermissionDenied):
        actions.publish_review(actor=member(unit, Role.EDITOR, "Biên Tập"), review=review, is_public=True)


def test_a_file_is_read_apart_looked_at_and_taken_as_it_was_seen(world, client_of, monkeypatch):
    _unit, keeper, _review = world
    intake = taking.receive_review(actor=keeper, name="moi.txt", data=REPORT.replace("99/7", "99/8").encode())
    taking.read_review(intake_id=intake.pk)
    intake.refresh_from_db()
    assert intake.state == IntakeState.READ, intake.message
    client, address = client_of(keeper), reverse("rights:recommendations-in-one", args=[intake.pk])
    page = client.get(address)
    assert "lần rà soát mới" in page.content.decode()
    ((_card, form),) = page.context["cards"]
    given = {
        "at": 0,
        "sign": form.initial["sign"],
        "state": "Ruritania",
        "cycle": "3",
        "adopted_on": "2019-01-25",
    }
    assert client.post(address, given | {"sign": "khac"}).status_code == 422
    done = client.post(address, given)
    review = Review.objects.get(symbol="A/HRC/99/8")
    assert done.headers["Location"] == reverse("rights:review", args=[review.pk])
    assert (review.cycle, review.recommendations.count()) == (3, 5)
    broken = taking.receive_review(actor=keeper, name="hong.json", data=b"[{")
    monkeypatch.setattr(
        taking, "read_apart", lambda path, name, **_: read_review_file(path.read_bytes(), name)
    )
    taking.read_review(intake_id=broken.pk)
    page = client.get(reverse("rights:recommendations-in-one", args=[broken.pk])).content.decode()
    assert "JSON bị hỏng" in page
    assert RecommendationIntake.objects.get(pk=broken.pk).state == IntakeState.FAILED


def test_screens_cost_the_same_for_one_and_for_three(world, client_of, django_assert_num_queries):
    unit, keeper, review = world
    client = client_of(keeper)
    one = {"reviews": [{**record()["reviews"][0], "symbol": "A/HRC/1/1"}]}
    one["reviews"][0]["items"] = one["reviews"][0]["items"][:1]
    one["reviews"][0]["findings"] = []
    small = take(keeper, unit, one, state="Ruritania")
    for address in (
        f"{reverse('rights:recommendations')}?lan={{}}",
        "/kho-quyen/khuyen-nghi/lan/{}/",
    ):
        counts = [_queries(client, address.format(which.pk)) for which in (small, review)]
        assert counts[0] == counts[1] <= 14, (address, counts)
    first, second = rows(small)[0], rows(review)[1]
    counts = [_queries(client, reverse("rights:recommendation", args=[row.pk])) for row in (first, second)]
    assert max(counts) <= 26, counts


def _queries(client, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_who_sees_and_does_what_on_the_screens(world, client_of, colleague):
    _unit, keeper, review = world
    row, doubt = rows(review)[2], review.doubts.get(kind="skipped")
    seen = [
        reverse("rights:recommendations"), reverse("rights:review", args=[review.pk]),
        reverse("rights:recommendation", args=[row.pk]),
    ]  # fmt: skip
    kept = [
        reverse("rights:recommendations-in"), reverse("rights:recommendation-correct", args=[row.pk]),
        reverse("rights:recommendation-split", args=[row.pk]),
    ]  # fmt: skip
    for address in [*seen, *kept]:
        assert client_of(None).get(address).status_code == 302
        assert client_of(keeper).get(address).status_code == 200, address
    for address in seen:
        page = client_of(colleague).get(address)
        assert page.status_code == 200
        assert "Giữ như in" not in page.content.decode()
    for address in kept:
        assert client_of(colleague).get(address).status_code == 403
    settle = reverse("rights:recommendation-doubt", args=[doubt.pk])
    assert client_of(colleague).post(settle, {"giu": "1"}).status_code == 403
    assert client_of(keeper).post(settle, {"sua": "1", "number": "38.3"}).status_code == 302
    assert Doubt.objects.get(pk=doubt.pk).state == DoubtState.RENUMBERED


def test_the_list_narrows(world, client_of):
    _unit, keeper, review = world
    client = client_of(keeper)
    for asked, found in (
        ("tra_loi=noted", ["39.1"]), ("tim=judges", ["38.2"]), ("tim=Oman", ["38.30"]), ("tien_do=carried_out", []),
        (f"lan={review.pk}&trang=99", ["38.1", "38.2", "38.30", "38.4", "39.1"]), ("lan=x&tra_loi=y", None), ("lan=de-an", []),
    ):  # fmt: skip
        page = client.get(f"{reverse('rights:recommendations')}?{asked}").context["page"]
        assert found is None or [row.number for row in page.rows] == found, asked


def test_the_three_of_the_programme_come_once_and_meet_their_report(world):
    unit, keeper, _review = world
    assert (load_recommendations(), load_recommendations()) == (3, 0)
    review = Review.objects.get(symbol="A/HRC/41/7")
    row = review.recommendations.get(called="63")
    words = words_of(row, subject_vi="Lời của chúng tôi")
    actions.correct_recommendation(actor=keeper, recommendation=row, words=words)
    given = record(REPORT.replace("A/HRC/99/7", "A/HRC/41/7").replace("38.1 Ratify", "38.63 Promote"))
    take(keeper, unit, given)
    load_recommendations()
    row.refresh_from_db()
    assert (row.text_en, row.subject_vi, row.states) == (
        "Promote the Convention", "Lời của chúng tôi", ["Chad", "Peru"],
    )  # fmt: skip
    public = {one.review.pk: one for one in published_recommendations()}
    assert [one.called for one in public[review.pk].recommendations if one.in_programme] == ["63", "67", "86"]


def test_a_link_that_a_person_refused_is_not_shown(world, client_of):
    _unit, keeper, review = world
    row = rows(review)[0]
    treaty = Instrument.objects.create(code="CAT", kind="treaty", name_vi="Công ước", short_vi="CAT")
    article = Provision.objects.create(instrument=treaty, kind="article", number="2", path="2", ordinal=2)
    client = client_of(keeper)
    address = reverse("rights:recommendation-tie", args=[row.pk])
    client.post(address, {"instrument": "CAT", "article": "77"})
    assert not row.provision_ties.exists()
    client.post(address, {"instrument": "CAT", "article": "2"})
    tie = row.provision_ties.get(provision=article)
    actions.publish_review(actor=keeper, review=review, is_public=True)
    found = next(one for one in published_recommendations() if one.review.pk == review.pk)
    assert found.recommendations[0].articles == (("CAT", "2", "CAT"),)
    client.post(reverse("rights:recommendation-untie", args=[tie.pk]))
    found = next(one for one in published_recommendations() if one.review.pk == review.pk)
    assert found.recommendations[0].articles == ()


def test_articles_that_the_words_cite_are_proposed_once(world):
    unit, keeper, review = world
    treaty = Instrument.objects.create(code="ICCPR", kind="treaty", name_vi="Công ước", short_vi="ICCPR")
    for number in ("18", "19", "20"):
        Provision.objects.create(
            instrument=treaty, kind="article", number=number, path=number, ordinal=int(number)
        )
    text = REPORT.replace("the Convention (Chad)", "articles 18 and 19 of ICCPR (Chad)")
    take(keeper, unit, record(text))
    row = rows(review)[0]
    ties = {tie.provision.path: tie for tie in row.provision_ties.select_related("provision")}
    assert {path: (tie.rule, tie.state) for path, tie in ties.items()} == {
        "18": ("citing-1", "proposed"), "19": ("citing-1", "proposed"),
    }  # fmt: skip
    actions.untie_provision(actor=keeper, tie=ties["18"])
    take(keeper, unit, record(text.replace("articles 18 and 19", "articles 18 and 20")))
    assert sorted(row.provision_ties.values_list("provision__path", "state")) == [
        ("18", "refused"), ("20", "proposed"),
    ]  # fmt: skip


def test_a_stale_preview_changes_nothing(world):
    unit, keeper, review = world
    intake = make_intake(keeper, unit, record(REPORT.replace("Train", "Teach")))
    (seen,) = takings_of(intake.reviews)
    row = rows(review)[1]
    actions.correct_recommendation(actor=keeper, recommendation=row, words=words_of(row, text_en="My words"))
    with pytest.raises(taking.TakingRefused):
        taking.take_review(actor=keeper, intake=intake, at=0, sign=seen.sign, said=taking.Said())
    row.refresh_from_db()
    assert row.text_en == "My words"
