"""Files that are packed folders: not opened before it is known what they would unpack to."""

import zipfile
from pathlib import Path

from assistant.reading.formats import Unreadable

_MOST_BYTES = 200_000_000
_MOST_FILES = 5_000
_LOCKED = b"\xd0\xcf\x11\xe0"


def check_archive(path: Path) -> None:
    """Refuse a packed file that is locked, damaged, or would unpack to too much."""
    with path.open("rb") as file:
        if file.read(len(_LOCKED)) == _LOCKED:
            raise Unreadable(
                "The file is locked with a password, or of an old form; save it anew without one."
            )
    try:
        with zipfile.ZipFile(path) as packed:
            sizes = [item.file_size for item in packed.infolist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("The file is damaged, or not what its ending says; save it anew.") from error
    if len(sizes) > _MOST_FILES or sum(sizes) > _MOST_BYTES:
        raise Unreadable(f"The file would unpack to more than {_MOST_BYTES // 1_000_000} MB.")
