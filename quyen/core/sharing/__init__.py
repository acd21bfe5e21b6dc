"""The room of what is shared: one neutral shape of a thing, and every form in which others take it or give it.

    Thing --answer--> OAI-PMH (oai_dc, quyen)      --json_feed--> JSON Feed
          --linked--> schema.org                   --manifest--> IIIF
    OAI-PMH --harvest--> Batch of Taken (Thing, or deleted, or a fault)
    DataSet --dcat, data_package--> catalogues     rows --csv_lines--> CSV

No network and no database: `answer` asks a `Shelf`, `harvest` is handed the function that asks the source.
Decision 0031; docs/how-to/sharing.md; docs/reference/open-data.md.
"""

from quyen.core.sharing.answer import FORMATS, PAGE, answer
from quyen.core.sharing.catalogue import Catalogue, DataSet, File, Packed, data_package, dcat
from quyen.core.sharing.feeds import Channel, authors_of, json_feed
from quyen.core.sharing.full import SCHEMA_FILE, to_full
from quyen.core.sharing.harvest import (
    Batch,
    Nature,
    SourceRefused,
    Taken,
    best_format,
    harvest,
    nature,
    read_batch,
)
from quyen.core.sharing.linked import block, described, legislation, linked
from quyen.core.sharing.markup import BadAnswer, stamp
from quyen.core.sharing.pictures import manifest, paintable
from quyen.core.sharing.shelf import Identity, Place, Record, Shelf, Shelfmark, Window
from quyen.core.sharing.tables import Column, cell, csv_lines, plain
from quyen.core.sharing.thing import (
    Article,
    Credit,
    Form,
    Issuer,
    Part,
    Relation,
    Said,
    Thing,
    Word,
    digest,
    language_tag,
    said,
)
from quyen.core.sharing.wrapping import Wrapped, fingerprint, lines_of, wrap

__all__ = [
    "FORMATS", "PAGE", "SCHEMA_FILE", "Article", "BadAnswer", "Batch", "Catalogue", "Channel", "Column", "Credit",
    "DataSet", "File", "Form", "Identity", "Issuer", "Nature", "Packed", "Part", "Place", "Record", "Relation", "Said",
    "Shelf", "Shelfmark", "SourceRefused", "Taken", "Thing", "Window", "Word", "Wrapped", "answer", "authors_of", "best_format",
    "block", "cell", "csv_lines", "data_package", "dcat", "described", "digest", "fingerprint", "harvest", "json_feed", "language_tag",
    "legislation", "lines_of", "linked", "manifest", "nature", "paintable", "plain", "read_batch", "said", "stamp", "to_full", "wrap",
]  # fmt: skip
