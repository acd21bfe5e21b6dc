"""The room of citations: articles of treaties and laws, wherever a Vietnamese or an English text names them.

    find_citations  a text -> each article it cites, with its place, code, article, clause and point
    Names           which instruments are known, and by which words (a table from outside; KNOWN is always there)
    Here            the article that the text itself is part of: "Điều 5 của Luật này", "this article" then have a meaning
    quote, anchor   words with those around them, and where they stand in a later text

Forms, with marks or without, one or several: "Điều 19 ICCPR", "khoản 2 Điều 20 Hiến pháp năm 2013", "điểm a, b khoản 1
Điều 35 Bộ luật Lao động", "Điều 6, 7 và 9 ICCPR", "Hiến pháp 2013, Điều 20 khoản 2", "Article 10(2)(a) of the ICCPR", "ICCPR
(arts. 6-9)", "article 19, paragraph 2, of the Covenant on Civil and Political Rights". An article of anything
that is not named is no citation: "Điều 19 của Kế hoạch này", "Điều 5 Nghị định số 30/2020/NĐ-CP", "Điều 20 Hiến pháp 1992".

Never raises for any text; places are code points of the text as given; no two of them overlap.
"""

from __future__ import annotations

from quyen.core.citing.anchor import Quote, anchor, quote
from quyen.core.citing.find import Cited, Here, find_citations
from quyen.core.citing.known import KNOWN
from quyen.core.citing.names import Named, Names

__all__ = ["KNOWN", "Cited", "Here", "Named", "Names", "Quote", "anchor", "find_citations", "quote"]
