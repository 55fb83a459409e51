"""One visitor's conversation, kept on the server for as long as their page is open."""

from dataclasses import dataclass

from assistant.render import answer_html, passages_html, question_html
from assistant.types import Turn
from assistant.web.plain import SOURCES

# A long conversation stays as quick as a short one: older turns leave the page.
KEPT_TURNS = 20


@dataclass(frozen=True, slots=True)
class Talk:
    """The turns still shown, and the number of the first of them."""

    turns: tuple[Turn, ...] = ()
    first: int = 1

    def after(self, turn: Turn) -> "Talk":
        """Give the conversation with one more turn."""
        turns = (*self.turns, turn)
        dropped = max(0, len(turns) - KEPT_TURNS)
        return Talk(turns[dropped:], self.first + dropped)

    def taken_back(self) -> tuple["Talk", str]:
        """Give the conversation without its last turn, and that turn's question; "" where there is none."""
        last = self.turns[-1:]
        return Talk(self.turns[:-1], self.first), "".join(turn.question for turn in last)

    def messages(self) -> list[dict[str, str]]:
        """Give the chat's messages; all of their text is escaped."""
        shown = []
        for number, turn in enumerate(self.turns, self.first):
            shown.append({"role": "user", "content": question_html(turn.question)})
            shown.append({"role": "assistant", "content": answer_html(turn.answer, f"t{number}")})
        return shown

    def passages(self) -> str:
        """Show the passages of the latest answer, and those of earlier answers folded away below it."""
        if not self.turns:
            return '<p class="quiet">The passages that prove an answer appear here.</p>'
        numbered = list(enumerate(self.turns, self.first))
        number, latest = numbered.pop()
        shown = passages_html(latest.answer, f"t{number}", SOURCES)
        shown = shown or '<p class="quiet">This answer quotes no passage.</p>'
        return shown + "".join(_folded(number, turn) for number, turn in reversed(numbered))


def _folded(number: int, turn: Turn) -> str:
    passages = passages_html(turn.answer, f"t{number}", SOURCES)
    if not passages:
        return ""
    return f"<details><summary>Earlier: {question_html(turn.question)}</summary>{passages}</details>"
