"""Small words of general English that decide whether two sentences say the same."""

from assistant.terms import stem


def stems(said: str) -> frozenset[str]:
    """The stems of some words, for lists of them."""
    return frozenset(map(stem, said.split()))


DENIALS = stems(
    """
    not no never neither nor none without unable fail fails failed
    """
)

CONDITIONS = stems(
    """
    if unless until except whether
    """
)

# Of how many, how surely, and in what order.
MEASURES = stems(
    """
    only all every each any some many most few several half may might could would should must can will
    incompletely mainly mostly largely almost nearly potential potentially possible possibly likely perhaps
    draft first last former previous deputy vice already still ever more less fewer least
    """
)

# Of what these are said nothing may be left out: "mainly from A and B" is not "mainly from B".
WHOLE = stems(
    """
    only all every each mainly mostly largely most solely
    """
)

# A source may say these where a sentence about a part of it does not.
MAY_GO = stems(
    """
    can will must each every any all some many most few several first last former previous still already
    ever more less fewer least
    """
)

# Beside an amount these say that there is one, and not of what.
LIGHT = stems(
    """
    a an the of that which this these those it its is are was were be been being has have had in on at
    for to from by with and also as i we my our their his her your you total overall budget fund grant
    sum amount pot money cost spend funding income give gave given receive received get allocate
    allocated provide contribute add make making leave leaves left come comes set aside so there around
    approximately about some divided into worth pay paid identify identified contain contains consist
    consists comprise comprises compose composed represent represents constitute benefit now currently
    """
)

# Words that a writer adds or leaves out without saying another thing.
HARMLESS = stems(
    """
    a an the of that which who this these those it its they their he his she her is are was were be been
    being as there so and also both then therefore thus moreover furthermore
    however indeed similarly specifically particular respectively namely s what do does did us our we i
    my me in on at for to about among
    """
)

# Words whose loss from the middle of a clause makes another statement of it.
WEIGHTY = stems(
    """
    only all every each any some many most few several half may might could would should must can will
    aim plan intend hope want wish expect propose seek try draft potential possible likely consider
    believe anticipate think need require ask call campaign support more fewer less least nearly almost
    mainly mostly largely up over under above below around before after against between by from with
    through first last previous deputy vice down increase decrease rise fall fell rose reduce
    grow high higher low lower incompletely
    """
)

# What is wished or doubted, and not said.
WISHED = stems(
    """
    may might could would should must can will aim plan intend hope want wish expect propose seek try
    consider believe anticipate
    """
)

FIRST_PERSON = stems(
    """
    i we my our me us
    """
)

PRONOUNS = FIRST_PERSON | stems("it its they their he his she her this these those such here")

# What an aside begins with.
BEGINS_ASIDE = stems(
    """
    which who where when whose including such as so and because for with by through while although also
    to in from at
    """
)

# Of each group the first stands for all.
ALIKE = {
    stem(word): stem(group.split()[0])
    for group in (
        "all every each",
        "mainly mostly largely",
        "after following beyond",
        "before prior",
        "potential potentially",
        "possible possibly",
        "annual annually yearly",
        "up upward upwards increase increased rise rises rose risen rising grow grows grew grown growth",
        "up raise raises raised raising",
        "down downward downwards decrease decreased fall falls fell fallen falling",
        "down reduce reduced drop dropped cut",
        "begin began begins start started starts",
        "end ended ends",
        "less fewer",
        "minimum min",
        "maximum max",
    )
    for word in group.split()
}

# Of each group one excludes the others.
EXCLUSIVE = tuple(
    stems(group)
    for group in (
        "north south east west",
        "annual monthly weekly daily quarterly fortnightly",
        "year month week day fortnight quarter",
        "up down",
        "more less",
        "higher lower",
        "highest lowest",
        "largest smallest",
        "before after",
        "first last",
        "local national",
        "urban rural",
        "adult child young old",
        "men women",
        "include exclude",
        "open closed",
        "begin end",
        "accept reject agreed refused",
        "support oppose",
        "best worst",
        "public private",
        "minimum maximum",
    )
)

# Words that say the same of anything, beside the synonyms that questions are read with.
SAME = tuple(
    stems(group)
    for group in (
        "approximately about around roughly some",
        "ensure make sure",
        "annual annually yearly",
        "currently present now",
        "additional further extra",
        "receive receives received get got obtained",
        "regarding about on concerning",
        "utilise use uses using used",
        "individuals people persons person",
        "prior before",
        "whilst while",
        "amongst among",
        "across throughout over",
        "commence begin start begins starts",
        "including include includes such like among as them",
        "allocate allocated give given assigned set aside",
        "provide provides provided offer offers give gives gave supply deliver",
        "tackle address combat",
        "help helps assist support aid",
        "vital essential crucial important key main significant central",
        "developed develop drawn draw up created produced",
        "work working collaborate",
        "fund funds funding funded money pay pays paid",
        "enable enables allow allows let",
        "have has",
        "ability capacity",
        "commitment pledge",
        "agencies bodies organisations",
        "require requires need needs",
        "purchase buy",
        "via through",
        "comprise comprises consist consists made",
        "totalling total overall amount amounts comes",
        "chair chairs chaired",
        "costs cost price",
        "run runs operate operates",
        "published issued released",
        "objective aim goal",
        "undertake carry carries out conduct do",
        "big large",
        "following after",
        "place placed put puts",
        "keep keeps kept retain retains",
        "remain remains remained still",
        "outline outlines say says describe describes explain explains",
        "host hosts hosted hold holds held",
        "remaining left leave leaves remain",
        "substitute replace replaces instead",
        "residents inhabitants",
        "border borders neighbour neighbours neighbouring",
        "expand expands expanded grow grows increase extend",
        "set establish established",
        "swiftly quickly",
        "anticipate anticipated expect expected",
        "deadline closing",
        "beyond after",
    )
)
