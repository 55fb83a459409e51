"""Signs that somebody wants to tell the police something, to complain, or to find help after a crime.

The patterns read what `said` gives: small letters, "im" for "I am", no apostrophes.
"""

from assistant.question.patterns import any_of
from assistant.question.signs_of_danger import NEAR

_WISH = (
    r"(?:i|we) (?:really |just |would |do )?(?:want|need|wish|like|have|am trying|wanted|would like)(?: to)?"
    r"|id (?:like|love) to|im (?:trying|looking|hoping|going) to|(?:how|where|when|who) (?:do|can|should"
    r"|would|could) (?:i|we|you)"
    r"|(?:can|could|should|do) (?:i|we)|how to|have to|want to|wish to|would like to"
)
_MISSING = rf"\b(?:my|our) (?:\w+ ){{0,3}}?{NEAR}\b"
MISSING_PERSON = any_of(
    rf"{_MISSING}.{{0,40}}?\b(?:missing|hasnt come (?:home|back)|never (?:came|come) (?:home|back)|didnt"
    rf" come (?:home|back)"
    r"|not come (?:home|back)|ran away|run away|run off|disappeared|vanished|wandered off)\b",
    rf"\b(?:i|we) cant find (?:him|her|my (?:\w+ )?(?:{NEAR}|little \w+))\b",
    r"\b(?:who|what) (?:do|can|should) i\b.*\bif (?:someones?|my \w+)(?: is| goes| has gone)? missing\b",
    rf"\b(?:{_WISH}) (?:\w+ )?report(?: \w+){{0,4}} missing\b",
    r"\breport\w* (?:\w+ ){0,3}missing\b(?=.*\b(?:i|my|we)\b)|\b(?:i|we)\b.*\breport\w* (?:\w+"
    r" ){0,3}missing\b",
)

_STOLEN = (
    r"(?:stolen|nicked|pinched|taken|broken into|burgled|robbed|smashed|vandalised|damaged|hacked|keyed"
    r"|ransacked"
    r"|set on fire|scratched|slashed|egged)"
)
_TOOK = (
    r"(?:stole|stolen|nicked|pinched|robbed|broke into|broken into|burgled|smashed|vandalised|damaged"
    r"|hacked|keyed"
    r"|emptied|slashed|set fire to|punched|attacked|assaulted|mugged|hit|scammed|conned|threatened|spat"
    r" (?:at|on))"
)
_THIEF = (
    r"(?:someones?|they|thieves|burglars|kids|lads|youths|fraudsters|scammers"
    r"|an? (?:\w+ )?(?:man|lad|woman|gang)|people|he|she|neighbours?)"
)
_CRIME = (
    r"(?:crimes?|thefts?|burglar\w*|robbery|assaults?|frauds?|scams?|anti ?social|asb|drugs?|dealers?"
    r"|dealing|speeding"
    r"|vandal\w+|damage|break in|noise|stolen|theft|fight|incident|something (?:i|that)|nuisance|threats?"
    r"|arson"
    r"|fly ?tipp\w+|shoplift\w+|someone|neighbours?|hacking|a? ?(?:man|lad|woman)|crime)"
)
REPORT_CRIME = any_of(
    rf"\b(?:{_WISH}) (?:\w+ ){{0,2}}?(?:report(?! (?:on|back|to my|card)\b)|tell the"
    rf" police)\b.{{0,50}}\b{_CRIME}",
    rf"\b(?:{_WISH}) (?:\w+ )?report (?:it|this|him|her|them|my|an?|some)\b"
    r"(?!.{0,12}\b(?:problems?|fault|mistake|error|bug)\b)",
    rf"\b(?:my|our) (?:\w+ ){{0,3}}?(?:was|were|has been|have been|got|been|is|had) (?:\w+ )?{_STOLEN}\b",
    rf"\b{_THIEF} (?:has |have |s |just |have just )?(?:\w+ )?{_TOOK} (?:my|our|me|us|into my)\b",
    r"\b(?:i|ive|weve|we|im)(?: have| had)? (?:just |only |also )?(?:been |was |were |got |had been"
    r" )(?:just |badly )?"
    r"(?:burgled|mugged|robbed|scammed|conned|defrauded|assaulted|attacked|punched|hacked|beaten up"
    r"|headbutted|threatened"
    r"|spat at|catfished|tricked)\b",
    r"\b(?:dealing|selling|deals|sells|dealer)\b.{0,10}\bdrugs?\b.{0,40}\b(?:my|our|next door|outside)"
    r" ?(?:road|street|house"
    r"|door|estate|park|flat)?",
    r"\b(?:kids|lads|youths|neighbours?|people|they|gang|teenagers|someone)\b (?:\w+ )?(?:keep|keeps|are"
    r" always|is always"
    r"|always)\b.{0,60}\b(?:my|our)\b",
    rf"\b(?:who|what number) (?:do|can|should) i (?:ring|call|phone|tell|contact|speak to|talk"
    rf" to)\b.{{0,60}}\b{_CRIME}",
    r"\b(?:what number|who|how)\b.{0,30}\b(?:i|we)\b.{0,20}\b(?:ring|call|phone|contact|speak to|talk to"
    r"|get hold of|reach|tell)\b"
    r".{0,20}\b(?:the )?police\b",
    r"\b(?:i|we|id) (?:want|need|would like|wish|like) to (?:speak to|talk to|tell|contact|ring|call)"
    r" (?:the police|a police"
    r"|an officer)\b",
    r"\b(?:police|101) non ?emergency\b|\bnon ?emergency (?:police|number)\b",
    r"\b(?:growing|smoking) (?:cannabis|weed)\b.*\b(?:next door|street|outside)\b"
    r"|\bneighbours?\b.*\bgrowing (?:cannabis|weed)\b",
    r"\bmy neighbours? (?:\w+ )?(?:plays?|blasts?|parks?|shouts?|bangs?|throws?|burns?|screams?)\b",
    r"\b(?:kids|lads|youths|teenagers|bikers?|people|they)\b.{0,50}\b(?:my|our)\b.{0,40}\bevery (?:night"
    r"|day|week\w*|evening)\b",
    r"\b(?:hit|crashed into|scratched) my (?:\w+ )?(?:car|van|bike|wall)\b.*\b(?:drove|ran|rode|sped)"
    r" (?:off|away)\b",
    r"\bsaw (?:someones?|a \w+) (?:\w+ )?(?:shoplifting|stealing|breaking|dealing|taking|fighting"
    r"|smashing)\b",
    r"\bi (?:saw|witnessed|have seen) (?:an? )?(?:\w+ )?(?:crime|theft|robbery|assault|attack|burglary"
    r"|fight)\b",
)

_COMMISSIONER = r"(?:commissioner|pcc|police and crime commissioner)"
_OFFICER = (
    r"(?:(?<!the )police officers?|officers?|pcsos?|constable\w?|detectives?|sergeants?|copper|coppers"
    r"|cops?|policem[ae]n"
    r"|policewom[ae]n|the police|police|constabulary|the force|101|999)"
)
_COMPLAIN = r"(?:complain|complaint|complaints|grievance)"
_MY_COMPLAINT = (
    rf"(?:\b(?:{_WISH})(?: \w+){{0,4}}? {_COMPLAIN}|\bmy {_COMPLAIN}|^how to(?: \w+){{0,3}}? {_COMPLAIN})"
)
COMPLAINT_COMMISSIONER = any_of(
    rf"{_MY_COMPLAINT}\b.*\b{_COMMISSIONER}\b", rf"\b{_COMMISSIONER}\b.*{_MY_COMPLAINT}\b"
)
_BADLY = (
    r"(?:rude|badly|unfair\w*|disgusting\w*|aggressive\w*|ignored|rough|bullied|racist|unprofessional|did"
    r" nothing|done nothing"
    r"|wouldnt help|refused|lied|not happy|unhappy|hurt|let (?:me|us) down|never came|nobody came|no one"
    r" came|dont care)"
)
COMPLAINT_POLICE = any_of(
    rf"{_MY_COMPLAINT}\b.*\b{_OFFICER}\b",
    rf"\b{_OFFICER}\b.*{_MY_COMPLAINT}\b",
    rf"\b{_OFFICER}\b.{{0,30}}\b{_BADLY}\b(?=.*\b(?:me|my|us|our|im|i)\b)(?!.*\bnot in the\b)",
    rf"\b(?:not happy|unhappy|disgusted|let down|badly treated|treated badly)\b.{{0,40}}\b(?:by|with|at)"
    rf" (?:\w+ )?{_OFFICER}\b",
    rf"\b(?:i|we|my) .{{0,30}}\b{_OFFICER}\b.{{0,30}}\b(?:nobody|no one|never) (?:came|turned up|rang"
    rf"|called)\b",
)

_SUPPORT = r"(?:help|support|talk to|advice|counselling|someone to talk|comfort|get over)"
_AS_VICTIM = (
    r"(?:as|im|ive been|i was|i became|we were|been|was|am) (?:a |the )?(?:victim|witness)\b|\bas a witness\b"
)
VICTIM_SUPPORT = any_of(
    rf"\b(?:{_AS_VICTIM}).*\b{_SUPPORT}\b(?=.*)",
    rf"\b{_SUPPORT}\b.*\b(?:{_AS_VICTIM})",
    r"\b(?:help|support|cope)\b.{0,25}\bafter\b.{0,20}\b(?:burgl\w+|robb\w+|crime|attack\w*|assault\w*"
    r"|mugg\w+|theft|fraud"
    r"|scam\w*)\b",
    r"\b(?:nightmares|cant sleep|flashbacks|panic attacks)\b.*\btalk to\b",
    r"\b(?:since|after|because) i (?:was|got) (?:robbed|burgled|attacked|mugged|assaulted)\b",
    r"\b(?:contact|get in touch with|ring|call|phone|reach|get hold of|number (?:for|of)|refer\w* to)"
    r" (?:the )?victim"
    r" (?:support|services?|care)\b",
)
