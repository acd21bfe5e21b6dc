"""What bin/bench search stands beside: tantivy, and PostgreSQL's full text as it comes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.search_material.prose import Made

_WORD = re.compile(r"\w+")


class Tantivy:
    """Letters without marks; title, labels and body in fields of their own, the title three times as heavy."""

    FIELDS = ("title", "labels", "body")
    BOOSTS = {"title": 3.0, "labels": 2.0}

    def __init__(self, folder: Path) -> None:
        import tantivy

        folder.mkdir()
        self.tantivy = tantivy
        maker = tantivy.SchemaBuilder()
        for name in self.FIELDS:
            maker.add_text_field(name, stored=True, tokenizer_name="folded")
        maker.add_integer_field("number", stored=True, indexed=True)
        for name in ("kind", "language", "audience"):
            maker.add_text_field(name, stored=True, tokenizer_name="raw")
        self.index = tantivy.Index(maker.build(), path=str(folder))
        folded = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for one in (tantivy.Filter.remove_long(40), tantivy.Filter.lowercase(), tantivy.Filter.ascii_fold()):
            folded = folded.filter(one)
        self.index.register_tokenizer("folded", folded.build())

    def build(self, made: Sequence[Made]) -> None:
        writer = self.index.writer(heap_size=256_000_000, num_threads=2)
        for one in made:
            writer.add_document(
                self.tantivy.Document(
                    number=one.number, title=one.title, labels=one.labels, body=one.body, kind=one.kind,
                    language=one.language, audience=one.audience,
                )
            )  # fmt: skip
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def find(self, text: str, most: int) -> list[int]:
        words = " ".join(_WORD.findall(text))
        query, _faults = self.index.parse_query_lenient(words, list(self.FIELDS), field_boosts=self.BOOSTS)
        searcher = self.index.searcher()
        hits = searcher.search(query, most).hits
        return [searcher.doc(address)["number"][0] for _score, address in hits]


_MADE = """
    create extension if not exists unaccent;
    create text search configuration bench_folded (copy = simple);
    alter text search configuration bench_folded
      alter mapping for asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
      with unaccent, simple;
    create table bench_bare (
      number bigint primary key, title text, labels text, body text,
      words tsvector generated always as (
        setweight(to_tsvector('bench_folded', title), 'A') || setweight(to_tsvector('bench_folded', labels), 'B')
        || setweight(to_tsvector('bench_folded', body), 'D')) stored);
"""
_FOUND = """
    select number from bench_bare, to_tsquery('bench_folded', %s) as asked
    where words @@ asked order by ts_rank(words, asked) desc, number desc limit %s
"""


class BarePostgres:
    """A table, a generated `tsvector` without marks, a GIN index; all words, and any of them where no text has all."""

    def _ask(self, statement: str, given: list[Any] | None = None) -> list[Any]:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(statement, given)
            return cursor.fetchall() if cursor.description else []

    def build(self, made: Sequence[Made]) -> None:
        from django.db import connection, transaction

        with transaction.atomic():
            for statement in filter(str.strip, _MADE.split(";\n")):
                self._ask(statement)
            with connection.cursor() as cursor:
                with cursor.copy("copy bench_bare (number, title, labels, body) from stdin") as copy:
                    for one in made:
                        copy.write_row((one.number, one.title, one.labels, one.body))
                cursor.execute("create index on bench_bare using gin (words)")
        self._ask("analyze bench_bare")

    def find(self, text: str, most: int) -> list[int]:
        words = list(dict.fromkeys(_WORD.findall(text.lower())))
        for sign in (" & ", " | "):
            if found := self._ask(_FOUND, [sign.join(words), most]):
                return [number for (number,) in found]
        return []
