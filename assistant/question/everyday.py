"""Everyday English made plain: texting, slips and regional words, and the question inside a long story."""

import re
from collections.abc import Mapping, Sequence

from assistant.question.kinds import A_POST
from assistant.question.patterns import any_of
from assistant.terms import STOP_WORDS, words

# General English of this country; what is particular to a corpus is learnt from the corpus.
_PLAIN = {
    "wot": "what", "wat": "what", "wots": "what's", "whats": "what's", "whos": "who's", "hows": "how is",
    "wheres": "where's", "whens": "when is", "whys": "why is", "u": "you", "ur": "your", "r": "are",
    "n": "and", "pls": "please", "plz": "please", "thx": "thanks", "ta": "thanks", "cos": "because",
    "coz": "because", "b4": "before", "gonna": "going to", "wanna": "want to", "dunno": "do not know",
    "im": "i'm", "ive": "i've", "dont": "don't", "doesnt": "doesn't", "didnt": "didn't", "cant": "can't",
    "wont": "won't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't", "havent": "haven't",
    "hasnt": "hasn't", "shouldnt": "shouldn't", "teh": "the", "realy": "really", "alot": "a lot",
    "altogether": "in total", "adn": "and", "wht": "what",
    "ppl": "people", "abt": "about", "tho": "though", "thru": "through", "w/": "with", "owt": "anything",
    "nowt": "nothing", "summat": "something", "aye": "yes", "reet": "right", "bairn": "child",
    "bairns": "children", "lad": "boy", "lads": "boys", "lass": "girl", "lasses": "girls",
    "polis": "police", "bobby": "police officer", "bobbies": "police officers", "cop": "police officer",
    "cops": "police officers", "copper": "police officer", "coppers": "police officers", "bloke": "man",
    "gadgie": "man", "quid": "pounds", "nana": "grandmother", "gran": "grandmother", "telly": "television",
    "folk": "people", "folks": "people", "kids": "children", "kid": "child", "nicked": "stolen",
    "pinched": "stolen", "nick": "steal", "booze": "alcohol", "weed": "drugs", "fella": "man",
    "mam": "mother", "mum": "mother", "dad": "father", "gaol": "prison", "jail": "prison",
    "bodycam": "body camera", "bodycams": "body cameras", "offen": "often", "ofen": "often",
}  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['’/][^\W_]*)*")
# Too short to be told from others by its letters: "hwo runs it" is who, "hwo much" and "hwo does it" are how.
_WHO = re.compile(r"\bhwo(?= (?!does\b)(?:is|are|was|were|\w+s|\w+ed)\b)", re.IGNORECASE)
_HOW = re.compile(r"\bhwo\b", re.IGNORECASE)
_ASKS = (
    r"(?:what|who|whose|when|where|why|how|which"
    r"|is|are|was|were|does|do|did|can|could|would|will|has|have|should)"
)
_CLAUSE = any_of(
    rf"(?:[.!?;:–,]|\s-)\s+(?:(?:but|and|so|or|also|then|well|ok|right|please)\b,?\s+)*(?={_ASKS}\b)"
)
_SAID_ABOUT = any_of(
    r"^(?:and |so )?(?:what|how much|does|do|did|is|tell me what|can you tell me what)\b(?:[\w’',-]* ){0,8}?"
    r"(?:plans?|reports?|documents?|papers?|strategy|you|they|it) (?:for [\d-]+ )?(?:have to |had to )?"
    r"(?:(?:say|says|said|mention|mentions|mentioned|state|states) "
    r"(?:(?:anything|something|much|more) )?(?:about|on|regarding|concerning) "
    r"|(?:mentions?|mentioned|refers? to|talks? about) (?!(?:anything|something|that|how|why)\b))"
)
_SHORT_TOPIC = r"(?=\S+(?: \S+){0,3}\W*$)"
_POINTER = r"it|this|that|them|these|those"
_NO_POINTER = rf"(?!(?:{_POINTER})\b)"
_NOT_IT = rf"(?!.* (?:{_POINTER})\W*$)"
_WORRY = r"(?:problems?|issues?|concerns?|worr(?:y|ies)|threats?|trouble)"
_TOPIC = any_of(
    rf"\b(?:doing|done|do) (?:about|to (?:stop|tackle|prevent|reduce)) {_NO_POINTER}",
    rf"\b(?:tackling|tackle|tackled|cover|covers|fight|fighting|combat|combating) {_SHORT_TOPIC}",
    rf"\b(?:anything|something|nothing|what|how) about {_SHORT_TOPIC}",
    rf"\b(?:strategy|policy|stance|views?|position|approach) (?:on|for|about|towards|to) {_SHORT_TOPIC}",
    rf"^(?:is|are|was|were) there (?:an?|any|much|many|still|(?:a )?lots? of) {_SHORT_TOPIC}{_NOT_IT}",
    rf"\bhow (?:bad|common|serious|widespread|big an? {_WORRY}) (?:is|are|was|were) {_SHORT_TOPIC}",
    rf"^(?:is|are|was|were) (?!there\b)\S+(?: \S+){{0,3}} (?:an? )?(?:\w+ )?{_WORRY}\b",
    rf"\b{_WORRY} (?:with|of) {_NO_POINTER}{_SHORT_TOPIC}",
)
_TELLS = re.compile(
    rf"^(?:i|i['’](?:m|ve)|my|we|our)\b(?!.*(?:\b(?:{_ASKS}|want|need|wonder|wish|like|look|looking|tell)\b|\?))",
    re.IGNORECASE | re.DOTALL,
)
# What somebody is paid is a salary, and no other sum of money.
_EARNS = any_of(
    r"\b(?:how much|what) (?:is|was|are|were) (?P<paid>[^?,;]+?) (?:paid|earning)"
    r"(?: (?:a|per|each|every) (?:year|month))?\s*[?.!]*$",
    r"\b(?:how much|what) (?:does|did|do) (?P<earns>[^?,;]+?) (?:earn|get paid|take home)"
    r"(?: (?:a|per|each|every) (?:year|month))?\s*[?.!]*$",
    # In keywords: "how much Ann Lee paid year".
    r"\bhow much (?P<named>(?-i:[A-Z][\w’'-]*)(?: (?-i:[A-Z][\w’'-]*))*) (?:paid|earns?)"
    r"(?: (?:year|month))?\s*[?.!]*$",
)
_LEADS = any_of(r"(?<=who) (?:is|was) in charge of\b|(?<=who)['’]s in charge of\b")
_BENEFITS = any_of(r"\bwhat (?P<does>does|do|did|can|could|will|would) (?P<who>[^?,;]{1,40}?) get out of\b")
# Whoever likes a thing approves of it; what a thing is like, or looks like, is something else.
_LIKES = any_of(
    r"\b(?P<do>does|do|did) (?P<who_likes>(?:(?!look\b|sound\b|feel\b|seem\b|act\b)[\w’'-]+ ){1,5}?)like\b"
    r"(?= (?:the|this|that|his|her|your|their|it|my|our|an?)\b)"
)
_TALKED_ABOUT = any_of(
    r"\bwhat (?:do|does|did) (?:[\w’'-]+ ){1,6}?talk about (?=(?:at|in|during) (?:the|their|these|his)\b)"
)
# The job of whoever holds a post is told by what he or she is responsible for.
_POST = rf"(?:the|our|your|an?) (?:(?-i:[A-Z]{{3,5}})|(?:[\w-]+ ){{0,3}}?{A_POST})"
_JOB = any_of(
    rf"(?<=what)(?:['’]s| is) the (?:main )?(?:job|role|duty|function) of (?P<of>{_POST})\b(?=\W*$)",
    rf"(?<=what)(?:['’]s| is) (?P<whose>{_POST})['’]s (?:main )?(?:job|role|duty|function)\b(?=\W*$)",
    rf"(?<=what) does (?P<does>{_POST}) (?:actually )?do\b(?=\W*$)",
)
_POWERS = any_of(
    rf"^what (?:powers|duties|functions|tasks) (?:does|do) (?P<has>{_POST}) have\W*$",
    rf"^what are (?P<whose>{_POST})['’]s (?:powers|duties|functions|tasks)\W*$",
)
_TWO_JOBS = any_of(
    rf"^(?:what(?:['’]s| is) (?:the )?)?difference between (?P<one>{_POST}) and (?P<other>{_POST})\W*$",
    rf"^how (?:is|does) (?P<first>{_POST}) differ(?:ent)? (?:from|to) (?P<second>{_POST})\W*$",
)
_NOW = any_of(r"\b(?:at (?:the|this) (?:moment|minute|present time)|these days|right now|as things stand)\b")
# Who is on a board is told by what it is made up of.
_MEMBERS = any_of(
    r"\bwho(?:['’]s| is| are| was| were| sits?| sat| serves?| served) (?:all )?on"
    r" (?=(?:the|it|this|that|your|their)\b)",
    r"\bwho (?:makes? up|made up|belongs to|belong to) ",
)
_SIZE = any_of(
    r"\bhow (?:big|large) is ((?:the|that|this|your|their) (?:[\w’'-]+ ){0,5}?"
    r"(?:panel|committee|board|council|cabinet|team|jury|choir))\b(?=\W*$)"
)
_AREA = any_of(
    r"\bhow (?:big|large) (?:an area|area|a patch)\b",
    r"\bhow (?:big|large)(?= is (?:\w+ ){1,3}?(?:area|patch|territory)\b)",
)
# A document tells when a thing began, and not for how long it has been there.
_GOING = any_of(
    r"\bhow long (?:has|have|had) ([^?,;]{2,60}?) been (?:going|running|around|open|up and running"
    r"|in (?:place|force|use|operation))\b(?! (?:for|to|on|up|down)\b)"
)
# What comes in is told of money alone.
_INCOME = any_of(r"\b(?<=money )((?:[\w’']+ ){0,3})(?:coming|comes|come|came) in\b(?! (?:from|to))")
# Where money comes from are its sources.
_SOURCES = any_of(
    r"\bwhere (?:do|does|did|will) (?:(?:all|most|much|the bulk) of )?(?:the|its|their|your|our|his|her)"
    r" (?:(?:[\w’'-]+ )?(?:money|funding|cash)|income) come from\b"
)
# "Put the fares up" is to increase them; "put up with the fares" and "put a shelf up" are something else.
_PRICED = (
    r"((?:[\w’']+ ){0,7}?"
    r"(?:prices?|tax|taxes|precept|rents?|fees?|charges?|costs?|fares?|fines?|rates?|bills?))"
)
_UP = rf"(?=(?!up with)(?:[\w’']+ ){{0,8}}?up\b)(?:up )?{_PRICED}\b(?: up\b)?"
_PUT_UP, _PUTTING_UP = any_of(rf"\bputs? {_UP}"), any_of(rf"\bputting {_UP}")
# "Is crime going up?" asks whether it is rising; "going up to the hall" and "gone up the hill" do not.
_WAYS = {
    "go": ("rise", "fall"), "goes": ("rises", "falls"), "going": ("rising", "falling"),
    "gone": ("risen", "fallen"), "went": ("rose", "fell"),
}  # fmt: skip
_WENT = any_of(
    rf"\b(?P<went>{'|'.join(_WAYS)}) (?P<way>up|down)"
    r"(?=\W*$|[,;:]| (?:but|in|by|this|last|next|since|again|over|from|between|after|before|because|so|as"
    r"|every|each|year|for|nationally|locally|now)\b)"
)
# Whoever decides on a sum sets it.
_DECIDES = any_of(
    r"(?<=who) (?:decides?(?: on)?|fix(?:es)?|determines?) (?=(?:(?:the|our|your|its) )?(?:[\w’'-]+ ){0,4}?"
    r"(?:budgets?|precept|rates?|fees?|fares?|prices?|charges?|fines?|rents?|levy)\b)"
)
# "Are there more thefts than before?" asks whether they are rising.
_BEFORE = r"(?:before|previously|ever|in the past)"
_MORE = any_of(
    r"^(?P<be>is|are) there (?:(?:now|still|any) )*(?P<more>more|fewer|less) "
    r"(?P<of>[\w’'-]+(?: [\w’'-]+){0,3}?)"
    rf" (?:(?:now|today|these days|around) )*than {_BEFORE}\b(?=\W*$)"
)
# Who keeps an eye on somebody scrutinises them.
_WATCHES = {"keep": "scrutinise", "keeps": "scrutinises", "kept": "scrutinised", "keeping": "scrutinising"}
_WATCH = any_of(
    rf"\b(?P<on>{'|'.join(_WATCHES)}) (?:an eye|tabs|a check) on\b",
    rf"\b(?P<in>{'|'.join(_WATCHES)}) (?P<whom>(?:[\w’']+ ){{1,5}}?)in (?:check\b|line\b(?! with))",
)
# Whoever gets involved takes part; a thing that involves much work is something else.
_INVOLVED = any_of(r"\bget(?:ting)? involved\b")
# Whether a thing works is told by how its success is measured.
_WORKS = any_of(
    r"\bhow (?:will|do|does|would|can|could|did) (?:we|i|you|they|people|anyone|anybody|the public|residents)"
    r" (?:know|tell|judge) (?:if|whether|that|when)"
    r" ((?:the|this|that|your|their|his|her|our|my) [^?,;]{1,50}?) (?:is|are|was|were|has|have|had)"
    r" (?:(?:really|actually|been) )*(?:work(?:ing|ed)|succeed(?:ing|ed)|successful|a success|effective)\b"
    r"(?=\W*$)"
)
# What is new in a plan, or no longer there, is told by what changed.
_A_PLAN = r"(?:the|this|that|your|his|her|their) (?:[\w’'-]+ ){0,3}?(?:plan|strategy|policy|scheme)\b"
_NEW_IN = any_of(rf"^what(?:['’]s| is| was)(?: there)? new (?:in|about|with) (?={_A_PLAN}\W*$)")
_LEFT_OUT = any_of(
    r"^what (?:was|were|has been|have been|got) (?:dropped|removed|left out|taken out|scrapped)"
    rf" (?:of|from|out of) (?={_A_PLAN}\W*$)"
)
# What a plan has as its aims are the aims of the plan.
_HAS_AS = any_of(
    r"^what (?:(?P<now>does|do)|did) (?P<owner>[^?,;]{2,40}?) (?:have|set|list|give) (?:down )?as"
    r" (?:(?:its|their|his|her|the) )?(?P<things>(?:[\w’'-]+ ){0,2}?\w{3,}s)\b(?=\W*$)"
)
_CRIME = r"(?:crime|thieving|stealing|robbing|offending)"
_DO_IT_AGAIN = any_of(
    rf"\bgo(?:es)? (?:straight |right )?back (?:to )?{_CRIME}\b",
    rf"\bback to {_CRIME}(?= (?:again|within|in)\b)",
)
_PHRASES = (
    (_PUT_UP, r"increase \1"),
    (_PUTTING_UP, r"increasing \1"),
    (_DO_IT_AGAIN, "reoffend"),
    (_LEADS, " is the head of"),
    (_BENEFITS, r"how \g<does> \g<who> benefit from"),
    (_MEMBERS, "who are the members of "),
    (_SIZE, r"how many members does \1 have"),
    (_AREA, "how many square miles"),
    (_GOING, r"when did \1 begin"),
    (_LIKES, r"\g<do> \g<who_likes>approve of"),
    (_TALKED_ABOUT, "what is discussed "),
    (_DECIDES, " sets "),
    (_NOW, "now"),
    (_INCOME, r"\1as income"),
    (_INVOLVED, "take part"),
    (_WORKS, r"how is the success of \1 measured"),
    (_NEW_IN, "what changed in "),
    (_LEFT_OUT, "what changed from "),
    (_SOURCES, "what are the main sources of funding"),
)
_FEWEST = 3  # words of subject that a clause needs to be a question of its own
_STORY = 18  # words; shorter questions are taken whole


def plain(question: str) -> str:
    """*question* with everyday spellings and words put plainly; other words stay as they are."""
    asked = _HOW.sub("how", _WHO.sub("who", question))
    plainly = _WORD.sub(
        lambda match: _PLAIN.get(match.group().lower().replace("’", "'"), match.group()), asked
    )
    for phrase, words_of_documents in _PHRASES:
        plainly = phrase.sub(words_of_documents, plainly)
    plainly = _MORE.sub(_turns, _HAS_AS.sub(_things_of, plainly))
    plainly = _WATCH.sub(_scrutinises, _WENT.sub(_rises, plainly))
    return _EARNS.sub(
        lambda match: f"what is the salary of {match['paid'] or match['earns'] or match['named']}?", plainly
    )


def _rises(match: re.Match[str]) -> str:
    return _WAYS[match["went"].lower()][match["way"].lower() == "down"]


def _things_of(match: re.Match[str]) -> str:
    return f"what {'are' if match['now'] else 'were'} the {match['things']} of {match['owner']}"


def _turns(match: re.Match[str]) -> str:
    return f"{match['be']} {match['of']} {'rising' if match['more'].lower() == 'more' else 'falling'}"


def _scrutinises(match: re.Match[str]) -> str:
    """The verb for "keeps an eye on", and for "keeps the mayor in check"."""
    watches = _WATCHES[(match["on"] or match["in"]).lower()]
    return f"{watches} {match['whom'].strip()}" if match["whom"] else watches


def with_tasks(question: str, long_names: Mapping[str, Sequence[str]]) -> str:
    """*question* asking what somebody is responsible for, where it asks for the job of a post, or of two.

    A post that is shortened to its first letters is told in its `long_names`.
    """

    def posts(match: re.Match[str]) -> list[str]:
        return [_in_full(post, long_names) for post in filter(None, match.groups())]

    if both := _TWO_JOBS.search(question):
        one, other = posts(both)
        return f"What is {one} responsible for, and what is {other} responsible for?"
    if powers := _POWERS.search(question):
        return f"What are the responsibilities of {posts(powers)[0]}?"
    return _JOB.sub(lambda match: f" is {posts(match)[0]} responsible for", question)


def _in_full(post: str, long_names: Mapping[str, Sequence[str]]) -> str:
    determiner, _, named = post.partition(" ")
    # "What does a mayor do?" is asked of the one that the documents know.
    determiner = "the" if determiner.lower() in {"a", "an"} else determiner
    return " ".join((determiner, *long_names.get(named.lower(), (named,))))


def core_of(question: str) -> str:
    """What is asked: of a long story its clause that asks, of "what does the plan say about …" the rest."""
    return _SAID_ABOUT.sub("", _clause_of(question))


def names_a_topic(question: str) -> bool:
    """True for "what does the plan say about …", and for a story that asks nothing.

    Then the thing itself is wanted, and nothing that is like it.
    """
    return bool(
        _SAID_ABOUT.search(_clause_of(question)) or _TOPIC.search(question) or _TELLS.search(question)
    )


def _clause_of(question: str) -> str:
    if len(question.split()) < _STORY:
        return question
    for match in reversed(list(_CLAUSE.finditer(question))):
        clause = question[match.end() :]
        if sum(word not in STOP_WORDS for word in words(clause)) >= _FEWEST:
            return clause
    return question
