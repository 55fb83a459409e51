"""What is kept of documents that answers no longer come from, so that an old citation is not a riddle."""

import datetime
from collections.abc import Collection

from assistant.index.reuse import Live
from assistant.reading.corpus import Corpus
from assistant.types import DocumentInfo, Withdrawn


def withdrawn_from(corpus: Corpus, live: Live, today: datetime.date) -> tuple[Withdrawn, ...]:
    """All documents that are withdrawn or that have left the corpus, those of earlier generations too.

    A document that is there again, or whose text is there under another id, is none of them.
    """
    there = {document.info.id for document in corpus.documents} | {copy.id for copy in corpus.copies}
    records = {record.id: record for record in live.withdrawn}
    records |= {record.id: record for record in _gone(live, there | records.keys(), today)}
    records |= {record.id: record for record in corpus.withdrawn}
    return tuple(records[key] for key in sorted(records) if key not in there)


def _gone(live: Live, known: Collection[str], today: datetime.date) -> list[Withdrawn]:
    """The documents of the live generation that are not among the known ones."""
    gone = [key for key in live.documents if key not in known]
    infos = live.infos() if gone else {}
    day = today.isoformat()
    unknown = DocumentInfo(id="", title="")
    return [
        Withdrawn(key, info.title or key, info.date, day)
        for key, info in ((key, infos.get(key, unknown)) for key in gone)
    ]
