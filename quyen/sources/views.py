"""Screens of the sources step: the list of documents, the upload, a delivery."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def file_list(request: HttpRequest) -> HttpResponse:
    return render(request, "sources/list.html")
