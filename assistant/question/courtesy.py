"""Words that ask nothing of the documents: a greeting, thanks, what this is, or too little to go on."""

import re
from enum import StrEnum

from assistant.question.follow_up import subject_words
from assistant.question.patterns import any_of


class Courtesy(StrEnum):
    """What was said instead of a question."""

    GREETING = "greeting"
    THANKS = "thanks"
    ABOUT_US = "about_us"
    TOO_VAGUE = "too_vague"


_GREETING = any_of(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hiya|greetings)(?: there| all)?[\s!.,]*$"
)
_THANKS = any_of(
    r"^(?:(?:ok|okay|great|perfect)[\s,]*)?"
    r"(?:thanks?(?: you)?|many thanks|cheers|ta|that(?:'s| is) (?:all|great|helpful))(?:\b[^?]{0,40})?$",
    r"^(?:bye|goodbye|see you)[\s!.]*$",
)
_ABOUT_US = any_of(
    r"^\W*(?:help|help me)[\s!.?]*$",
    r"^\W*(?:who|what) are you\b[\w\s]{0,20}\W*$",
    r"^\W*are you (?:an? )?(?:real|human|robot|bot|computer|person|chat ?bot|ai)\b[^.!?]{0,40}\W*$",
    r"^\W*what (?:can|do) you (?:do|know|answer)(?: for me| about)?\W*$",
    r"^\W*what (?:else )?can i ask(?: you)?(?: about)?\W*$",
    r"^\W*(?:what|which) (?:are your )?(?:documents|plans|reports|papers|sources)"
    r"(?: (?:are there|are here|do you (?:have|know|use|hold)|have you got|can i ask(?: you)? about))?\W*$",
    r"^\W*where do(?:es)? (?:you|your|the) [\w\s]{0,20}(?:answers?|information)[\w\s]{0,10} from\W*$",
)
_NAMES = re.compile(r"\S .*?\b[A-Z][a-z]+(?: [a-z]+)+ [A-Z][a-z]+")  # "Keep in the Know"
# Later in a conversation "this" is what was spoken of.
_ABOUT_THIS = any_of(
    r"^\W*what(?: is|'s|’s) this(?: (?:website|site|page|chat))?(?: for| about)?\W*$",
    r"^\W*how does this work\W*$",
)


def courtesy_of(question: str, is_first: bool) -> Courtesy | None:
    """The courtesy that *question* is, or None; as a first turn, one without a subject is too vague."""
    if _GREETING.search(question):
        return Courtesy.GREETING
    if _THANKS.search(question):
        return Courtesy.THANKS
    if _ABOUT_US.search(question) or (is_first and _ABOUT_THIS.search(question)):
        return Courtesy.ABOUT_US
    is_vague = is_first and not subject_words(question) and not _NAMES.search(question)
    return Courtesy.TOO_VAGUE if is_vague else None
