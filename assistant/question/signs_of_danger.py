"""Signs that somebody is in danger now, cannot speak, or thinks of ending their life.

The patterns read what `said` gives: small letters, "im" for "I am", no apostrophes.
"""

from assistant.question.patterns import any_of

NEAR = (
    r"(?:son|daughter|child|kid|baby|mum|mother|dad|father|husband|wife|partner|boyfriend|girlfriend"
    r"|brother|sister|friend|mate|neighbour|uncle|aunt|nan|gran|grandad|nephew|niece|cousin|flatmate"
    r"|colleague|ex)s?"
)
_STRANGER = (
    r"(?:someones?|an? (?:\w+ )?(?:man|woman|lad|guy|bloke|stranger|intruder|burglar|gang|boy"
    r"|girl)(?: of \w+)?|men|people|lads|burglars)"
)
_SOMEBODY = rf"(?:{_STRANGER}|he|hes|she|shes|they|theyve|(?:my|our|the) (?:\w+ ){{0,2}}{NEAR})"
_US = (
    r"(?:me|us|him|her|them|(?:a|another) (?:\w+ )?(?:man|woman|lad|girl|boy|child|person)"
    rf"|my (?:\w+ )?{NEAR})"
)
_OUR = r"(?:my|our|the|next doors|a neighbours)(?: \w+){0,2}"
_PLACE = (
    r"(?:house|home|flat|door|doors|window|windows|garden|garage|shop|bedroom|kitchen|room|bathroom"
    r"|downstairs|upstairs)"
)
WEAPON = r"(?:knife|gun|machete|axe|sword|bat|hammer|weapon|crowbar|shotgun|rifle)"
_ATTACKING = (
    r"(?:attacking|hitting|beating|kicking|punching|stabbing|strangling|choking|hurting|shooting|chasing"
    r"|following|threatening|robbing|mugging|killing)"
)
_KILL = r"(?:kill|hurt|stab|shoot|attack|batter|murder|get)"

DANGER = any_of(
    # somebody breaks in, or is where they should not be
    rf"\b{_SOMEBODY}(?: is| are)?(?: just| still)? (?:trying to )?(?:break|breaking|climb|climbing|kick"
    rf"|kicking|smash|smashing|forc\w+|bang\w*) (?:in\b|into {_OUR} {_PLACE}|on {_OUR} {_PLACE}"
    rf"|{_OUR} {_PLACE})",
    r"\bheld (?:\w+ ){0,3}(?:against (?:my|her|his) will|prisoner|hostage)\b|\bbanging on (?:my|our) \w+",
    rf"\bthreaten\w* (?:\w+ ){{1,5}}with an? (?:\w+ )?(?:{WEAPON}|bottle|glass)\b",
    r"\b(?:men|lads|people|they|he|someone|blokes|gang)\b.{0,20}\boutside\b.{0,30}\b(?:bang\w*|smash\w*"
    r"|bats|knives|threat\w*)\b",
    r"\b(?:trying to|about to) (?:get|break|kick|force|smash|pull|drag)(?: \w+){0,4} (?:in\b|open|down)",
    rf"\b(?:kicking|smashing|banging|breaking)(?: \w+){{0,3}} {_PLACE} (?:in|down|up)\b",
    rf"\b(?:{_STRANGER}|theyve|hes)(?: has| have)? just (?:broke|broken) in\b",
    rf"\b(?:theres|{_STRANGER})(?: \w+){{0,3}}? (?:in|inside|outside) (?:my"
    rf"|our) {_PLACE}\b(?!.*\bfor (?:weeks|days))",
    r"\btheres (?:been )?(?:an? )?(?:\w+ )?(?:intruder|burglar|prowler)\b",
    r"\b(?:fight|stabbing|shooting|riot) (?:going on|outside|next door|on my|in my|in our|on our)",
    # weapons, and violence that goes on
    rf"\b(?:hes|shes|theyve|has|have|with|got|holding|carrying|waving)(?: got)? an? (?:\w+ )?{WEAPON}\b"
    r"(?=\W*$|.*\b(?:outside|at me|me|us|here|help|my|them|now)\b)",
    rf"\b(?:knife|gun)\b.{{0,20}}\b(?:to|at) my\b|\bthreaten\w* {_US} with an? (?:\w+ )?{WEAPON}\b",
    rf"\b{_SOMEBODY}(?: is| are)?(?: still)? (?:being )?{_ATTACKING} {_US}\b(?=(?: up)?\W*$"
    r"|.*\b(?:now|help|outside|right now|please|police|here)\b)(?!.*\b(?:weeks|months|years|ages"
    r"|everywhere)\b)",
    r"\b(?:im|we are) (?:being |getting )?(?:attacked|followed|chased|beaten|strangled|stabbed|robbed"
    r"|mugged)\b(?!.*\b(?:online|weeks|months|every day)\b)",
    r"\b(?:ive|hes|shes|me|my \w+)(?: has| have| was)?(?: just)? (?:been |got )(?:just )?(?:stabbed"
    r"|shot)\b",
    rf"\b(?:going|coming|come|threatened|says hell|trying)(?: back| round)? to {_KILL} (?:me|us|him|her"
    rf"|my (?:\w+ )?{NEAR})\b",
    rf"\b(?:(?:he|she|they)(?:ll)?|will|would) (?:{_KILL}|find) (?:me|us|my (?:\w+ )?{NEAR})\b(?=\W*$"
    rf"|.*\b(?:if|tonight|now|and|help)\b)"
    r"(?!.*\bpolice\b.*\bplan\b)",
    r"\b(?:hell|shell|theyll) (?:kill|hurt|stab|shoot|murder|find) (?:me|us|my)\b",
    r"\bburn (?:the|my|our) (?:\w+ )?(?:house|home|flat|car)\b.*\b(?:us|me|down)\b",
    # what 999 is for, in so many words
    r"\b(?:im|we are|shes|hes|my \w+ is) in (?:\w+ )?danger\b|\b(?:im|we are) (?:hiding|trapped)\b"
    r"|\blocked (?:myself|ourselves|us) in\b",
    r"\b(?:isnt|not|stopped) breathing\b|\bbleeding (?:everywhere|badly|a lot|to death|heavily)\b"
    r"|\bis unconscious\b",
    r"\b(?:my|our|the|next doors?) (?:\w+ )?(?:house|flat|home|kitchen|shed|car|shop"
    r"|building) is on fire\b",
    r"\b(?:crash|accident)\b.*\b(?:trapped|hurt|injured|not moving|bleeding|unconscious)\b(?<!ly injured)",
    r"\b(?:send|get|need|call) (?:me |us )?(?:the |some )?(?:police|help|someone|an ambulance|999)(?: here"
    r"| round| over| to \w+)?(?: now| quick\w*| urgently| asap| straight away| immediately| please)\b",
    r"\b(?:please|can you|you need to|could you) (?:\w+ )?(?:send|call|ring|get) (?:the |some )?(?:police"
    r"|help|someone|999|an ambulance)\b",
    r"\bcan (?:someone|you|the police) (?:please )?come(?: \w+)?(?=\W*$|.*\b(?:now|quick\w*|scream\w*|hurt"
    r"|door)\b)",
    r"\b(?:this|its) (?:is )?an emergency\b|^(?:emergency|999|help 999|police now)\W*$",
    r"^help(?: me)?[ !.]+(?:please )?(?:hes|shes|they are|theres|someones?"
    r"|my (?:\w+ )?(?:" + NEAR + r"))\b",
)
# Said after a turn that told of harm, these few words are enough.
IS_HERE = any_of(
    r"\b(?:he|hes|she|shes|they|they are)(?: is)?(?: just)? (?:here|back|outside|inside|downstairs|coming"
    r"|come back|at (?:the|my) door|in the house)\b"
)

# Ways to reach the police without a voice are asked for before, as well as during, an emergency.
_NO_VOICE = (
    r"(?:cant|darent|dare not|not able to|unable to|not safe to|without|scared to|afraid to|dont want to"
    r"|too scared to|cant risk|not|dont|mustnt|could ?nt|never) (?:being able to )?(?:talk\w*|speak\w*|say\w*"
    r"|mak\w+ (?:a|any) (?:noise|sound)"
    r"|being heard|use (?:my|your) voice)"
)
CANNOT_SPEAK = any_of(rf"\b(?:i|we) {_NO_VOICE}\b", rf"^{_NO_VOICE}\b")
_EMERGENCY_CALL = r"(?:999|police|emergency|get help|call for help|operator|press|dial)"
SILENT_CALL = any_of(
    rf"\b{_NO_VOICE}\b.*\b(?:{_EMERGENCY_CALL}|listening|hear me)\b",
    r"\b(?:have to|need to|must|got to) (?:be|stay|keep) (?:quiet|silent)\b|\b(?:hell|shell|theyll|he will"
    r"|he might|he can"
    r"|would) (?:over)?hear (?:me|us)\b",
    rf"\b{_NO_VOICE}\b.*\b(?:hes|shes|he is|they are) (?:here|in the|next|near|upstairs|downstairs)\b",
    rf"\b{_EMERGENCY_CALL}\b.*\b{_NO_VOICE}\b",
    r"\bsilent(?:ly)? (?:solution|call|999)\b",
    rf"\b(?:how|can|could|way|ways|if|need|want)\b.*\b(?:ring|call|phone|dial|contact|get)\w* (?:the "
    rf"|for )?{_EMERGENCY_CALL}"
    r"\b.{0,25}\b(?:without (?:\w+ )?(?:hearing|knowing|noticing|talking|speaking)|say(?:ing)? nothing"
    r"|quietly|secretly"
    r"|if (?:hes|shes|he is|she is|they are) (?:listening|here|in|next|near)|dont (?:speak|talk))\b",
    r"\b(?:phone|call|ring) (?:quietly|secretly|in secret|without (?:him|her|them|anyone"
    r"|someone) (?:hearing|knowing))\b",
    r"\b(?:press|dial|push)\w* 55\b|\b55\b.*\b999\b|\b999\b.*\b55\b",
)
_NO_HEARING = (
    r"(?:deaf|hard of hearing|hearing (?:aids?|loss|impair\w+)|speech (?:impair\w+|is|problem)"
    r"|cant (?:really )?hear"
    r"|(?:my|his|her) (?:speech|stammer|stutter)|(?:doesnt|cant|does not) (?:speak|talk)(?=.*\b999\b)"
    r"|non ?verbal|sign language|bsl|textphone|i have a (?:stammer|stutter))"
)
_CALL = (
    r"(?:999|emergency|report|(?:text|message) (?:the |number )|use the (?:tele)?phone|(?:contact|reach"
    r"|get hold of) (?:the )?police|phone|ring|call (?:999"
    r"|the police|for help))"
)
TEXT_USER = any_of(
    rf"\b{_NO_HEARING}\b.{{0,60}}\b{_CALL}\b",
    rf"\b{_CALL}\b.{{0,60}}\b{_NO_HEARING}\b",
    r"\bim (?:deaf|mute)\b.*\bhelp\b|\bhelp\b.*\bim (?:deaf|mute)\b",
    r"\btext(?:ing)? (?:to )?(?:the |for the )?(?:999|police|emergency)\b",
    r"\bemergency ?(?:sms|text)\b|\brelay uk\b|\bmessage 999\b|\b(?:voice has gone"
    r"|lost my voice)\b.*\b999\b",
)

_LIFE = r"(?:my|his|her|their)(?: own)? (?:life|lives)"
_SELF = r"(?:myself|himself|herself|themselves)"
_DIE = (
    rf"(?:kill\w* {_SELF}|end\w* {_LIFE}|tak\w+ {_LIFE}|commit\w* suicide|end\w* it all|it all to end"
    rf"|ending it|(?:hurt|harm|cut|burn)\w* {_SELF}|top (?:myself|himself|herself))"
)
_WHO = rf"\b(?:i|im|ive|id|my (?:\w+ )?{NEAR}|he|hes|she|shes|they|they are)\b"
_MEANS_TO = (
    r"(?:want|wants|wanted|going|thinking|thought|think|thoughts|feel|feels|feeling|might|about|try|tries"
    r"|trying|tried|keep|keeps|plan|planning|threaten\w*|says?|saying|said|told|just|like)"
)
# Asked of nobody, and yet told of somebody.
WAY_TO_DIE = any_of(
    r"\b(?:painless|least painful|easiest|easy|quickest|quick|best) ways? to (?:die|kill (?:my|your)self"
    r"|end (?:a|my|your) life)\b",
    r"\bhow (?:much|many) (?:paracetamol|tablets|pills|painkillers|ibuprofen|insulin)\b.*\b(?:too (?:much"
    r"|many)"
    r"|kill|overdose|die|to take)\b",
)
SUICIDE = any_of(
    rf"{_WHO}.{{0,60}}?\b{_MEANS_TO}\b.{{0,40}}?\b{_DIE}\b",
    rf"^(?:thinking (?:of|about)|want to|going to|just want to) {_DIE}\b|^kms\b|\bim going to kms\b",
    rf"\b(?:i|my (?:\w+ )?{NEAR}) (?:\w+ )?(?:cut|cuts|hurt|hurts|harm|harms|burn|burns) {_SELF}\b",
    r"\b(?:cut|slit|slashed) (?:my|his|her) (?:wrists?|arms?)\b",
    rf"{_WHO}.{{0,40}}\b(?:thinking|thoughts?|thinks|talking|talks) (?:about"
    rf"|of) (?:\w+ )?suicide\b(?! prev)",
    rf"{_WHO}.{{0,20}}\b(?:have|has|had|having|getting|got) (?:\w+ )?suicidal\b",
    rf"{_WHO}.{{0,40}}\b(?:want|wants|wanted|ready|going|wish) to die\b",
    rf"\b(?:i|{NEAR}|he|she) (?:\w+ )?wish(?:es)? (?:i|he|she|that i) (?:was|were|wasnt|werent"
    rf"|had never been)"
    r" (?:dead|alive|here|born)\b",
    r"\b(?:im|i feel|i felt|ive been|ive felt|ive been feeling|im feeling|(?:he|she)s?(?: feels?| is)?"
    rf"|{NEAR} (?:is|feels|has been|has felt)) (?:\w+ )?suicidal\b",
    r"\bdont want to (?:live|be alive|be here|exist|wake up)(?: anymore| tomorrow| again)?(?=\W*$"
    r"|.{0,15}\banymore)",
    r"\bcant (?:go on|do this|cope|carry on|take it)(?: with (?:this|life"
    r"|living))?(?: like this)? anymore\b",
    r"\b(?:no|whats the|what is the|any) (?:point|reason)(?: \w+){0,3} (?:living|live|alive|going on"
    r"|go on)\b",
    r"\bnothing (?:left )?to live for\b|\b(?:done|finished) with (?:life|living)\b|\b(?:life"
    r"|living) isnt worth\b",
    r"\bbetter off (?:dead|without me)\b",
    r"\b(?:im|ive|i|shes|hes|she|he) (?:have |has )?(?:just )?(?:taken|took"
    r"|swallowed) (?:\w+ ){0,4}(?:tablets|pills|overdose|paracetamol|bleach)\b",
    r"\b(?:taken|took|swallowed) (?:\w+ ){0,3}overdose\b",
    r"\b(?:i|im|ive)\b.{0,30}\b(?:could|want to|might|going to|will|just|ready to) end it\b",
    r"\b(?:bridge|roof|ledge|cliff)\b.{0,30}\b(?:jump|jumping)\b|\b(?:about|going|threatening) to jump\b",
    r"\b(?:i|im|ive|my|hes|shes)\b.{0,20}\bself harm(?:ing|ed|s)?\b(?!.*\bplan\b)",
)
