"""What people write before and after a question."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """What is said before a question, and after it."""

    before: str
    after: str

    def around(self, question: str) -> str:
        """*question* as it stands between the two, ended where it did not end."""
        asked = question if question.endswith((".", "?", "!")) else f"{question}?"
        return f"{self.before} {asked} {self.after}"


FIRST = (
    Frame(
        "Hello, I hope you can help me. I live in the area and was talking to my neighbour about this the"
        " other day.",
        "I would be grateful for any help, thank you.",
    ),
    Frame(
        "Good afternoon. Sorry to bother you, I am not very good with computers and could not find it on"
        " the website, so I thought it best to ask.",
        "Many thanks in advance, Margaret",
    ),
    Frame(
        "Hi there, my daughter is doing a project at college and she asked me something that I did not know,"
        " which was embarrassing to be honest.",
        "Hope that makes sense! Cheers",
    ),
    Frame(
        "I have lived here for over thirty years and I have never had to ask anything like this before, but"
        " there is a first time for everything.",
        "If you don't know, just say so, I won't be offended.",
    ),
    Frame(
        "Right, I've been going round in circles with this all morning and nobody seems to be able to give me"
        " a straight answer, so here goes.",
        "Any chance you could let me know? Ta very much",
    ),
    Frame(
        "Dear Sir or Madam, I am writing as a member of the public who takes an interest in these matters."
        " I should like to know the following.",
        "I look forward to hearing from you. Yours faithfully, J. Robson",
    ),
    Frame(
        "My husband and I had a bit of a disagreement over tea last night and I said I would look it up to"
        " settle it once and for all.",
        "He says I am wrong, and I say he is.",
    ),
    Frame(
        "I'm new to the parish council and we have a meeting on Thursday evening, so I am trying to get my"
        " head round all of this before then.",
        "Just a short answer is fine, I only need it for my notes.",
    ),
    Frame(
        "Not sure if this is the right place to ask, so apologies if it isn't. I tried ringing but gave up"
        " after twenty minutes on hold.",
        "Please could you get back to me when you have a moment.",
    ),
    Frame(
        "Hiya, quick one from me, I was reading something in the paper on the bus and it got me thinking.",
        "No rush at all, I'm just curious really.",
    ),
)
LATER = (
    Frame("Thank you, that is really useful.", "Sorry to keep asking, I want to be sure I have it right."),
    Frame("Ok great, that's what I was after. One more thing while I'm here.", "Thanks again for your help."),
    Frame("I see, I did not know that, it is good to know.", "I promise this is my last question!"),
    Frame("Oh that is interesting, my wife will be pleased, she said the same.", "If you would be so kind."),
)
