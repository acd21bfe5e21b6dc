"""The list of products, the table of languages, and beginning a product."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from quyen.accounts.queries import person
from quyen.core.errors import QuyenError
from quyen.library.actions import start_product
from quyen.library.enums import ProductKind
from quyen.library.forms.steps import AskedForm, StartForm
from quyen.library.queries import desk
from quyen.library.queries.counted import counted_page
from quyen.library.queries.lists import DUE, LATE, OLD, product_list
from quyen.library.queries.versions import language_table
from quyen.organisation.queries import editable_units
from quyen.shared.views import whole


@login_required
def products(request: HttpRequest) -> HttpResponse:
    asked, page = AskedForm(request.GET).listed()
    found = product_list(person(request), asked, page)
    context = {"list": found, "kinds": ProductKind.choices, "due": DUE, "late": LATE, "old": OLD}
    return render(request, "library/list.html", context)


@login_required
def start(request: HttpRequest) -> HttpResponse:
    units = desk.startable_units(editable_units(person(request)))
    form = StartForm(request.POST or None, units=[(one.pk, one.name) for one in units])
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        unit = get_object_or_404(editable_units(person(request)), pk=given["unit"])
        try:
            made = start_product(
                actor=person(request),
                unit=unit,
                kind=given["kind"],
                language=given["language"],
                title=given["title"],
            )
        except QuyenError as error:
            form.add_error(None, error.told)
        else:
            return redirect("library:write", made.pk)
    return render(
        request, "library/start.html", {"form": form, "units": units}, status=422 if form.errors else 200
    )


@login_required
def languages(request: HttpRequest) -> HttpResponse:
    """Product × language × state."""
    only_old = request.GET.get("chi") == OLD
    table = language_table(person(request), whole(request.GET.get("trang")) or 1, only_old=only_old)
    return render(request, "library/languages.html", {"table": table, "only_old": only_old, "old": OLD})


@login_required
def counted(request: HttpRequest) -> HttpResponse:
    """What the indicators count, down to the unit that issued it."""
    found = counted_page(person(request), whole(request.GET.get("nam")), timezone.localdate())
    return render(request, "library/counted.html", {"page": found})
