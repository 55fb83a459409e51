"""What a build takes over from the live generation: vectors of unchanged texts, and the exported encoder."""

import os
import shutil
from collections.abc import Collection
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import IndexMissing, IndexUnreadable
from assistant.index import pieces, word_vectors, words
from assistant.index.encoder import Vectors
from assistant.index.manifest import ENCODER, WORDS, Manifest, live_folder
from assistant.types import DocumentInfo, Withdrawn


@dataclass(frozen=True, slots=True)
class Live:
    """The live generation as far as a build can use it: each part only while its own files are whole."""

    manifest: Manifest | None = None
    folder: Path = Path()

    @classmethod
    def look(cls, index: Path) -> "Live":
        """Find the live generation, if there is one with a manifest that can be read."""
        try:
            folder = live_folder(index)
            return cls(Manifest.read(folder), folder)
        except (IndexMissing, IndexUnreadable):
            return cls()

    @property
    def documents(self) -> Collection[str]:
        """The ids of its documents."""
        return self.manifest.documents.keys() if self.manifest else ()

    @property
    def withdrawn(self) -> tuple[Withdrawn, ...]:
        """Its records of documents that are no longer there."""
        return self.manifest.withdrawn if self.manifest else ()

    def infos(self) -> dict[str, DocumentInfo]:
        """What it knows of each document."""
        if not self._is_whole(WORDS):
            return {}
        with closing(words.Words(self.folder / WORDS)) as stored:
            return {key: document.info for key, document in stored.documents().items()}

    def holds(self, digest: str) -> bool:
        """Whether it was made from the same content and nothing of it is damaged."""
        return self.manifest is not None and self.manifest.digest == digest and self._is_whole("")

    def remembered(self, encoder_sha256: str) -> dict[bytes, Vectors]:
        """The vectors that this encoder gave before, by text key."""
        if self._made_with(encoder_sha256) and all(map(self._is_whole, pieces.FILES)):
            return pieces.read(self.folder)
        return {}

    def remembered_words(self, encoder_sha256: str) -> dict[bytes, Vectors]:
        """The vectors that this encoder gave to single words before, by text key."""
        if self._made_with(encoder_sha256) and all(map(self._is_whole, word_vectors.FILES)):
            return word_vectors.read(self.folder)
        return {}

    def hand_over_encoder(self, encoder_sha256: str, target: Path) -> bool:
        """Put this encoder's export into `target` without making it again; False when it is not at hand."""
        if not (self._made_with(encoder_sha256) and self._is_whole(ENCODER)):
            return False
        shutil.copytree(self.folder / ENCODER, target, copy_function=_link_or_copy)
        return True

    def _made_with(self, encoder_sha256: str) -> bool:
        return self.manifest is not None and self.manifest.encoder_sha256 == encoder_sha256

    def _is_whole(self, part: str) -> bool:
        try:
            if self.manifest is not None:
                self.manifest.check_files(self.folder, part)
        except IndexUnreadable:
            return False
        return self.manifest is not None


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)
