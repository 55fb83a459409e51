"""What programs may call, whichever way they reach it: ask, check, compare and search, all with sources."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import ParamSpec, TypeVar

from assistant.answering import Answering
from assistant.errors import AssistantError, QuestionInvalid
from assistant.render.comparison import ComparisonData, comparison_to_json
from assistant.render.data import (
    AnswerData,
    CheckData,
    PassageData,
    check_to_json,
    passage_json,
    to_json,
)

MOST_TURNS, MOST_PASSAGES = 20, 50

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


class Calls:
    """The four calls; their docstrings are what a program is told of them."""

    def __init__(self, assistant: Answering) -> None:
        self._assistant = assistant

    def ask(self, question: str, earlier: Sequence[str] = ()) -> AnswerData:
        """Answer a question from the documents, in their own words, with a proven citation of every quote.

        `earlier` are the questions asked before it, oldest first, so that a follow-up is understood. A status
        other than "answered" or "partial" is no answer: it says why, and what could be asked.
        """
        if len(earlier) >= MOST_TURNS:
            raise QuestionInvalid(f"A conversation has at most {MOST_TURNS} questions. Please send fewer.")
        return to_json(self._assistant.ask(question, self._assistant.recall(earlier)))

    def check(self, claim: str) -> CheckData:
        """Say whether the documents support or contradict one statement or are silent, with the quotes."""
        return check_to_json(self._assistant.check_claim(claim))

    def compare(self, topic: str) -> ComparisonData:
        """Follow a topic through the documents, the oldest first, and say what became of its lists.

        For example "priorities" or "road safety". Two things are set side by side by asking: "Compare the fee
        in 2015 with the fee in 2018".
        """
        return comparison_to_json(self._assistant.compare(topic))

    def search(self, question: str, n: int = 8) -> list[PassageData]:
        """Find the 1 to 50 passages nearest to a question, best first, without an answer made of them."""
        if not 1 <= n <= MOST_PASSAGES:
            raise QuestionInvalid(f"Please ask for 1 to {MOST_PASSAGES} passages.")
        return [passage_json(found) for found in self._assistant.retrieve(question, n=n)]


def telling(call: Callable[Asked, Given], as_error: Callable[[str], Exception]) -> Callable[Asked, Given]:
    """The same call, which tells what it cannot use in the kind of error that its caller is shown."""

    @wraps(call)
    def tell(*args: Asked.args, **kwargs: Asked.kwargs) -> Given:
        try:
            return call(*args, **kwargs)
        except AssistantError as problem:
            raise as_error(str(problem)) from problem

    return tell
