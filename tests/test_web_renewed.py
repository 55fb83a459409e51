"""A chat that goes on while its index is replaced: whole answers, from the old generation or the new one."""

import shutil
import threading
import time
from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.errors import IndexUnreadable
from assistant.settings import Settings
from assistant.types import Answer, Conversation, Turn
from assistant.web.renewed import Renewed
from tests.allotment import quietly, settings_in
from tests.fake_assistant import FakeAssistant


class Opened(FakeAssistant):
    """The scripted assistant of one generation, which says it and must not be asked once it is closed."""

    closed = False
    pause = 0.0

    def ask(self, question: str, turns: Conversation = ()) -> Answer:
        """Answer slowly, in the name of this generation."""
        assert not self.closed
        answer = super().ask(question, turns)
        time.sleep(self.pause)
        assert not self.closed
        return Answer(question, answer.status, answer.text, generation=self.generation)

    def close(self) -> None:
        """Be asked no more."""
        assert not self.closed
        self.closed = True


def publish(index: Path, name: str) -> None:
    """Make a generation of this name the live one."""
    (index / name).mkdir(parents=True)
    (index / "current").write_text(name, encoding="utf-8")


class Opener:
    """Opens the scripted assistant for whatever is live; those that it gave are kept."""

    def __init__(self) -> None:
        self.given: list[Opened] = []
        self.broken = ""

    def __call__(self, settings: Settings) -> Opened:
        """Open what is live, unless it is the broken one."""
        name = (settings.index / "current").read_text(encoding="utf-8")
        if name == self.broken:
            raise IndexUnreadable("It is broken.")
        self.given.append(Opened(generation=name))
        return self.given[-1]


def test_a_new_generation_takes_over(settings: Settings) -> None:
    """Once another generation is live, everything comes from it, and the old one is closed."""
    publish(settings.index, "gen-1")
    opener = Opener()
    renewed = Renewed(settings, opener)
    assert renewed.ask("open?").generation == "gen-1"
    renewed.look()
    assert len(opener.given) == 1
    publish(settings.index, "gen-2")

    renewed.look()

    assert renewed.generation == renewed.ask("open?").generation == "gen-2"
    assert [opened.closed for opened in opener.given] == [True, False]
    assert len(renewed.documents()) == 1
    assert len(renewed.catalogue()) == 3
    assert renewed.examples == opener.given[1].examples


def test_it_looks_by_itself(settings: Settings) -> None:
    """While it is entered nobody has to tell it that another generation is live."""
    publish(settings.index, "gen-1")
    with Renewed(settings, Opener()) as renewed:
        publish(settings.index, "gen-2")
        deadline = time.monotonic() + 10
        while renewed.generation != "gen-2" and time.monotonic() < deadline:
            time.sleep(0.05)

        assert renewed.generation == "gen-2"


def test_a_generation_that_cannot_be_opened_is_left(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """The old one answers on where the new one is damaged or the index is gone, and the log says so once."""
    publish(settings.index, "gen-1")
    opener = Opener()
    renewed = Renewed(settings, opener)
    opener.broken = "gen-2"
    publish(settings.index, "gen-2")
    for _ in range(3):
        renewed.look()
    (settings.index / "current").unlink()
    renewed.look()

    assert renewed.ask("open?").generation == "gen-1"
    assert [record.getMessage() for record in caplog.records] == ["The new index is not used: It is broken."]
    publish(settings.index, "gen-3")
    renewed.look()
    assert renewed.generation == "gen-3"


def test_a_generation_in_use_is_not_closed(settings: Settings) -> None:
    """Questions that are being answered while generations change are answered, each by one of them."""
    publish(settings.index, "gen-0")
    opener = Opener()
    renewed = Renewed(settings, opener)
    answers: list[str] = []

    def ask() -> None:
        for _ in range(20):
            answers.append(renewed.ask("open?").generation)

    for opened in opener.given:
        opened.pause = 0.005
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(1, 4):
        publish(settings.index, f"gen-{number}")
        renewed.look()
        opener.given[-1].pause = 0.005
        time.sleep(0.02)
    for thread in threads:
        thread.join()

    assert len(answers) == 80
    assert {"gen-0", "gen-3"} <= set(answers)
    assert [opened.closed for opened in opener.given] == [True, True, True, False]


def test_a_generation_is_open_until_its_answer_is_whole(settings: Settings) -> None:
    """While an answer grows its generation is not closed, and it is once nobody listens any longer."""
    publish(settings.index, "gen-1")
    opener = Opener()
    renewed = Renewed(settings, opener)
    growing = renewed.answers("open?")
    next(growing)
    publish(settings.index, "gen-2")
    renewed.look()

    assert not opener.given[0].closed
    growing.close()
    assert opener.given[0].closed


def test_a_conversation_goes_on_in_one_generation(settings: Settings) -> None:
    """Turns that an older generation answered are asked again before the next, those of this one are not."""
    publish(settings.index, "gen-1")
    opener = Opener()
    renewed = Renewed(settings, opener)
    turns = [Turn("open?", renewed.ask("open?"))]
    turns.append(Turn("late?", renewed.ask("late?", turns)))
    publish(settings.index, "gen-2")
    renewed.look()

    turns.append(Turn("why?", renewed.ask("why?", turns)))
    new = turns[-1:]
    renewed.ask("who?", new)

    assert opener.given[1].asked == [
        ("open?", ()),
        ("late?", ("open?",)),
        ("why?", ("open?", "late?")),
        ("who?", ("why?",)),
    ]


def test_a_withdrawn_document_leaves_a_running_chat(allotment: Path, tmp_path: Path) -> None:
    """Who asks during an ingest gets whole answers, of one generation each, and at last of the new one."""
    shutil.copytree(allotment, tmp_path, dirs_exist_ok=True)
    settings = settings_in(tmp_path)
    renewed = Renewed(settings, Assistant.open)
    question, done = "How high may a shed be?", threading.Event()
    answers = [renewed.ask(question)]

    def ask() -> None:
        while not done.is_set():
            answers.append(renewed.ask(question))

    asking = threading.Thread(target=ask)
    asking.start()
    (settings.corpus / "rules-2019.md").unlink()
    quietly(settings)
    renewed.look()
    again = renewed.ask("And the hens?", [Turn(question, answers[0])])
    done.set()
    asking.join()
    answers += [renewed.ask(question), again]

    by_generation: dict[str, set[bool]] = {}
    for answer in answers:
        found = {citation.passage.document for citation in (*answer.citations, *answer.nearest)}
        by_generation.setdefault(answer.generation, set()).add("rules-2019" in found)
    assert by_generation == {answers[0].generation: {True}, renewed.generation: {False}}
    renewed.close()
