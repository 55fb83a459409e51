"""Words that ask nothing of the documents: a greeting, thanks, or too little to go on."""

import re
from enum import StrEnum

from assistant.question.follow_up import subject_words


class Courtesy(StrEnum):
    """What was said instead of a question."""

    GREETING = "greeting"
    THANKS = "thanks"
    TOO_VAGUE = "too_vague"


_GREETING = re.compile(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hiya|greetings)(?: there| all)?[\s!.,]*$", re.I
)
_THANKS = re.compile(
    r"^(?:ok(?:ay)?[\s,]*|great[\s,]*|perfect[\s,]*)?(?:thanks?(?: you)?|many thanks|cheers|ta|that(?:'s| is) (?:all|great|helpful))"
    r"(?:\b[^?]{0,40})?$|^(?:bye|goodbye|see you)[\s!.]*$",
    re.I,
)


def courtesy_of(question: str, is_first: bool) -> Courtesy | None:
    """The courtesy that *question* is, or None for a question; one without a subject is vague as a first turn."""
    if _GREETING.search(question):
        return Courtesy.GREETING
    if _THANKS.search(question):
        return Courtesy.THANKS
    return Courtesy.TOO_VAGUE if is_first and not subject_words(question) else None
