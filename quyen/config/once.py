"""A request that only reads asks for the person's roles once, however many parts of its page depend on them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from quyen.organisation.queries import roles_remembered


class RolesOnce:
    """What a request writes may change roles, so only those that read remember them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return self.get_response(request)
        with roles_remembered():
            return self.get_response(request)
