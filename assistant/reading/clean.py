"""Raw text → lines of plain characters: no markup, no odd blanks, one bullet to a line."""

import html
import re
import unicodedata

_TAG = re.compile(r"<!--.{0,2000}?-->|</?[A-Za-z][^<>]{0,500}>", re.DOTALL)
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?: +\"[^\"\n]*\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]*?[^\s*_])\1(?![\w*_])")
_RULE = re.compile(r"^[ \t]*([-=_*~])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$", re.MULTILINE)
_BLANKS = re.compile(r"[^\S\n\f ]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc]")
_BULLET_INSIDE = re.compile(r"(?<=[^\s•◦●▪■‣])(?:[ \t]*[•◦●▪■‣]+[ \t]+|[ \t]+[•◦●▪■‣]+)(?=[^\s•◦●▪■‣])")
_BULLET_LAST = re.compile(r"(?<=[^\s•◦●▪■‣])[ \t]+([•◦●▪■‣])[ \t]*$\n[ \t]*(?=\S)", re.MULTILINE)
_LEADING_ANGLE = re.compile(r"^([ \t]*)<(?=[A-Za-z!?/])", re.MULTILINE)


def clean(text: str) -> str:
    """Remove markup, odd blanks and invisible characters; form feeds and line breaks stay."""
    text = _INVISIBLE.sub("", _TAG.sub("", text))
    text = _LEADING_ANGLE.sub(r"\1", html.unescape(text).replace("\r", "\n"))
    text = "".join(
        char for char in text if char in "\n\t\f" or unicodedata.category(char) not in ("Cc", "Cs", "Cn")
    )
    text = _RULE.sub("", _FENCE.sub("", _BLANKS.sub(" ", text.replace("\t", " "))))
    text = _BULLET_LAST.sub(r"\n\1 ", text)
    return _BULLET_INSIDE.sub(lambda match: f"\n{match[0].strip()} ", _LINK.sub(r"\1", text))


def without_emphasis(line: str) -> str:
    """Take the stars and underscores of emphasis off a line."""
    return _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line)).replace("**", "")


def is_strong(line: str) -> bool:
    """Whether all of a line stands between marks of strong emphasis."""
    match = _STRONG.fullmatch(line.strip())
    return match is not None and "**" not in match[2]
