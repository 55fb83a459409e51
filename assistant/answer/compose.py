"""Evidence → draft: a table figure, a whole list, or the one or two sentences that answer, always as quotes."""

from collections.abc import Sequence

from assistant.answer import wording
from assistant.answer.context import whole_lead_in
from assistant.answer.decide import Refusal, Verdict, judge
from assistant.answer.draft import Draft, Quote
from assistant.answer.evidence import Evidence, Scale, like_stems, subject_terms
from assistant.answer.figures import Cell, FigureRow, best_row
from assistant.answer.lists import ItemList, children_of, list_of
from assistant.answer.marks import marks_in
from assistant.question.kinds import Kind
from assistant.question.query import Query
from assistant.terms import stem, words
from assistant.types import Piece, PieceKind, Span, Status

_MOST_WORDS = 100  # words of quotes in one answer; with its source an answer stays under 120
_MOST_LIST_WORDS = 180
_ROW_BONUS = 0.25  # a row whose label and year were both named is hardly ever a coincidence
_MOST_CARD_WORDS = 60
_MOST_QUOTES = 3
_SECOND_WITHIN = 0.14  # a second quote must weigh nearly as much as the first
_LONGEST_LEAD_IN = 45
_LOOKED_AT = 30  # pieces, heaviest first, among which a list is looked for
_LIST_WITHIN = 0.20


def compose(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft:
    """The draft that answers *query* from *evidence* (heaviest first), or the refusal that fits."""
    if query.named_documents:
        meant = [found for found in evidence if found.document.info.id in query.named_documents]
        evidence = evidence if query.is_comparison else meant
    best = evidence[0] if evidence else None
    figure = _figure(query, evidence)
    if figure:
        return figure
    if query.is_comparison:
        compared = _comparison(query, evidence, scale)
        if compared:
            return compared
    listed = _list(query, evidence, scale) if best else None
    if listed:
        return listed
    verdict = judge(query, best)
    if best is None or verdict.refusal:
        return refuse(query, verdict, evidence)
    return _sentences(query, evidence, scale)


def _figure(query: Query, evidence: Sequence[Evidence]) -> Draft | None:
    row = best_row(query, evidence)
    if row is None or query.kind not in {
        Kind.AMOUNT,
        Kind.COUNT,
        Kind.OTHER,
        Kind.DEFINITION,
        Kind.LIST,
        Kind.YES_NO,
    }:
        return None
    best = evidence[0]
    cells = row.cells_for(query.periods) if query.periods else row.cells
    if not cells:
        if best.period_fit >= 0.9 and best.piece.kind is not PieceKind.ROW and best.kind_fit:
            return None
        return refuse(query, Verdict(Refusal.OTHER_PERIOD), [row.evidence, *evidence], row)
    bonus = _ROW_BONUS if query.periods else 0.0
    if row.evidence.score + bonus * row.label_match(query) < best.score:
        return None
    return _state(row, cells)


def _state(row: FigureRow, cells: Sequence[Cell]) -> Draft:
    document = row.evidence.document
    quote = Quote(
        document,
        row.evidence.passage,
        row.evidence.piece.start,
        row.evidence.piece.end,
        tuple(c.span for c in cells),
    )
    lines = [f"{row.label}, {cell.column}: {cell.figure}" for cell in cells]
    if len(lines) == 1:
        return Draft(Status.ANSWERED, f"{lines[0]} [1]\n\n{wording.source_of(document.info)}", (quote,))
    told = "\n".join(f"- {line}" for line in lines)
    return Draft(Status.ANSWERED, f"{wording.source_of(document.info)}: [1]\n\n{told}", (quote,))


def _list(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft | None:
    """The whole list that the question asks for, or that the best evidence introduces."""
    best = evidence[0]
    introduces = (
        bool(children_of(best) or best.piece.kind is PieceKind.SENTENCE) and list_of(best) is not None
    )
    if not (query.wants_list or query.kind in {Kind.LIST, Kind.COUNT} or introduces):
        return None
    if judge(query, best).refusal not in {None, Refusal.NO_SUCH_KIND}:
        return None
    if query.kind is Kind.COUNT and best.kind_fit and not introduces:
        return None
    found = _wanted_list(query, evidence, scale)
    if found is None or (
        found.words > _MOST_WORDS - 20 and not (query.wants_list or query.kind is Kind.COUNT)
    ):
        return None
    return _tell_list(query, found)


def _wanted_list(query: Query, evidence: Sequence[Evidence], scale: Scale) -> ItemList | None:
    """The list that weighs most, where it weighs about as much as the best single piece."""
    ranked: dict[tuple[str, int], list[Evidence]] = {}
    for found in evidence[:_LOOKED_AT]:
        listed = list_of(found)
        if listed:
            ranked.setdefault((found.passage.id, listed.items[0].group), []).append(found)
    if not ranked:
        return None
    within = _LIST_WITHIN if query.wants_list else _LIST_WITHIN / 2
    least = evidence[0].score - within
    weighed = sorted(
        ((_list_weight(query, group, scale), group[0]) for group in ranked.values()), key=lambda w: -w[0]
    )
    for weight, top in weighed:
        about_itself = top.piece.kind is PieceKind.ITEM and _is_about(query, top, scale)
        found = children_of(top) if about_itself else list_of(top)
        if weight >= least and found and (query.kind is not Kind.COUNT or _counts(found, query, scale)):
            return found
        if not query.wants_list:
            return None
    return None


def _counts(found: ItemList, query: Query, scale: Scale) -> bool:
    """True when the words that introduce the list name the very things that the question counts."""
    around = scale.context.around(found.passage)
    introduced = around.pieces[found.passage.pieces.index(found.items[0])].introduces
    named = [stem(word) for word in words(" ".join(found.passage.section[-1:]))][-1:]
    return bool(query.asked_for) and (query.asked_for[-1] in introduced or query.asked_for[-1] in named)


def _list_weight(query: Query, members: Sequence[Evidence], scale: Scale) -> float:
    """The weight of the best member, raised for words of the question that other members hold."""
    top = members[0]
    terms = subject_terms(query)
    rarity = [term.weight * scale.vocabulary.idf(term.stem) for term in terms]
    together = [max(credits) for credits in zip(*(member.credits for member in members), strict=True)]
    coverage = sum(rare * credit for rare, credit in zip(rarity, together, strict=True)) / (
        sum(rarity) or 1.0
    )
    return top.score + scale.weights.coverage * (coverage - top.coverage)


def _is_about(query: Query, item: Evidence, scale: Scale) -> bool:
    """True when the item itself, and not the list it stands in, holds what was asked."""
    around = scale.context.around(item.passage)
    words = around.pieces[item.index]
    terms = subject_terms(query)
    weights = [term.weight * scale.vocabulary.idf(term.stem) for term in terms]
    siblings = [
        around.pieces[index].own
        for index, piece in enumerate(item.passage.pieces)
        if index != item.index and piece.group == item.piece.group and piece.level == item.piece.level
    ]
    shared = words.introduces | around.heading | around.outer | frozenset().union(*siblings)
    own = sum(
        weight
        for term, weight in zip(terms, weights, strict=True)
        if (meanings := {term.stem} | like_stems(term.stem)) & words.own and not meanings & shared
    )
    return own >= 0.3 * (sum(weights) or 1.0)


def _tell_list(query: Query, found: ItemList) -> Draft:
    items = found.items if found.words <= _MOST_LIST_WORDS else found.top_items
    lead_in = found.lead_in
    inside = lead_in is not None and lead_in.start >= found.passage.start
    start = lead_in.start if lead_in and inside else items[0].start
    quote = Quote(found.document, found.passage, start, items[-1].end)
    introduced = f"“{found.document.text[slice(*lead_in)]}”" if lead_in and inside else _under(found)
    depth = min(item.level for item in items)
    kept, left = _fitting(found, items)
    lines = [f"{'  ' * (item.level - depth)}- {found.text_of(item)}" for item in kept]
    counted = (
        f"{wording.COUNTED.format(number=wording.in_words(len(found.top_items)))}\n"
        if query.kind is Kind.COUNT
        else ""
    )
    more = f"\n{wording.PARTIAL_LIST.format(left=wording.in_words(left))}" if left else ""
    text = f"{wording.source_of(found.document.info)}:\n{counted}{introduced} [1]\n" + "\n".join(lines) + more
    return Draft(Status.PARTIAL if left else Status.ANSWERED, text, (quote,))


def _under(found: ItemList) -> str:
    return f"{found.passage.section[-1]}:" if found.passage.section else ""


def _fitting(found: ItemList, items: Sequence[Piece]) -> tuple[list[Piece], int]:
    kept: list[Piece] = []
    words = 0
    for item in items:
        words += len(found.text_of(item).split())
        if words > _MOST_LIST_WORDS and kept:
            break
        kept.append(item)
    return kept, len(items) - len(kept)


def _comparison(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft | None:
    """The best quote for each time or document that the question sets side by side, in order of time."""
    sides = _sides(query, evidence)
    top = max((found.score for found in sides), default=0.0)
    kept = [found for found in sides if found.score >= top - 0.45 and found.coverage >= 0.3]
    if len(kept) < 2:
        return None
    kept = sorted(kept[:3], key=lambda found: found.document.info.date)
    lines: list[str] = []
    quotes: list[Quote] = []
    for found in kept:
        told = _told(found, query, scale, quotes, sum(len(quote.text.split()) for quote in quotes))
        lines.append(f"{wording.source_of(found.document.info)}:\n{told}")
    return Draft(Status.ANSWERED, f"{wording.IN_TIME_ORDER}\n\n" + "\n\n".join(lines), tuple(quotes))


def _sides(query: Query, evidence: Sequence[Evidence]) -> list[Evidence]:
    best_of: dict[str, Evidence] = {}
    for found in evidence:
        named = query.named_documents
        if len(named) > 1 and found.document.info.id not in named:
            continue
        best_of.setdefault(_side_of(query, found), found)
    return sorted((best_of[side] for side in best_of if side), key=lambda found: -found.score)


def _side_of(query: Query, found: Evidence) -> str:
    """The time that a piece of evidence speaks for: a year that was asked about, or its document's own."""
    year = found.document.info.date[:4]
    if len(query.years_told) < 2:
        return found.document.info.id
    return year if year in query.years_told else ""


def _told(found: Evidence, query: Query, scale: Scale, quotes: list[Quote], said: int) -> str:
    """One side of a comparison in words; its quotes are added to *quotes*."""
    listed = list_of(found) if found.piece.kind is PieceKind.SENTENCE else None
    quotes.append(_quote(found, query, scale))
    told = f"“{quotes[-1].text}” [{len(quotes)}]"
    if listed and said + listed.words <= _MOST_WORDS:
        items = listed.items
        quotes.append(Quote(listed.document, listed.passage, items[0].start, items[-1].end))
        told += f" [{len(quotes)}]\n" + "\n".join(f"- {listed.text_of(item)}" for item in items)
    elif listed is None and quotes[-1].text.rstrip().endswith(":"):
        told += _said_next(found, quotes)
    return told


def _said_next(found: Evidence, quotes: list[Quote]) -> str:
    """What a sentence that ends in a colon announces, as a quote of its own."""
    pieces = found.passage.pieces[found.index + 1 : found.index + 2]
    if not pieces:
        return ""
    quotes.append(Quote(found.document, found.passage, pieces[0].start, pieces[0].end))
    return f"\n“{quotes[-1].text.strip('“”')}” [{len(quotes)}]"


def _sentences(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft:
    card = _card(query, evidence[0])
    if card:
        return Draft(Status.ANSWERED, f"{wording.source_of(card.document.info)}: [1]\n{card.text}", (card,))
    quotes: list[Quote] = []
    lines: list[str] = []
    source = ""
    for found in _chosen(query, evidence, scale):
        told = _with_lead_in(found, query, scale, quotes)
        named = wording.source_of(found.document.info)
        lines += [told] if named == source else [f"{named}:", told]
        source = named
    return Draft(Status.ANSWERED, "\n".join(lines), tuple(quotes))


def _with_lead_in(found: Evidence, query: Query, scale: Scale, quotes: list[Quote]) -> str:
    lead_in = _lead_in(found)
    if lead_in is None or any(quote.start <= lead_in.start < quote.end for quote in quotes):
        return _told(found, query, scale, quotes, sum(len(quote.text.split()) for quote in quotes))
    quotes.append(lead_in)
    said = f"“{lead_in.text}” [{len(quotes)}]"
    quotes.append(_quote(found, query, scale))
    return f"{said}\n“{quotes[-1].text}” [{len(quotes)}]"


def _card(query: Query, best: Evidence) -> Quote | None:
    """A passage of short lines, such as an address, whole: one line of it alone says too little."""
    passage, text = best.passage, best.document.text
    sizes = [len(text[piece.start : piece.end].split()) for piece in passage.pieces]
    labelled = sum(":" in text[piece.start : piece.end] for piece in passage.pieces)
    is_card = len(sizes) > 1 and labelled * 2 >= len(sizes) and sum(sizes) <= _MOST_CARD_WORDS
    if not is_card or query.kind not in {Kind.CONTACT, Kind.PERSON, Kind.PLACE, Kind.OTHER, Kind.DEFINITION}:
        return None
    start, end = passage.pieces[0].start, passage.pieces[-1].end
    return Quote(best.document, passage, start, end, marks_in(query, text, Span(start, end)))


def _chosen(query: Query, evidence: Sequence[Evidence], scale: Scale) -> list[Evidence]:
    best = evidence[0]
    chosen = [best]
    words = len(best.text.split())
    for found in evidence[1:8]:
        size = len(found.text.split())
        if len(chosen) == _MOST_QUOTES or found.score < best.score - _SECOND_WITHIN:
            break
        same = any(found.text.strip(" .").lower() == other.text.strip(" .").lower() for other in chosen)
        if same or words + size > _MOST_WORDS - 15 or found.kind_fit < best.kind_fit:
            continue
        if found.document is not best.document and not _adds(found, best):
            continue
        chosen.append(found)
        words += size
    return chosen


def _adds(found: Evidence, best: Evidence) -> bool:
    return any(more > less + 0.3 for more, less in zip(found.credits, best.credits, strict=True))


def _lead_in(found: Evidence) -> Quote | None:
    """The words that introduce a list item, as a quote of their own."""
    lead_in = whole_lead_in(found.piece, found.passage, found.document)
    if lead_in is None or lead_in.start < found.passage.start:
        return None
    quote = Quote(found.document, found.passage, lead_in.start, lead_in.end)
    return quote if len(quote.text.split()) <= _LONGEST_LEAD_IN else None


def _quote(found: Evidence, query: Query, scale: Scale) -> Quote:
    """The quote of one piece; a sentence that begins with a pronoun takes the one before it along."""
    start = found.piece.start
    around = scale.context.around(found.passage).pieces[found.index]
    if around.begins_with_pronoun and found.index and found.piece.kind is PieceKind.SENTENCE:
        before = found.passage.pieces[found.index - 1]
        together = found.document.text[before.start : found.piece.end]
        if before.kind is PieceKind.SENTENCE and len(together.split()) <= 70 and "\n" not in together:
            start = before.start
    marks = marks_in(query, found.document.text, Span(start, found.piece.end))
    return Quote(found.document, found.passage, start, found.piece.end, marks)


def refuse(
    query: Query, verdict: Verdict, evidence: Sequence[Evidence], row: FigureRow | None = None
) -> Draft:
    """The refusal that says why there is no answer, with the nearest passages for the reader to see."""
    nearest = tuple(
        Quote(found.document, found.passage, found.piece.start, found.piece.end) for found in evidence[:1]
    )
    return Draft(Status.NOT_IN_DOCUMENTS, _why(query, verdict, row), nearest=nearest)


def _why(query: Query, verdict: Verdict, row: FigureRow | None) -> str:
    if verdict.refusal is Refusal.OTHER_PERIOD:
        said = wording.NO_SUCH_PERIOD.format(asked=wording.years(query.periods))
        if row and row.periods:
            said += " " + wording.GIVEN_PERIODS.format(given=wording.years(row.periods))
        return said
    if verdict.refusal is Refusal.UNKNOWN_WORDS:
        return f"{wording.NOT_FOUND} {wording.NO_SUCH_WORDS.format(words=_quoted(verdict.words))}"
    if verdict.refusal is Refusal.OTHER_NAME:
        return f"{wording.NOT_FOUND} {wording.NOT_ABOUT.format(names=_quoted(verdict.words))}"
    if verdict.refusal is Refusal.NO_SUCH_KIND:
        return wording.NO_SUCH_KIND.format(wanted=wording.WANTED[query.kind])
    return wording.NOT_FOUND


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:3])
