"""The door for other systems, `/api/v1/`: REST, described by `/api/v1/openapi.json`. docs/how-to/api.md tells how.

No session and no cookie counts here: a key in `Authorization` does, so a foreign page in a person's browser can do
nothing. There is no page that draws the description: such pages load scripts that our policy forbids.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI, Router, Schema
from ninja.openapi.schema import OpenAPISchema
from ninja.security import HttpBearer
from ninja.throttling import BaseThrottle

from quyen.accounts.models import User
from quyen.accounts.queries import person
from quyen.config.api.body import StrictParser
from quyen.config.api.problems import KIND, teach
from quyen.indicators.api import router as indicators
from quyen.organisation.api import router as organisation
from quyen.portal.api import router as open_data
from quyen.reports.actions import token_used
from quyen.reports.api import router as reports

A_MINUTE = 600  # requests of one key: a province's system sends for all its communes
TOGETHER = 10


class Key(HttpBearer):
    """A unit's key; who asks from here on is its service account."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        found = token_used(token)
        if found is not None:
            request.user = found
        return found


class PerKey(BaseThrottle):
    """So many requests a minute for a key. Each process counts its own and tells the shared cache of every `TOGETHER` of
    them, so that a key that asks seldom costs nothing. A key may thus get by `TOGETHER` times a process too often, and
    two requests at the same instant may count as one: it keeps a system gone wild from the others, and need not be exact.
    """

    def __init__(self) -> None:
        super().__init__()
        self.minute = 0
        self.counts: dict[int, tuple[int, int]] = {}  # by account: as the cache knew it last, and since then

    def allow_request(self, request: HttpRequest) -> bool:
        minute, account = int(timezone.now().timestamp()) // 60, person(request).pk
        if minute != self.minute:
            self.minute, self.counts = minute, {}
        known, own = self.counts.get(account, (0, 0))
        if known + own >= A_MINUTE:
            return False
        own += 1
        self.counts[account] = (self._told(account, own), 0) if own >= TOGETHER else (known, own)
        return True

    def _told(self, account: int, own: int) -> int:
        """Adds to what all processes counted in this minute; returns it."""
        place = f"api/{account}"
        last, count = cache.get(place, (self.minute, 0))
        count = own + (count if last == self.minute else 0)
        cache.set(place, (self.minute, count), 120)
        return count

    def wait(self) -> float:
        return 60 - timezone.now().timestamp() % 60


class ErrorPlace(Schema):
    place: str
    message: str


class ClashPlace(Schema):
    place: str
    title: str
    mine: str
    theirs: str
    by: str
    now: int


class Problem(Schema):
    type: str
    title: str
    status: int
    code: str
    detail: str
    kept: str
    advice: str
    errors: list[ErrorPlace]
    clashes: list[ClashPlace]


class Door(NinjaAPI):
    def get_openapi_schema(self, **more: Any) -> OpenAPISchema:
        """Every refusal is described with the kind that it is sent as."""
        found = super().get_openapi_schema(**more)
        found["components"]["schemas"] |= _schemas()
        refusal = {"description": "Không làm được", "content": {KIND: {"schema": {"$ref": _REF + "Problem"}}}}
        for way in found["paths"].values():
            for operation in way.values():
                for status in (400, 401, 403, 404, 409, 413, 415, 422, 429):
                    operation["responses"][str(status)] = refusal
        return found


_REF = "#/components/schemas/"


def _schemas() -> dict[str, Any]:
    found = Problem.model_json_schema(ref_template=_REF + "{model}")
    parts: dict[str, Any] = found.pop("$defs", {})
    return parts | {"Problem": found}


api = Door(
    title="Quyền", version=settings.VERSION, urls_namespace="api", docs_url=None, parser=StrictParser(), auth=Key(),
    throttle=PerKey(), description="Báo cáo, số liệu và đơn vị cho hệ thống khác. Cách dùng: docs/how-to/api.md.",
)  # fmt: skip
teach(api)
beyond = Router()


@beyond.api_operation(
    ["GET", "POST", "PUT", "PATCH", "DELETE"], "/{path:rest}", include_in_schema=False, auth=None, throttle=[]
)
def nowhere(request: HttpRequest, rest: str) -> HttpResponse:
    raise Http404


for one in (reports, indicators, organisation, open_data, beyond):  # the first that fits an address is taken
    api.add_router("", one)
