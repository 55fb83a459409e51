"""Signs that somebody wants to tell the police something, to complain, or to find help after a crime.

The patterns read what `said` gives: small letters, "im" for "I am", no apostrophes.
"""

from assistant.question.patterns import any_of
from assistant.question.signs_of_danger import NEAR

_WISH = (
    r"(?:i|we) (?:really |just |would |do )?(?:want|need|wish|like|have|am trying|wanted"
    r"|would like)(?: to)?|id (?:like|love) to|im (?:trying|looking|hoping|going) to|(?:how|where|when"
    r"|who) (?:do|can|should|would|could) (?:i|we|you)|(?:can|could|should|do) (?:i|we)|how to|have to"
    r"|want to|wish to|would like to"
)
_MISSING = rf"\b(?:my|our) (?:\w+ ){{0,3}}?{NEAR}\b"
MISSING_PERSON = any_of(
    rf"{_MISSING}.{{0,40}}?\b(?:missing|hasnt come (?:home|back)|never (?:came|come) (?:home|back)"
    rf"|didnt come (?:home|back)"
    r"|not come (?:home|back)|ran away|run away|run off|disappeared|vanished|wandered off)\b",
    rf"\b(?:i|we) cant find (?:him|her|my (?:\w+ )?(?:{NEAR}|little \w+))\b",
    r"\b(?:who|what) (?:do|can|should) i\b.*\bif (?:someones?|my \w+)(?: is| goes| has gone)? missing\b",
    rf"\b(?:{_WISH}) (?:\w+ )?report(?: \w+){{0,4}} missing\b",
    r"\breport\w* (?:\w+ ){0,3}missing\b(?=.*\b(?:i|my|we)\b)|\b(?:i"
    r"|we)\b.*\breport\w* (?:\w+ ){0,3}missing\b",
)

_STOLEN = (
    r"(?:stolen|snatched|nicked|pinched|taken|broken into|burgled|robbed|smashed|vandalised|damaged|hacked"
    r"|keyed|ransacked|set on fire|scratched|slashed|egged)"
)
_TOOK = (
    r"(?:stole|stolen|nicked|pinched|robbed|broke into|broken into|burgled|smashed|vandalised|damaged"
    r"|hacked|keyed|emptied|slashed|set fire to|punched|attacked|assaulted|mugged|hit|scammed|conned"
    r"|threatened|spat (?:at|on))"
)
_THIEF = (
    r"(?:someones?|they|thieves|burglars|kids|lads|youths|fraudsters|scammers|an? (?:\w+ )?(?:man|lad"
    r"|woman|gang)|people|he|she|neighbours?)"
)
_CRIME = (
    r"(?:crimes?|thefts?|burglar\w*|robbery|assaults?|frauds?|scams?|anti ?social|asb|drugs?|dealers?"
    r"|dealing|speeding|vandal\w+|damage|break in|noise|stolen|theft|fight|incident|something (?:i|that)"
    r"|nuisance|threats?|arson|fly ?tipp\w+|shoplift\w+|someone|neighbours?|hacking|a? ?(?:man|lad|woman)"
    r"|crime)"
)
REPORT_CRIME = any_of(
    rf"\bhad (?:my|our) (?:\w+ ){{1,3}}{_STOLEN}\b|\bset(?:ting)? fire to\b(?=.*\b(?:my|our|us)\b)",
    rf"\b{_THIEF}\b.{{0,20}}\b(?:selling|dealing) drugs\b|\blost (?:£|all|my)\W?.{{0,20}}\b(?:fake|scam\w*"
    rf"|fraud\w*)\b",
    rf"\b(?:{_WISH}) (?:\w+ ){{0,2}}?(?:report(?! (?:on|back|to my|card)\b)"
    rf"|tell the police)\b.{{0,50}}\b{_CRIME}",
    rf"\b(?:{_WISH}) (?:\w+ )?report (?:it|this|him|her|them|my|an?|some)\b"
    r"(?!.{0,12}\b(?:problems?|fault|mistake|error|bug)\b)",
    rf"\b(?:my|our) (?:\w+ ){{0,3}}?(?:was|were|has been|have been|got|been|is|had) (?:\w+ )?{_STOLEN}\b",
    rf"\b{_THIEF} (?:has |have |s |just |have just )?(?:\w+ )?{_TOOK} (?:my|our|me|us|into my)\b",
    r"\b(?:i|ive|weve|we|im)(?: have| had)? (?:just |only |also )?(?:been |was |were |got "
    r"|had been )(?:just |badly )?(?:burgled|mugged|robbed|scammed|conned|defrauded|assaulted|attacked"
    r"|punched|hacked|beaten up|headbutted|threatened|spat at|catfished|tricked)\b",
    r"\b(?:dealing|selling|deals|sells|dealer)\b.{0,10}\bdrugs?\b.{0,40}\b(?:my|our|next door"
    r"|outside) ?(?:road|street|house|door|estate|park|flat)?",
    r"\b(?:kids|lads|youths|neighbours?|people|they|gang|teenagers|someone)\b (?:\w+ )?(?:keep|keeps"
    r"|are always|is always|always)\b.{0,60}\b(?:my|our)\b",
    rf"\b(?:who|what number) (?:do|can|should) i (?:ring|call|phone|tell|contact|speak to"
    rf"|talk to)\b.{{0,60}}\b{_CRIME}",
    r"\b(?:what number|who|how)\b.{0,30}\b(?:i|we)\b.{0,20}\b(?:ring|call|phone|contact|speak to|talk to"
    r"|get hold of|reach|tell)\b.{0,20}\b(?:the )?police\b(?! (?:and )?crime (?:and|commissioner|panel))",
    r"\b(?:i|we|id) (?:want|need|would like|wish|like) to (?:speak to|talk to|tell|contact|ring"
    r"|call) (?:the police|a police|an officer)\b(?! (?:and )?crime (?:and|commissioner|panel))",
    r"\b(?:growing|smoking) (?:cannabis|weed)\b.*\b(?:next door|street|outside)\b"
    r"|\bneighbours?\b.*\bgrowing (?:cannabis|weed)\b",
    r"\bmy neighbours? (?:\w+ )?(?:plays?|blasts?|parks?|shouts?|bangs?|throws?|burns?|screams?)\b",
    r"\b(?:kids|lads|youths|teenagers|bikers?|people|they)\b.{0,50}\b(?:my|our)\b.{0,40}\bevery (?:night"
    r"|day|week\w*|evening)\b",
    r"\b(?:hit|crashed into|scratched) my (?:\w+ )?(?:car|van|bike|wall)\b.*\b(?:drove|ran|rode"
    r"|sped) (?:off|away)\b",
    r"\bsaw (?:someones?|a \w+) (?:\w+ )?(?:shoplifting|stealing|breaking|dealing|taking|fighting"
    r"|smashing)\b",
    r"\bi (?:saw|witnessed|have seen) (?:an? )?(?:\w+ )?(?:crime|theft|robbery|assault|attack|burglary"
    r"|fight)\b",
)
# However it is asked, it asks for a way to the police.
WAY_TO_THE_POLICE = any_of(
    r"\b(?:police|101) non ?emergency\b|\bnon ?emergency (?:police|number)\b",
    r"\bways? to (?:tell|let|contact|reach|get hold of) the police\b",
)

_COMMISSIONER = r"(?:commissioner|pcc|police and crime commissioner)"
_OFFICER = (
    r"(?:(?<!the )police officers?|officers?|pcsos?|constable\w?|detectives?|sergeants?|copper|coppers"
    r"|cops?|policem[ae]n|policewom[ae]n|the police|police|constabulary|the force|101|999)"
)
_COMPLAIN = r"(?:complain|complaint|complaints|grievance)"
_MY_COMPLAINT = (
    rf"(?:\b(?:{_WISH})(?: \w+){{0,4}}? {_COMPLAIN}|\bmy {_COMPLAIN}|^how to(?: \w+){{0,3}}? {_COMPLAIN})"
)
COMPLAINT_COMMISSIONER = any_of(
    rf"{_MY_COMPLAINT}\b.*\b{_COMMISSIONER}\b", rf"\b{_COMMISSIONER}\b.*{_MY_COMPLAINT}\b"
)
_BADLY = (
    r"(?:rude|badly|unfair\w*|disgusting\w*|aggressive\w*|ignored|rough|bullied|racist|unprofessional"
    r"|did nothing|done nothing|wouldnt help|refused|lied|not happy|unhappy|hurt|let (?:me|us) down"
    r"|never came|nobody came|no one came|dont care)"
)
COMPLAINT_POLICE = any_of(
    rf"{_MY_COMPLAINT}\b.*\b{_OFFICER}\b",
    rf"\b{_OFFICER}\b.*{_MY_COMPLAINT}\b",
    rf"\b{_OFFICER}\b.{{0,30}}\b{_BADLY}\b(?=.*\b(?:me|my|us|our|im|i)\b)(?!.*\bnot in the\b)",
    rf"\b(?:not happy|unhappy|disgusted|let down|badly treated|treated badly)\b.{{0,40}}\b(?:by|with"
    rf"|at) (?:\w+ )?{_OFFICER}\b",
    rf"\b(?:i|we|my) .{{0,30}}\b{_OFFICER}\b.{{0,30}}\b(?:nobody|no one|never) (?:came|turned up|rang"
    rf"|called)\b",
)

_SUPPORT = r"(?:help|support|talk to|advice|counselling|someone to talk|comfort|get over)"
_AS_VICTIM = (
    r"(?:as|im|ive been|i was|i became|we were|been|was|am) (?:a |the )?(?:victim|witness)\b"
    r"|\bas a witness\b"
)
VICTIM_SUPPORT = any_of(
    rf"\b(?:{_AS_VICTIM}).*\b{_SUPPORT}\b(?=.*)",
    rf"\b{_SUPPORT}\b.*\b(?:{_AS_VICTIM})",
    r"\b(?:help|support|cope)\b.{0,25}\bafter\b.{0,20}\b(?:burgl\w+|robb\w+|crime|attack\w*|assault\w*"
    r"|mugg\w+|theft|fraud|scam\w*)\b",
    r"\b(?:nightmares|cant sleep|flashbacks|panic attacks)\b.*\btalk to\b",
    r"\b(?:since|after|because) i (?:was|got) (?:robbed|burgled|attacked|mugged|assaulted)\b",
    r"\b(?:contact|get in touch with|ring|call|phone|reach|get hold of|number (?:for|of)"
    r"|refer\w* to) (?:the )?victim (?:support|services?|care)\b",
)
