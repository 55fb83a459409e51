"""What somebody tells who misses a person, was wronged or lost something, put together in the same way.

Each constant is a group of ways for `signs_of_trouble`: they are as wide, and read what `said` gives.
"""

from assistant.question.signs_of_abuse import CHILD
from assistant.question.signs_of_danger import NEAR
from assistant.question.told_of_harm import HURT_ONE, KIN, VIOLENT

_AWAY = (
    r"(?:(?:hasnt|havent|not|never|didnt|isnt|wasnt)(?: \w+)? (?:come|came|been|returned|back|turned up"
    r"|arrived|home|made it)|no sign of|vanished|disappeared|(?:run|ran) (?:off|away)(?! an?\b)|walked out"
    r"|wandered off|gone off|gone walkabout|gone missing|not been seen|straight to voicemail|missing)"
)
_SOMEONE_LOST = (
    rf"(?:{KIN}|\b(?:mum|dad|nan|nana|gran|grandma|grandad|grandpa|\d+ (?:year|yr)s? old|toddler|bairn)\b)"
)
MISSING_PERSON = (
    rf"{_SOMEONE_LOST}.{{0,60}}\b{_AWAY}\b",
    rf"\b(?:cant|cannot|could ?nt) find (?:our|my|the) (?:\w+ )?(?:{CHILD}|{NEAR}|lad|lass|bairn|\d+ (?:year"
    rf"|yr)s? old)\b",
    rf"{_SOMEONE_LOST}.{{0,60}}\b(?:never (?:got there|arrived|turned up|showed up|made it)"
    rf"|(?:been )?gone (?:for )?"
    r"(?:\w+ )?(?:days?|hours?|nights?|weeks?))\b",
    rf"\b(?:nobody|no ?one|not|hasnt|havent)(?: \w+)? (?:seen|heard from|heard owt from) (?:\w+ )?"
    rf"{_SOMEONE_LOST}|\blost my (?:\w+ )?(?:{CHILD}) (?:in|at)\b",
)
_PCC = r"(?:commissioner|pcc)s?"
COMPLAINT_COMMISSIONER = (
    rf"\b(?:write|speak|talk|go|turn)\b.{{0,20}}\b(?:oversees|above|over|watches)\b.{{0,10}}\b{_PCC}\b",
    rf"^(?:formal |official )?(?:complaint|grievance)\b.*\b{_PCC}\b",
    rf"\b(?:not happy|unhappy|grievance|formal complaint|disgusted|appalled|conduct|behaviour"
    rf"|treated (?:me|us|my)|rude|lied)\b.*\b{_PCC}\b|\b{_PCC}\b.*\b(?:complain\w*|grievance|treated (?:me"
    rf"|us|my)"
    r"|ignored (?:me|us|my)|rude to (?:me|us)|lied to|behaviour)\b",
)
_OFFICERS = (
    r"(?:police\w*|officers?|pcsos?|constable|coppers?|cops?|bobb(?:y|ies)|detectives?|sergeants?|101|999"
    r"|(?:stopped|stop) and search\w*|cells|control room)"
)
COMPLAINT_POLICE = (
    rf"\b{_OFFICERS}\b.*\b(?:{VIOLENT}|cuffed|handcuffed|tasered|knelt|rough\w*)\b.{{0,25}}{HURT_ONE}"
    r"(?!.*\b(?:attacker|burglar)\b)",
    rf"\b{_OFFICERS}\b.*\b(?:laugh\w* at|sneer\w*|lied|los(?:t|ing) my|br(?:oke|oken) my|t(?:ook|aken) my"
    rf"|kept my"
    r"|keeping my|rude|didnt (?:believe|listen|care|bother|turn up|come|help)|dont (?:believe|listen|care"
    r"|bother|help|reply)|wont (?:take|listen|come|reply|help|give)|not (?:taken|taking|take) (?:me|us|it)"
    r"|never (?:came|come|rang|called|got back|turned up|replied|bothered)|(?:nobody|no ?one)"
    r"|because im|just because|something done|racist|sexist|bull(?:y|ied)|patroni\w+|dismiss\w*|got my"
    r" \w+ wrong|wrong (?:person|house|address|man|lad))\b(?=.*\b(?:me|my|us|our|i|im|we)\b|.*$)",
    r"\b(?:handcuffed|arrested|cautioned|strip ?searched|tasered|locked up|raided)\b.*\b(?:wrong\w*"
    r"|no reason|nothing"
    r"|in front of|mistake|by mistake)\b|\bwrong\w* (?:handcuffed|arrested|accused|raided)\b",
    r"\b(?:closed|dropped|lost|shelved) my (?:case|file|report|complaint)\b|\bwho is above the police\b",
    r"\bpolice\b.*\b(?:misconduct|abuse of power|harass\w+ (?:me|us|my)|wrong (?:house|flat|person|man)"
    r"|apologi\w+|apology"
    r"|seriously)\b|\biopc\b.*\b(?:i|my|me)\b|\bwait(?:ed|ing)\b.{0,30}\b(?:for )?(?:the )?(?:police"
    r"|officer)\b",
    rf"\b(?:formal |official )?complaint (?:re|about|against|regarding|concerning)\b.*\b{_OFFICERS}\b",
)
_SUFFERED = (
    r"(?:burgl\w+|robb\w+|mugg\w+|attack\w*|assault\w*|beaten|beat up|break ?in|broken into|broke into"
    r"|stabb\w+|scam\w*|conned|defrauded|stolen|stole|what (?:happened|he did|they did)|the incident)"
)
_AFTERMATH = (
    r"(?:cant sleep|not sleep\w*|nightmares?|flashbacks?|panic\w*|anxi\w+|struggl\w+|cop(?:e|ing)|on edge"
    r"|shak(?:y|ing|en)|jumpy|jump at|terrified|scared to|frightened to|afraid to|wont (?:leave|go out)"
    r"|cant (?:leave|go out|face|stop|settle|relax|get over|move on)|dont feel (?:safe|right|like)|never felt"
    r"|traumati\w+|upset|crying|in bits|in pieces|lost (?:my|her|his) confidence|someone (?:to|i can) talk"
    r"|talk (?:to someone|it through|about it)|counsell\w+|someone to listen|what help|still cant"
    r"|so ashamed|any help|got over"
    r"|get over|moved? on|same since|bag of nerves|wreck|not right)"
)
VICTIM_SUPPORT = (
    # of oneself or somebody near: what becomes of victims in general is for the documents
    rf"^(?=.*\b(?:i|im|ive|my|our|me|we|weve|us|since)\b.{{0,40}}\b{_SUFFERED}\b)(?=.*\b{_AFTERMATH}\b)"
    r"(?=.*\b(?:i|im|ive|my|our|me|we|us)\b)",
    r"\b(?:court|trial|witness|give evidence|giving evidence|testify)\b.*\b(?:scared|terrified|frightened"
    r"|nervous|worried|dreading|anxious|afraid)\b|\b(?:scared|terrified|frightened|nervous|worried|dreading"
    r"|anxious|afraid)\b.*\b(?:going to court|in court|a witness|giv\w+ evidence|testify\w*)\b",
)
_STEAL = (
    r"(?:st[oe]l\w+|nick(?:ed|ing)|pinch(?:ed|ing)|robbed|burgled|mugged|thieved|thieving|snatch\w*|swiped"
    r"|broke(?:n)? in(?:to)?|break ?ins?|done over|ransack\w*|had away|keyed|slash\w*|vandal\w*|torched"
    r"|graffitied"
    r"|conned|scammed|swindled|ripped off|defraud\w*|hacked|cloned|cleaned (?:me|us|him|her|out)|fleeced)"
)
_OURS = r"(?:my|our|me|us|weve|ive|we|someones|mums|dads|nans|grans|neighbours?|next door)"
_PEST = (
    r"(?:smash\w*|weed|cannabis|drinking|fires?|bottles|eggs|graffiti|fireworks|stones|shouting|swearing"
    r"|spitting|throw\w*|racing|revving|tearing|ripping|trashing|wrecking|urinating|peeing|litter\w*)"
)
REPORT_CRIME = (
    rf"\b{_OURS}\b.*\b{_STEAL}\b|\b{_STEAL}\b.*\b(?:my|our|me|us|from (?:outside|the))\b",
    r"\b(?:bank|card|account|pin|password|savings|link|details|£\d\S*|money|deposit|tickets?)\b.*\b(?:gone"
    r"|cleaned"
    r"|emptied|taken|lost|fake|missing|never (?:came|arrived|turned up)|drained|not real|scam\w*"
    r"|disappeared)\b"
    r"(?=.*)(?<!council tax)",
    r"\b(?:deal(?:s|ing|ers?)|selling (?:drugs|weed|coke|gear|stuff)|drug den|taking drugs|shooting up)\b"
    r".{0,40}\b(?:out of|from|below|above|next door|flat|street|road|corner|park|alley|behind|outside|our"
    r"|my)\b",
    r"\b(?:off ?road|quad|dirt|motor|trail) ?(?:bikes?|bikers?|cycles?)\b.*\b(?:our|my|behind|field|park|path"
    r"|past|every|again|tell|report)\b",
    rf"\b(?:kids|lads|youths|teen\w*|gangs?|yobs?|boys|people|drunks?)\b.{{0,60}}\b{_PEST}\b.{{0,60}}"
    r"\b(?:my|our|us|by (?:me|us)|again|every)\b",
    r"\b(?:who|where|how) (?:do|can|should|would) (?:i|we) (?:\w+ )?(?:tell|ring|call|phone|report|contact"
    r"|speak to|talk to|see|let know)\b.*\b(?:i saw|we saw|hit and run|dealers?|dealing|drugs|theft|stolen"
    r"|assault|thieves|vandal\w*|dangerous|drink driv\w*|fly ?tip\w*|shoplift\w*|burglary|fight)\b",
    r"\btyres?\b.{0,20}\b(?:flat|let down|slashed|gone|punctured)\b|\b(?:claim\w+|pretend\w+|said|says"
    r"|saying) (?:to be|"
    r"(?:he|she|they) (?:was|were|are|is)|hes|shes) from\b.*\b(?:took|paid|gave|money|gone|bank|card"
    r"|rings?|cash)\b",
    r"\b(?:bought|paid|ordered|sold|sent (?:him|her|them))\b.*\b(?:blocked me|never (?:came|arrived"
    r"|turned up|sent)"
    r"|fake|disappeared|no reply)\b|\b(?:been|got|getting) (?:raided|turned over|trashed|wrecked|torched"
    r"|targeted)\b",
    r"\b(?:smell|stink|stinks|smells|reek\w*)\b.{0,15}\b(?:cannabis|weed|drugs)\b|\b(?:cannabis"
    r"|weed) (?:smell|farm|plants)\b"
    r"|\b(?:came|got|walked|let himself) in(?:to)? .{0,15}\b(?:took|taken) my\b",
    r"\b(?:phone|purse|handbag|bag|wallet|bike|car|van|keys?|jewellery|laptop|tools?|parcel|trailer|moped"
    r"|motorbike|scooter"
    r"|post|mower|plants|tools)\b.{0,15}\b(?:gone|taken|missing|vanished|disappeared"
    r"|nowhere)\b(?=.*\b(?:from|outside|my|our"
    r"|overnight|last night|this morning|drive)\b)(?<!plans)",
    r"\b(?:brick|stone|rock|bottle) (?:\w+ )?through (?:my|our|the)\b"
    r"|\bwindows? (?:\w+ )?(?:put (?:through|in)|smashed|broken)\b"
    r"|\b(?:fly ?tipp\w+|dump(?:ed|ing) (?:rubbish|waste|mattress\w*|tyres))\b|\bknock(?:ing)? and run\b",
    r"\b(?:hare coursing|poach\w+|sheep (?:killed|worrying|stolen|taken)|dog (?:bit|attacked|killed) my)\b"
    r"|\b(?:racing|driving like|doing (?:donuts|wheelies))\b.{0,40}\b(?:street|road|estate|car park|our|my"
    r"|night)\b",
    r"\b(?:dont|without) (?:want |giv\w+ )(?:my|a) name\b|\banonymous(?:ly)?\b.*\b(?:tip|information|tell"
    r"|report)\b"
    r"|\b(?:cctv|doorbell|dashcam|ring camera)\b.{0,30}\b(?:footage|video|caught|clip|of)\b",
    r"\b(?:loud music|parties|barking|noise)\b.{0,40}\b(?:night|hours|every|constantly|next door"
    r"|neighbours?)\b"
    r"|\b(?:catfish\w*|phish\w*|romance scam|fake (?:police|bank|website|seller|ticket\w*|call))\b",
    r"\b(?:i|we) know who\b.{0,40}\b(?:did|robb\w*|stole|burgl\w*|attack\w*|broke|robbery|burglary)\b",
    r"\b(?:shed|garage|van|car|house|shop|flat|allotment|caravan|lock ?up)s? (?:was |been |got |has been )?"
    r"(?:broken into|burgled|robbed|done over|raided|screwed|torched|keyed)\b(?=.*\b(?:overnight|last|night"
    r"|gone|taken|again|my|our|tools|yesterday|today|morning)\b)",
)
