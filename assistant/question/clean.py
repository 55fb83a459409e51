"""The door: what a person typed becomes one line of plain text, or one clear sentence about what is wrong."""

import re
import unicodedata

from assistant.errors import QuestionInvalid

# The commonest grammar words of some languages that our readers may type, where English does not use them.
_FOREIGN = frozenset(
    """
    le la les des une est que qui pour dans avec sont combien quel quelle quels comment où der die das
    und ist nicht wie viel wer wann welche sind für mit ein eine el los las una es por para cuál cuánto
    cuántos qué quién cómo dónde del il gli che quanto quanti chi sono della ile jest kto jak są czy
    jaki jaka y yr yn mae beth pwy sut faint ydy ydyw oes wat hoeveel het een hoe waar zijn wie cât este
    sunt cine
""".split()
)
_ENGLISH = frozenset(
    """
    the of is are was were what who when where why how which much many to and in for does do did a an on
    it this that with about from by at be has have can will there their you i me tell list give show
    name
""".split()
)
_INVISIBLE = {"Cf", "Co", "Cs", "Cn"}


def clean(text: str, max_chars: int) -> str:
    """*text* in NFKC on one line, without control and invisible characters.

    Raises QuestionInvalid when it is empty, longer than *max_chars*, has no words, or is not English.
    """
    if len(text) > max_chars:
        raise QuestionInvalid(
            f"Your question has {len(text):,} characters and the limit is {max_chars:,}."
            " Please ask it in fewer words."
        )
    line = " ".join(_visible(text).split())
    if not line:
        raise QuestionInvalid("Your question is empty. Please type a question about the documents.")
    if not any(character.isalnum() for character in line):
        raise QuestionInvalid("I cannot find any words in your question. Please ask it in words.")
    if _is_foreign(line):
        raise QuestionInvalid("I can only read questions in English. Please ask your question in English.")
    return line


def _visible(text: str) -> str:
    kept = []
    for character in unicodedata.normalize("NFKC", text):
        category = unicodedata.category(character)
        if category not in _INVISIBLE:
            kept.append(" " if category in {"Cc", "Zl", "Zp"} else character)
    # What was invisible may have stood between a letter and its accent.
    return unicodedata.normalize("NFKC", "".join(kept))


def _is_foreign(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    latin = sum("LATIN" in unicodedata.name(character, "") for character in letters)
    if letters and latin < len(letters) / 2:
        return True
    found = re.findall(r"[^\W\d_]+", line.lower())
    foreign = sum(word in _FOREIGN for word in found)
    return foreign >= 2 and foreign > sum(word in _ENGLISH for word in found)
