"""What somebody tells of harm, put together from who does it, what is done, and to whom.

Each constant is a group of ways for `signs_of_trouble`: they are as wide, and read what `said` gives.
"""

from assistant.question.signs_of_abuse import CHILD, LOVED
from assistant.question.signs_of_danger import NEAR

KIN = (
    rf"(?:my|our) (?:\w+ ){{0,2}}?(?:{NEAR}|{LOVED}|lad|lass|bairn|fella|bloke|missus|nana|grandma"
    rf"|grandson)\b"
)
_THEY = rf"(?:\b(?:he|hes|she|shes|they|they are|theyve|someones?|{LOVED})\b|{KIN})"
HURT_ONE = rf"(?:\b(?:me|us|him|her|them)\b|{KIN})"
VIOLENT = (
    r"(?:hit(?:s|ting)?|punch\w*|kick\w*|slap\w*|push\w*|shov\w+|beat(?:s|ing|en)?|batter\w*|thr[eo]w\w*"
    r"|chok\w+|strangl\w+|headbutt\w*|stamp\w*|dragg\w+|grab\w*|attack\w*|assault\w*|hurt\w*|bit|bites"
    r"|spat|spits?|pinned|jump(?:ed|ing) on|laid into|set about|lash\w* out at|thump\w*|whack\w*)"
)
_ARMS = (
    r"(?:knife|knives|gun|machete|axe|sword|hammer|crowbar|shotgun|rifle|blade|hatchet|cleaver|crossbow"
    r"|screwdriver|baseball bat|pistol|dagger|catapult|petrol|acid)"
)
_AFRAID = r"(?:scared|frightened|afraid|terrified|petrified|dread(?:ing)?|fear)"
_NOISE = r"(?:scream\w*|smash\w*|glass|bang\w*|thud\w*|footsteps|shouting|crying for help|gunshots?|shots)"
_HARMED_HOME = r"(?:door|window|windows|house|flat|front room)"

DANGER = (
    # arms at hand
    rf"\b(?:theres|man|men|lads?|boys?|woman|girl|blokes?|guys?|hes|shes|he|she|someones?|neighbours?)\b"
    rf".{{0,25}}\b(?:with|got|has|have|holding|carrying|waving|pulled|pulling)(?: out)?(?: an?| some)?"
    rf" (?:\w+ )?{_ARMS}\b(?! \w+(?:ing|ment|y)\b)",
    # heard, or seen, as it happens
    rf"\bhear(?:d|ing)?\b.{{0,40}}\b{_NOISE}\b(?=.*\b(?:now|downstairs|upstairs|outside|alone|own|next door"
    rf"|quiet|dark|neighbours?)\b)|\b(?:neighbours?|next door)\b.*\bhear(?:d|ing)?\b.{{0,30}}\b{_NOISE}\b",
    rf"\b(?:kick|smash|bang|boot|break|hammer|bash|brok)\w*\b.{{0,25}}\b{_HARMED_HOME}\b(?=.*\b(?:upstairs"
    r"|downstairs|with the (?:kids|baby|children)|hiding|on (?:my|our) own|alone|shouting|kill|let (?:him"
    r"|them) in)\b)",
    r"\b(?:trying|pulling|checking) (?:the |our |my |all the |peoples )?(?:car|front|back|shed|van) "
    r"(?:doors?|handles?)\b",
    r"\b(?:fighting|kicking off|big fight|punch up|brawl)\b.*\b(?:outside|road|street|pub|right now|bottle"
    r"|blood|park)\b",
    r"\b(?:hammering|pounding|banging|knocking) on (?:my|our|the) (?:\w+ )?(?:door|window)s?\b|\b(?:wont"
    r"|refus\w+ to)"
    r" (?:leave|go away|get out)\b(?! the house| home|.*\bme alone\b)|\btrying to (?:get|come|break"
    r"|force (?:his|her|their) way) in\b",
    r"\b(?:stuck|trapped|drowning)\b.{0,30}\b(?:car|river|water|fire|sea|lake|rubble|building)\b"
    r"|\b(?:fallen|fell|gone)"
    r" in(?:to)? (?:the|a) (?:river|water|sea|canal|lake)\b|\bsmells? (?:of )?gas\b|\bsmoke (?:coming"
    r"|pouring)\b",
    r"\bplease (?:come|hurry|be quick|get here)\b|\bcome (?:quick\w*|now|asap)\b|\bcoming (?:for|after) me\b",
    r"\b(?:knife|gun)point\b|\b(?:he|hes|she|shes|they|they are|dad|ex|someones?)\b.{0,15}\b(?:smashing"
    r"|wrecking|trashing"
    r"|tearing) (?:up )?(?:the|our|my|everything|things)\b|\bcant get (?:out|away)\b|\b(?:come|came|coming"
    r"|comes) at (?:me|us)\b",
    r"\b(?:someones?|man|men|lads?|people|stranger|bloke)\b.{0,25}\b(?:in|round|into|over) (?:my|our|the"
    r"|next doors?)(?: back"
    r"| front)? (?:garden|loft|shed|garage|yard|fence|attic|house)\b(?=.*\b(?:now|dark|torch|alone|own"
    r"|looking|creeping|trying)\b)"
    r"|\b(?:looking|peering|staring) (?:in )?through (?:my|our) windows?\b",
    r"\b(?:theres|is) a (?:\w+ )?fire\b|\bon fire\b|\bcrash(?:ed)?\b.{0,40}\b(?:roof|trapped|blood|hurt"
    r"|ditch|smoke)\b"
    r"|\b(?:kids?|child|children|toddler|man|woman|someones?)\b.{0,20}\bon the (?:railway|train|motorway"
    r"|tracks|roof)\b",
    r"\bdog (?:is |has |just )?(?:attack\w*|bit\w*|maul\w*|savag\w*)\b.{0,20}\b(?:now|me|us|him|her|child"
    r"|kid|my)\b(?=.*\b(?:now"
    r"|help|bleed\w*|loose|wont let go)\b)",
    r"\b(?:on (?:his|her|their) way|coming round|heading) (?:here|over|round|to (?:my|our"
    r"|mine))\b(?=.*\b(?:threat\w*|kill|hurt"
    r"|scared|knife|bat|said|batter|smash)\b)",
    # hurt
    r"\b(?:bleed\w*|blood)\b.{0,20}\b(?:loads|lots|badly|everywhere|all over|wont stop|a lot|bad|head"
    r"|out of)\b|\b(?:wont|not|isnt|cant|doesnt) (?:wake|waking)\b|\b(?:out cold|passed out|unconscious"
    r"|having a (?:fit|seizure)|turning blue|barely breathing)\b",
    r"\b(?:been|got|just) (?:stabbed|shot|run over|knocked (?:down|over|out))\b",
    # threatened with the worst
    rf"\b(?:kill|stab|shoot|murder|finish|slit)\b.{{0,15}}{HURT_ONE}(?=.*\b(?:he|hes|she|shes|they|said"
    r"|says|threat\w*|going to|swears|swore)\b)|\b(?:he|she|they|hell|shell|theyll|said|says"
    r"|threat\w*|going to|swears|swore)\b.{0,25}\b(?:kill|stab|shoot|murder)"
    rf"\b.{{0,15}}{HURT_ONE}",
    r"\bburn\w*\b.{0,15}\b(?:house|flat|place|home|us|me)\b.{0,10}\b(?:down|out|in it)?\b(?=.*\b(?:threat\w*"
    r"|says|said|petrol|going to|hes|shes)\b)",
    r"\b(?:threat\w*|says|said)\b.{0,30}\bburn\w*\b.{0,15}\b(?:house|flat|place|home|car)\b",
    r"\b(?:someones?|he|hes|they|man|men|lads?|car|guys?|blokes?)\b(?: \w+){0,3} following (?:me|us)\b"
    r"(?=\W*$|.*\b(?:now|home|walking|dark|street|road|what do i do)\b)",
)
_ON = r"(?:go on|carry on|keep going|keep (?:doing|living)|do this|take (?:this|much more))"
SUICIDE = (
    r"\b(?:see|seeing|no|any|whats|is there a|is there any) (?:the |a |any |much )?point\b.{0,15}"
    r"(?:\banymore\b|\b(?:in|of|to) (?:anything|it all|me|living|life|being|carrying|going|trying)\b)",
    r"\bgoing to (?:just )?end it\b|\bend (?:it all|things|everything)\b|\bdo (?:myself|himself|herself) in\b"
    r"|\bunalive\b|\boff (?:myself|himself|herself)\b",
    r"\b(?:want|wish|need) (?:it|this|everything|the pain|the thoughts|the voices)(?: all)? to (?:just )?"
    r"(?:stop|end|go away|be over)\b",
    r"\bcant (?:do|face|get through|live through|take|go through) (?:another|one more) (?:day|night|week"
    r"|minute)\b",
    rf"\bcant {_ON}\b(?=\W*$|.{{0,25}}\b(?:anymore|like this|much longer|without (?:him|her))\b)",
    r"\b(?:been|started|keep|keeps|kept|cant stop|is|am|im|shes|hes) (?:cutting|burning|self ?harming)"
    r"(?: (?:again|myself|himself|herself|since)\b|\W*$)|\bself ?harm\w*\b",
    r"\b(?:wont|not|dont think (?:i|he|she)(?:ll)?) (?:going to )?be (?:here|around|alive)\b"
    r"(?!.*\b(?:meeting|appointment|holiday)\b)",
    r"\b(?:not|stop|stopped) (?:being|wanting to be) (?:here|alive|around)\b",
    r"\b(?:want|wanted|wish|rather|like) (?:to )?(?:just )?(?:go to sleep|sleep|fall asleep|disappear|be dead"
    r"|not exist)\b(?=\W*$|.*\b(?:never|not|wake|forever|for good|dead|exist)\b)",
    r"\b(?:hate|hating|give up on|given up on|had enough of|fed up (?:of|with)|sick of|tired of|done with)"
    r" (?:my |this )?(?:life|living|being alive|existing)\b",
    r"\b(?:suicide|goodbye) note\b|\bnote saying\b.{0,15}\b(?:goodbye|sorry)\b"
    r"|\bsay(?:ing)? goodbye to (?:everyone|everybody|my)\b",
    r"\b(?:took|taken|take|taking|swallow\w*|had) (?:\w+ ){0,2}?(?:all|too many|loads|lots|a load"
    r"|a lot|a whole|a bottle|a packet|handful)\b.{0,15}\b(?:tablets|pills|meds|medication|paracetamol"
    r"|painkillers|antidepressants|insulin)\b",
    r"\b(?:dont|doesnt) (?:deserve|want) to (?:live|be here|be alive|exist)\b|\bno (?:way out|reason to"
    r" (?:live|be here|get up|carry on|go on))\b|\bnothing (?:left|to live)\b",
    r"\b(?:nobody|no ?one) (?:would|will|d|ll) (?:\w+ )?(?:miss|notice|care)\b|\bif i (?:died|was dead"
    r"|wasnt here|disappeared|were gone|was gone)\b|\bbetter (?:off )?(?:dead|without (?:me|him|her))\b",
    r"\b(?:stepp?\w*|jump\w*|walk\w*|throw\w*)(?: \w+)? (?:in front of|under|off|into)(?: \w+)? (?:train"
    r"|lorry|bus|car|traffic"
    r"|bridge|roof|river)s?\b",
    r"\bways? to do it\b(?=\W*$)|\b(?:live or die|if i live)\b|\bsee (?:a|any) (?:way (?:out|forward|through)"
    r"|future|light)\b|\bhave the means\b|^(?:i feel |feeling |im )?(?:so |really )?suicidal\b",
    r"\bsuicidal\b(?=.*\b(?:me|i|im|my|scared|help)\b)|\bpoint (?:in|of) (?:me|my) \w+ing\b",
)
_FORCED = r"(?:ma[dk]es?|making|forc\w+|pressur\w+|bull(?:y|ied) me into|talked me into)"
_PICTURES = (
    r"(?:nudes?|naked|topless|intimate|private|rude|sex(?:ual)?|dirty) ?(?:pics?|pictures?|photos?|images?"
    r"|vide?os?|clips?)?"
)
SEXUAL_ABUSE = (
    rf"\b{_FORCED} (?:me|him|her) (?:to )?(?:do|watch|touch|send|have|sleep|take)\b.{{0,25}}\b(?:sex\w*"
    r"|things|stuff|it|him|clothes|pictures|(?:didnt|dont) want)\b",
    rf"\b(?:send\w*|sent|shar\w+|post\w*|show\w*|leak\w*|spread\w*|put\w*|selling|got"
    rf"|has)\b.{{0,20}}\b(?:my|me)"
    rf"\b.{{0,12}}\b{_PICTURES}\b|\b{_PICTURES}\b.{{0,10}}\bof (?:me|my)\b",
    r"\b(?:i|she) (?:said|told (?:him|her|them)) (?:no|stop|to stop)\b.{0,20}\b(?:carried on|kept|didnt stop"
    r"|wouldnt stop|did it|still|anyway)\b",
    r"\bhands?\b.{0,10}\b(?:up|down|under|between|inside) my\b|\bhis hands (?:off|all over) me\b"
    r"|\b(?:feel|felt|feeling) me up\b|\bin my drink\b|\bdrink (?:was |got |been )?spiked\b",
    r"\bwoke up\b.{0,25}\b(?:naked|undressed|no (?:clothes|underwear|knickers))\b|\bfeel (?:so )?dirty\b"
    r"|\b(?:didnt|never) consent\b|\bwithout my consent\b",
    r"\b(?:i|ive|im)\b.{0,20}\b(?:abused|assaulted|interfered with)\b.{0,40}\bwhen i was (?:a child|a kid"
    r"|little|young|small"
    r"|\d+|\w+teen|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    r"\btake no for an answer\b|\bsleep with (?:his|her|other|men|people|them|strangers)\b|\b(?:into|in"
    r"|on) (?:her|my|his)"
    r" bed\b.{0,15}(?:\W*$|\bat night\b)|\b(?:getting|when i got|was) (?:changed"
    r"|undressed)\b.*\b(?:touch\w*|watch\w*|film\w*)\b",
    rf"\b(?:pic|pics|pictures?|photos?|video)\b.{{0,15}}\bof (?:me"
    rf"|my (?:\w+ )?{NEAR})\b.{{0,15}}\b(?:undressed"
    r"|naked|nude|topless|no clothes)\b",
    rf"\b(?:touch\w*|grop\w+|fiddl\w+ with) (?:me|my (?:\w+ )?(?:{CHILD}|sister|brother))\b",
)
_YOUNG = (
    rf"(?:{CHILD}|(?:little|young|little) (?:lad|lass|boy|girl|uns?|ones?)|lads?|lass(?:es)?|bairns?|grandson"
    r"|granddaughter|grandkids|(?:girl|boy|lad|pupil) (?:in|at) my (?:class|school)|teen\w*)"
)
CHILD_AT_RISK = (
    rf"\b{_YOUNG}\b.*\b(?:hungry|starving|skinny|flinch\w*|bruis\w*|black eye|marks on|filthy|dirty|no food"
    r"|no coat|unfed|neglect\w*|terrified of|scared of (?:his|her|their|the)|frightened of (?:his|her|their"
    r"|the)|locked (?:in|up|out)|left (?:\w+ )?(?:alone|on their own|by themselves|home)|home alone"
    r"|smack\w*|belt\w*|hits? (?:him|her|them)|hurts? (?:him|her|them)|being hurt|being hit)\b",
    rf"\b{_YOUNG}\b.*\b(?:out in the cold|just a nappy|no shoes)\b|\b1[0-5]\b.{{0,30}}\b(?:going out"
    rf"|sleeping|in bed"
    r"|having sex|seeing|pregnant)\b.{0,25}\b(?:man|bloke|guy|teacher|coach|\d\d)\b",
    rf"\b{_YOUNG}\b.*\b(?:carry|carrying|sell|selling|deliver\w*|hold|holding|run|running) (?:\w+ )?drugs\b"
    rf"|\b{_YOUNG}\b.*\b(?:older (?:lads|men|boys|man|lad|guys?)|county lines|groom\w*|exploited)\b",
    rf"\b(?:dad|mum|stepdad|stepmum|father|mother|parents|carer|uncle)\b.{{0,15}}\b{VIOLENT}\b.{{0,12}}\bmy"
    r" (?:\w+ )?(?:sister|brother|siblings)\b",
    r"\b(?:baby|toddler|child|children|kids?|bairn)\b.{0,20}\b(?:cry\w*|scream\w*"
    r"|sobbing)\b.{0,30}\b(?:hours|all (?:day"
    r"|night)|every (?:day|night)|constantly|shout\w*)\b|\b(?:into|in) (?:her|his) (?:bed|bedroom)\b",
    rf"\b{_YOUNG}\b.*\b(?:burner|second phone|new (?:phone|trainers)|cash|quid|£\d+)\b(?=.*\b(?:come|comes"
    rf"|came"
    r"|has|got|suddenly)\b)|\bnever any (?:food|tea|dinner)\b",
    r"\bim (?:only )?(?:[5-9]|1[0-7])\b(?! (?:minutes|miles|weeks|days|months))(?=.*\b(?:mum|dad|parents"
    r"|step\w+|carer|locks?|food|hurt\w*|hits?|scared|uncle|older)\b)",
)
_HOME = r"(?:home|house|in (?:my own|the) (?:home|house)|him|her|partner|my (?:\w+ )?" + LOVED + ")"
DOMESTIC_ABUSE = (
    rf"(?:{KIN}|\b(?:he|she|hes|shes)\b)(?: (?!i\b|we\b)\w+){{0,4}}? {VIOLENT}(?: \w+){{0,3}}? (?:me"
    rf"|at me|my mum"
    r"|my sister)\b",
    rf"\b(?:im|i am|always|too|so|i feel|feel) {_AFRAID} (?:to (?:go|be|come|stay|tell|leave)|of"
    rf"|about|when)\b.{{0,20}}\b{_HOME}\b",
    r"\b(?:goes|went|gets|got|go) (?:mental|mad|crazy|ballistic|berserk|nuts|off on one|psycho|for me)\b"
    r"|\bblack(?:ed|s)?"
    r" (?:my|her|his) eyes?\b|\b(?:his|her) permission\b|\b(?:taking|takes|spends|controls) (?:his|her"
    r"|all) (?:pension"
    r"|money|savings|wages|benefits)\b",
    r"\b(?:send|sending|force|forcing|make|making|made|take|taking)\b.{0,40}\b(?:to|into) marr(?:y|ying"
    r"|iage)\b",
    rf"\b(?:im|feel|always|so) (?:\w+ )?{_AFRAID} of (?:my (?:\w+ )?(?:{NEAR}|{LOVED})|him|her|what (?:he"
    rf"|she)(?:ll)?)\b"
    r"|\bmy (?:sister|friend|mum|daughter|mate|neighbour|nan)s?\b.{0,40}\b(?:bruis\w*|black eyes?"
    r"|covered in|scared of him"
    r"|hits her|beats her|controls her|hurts her)\b",
    r"\b(?:locks?|locked|shuts?) me (?:out|in)\b|\b(?:jealous|possessive|accus\w+ me of (?:cheating|seeing"
    r"|having))\b"
    r"|\bclares law\b|\bwomens (?:aid|refuge)\b|\bcoercive\b.*\b(?:me|my)\b",
    r"\b(?:dad|mum|stepdad|father|mother|brother|son|partner|fella|bloke)\b.{0,20}\b(?:shouts|screams"
    r"|shouting|screaming"
    r"|yells) at (?:me|us|mum|my mum|her|him)\b|\bthr[eo]w\w* (?:plates|cups|things|stuff|furniture)\b",
    r"\b(?:hurt|kill|harm|get rid of) (?:the|my|our) (?:dog|cat|pets?|horse)\b",
    r"\bnot allowed (?:to|out|any|my)\b|\b(?:isolat\w+|cut(?:s|ting)? me off) (?:me )?from\b|\beggshells\b"
    r"|\b(?:black eye|gaslight\w*)\b",
    rf"{_THEY}.{{0,30}}\b(?:wont|doesnt|never|didnt|will not) (?:let|allow)s? me\b",
    rf"(?:{KIN}|\b(?:he|she|hes|shes)\b).{{0,30}}\b(?:checks?|checking|goes through|going through|reads?"
    r"|controls?|controlling|takes?|watches|monitors?|hides?|smash\w*|breaks?)\b.{0,10}\bmy (?:\w+ )?"
    r"(?:phone|messages|wages|money|bank|cards?|emails?|every|things|stuff|passport|pay|benefits|keys)\b",
    rf"\b(?:get|getting|got) (?:\w+ )?(?:away|out)\b.{{0,15}}\b(?:from"
    rf"|without)\b.{{0,15}}\b(?:my (?:\w+ )?{LOVED}"
    r"|him|her)\b|\bleave\b.{0,20}\bwithout (?:him|her|them) (?:knowing|finding)\b",
    r"\bif i (?:leave|left|go|tell|told|try to leave)\b.{0,20}\b(?:hell|shell|he|she|will|would)\b"
    r"|\btak(?:e|ing) (?:the|my|our) (?:baby|kids|children|bairns)\b.{0,20}\b(?:away|off|from|if|leave)\b"
    r"|\bif i leave\b",
    rf"(?:{KIN}|\b(?:he|she|hes|shes)\b).{{0,40}}\b(?:comes? (?:in|home) drunk|loses? (?:it|his temper|her"
    r" temper)|kicks? off|flies off|flew (?:off|into)|puts? me down|humiliat\w+|calls? me (?:stupid|fat"
    r"|ugly|useless|names|worthless))\b",
)
STALKING = (
    r"\b(?:turn(?:s|ed|ing)?|show(?:s|ed|ing)?) up\b.{0,20}\b(?:outside|at) (?:my|our)\b",
    r"\b(?:tracker|tracking (?:device|app)|air ?tag|spyware|gps)\b.{0,25}\b(?:my|on|under|in)\b",
    r"\b(?:app|something)\b.{0,15}\bmy phone\b.{0,25}\b(?:where i|knows|track\w*|follow\w*|reads?)\b"
    r"|\bknows? (?:exactly |always )?where i(?:m| am| live| work| go)?\b",
    r"\b(?:stop|stops|stopped|quit)\b.{0,5}\b(?:messag\w+|texting|ringing|calling|phoning|emailing"
    r"|contacting|following|writing to)\b.{0,5}\b(?:me|us)?\b|\bblocked (?:him|her|them)\b.*\b(?:new|again"
    r"|still|accounts?|another)\b",
    r"\b(?:sits?|sitting|sat|parks?|parked|waits?|waiting|stands?|standing|hangs? around)\b.{0,20}\boutside"
    r" (?:my|our)\b(?=.*\b(?:every|again|he|she|same|keeps?|always|night)\b)",
    r"\b(?:asking|asks|asked|finding out|found out) (?:me )?where i (?:live|work)\b|\bfreak(?:s"
    r"|ing)? me out\b|\bon my"
    r" doorstep every\b|\b(?:leaves?|leaving|sends?|sending)\b.{0,30}\bevery (?:day|week|night)\b",
    r"\b(?:follows?|following|followed|watch(?:es|ing)|obsessed with|pester\w*|hound\w*) (?:me|my (?:house"
    r"|flat|every move))\b",
)
_SLURS = (
    r"(?:pakis?|chinks?|nigg\w+|niggers?|fag(?:s|gots?)?|dykes?|poofs?|poofters?|tranny|trannies|pikeys?"
    r"|gyppos?|spastics?|spaz\w*|retards?|mongs?|kikes?|terrorists?|go back (?:to|where)|own country"
    r"|the (?:n|p|f) word)"
)
_IDENTITY = (
    r"(?:hijab|turban|headscarf|niqab|burqa|kippah|mosque|synagogue|temple|gurdwara|gay|lesbian|bisexual"
    r"|trans"
    r"|transgender|black|asian|brown|muslim|jewish|jews?|sikh|hindu|polish|romanian|foreign\w*|immigrants?"
    r"|refugees?|disab\w+|autistic|autism|downs|wheelchair|learning (?:difficult\w+|disabilit\w+)|accent|skin"
    r"|religion|race|crutches|cerebral palsy|blind|tourettes|stammer|girlfriend and (?:me|i)"
    r"|me and my girlfriend|boyfriend and (?:me|i))"
)
_HOSTILE = (
    r"(?:spat|spit\w*|eggs?|egged|call\w* (?:\w+ )?(?:names|\w+s)|names|shout\w*|abus\w+|graffiti|painted"
    r"|spray\w*"
    r"|chased|attack\w*|beaten|punch\w*|kick\w*|laugh\w* at|mock\w*|mimic\w*|scream\w*|thr[eo]w\w*|stones"
    r"|targeted|took|laughed|bull(?:y|ied|ying)|pulled (?:my|her|his|off)|ripped off|swastikas?|smashed"
    r"|picked on|taunt\w*)"
)
HATE_CRIME = (
    rf"\b{_SLURS}\b",
    r"\bswastikas?\b",
    rf"^(?=.*\b{_IDENTITY}\b)(?=.*\b{_HOSTILE}\b)(?=.*\b(?:my|our|us|me|im|ive|we)\b)(?!.*\bpolice\b)",
)
