"""Drafts, revisions, what was retired and their files are found in no public place, by nobody, and lead nowhere."""

from __future__ import annotations

from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern, URLResolver

from quyen.library.actions import make_review_link
from quyen.library.models import Product
from quyen.library.queries.files import address_of, shown_files
from quyen.portal.actions.index import rebuild
from quyen.portal.actions.sharing import note_all
from tests.factories import files
from tests.factories.media import keep, product

WORD = "zimtfisch"
NOT_OURS = {"wagtail_serve", "openapi-json", "nowhere", "set_language", "thing-schema"}


def places(kept: dict[str, Product]) -> list[str]:
    """Every address of the public site and of the doors for programs, with the numbers of what is hidden put in."""
    found = [
        "/",
        *(f"/tim/?q={word}" for word in (WORD, f'"{WORD}"', "chìa khóa")),
        f"/tim/goi-y/?q={WORD[:5]}",
    ]
    found += [f"/oai/?verb={verb}&metadataPrefix=oai_dc" for verb in ("ListRecords", "ListIdentifiers")]
    for one, space in patterns(get_resolver()):
        for hidden in kept.values():
            names = {
                "pk": hidden.pk,
                "slug": WORD,
                "code": "ICCPR",
                "number": "19",
                "kind": "atom.xml",
                "plan_id": 1,
                "unit_id": 1,
            }
            wanted = {
                name: names[name]
                for name in one.pattern.converters or one.pattern.regex.groupindex
                if name in names
            }
            try:
                found.append(reverse(space + (one.name or ""), kwargs=wanted))
            except NoReverseMatch:
                continue
    return list(dict.fromkeys(found))


def patterns(resolver: URLResolver, space: str = ""):
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            if space in ("portal:", "doors:", "api:") and one.name not in NOT_OURS:
                yield one, space
        else:
            yield from patterns(one, f"{space}{one.namespace}:" if one.namespace else space)


def test_what_is_not_out_is_found_nowhere(unit, editor, stranger, client_of) -> None:
    secret = keep(editor, unit, files.picture("JPEG"), f"{WORD}.jpg", drawn=True)
    shown = keep(editor, unit, files.picture("PNG", turned=True), "bìa.png", drawn=True)
    words = {"title": f"Chìa khóa {WORD}", "summary": WORD, "body": WORD, "transcript": WORD}
    out = product(
        unit,
        shown,
        title="Chìa khóa mở",
        body="Chìa khóa của mọi người",
        state="publish",
        licence="CC-BY-4.0",
    )
    kept = {state: product(unit, secret, state=state, **words) for state in ("draft", "ready", "retire")}
    kept["revision"] = product(unit, secret, revises=out, edition=1, **words)
    kept["translation"] = product(unit, secret, language="en", translation_of=out, source_edition=1, **words)
    rebuild()
    note_all()
    asked = places(kept)
    assert len(asked) > 40
    nobody, other = client_of(None), client_of(stranger)
    for address in asked:
        answer = nobody.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        said = content.decode("utf-8", "replace").replace(address, "").replace(f'value="{WORD}', "")
        hidden = [
            sign
            for sign in (f"{WORD}.jpg", f"Chìa khóa {WORD}", secret.sha256[:16], f"/tep/{secret.pk}/")
            if sign in said
        ]
        assert not hidden, (address, hidden)
    assert "Chìa khóa mở" in nobody.get("/thu-vien/").content.decode()
    assert shown_files([secret, shown]).keys() == {shown.pk}
    for one in (*secret.renditions.all(), None):
        assert (
            nobody.get(address_of(secret, one)).status_code
            == other.get(address_of(secret, one)).status_code
            == 404
        )
    for one in kept.values():
        for path in ("", "soan/", "cac-tep/", "bo-kenh/", "bo-kenh/tat-ca/"):
            assert other.get(f"/san-pham/{one.pk}/{path}").status_code == 404
        assert other.post(f"/san-pham/{one.pk}/dich/", {"language": "fr"}).status_code in (403, 404)


def test_a_link_for_reviewers_opens_the_files_of_its_product_alone(unit, editor, client_of) -> None:
    one = product(unit, keep(editor, unit, files.picture("JPEG"), "một.jpg", drawn=True))
    other = product(unit, keep(editor, unit, files.picture("JPEG", turned=True), "hai.jpg", drawn=True))
    made = make_review_link(actor=editor, product=one, name="Bà Khách", days=3)
    secret = made[1] if isinstance(made, tuple) else made.secret
    nobody = client_of(None)
    assert nobody.get(f"/san-pham/gop-y/{secret}/tep/{one.files.get().pk}/").status_code == 200
    assert nobody.get(f"/san-pham/gop-y/{secret}/tep/{other.files.get().pk}/").status_code == 404
    assert nobody.get(f"/san-pham/gop-y/khac{secret}/tep/{one.files.get().pk}/").status_code == 404
