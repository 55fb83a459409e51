"""Words and terms: how text is cut into words, words reduced to stems, and dates put into words."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+[^\W\d_]+")
_SUPERSCRIPTS = re.compile(r"[⁰¹²³⁴-⁹]+")
MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
_ISO_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?")
_POSSESSIVE = re.compile(r"['’]s?$")

# Words that carry grammar and not subject; general English.
STOP_WORDS = frozenset(
    """
    a about above after again all also am an and any are aren't as at be because been before being below
    between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down
    during each else ever few for from further get gets getting go goes going gone got had hadn't has
    hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how how's
    i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just let's like me more most
    my myself no nor not now of off on once only or other ought our ours ourselves out over own please
    put really same shall she she'd she'll she's should shouldn't so some such than that that's the
    their theirs them themselves then there there's these they they'd they'll they're they've this those
    through to too till under until up us very was wasn't we we'd we'll we're we've were weren't what what's
    whats when when's where where's which while who who's whos whom why why's will with won't would
    wouldn't yes you you'd you'll you're you've your yours yourself yourselves u ur pls plz wot im ive
    id dont doesnt isnt cant whose upon per via within without across along among around amongst
    """.split()
)
# Words of the asking, not of the thing asked about; general English.
FRAME_WORDS = frozenset(
    """
    tell say says said saying mention mentions mentioned according know want wants wanted need wonder
    wondering give gives given show list name names many much number amount question answer find found
    look looking explain describe detail details information info exactly actually currently happen
    happens happening thing things something anything anyone someone everything kind kinds sort sorts
    type types document documents page pages text thanks thank hello hi hey trying understand curious
    possible quick quickly remind hear heard read reading bit lot called roughly approximately total
    figure figures come comes came make makes made take takes took way ways different various think done
    bring brings brought besides somebody anybody folk folks ages ago right little twice stuff back puts
    call calls use uses used using another still yet already even quite rather maybe perhaps
    whether regarding concerning exact overall briefly simply basically sure tether didnt wont arent
    wasnt hasnt havent thats theres theyre talk talks talking speak speaks thought idea ideas bits
    claims keep kept let lets seem seems seen see current latest newest present nowadays today recent
    recently since often ask asked asks asking good chance able needs true heading headings
    bullet bullets point points example examples
    """.split()
)


def normalise(text: str) -> str:
    """Text in NFKC with typographic apostrophes folded and footnote markers (superscript digits) removed."""
    if text.isascii():
        return text  # there is nothing to fold
    return unicodedata.normalize("NFKC", _SUPERSCRIPTS.sub("", text)).replace("’", "'")


def words(text: str) -> list[str]:
    """The words and numbers of *text*, lower case, in order; hyphens and slashes separate."""
    return _WORD.findall(normalise(text).lower())


def content_words(text: str) -> list[str]:
    """The words of *text* that are neither grammar nor words of asking, in order."""
    return [word for word in words(text) if word not in STOP_WORDS and word not in FRAME_WORDS]


def spoken_date(iso: str) -> str:
    """`2018-07-04` as `4 July 2018`; a date cut short stays short, anything else stays as it is."""
    match = _ISO_DATE.fullmatch(iso)
    if not match or not match[2]:
        return iso
    month = f"{MONTHS[int(match[2]) - 1].capitalize()} {match[1]}"
    return f"{int(match[3])} {month}" if match[3] else month


def years_since(iso: str, today: date) -> int | None:
    """Whole years from a date until *today*, at least so many where it is cut short; None for no date."""
    match = _ISO_DATE.fullmatch(iso)
    if not match:
        return None
    month, day = int(match[2] or 12), int(match[3] or 31)
    return max(0, today.year - int(match[1]) - ((today.month, today.day) < (month, day)))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem that stands for *word* (Snowball English); numbers stand for themselves."""
    bare = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
    if bare[:1].isdigit():
        return bare.replace(",", "")
    return str(_snowball()(bare))


def stems(text: str) -> list[str]:
    """The stems of the words of *text*, in order."""
    return [stem(word) for word in words(text)]


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words of *text* that are neither grammar nor words of asking."""
    return frozenset(map(stem, content_words(text)))


@lru_cache(maxsize=1)
def _snowball() -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer("english").stemWord
    return stem_word
