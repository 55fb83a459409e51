"""Programs reach the same four calls by HTTP, gradio_client and MCP, and are told what they cannot use."""

import os
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from gradio_client import Client as GradioClient
from gradio_client.exceptions import AppError
from mcp import Client as McpClient

from assistant.calls import Calls
from assistant.errors import QuestionInvalid
from assistant.mcp_server import mcp_server
from assistant.settings import ROOT
from tests.chat_server import serving
from tests.fake_assistant import FakeAssistant

NAMES = {"ask", "check", "compare", "search"}
EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
OPENS = "The town library opens for 48 hours a week. [1]"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the scripted assistant; gives its address."""
    with serving() as address:
        yield address


def example(name: str) -> str:
    """The example of the guide that imports this library."""
    found = EXAMPLE.findall((ROOT / "docs" / "programs.md").read_text("utf-8"))
    (code,) = [code for code in found if re.search(rf"^(?:import|from) {name}\b", code, re.MULTILINE)]
    return str(code).replace("What are the priorities?", "How long is the library open?")


def printed(code: str) -> str:
    """What a program of this code prints."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ["PYTHONPATH"]])}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=environment, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("client", ["httpx", "gradio_client"])
def test_example_over_http_prints_an_answer(address: str, client: str) -> None:
    """The guide's program for this client, run as it stands, prints the answer."""
    assert f"answered {OPENS}" in printed(example(client).replace("http://127.0.0.1:7860", address))


def test_example_over_standard_input_prints_an_answer(allotment: Path) -> None:
    """The guide's program for MCP starts the server by its command, and prints the answer of a corpus."""
    start = ["-c", "from assistant.cli import main; main()", "mcp"]
    folders = ["--corpus", str(allotment / "corpus"), "--index", str(allotment / "index")]
    code = example("mcp").replace('".venv/bin/plan-assistant"', repr(sys.executable))
    code = code.replace('args=["mcp"]', f"args={[*start, *folders]!r}, env={{'PYTHONPATH': {str(ROOT)!r}}}")
    code = code.replace("How long is the library open?", "Who chairs the committee?")

    assert "Priya Nair" in printed(code)


def test_gradio_names_the_calls_and_no_event_of_the_page(address: str) -> None:
    """A Gradio client sees the four calls, and what cannot be used is told in the assistant's sentence."""
    client = GradioClient(address, verbose=False)
    described = client.view_api(return_format="dict", print_info=False)

    assert isinstance(described, dict)
    assert set(described["named_endpoints"]) == {f"/{name}" for name in NAMES}
    assert described["unnamed_endpoints"] == {}
    assert client.predict("opening hours", api_name="/compare")["topic"] == "opening hours"
    with pytest.raises(AppError, match="Your claim is empty"):
        client.predict(" ", api_name="/check")


def at_once(call: Callable[[], Awaitable[Any]]) -> Any:
    """What a call comes to, in a thread of its own: the tests of the browser keep a loop in this one."""
    with start_blocking_portal() as portal:
        return portal.call(call)


def called(name: str, **arguments: object) -> Any:
    """What a tool of the MCP server gives for these arguments."""

    async def call() -> Any:
        async with McpClient(mcp_server(FakeAssistant())) as client:
            return await client.call_tool(name, arguments)

    return at_once(call)


def test_mcp_tools_say_what_they_do_and_take() -> None:
    """Each tool has a description, and the form of what it takes and gives; all of them only read."""

    async def listed() -> Any:
        async with McpClient(mcp_server(FakeAssistant())) as client:
            return (await client.list_tools()).tools

    tools = at_once(listed)

    assert {tool.name for tool in tools} == NAMES
    assert all(tool.description and tool.input_schema and tool.output_schema for tool in tools)
    assert all(tool.annotations.read_only_hint for tool in tools)


def test_mcp_tool_gives_what_the_contract_says() -> None:
    """A tool's answer is the JSON of the command line, with its citations; a follow-up leans on what was."""
    answer = called("ask", question="And on Sundays?", earlier=["Is it open?"]).structured_content

    assert answer["citations"][0]["quote"] == "The town library opens for 48 hours a week."
    assert "Asked after: Is it open?" in answer["notes"]
    assert called("check", claim="It opens for 9 hours.").structured_content["verdict"] == "contradicted"
    (passage,) = called("search", question="hours", n=1).structured_content["result"]
    assert passage["page_label"] == "iii"


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("check", {"claim": " "}, "Your claim is empty"),
        ("search", {"question": " "}, "Please type a question"),
        ("search", {"question": "open", "n": 51}, "1 to 50 passages"),
        ("ask", {"question": "open?", "earlier": ["open?"] * 20}, "at most 20 questions"),
        ("ask", {"question": 7}, "valid string"),
    ],
)
def test_mcp_tool_tells_what_it_cannot_use(name: str, arguments: dict[str, object], told: str) -> None:
    """What cannot be read comes back as an error with one sentence, not as a crash of the server."""
    result = called(name, **arguments)

    assert result.is_error
    assert told in result.content[0].text


def test_a_conversation_of_any_length_is_not_asked_again() -> None:
    """Only so many earlier questions are asked anew for one answer."""
    with pytest.raises(QuestionInvalid, match="at most 20"):
        Calls(FakeAssistant()).ask("Is it open?", ["Is it open?"] * 20)
