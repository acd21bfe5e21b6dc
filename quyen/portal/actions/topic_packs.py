"""Topics to take along: pages, texts and pictures in one zip that opens from a stick, without network or server."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.storage import default_storage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from quyen.core.sharing import Wrapped, fingerprint, lines_of, wrap
from quyen.portal.actions.packing import DATA, TOPIC, keep_pack, make_data_pack, newest_pack
from quyen.portal.actions.sharing import QUEUE
from quyen.portal.models import Pack
from quyen.portal.queries.generation import generation
from quyen.portal.queries.packs import Articles, TopicContent, packed_topics, topic_content
from quyen.rights.models import Topic

MISSING = "make_missing_packs"  # the job's name in the queue
STYLES = ("quyen/tokens.css", "portal/pack.css")


def make_packs() -> int:
    """All packs anew where the public site has changed since they were made; returns how many are new."""
    number, new, articles = generation(), 0, Articles()
    for language, topic, old in _known():
        if old is None or old.manifest.get("generation") != number:
            made = make_topic_pack(topic, language, articles)
            new += made is not None and (old is None or made.pk != old.pk)
    make_data_pack()
    return new


def wake_packing() -> None:
    """Queues the making of what there is none of yet, for whoever does not want to wait for the next half hour."""
    job = app.configure_task(MISSING, queue=QUEUE, queueing_lock=MISSING, allow_unknown=True)
    try:
        with transaction.atomic():
            job.defer(timestamp=0)
    except AlreadyEnqueued:
        pass


def make_missing_packs() -> int:
    """Only those that there are none of yet."""
    articles = Articles()
    made = [make_topic_pack(topic, language, articles) for language, topic, old in _known() if old is None]
    if newest_pack(DATA) is None:
        make_data_pack()
    return sum(one is not None for one in made)


def _known() -> Iterator[tuple[str, Topic, Pack | None]]:
    """Every topic in every language, with its newest pack."""
    for language in settings.PACK_LANGUAGES:
        for topic in packed_topics():
            yield language, topic, newest_pack(TOPIC, topic.slug, language)


def make_topic_pack(topic: Topic, language: str, articles: Articles | None = None) -> Pack | None:
    """None where nothing of the topic is public in this language. The same content as before: that pack."""
    number = generation()
    with override(language), tempfile.TemporaryDirectory() as folder:
        content = topic_content(topic, language, articles)
        if content.is_empty:
            return None
        first = Path(folder) / "first.zip"
        made = list(_files(content))
        files = wrap(first, made)
        sign = fingerprint(files)
        old = newest_pack(TOPIC, topic.slug, language)
        if old is not None and old.fingerprint == sign:
            old.manifest["generation"] = number
            old.save(update_fields=["manifest"])
            return old
        told = _manifest(content, files, sign) | {"generation": number}
        target = Path(folder) / "all.zip"
        wrap(target, [*made, *_about(content, told, files)])
        return keep_pack(TOPIC, topic.slug, language, _title(content), sign, told, target)


def _title(content: TopicContent) -> str:
    return content.topic.name


def _manifest(content: TopicContent, files: tuple[Wrapped, ...], sign: str) -> dict[str, Any]:
    return {
        "title": _title(content), "topic": content.topic.slug, "language": content.language,
        "made_at": timezone.now().isoformat(timespec="seconds"), "fingerprint": sign, "check": _check(content, sign),
        "files": [{"path": one.path, "sha256": one.sha256, "size": one.size} for one in files],
    }  # fmt: skip


def _check(content: TopicContent, sign: str) -> str:
    """Where one asks, when there is a line again, whether this is still the newest."""
    start = "" if content.language == "vi" else f"/{content.language}"
    return f"{settings.ADDRESS}{start}/goi/{content.topic.slug}/?dau={sign}"


def _files(content: TopicContent) -> Iterator[tuple[str, bytes | Path]]:
    """Everything whose words count for the fingerprint; nothing in it says when it was made."""
    yield "index.html", _page("index", content)
    for situation in content.situations:
        yield f"hoan-canh/{situation.slug}.html", _page("situation", content, situation=situation)
    for article in content.articles:
        name = f"{article.instrument.code}-{article.provision.path}"
        yield f"dieu/{name}.html", _page("article", content, article=article)
    taken: set[str] = set()
    for one in content.products:
        yield f"san-pham/{one.product.pk}.html", _page("product", content, one=one)
        for file in one.files:
            if file.path not in taken:
                taken.add(file.path)
                yield file.path, Path(default_storage.path(file.stored))
    yield "pack.css", "".join(_style(name) for name in STYLES).encode()


def _about(
    content: TopicContent, told: dict[str, Any], files: tuple[Wrapped, ...]
) -> Iterator[tuple[str, bytes]]:
    """What says when it was made, and how to check it."""
    yield "kiem-tra.html", _page("check", content, told=told)
    yield "manifest.json", json.dumps(told, ensure_ascii=False, indent=1).encode()
    yield "SHA256SUMS", lines_of(files).encode()


def _page(name: str, content: TopicContent, **more: Any) -> bytes:
    """`up`: the way from the page to the folder of the pack."""
    up = "" if name in ("index", "check") else "../"
    context = {"content": content, "title": _title(content), "up": up, "ADDRESS": settings.ADDRESS, **more}
    return render_to_string(f"portal/pack/{name}.html", context).encode()


def _style(name: str) -> str:
    """Fonts stay behind: the machine's own carry Vietnamese, and the pack stays small."""
    path = finders.find(name)
    text = Path(str(path)).read_text(encoding="utf-8") if path else ""
    return "\n".join(line for line in text.splitlines() if "@font-face" not in line) + "\n"
