"""General English that the documents do not teach: words that mean nearly the same, names, numbers in words.

Nothing here comes from a document; what is particular to a corpus is read from the corpus.
"""

from functools import lru_cache

from assistant.terms import stem

# A line is a group; one form of each word will do, since stems are compared.
_SAME_MEANING = """
money cash funding budget finance financial
pot fund funding budget
pay paid spend spent cost expenditure outgoing
cost price
income revenue
boss head leader chief top
lead led head
person people individual
cop policeman policemen policewoman officer bobby
police force constabulary
kid child children
young youth teenager juvenile
elderly older old
reduce reduction cut lower decrease fewer less
rise rose risen increase grow grew grown growth
fall fell fallen drop decline
goal aim objective target
priority focus
member composed composition comprise consist sit seat belong membership
start begin began begun launch introduce establish created set
end finish close deadline
help support assist aid
drink booze alcohol
drug substance narcotic
car vehicle driver driving motorist
road street traffic
speeding fast
phone telephone tel ring call number
email mail
address postal post letter
web website online internet site webpage
cyber online internet computer digital
job role position duty responsibility
post position job role
responsible charge accountable
person official
new newest latest recent refreshed
new additional extra added further more
revise amend refresh update change
previous former earlier past prior old
area region place
town village city
countryside country rural farm farmer
meet met
appoint hire recruit
fire sack dismiss retire resign remove
veto block reject stop refuse
stop limit cap restrict
approve confirm endorse agree
backing support approval
forecast estimate projection expect
entitled power right
review scrutinise scrutiny examine check oversee supervise
complaint complain grievance
victim survivor
attacker offender criminal perpetrator
reoffend offend
crime offence offending
jail prison gaol
court trial
violence violent
rape sexual sex
domestic home household
slavery slave trafficking enslaved
scam fraud con
racist racism hate prejudice
safe safer safety secure
dangerous risk
worried concern
trust confidence faith
happy satisfied satisfaction pleased
sick ill health unwell
mental psychological mind
doctor nurse medical
school pupils education
university college student
charity voluntary volunteer third-sector
company business firm
council councillor authority
precept council-tax
partner partnership together jointly collaborate
border neighbour next-door adjoining
size big large area
inhabitants population residents people live
law legislation act legal
government ministers ministry
campaign lobby
vision ambition
publish publication release come-out appear
write wrote written author
contact write reach touch ring phone telephone call email address
plan strategy
technology tech
camera video
group team
listen hear heard
speak talk
noise nuisance anti-social antisocial
measure indicator performance
result outcome
cause reason root
buy purchase commission
run manage administer
give provide offer contribute
provide deliver
launch introduce bring brought
equipment kit gear device tool
sort solve resolve
noise row dispute quarrel argument
neighbour neighbourhood next
steal stolen theft thief thieving nick pinch rob burglary
possession belongings property stuff gear
finish complete fail
become became took taken over
remain left leaves
add put contribute
square sq
proportion share percentage part
part bit element portion
year months annually
full entire whole
fix solve
tackle fight combat deal address
handle deal
settle determine resolve
prevent stop
protect safeguard
treat treatment
equal diversity
minority ethnic
gay lesbian lgbt
"""

# A line holds the forms of one first name.
_SAME_NAME = """
michael mike mick
david dave
stephen steven steve
thomas tom
robert rob bob
william bill will
james jim
anthony tony
susan sue
elizabeth liz beth
katherine catherine kate
christopher chris
nicholas nick
matthew matt
daniel dan
joseph joe
andrew andy
ronald ron
kenneth ken
philip phil
edward ed
jonathan jon
timothy tim
jennifer jenny jen
rebecca becky
"""

# Short forms that anybody uses; those of a corpus are read from the corpus.
SHORT_FORMS = {
    "ceo": ("chief", "executive"),
    "hq": ("headquarters",),
    "sq": ("square",),
    "govt": ("government",),
    "dept": ("department",),
    "uni": ("university",),
    "asap": ("soon",),
    "approx": ("approximately",),
    "esp": ("especially",),
}

FIRST_NAMES = frozenset(
    """
    aaron abdul adam adeel adele agnieszka ahmed aisha alan albert alex alexander ali alice alicia
    alison amanda amina amir amy ananya andrea andreas andrew angela anita anja ann anna anne annie
    anthony arthur ayesha babajide barbara barry ben benjamin bernard beth betty bill bob brenda brian
    bruce carl carol caroline carrie catherine charles charlotte chen chidi chloe chris christina
    christine christopher claire clare colin craig cynthia daniel darren dave david dawn dean deborah
    debra deepa dennis derek diana diane dmitri donald donna dorothy douglas duncan ebony edward eileen
    elaine elizabeth ellen emily emma eric ethan eve ewa fatima femi fiona frances francis frank fred
    gareth gary gavin geoff geoffrey george georgia gerald gillian glen gloria gordon grace graham grant
    greg gurpreet hannah harry hassan heather helen henry hilary howard hugh ian ibrahim imran ines
    ingrid irene ivan jack jackie jacob jacqueline jamal james jamie jane janet janice jasmine jason
    jean jeff jennifer jenny jeremy jessica jill jim jin joan joanna joanne joe john jon jonathan jose
    joseph joyce juan judith judy julia julian julie june kamran karen kate katherine kathleen keith
    kelly ken kenneth kerry kevin kim kirsty kofi kwame lakshmi laura lawrence lee leila leo leonard
    lesley lewis li liam linda lisa liz louise luca lucy luke lynn magdalena malcolm malik margaret
    maria marie marilyn mark martin mary matthew maureen maya megan mei melanie michael michelle mike
    mina mohammed mohan muhammad nadia nancy naomi natalie nathan naveed neil ngozi nicholas nick nicola
    nigel nikhil nisha norman olga oliver olivia omar pamela patricia patrick paul paula pauline pavel
    penny peter phil philip piotr pradeep priya rachel rahul raj rajesh ralph ranjit rashid ravi ray
    raymond rebecca richard rita rob robert robin roger ron ronald rosa rose roy russell ruth ryan salim
    sally sam samantha samir samuel sandra sanjay sarah scott sean shabana shanice sharon sheila shirley
    simon siobhan sophie stella stephen steve steven stuart sue sunita susan suzanne sylvia tariq teresa
    terry theresa thomas tim timothy tina toby tom tomasz tony tracey tracy trevor usman valerie vera
    victor victoria vincent walter wayne wei wendy william yasmin yusuf yvonne zainab zara zoe zoltan
    """.split()
)

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty
    """.split()
    )
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
} | {f"{n}{'st' if n == 1 else 'nd' if n == 2 else 'rd' if n == 3 else 'th'}": n for n in range(1, 13)}


@lru_cache(maxsize=1)
def synonyms() -> dict[str, frozenset[str]]:
    """Stem → stems of words that mean nearly the same in general English (itself not among them)."""
    return _groups(_SAME_MEANING)


@lru_cache(maxsize=1)
def forms_of_names() -> dict[str, frozenset[str]]:
    """Stem of a first name → stems of its other forms."""
    return _groups(_SAME_NAME)


def _groups(lines: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in lines.strip().splitlines():
        group = {stem(word) for word in line.replace("-", " ").split()}
        for member in group:
            table.setdefault(member, set()).update(group - {member})
    return {member: frozenset(others) for member, others in table.items()}
