"""Words that people in trouble use, and hardly anybody else who tells something of themselves.

They are wider than the other signs, so they are only looked for in what somebody says of themselves, and not
where information is sought. The patterns read what `said` gives.
"""

from assistant.question import told_of_crime, told_of_harm
from assistant.question.patterns import any_of
from assistant.question.signs_of_abuse import CHILD, LOVED
from assistant.question.signs_of_danger import NEAR, WEAPON

# Whoever reads, learns, thinks or works on a subject tells of themselves too, and is in no trouble.
SEEKS = any_of(
    r"\b(?:information|facts?|figures|numbers? of|overview|statistics|details on|(?:scrutiny|annual"
    r"|latest) report|copy of|learn\w*|stud(?:y|ies|ying)|survey|essay|project|homework|article|talk to my"
    r"|question (?:is )?(?:about|on)|interested|curious|wonder\w*)\b",
    r"\b(?:to know|us know|find out|understand|remember|(?:was|were|been) told|told (?:me"
    r"|us)) (?:\w+ )?(?:about|on|what"
    r"|who|how|when|the)\b|\b(?:read|hear|heard) (?:\w+ )?(?:about|that|of|on)\b(?! the phone)"
    r"|\b(?:read|heard) the (?:commissioner|plan|report|news)\b|\b(?:was|were|been) told that\b",
    r"\b(?:looking|searching) for (?!my |our |him|her\b)|\btrying to (?:find (?!my |our |him|her\b)"
    r"|understand|see (?!my))"
    r"|\btell me\b|\bpriorit\w+\b|\bshould be (?:a|the|more|in|done)\b",
    r"\b(?:i|we|(?:my|our) (?:\w+ )?(?:charity|group|church|school|team|service|mp"
    r"|students)) (?:works? (?:with|in|for|on|as)"
    r"|volunteers?|supports?|represents?|runs? (?!away|off)|helps? (?:people|victims|women|men|children"
    r"|families|others|young"
    r"|run|out|at)|campaigns?|agree|disagree|teach|treat (?:rape|victims|people)|believe (?:that|in|the))\b",
    r"\b(?:is there|are there|have they|got) (?:owt|anything|something) (?:about|on|in)\b|\b(?:owt"
    r"|anything) they (?:do|can)\b"
    r"|\bwhat (?:are|do|does|did|will|is) (?:they|the \w+) (?:do|doing|done)\b",
    # whoever would like to meet who did it
    r"\b(?:sit down with|meet|face|talk to|speak to|write to) (?:the|my) (?:lad|man|boy|woman|person"
    r"|people|thief|burglar|robber|one)s?\b.{0,10}\bwho\b",
    r"\bthink the (?:police|plans?|commissioner|panel|council|force|report|answer|government|budget)\b",
    r"\b(?:we need more|good work|taxpayer\w*|councillor\w*|government|(?:my|the|town"
    r"|county) council|council tax"
    r"|(?:the|budget|police|spending) cuts|budget|precept|\w*funding|underfunded|investigated)\b",
)

_BODY = r"(?:bum|bottom|breasts?|boobs|chest|leg|thigh|crotch|privates)"
_THEY = rf"\b(?:he|hes|she|shes|my (?:\w+ )?{LOVED}|my (?:\w+ )?(?:fella|bloke|missus|other half|man))\b"
DANGER = any_of(
    *told_of_harm.DANGER,
    rf"\b(?:waving|swinging|brandishing|pointing|carrying|holding|pulled|pulls)(?: \w+){{0,2}} {WEAPON}\b",
    rf"\b(?:has|have|hes|shes|theyve|got)(?: got)? an? {WEAPON}\b(?! \w+(?:ing|ment|y)\b)"
    rf"|\bpetrol\b.{{0,30}}\b(?:my|our)\b",
    r"\b(?:hold|held|grip) (?:of )?(?:me|my|him|her)\b.*\blet (?:me |him |her )?go\b|\bkidnapp\w+\b"
    r"|\btaken my (?:son|daughter|child|baby)\b",
    r"\bbeing (?:kicked|broken|smashed|battered) in\b|\b(?:blocked|boxed) (?:me|my car) in\b"
    r"|\blocked (?:me )?in\b",
    r"\b(?:knocked (?:down|over|out)|hit and run|run over)\b.*\b(?:lying|road|hurt|moving|bleeding"
    r"|pavement|unconscious)\b",
    r"\blying (?:in|on) the (?:road|street|pavement|ground|floor)\b|\b(?:trying|tries|rattling) (?:my|the"
    r"|our) (?:\w+ )?(?:door|window|handle)s?\b",
    r"\bwont let (?:me|us) (?:drive|pass|get|go|move)\b|\bset fire to\b.{0,40}\b(?:my|our|the) (?:house"
    r"|home|flat|door)\b",
    r"\b(?:please hurry|come quick\w*|hurry up|right now)\b(?=.*\b(?:stab|kill|hurt|hit|attack|knife|gun"
    r"|fight\w*|break\w*)\b)",
    r"\bhear (?:someone|a man|people|noises|footsteps|voices)(?: \w+){0,2} (?:downstairs|upstairs|in (?:my"
    r"|the)|outside|below)\b",
    r"\b(?:machete|axe|gun|knife|sword)\b.{0,20}\b(?:outside|inside|in the street|at the)\b",
    r"\bcant breathe\b|\bround my (?:throat|neck)\b|\bpinned (?:me|us) down\b|\bdragg\w+ me\b",
    rf"\b(?:is|are|hes|shes|they are|was) (?:chasing|shooting|strangling|choking) (?:at )?(?:me|us"
    rf"|my (?:\w+ )?{NEAR})\b",
    r"\bthreatening to (?:shoot|stab|kill|burn)\b|\babout to be (?:attacked|hit|hurt|stabbed|robbed)\b",
    r"\b(?:got|have|has|holding|keeping) (?:me|us) (?:trapped|locked|prisoner)\b|\bwont let (?:me"
    r"|us) (?:out|leave|go home)\b",
    r"\b(?:house|flat|car|shed|garage|building) is (?:burning|on fire)\b|\bjust (?:collapsed|been run over"
    r"|been hit by)\b",
    r"\b(?:isnt|not) (?:moving|breathing|responding|waking up)\b|\btrying to smash\b",
    r"\bscream\w*\b.{0,40}\b(?:being (?:beaten|hurt|attacked|hit)|next door.{0,20}\b(?:now|hurt))\b",
)
SUICIDE = any_of(
    *told_of_harm.SUICIDE,
    r"\b(?:tired|sick|had enough|done|weary) (?:of|with) (?:living|life|being (?:alive|here)|it all"
    r"|everything)\b",
    r"\b(?:think|thinking|thoughts|thought|dream\w*|plan\w*|want\w*|going|try\w*|tried"
    r"|threaten\w*)(?: \w+){0,2} (?:dying|death|die|(?:jump|hang|drown|overdos|shoot|poison"
    r"|burn)\w*(?: (?:myself|himself|herself|off|in front|from|under)))\b",
    r"\b(?:cut|cuts|cutting|burn|burning|scratching) (?:my|his|her) (?:\w+ )?(?:arms?|legs?|wrists?|skin"
    r"|body)\b",
    r"\bbetter off (?:dead|without (?:me|him|her)|if (?:i|he|she) (?:was|were|wasnt|werent))\b"
    r"|\btake them all\b",
    r"\bcant (?:carry on|go on|do this|face)\b(?!.*\b(?:read\w*|work)\b)|^(?!.*\b(?:burgl\w+|robbed|mugged"
    r"|scam\w*|stolen)\b).*\bcant cope\b|\bend (?:things|it) (?:this"
    r"|tonight|soon|today|tomorrow)\b",
    r"\bwhat (?:i|ill|i might|he|she) (?:ll |might |will )?do to (?:my|him|her)self\b",
    r"\b(?:ways?|want|wants|ready|going|easiest|best|least painful)(?: \w+){0,3} to (?:die|end (?:my"
    r"|your) life)\b",
    r"\bwant (?:it|everything|this) to (?:be over|stop|end)\b|\bhopeless\b|\b(?:dont|cant) see (?:a"
    r"|any) (?:way out|future)\b",
    r"\b(?:nobody|no one) (?:would|will) (?:miss|care|notice)\b|\bkeep (?:myself|himself|herself) safe\b",
    r"\bdisappear for good\b|\b(?:said|saying|says) goodbye\b|\bwritten (?:letters|a note|notes)\b"
    r"|\bself harm\w*\b|\bcant live\b",
    r"\b(?:standing|sitting|sat|am|im) on (?:a|the) (?:\w+ )?(?:bridge|roof|ledge|tracks|railway)\b",
)
SEXUAL_ABUSE = any_of(
    *told_of_harm.SEXUAL_ABUSE,
    rf"\bhands? (?:on|up|down|in) my (?:{_BODY}|skirt|top|dress|trousers|knickers|bra|shirt)\b"
    rf"|\bon top of me\b|\bsex with me\b",
    r"\bblackmail\w*\b.*\b(?:naked|nude|undressed|video|pictures?|photos?)\b|\b(?:teacher|coach|priest"
    r"|boss|doctor) kissed\b",
    rf"\b(?:touch\w*|grab\w*|grop\w+|strok\w+|rub\w+) (?:me\b|my {_BODY})|\btook advantage of me\b"
    rf"|\b(?:raped|raping|a rape|is (?:it|this|that) rape)\b",
    r"\b(?:nude|naked|intimate)\b.{0,20}\b(?:of me|pictures?|photos?|images?)\b|\bno clothes on\b",
    r"\bexposed (?:himself|themselves)\b|\bflash(?:ed|ing) (?:me|at|my)\b|\b(?<!non )molest\w*\b",
)
CHILD_AT_RISK = any_of(
    *told_of_harm.CHILD_AT_RISK,
    rf"\b(?:slap\w*|punch\w*|hit|hitting|kick\w*|smack\w*) (?:an? |her |his |their "
    rf"|the )?(?:\w+ )?{CHILD}\b|\b(?:doesnt|dont|not) (?:give|get) (?:him|her|them) (?:any )?food\b",
    r"\bscared (?:of )?my (?:dad|mum|stepdad|father|mother)\b|\bsent abroad to\b",
    rf"\b{CHILD}\b.*\b(?:bruis\w*|hungry|dirty|starving|left (?:alone|on their own)|on their own"
    rf"|beats? (?:him|her|them)"
    r"|hits? (?:him|her|them)|wrong at home|keep it (?:a )?secret|presents|scared to go home)\b",
    r"\bim (?:only )?(?:[5-9]|1[0-7])\b(?! minutes| miles)|\bkeep it (?:a )?secret\b.*\bim \d+\b"
    r"|\bfoster (?:carer|mum|dad)\b",
    r"\b(?:boy|girl|lad|pupil|student|child) (?:in|at) my (?:class|school|team)\b.*\b(?:bruis\w*|hit\w*"
    r"|hurt\w*|scared|home)\b",
    rf"\b(?:scream\w*|shout\w*|yell\w*) at (?:their|his|her|that|the) (?:\w+ )?{CHILD}\b",
    rf"\b{CHILD}\b.{{0,40}}\b(?:on (?:his|her|their) own|all alone|wandering|by (?:him|her)self)\b",
    rf"\bgiving my (?:\w+ )?{CHILD}\b|\bmy {CHILD}\b.*\b(?:older man|stranger|groom\w*)\b|\bgroomed\b",
)
HATE_CRIME = any_of(
    *told_of_harm.HATE_CRIME,
    r"\b(?:calls?|called|spat|shouts?|abus\w+)\b.*\b(?:hijab|turban|headscarf|mosque|synagogue|accent|skin"
    r"|wheelchair|two men|two women)\b|\bterrorist\b",
    r"\b(?:because (?:im|we are|of my|of our|hes|shes)|for being|for holding hands)\b(?=.*\b(?:gay|lesbian"
    r"|trans\w*|black|asian|muslim|jewish|hindu|sikh|disab\w+|foreign|polish|hands|women|men|colour)\b)",
    r"\b(?:racist|homophobic|transphobic|the [a-z] word)\b",
)
STALKING = any_of(
    *told_of_harm.STALKING,
    r"\btrack\w* (?:me|app|device|my)\b|\bwaits? for me\b|\bcreepy\b|\b(?:sends?"
    r"|leaves?) me (?:\w+ )?(?:letters|notes|messages|gifts|flowers)\b",
    r"\b(?:messages?|texts?|calls?|rings?|emails?|contacts?) me\b.*\b(?:block\w*|every time|new \w+"
    r"|all (?:day|night|the time))\b",
    r"\b(?:follows?|following|stalk\w+|harass\w+|pester\w+) (?:me|us|my)\b|\bfake profiles?\b"
    r"|\bdrives past my\b",
    r"\b(?:getting|get|got) (?:calls|messages|texts|letters|notes|emails)\b.*\b(?:from|night|every)\b"
    r"|\bgifts? i dont want\b",
)
DOMESTIC_ABUSE = any_of(
    *told_of_harm.DOMESTIC_ABUSE,
    rf"{_THEY}.{{0,40}}\b(?:grab\w*|push\w*|shov\w*|slap\w*|kick\w*|punch\w*|drag\w*|chok\w*) (?:me|her"
    rf"|him|us)\b",
    rf"\bmy (?:\w+ )?{NEAR} (?:takes|steals|took) my (?:money|benefits|pension|wages|savings)\b",
    rf"\b(?:get away|escape|run|hide|safe|leaving|away) (?:\w+ )?from my (?:\w+ )?{LOVED}\b"
    rf"|\bsomewhere safe\b",
    r"\b(?:beaten|hit|hits|hurt)\b.{0,20}\bmy (?:mum|mother|sister)\b|\bmy (?:mum|mother"
    r"|sister)\b.{0,20}\b(?:beaten|hit|hurt)\b",
    rf"\bif (?:my|her) (?:\w+ )?{LOVED}\b.*\b(?:violent|abus\w+|record)\b|\btake the (?:kids"
    rf"|children) if i leave\b",
    r"\breads all my\b|\bif im late\b",
    rf"{_THEY}.{{0,40}}\b(?:threw|throws?|throwing|(?:went|goes) for (?:me|us|her|him)|screams? at"
    rf"|shouts? at|calls me|tells me what|says (?:nobody|no one)"
    r"|worthless|violent|abus\w+|wages|spits?|scar(?:es|ed)|hits?|beat\w*|order)\b",
    r"\b(?:abusive|violent|controlling) (?:\w+ )?(?:husband|wife|partner|ex|man|relationship|home|father"
    r"|mother)\b|\brefuge\b",
    r"\bforc\w+ (?:me|my \w+) to marry\b|\bnon molestation\b|\brestraining order\b",
    rf"\b(?:bull(?:y|ied|ies|ying)|controll?\w*|threaten\w*|frighten\w*)\b.{{0,30}}\bby (?:my|her"
    rf"|his) (?:\w+ )?(?:{NEAR}|family)\b",
    r"\btakes my (?:wages|money|phone|keys)\b|\btells me what to wear\b|\bmy relationship is\b",
)
MISSING_PERSON = any_of(
    *told_of_crime.MISSING_PERSON,
    r"\bhavent heard from\b|\b(?:run|ran) (?:off|away)\b(?! an?\b)|\bnobody knows where\b|\bdidnt come home\b"
    r"|\bnot like (?:him|her)\b",
    r"\b(?:nobody|no one) has seen\b|\b(?:not|hasnt been|isnt|never came) (?:back|home|seen)\b"
    r"|\b(?<!my )phone is (?:off|switched off|dead)\b",
    r"\bwont answer (?:her|his|the|their) (?:door|phone)\b|\bgone missing\b|\bhas disappeared\b",
)
COMPLAINT_COMMISSIONER = any_of(
    *told_of_crime.COMPLAINT_COMMISSIONER,
    r"\b(?:i|im|ive|my|we)\b.{0,30}\b(?:grievance|complain|complaint|unhappy|angry|disgusted"
    r"|fed up)\b.{0,40}\b(?:commissioner|pcc)\b",
)
COMPLAINT_POLICE = any_of(
    *told_of_crime.COMPLAINT_POLICE,
    r"\b(?:police\w*|officer|pcso|constable)\b.*\b(?:swore|shouted|sworn|insulted|hurt|hit|pushed|lost my"
    r"|seized|wont (?:reply|answer|call|ring|help))\b",
    r"\b(?:police|officers?|pcsos?|searched|arrested|101)\b.*\b(?:useless|furious|aggressive|fed up"
    r"|further|no reason|wrong\w*|apology|compensation|unfair\w*|disgust\w*|appall\w*|complain\w*"
    r"|rung (?:me )?back|called (?:me )?back|ignor\w+|nobody|rude|let down|unhappy|angry)\b",
    r"\b(?:useless|furious|fed up|disgusted|appalled|unhappy|angry|nobody)\b.*\b(?:police|officers?"
    r"|101)\b(?=.*\b(?:me|my|i|us|our|they)\b)",
)
VICTIM_SUPPORT = any_of(
    *told_of_crime.VICTIM_SUPPORT,
    r"\bmy (?:\w+ )?\w+ (?:was|were|has been) (?:murdered|killed)\b|\b(?:can|could|will) someone help\b.*"
    r"|\bhelp after (?:a|an|the|my) \w+ ?(?:crime|attack)?\b",
    r"\bsince (?:the|my|our) (?:break ?in|burglary|attack|robbery|mugging|assault|crime|fraud)\b|\b(?:any"
    r"|some|need|get|have) counselling\b",
    r"\bsince i was (?:mugged|burgled|robbed|attacked|assaulted|scammed)\b|\b(?:crime|crimes) done to\b",
)
REPORT_CRIME = any_of(
    *told_of_crime.REPORT_CRIME,
    r"\b(?:found|have|got|seen) an? (?:\w+ )?(?:knife|gun|weapon|bullets?|grenade|drugs|syringe)\b"
    r"|\bused my (?:card|name|details|account)\b",
    r"\bgave (?:them|him|her) my (?:\w+ )?(?:details|password|pin|code)\b|\b(?:quad"
    r"|motor)? ?bikes? (?:through|across|over|on) my\b",
    r"\bscratched\b.*\bmy (?:car|van)\b|\bgive information to the police\b|\bblackmail\w*\b",
    r"\b(?:stole|stolen|thieves|thief|burgled|burglars?|(?:my|our|the) burglary|robbed|robber\w*|mugged"
    r"|scam\w*|conned|defraud\w*|fraudster\w*|vandal\w+|poison\w*|poach\w*|dashcam|shoplift\w+|arson\w*"
    r"|hacked|threatened|assaulted|attacked|punched|catalytic|needles|drug deal\w*|cannabis"
    r"|fly ?tipp\w+)\b",
    r"\b(?:someone|he|she|neighbour|man|woman|report|seen|saw)\b.*\b(?:drink|drunk|dangerous) driving\b",
    r"\btrick\w+ (?:me|my \w+) (?:out of|into)\b|\b(?:tools?|lead|bikes?|plants|parcels?|phone|wallet"
    r"|purse|jewellery|money) (?:were|was|has been|have been|had been) (?:taken|pulled up)\b|\b(?:smash"
    r"|pull|kick|dump)\w* (?:up |in )?(?:my|our)\b",
    r"\bhave had the \w+ off\b|\bpaid for\b.*\b(?:doesnt exist|never (?:came|arrived)|fake)\b"
    r"|\blet the police know\b",
)
