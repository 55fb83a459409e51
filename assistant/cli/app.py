"""The commands and their options."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.cli import Opener
from assistant.errors import PaperInvalid, QuestionInvalid
from assistant.settings import Settings
from assistant.types import Status, Verdict

CorpusDir = Annotated[Path | None, typer.Option("--corpus", help="Folder of the documents.", metavar="DIR")]
IndexDir = Annotated[Path | None, typer.Option("--index", help="Folder of the index.", metavar="DIR")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the answer as one JSON object.")]
ListAsJson = Annotated[bool, typer.Option("--json", help="Print the list as one JSON object.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet.")]
Words = Annotated[list[str], typer.Argument(help="The question, or - to read it.", metavar="QUESTION")]
Statement = Annotated[
    list[str], typer.Argument(help="The claim, - to read it, or the file of a paper.", metavar="CLAIM|PAPER")
]
Topic = Annotated[list[str], typer.Argument(help="What to follow through the documents.", metavar="TOPIC")]
Reports = Annotated[
    list[Path] | None,
    typer.Option("--save", help="Write the report on a paper: .html, .csv or .json.", metavar="FILE"),
]
InFile = Annotated[
    Path, typer.Argument(help='Lines {"id", "turns": ["…"]} or {"id", "claim": "…"}.', metavar="IN.jsonl")
]
OutFile = Annotated[
    Path, typer.Argument(help='Lines {"id", "answer": {…}} or {"id", "check": {…}}.', metavar="OUT.jsonl")
]
Host = Annotated[str | None, typer.Option(help="Address to listen on.")]
Port = Annotated[int | None, typer.Option(help="Port to listen on.", min=0, max=65535)]


# 2, 3 and 4 are taken: what cannot be read, no index, and a disk that refuses.
_EXIT_CODES = {Verdict.SUPPORTED: 0, Verdict.CONTRADICTED: 1, Verdict.OUTDATED: 5, Verdict.NOT_FOUND: 6}


def build_app(opener: Opener) -> typer.Typer:
    """Make the command line around the function that opens the assistant."""
    app = typer.Typer(
        help="Ask public documents a question and get an answer with the passages that prove it.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    _add_asking(app, opener)
    _add_listing(app, opener)
    return app


def _add_asking(app: typer.Typer, opener: Opener) -> None:
    @app.command()
    def ask(
        question: Words, as_json: AsJson = False, corpus: CorpusDir = None, index: IndexDir = None
    ) -> None:
        """Answer one question."""
        from assistant.cli.show import show_answer

        settings = _settings(corpus=corpus, index=index)
        words = " ".join(question)
        answer = opener(settings).ask(_from_stdin(settings) if words == "-" else words)
        show_answer(answer, as_json=as_json)
        if answer.status is Status.INVALID:
            raise typer.Exit(QuestionInvalid.exit_code)

    @app.command()
    def check(
        claim: Statement,
        as_json: AsJson = False,
        save: Reports = None,
        corpus: CorpusDir = None,
        index: IndexDir = None,
    ) -> None:
        """Check a statement (exit code 0 supported, 1 contradicted, 5 outdated, 6 not found) or a paper.

        A paper ends with exit code 1 where something in it is contradicted, else with 0.
        """
        from assistant.cli.paper import check_paper, is_paper
        from assistant.cli.show import show_check

        settings = _settings(corpus=corpus, index=index)
        if is_paper(claim):
            paper = check_paper(opener(settings), Path(claim[0]), save or (), as_json=as_json)
            raise typer.Exit(_EXIT_CODES[Verdict.CONTRADICTED] * bool(paper.number_of(Verdict.CONTRADICTED)))
        if save:
            raise PaperInvalid("Only the report on a paper can be saved. Please name the file of one.")
        words = " ".join(claim)
        checked = opener(settings).check_claim(_from_stdin(settings) if words == "-" else words)
        show_check(checked, as_json=as_json)
        raise typer.Exit(_EXIT_CODES[checked.verdict])

    @app.command()
    def compare(
        topic: Topic, as_json: AsJson = False, corpus: CorpusDir = None, index: IndexDir = None
    ) -> None:
        """Follow a topic through the documents: what each says, and how its lists changed."""
        from assistant.cli.show import show_comparison

        assistant = opener(_settings(corpus=corpus, index=index))
        show_comparison(assistant.compare(" ".join(topic)), as_json=as_json)

    @app.command()
    def chat(corpus: CorpusDir = None, index: IndexDir = None) -> None:
        """Talk: each question may refer to the ones before it."""
        from assistant.cli.conversation import converse

        converse(opener(_settings(corpus=corpus, index=index)))

    @app.command()
    def batch(source: InFile, target: OutFile, corpus: CorpusDir = None, index: IndexDir = None) -> None:
        """Answer every line of a file of conversations, and check every claim in it."""
        from assistant.cli.batch import answer_file

        asked, problems = answer_file(opener(_settings(corpus=corpus, index=index)), source, target)
        if problems:
            has = "has" if problems == 1 else "have"
            typer.echo(
                f'{problems} of {asked} lines {has} an "error" instead of an answer in {target}.', err=True
            )
            raise typer.Exit(1)


def _add_listing(app: typer.Typer, opener: Opener) -> None:
    @app.command()
    def documents(as_json: ListAsJson = False, corpus: CorpusDir = None, index: IndexDir = None) -> None:
        """List the documents, and those that were withdrawn: dates, status, size and problems."""
        from assistant.cli.show import show_documents

        show_documents(opener(_settings(corpus=corpus, index=index)).catalogue(), as_json=as_json)

    @app.command()
    def figures(
        as_csv: AsCsv = False, as_json: ListAsJson = False, corpus: CorpusDir = None, index: IndexDir = None
    ) -> None:
        """List every figure of the documents: unit, years, what it measures, quote and page."""
        from assistant.cli.show import show_figures

        found = opener(_settings(corpus=corpus, index=index)).figures()
        show_figures(found, as_csv=as_csv, as_json=as_json)

    @app.command()
    def serve(host: Host = None, port: Port = None, corpus: CorpusDir = None, index: IndexDir = None) -> None:
        """Open the chat in a browser, bringing the index up to date first."""
        from assistant.cli.serving import serve_chat

        serve_chat(_settings(host=host, port=port, corpus=corpus, index=index), opener)

    @app.command()
    def mcp(corpus: CorpusDir = None, index: IndexDir = None) -> None:
        """Serve ask, check, compare and search as MCP tools, on standard input and output."""
        from assistant.mcp_server import mcp_server

        mcp_server(opener(_settings(corpus=corpus, index=index))).run()


def _settings(**chosen: object) -> Settings:
    return Settings().model_copy(update={key: value for key, value in chosen.items() if value is not None})


def _from_stdin(settings: Settings) -> str:
    # Enough to see that a question is too long, without reading a whole disk of it.
    raw = sys.stdin.buffer.read(settings.max_question_chars * 8)
    try:
        return raw.decode().strip()
    except UnicodeDecodeError as error:
        raise QuestionInvalid("The question is not UTF-8 text. Please save it as UTF-8.") from error
