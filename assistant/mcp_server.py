"""The calls as tools of the Model Context Protocol; only this file knows mcp."""

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from assistant.answering import Answering
from assistant.calls import Calls, telling

_INSTRUCTIONS = (
    "Answers come word for word from a fixed set of public documents. Repeat the quotes unchanged, with "
    "their document, date, section and page. What these tools do not find, the documents do not say."
)
_READS_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def mcp_server(assistant: Answering) -> MCPServer:
    """A server whose tools are the four calls; what cannot be read is told the caller in its sentence."""
    calls = Calls(assistant)
    # Only what goes wrong is logged, on standard error, and never a word of a question.
    server = MCPServer("plan-assistant", instructions=_INSTRUCTIONS, log_level="ERROR")
    for call in (calls.ask, calls.check, calls.compare, calls.search):
        server.add_tool(telling(call, ToolError), annotations=_READS_ONLY)
    return server
