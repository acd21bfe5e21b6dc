"""The room of statutes: a treaty or a law in whatever file it comes -> its articles, with their clauses and points.

    bytes --json_form | udhr | akoma | document--> Statute --rows--> plain JSON and back

Readers: `.articles.json` (treaty, lang, articles), the XML of the Universal Declaration in its 500 languages
(efele.net/udhr), Akoma Ntoso 3.0 and LegalDocML (OASIS), and every document that `core.reading.formats` opens (HTML of
sites of laws and of the UN, .docx, .pdf, .txt), whose articles are told by their headings ("Điều 19. ...", "Article 19").

`read_statute` raises only the errors of `quyen.core.errors`; what is doubtful in a text that can be read is a note.
No entity of a file is read, nothing is fetched.
"""

from __future__ import annotations

from quyen.core.statutes.compare import Change, compare
from quyen.core.statutes.read import read_statute
from quyen.core.statutes.rows import from_rows, sign_of, to_rows
from quyen.core.statutes.shape import NoArticles, Paragraph, Statute, Unit, passage

__all__ = [
    "Change",
    "NoArticles",
    "Paragraph",
    "Statute",
    "Unit",
    "compare",
    "from_rows",
    "passage",
    "read_statute",
    "sign_of",
    "to_rows",
]
