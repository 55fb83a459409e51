"""The talk around a question: greetings, thanks, apologies, and what the asker tells of themselves."""

import re

from assistant.question.patterns import any_of
from assistant.question.periods import periods_in
from assistant.terms import content_words

# A full stop after a title, an initial or "no" ends nothing.
_SENTENCE_END = re.compile(
    r"(?<=[.?!…])(?<!\b\w\.)(?<!\b(?:Mr|Ms|Dr|St|No|vs)\.)(?<!\b(?:Mrs|etc)\.)\s+", re.IGNORECASE
)
_CLAUSE_END = re.compile(r"[,:;–]\s+|\s-\s+")
_WH = r"(?:who|whom|whose|what|when|where|why|how|which|whether)"
_SOMEBODY = r"(?:you|anyone|anybody|someone|somebody)"
_AUXILIARY = r"(?:is|are|was|were|does|do|did|can|could|would|will|has|have|had|should|may|must)"
_ORDER = r"(?:give|tell|list|name|explain|describe|compare|summarise|show|find)"
_ASKS = any_of(
    r"\?\W*$",
    r"^\W*(?:(?:and|but|so|or|also|now|then|ok(?:ay)?|right|well|please|basically)\b[\s,:–-]*)*"
    rf"(?:{_WH}|{_AUXILIARY}|{_ORDER}|whats|whos|wheres|whens|hows|any)\b",
    # "I want to know how many there are", and not "I did not know what to think".
    r"\b(?:to|could|can|would|please) (?:know|find out|understand|explain|see|ask|hear|say|tell me)"
    rf" (?:if|about|{_WH})\b",
    rf"\b(?:tell me|wonder(?:ing)?|curious) (?:if (?!{_SOMEBODY}\b)|about|{_WH}\b)",
)

_DEAR = r"(?:hi+|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|morning|afternoon|evening)"
_GREETING = rf"{_DEAR}(?: (?:there|all|again|everyone|everybody|folks?|team|both|guys|mate|pal))*"
_VERY = r"(?:(?:so|very|really|most|ever so|extremely|much|quite|just|all|be) )*"
_CAN_YOU = (
    r"(?:any chance |i (?:was |am )?(?:just )?wonder(?:ing|ed)? |wonder(?:ing)? |please )*(?:if )?"
    rf"(?:(?:can|could|would|will|may) {_SOMEBODY} |{_SOMEBODY} (?:can|could|would|may) )?"
    r"(?:please |kindly |possibly )*"
)
_SMALL = (
    r"(?:(?:an?|one|just|my|quick|short|simple|silly|daft|stupid|little|small|final|last|further|other|more"
    r"|another|next) )"
)
# Whole clauses that are only said to be civil …
_CIVIL_CLAUSES = (
    _GREETING,
    rf"{_CAN_YOU}(?:help|assist|advise|reply|respond|answer|clarify)"
    r"(?: (?:me|us|out|at all|please|here|to me|with (?:this|that|it|these|something|a \w+)))*",
    rf"{_CAN_YOU}(?:get back to (?:me|us)|let (?:me|us) know|point me in the right direction)"
    r"(?: (?:please|soon|asap|either way|(?:if|when|as soon as|once) you) ?.*| by .*)?",
    r"(?:i(?:'ve| have|'d| had|'ve got| have got)? |it's |this is |here(?:'s| is) |there(?:'s| is) )?"
    rf"{_SMALL}+(?:question|query|one|thing)"
    r"(?: (?:from me|for you|if i may|while i(?:'m| am) here|please|i .*))*",
    r"(?:can|could|may|might) i (?:just )?(?:ask|trouble|bother)(?: you)?(?: (?:for|with))?"
    rf"(?: {_SMALL}*(?:question|query|something|thing|favour))?",
    r"i (?:(?:should|would) like|'d like|want|wanted) to (?:know|ask)(?: you)?"
    r" (?:the following|something|this)",
    r"(?:i'm |i am )?(?:just|only) (?:curious|wondering|asking)(?: really)?",
    r"(?:(?:oh|ah|aye|yes|ok(?:ay)?|great|brilliant|lovely|perfect|super|wow|nice|right|well|then|so|got it"
    r"|fair enough|understood|i see|i understand|interesting|good to know|makes sense|much obliged|here goes"
    r"|me again) ?)+",
)
# … and how a clause begins that is, whatever its end.
_CIVIL_BEGINNINGS = (
    r"dear (?:sir|madam|sirs|all|team|mr|mrs|ms|friends?|colleagues?)\b",
    r"to whom it may concern",
    r"(?:many |ever so many )?(?:thanks|thank you|thankyou|thanking you|thx|cheers|ta)\b",
    rf"(?:i(?:'m| am) |i )?{_VERY}(?:sorry|apologies|apologise) (?:to|for|if|about|that|again)\b",
    r"(?:please )?(?:forgive me|excuse (?:me|my)|pardon (?:me|my)|(?:so )?bear with me)\b",
    rf"(?:i )?{_VERY}(?:hope|trust)"
    rf" (?:you|that makes|this makes|this is|it is|it's|all is|{_SOMEBODY}|that's)\b",
    rf"(?:(?:i|we|it|that)(?:'d| would| will|'ll)? )?{_VERY}(?:grateful|obliged|thankful|appreciated?)\b"
    rf"(?!.*\b(?:tell me|explain|let me know) (?:the|{_WH})\b)",
    r"(?:your|any) (?:\w+ )?(?:help|assistance|advice|support|information|info|reply|response)\b.{0,40}"
    r"\b(?:appreciated|great|welcome|good|brilliant|useful)\b",
    r"(?:i(?:'m| am)? (?:really |so )?)?look(?:ing)? forward to\b",
    r"(?:it|this|that) (?:may|might|is|could|probably)(?: \w+){0,4}"
    r" (?:stupid|silly|daft|odd|dumb|basic|obvious)\b",
    r"(?:i(?:'m| am) )?not (?:\w+ )?sure (?:if|whether|that|where|who) (?:this|it|you|i|to)\b",
    r"(?:there(?:'s| is) )?no (?:rush|hurry|worries)\b",
    r"take (?:your time|care)\b",
    rf"if {_SOMEBODY} (?:(?:don't|do not|can't|cannot) (?:know|say|help|find)|would be so kind|need any"
    r"|(?:could|would|can) (?:be so kind|help|spare))",
    r"(?:just )?(?:an? )?(?:short|brief|quick|rough|simple|straight) (?:answer|reply)\b",
    r"i (?:promise|bet)\b|bet you\b",
    r"that(?:'s| is| was|'ll be| will be) all\b",
    rf"(?:that|this|it)(?:'s| is| was| has been| makes| sounds) {_VERY}"
    r"(?:useful|helpful|great|interesting|good to know|clear|kind|brilliant|perfect|sense|lovely"
    r"|what i was after)\b",
)
_CIVIL = any_of(
    *(rf"^\W*{clause}\W*$" for clause in _CIVIL_CLAUSES), *(rf"^\W*{way}" for way in _CIVIL_BEGINNINGS)
)
_OPENING = any_of(rf"^{_GREETING}\s*[,.!:–-]+\s*(?=\S)")
_SIGNED = any_of(
    r"(?:^|(?<=[.!?,]) *)(?:yours (?:faithfully|sincerely|truly|ever)\b"
    r"|(?:(?:kind|kindest|best|warm|warmest|many) regards|regards|best wishes|all the best|take care)"
    r"(?=[,.!]|$)).*$"
)
_OF_THE_ASKER = any_of(r"\b(?:i|i'm|i've|i'd|i'll|my|mine)\b")
_POINTS = any_of(
    r"\b(?:it(?! (?:rain|snow|true|possible|likely)\b)|its|he|him|his|she|her|that|this|these|those|such)\b"
)
# "When our shop was robbed in 2015 …" dates the asker's story, and not what is asked after it.
_DATES_A_STORY = any_of(
    r"\b(?:i|my|we|our)\b(?:(?!\b(?:read|look\w*|saw|seen|see|check\w*|ask\w*|hear\w*|told|find|found)\b)[^.?!])*"
    r"\b(?:in|since) (?:19|20)\d\d\b(?![/–-])"
)
_THAT_TIME = any_of(r"\b(?:that (?:year|time|plan|report)|then)\b")
_THOSE = any_of(r"\b(?:those|these|such) (?!of\b|are\b|were\b|who\b|that\b|in\b|days\b|the\b)[a-z]{3,}")
_NAMED = re.compile(r"(?<=[\w,] )[A-Z][A-Za-z]*[A-Z]|(?<=[\w,] )[A-Z]\w+ [A-Z]")
_SIGNATURE = 3  # words, at most
_ENOUGH = 2  # words of subject with which a question stands alone …
_PLENTY = 4  # … and with which one does that points back


def question_in(text: str) -> str:
    """*text* without the talk around what is asked: civil words, and a story that it does not need.

    A question keeps the story when it says too little without it, as one about the asker often does.
    """
    bare = _SIGNED.sub("", _OPENING.sub("", text))
    said = [rest for sentence in _SENTENCE_END.split(bare) if (rest := _less_civil(sentence))]
    asked = [sentence for sentence in said if _ASKS.search(sentence)]
    if not asked:
        asked = [sentence for sentence in said if not _OF_THE_ASKER.search(sentence)] or said
    elif not _stands_alone(" ".join(asked), " ".join(said)):
        # What a question leans on is told before it, or else after it.
        last = max(number for number, sentence in enumerate(said) if sentence in asked)
        asked = said[: last + 1] if last else said
    return " ".join(asked).strip() or text


def _less_civil(sentence: str) -> str:
    """*sentence* without the civil clauses that it begins with; nothing where the rest says little."""
    rest = sentence
    while rest and _CIVIL.search(_first_clause(rest)):
        rest = rest[len(_first_clause(rest)) :].lstrip(" ,:;–-")
    if rest == sentence or _ASKS.search(rest):
        return rest
    return rest if len(rest.split()) > _SIGNATURE and len(content_words(rest)) >= _ENOUGH else ""


def _first_clause(text: str) -> str:
    return _CLAUSE_END.split(text, maxsplit=1)[0]


def _stands_alone(asked: str, said: str) -> bool:
    """True where what is *asked* needs nothing of the rest of what was *said*."""
    told = said if _THAT_TIME.search(asked) else _DATES_A_STORY.sub("", said)
    if (periods_in(told) and not periods_in(asked)) or _THOSE.search(asked):
        return False
    pointing = _POINTS.search(asked)
    leans = pointing is not None and not content_words(asked[: pointing.start()])
    enough = _PLENTY if leans else 1 if _NAMED.search(asked) else _ENOUGH
    return len(content_words(asked)) >= enough
