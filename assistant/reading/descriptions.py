"""What a person says of the documents of a folder: in a sidecar beside a file, or in the manifest."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from assistant.reading.frontmatter import WORDS, FrontMatterError, information
from assistant.types import DocumentInfo

MANIFEST = "manifest.yaml"
MANIFESTS = frozenset({MANIFEST, "manifest.yml"})
SIDECARS = (".yaml", ".yml")
# What a file can only propose; a person has to say whether it is so.
PROPOSED = ("title", "kind", "publisher", "author", "date", "valid_from", "valid_to")
_ENTRIES = "documents"
_ITS_FILE = frozenset({"path", "sha256", "edition", "origin", "confirmed"})
_FIELDS = frozenset({"id", "supersedes", "abbreviations", *WORDS}) - {"source", "sha256"}
_NAMELESS = "x"
_MOST_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of one file, and where; `confirmed` is None where nothing is said about that."""

    place: str
    fields: tuple[str, ...]
    info: DocumentInfo
    confirmed: bool | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Descriptions:
    """What is said of the files of a folder, by name; `problems` name files with what is wrong in them."""

    of: Mapping[str, Description] = field(default_factory=dict)
    sidecars: frozenset[str] = frozenset()
    problems: tuple[tuple[str, str], ...] = ()

    def applied(self, info: DocumentInfo, name: str, own: Collection[str], is_proposed: bool) -> DocumentInfo:
        """`info` with what a person says of the file *name*, and which of it nobody has confirmed.

        `own` are the fields that the file gives by a person's hand: they go before everything else.
        """
        said = self.of.get(name)
        given = [key for key in said.fields if key not in own] if said else []
        if said:
            info = replace(info, **{key: getattr(said.info, key) for key in given})
        doubted = [
            key for key in PROPOSED if getattr(info, key) and key not in own and (is_proposed or key in given)
        ]
        if said and said.confirmed is not False:
            doubted = [key for key in doubted if key not in given and not said.confirmed]
        return _with_doubts(info, tuple(doubted), said)


def is_manifest(path: Path) -> bool:
    """Whether a file is the manifest of its folder."""
    return path.name.lower() in MANIFESTS


def _with_doubts(info: DocumentInfo, doubted: tuple[str, ...], said: Description | None) -> DocumentInfo:
    problems = list(info.problems)
    if said and said.sha256 and said.sha256.lower() != info.sha256.lower():
        problems.append(
            f"Its file has changed since it was described ({said.place}): check what is said there."
        )
    if doubted:
        where = said.place if said else MANIFEST
        told = ", ".join(key.replace("_", " ") for key in doubted)
        problems.append(f"Taken from the file and not confirmed: {told} (confirm or mend it in {where}).")
    return replace(info, unconfirmed=doubted, problems=tuple(problems))


def read_descriptions(files: Collection[Path]) -> Descriptions:
    """Read the manifest and the sidecars among the files of a folder; a sidecar goes before the manifest."""
    names = {path.name for path in files}
    found: dict[str, Description] = {}
    problems: list[tuple[str, str]] = []
    sidecars: set[str] = set()
    for path in sorted(files, key=lambda path: (not is_manifest(path), path.name)):
        if path.suffix.lower() not in SIDECARS:
            continue
        if is_manifest(path):
            entries = _manifest_entries(path)
        else:
            sidecars.add(path.name)
            entries = _sidecar(path, names)
        for name, said in _told(path.name, entries, problems):
            found[name] = said
    return Descriptions(found, frozenset(sidecars), tuple(problems))


class _Wrong(Exception):
    """Something in a manifest or sidecar is wrong; the message says where and what."""


_Entry = tuple[str, yaml.Node]


def _told(
    file: str, entries: Iterator[_Entry], problems: list[tuple[str, str]]
) -> Iterator[tuple[str, Description]]:
    """The entries that can be used; what is wrong with the others is added to *problems*."""
    try:
        for name, node in entries:
            try:
                yield name, _description(file, node, problems)
            except _Wrong as error:
                problems.append((file, str(error)))
    except _Wrong as error:
        problems.append((file, str(error)))


def _manifest_entries(path: Path) -> Iterator[_Entry]:
    """The entries of the manifest that describe a file of the folder itself."""
    top = _composed(path)
    if top is None:
        return
    for key, value in _pairs_of(top):
        if key != _ENTRIES:
            continue
        if not isinstance(value, yaml.SequenceNode):
            raise _Wrong(f"Line {_line(value)}: {_ENTRIES} must be a list of entries.")
        for node in value.value:
            names = [inner.value for key, inner in _pairs_of(node) if key == "path"]
            if names and isinstance(names[0], str):
                yield names[0], node


def _sidecar(path: Path, names: set[str]) -> Iterator[_Entry]:
    """The description in a sidecar, for the file of its name: `plan.yaml` or `plan.docx.yaml`."""
    described = [name for name in sorted(names) if Path(name).stem == path.stem or name == path.stem]
    described = [name for name in described if Path(name).suffix.lower() not in SIDECARS]
    if len(described) != 1:
        how = "no document" if not described else "more than one document"
        raise _Wrong(f"There is {how} of this name beside it: name it like the file, with .yaml behind.")
    node = _composed(path)
    if node is not None:
        yield described[0], node


def _composed(path: Path) -> yaml.Node | None:
    try:
        # A link may lead anywhere, and a pipe would be waited for without end.
        if not path.is_file() or not path.resolve().is_relative_to(path.parent.resolve()):
            raise _Wrong("It is not an ordinary file of this folder.")
        if path.stat().st_size > _MOST_BYTES:
            raise _Wrong("It is too long to be read.")
        text = path.read_text(encoding="utf-8")
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise _Wrong("It cannot be opened as UTF-8 text.") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"Line {mark.line + 1}: " if mark else ""
        raise _Wrong(f"{where}it is not valid YAML; mend that line.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _Wrong("It is not valid YAML.") from error
    return node


def _pairs_of(node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _Wrong(f"Line {_line(node)}: names and values are wanted here, such as title: Annual report.")
    for key, value in node.value:
        yield str(key.value), value


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _description(file: str, node: yaml.Node, problems: list[tuple[str, str]]) -> Description:
    lines = {key: _line(value) for key, value in _pairs_of(node)}
    for key in lines.keys() - _FIELDS - _ITS_FILE:
        if not key.endswith("_note"):
            problems.append(
                (file, f"Line {lines[key]}: {key} is not known; see corpus/README.md for the names.")
            )
    values: dict[object, object] = {}
    for key, value in _pairs_of(node):
        try:
            values[key] = yaml.SafeLoader("").construct_document(value)
        except (yaml.YAMLError, ValueError, RecursionError, TypeError) as error:
            raise _Wrong(f"Line {lines[key]}: the value of {key} cannot be read.") from error
        try:  # one at a time, so that the line of what is wrong is known
            information({key: values[key]}, _NAMELESS, "", "it")
        except FrontMatterError as error:
            raise _Wrong(f"Line {lines[key]}: {error}") from error
    confirmed = values.get("confirmed")
    if confirmed is not None and not isinstance(confirmed, bool):
        raise _Wrong(f"Line {lines['confirmed']}: confirmed must be true or false.")
    info = information(values, _NAMELESS, "")
    # A document always has an id and a title: where they are left empty, nothing is said of them.
    fields = tuple(key for key in lines if key in _FIELDS and (values[key] or key not in ("id", "title")))
    return Description(file, fields, info, confirmed, info.sha256)
