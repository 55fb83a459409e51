"""The messages with their routes: read strictly, measured by class; no evaluation question is signposted."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from assistant.index.generation import Generation
from assistant.question.needs import Router
from assistant.question.route import Route
from eval.claim_set import load_claims
from eval.messages import load_messages, send
from eval.ordinary import load_ordinary
from eval.questions import EvaluationError, Question, Split, load, load_practice
from eval.rewriting import Rewriting, rewritten
from eval.run import Options, route_messages

REAL = Options()
MESSAGES = [
    {"id": "a", "turns": ["someone stole my rake"], "route": "report_crime"},
    {"id": "b", "turns": ["the rake is gone and I am cross"], "route": "report_crime"},
    {"id": "c", "turns": ["How many rakes were stolen?"], "route": "none"},
    {"id": "d", "turns": ["I want to report a rake thief"], "route": "none", "also": ["report_crime"]},
]


def written(folder: Path, *entries: object, name: str = "tune") -> Path:
    """A folder with these messages in one half, and none in the other; JSON is YAML too."""
    folder.mkdir(exist_ok=True)
    (folder / "held.yaml").write_text("[]", encoding="utf-8")
    (folder / f"{name}.yaml").write_text(json.dumps(entries), encoding="utf-8")
    if name == "held":
        (folder / "tune.yaml").write_text("[]", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def router(allotment: Path) -> Router:
    """What sends messages, with the encoder that ships."""
    generation = Generation.open(allotment / "index")
    return Router(generation.encode, generation.encoder_sha256)


def signposted(questions: tuple[Question, ...], router: Router) -> list[str]:
    """The ids of those questions of which some turn would be signposted."""
    return [
        question.id
        for question in questions
        if any(router.route_of(turn, question.turns[:place]) for place, turn in enumerate(question.turns))
    ]


@pytest.mark.parametrize("split", [Split.TUNE, Split.HELD])
def test_no_evaluation_question_is_signposted(split: Split, router: Router) -> None:
    """Every question of the evaluation goes to the documents, as written and in each rewriting."""
    questions, ordinary = load(REAL.questions, {split}), load_ordinary(REAL.questions)
    anew = (rewritten(question, how, ordinary) for how in Rewriting for question in questions)

    assert signposted(questions, router) == []
    assert signposted(tuple(filter(None, anew)), router) == []


def test_no_claim_is_signposted(router: Router) -> None:
    """Every claim of the evaluation, and every practice one, is checked where somebody in need is helped."""
    claims = [marked.claim for marked in load_claims(REAL.claims, list(Split))]

    assert len(claims) > 300
    assert [claim for claim in claims if router.route_of(claim, ())] == []


def test_no_practice_question_is_signposted(router: Router) -> None:
    """Every practice question goes to the documents."""
    assert signposted(load_practice(REAL.practice), router) == []


def test_the_real_messages_are_enough_and_half_are_look_alikes() -> None:
    """There are at least 150 messages, every route in both halves, and half of them are look-alikes."""
    messages = load_messages(REAL.messages)

    assert len(messages) >= 150
    assert sum(message.route is None for message in messages) >= len(messages) / 2
    for split in (Split.TUNE, Split.HELD):
        assert {message.route for message in messages if message.split is split} == {None, *Route}


def test_precision_and_recall_are_of_what_was_sent_and_due(tmp_path: Path, router: Router) -> None:
    """Of two that were sent both were right to be, and of two that should be one was."""
    routing = send(load_messages(written(tmp_path / "messages", *MESSAGES)), router)[Split.TUNE]

    assert str(routing.precision(Route.REPORT_CRIME)).split()[0] == "2/2"
    assert str(routing.rate("recall_report_crime")).split()[0] == "1/2"
    assert str(routing.rate("recall+left_alone")).split()[0] == "3/4"
    assert str(routing.rate("told_of_help")).split()[0] == "2/2"
    with pytest.raises(KeyError):
        routing.rate("kindness")


@pytest.mark.parametrize(("name", "told"), [("tune", True), ("held", False)])
def test_a_miss_is_told_of_the_tuning_half_only(
    tmp_path: Path, allotment: Path, name: str, told: bool
) -> None:
    """What was sent wrongly is printed, but never of the held half; a recall below its floor ends with 1."""
    (tmp_path / "floors.toml").write_text(f"[messages-{name}]\nrecall = 0.9\n", encoding="utf-8")
    paper = StringIO()
    options = Options(
        index=allotment / "index",
        messages=written(tmp_path / "messages", *MESSAGES, name=name),
        thresholds=tmp_path / "floors.toml",
        out=tmp_path / "out",
    )

    assert route_messages(options, Console(file=paper, width=200)) == 1
    assert ("the rake is gone" in paper.getvalue()) is told
    assert f"messages-{name}: recall 50.0%" in paper.getvalue()
    assert json.loads((tmp_path / "out" / "messages.json").read_text("utf-8"))["passed"] is False


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [
        ({"id": "a", "turns": ["x"], "route": "kindness"}, "unknown route 'kindness'"),
        ({"id": "a", "turns": [], "route": "none"}, "turns is a list"),
        ({"id": "a", "turns": ["x"], "route": "none", "also": "danger"}, "also is a list"),
        ({"id": "a", "turns": ["x"], "route": "none", "mood": "low"}, "is not a message"),
        ("help", "is not a message"),
    ],
)
def test_a_message_out_of_order_is_one_sentence(tmp_path: Path, entry: object, complaint: str) -> None:
    """What is wrong with a message is said with its id or its place."""
    with pytest.raises(EvaluationError, match=complaint):
        load_messages(written(tmp_path / "messages", entry))


def test_ids_are_used_once(tmp_path: Path) -> None:
    """The same id in two places is a mistake, and so is a set of no messages."""
    with pytest.raises(EvaluationError, match="more than once: a"):
        load_messages(written(tmp_path / "messages", MESSAGES[0], MESSAGES[0]))
    with pytest.raises(EvaluationError, match="There are no messages"):
        load_messages(written(tmp_path / "none"))
