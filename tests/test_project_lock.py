"""requirements.lock pins everything that pyproject.toml asks for, directly and through others."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from assistant.settings import ROOT

PYTHONS = ("3.11", "3.12", "3.13")


@cache
def _lock() -> dict[str, tuple[str, str]]:
    """Package → its pinned version, and the marker under which it is wanted."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / "requirements.lock").read_text().splitlines())
    requirements = [Requirement(line) for line in lines if line]
    return {
        canonicalize_name(r.name): (str(r.specifier).removeprefix("=="), str(r.marker or ""))
        for r in requirements
    }


def _asked_for(python: str) -> Iterator[Requirement]:
    """Every requirement of the project and of all it leads to, as it stands on that version of Python."""
    environment = {name: str(value) for name, value in default_environment().items()}
    environment |= {"python_version": python, "python_full_version": f"{python}.0"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [
        Requirement(line) for line in (*project["dependencies"], *project["optional-dependencies"]["dev"])
    ]
    seen = set()
    while waiting:
        requirement = waiting.pop()
        yield requirement
        for extra in ("", *sorted(requirement.extras)):
            key = (canonicalize_name(requirement.name), extra)
            if key not in seen:
                seen.add(key)
                needs = map(Requirement, _needs(requirement.name))
                here = environment | {"extra": extra}
                waiting += [need for need in needs if not need.marker or need.marker.evaluate(here)]


def _needs(name: str) -> list[str]:
    try:
        return distribution(name).requires or []
    except PackageNotFoundError:
        return []  # wanted on another version of Python only


@pytest.mark.parametrize("python", PYTHONS)
def test_the_lock_pins_every_dependency(python: str) -> None:
    """Each requirement, direct or not, is pinned at a version that satisfies it."""
    unmet = [
        str(requirement)
        for requirement in _asked_for(python)
        if (pin := _lock().get(canonicalize_name(requirement.name))) is None
        or not requirement.specifier.contains(pin[0], prereleases=True)
    ]

    assert unmet == [], "run make lock"


def test_the_lock_names_versions_only() -> None:
    """Each line is a name and one exact version that any registry has: no address, path or local build."""
    for name, (pin, _) in _lock().items():
        assert Version(pin).local is None, name
    assert not re.search(r"^-|://|@ ", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)


def test_what_is_installed_is_what_is_locked() -> None:
    """The tests run with the very versions that the lock names."""
    installed = {name: version(name).partition("+")[0] for name, (_, marker) in _lock().items() if not marker}

    assert installed == {name: pin for name, (pin, marker) in _lock().items() if not marker}, "run make setup"
