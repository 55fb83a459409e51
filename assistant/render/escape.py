"""Text made safe for HTML and for Markdown that carries HTML."""

import re

from assistant.render.wording import visible

# The chat shows our HTML through a Markdown renderer, so every ASCII sign that either of them could read
# as markup (':', '.' and '@' make bare links) is written as a number; a browser shows the same words.
_SIGNS = re.compile(r"[!-+./:-@\[-`{-~]")


def escape(text: str) -> str:
    """Write text so that neither HTML nor Markdown finds markup in it; good for attributes too."""
    return _SIGNS.sub(lambda match: f"&#{ord(match[0])};", visible(text))
