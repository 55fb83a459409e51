"""Corpus → generation: read, cut, encode what is new, write aside, check, publish. The only writer."""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np

from assistant.errors import IndexMissing
from assistant.index import pieces, publish, word_vectors, words
from assistant.index.content import Content, content, document_digest
from assistant.index.encoder import Vectors
from assistant.index.manifest import CHROMA, ENCODER, WORDS, Manifest, folder_digests
from assistant.index.model import PassageEncoder
from assistant.index.readings import Readings
from assistant.index.reuse import Live
from assistant.index.verify import verify
from assistant.index.withdrawal import withdrawn_from
from assistant.reading.corpus import Corpus, Skipped, read_corpus
from assistant.reading.editions import Copy, LikelyEdition
from assistant.settings import Settings
from assistant.types import DocumentInfo, Withdrawn

_CANARIES = 20


class Progress(Protocol):
    """Hears which step a build is at, and how much of it is done."""

    def __call__(self, step: str, done: int = 0, total: int = 0) -> None:
        """Take note; `total` is 0 where it is not known."""
        ...


@dataclass(frozen=True, slots=True)
class Summary:
    """What an ingest did; `published` is False when nothing had changed, so that nothing was done.

    `problems` are those of the documents' readings, each behind the id of its document; `to_confirm` are
    documents of which no person has said anything; `withdrawn` are ids of documents whose description
    withdraws them, and `removed` of those whose file is gone.
    """

    generation: str
    documents: int
    passages: int
    pieces: int
    published: bool
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    encoded: int = 0
    reused: int = 0
    words_encoded: int = 0
    words_reused: int = 0
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    to_confirm: tuple[DocumentInfo, ...] = ()
    copies: tuple[Copy, ...] = ()
    editions: tuple[LikelyEdition, ...] = ()
    withdrawn: tuple[str, ...] = ()
    seconds: float = 0.0


# Is given the folders of the live generation and of a checked build, and raises what holds the build back.
Approval = Callable[[Path, Path], None]


def ingest(settings: Settings, progress: Progress, approve: Approval | None = None) -> Summary:
    """Bring the index in line with the corpus, whole or not at all; with nothing changed, nothing is done.

    Raises CorpusUnreadable, IngestRunning, DiskProblem or IndexUnreadable, what `approve` raises, and
    IndexMissing where there is nothing to approve a build against; the live generation answers on.
    """
    begun = time.monotonic()
    with publish.one_writer(settings.index) as lock:
        publish.remove_orphans(settings.index)
        progress("Reading the documents")
        live = Live.look(settings.index)
        if approve and not live.manifest:
            raise IndexMissing(
                f"There is no index at {settings.index} to compare with: run `python ingest.py`."
            )
        readings = Readings(settings.index)
        gone = {*live.documents, *(record.id for record in live.withdrawn)}
        corpus = read_corpus(settings.corpus, gone, readings.read, partial(progress, "Reading the documents"))
        wanted = content(corpus, settings.encoder)
        withdrawn = withdrawn_from(corpus, live, datetime.now(UTC).date())
        if live.manifest and live.withdrawn == withdrawn and live.holds(wanted.digest()):
            summary = _summary(live.manifest, live.manifest, published=False)
        else:
            summary = _Build(settings.index, wanted, withdrawn, live, progress).run(lock, approve)
        readings.forget_the_rest()
    return _with_reading(summary, corpus, time.monotonic() - begun)


class _Build:
    """One build, from content to published generation."""

    def __init__(
        self, index: Path, wanted: Content, withdrawn: tuple[Withdrawn, ...], live: Live, progress: Progress
    ) -> None:
        self._index, self._wanted, self._live, self._progress = index, wanted, live, progress
        self._withdrawn = withdrawn
        self._encoder: PassageEncoder | None = None

    def run(self, lock: int, approve: Approval | None) -> Summary:
        texts, encoded = self._texts()
        single, words_encoded = self._words()
        created = datetime.now(UTC)
        digest = self._wanted.digest()
        name = f"gen-{created:%Y%m%dT%H%M%S%f}-{digest[:8]}"
        with publish.disk_problems(self._index), publish.build_folder(self._index, name) as folder:
            self._write(folder, texts, single)
            self._progress("Writing the manifest")
            manifest = self._manifest(folder, name, created, digest)
            manifest.write(folder)
            self._progress("Checking the new index")
            verify(folder, lock)
            if approve:
                approve(self._live.folder, folder)
            publish.publish(folder, name)
            # A process that opened the generation before may still want it.
            before = self._live.manifest.name if self._live.manifest else ""
            publish.prune(self._index, {name, before})
        summary = _summary(manifest, self._live.manifest, published=True)
        return replace(
            summary,
            encoded=encoded,
            reused=len(texts) - encoded,
            words_encoded=words_encoded,
            words_reused=len(single) - words_encoded,
        )

    def _texts(self) -> tuple[Mapping[str, Vectors], int]:
        texts = (*self._wanted.passage_texts, *self._wanted.piece_texts)
        return self._vectors("Encoding the texts", texts, self._live.remembered(self._wanted.model.sha256))

    def _words(self) -> tuple[Mapping[str, Vectors], int]:
        single = self._wanted.stem_words.values()
        remembered = self._live.remembered_words(self._wanted.model.sha256)
        return self._vectors("Encoding the words", single, remembered)

    def _vectors(
        self, step: str, texts: Iterable[str], remembered: Mapping[bytes, Vectors]
    ) -> tuple[Mapping[str, Vectors], int]:
        """The vector of every text, and how many of them had to be encoded."""
        keys = {text: pieces.text_key(text) for text in texts}
        new = [text for text, key in keys.items() if key not in remembered]
        known = {text: remembered[key] for text, key in keys.items() if key in remembered}
        if new:
            model, tell = self._model(), partial(self._progress, step, total=len(new))
            tell(0)
            known |= dict(zip(new, model.encode(new, tell), strict=True))
        return known, len(new)

    def _write(self, folder: Path, texts: Mapping[str, Vectors], single: Mapping[str, Vectors]) -> None:
        # Most of a second to import, and not needed when nothing has changed.
        from assistant.index import vectors as chroma

        wanted = self._wanted
        self._progress("Writing the words index")
        words.write(folder / WORDS, wanted.documents, wanted.passages)
        pieces.write(folder, wanted.passage_texts, wanted.piece_texts, texts)
        self._progress("Writing the vector index")
        rows = np.array([texts[text] for text in wanted.passage_texts], dtype=np.float32)
        word_vectors.write(folder, wanted.stem_words, single, rows.shape[1])
        chroma.write(folder / CHROMA, wanted.passages, rows)
        if not self._live.hand_over_encoder(wanted.model.sha256, folder / ENCODER):
            self._progress("Exporting the question encoder")
            self._model().export(folder / ENCODER, wanted.model.sha256)

    def _manifest(self, folder: Path, name: str, created: datetime, digest: str) -> Manifest:
        wanted = self._wanted
        step = max(1, len(wanted.passages) // _CANARIES)
        return Manifest(
            name=name,
            created=created.isoformat(timespec="seconds"),
            digest=digest,
            encoder=wanted.model.name,
            encoder_sha256=wanted.model.sha256,
            dimension=int(np.load(folder / pieces.PASSAGES, mmap_mode="r").shape[1]),
            documents={document.info.id: document_digest(document) for document in wanted.documents},
            passages=len(wanted.passages),
            pieces=len(wanted.piece_texts),
            words=len(wanted.stem_words),
            canaries=tuple(passage.id for passage in wanted.passages[::step][:_CANARIES]),
            files=folder_digests(folder),
            withdrawn=self._withdrawn,
        )

    def _model(self) -> PassageEncoder:
        if self._encoder is None:
            self._progress("Loading the encoder")
            self._encoder = PassageEncoder(self._wanted.model.name, self._wanted.model.folder)
        return self._encoder


def _summary(new: Manifest, old: Manifest | None, *, published: bool) -> Summary:
    before = old.documents if old else {}
    both = new.documents.keys() & before.keys()
    return Summary(
        generation=new.name,
        documents=len(new.documents),
        passages=new.passages,
        pieces=new.pieces,
        published=published,
        added=tuple(key for key in new.documents if key not in before),
        changed=tuple(key for key in new.documents if key in both and new.documents[key] != before[key]),
        removed=tuple(key for key in before if key not in new.documents),
    )


def _with_reading(summary: Summary, corpus: Corpus, seconds: float) -> Summary:
    withdrawn = tuple(record.id for record in corpus.withdrawn)
    return replace(
        summary,
        removed=tuple(key for key in summary.removed if key not in withdrawn),
        skipped=corpus.skipped,
        problems=corpus.problems,
        to_confirm=corpus.to_confirm,
        copies=corpus.copies,
        editions=corpus.editions,
        withdrawn=withdrawn,
        seconds=seconds,
    )
