"""Words that ask nothing of the documents: a greeting, thanks, or too little to go on."""

from enum import StrEnum

from assistant.question.follow_up import subject_words
from assistant.question.patterns import any_of


class Courtesy(StrEnum):
    """What was said instead of a question."""

    GREETING = "greeting"
    THANKS = "thanks"
    TOO_VAGUE = "too_vague"


_GREETING = any_of(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hiya|greetings)(?: there| all)?[\s!.,]*$"
)
_THANKS = any_of(
    r"^(?:(?:ok|okay|great|perfect)[\s,]*)?"
    r"(?:thanks?(?: you)?|many thanks|cheers|ta|that(?:'s| is) (?:all|great|helpful))(?:\b[^?]{0,40})?$",
    r"^(?:bye|goodbye|see you)[\s!.]*$",
)


def courtesy_of(question: str, is_first: bool) -> Courtesy | None:
    """The courtesy that *question* is, or None; as a first turn, one without a subject is too vague."""
    if _GREETING.search(question):
        return Courtesy.GREETING
    if _THANKS.search(question):
        return Courtesy.THANKS
    return Courtesy.TOO_VAGUE if is_first and not subject_words(question) else None
