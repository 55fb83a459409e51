"""The fixed phrases that tell a reader what a language model had to do with an answer."""

from assistant.types import ModelOutcome

WORDED = "A language model put this into words. Each sentence was checked against the passages that it names."
WORDING = "A language model is putting this into words. Each sentence is checked first, and more may come."
READ = "A language model put your question this way. It adds nothing that was not asked before."
PLAIN = "This is the plain version: {why}."
_SAID = {ModelOutcome.WORDED: WORDED, ModelOutcome.WORDING: WORDING, ModelOutcome.READ: READ}
_WHY = {
    ModelOutcome.DROPPED: "what the language model wrote could not be proven by the passages",
    ModelOutcome.DECLINED: "the language model did not find the answer in the passages",
    ModelOutcome.UNREADABLE: "what the language model wrote could not be read",
    ModelOutcome.SLOW: "the language model was too slow",
    ModelOutcome.UNAVAILABLE: "the language model could not be reached",
}


def note_for(outcome: ModelOutcome) -> str:
    """One sentence that says whether a model worded the answer, and why not."""
    return _SAID.get(outcome) or PLAIN.format(why=_WHY[outcome])
