"""Words that say the same in a statement, though they are others: "judged the best", "rated as best"."""

import re
from functools import lru_cache

from assistant.question.patterns import whole
from assistant.terms import normalise, stems

# A line holds words any of which may stand for another. They are of one time, since what is being developed
# has not been set up.
_SAME = """
rated, judged, deemed, ranked, graded
divided, organised, split
delivered, achieved, attained
set up, established, created, founded, formed, developed
works, operates, working, operating
allows, enables, lets
allow, enable, let
passed, transferred, handed
chosen, picked, selected
choose, pick, select
succeeded, successful
needs, requires
need, require
secured, obtained
uses, utilises
used, utilised
renewed, prolonged
believed, thought, estimated, reckoned
goes on, continues
go on, continue
backs, favours, advocates, supports, support
includes, include, composed of, comprises, consists of, made up of
western, west
eastern, east
northern, north
southern, south
"""
_GROUPS = tuple(
    tuple(re.compile(whole(form.strip()), re.IGNORECASE) for form in line.split(","))
    for line in _SAME.strip().splitlines()
)


def said_alike(claim: str, text: str) -> set[str]:
    """The stems of the words of *claim* (normalised) for which *text* has others that say the same."""
    said = _groups_of(claim)
    told = normalise(text) if said else ""
    return {root for group, roots in said for root in roots if any(form.search(told) for form in group)}


@lru_cache(maxsize=64)
def _groups_of(claim: str) -> tuple[tuple[tuple[re.Pattern[str], ...], frozenset[str]], ...]:
    """The groups with a word of *claim*, each with the stems of its words; kept for its many texts."""
    found = (
        (
            group,
            frozenset(
                root for form in group for match in form.finditer(claim) for root in stems(match.group())
            ),
        )
        for group in _GROUPS
    )
    return tuple((group, roots) for group, roots in found if roots)
