"""The kind of answer that a question asks for, and the thing that it asks for."""

import re
from collections.abc import Collection
from enum import StrEnum
from itertools import dropwhile, takewhile

from assistant.question.direction import COMPARING_WORDS
from assistant.question.patterns import any_of, whole
from assistant.terms import STOP_WORDS, normalise, stem, words


class Kind(StrEnum):
    """What would satisfy the reader."""

    AMOUNT = "amount"
    COUNT = "count"
    PERCENT = "percent"
    DATE = "date"
    DURATION = "duration"
    FREQUENCY = "frequency"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    DEFINITION = "definition"
    LIST = "list"
    CONTACT = "contact"
    LAW = "law"
    YES_NO = "yes_no"
    MANNER = "manner"
    OTHER = "other"


_AUXILIARY = r"(?:is|are|was|were|does|do|did|can|could|will|would|has|have|had|should|may|must|am)"
MONEY_NOUN = (
    r"(?:budgets?|funding|funds?|grants?|costs?|income|expenditure|spend(?:ing)?|price|precept|tax|money|cash"
    r"|salary|bill)"
)
# A post that one person holds, so that only a name says who it is.
POST = (
    r"(?:officer|chief|constable|chair(?:man|woman|person)?|director|manager|commissioner|leader|secretary|mayor"
    r"|minister|executive|president|treasurer|deputy|vice|headteacher|principal)"
)
A_POST = rf"(?:chief [\w-]+(?: officer)?|{POST})"
_GIVES = (
    r"(?:put|give|gave|given|contribute|contributed|add|pay|paid|receive|received|spend|spent"
    r"|allocate|allocated|retain|set aside|hold back)"
)
_POINTER = r"(?:it|this|that|they|he|she|we|more|less|extra|each)"
_ANYBODY = r"(?:i|we|you|people|someone|anyone)"
_OWNER = r"(?:the|his|her|its|their|my|our)"
# "the man who …" tells of a person and asks for none.
_DESCRIBED = (
    "one",
    "body",
    "people",
    "those",
    "person",
    "officers",
    "offenders",
    "victims",
    "folk",
    "anyone",
)
# "Who can use it?" and "who is eligible?" ask for whom a thing is, and for nobody's name.
_NOT_FOR_WHOM = (
    r"(?! (?:(?:can|could|may|is able to|is allowed to|is entitled to|gets to) "
    r"(?:use|get|apply|join|claim|attend|come|go|benefit|take part|be helped|receive)\b"
    r"|is (?:it|this|that) for\b|(?:is|are) (?:eligible|entitled)\b|qualifies\b))"
)
_NOT_AFTER_A_PERSON = "".join(f"(?<!{noun} )" for noun in _DESCRIBED)
# These end in s and are no plurals.
_NO_PLURAL = (
    r"(?!(?:happens|remains|does|was|is|has|comes|makes|means|says|counts|goes|gives|takes|this|its|his)\b)"
)
# "Name the town that …" asks for one.
_NOT_ONE = (
    r"(?! (?:the|an?|his|her|its|their) (?:(?!people|children|staff|men|women)[\w'-]*[^\Ws] ){1,3}?"
    r"(?:that|who|whose|which|of|for|in|from|where|to|on)\b)"
)
_HOLDS = r"(?:involve|include|cover|comprise|consist of|contain|list)"
_PLURAL = r"(?<!s)s\b"  # "costs" and not "address"

# What is found first in a question tells its kind; of two at one place, the one that stands higher here.
# Some begin the text, since a search of keywords often begins with what is wanted: "share members over 60".
_ASKS = {
    Kind.CONTACT: any_of(
        r"\b(?:phone|telephone|e-?mail|postal|contact|tel)\b.*\b(?:number|address|details?|\?)",
        rf"\bhow (?:can|do|could|would|should) (?:{_ANYBODY}|one|the public|residents?)"
        r" (?:contact|reach|write|get in touch|call|ring|phone|e-?mail|get hold)",
        rf"\bwhom? (?:can|do|could|would|should|must) {_ANYBODY}"
        r" (?:contact|write|reach|ring|phone|call|e-?mail|ask|speak to|talk to)\b",
        r"\bwho(?:'s| is) (?:the|your) contact\b",
        r"\bget in touch\b",
        rf"\b{_ANYBODY} (?:want|need|wish|(?:would|'d) like) to"
        r" (?:contact|reach|write to|ring|phone|e-?mail)\b",
        # In keywords; "who call" may be who calls on somebody to do something.
        r"^(?:whom?|where|how) (?:contact|ring|phone|e-?mail)\b|^where (?:write|send|post|call)\b",
        rf"\bwhere (?:can|do|could|should|would) {_ANYBODY}"
        r" (?:contact|write|reach|send|post|ring|phone|call|e-?mail)\b",
        r"\bwhat(?:'s| is) the (?:address|phone|e-?mail|website|web address)",
        r"\bwhat(?:'s| is) (?:(?:the|your|our) )?(?:[\w-]+ ){0,3}?[\w-]+['’]s? (?:\w+ )?"
        r"(?:phone|telephone|e-?mail|web ?site|address)\b",
        r"\b(?:web ?site|web) address\b",
        rf"\b(?:what|which) number (?:to|(?:can|do|could|should|would|must) {_ANYBODY})\b",
        r"\bnumber to (?:ring|call)\b",
    ),
    Kind.PERCENT: any_of(
        r"\b(?:what|which|how (?:big|large|high)) (?:a )?"
        r"(?:percentage|percent|per cent|proportion|share|fraction|rate)\b",
        r"\bpercentage\b",
        r"^(?:proportion|share|fraction)\b",
        r"\bwhat %",
        r"\bwhat(?:'s| is| was| are) (?:the )?(?:[\w'-]+ ){0,3}(?:rate|percentage|proportion|share)s?\b",
    ),
    Kind.DURATION: any_of(
        r"\bhow long\b(?! ago)",
        r"\bhow old\b",
        r"\bfor how many (?:years|months|weeks|days)\b",
    ),
    Kind.FREQUENCY: any_of(
        whole("how (?:often|frequently|regularly)", "how many times (?:an?|per|each|every)")
    ),
    Kind.DATE: any_of(
        # "When someone calls, what happens?" asks for no date.
        r"\bwhen\b(?! (?:people|someone|they|you|we|i|officers|the)\b.{0,60}\b(?:what|who|how|which)\b)",
        whole("(?:what|which) (?:date|day|month|year)", "what time", "how long ago"),
        r"^(?:exact )?(?:date|day|year)\b (?!to\b)",
        r"(?:\bwhat(?:'s| is| was) the )?\b(?:closing date|deadline|date of)\b",
    ),
    Kind.COUNT: any_of(
        r"\bwhat(?:'s| is| was| are| were) (?:the )?(?:\w+ )?number of\b",
        whole("(?:how|hw) many", r"number of", r"no\. of", "count of"),
        r"\bhow (?:big|large) is the (?:population|area)\b",
        r"(?:^|\bwhat(?:'s| is| was) )(?:the )?(?:total |current |approximate |whole )?"
        r"(?:population|headcount)\b",
        r"\bpopulation\b",
        rf"^(?:total )?number [a-z]+{_PLURAL}",
    ),
    Kind.AMOUNT: any_of(
        # "how much of the work" and "how much work is done" ask for no money; "how much of the budget" does.
        r"\bhow much\b(?! (?:(?:of|all) (?!.{0,40}(?:money|budget|grant|fund|cash|income|tax|precept|bill))"
        rf"|time\b|(?!{MONEY_NOUN}\b|{_POINTER}\b)[a-z]+ (?:is|are|was|were)\b))",
        r"\bwhat (?:does|did|do|will|has|have) .{3,60}"
        rf"\b{_GIVES}\b(?! (?:to|attention|the|back|up|out|on|off|forward|together|in place)\b)",
        r"(?:^|\bwhat )(?:amount|sum)\b",
        r"\bwhat (?:is|was|were|will be|has been|had been) (?:spent|paid|raised|charged)\b",
        r"\b(?:what|whats|what's|how (?:big|large|high|low)) (?:is|was|were|are|will|would)?\s?(?:be )?"
        rf"(?:{_OWNER} )?(?!purpose|point|aim|name|role|idea|reason)(?:[\w'/-]+ ){{0,6}}{MONEY_NOUN}\b",
        rf"\bhow (?:big|large)\b.*{MONEY_NOUN}",
        r"\bcosts?\b",
        r"£",
    ),
    Kind.PERSON: any_of(
        rf"{_NOT_AFTER_A_PERSON}\bwho(?:'s|s|se|m)?\b{_NOT_FOR_WHOM}",
        r"\bwhich (?:person|man|woman|officer|councillor)\b",
        r"\b(?:which|what) (?:body|organisation|agency|authority|charity|company|firm|board|committee)\b"
        r"(?! (?:of|is|was)\b)",
        r"(?:\bwhat(?:'s| is| was| are| were) (?:the )?)?\bnames? of (?:the|his|her|its|their|your|all|both)"
        r" (?:[\w'-]+ ){0,4}?(?:person|man|woman|officer|chief|constable|leader|head|chair\w*|director"
        r"|manager|commissioner|secretary|mayor|minister|executive|members|councillors|people)\b",
        r"(?:\bwhat(?:'s| is| are) )?\b(?:his|her|their) (?:or her )?names?\b",
    ),
    Kind.PLACE: any_of(
        r"\bwhere(?:abouts)?\b",
        r"^venue\b",
        r"\b(?:what|which) (?:place|town|city|village|location|county|venue|building)\b",
    ),
    Kind.LAW: any_of(
        r"^(?:law|act|legislation|statute) (?!and\b|enforcement\b|firms?\b)",
        r"\b(?:what|which) (?:section of the |part of the )?(?:law|act|legislation|statute|regulations?)\b"
        r"(?! (?:and order|enforcement|firms?|schools?|students?)\b)",
    ),
    Kind.REASON: any_of(
        whole("why", "how come", "for what (?:reason|purpose)", "reason for", "what (?:for|caused)"),
        r"\bwhat(?:'s| is| was| were| are)? the (?:reasons?|purpose|point|rationale|thinking)\b",
    ),
    Kind.LIST: any_of(
        rf"^(?:please )?(?:list|enumerate|name\b{_NOT_ONE})\b",
        r"^(?:please )?(?:set out|run through|go through|give me|tell me|show me)"
        r" (?:every|all|each|the full|the whole)\b",
        r"\b(?:every|all|each) of (?:the|these|those|your|his|her|its)\b|\beverything that\b",
        whole("list (?:of|all|the)", "all (?:of )?the"),
        r"\bwhat (?:comes|came|falls|fell|sits|sat|stands|stood|is listed|was listed) under\b",
        r"\bwhat (?:does|did|do) [^?]{2,60}? (?:have|had|list|put|say)(?: down)? under\b",
        r"\bwhat (?:do|does|did|is|are|was|were) [^?]{0,60}?\b(?:discuss(?:ed)?|talk(?:ed)? about)\b",
        r"\bwhat(?:'s| is| was| goes) on the agenda\b",
        rf"\bname\b{_NOT_ONE} (?:the|all|two|three|four|five|some|each|every)\b",
        whole("what (?:are|were|else|other)", "what (?:kind|sort)s?"),
        rf"\b(?:which|what) (?:[\w'-]+ ){{0,2}}?{_NO_PLURAL}[\w-]+(?<!u){_PLURAL}"
        r"(?! (?:the|an?|to|his|its|their|her|that|is|was)\b)",
        # "Which dangers is the wall there to keep out?"
        rf"\b(?:which|what) (?:[\w'-]+ ){{0,2}}?{_NO_PLURAL}[\w-]+(?<![isu])s"
        r" (?:is|was|does|did|has|will) (?:the|our|my|he|she|it|this)\b",
        rf"\bwhat (?:does|do|did|will|would) [^?]{{2,80}} {_HOLDS}\b",
        r"\bwhat (?:\w+ ){0,3}\w+" + _PLURAL + r" (?:are|were|does|do|did|has|have|can|will|must|fall|make"
        r"|come|belong|sit)\b",
        r"\bwhat (?:powers|duties|responsibilities|services|things|topics|initiatives|examples)\b",
    ),
    Kind.DEFINITION: any_of(
        r"\bwhat(?:'s|s| is| are| was| were) (?:an? |the )?[\w'&-]+(?: [\w'&-]+){0,4}\s*\??$",
        r"\bwhat does .{2,60}\b(?:mean|stand for|do)\b",
        whole("meaning of", "define", "stands? for", "what do you mean"),
    ),
    Kind.MANNER: any_of(
        r"\bhow (?:does|do|did|can|could|will|would|is|are|was|were|has|have)\b",
        whole("in what way", "how to"),
    ),
    Kind.YES_NO: any_of(rf"^(?:so |and |but |ok |okay |please |hi |hello )*{_AUXILIARY}\b"),
}
_POLITE = re.compile(
    r"^(?:(?:please|hi|hello|hey|ok|okay|so|and|right|well)[,.!\s]+)*"
    r"(?:(?:can|could|would|will|do|please) (?:you|u|i|we|me) (?:please |kindly |possibly )*"
    r"(?:tell|say|let|give|show|explain|remind|find|know|list|name|ask)\b(?: me| us| out| to)*"
    r"|i(?:'d| would) like to know|i want to know|i need to know|tell me|do you know|any idea)"
    r"\s*[,:]?\s*(?=\w+ \w+)",
    re.I,
)
_ASKS_WHO = any_of(r"\bwho(?:'s|s| is| was| are| were| \w+s)\b")
# "Who is the …?" asks which person that is; "who checks …?" asks who does it.
_ASKS_WHICH_PERSON = any_of(r"\bwho(?:'s| is| was| are| were) (?:the|an?|your|our|their|his|her|its)\b")
_ASKS_HOW_MUCH = any_of(r"\bhow (?:much|big|large)\b", r"\bamount\b", r"\bcost")
_SORT_OF = r"(?:(?:different )?(?:sort|kind|type|example)s? of\s+)?"
_ASKED_FOR = any_of(
    rf"\b(?:how many|(?:what|which) number of|number of|no\. of|count of)\s+{_SORT_OF}(?P<counted>[^?,;.]+)",
    r"\b(?:what|who|which)(?:'s| is| are| was| were)"
    r"\s+(?:the|an?|your|their|his|her|its)\s+(?P<thing>[^?,;.]+)",
    rf"\b(?:what|which)\s+{_SORT_OF}"
    r"(?P<kind>(?!(?:is|are|was|were|does|do|did|has|have|will|can)\b)[^?,;.]+)",
)
_AS_A_SHARE = any_of(r"\b(?:as an?|in) (?:percentage|per ?cent|proportion|share|fraction)\b")
# "What happens when it rains?" asks for no date.
_AT_THE_TIME = any_of(r"\b(?:what|who|which|how|where|why)\b(?:(?!\band\b|[,;:?]).)+\bwhen\b")
# "What is the grant for?", "what was the money spent on in 2018?" ask for a thing, and not how much it is.
_FOR_WHAT = any_of(
    r"^(?:and |so |but )?what (?!amount|sum)[^,;]*\b(?:for|on|towards)"
    r"(?: (?:in|under|by|during)\b[^,;]*(?:(?:19|20)\d\d|plan|year)[^,;]*)?\s*\??$"
)
# Nor does a search of keywords in which "when" stands in the middle: "boats hired when raining".
_WHEN_WITHIN = any_of(
    r"^(?!(?:who|what|when|where|which|how|why|whose|is|are|was|were|do|does|did|can|will|since|until|till|by"
    r"|from|the|an?|and|but|so|tell|say|know|please|ok|okay|well|right|hi|hello|hey|i|you|we)\b)"
    r"(?:(?!when\b|know\b|say\b|tell\b|ask\b)[\w'-]+ )+when \w+ \w"
)
# Asks how one figure differs from another.
CHANGE = any_of(
    whole(
        "differences?", "differs?", "compar\\w+", "versus", "vs", "chang\\w+", "increas\\w+", "decreas\\w+"
    ),
    whole(
        "up or down",
        "(?:more|less|higher|lower|bigger|smaller|greater) than",
        "(?:go|goes|going|went|gone) (?:up|down)",
    ),
    whole(
        "how much (?:more|less|higher|lower|bigger|smaller)", "ris(?:e|es|en|ing)", "rose", "growth", "grew"
    ),
    whole("grow(?:s|n|ing)?", "fall(?:s|en|ing)?", "fell"),
)
_WHOSE = r"(?:[\w-]+ ){0,2}[\w-]+"
_OWNER_OF = any_of(
    rf"\b(?:the|an?|is|was|are|were)\s+(?P<whose>{_WHOSE}['’]s?\s+(?:[\w-]+ )?){MONEY_NOUN}\b",
    rf"\b{MONEY_NOUN} (?:of|for) the (?P<of>{_WHOSE})",
    # "how much did the fair cost to run?"
    rf"\b(?:does|did|do|will|would) (?:the|an?|this|that) (?P<costs>{_WHOSE})"
    rf"(?: (?:of|for|on|in|at) .{{1,40}})? cost\b",
)
# What a sum is for or comes from: "spent on the *van*", "income from *fines*", "the cost of *fuel*".
_MONEY_FOR = any_of(
    rf"\b(?:(?:{MONEY_NOUN}|spent|paid|pays?|going|went) (?:of|on|for)"
    r"|goes(?: (?:of|on|for|to|towards|into))?|(?:go|going|went) (?:to|towards|into)"
    r"|(?:set|put) aside(?: for)?|(?:allocated|earmarked|reserved) (?:to|for)"
    r"|(?:income|raised) from|(?:income|money) (?:comes?|came)(?: from)?)"
    r" (?P<what>(?:[a-z-]+ ){0,4}[a-z-]+)",
    # "what did it cost to paint the hall?"
    rf"\bcosts? (?:{_ANYBODY} )?to [a-z-]+ (?P<done>(?:[a-z-]+ ){{0,4}}[a-z-]+)",
)
_PAYING = frozenset("running paying providing funding keeping operating own".split())
_TIMES = frozenset("year years month months week weeks day days today next last current".split())
_DETERMINERS = frozenset("the a an his her its their my our your this that these those".split())
# "Which body decides?" asks who does it, and not for something that is called a body.
_BODIES = frozenset("body bodies organisation organisations organization agency agencies".split())
_ASKING_WORDS = {
    Kind.PERCENT: frozenset("percentage percent proportion share fraction rate cent".split()),
    Kind.AMOUNT: frozenset("money million millions pounds sum cash cost costs".split()),
    Kind.COUNT: frozenset("number million millions count".split()),
    Kind.DATE: frozenset("date day month year time".split()),
    Kind.DURATION: frozenset(
        "long years months weeks days time last lasts lasted lasting take takes took taken run runs".split()
    ),
    Kind.FREQUENCY: frozenset("often frequently regularly times".split()),
    Kind.PERSON: frozenset("person man woman name job".split()) | _BODIES,
    Kind.PLACE: frozenset("place location".split()),
    Kind.CONTACT: frozenset(
        "contact write ring reach touch email address phone telephone number call website".split()
    ),
    Kind.LAW: frozenset("law act legislation statute regulation regulations section".split()),
    Kind.REASON: frozenset("reason reasons purpose point rationale".split()),
    Kind.DEFINITION: frozenset("mean means meaning stand stands".split()),
}
_REASONS = frozenset(map(stem, _ASKING_WORDS[Kind.REASON]))
_PAPERS = frozenset(map(stem, "report paper document note letter minutes".split()))


def kind_of(question: str) -> Kind:
    """The kind of answer that *question* asks for first; OTHER when nothing tells."""
    text = _POLITE.sub("", normalise(question))
    if _AS_A_SHARE.search(text):
        return Kind.PERCENT
    found = [(match.start(), kind) for kind, asks in _ASKS.items() if (match := asks.search(text))]
    if _AT_THE_TIME.search(text) or _WHEN_WITHIN.search(text):
        found = [hit for hit in found if hit[1] is not Kind.DATE]
    if _FOR_WHAT.search(text):
        found = [hit for hit in found if hit[1] is not Kind.AMOUNT]
    return min(found, key=lambda hit: hit[0], default=(0, Kind.OTHER))[1]


def wants_list(question: str) -> bool:
    """True when the question asks for several things, whatever else it asks."""
    return bool(_ASKS[Kind.LIST].search(normalise(question)))


def is_explicit(kind: Kind, question: str) -> bool:
    """True when only a text with a sign of *kind* answers: for "how much …", not for "what is the budget"."""
    if kind is Kind.PERSON:
        return bool(_ASKS_WHO.search(question))
    return kind is not Kind.AMOUNT or bool(_ASKS_HOW_MUCH.search(question))


def asks_who_does(kind: Kind, question: str) -> bool:
    """True for "who checks the accounts?", which a body may do; not for "who is the chair?"."""
    return kind is Kind.PERSON and not _ASKS_WHICH_PERSON.search(normalise(question))


def is_asking_word(kind: Kind, word: str) -> bool:
    """True for a word that only says which kind of answer is wanted ("what *percentage* of …")."""
    return word in _ASKING_WORDS.get(kind, frozenset())


def heads(kind: Kind, heading: Collection[str], asked: Collection[str]) -> bool:
    """True where a heading says that the reason asked for stands below it: why, for "Purpose of the fund".

    Stems, all of them. A bare "Purpose" is that of the paper that it stands in, and of nothing told there.
    """
    if kind is not Kind.REASON or _REASONS.isdisjoint(heading):
        return False
    return not (set(heading) - _REASONS or _PAPERS).isdisjoint(asked)


def owner_of(question: str) -> tuple[str, ...]:
    """The words of whose figure is asked for ("the fire service's budget", "the cost of the hall")."""
    match = _OWNER_OF.search(normalise(question))
    owner = next(filter(None, match.groups())) if match else ""
    return tuple(word.removesuffix("'s").removesuffix("'") for word in words(owner) if word not in STOP_WORDS)


def paid_for(question: str) -> tuple[str, ...]:
    """The words of what a sum is for or comes from ("spent on a *new van* in May", "income from *fines*")."""
    match = _MONEY_FOR.search(normalise(question))
    phrase = dropwhile(_DETERMINERS.__contains__, words(match["what"] or match["done"]) if match else ())
    named = takewhile(lambda word: word not in STOP_WORDS | _TIMES, phrase)
    apart = _PAYING | COMPARING_WORDS
    return tuple(word for word in named if word not in apart and not CHANGE.search(word))


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def asked_for(question: str) -> tuple[str, ...]:
    """The words of the thing asked for, its head last: "how many night buses run?" asks for night, buses."""
    match = _ASKED_FOR.search(normalise(question))
    if not match:
        return ()
    phrase: list[str] = []
    named = words(match["counted"] or match["thing"] or match["kind"])
    for number, word in enumerate(named):
        if word in STOP_WORDS:
            # "which rule obliges the …": what stands before "the" is a verb and not part of the thing.
            phrase = phrase[:-1] if match["kind"] and word in _DETERMINERS and len(phrase) > 1 else phrase
            break
        if match["kind"] and phrase and phrase[0] in _BODIES and word.endswith(("s", "ed")):
            break
        phrase.append(word)
        # "how many branches town": what several there are of is named, and a search goes on without a verb.
        following = named[number + 1 : number + 2]
        if match["counted"] and _is_plural(word) and not any(map(_is_plural, following)):
            break
    return tuple(phrase[:4] if match["thing"] else phrase[:2])
