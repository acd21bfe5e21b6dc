"""One answer for load balancers and for bin/run: a database server answers and its tables are there. "read-only": it is a
replica, and the primary is away."""

from django.db import connection
from django.http import HttpRequest, JsonResponse


def health(request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from django_migrations")
    read_only = getattr(request, "read_only", False)
    return JsonResponse({"status": "read-only" if read_only else "ok"})
