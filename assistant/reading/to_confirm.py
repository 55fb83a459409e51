"""Proposed descriptions → entries of the manifest, for a person to confirm; what stands there is kept."""

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from assistant.reading.descriptions import MANIFEST, MANIFESTS, PROPOSED
from assistant.types import DocumentInfo

_HEAD = """# What is said of the files here. Where an entry says confirmed: false, a program took it from the
# file: check it, mend it, and write true.
documents:
"""
_LIST = "documents"
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class NotWritten(Exception):
    """The manifest could not be added to; the message says why, and what to do, in one sentence."""


def write_to_confirm(folder: Path, infos: Sequence[DocumentInfo]) -> Path:
    """Add an entry to the manifest for each of these, and say where it is; NotWritten leaves it as it was.

    A folder or a manifest that is marked read-only is not written to, whoever runs this.
    """
    path = next((folder / name for name in sorted(MANIFESTS) if (folder / name).exists()), folder / MANIFEST)
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise NotWritten("it is not an ordinary file")
        before = path.read_bytes().decode("utf-8") if path.exists() else ""
        text = _with_entries(before, [_entry(info) for info in infos])
        if not all(_may_write(place) for place in (folder, path) if place.exists()):
            raise NotWritten("it is read-only")
        _replace(path, text)
        return path
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError) as error:
        raise NotWritten(getattr(error, "strerror", None) or "it is not valid YAML") from error


def _entry(info: DocumentInfo) -> Mapping[str, object]:
    proposed = {key: getattr(info, key) for key in PROPOSED}
    return {"id": info.id, "path": info.source, "sha256": info.sha256, **proposed, "confirmed": False}


def _with_entries(before: str, entries: Sequence[Mapping[str, object]]) -> str:
    """The manifest with more entries at the end of its list, which must be the last thing in it."""
    node = yaml.compose(before, Loader=yaml.SafeLoader)
    if node is None:
        head, indent = f"{before.rstrip()}\n\n{_HEAD}".lstrip(), 2
    elif not isinstance(node, yaml.MappingNode):
        raise NotWritten("it is not a mapping with a list of documents")
    else:
        head, indent = _end_of_list(before, node)
    block = yaml.safe_dump(list(entries), allow_unicode=True, sort_keys=False, width=10_000)
    text = head + "".join(f"{' ' * indent}{line}\n" for line in block.splitlines())
    _check(before, text, entries)
    return text


def _end_of_list(before: str, node: yaml.MappingNode) -> tuple[str, int]:
    """The manifest up to where a new entry goes, and how far it is indented."""
    keys = [key.value for key, _ in node.value]
    if _LIST not in keys:
        return f"{before.rstrip()}\n\n{_LIST}:\n", 2
    listed = node.value[keys.index(_LIST)][1]
    if keys[-1] != _LIST or not isinstance(listed, yaml.SequenceNode) or listed.flow_style:
        raise NotWritten("its list of documents is not at its end, one entry below the other")
    return f"{before.rstrip()}\n", listed.start_mark.column


def _check(before: str, text: str, entries: Sequence[Mapping[str, object]]) -> None:
    """What stood in the manifest stands there still, and the new entries after it."""
    old = yaml.safe_load(before) or {}
    new = yaml.safe_load(text)
    if new != {**old, _LIST: [*(old.get(_LIST) or []), *entries]} or not text.startswith(before.rstrip()):
        raise NotWritten("it could not be added to without changing what stands in it")


def _may_write(path: Path) -> bool:
    return bool(path.stat().st_mode & _WRITABLE) and os.access(path, os.W_OK)


def _replace(path: Path, text: str) -> None:
    aside = path.with_name(f".{path.name}.new")
    try:
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
