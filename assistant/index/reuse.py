"""What a build takes over from the live generation: vectors of unchanged texts, and the exported encoder."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import IndexMissing, IndexUnreadable
from assistant.index import pieces
from assistant.index.encoder import Vectors
from assistant.index.manifest import ENCODER, Manifest, live_folder


@dataclass(frozen=True, slots=True)
class Live:
    """The live generation as far as a build needs it; None where there is none, or it is damaged."""

    manifest: Manifest | None = None
    folder: Path | None = None
    vectors: Mapping[bytes, Vectors] = field(default_factory=dict, repr=False)

    @classmethod
    def look(cls, index: Path) -> "Live":
        """Check the live generation against its manifest; nothing of a damaged one is used."""
        try:
            folder = live_folder(index)
            manifest = Manifest.read(folder)
            manifest.check_files(folder)
        except (IndexMissing, IndexUnreadable):
            return cls()
        return cls(manifest, folder)

    def remembered(self, encoder_sha256: str) -> dict[bytes, Vectors]:
        """The vectors that this encoder gave before, by text key."""
        if self.folder is None or self.manifest is None or self.manifest.encoder_sha256 != encoder_sha256:
            return {}
        return pieces.read(self.folder)

    def hand_over_encoder(self, encoder_sha256: str, target: Path) -> bool:
        """Put this encoder's export into `target` without making it again; False when it is not at hand."""
        if self.folder is None or self.manifest is None or self.manifest.encoder_sha256 != encoder_sha256:
            return False
        shutil.copytree(self.folder / ENCODER, target, copy_function=_link_or_copy)
        return True


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)
