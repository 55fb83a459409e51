"""Numbers and dates of a spreadsheet as its cells show them."""

import datetime
import re
from decimal import ROUND_HALF_UP, Context, Decimal

_SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])+|(?<=;)(?=;|$)|^(?=;)')
_CURRENCY = re.compile(r"\[\$([^\-\]]*)[^\]]*\]")
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
_NUMBER = re.compile(r"[#?]*[0#?,]*[0#?](?:\.(?P<decimals>[0#?]*))?(?P<scale>,*)|\.(?P<only>[0#?]+)")
_ODD = re.compile(r"E[+-]|[#?0] ?/ ?[#?0\d]|\[[<>=]", re.IGNORECASE)
_DATE_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|(?P<half>am/pm|a/p)|(?P<part>y+|m+|d+|h+|s+)',
    re.IGNORECASE,
)
_SHOWN_AS_LOCAL = "%d/%m/%Y"
_GENERAL = "general"
_PARTS = {
    "yy": "%y", "yyyy": "%Y", "mmm": "%b", "mmmm": "%B", "d": "%-d", "dd": "%d", "ddd": "%a", "dddd": "%A",
    "h": "%-H", "hh": "%H", "s": "%-S", "ss": "%S",
}  # fmt: skip
_MONTH_AS_NUMBER = {"m": "%-m", "mm": "%m"}
_MINUTES = {"m": "%-M", "mm": "%M"}
_VERY_MUCH = 1e15
_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_MOST_DECIMALS = 30
_PRIVATE = "\ue000"


def shown_number(value: float, form: str) -> str:
    """A number in one of a spreadsheet's forms, such as `£#,##0.0`; in a form not known here, plainly."""
    sections = _SECTION.findall(form) or [form]
    exact = Decimal(repr(value))
    negative = exact < 0
    section = sections[0]
    if negative and len(sections) > 1:
        section, exact, negative = sections[1], -exact, False
    elif not exact and len(sections) > 2:
        section = sections[2]
    is_plain = section.strip().lower() in ("", _GENERAL, "@") or abs(value) >= _VERY_MUCH
    if is_plain or _ODD.search(section):
        return _plainly(value)
    text = _formatted(abs(exact), section)
    has_digit = any(char not in "0,.-" and char.isdigit() for char in text)
    return f"-{text}" if negative and has_digit else text


def _plainly(value: float) -> str:
    if float(value).is_integer() and abs(value) < _VERY_MUCH:
        return str(int(value))
    return f"{Decimal(f'{value:.10g}'):f}"


def _formatted(number: Decimal, section: str) -> str:
    section = _IN_BRACKETS.sub("", _CURRENCY.sub(lambda match: f'"{match[1]}"', section))
    literals: list[str] = []

    def kept(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return _PRIVATE

    bare = _LITERAL.sub(kept, section)
    match = _NUMBER.search(bare)
    if match:
        number = number.scaleb(2 * bare.count("%") - 3 * len(match["scale"] or ""))
        digits = _digits(number, match)
        bare = bare[: match.start()] + digits + bare[match.end() :]
    for literal in literals:
        bare = bare.replace(_PRIVATE, literal, 1)
    return bare.strip()


def _digits(number: Decimal, match: re.Match[str]) -> str:
    pattern = (match["decimals"] or match["only"] or "")[:_MOST_DECIMALS]
    rounded = number.quantize(Decimal(1).scaleb(-len(pattern)), context=_EXACT)
    whole = match[0].partition(".")[0].rstrip(",")
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    optional = len(pattern) - len(pattern.rstrip("#?"))
    if optional:
        cut = text[: len(text) - optional] + text[len(text) - optional :].rstrip("0")
        text = cut.rstrip(".")
    front, dot, back = text.partition(".")
    front = "" if front == "0" and "0" not in whole else front
    return f"{front.zfill(whole.count('0'))}{dot}{back}"


def shown_date(value: datetime.datetime | datetime.date | datetime.time, form: str) -> str:
    """A date or time in one of a spreadsheet's forms; the day first where the form leaves that open."""
    if form.lower() in ("", _GENERAL, "mm-dd-yy"):
        return value.strftime(_SHOWN_AS_LOCAL) if isinstance(value, datetime.date) else value.isoformat()
    form = next(iter(_SECTION.findall(form)), "")
    found = list(_DATE_PART.finditer(form))
    names = [(match["part"] or "").lower() for match in found]
    half = any(match["half"] for match in found)
    text, end = "", 0
    for number, match in enumerate(found):
        text += form[end : match.start()] + _date_part(value, names, number, match, half)
        end = match.end()
    return (text + form[end:]).replace("@", "").strip()


def _date_part(
    value: datetime.datetime | datetime.date | datetime.time,
    names: list[str],
    number: int,
    match: re.Match[str],
    half: bool,
) -> str:
    name = names[number]
    if match["half"]:
        return value.strftime("%p")
    if not name:
        return match["quoted"] or match["escaped"] or ""
    before = next((other for other in reversed(names[:number]) if other), "")
    after = next((other for other in names[number + 1 :] if other), "")
    if name in _MONTH_AS_NUMBER:
        minutes = before.startswith("h") or after.startswith("s")
        return value.strftime((_MINUTES if minutes else _MONTH_AS_NUMBER)[name])
    code = _PARTS.get(name, _PARTS.get(name[:1] * 4, name))
    return value.strftime(code.replace("H", "I") if half else code)
