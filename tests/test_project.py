"""Promises about the code as a whole: what may import what, and what may not stand in it."""

import ast
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assistant.settings import ROOT

# One way: a module imports from its own stage and from those before it.
STAGES = (
    ("errors", "settings", "terms", "types", "answering"),
    ("reading",),
    ("pieces",),
    ("passages",),
    ("index",),
    ("question",),
    ("retrieve",),
    ("reader",),
    ("answer",),
    ("check", "compare"),
    ("suggest", "catalogue", "fact_sheet", "feedback"),
    ("readings", "proof"),
    ("model",),
    ("chain",),
    ("render",),
    ("calls",),
    ("web", "mcp_server"),
    ("cli",),
)
# A framework's types stay in the one place that exists to talk to it.
HOMES: dict[str, str | tuple[str, ...]] = {
    "chromadb": "assistant/index/vectors.py",
    "langchain_chroma": "assistant/index/vectors.py",
    "gradio": "assistant/web/",
    "sentence_transformers": ("assistant/index/model.py", "assistant/reader/hub.py"),
    "transformers": "assistant/index/model.py",
    "torch": ("assistant/index/model.py", "assistant/reader/hub.py"),
    "mcp": "assistant/mcp_server.py",
    "pypdfium2": "assistant/reading/pdf/extract.py",
    "langchain": "assistant/model/provider.py",
    "onnxruntime": ("assistant/index/encoder.py", "assistant/reader/model.py"),
}
EXECUTES_DATA = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "langchain_core.load"}
EXECUTES_TEXT = {
    "eval",
    "exec",
    "compile",
    "__import__",
    "load_prompt",
    "os.system",
    "yaml.load",
    "torch.load",
}
DANGEROUS_OPTIONS = {"allow_pickle", "trust_remote_code", "shell"}
DEFINITIONS = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign)
# Written in two halves, so that this file does not name them either.
MACHINES_AND_REGISTRIES = (
    "/wor" + "k/",
    "/roo" + "t/",
    "/op" + "t/",
    "pypi" + ".org",
    "pythonhosted" + ".org",
)


@cache
def _modules() -> dict[str, ast.Module]:
    """Path from the root → syntax tree, for every module of the assistant."""
    paths = sorted((ROOT / "assistant").rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def _imports() -> Iterator[tuple[str, str]]:
    """Every import of every module, as the module's path and the dotted name."""
    for path, tree in _modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from ((path, f"{node.module}.{alias.name}") for alias in node.names)


def _stage(part: str) -> int:
    found = [number for number, names in enumerate(STAGES) if part in names]
    assert found, f"assistant.{part} has no place among the STAGES yet"
    return found[0]


def test_imports_go_one_way() -> None:
    """A stage imports from itself and from earlier stages only."""
    late = [
        f"{path} imports {name}"
        for path, name in _imports()
        if name.startswith("assistant.") and path != "assistant/__init__.py"
        if _stage(name.split(".")[1]) > _stage(Path(path).parts[1].removesuffix(".py"))
    ]

    assert late == []


def test_the_assistant_knows_nothing_of_what_uses_it() -> None:
    """No module of the assistant imports the evaluation, the bench, the tests or the ingest command."""
    users = {"eval", "bench", "tests", "ingest"}

    assert [f"{path} imports {name}" for path, name in _imports() if name.split(".")[0] in users] == []


def test_a_framework_stays_in_its_place() -> None:
    """Chroma, Gradio and the encoder's libraries are imported only where they are meant to be."""
    strays = [
        f"{path} imports {name}"
        for path, name in _imports()
        if not path.startswith(HOMES.get(name.split(".")[0], "assistant/"))
    ]

    assert strays == []


def test_nothing_executes_data() -> None:
    """There is no pickle, eval, exec or LangChain deserialising, and no model code from elsewhere."""
    found = [
        f"{path} imports {name}"
        for path, name in _imports()
        if any(f"{name}.".startswith(f"{module}.") for module in EXECUTES_DATA)
    ]
    for path, tree in _modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in EXECUTES_TEXT:
                found.append(f"{path}: {ast.unparse(node)}")
            if isinstance(node, ast.keyword) and node.arg in DANGEROUS_OPTIONS:
                found += [f"{path}: {ast.unparse(node)}"] if ast.unparse(node.value) != "False" else []

    assert found == []


def _acts(node: ast.stmt) -> bool:
    if isinstance(node, ast.If):
        return ast.unparse(node.test) not in ("TYPE_CHECKING", "__name__ == '__main__'")
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    return not isinstance(node, (*DEFINITIONS, ast.AnnAssign))


def test_importing_does_nothing() -> None:
    """At the top of a module stand imports, definitions and constants, and nothing that acts."""
    acts = [
        f"{path}: {ast.unparse(node)}"
        for path, tree in _modules().items()
        for node in tree.body
        if _acts(node)
    ]

    assert acts == []


def test_the_answering_path_starts_light() -> None:
    """Importing the chain and the command line loads no model library, no Chroma and no Gradio."""
    encoders = {"onnx", "onnxruntime", "sentence_transformers", "torch", "transformers"}
    heavy = encoders | {"chromadb", "gradio", "langchain", "assistant.model"}
    code = f"import sys, assistant.chain, assistant.cli; print({heavy} & set(sys.modules))"

    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (run.stdout.strip(), run.stderr) == ("set()", "")


def _public(node: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _public(child)
        elif isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not child.name.startswith("_"):
            yield child


def _is_typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    typed = all(argument.annotation or argument.arg in ("self", "cls") for argument in arguments)
    return typed and function.returns is not None


def test_public_functions_say_what_they_promise() -> None:
    """Every module and public function has a docstring, and types for all that it takes and gives."""
    silent = [path for path, tree in _modules().items() if not ast.get_docstring(tree)]
    for path, tree in _modules().items():
        for function in _public(tree):
            if not ast.get_docstring(function) or not _is_typed(function):
                silent.append(f"{path}: {function.name}")

    assert silent == []


def _tracked() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    return [ROOT / os.fsdecode(name) for name in listed.split(b"\0") if name]


def test_no_machine_and_no_registry_is_named() -> None:
    """No tracked file names a folder of somebody's machine or the host of a package registry."""
    told = re.compile("|".join(r"(?<![\w.])" + re.escape(name) for name in MACHINES_AND_REGISTRIES))
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in _tracked() if path.is_file()}

    assert [path for path, text in texts.items() if told.search(text)] == []


def test_nothing_leaves_this_machine() -> None:
    """What would reach beyond this machine fails, here and in the processes that a test starts."""
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)"

    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert "nothing may leave this machine" in child.stderr
    with pytest.raises(AssertionError, match="nothing may leave"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(AssertionError, match="nothing may leave"):
        socket.getaddrinfo("example.org", 80)


def test_ci_runs_what_a_developer_runs() -> None:
    """`.ci/run` can be executed and comes down to `make test`."""
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").splitlines()[-1] == "make test"
