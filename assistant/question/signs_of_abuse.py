"""Signs that somebody tells of abuse at home, of sexual abuse, of a child at risk, of stalking or of hate.

The patterns read what `said` gives: small letters, "im" for "I am", no apostrophes.
"""

from assistant.question.patterns import any_of
from assistant.question.signs_of_danger import NEAR

LOVED = r"(?:husband|wife|partner|boyfriend|girlfriend|ex|fiancee?|hubby|bf|gf)s?"
_PARTNER = rf"(?:my|her|his|their|mums|daughters|sisters|sons|brothers|friends) (?:\w+ ){{0,2}}?{LOVED}\b"
_HURTS = (
    r"(?:hits?|hitting|beats?|beating|beaten|punch\w*|kick\w*|slap\w*|hurts?|hurting|strangl\w+|chok\w+"
    r"|abus\w+|threaten\w*|attack\w*|push\w*|shov\w+|batter\w*|controls?|controlling|bull(?:y|ies|ying)"
    r"|burn(?:s|ed|t)?|frighten\w*|spits?|grab\w*|terrif\w+|intimidat\w+)"
)
_HARMED = (
    r"(?:abused|neglected|hit|hurt|beaten|groomed|exploited|harmed|unsafe|in danger|at risk|starved"
    r"|not safe|trafficked|mistreated|ill treated)"
)
_THEM = rf"(?:me|us|her|him|them|my (?:\w+ )?{NEAR}|my money|my life|everything)"
_CAN_I = (
    r"(?:how (?:do|can|should|would) (?:i|we|you)|where (?:do|can|should) i|who (?:do|can|should) i|can i"
    r"|i want|i need|id like|i wish|how)"
)
_TELL = (
    r"(?:report|tell(?: \w+){0,2} about|complain about|get help (?:for|with)|do about|(?:call|ring|talk to"
    r"|speak to|contact)(?: \w+){0,2}? (?:about|for|if))"
)
_TO_TELL = rf"\b{_CAN_I} (?:\w+ ){{0,2}}?(?:to )?{_TELL}"
_ONE_OF_US = r"\b(?:i|im|ive|me|my|us|our|we)\b"

DOMESTIC_ABUSE = any_of(
    rf"{_PARTNER}.{{0,40}}?\b{_HURTS}\b(?: \w+){{0,3}} {_THEM}\b",
    rf"\b(?:he|she)s?(?: \w+)? {_HURTS} (?:at )?me\b",
    rf"\bmy (?:\w+ )?(?:son|daughter|brother|sister|grandson|family|in laws)s? (?:\w+ )?{_HURTS} me\b",
    rf"(?:{_PARTNER}|\bhe|\bshe).{{0,40}}?\b(?:checks|reads|tracks|takes|controls|keeps"
    rf"|hides) (?:all )?(?:of )?my (?:phone|messages"
    r"|texts|emails|money|wages|bank|keys|every)",
    rf"(?:{_PARTNER}|\bhe|\bshe).{{0,40}}?\b(?:wont let|doesnt let|never lets|stops) (?:me|my (?:mum"
    rf"|sister|daughter|friend)|her)\b",
    rf"{_PARTNER} (?:is|has been|was|gets|has become) (?:\w+ )?(?:violent|abusive|aggressive|abusing"
    rf"|hurting|hitting)\b",
    rf"\b(?:violent|abusive|controlling|coercive) (?:\w+ )?(?:{LOVED}|relationship|marriage|family)\b",
    rf"\b(?:scared|afraid|frightened|terrified) of (?:{_PARTNER}|him\b|her\b)|\bleave (?:him"
    rf"|her)\b.*\b(?:scared|afraid|cant)\b",
    rf"\b(?:abused|hit|beaten|hurt|threatened|controlled|attacked|battered)(?: \w+){{0,2}} by {_PARTNER}",
    r"\b(?:im|ive been|i was|being) (?:\w+ )?abused (?:at home|by (?:him|her|my family))\b",
    r"\bis it (?:domestic )?abuse (?:if|when) (?:he|she|my)\b|\bi (?:dont|never) feel safe (?:at home"
    r"|with (?:him|her))\b",
    r"\b(?:im|ive been|i was|being|ive) (?:a |an? \w+ )?(?:victim|survivor|suffer\w+)(?: of"
    r"| from)? domestic\b|\bmy domestic (?:abuse|violence)\b|\bi suffer\w* (?:from )?domestic\b",
    rf"{_TO_TELL} (?:\w+ ){{0,3}}?(?:domestic|my {LOVED})\b",
)
# However it is asked, it asks for somebody to call.
DOMESTIC_HELPLINE = any_of(
    r"\b(?:helpline|hotline|refuge)\b.*\bdomestic (?:abuse|violence)\b",
    r"\bdomestic (?:abuse|violence) (?:helpline|hotline|refuge|number)\b",
)
_SEXUALLY = r"(?:raped|sexually (?:assaulted|abused|harassed|attacked)|groped|molested|flashed at)"
_NAKED = r"(?:naked|nude|nudes|intimate|private|sexual)"
SEXUAL_ABUSE = any_of(
    rf"\b(?:i|ive|im|{NEAR}|she|he)(?: \w+){{0,3}}? (?:was|were|been|being|got|getting|is"
    rf"|think i was) (?:\w+ ){{0,2}}?{_SEXUALLY}\b",
    rf"\b(?:{_SEXUALLY}|raping|flashed) (?:at )?(?:me|my (?:\w+ )?{NEAR})\b|\b(?:being|been"
    rf"|was) {_SEXUALLY}\b(?=.*\bi\b)|\bi\b.*\b(?:being|been) {_SEXUALLY}\b",
    r"\b(?:touched|touches|touching|groped|fondled|kissed) me\b",
    r"\b(?:made|makes|forced|forces|forcing|making|pressured) me (?:to )?(?:have sex|do sexual|sleep with)"
    r"|\bforced (?:himself|herself) on me\b",
    r"\bhad sex with me\b|\bsex when i (?:didnt|was asleep|was drunk)\b",
    r"\b(?:spiked|drugged) and (?:assaulted|raped)\b|\bi (?:think i )?(?:was|got|have been) spiked\b"
    r"|\bmy drink was spiked\b",
    rf"\b(?:shared|sharing|posted|posting|sent|sending|leaked)\b.{{0,20}}\b{_NAKED}\b.{{0,20}}\b(?:of me"
    rf"|my)\b",
    r"\b(?:i|ive|im)\b.{0,20}\b(?:abused|assaulted) (?:as a child|when i was (?:a child|a kid|little|young"
    r"|\d+)|by (?:a|my|the) (?:\w+ )?(?:teacher|priest|vicar|coach|uncle|stepdad|stepfather|grandad"
    r"|babysitter|doctor|boss))\b",
    rf"{_TO_TELL} (?:\w+ ){{0,3}}?(?:rape|sexual (?:assault|abuse|offence|attack))\b",
    r"\b(?:sexual assault|rape|sexual abuse)\b.*\b(?:happened to me|happening to me)\b|\bmy (?:rape"
    r"|sexual assault|rapist)\b",
)
CHILD = (
    r"(?:child|children|kids?|baby|toddler|little (?:girl|boy|brother|sister|one)|(?:girl|boy)s? next door"
    r"|(?:\w+ )?(?:nephew|niece|daughter|son|grandson|granddaughter|pupil)|(?:\d+|\w+teen) year old)s?"
)
_PARENT = (
    r"(?:step ?)?(?:dad|mum|mother|father|parents?|carer|foster \w+|mums (?:new )?(?:partner|boyfriend))"
)
CHILD_AT_RISK = any_of(
    rf"\b(?:im|i|worried|afraid|concerned|scared|suspect|believe|know"
    rf"|sure)\b.{{0,50}}\b{CHILD}\b.{{0,40}}\b(?:is|are|being|been|was|getting) (?:\w+ )?{_HARMED}\b",
    rf"\b{CHILD}\b.{{0,50}}\bi (?:think|fear|am worried|suspect|believe)\b.{{0,30}}\b{_HARMED}\b",
    rf"\bmy (?:\w+ )?{CHILD} (?:is|has been|are|have been|was) (?:being )?(?:groomed|exploited|trafficked"
    rf"|neglected|abused)\b",
    rf"\b(?:im|we are) (?:\w+ )?(?:worried|concerned|scared) (?:about|for) (?:a|the|my|this|some"
    rf"|next doors|my neighbours) (?:\w+ )?{CHILD}\W*$",
    rf"\bmy {_PARENT} (?:\w+ )?(?:hits?|beats?|hurts?|touches|kicks?|punches|slaps?|starves?|abuses?"
    rf"|locks?|hit) "
    r"(?:me|us|my (?:little )?(?:brother|sister))\b",
    rf"\bmy {_PARENT} (?:doesnt|dont|never|wont|do not) (?:feeds?|looks? after|let) (?:me|us)\b",
    r"\bim (?:only )?(?:[5-9]|1[0-7])\b(?: years old)?(?!\w).*\b(?:(?:hits?|hurts?|touch\w*|abus\w+"
    r"|beats?) me|scared of)\b",
    rf"\b(?:messag\w+|groom\w+|texting|contacting|talking to|sending|asking"
    rf"|asked)\b.{{0,20}}\bmy (?:\w+ )?{CHILD}\b.{{0,60}}"
    r"\b(?:pictures?|photos?|online|meet|naked|nudes?|sex\w*)",
    rf"\b(?:leave|leaves|left|leaving|hits?|hitting|beats?|hurts?|hurting|starv\w+|lock\w*) (?:their|his"
    rf"|her|that) (?:\w+ )?{CHILD}\b",
    rf"{_TO_TELL} (?:\w+ ){{0,3}}?(?:child (?:abuse|neglect|protection|exploitation)|{CHILD} being)\b",
    rf"\b(?:who|how|where) (?:do|can|should) i\b.*\bif i (?:think|suspect|am worried|know)\b.*\b{CHILD}\b",
)
_GETTING_AT_ME = (
    r"(?:following|messaging|texting|ringing|calling|phoning|contacting|watching|emailing|stalking"
    r"|harassing|pestering)"
)
STALKING = any_of(
    r"\b(?:i|me|my|we)\b.*\b(?:stalking|harassment|restraining|protection) (?:protection )?order\b",
    r"\b(?:im|ive been|i was|we are|weve been|been|being|i am)(?: \w+)? (?:being )?(?:stalked|harassed)\b",
    r"\b(?:i have|ive|ive got|got|my) (?:an? )?stalker\b|\b(?:is|keeps|been|s) (?:stalking|harassing"
    r"|pestering) (?:me|us|my)\b",
    rf"\b(?:wont|doesnt|never|cant get \w+ to) (?:leaves?|stops?) (?:me|us|{_GETTING_AT_ME}|coming)\b",
    r"\b(?:following|follows|followed|watching|spying on) me\b.{0,40}\b(?:weeks|months|everywhere|days"
    r"|years|every day)\b",
    rf"\b(?:keeps|keep|kept|always|constantly)\b.{{0,20}}\b(?:{_GETTING_AT_ME} (?:me|us)|sending me"
    rf"|turning up (?:at|outside)"
    r" (?:my|our)|waiting (?:for me|outside (?:my|our)))\b",
    r"\b(?:threatening|nasty|abusive|anonymous|creepy|hundreds of) (?:\w+ )?(?:texts?|messages?|calls"
    r"|letters|notes|emails)\b(?=.*\b(?:me|i|my|from)\b)",
    r"\btracker on my\b|\btracking (?:me|my phone|my car)\b",
    rf"{_TO_TELL} (?:\w+ ){{0,3}}?(?:stalk\w+|harass\w+)\b",
)
_HATED = (
    r"(?:gay|lesbian|bi|trans|transgender|queer|black|asian|brown|white|polish|romanian|muslim|jewish|sikh"
    r"|hindu|christian|catholic|disabled|deaf|blind|autistic|foreign|an? immigrant|an? refugee|(?:my|his"
    r"|her|their|our) (?:race|religion|disability|skin|sexuality|faith|accent|colour|wheelchair)"
    r"|(?:\w+ )?downs|(?:autism|downs syndrome|a learning disability)|wearing (?:a|my|her"
    r"|his) (?:headscarf|hijab|turban|kippah|burqa|veil))"
)
_ABUSED = (
    r"(?:abus\w+|attack\w*|beaten|beat|spat|spit|shout\w*|hit|bull(?:y|ied|ying|ies)|punched|threaten\w*"
    r"|called|insult\w*|kicked|target\w*)"
)
_RACIST = r"(?:racist|homophobic|transphobic|anti ?semitic|islamophobic|sectarian)"
HATE_CRIME = any_of(
    rf"^(?=.*{_ONE_OF_US}).*\b{_ABUSED}\b.*\b(?:because|for|due to|over)(?: of)?(?: being)?(?: im| i| hes"
    rf"| shes| they are| we are| my (?:\w+ )?{NEAR} is)?(?: being| has| have)? {_HATED}\b",
    rf"^(?=.*{_ONE_OF_US}).*\b{_RACIST} (?:\w+ )?(?:abuse|names?|things|comments|graffiti|messages"
    rf"|attack\w*|words|language"
    r"|slurs|threats)\b",
    rf"\b{_RACIST} (?:to|towards|about|at) (?:me|us|my)\b|\bswastika\b.{{0,30}}\b(?:my|our)\b",
    r"\b(?:im|ive been|i was|being) (?:a )?victim of (?:a )?hate (?:crime|incident)\b",
    rf"{_TO_TELL} (?:\w+ ){{0,3}}?(?:hate|racis\w+|homophobi\w+)\b",
)
