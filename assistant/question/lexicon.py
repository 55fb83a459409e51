"""General English that the documents do not teach: words that mean nearly the same, first names, numbers in words.

Nothing here comes from a document; what is particular to a corpus is read from the corpus.
"""

from functools import lru_cache

from assistant.terms import stem

_SAME_MEANING = """
money cash funding fund funds budget finance finances financial
pay paid pays spend spends spending spent cost costs expenditure outgoing outgoings
cost costs price
income revenue
boss head leader chief top
lead leads leading led head heads
person people individual individuals
cop cops policeman policemen policewoman officer officers bobby bobbies
police policing force constabulary
kid kids child children
young youth youths teenager teenagers juvenile
elderly older old
reduce reduces reducing reduced reduction cut cuts cutting lower lowering decrease fewer less
rise rising increase increases increasing increased grow growing growth
fall falling drop dropping decline declining
goal goals aim aims objective objectives target targets
priority priorities focus
member members composed composition comprise comprises consist consists sit sits seat seats belong membership
start starts started begin began begun launch launched introduce introduced establish established created set
end ends ended finish finished close closes closing closed deadline
help helps helping support supports supporting supported assist assistance aid
drink drinking booze alcohol alcoholic
drug drugs substance substances narcotic narcotics
car cars vehicle vehicles driver drivers driving motorist motorists
road roads street streets traffic
speeding speed fast
phone telephone tel ring call number
email mail e-mail
address postal post
web website online internet site webpage
cyber online internet computer digital
job jobs role roles position positions duty duties responsibility responsibilities
responsible charge accountable
person official
new newest latest recent refreshed
new additional extra added further more
revise revised revision amend amended refresh refreshed update updated change changed changes
previous former earlier past prior old
area areas region place places
town towns village villages city cities
countryside country rural farm farms farmer farmers
meet meets meeting meetings met
yearly annual annually year
monthly month
quarterly quarter
appoint appoints appointing appointment hire hires hiring recruit recruits
fire sack sacked dismiss dismissed retire resign remove
veto block reject stop refuse
approve confirm endorse endorsed agree agreed
review reviews reviewing scrutinise scrutinises scrutiny examine check checks
complaint complaints complain grievance
victim victims survivor survivors
attacker offender offenders criminal criminals perpetrator perpetrators
reoffend reoffending re-offending offend reoffends
crime crimes offence offences offending
jail prison prisons gaol
court courts trial
violence violent
rape sexual sex
abuse abused
domestic home household
slavery slave slaves trafficking trafficked enslaved
scam scams fraud con
racist racism hate prejudice
safe safer safety secure security
dangerous danger risk
worried concern concerned concerns worry
trust confidence confident faith
happy satisfied satisfaction pleased
sick ill illness health unwell
mental psychological mind
doctor nurse nurses medical
school schools pupils education
university college student students
charity charities voluntary volunteer volunteers volunteering third-sector
company companies business businesses firm firms
council councils councillor councillors authority authorities
tax taxes precept council-tax
grant grants
partner partners partnership partnerships together jointly collaborate collaboration collaborating
share shares shared
border borders neighbour neighbours neighbouring next-door adjoining
size big large area
inhabitants population residents people live lives living
law laws legislation act legal
government ministers ministry
campaign campaigns campaigning lobby lobbying
vision ambition
publish publishes published publishing publication release released come-out
write writes wrote written author
contact write reach touch ring phone telephone call email address
plan plans strategy strategies
technology tech
camera cameras video
group groups team teams
visit visits visiting visited
listen listens hear heard
speak speaks talk talks
consult consultation consulted
noise nuisance anti-social antisocial
measure measures measuring indicator indicators performance
question questions
result results outcome outcomes
begin beginning
cause causes causing reason reasons root
buy purchase commission commissions commissioning commissioned
run runs running manage manages managed managing
give gives giving provide provides providing provided offer offers offered contribute contributes
launch launched introduce introduced bring brought
equipment goggles kit gear device devices tool tools
sort solve resolve
noise row rows rowing dispute disputes quarrel argument
neighbour neighbours neighbourhood next
steal steals stealing stolen theft thefts thief nick nicked pinch pinched rob robbed burglary burglaries
mark marks marking marked
possession possessions belongings property stuff gear
finish complete completes completed fail fails failed
local locally
become became took taken over
remain remains left leaves leave
add adds added put puts contribute contributes
square sq
proportion share percentage part
year years months annually
scrutinise scrutinising scrutiny
full entire whole
fix solve solves
tackle tackles tackling fight fights fighting combat deal address
prevent prevents preventing prevention stop stopping
protect protects protecting safeguard safeguarding
treat treatment
train training trained
prosecute prosecuted prosecution
equal equality diversity diverse
minority ethnic
gay lesbian lgbt
disabled disability disabilities
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
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    """.split(),
        start=1,
    )
} | {f"{n}{'st' if n == 1 else 'nd' if n == 2 else 'rd' if n == 3 else 'th'}": n for n in range(1, 13)}
MONTHS = tuple(
    """
    january february march april may june july august september october november december
""".split()
)


@lru_cache(maxsize=1)
def synonyms() -> dict[str, frozenset[str]]:
    """Stem → stems of words that mean nearly the same in general English (itself not among them)."""
    table: dict[str, set[str]] = {}
    for line in _SAME_MEANING.strip().splitlines():
        group = {stem(word) for word in line.replace("-", " ").split()}
        for member in group:
            table.setdefault(member, set()).update(group - {member})
    return {member: frozenset(others) for member, others in table.items()}
