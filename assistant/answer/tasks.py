"""Whose tasks are asked for and told: those of a post, and not those that its neighbour has."""

from assistant.answer.evidence import SAID_NEAR, Evidence, credited
from assistant.answer.lists import list_of
from assistant.question.kinds import A_POST, POST
from assistant.question.patterns import any_of
from assistant.question.query import Query
from assistant.terms import content_stems, normalise

_TASKS = r"(?:roles?|jobs?|dut(?:y|ies)|responsibilit(?:y|ies)|powers?|functions?|tasks?)"
_THE = r"(?:the|our|your|their)"
_POST = rf"(?:[\w-]+ ){{0,3}}?(?!officer){A_POST}"
_ASKED = any_of(
    rf"\b{_TASKS} (?:of|for) {_THE} (?P<of>{_POST})\b",
    rf"\b{_THE} (?P<whose>{_POST})['’]s? (?:[\w-]+ )?{_TASKS}\b",
    rf"\b{_TASKS} (?:does|do|did|has|have) {_THE} (?P<has>{_POST}) (?:have|got)\b",
    rf"\bwhat (?:is|are|was|were) {_THE} (?P<is>{_POST}) (?:responsible|accountable) for\W*$",
)
_MINE = any_of(
    rf"\bmy (?:[\w-]+ )?{_TASKS}\b", r"\bI (?:am|was) (?:\w+ )?(?:responsible|required|accountable)\b"
)
_ITS = any_of(rf"\b{_THE} (?P<whose>(?:[\w-]+ ){{1,4}}?)(?:has|have) (?:[\w-]+ ){{0,4}}?{_TASKS}\b")
_TOLD = any_of(_TASKS, r"\b(?:responsible|required|accountable|must|shall)\b")
_HOLDS = any_of(rf"\b{POST}\b")


def tells_no_task_of_it(query: Query, found: Evidence) -> bool:
    """True where *query* asks for the tasks of a post, and *found* tells those of another, or lists none."""
    asked = _ASKED.search(normalise(query.text))
    if not asked:
        return False
    post = content_stems(next(filter(None, asked.groups())))
    told = f"{found.lead_in} {found.text}"
    if list_of(found) and not _TOLD.search(told):
        return True
    if any(term.stem in post and given < SAID_NEAR for term, given in credited(query, found)):
        return True
    author = normalise(found.document.info.author)
    owners = [content_stems(match["whose"]) for match in _ITS.finditer(normalise(told))]
    if _MINE.search(told) and _HOLDS.search(author):
        owners.append(content_stems(author))
    return bool(owners) and not any(post <= owner for owner in owners)


def lists_its_tasks(query: Query, found: Evidence) -> bool:
    """True where *query* asks for the tasks of a post, and *found* is of a list that is introduced as its."""
    if not _ASKED.search(normalise(query.text)) or not list_of(found) or not _TOLD.search(found.lead_in):
        return False
    return not tells_no_task_of_it(query, found)
