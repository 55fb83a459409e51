"""Reading the evaluation questions, and checking them against the editions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.types import Status
from eval.check import problems
from eval.documents import Edition
from eval.questions import EvaluationError, Question, Split, load, require_known

RENT = """
- id: rent
  category: facts
  turns: ["What is the rent?"]
  must: [["£30"]]
  forbidden: ["£25"]
  documents: [rules-2020]
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes question files into one folder and returns it."""

    def files(**texts: str) -> Path:
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return files


def test_a_question_is_read_with_its_defaults(write: Write) -> None:
    """What is left out has the value that the field table tells."""
    (question,) = load(write(tune=RENT))

    assert question == Question(
        id="rent",
        split=Split.TUNE,
        category=question.category,
        turns=("What is the rent?",),
        must=(("£30",),),
        forbidden=("£25",),
        documents=("rules-2020",),
        status=frozenset({Status.ANSWERED, Status.PARTIAL}),
        limit=120,
    )
    assert question.answerable


def test_lists_may_be_longer_and_neighbours_are_refused(write: Write) -> None:
    """Limit and statuses that are left out depend on the category."""
    list_of = RENT.replace("facts", "lists").replace("id: rent", "id: list")
    neighbour = "\n- {id: leeds, category: neighbour, turns: ['And in Leeds?']}\n"
    refused, lists = load(write(tune=list_of, held=neighbour))

    assert lists.limit == 220
    assert Status.NOT_IN_DOCUMENTS in refused.status
    assert not refused.answerable


def test_only_the_chosen_half_is_read(write: Write) -> None:
    """The held half is not even opened when only the other is asked."""
    folder = write(tune=RENT, held="[not yaml")

    assert [question.id for question in load(folder, [Split.TUNE])] == ["rent"]


@pytest.mark.parametrize(
    ("tune", "words"),
    [
        ("", "not a list of questions"),
        ("[]", "no questions to ask"),
        ("- id: [", "tune.yaml is not readable YAML near line 1: "),
        ("- category: facts", "entry 1 has no id"),
        (RENT + RENT, "used more than once: rent"),
        (RENT.replace("facts", "weather"), "unknown category 'weather'"),
        (RENT + "  status: [maybe]", "unknown status 'maybe'"),
        (RENT + "  status: []", "status is empty"),
        (RENT + "  colour: red", "unknown field 'colour'"),
        (RENT + "  limit: many", "limit is a number of words"),
        (RENT.replace('[["£30"]]', '["£30"]'), "list of groups"),
        (RENT.replace('[["£30"]]', "[[30]]"), "30 is not a string"),
        (RENT.replace('[["£30"]]', "[]"), "must is empty"),
        (RENT.replace('["What is the rent?"]', "[]"), "turns is empty"),
        (RENT.replace("facts", "neighbour") + "  status: [answered]", "cannot be right when answered"),
    ],
)
def test_a_file_out_of_order_is_told_in_one_sentence(write: Write, tune: str, words: str) -> None:
    """Whatever is wrong with a file stops the run with a sentence that names it."""
    with pytest.raises(EvaluationError, match=words) as caught:
        load(write(tune=tune))

    assert "\n" not in str(caught.value)


def test_an_id_used_in_both_halves_is_refused(write: Write) -> None:
    """Ids are unique over all files."""
    with pytest.raises(EvaluationError, match="more than once"):
        load(write(tune=RENT, held=RENT))


def test_a_file_in_no_half_is_refused(write: Write) -> None:
    """A question file's name says which half it is in."""
    with pytest.raises(EvaluationError, match="in no split"):
        load(write(more=RENT))


def test_a_folder_without_files_is_an_empty_set(tmp_path: Path) -> None:
    """An empty set is an error, never a success."""
    with pytest.raises(EvaluationError, match="no questions"):
        load(tmp_path / "nowhere")


def test_an_unknown_document_is_refused(write: Write) -> None:
    """A question can only accept documents that exist."""
    questions = load(write(tune=RENT))
    require_known(questions, ["rules-2020"])

    with pytest.raises(EvaluationError, match="rent: there is no document 'rules-2020'"):
        require_known(questions, ["rules-2021"])


def test_the_check_finds_what_no_document_says(write: Write) -> None:
    """A string that stands in no acceptable document is told, unless the answer has to be worked out."""
    derived = RENT.replace("id: rent", "id: derived") + "  derived: true\n"
    questions = load(write(tune=RENT + derived))
    said = Edition("rules-2020", "", "The rent is £30² a year.")
    unsaid = Edition("rules-2020", "", "The rent is £300 a year.")

    assert not [p for p in problems(questions, {"rules-2020": said}) if "rent" in p]
    assert [p for p in problems(questions, {"rules-2020": unsaid}) if ":" in p] == [
        "rent: group 1 of must stands in no acceptable document."
    ]


def test_the_check_finds_what_is_asked_for_and_forbidden(write: Write) -> None:
    """A question that no answer can satisfy is told."""
    questions = load(write(tune=RENT.replace("£25", "30")))
    said = Edition("rules-2020", "", "The rent is £30.")

    assert "rent: group 1 of must is forbidden too." in problems(questions, {"rules-2020": said})


def test_the_check_counts(write: Write) -> None:
    """Too few questions, too few neighbours and uneven halves are told."""
    many = "".join(RENT.replace("id: rent", f"id: rent-{number}") for number in range(3))
    found = problems(load(write(tune=many)), {"rules-2020": Edition("rules-2020", "", "£30")})

    assert found == [
        "There are 3 questions, fewer than 150.",
        "There are 0 neighbour questions, fewer than 25.",
        "facts has 3 questions to tune with and 0 held back.",
    ]
