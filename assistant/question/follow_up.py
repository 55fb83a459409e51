"""Follow-ups: a question that leans on earlier turns becomes one that stands alone.

History is used only when the question needs it: joining turns blindly makes retrieval worse, not better.
"""

import re
from dataclasses import dataclass

from assistant.question.kinds import CHANGE, Kind, kind_of
from assistant.question.lexicon import NUMBER_WORDS, ORDINALS
from assistant.question.other_document import of_other_document
from assistant.question.patterns import ASKING_WORD, GRAMMAR, any_of
from assistant.question.periods import Period, periods_in, timeless
from assistant.question.things import things_of
from assistant.question.topic import item_of, person_in, several_in, swappable_topic, topic_of
from assistant.terms import content_words, stem, words
from assistant.types import Conversation, Status, Turn

_OPENINGS = (
    r"ok(?:ay)?|right|well|so|oh|hmm|sorry|actually|thanks|thank you|great|and|but|or|also|plus|then|no"
)
_CONNECTIVE = any_of(
    rf"^(?:(?:{_OPENINGS})[,.!\s]+)*"
    r"(?:and|but|or|also|plus|what about|how about|no|(?:i )?meant|i mean|make that|not|same for"
    rf"|for(?! {ASKING_WORD}))\b"
)
_CORRECTION = re.compile(
    r"^(?:no|sorry|actually|oops|not)\b[,\s]*|\b(?:(?:i )?meant|i mean|make that)\b", re.I
)
_LEADING = any_of(
    rf"^(?:(?:{_OPENINGS}|what about|how about|(?:i )?meant|i mean|make that|same for|for|in"
    r"|the one (?:in|from|of))\b[,:.!\s]*)+"
)
_TOPIC_CHANGE = re.compile(
    r"\b(?:something else|different question|another question|new question|change of subject)\b[:,.]?", re.I
)
_NOT_POINTING = (
    "plan|document|report|area|website|page|refresh|year|i|you|we|people|are|have|had|can|will|the|there|they"
)
_PRONOUN = any_of(
    r"\b(?:it|its|they|them|their|theirs|he|him|his|she|her|hers|one|ones|former|latter|same)\b",
    rf"\b(?:that|this|those|these)\b(?!\s+(?:(?:{_NOT_POINTING})\b|(?-i:[A-Z])))",
)
# "a new one", "the red ones": of what was spoken of; "no one" and "one of the aims" are not.
_ONE_OF_THEM = any_of(
    r"(?<=\w )(?<!\bno )(?<!\bany )(?<!\bevery )(?<!\bsome )ones?\b"
    r"(?= ?(?:[?.!,]|$|(?:do|does|is|are|has|have|can|will)\b))"
)
_OF_THEM = any_of(r"\b(?:which|what|how many|how much|any|some|one|all|each|none) of (?:them|these|those)\b")
_ENDS_POINTING = re.compile(r"\b(?:it|that|this|them|those|these|him|her)\s*[?.!]*$", re.I)
_LATER = any_of(
    r"\b(?:the )?(?:year after|next year|following year|year later|after that|next one|subsequent year)\b"
)
_EARLIER = any_of(
    r"\b(?:the )?(?:year before|previous year|last year|year earlier|before that|prior year|preceding year)\b"
)
_YEARS_APART = any_of(
    rf"\b(?P<years>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) years? "
    r"(?:(?P<later>later|on|afterwards|further on|after(?: that)?)|earlier|before(?: that)?|previously)"
    r"(?=\W*$)"
)
_WHAT_CHANGED = any_of(r"\bwhat(?:['’]s| has| have)? (?:been )?changed\b")
_THE_TWO = any_of(r"\b(?:the|those|these) two\b", r"\bbetween (?:them|those|these)\b", r"\bboth\b")
_WHICH_IS_MORE = any_of(
    r"^\W*(?:and |so |but )?which (?:(?:one|of (?:them|these|those|the two)) )?(?:is|was|will be) (?:the )?"
    r"(?P<more>more|less|higher|lower|bigger|larger|smaller|greater)\W*$"
)
# "What do the two come to?" adds them up.
_TOGETHER = any_of(
    r"\b(?:come|comes|came|add|adds|added|amount|amounts)(?: up)? to\b",
    r"\b(?:together|in total|combined|altogether|(?:sum|total) of)\b",
)
_ANOTHER = any_of(
    r"^(?:(?:ok(?:ay)?|right|well|so|thanks|thank you|great)[,.!\s]+)*(?:and|what about|how about)\b"
)
_ADDS = any_of(
    r"^(?:in|at|for|on|of|by|from|to|with|since|until|during|before|after|over|now|then|here|there)\b"
)
_VERB_FIRST = any_of(r"^(?:compar\w+|explain|tell|give|list|show|say|said|name)\b")
_ARTICLE = re.compile(r"\b(?:the|an?|our|my|your) $", re.I)
_OWNED = re.compile(r"^the (?=[A-Z][\w’' -]*[’'])")  # "the Acme's buses"
_LONGEST_TOPIC = 6  # words
_OWN_SUBJECT = 2  # words of its own from which a question says what it asks
_ANTECEDENT = re.compile(r"\b(?:the|an?|our|this|each|every)\s+\w+|\b[A-Z]\w+")
_NTH = "|".join(("last", *ORDINALS))
_ORDINAL = any_of(
    rf"\bthe ({_NTH})(?: one| of (?:them|those|these)| item| point)?\s*[?.!]*$",
    rf"\bthe ({_NTH}) one\b",
    rf"^({_NTH}) (?:one|item|point)\b",
    rf"\b(?:number|no\.?) (\d{{1,2}}|{'|'.join(NUMBER_WORDS)})\b\s*[?.!]*$",
)
_ORDINAL_OF = any_of(
    rf"\b(?:number|no\.?) (\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) of\b",
    rf"\bthe ({_NTH}) of (?:the|these|those)\b",
)
# "And the one after that?", asked of a list of which an item was just told.
_NEXT_ITEM = any_of(r"\bthe (?:one after(?: (?:that|it|this))?|next(?: one)?)\s*[?.!]*$")
_ITEM_BEFORE = any_of(r"\bthe (?:one before(?: (?:that|it|this))?|previous(?: one)?)\s*[?.!]*$")
_SINGLES_OUT = any_of(r"^\W*(?:and |so |but )?which (?:one|of (?:them|these|those))\b")
_THAT = any_of(r"\b(?:that|this|the) $")
_ONLY_ORDINAL = re.compile(
    rf"(?:(?:{_OPENINGS})[,.!\s]+)*(?:(?:what|which)(?: one| of them)?(?:['’]s| is| was| comes)?)?[\s?.!]*",
    re.I,
)
_STANDS = any_of(
    r"\b(?:is|are|was|were|about)\s+(?:the|an?|your|our)?\s*\w+",
    r"\bmean\b",
    r"\b(?:is|are|was|were) there\b",
)
_MORE = re.compile(r"\b(?:more|tell me|about|explain|detail)\b", re.I)
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
_PLURAL = frozenset({"they", "them", "their", "theirs"})
_POSSESSIVE = frozenset({"its", "their", "theirs", "his", "her", "hers"})
_ASKS = re.compile(r"\b(?:who|what|when|where|why|which|how|is|are|was|were|do|does|did|can|will)\b", re.I)
_NAMED = re.compile(r"(?<=[\w,] )[A-Z]\w")
_OWNING = re.compile(r"['’]s?$")
_THE_THING = re.compile(rf"\bthe (?!(?:{_NOT_POINTING})\b)([a-z]+)\b")
_MORE_OF_IT = any_of(r"\b(?:too|as well|else)\b")
_NOW = re.compile(r"\b(?:current|latest|newest|present|now|today)\b", re.I)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A question that stands alone, with what it carries over from an earlier turn.

    `new_text` is what this turn itself asks, `kind_text` what tells the kind of answer; `carried` are earlier
    words with their weight, `focus` the passages that the leaned-on answer rested on, and `avoid` those that
    the reader has seen and wants to go beyond.
    """

    text: str
    new_text: str
    kind_text: str
    previous: str = ""
    carried: tuple[tuple[str, float], ...] = ()
    is_follow_up: bool = False
    focus: frozenset[str] = frozenset()
    avoid: frozenset[str] = frozenset()


def resolve(question: str, turns: Conversation) -> Resolved:
    """*question* made to stand alone with the help of the latest turn that was about the documents."""
    leaned_on = _out_of_scope(question, turns) or _latest(turns)
    changed = _TOPIC_CHANGE.search(question)
    if changed:
        question = question[changed.end() :].strip() or question
    if leaned_on is None or changed:
        return Resolved(question, question, question)
    focus = frozenset(citation.passage.id for citation in leaned_on.answer.citations)
    if not _leans(question):
        goes_on = _goes_on(question, leaned_on)
        return Resolved(
            question, question, question, is_follow_up=goes_on, focus=focus if goes_on else frozenset()
        )
    previous = leaned_on.answer.understood_as or leaned_on.question
    item = _item(turns, number) if (number := place_asked(question, turns)) else ""
    if item:
        more = bool(_MORE.search(question))
        return Resolved(
            item, item, item, previous, (), True, *((frozenset(), focus) if more else (focus, frozenset()))
        )
    shifted = (
        _two_years(question, turns, previous)
        or _two_things(question, turns)
        or of_other_document(question, previous)
        or _with_period_of(question, previous, leaned_on)
    )
    if shifted:
        return Resolved(shifted, shifted, shifted, previous, is_follow_up=True, focus=focus)
    told_item = _told_item(turns, previous) if turns[-1] is leaned_on else ""
    return _of_other_topic(question, previous) or _carry(question, previous, leaned_on, focus, told_item)


def subject_words(text: str) -> list[str]:
    """The words of *text* that say what it is about, neither grammar nor words of asking."""
    return [word for word in content_words(text) if word.isalpha()]


def place_asked(question: str, turns: Conversation) -> int:
    """The place in a list that *question* names ("the third one"): -1 for the last, 0 for none.

    "The one after that" is next to the place that the turns before it end with.
    """
    step = bool(_NEXT_ITEM.search(question)) - bool(_ITEM_BEFORE.search(question))
    if not step:
        return _ordinal(_ORDINAL.search(question))
    latest = turns[-1].question if turns else ""
    before = place_asked(latest, turns[:-1]) or _ordinal(_ORDINAL_OF.search(latest)) if latest else 0
    return max(before + step, 0) if before > 0 else 0


def _ordinal(match: re.Match[str] | None) -> int:
    if not match:
        return 0
    found = next(group for group in match.groups() if group).lower()
    if found == "last":
        return -1
    return int(found) if found.isdigit() else ORDINALS.get(found) or NUMBER_WORDS.get(found, 0)


def is_only_ordinal(question: str) -> bool:
    """True when *question* names a place in a list and asks nothing else about what stands there."""
    rest = _ITEM_BEFORE.sub("", _NEXT_ITEM.sub("", _ORDINAL.sub("", question)))
    return not _MORE.search(question) and bool(_ONLY_ORDINAL.fullmatch(rest))


def _latest(turns: Conversation) -> Turn | None:
    useful = (Status.ANSWERED, Status.PARTIAL, Status.NOT_IN_DOCUMENTS, Status.NEEDS_CLARIFICATION)
    return next((turn for turn in reversed(turns) if turn.answer.status in useful and turn.answer.text), None)


def _goes_on(question: str, turn: Turn) -> bool:
    """True where *question* asks about "the …" of the passages just quoted, and names nothing itself."""
    if _NAMED.search(question) or periods_in(question):
        return False
    quoted = {stem(word) for citation in turn.answer.citations for word in words(citation.passage.text)}
    things = [match[1] for match in _THE_THING.finditer(question.lower())]
    if not GRAMMAR.search(question):  # keywords have no "the"
        things = subject_words(question)[:1]
    return bool(things) and all(stem(thing) in quoted for thing in things)


def _out_of_scope(question: str, turns: Conversation) -> Turn | None:
    """The turn just before, out of scope, where a pronoun can only mean what that one brought up itself."""
    before = turns[-1] if turns else None
    if before is None or before.answer.status is not Status.OUT_OF_SCOPE or not _points_back(question):
        return None
    understood = before.answer.understood_as or before.question
    return before if understood.strip(" ?").lower() == before.question.strip(" ?").lower() else None


def _points_back(question: str) -> bool:
    """True for a pronoun whose noun is not in *question* itself."""
    pronoun = _PRONOUN.search(question)
    before = question[: pronoun.start()].partition(" ")[2] if pronoun else ""
    return pronoun is not None and not _has_antecedent(before, pronoun.group().lower())


def _leans(question: str) -> bool:
    if any(
        sign.search(question)
        for sign in (_CONNECTIVE, _LATER, _EARLIER, _YEARS_APART, _ENDS_POINTING, _ORDINAL)
    ):
        return True
    if (CHANGE.search(question) or _TOGETHER.search(question)) and _THE_TWO.search(question):
        return True
    if _ONE_OF_THEM.search(question) or _WHICH_IS_MORE.search(question):
        return True
    subject = subject_words(question)
    if _points_back(question) or not subject or (len(subject) == 1 and not _STANDS.search(question)):
        return True
    if GRAMMAR.search(question) or _NAMED.search(question):
        return False
    # A search of a few keywords, that would name its subject if that were new, or asks for more.
    return len(subject) <= _OWN_SUBJECT or bool(_MORE_OF_IT.search(question))


def _pronoun_in(question: str) -> re.Match[str] | None:
    return _ONE_OF_THEM.search(question) or _PRONOUN.search(question)


def _has_antecedent(before: str, pronoun: str) -> bool:
    """True when a pronoun follows its noun in the same question and points at that."""
    plural = pronoun in _PLURAL and any(
        word.endswith("s") for word in subject_words(before.partition(" ")[2])
    )
    return plural or bool(_ANTECEDENT.search(before))


def _two_years(question: str, turns: Conversation, previous: str) -> str:
    """The previous question, asked of the years of the last two turns ("how do the two differ?")."""
    if periods_in(question) or not CHANGE.search(question) or not _THE_TWO.search(question):
        return ""
    asked = [turn.answer.understood_as or turn.question for turn in turns[-2:]]
    told = {str(period): period for text in asked for period in periods_in(text)}
    years = periods_in(previous)
    if len(told) != 2 or len(years) != 1:
        return ""
    return _replace_period(previous, years[0], " compared with ".join(told))


def _two_things(question: str, turns: Conversation) -> str:
    """How two things differ, or what they come to, that the last turn or two asked about for one year."""
    asked = [turn.answer.understood_as or turn.question for turn in turns[-2:]]
    asked = [*things_of(asked[-1])] or asked
    years = [period for text in asked for period in periods_in(text)]
    things = list(dict.fromkeys(swappable_topic(text) for text in asked))
    which = _WHICH_IS_MORE.search(question)
    if (
        periods_in(question)
        or not (which or _THE_TWO.search(question))
        or len(things) != 2
        or not all(things)
    ):
        return ""
    is_one_year = len(years) == 2 and years[0].same_years(years[1])
    if not is_one_year and (years or not which):
        return ""
    if which:
        when = f", in {years[0]}" if years else ""
        return f"Which is {which['more']}, the {things[0]} or the {things[1]}{when}?"
    both = f"the {things[0]} and the {things[1]}"
    if _TOGETHER.search(question):
        return f"What do {both} come to in {years[0]}?"
    return f"What is the difference between {both} in {years[0]}?" if CHANGE.search(question) else ""


def _with_period_of(question: str, previous: str, turn: Turn) -> str:
    """The previous question asked for the year that *question* names, when it asks for nothing else.

    Where it asks how the two years differ, both are asked for. "The year before" is that before the one asked
    about, or else before the one that the answer of *turn* gives a figure for.
    """
    moved, asked = _years_moved(question), periods_in(question)
    compares, now = CHANGE.search(question), _NOW.search(question)
    rest = CHANGE.sub(" ", _LATER.sub(" ", _EARLIER.sub(" ", _YEARS_APART.sub(" ", question))))
    for period in reversed(periods_in(rest)):
        rest = rest[: period.start] + rest[period.end :]
    same_kind = compares or kind_of(rest) in {Kind.OTHER, Kind.DEFINITION, Kind.YES_NO, kind_of(previous)}
    years = periods_in(previous)
    if subject_words(_LEADING.sub("", rest)) or not same_kind:
        return ""
    if asked:
        wanted = question[asked[0].start : asked[0].end]
    elif years and now:
        wanted = now.group().lower()
    elif moved and (from_year := years[-1:] or _year_told(turn)):
        wanted = str(from_year[0].moved(moved))
    else:
        return ""
    if _WHAT_CHANGED.search(question) and not years and (topic := topic_of(previous)):
        # "the twelve aims" may have been nine before
        thing = " ".join(word for word in topic.split() if word.lower() not in NUMBER_WORDS)
        return f"What changed in {thing} since {wanted}?"
    if compares and years:
        wanted = f"{years[-1]} compared with {wanted}"
    return _replace_period(previous, years[-1] if years else None, wanted)


def _year_told(turn: Turn) -> tuple[Period, ...]:
    """The one year of the first quote of the answer; none where it tells none, or several."""
    quote = turn.answer.citations[0].quote if turn.answer.citations else ""
    told = {str(period): period for period in periods_in(quote)}
    return tuple(told.values()) if len(told) == 1 else ()


def _years_moved(question: str) -> int:
    """How many years after the time of the turn before *question* asks about; below nought for before it."""
    apart = _YEARS_APART.search(question)
    if apart:
        said = apart["years"].lower()
        years = int(said) if said.isdigit() else NUMBER_WORDS[said]
        return years if apart["later"] else -years
    return 1 if _LATER.search(question) else -1 if _EARLIER.search(question) else 0


def _replace_period(previous: str, old: Period | None, wanted: str) -> str:
    if old and _NOW.fullmatch(wanted):
        return timeless(previous).rstrip(" ?.!") + f" {wanted}?"
    if old:
        return previous[: old.start] + wanted + previous[old.end :]
    return f"{previous.rstrip(' ?.!')} in {wanted}?"


def _of_other_topic(question: str, previous: str) -> Resolved | None:
    """The previous question asked of another thing: "and the ferry?" after "when does the bus leave?"."""
    connected = _ANOTHER.match(question)
    new = question[connected.end() :].strip(" ,?.!") if connected else ""
    bare = not (_ASKS.search(new) or _PRONOUN.search(new) or periods_in(new) or _CORRECTION.search(question))
    if not bare or _VERB_FIRST.match(new) or not 0 < len(new.split()) <= _LONGEST_TOPIC:
        return None
    if _NOW.search(new):  # "and the aims in the newest plan?" is not about the year before
        previous = timeless(previous)
    added = _ADDS.match(new)
    topic = "" if added else swappable_topic(previous)
    place = previous.lower().find(topic.lower()) if topic else -1
    if added:
        same = _same_place(added.group(), new, previous)
        left = previous[: same.start()] if same else f"{previous.rstrip(' ?.!')} "
        right = previous[same.end() :] if same else "?"
    elif place >= 0:
        left, right = previous[:place], previous[place + len(topic) :]
        own_article = _ARTICLE.match(f"{new.split()[0]} ") or new[:1].isupper()
        left = _ARTICLE.sub("", left) if own_article else left
    else:
        return None
    carried = tuple((word, 0.3) for word in words(f"{left} {right}"))
    text = f"{left}{new}{right}"
    if added:
        return Resolved(text, text, text, previous, is_follow_up=True)
    # With its "and", so that a name does not begin it: a first word's capital says nothing.
    return Resolved(text, question, text, previous, carried, is_follow_up=True)


def _same_place(preposition: str, new: str, previous: str) -> re.Match[str] | None:
    """Where *previous* has a name after the preposition, or what ends with the same word as *new*."""
    head = re.escape(new.rpartition(" ")[2])
    alike = rf"(?:the|an?|our|your|my) (?:[\w’'-]+ ){{0,3}}{head}\b"
    return re.search(rf"\b{re.escape(preposition)} (?:(?:the )?[A-Z][\w’' ]*|{alike})", previous)


def _item(turns: Conversation, number: int) -> str:
    """The item of that number of the latest list that was told."""
    return next((item for turn in reversed(turns) if (item := item_of(turn, number))), "")


def _told_item(turns: Conversation, previous: str) -> str:
    """The words of the one item that the last turn told, by its place or as the one that fits; else ""."""
    *before, last = turns
    if place_asked(last.question, before):
        return previous.rstrip(" ;.")
    quotes = [citation.quote.rstrip(" ;.") for citation in last.answer.citations]
    told = [quote for quote in quotes if not quote.endswith(":")]
    return told[0] if _SINGLES_OUT.search(last.question) and len(told) == 1 else ""


def _topic(turn: Turn, previous: str, is_person: bool) -> str:
    """What *turn* was about: what its pronoun stood for, unless it named something itself."""
    pronoun = _pronoun_in(turn.question)
    stood_in = _stood_for(turn.question, pronoun, previous) if pronoun else ""
    return topic_of(previous, is_person) if not stood_in or _NAMED.search(turn.question) else stood_in


def _stood_for(question: str, pronoun: re.Match[str], understood: str) -> str:
    """The words that *understood* has in the place of *pronoun*; "" where it reads otherwise beside that."""
    before, after = (
        question[: pronoun.start()].strip().lower(),
        question[pronoun.end() :].strip(" ?.!").lower(),
    )
    told = understood.strip(" ?.!")
    if not (told.lower().startswith(before) and told.lower().endswith(after)):
        return ""
    found = told[len(before) : len(told) - len(after)].strip()
    if found.lower() == pronoun.group().lower():
        return ""
    return _OWNING.sub("", found) if pronoun.group().lower() in _POSSESSIVE else found


def _carry(question: str, previous: str, turn: Turn, focus: frozenset[str], told_item: str) -> Resolved:
    """*question* with what its pronoun stands for, or else with what was asked before.

    After one item of a list (`told_item`) that is the item, in its own words.
    """
    new = _LEADING.sub("", question).strip(" ?.!") or question
    pronoun = _pronoun_in(question)
    is_person = bool(pronoun and pronoun.group().lower() in _PERSONAL)
    person = person_in(turn) if is_person else ""
    is_one = bool(pronoun and pronoun.group().lower() in ("one", "ones"))  # of the things, and never a person
    several = several_in(previous) if _OF_THEM.search(question) else ""
    item = f"“{told_item}”" if told_item else ""
    topic = person or several or item
    topic = topic or (topic_of(previous) if is_one else _topic(turn, previous, is_person))
    told = timeless(previous) if periods_in(new) or _NOW.search(new) else previous
    carried = [(word, 0.3) for word in words(told)]
    if pronoun and topic and not _CORRECTION.search(question):
        stand_in = f"{topic}’s" if pronoun.group().lower() in _POSSESSIVE else topic
        if is_one:  # "a new one" is a new bus, and not a new the bus; "which one" is which of the buses
            of_them = question[: pronoun.start()].lower().endswith("which ")
            stand_in = f"of {_OWNED.sub('', topic)}" if of_them else topic.removeprefix("the ")
        before = question[: pronoun.start()]
        before = _THAT.sub("", before) if is_one and item else before
        text = before + stand_in + question[pronoun.end() :]
        # A person is rarely named again where more is said of them.
        carried += [(word, 0.65 if is_person else 0.7) for word in words(topic)]
    else:
        # A question of its own needs only the topic; a few words need all that was asked before.
        whole = topic and _ASKS.match(new) and len(subject_words(new)) >= _OWN_SUBJECT
        about = topic if whole and not _CORRECTION.search(question) else told
        text = f"{new[:1].upper()}{new[1:]} – {about.rpartition(' – ')[2].rstrip(' ?.!')}?"
    if person and turn.answer.citations:
        carried += [(word, 0.5) for word in words(" ".join(turn.answer.citations[0].passage.section[-1:]))]
    return Resolved(
        text=text,
        new_text=new,
        kind_text=new if _ASKS.search(new) else previous,
        previous=told,
        carried=tuple(carried),
        is_follow_up=True,
        focus=focus,
    )
