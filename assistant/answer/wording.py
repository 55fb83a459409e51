"""Every fixed phrase that the assistant may say of its own; all else in an answer is quoted."""

from collections.abc import Sequence

from assistant.question.lexicon import NUMBER_WORDS
from assistant.question.periods import Period
from assistant.terms import spoken_date
from assistant.types import DocumentInfo, Status

NOT_FOUND = "I could not find the answer to this in the documents."
NO_SUCH_WORDS = "The documents do not mention {words}."
NO_SUCH_PERIOD = "The documents do not give this for {asked}."
GIVEN_PERIODS = "They give it for {given}."
NO_SUCH_KIND = "The documents speak about this, but do not give {wanted}."
NOT_ABOUT = "The nearest passages do not say this about {names}."
HELD_BACK = "I found something, but I could not prove it word for word, so I will not say it."
LEFT_OUT = "I have left out your {what} and do not keep it: please do not give personal details here."
OUT_OF_SCOPE = "I can only answer questions about these documents."
WHOM_TO_ASK = "To ask a person: {source} gives {lines}."
DOCUMENTS_SAY = "What the documents say about this:"
WELCOME = "Hello. Ask me a question about the documents, and I will answer with their own words."
ABOUT_US = "I am a computer program. I answer with word-for-word quotes from these documents:\n{documents}"
AND_MORE = "• and {left} more"
THANKS = "You are welcome. You can ask another question about the documents."
ON_PAGE = "{source}: page {page}, in the section {section}."
PAGE_NOT_KNOWN = "{source}: the source does not tell the page; it is in the section {section}."
TOO_VAGUE = (
    "I am not sure what you would like to know. Please ask a fuller question, for example one of these."
)
WHICH_ONE = "This could mean more than one thing. Did you mean one of these?"
COUNTED = "I count {number} in this list:"
ITEM = "Number {number} of {whole}:"
NO_SUCH_ITEM = "That list has {whole} points, so there is no number {number}."
OLDER = "{title} is an older document: {newer} has since replaced it."
UNCONFIRMED = "Taken from the file of {title}, and not yet confirmed by a person: {fields}."
NEWEST = "The newest document is {source}."
NEWEST_OF_KIND = "The newest {kind} here is {source}."
DATED = "{title} is listed here with the date {date}."
RUNS_UNTIL = "It runs until {last}."
NEWEST_IS_SILENT = "I found nothing on this in the newest document ({date}). This is from an older one:"
FROM_AN_OLDER = "This is from an older document. The newest one is from {date}."
BEFORE_THAT = "Before that, {source} said: {quote}"
UNSURE = "I am not sure that this answers your question. It is the nearest that I found."
LEFT_OPEN = "I cannot say a plain yes or no to this. The documents say:"
PARTIAL_LIST = "The list goes on: the document has {left} more."
BELOW_THESE = "Below these: {below} more, which you can ask for."
PARTS = "It has these parts:"
IN_TIME_ORDER = "In order of time:"
MORE = "{this} is {difference} more than {than}: {sum}."
LESS = "{this} is {difference} less than {than}: {sum}."
TOGETHER = "Together that is {total}: {one} + {other} = {number}."
NO_CHANGE = "There is no difference between the two figures: {sum}."
HIGHEST = "The highest of these is {figure}, in {years}."
LOWEST = "The lowest of these is {figure}, in {years}."
ABOVE = "{this} is more than {than} in all of these years."
EQUAL = "{this} and {than} are the same in each of these years."
SAME = "The figure is the same in all of these years."
YES = "Yes."
NO = "No."
OPPOSITE = "The documents say the opposite of what the question takes to be true."
NO_REASON = "The table does not say why."
SUM = "{more} − {less} = {difference}"

_MOST_TITLES = 12
_NUMBERS = {number: word for word, number in NUMBER_WORDS.items()}


def in_words(number: int) -> str:
    """A count as people say it: in words up to twenty, in figures beyond."""
    return _NUMBERS.get(number, str(number))


def source_of(info: DocumentInfo) -> str:
    """How an answer names its document: title and date."""
    return f"{info.title} ({spoken_date(info.date)})" if info.date else info.title


def titles(infos: Sequence[DocumentInfo]) -> str:
    """The documents one to a line, the first dozen of them."""
    told = [f"• {source_of(info)}" for info in infos[:_MOST_TITLES]]
    left = len(infos) - len(told)
    return "\n".join([*told, AND_MORE.format(left=left)] if left else told)


def left_out(kinds: Sequence[str]) -> str:
    """One sentence that says what personal data was left out of a question."""
    return LEFT_OUT.format(what=_listed(kinds))


def years(periods: Sequence[Period]) -> str:
    """Periods as people list them: "2017/18, 2018/19 and 2019/20"."""
    return _listed(list(dict.fromkeys(str(period) for period in periods)))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


# What a question of each kind asks for, after "do not give".
WANTED = {
    "amount": "an amount of money",
    "count": "a number",
    "percent": "a share or a percentage",
    "date": "a date",
    "duration": "a length of time",
    "frequency": "a number of times",
    "contact": "contact details for this",
    "person": "a person’s name",
    "law": "the name of a law",
}


def quoted(text: str) -> str:
    """Words of a document in quotation marks; marks of its own around the whole are not doubled."""
    return f"“{text.strip('“”')}”" if text.startswith("“") else f"“{text}”"


# What is said to what is no question, with its status.
COURTESIES = {
    "greeting": (Status.NEEDS_CLARIFICATION, WELCOME),
    "thanks": (Status.OUT_OF_SCOPE, THANKS),
    "about_us": (Status.NEEDS_CLARIFICATION, ABOUT_US),
    "too_vague": (Status.NEEDS_CLARIFICATION, TOO_VAGUE),
}
