"""One answer for load balancers and for bin/run: the database answers and its tables are there."""

from django.db import connection
from django.http import HttpRequest, JsonResponse


def health(request: HttpRequest) -> JsonResponse:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from django_migrations")
    return JsonResponse({"status": "ok"})
