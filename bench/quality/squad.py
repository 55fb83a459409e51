"""SQuAD 2.0: the sentence of a given paragraph that answers, and questions that only look answerable."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.chain import Assistant
from assistant.types import Document, Piece
from bench.quality.corpus import Text, Workshop
from bench.quality.material import Material
from bench.quality.metrics import mean
from bench.quality.narrowed import Collected, Narrowed
from bench.quality.page import GIVEN, SAME_RUN, Row, Section, Table
from bench.quality.probe import confidence_in, evidence_for
from bench.quality.rarity import Rarity, content_stems
from bench.quality.rows import REFUSING, refusing_row

TITLE = "SQuAD 2.0"
_ABOUT = """\
{questions} questions about {paragraphs} paragraphs of {articles} articles, {answerable} of them
answerable. Each paragraph is a document; a question may be answered from its own paragraph only, and the
whole article teaches which words are rare. *First* is the share of answerable questions whose answer
begins in the sentence that comes first: by the weight of our evidence, or by the rarity of the question's
words in it (idf overlap)."""
_REFUSING = """\
Answerable or not: the confidence in the heaviest sentence, or the share of the question's words, by
rarity, that the best sentence has (idf coverage). The unanswerable questions were written to look
answerable: half is chance."""
_NOTES = """\
Trained readers reach an F1 of .61 (BiDAF), .83 (BERT) and .93 (best published), which is another measure."""


@dataclass(frozen=True, slots=True)
class Span:
    """An answer: its words, and where they begin in the paragraph."""

    text: str
    answer_start: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question; the answers that several people gave are none where it is impossible."""

    question: str
    is_impossible: bool
    answers: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its questions."""

    context: str
    qas: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article of the encyclopaedia."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    def texts(self) -> dict[str, Text]:
        """The paragraphs as documents, by their ids, in order."""
        title = self.title.replace("_", " ")
        named = ((f"{self.title}-{number:03}", each) for number, each in enumerate(self.paragraphs))
        return {key: Text(key, title, each.context) for key, each in named}


@dataclass(frozen=True, slots=True)
class _Data:
    data: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """What weighing made of one question; the flags say whether the first sentence holds the answer."""

    is_answerable: bool
    ours_first: bool
    overlap_first: bool
    confidence: float
    coverage: float


def measure(material: Material, workshop: Workshop) -> Section:
    """How often the answering sentence is first, and whether confidence tells that there is none."""
    articles = [
        replace(article, paragraphs=material.some(article.paragraphs))
        for article in material.whole("squad2_tune.json.gz", _Data).data
    ]
    texts = [text for article in articles for text in article.texts().values()]
    collected = Collected(workshop.ingest("squad", texts))
    weighed = [each for article in articles for each in _weighed(collected, article)]
    answerable = [each for each in weighed if each.is_answerable]
    impossible = [each for each in weighed if not each.is_answerable]
    about = _ABOUT.format(
        questions=f"{len(weighed):,}",
        paragraphs=len(texts),
        articles=len(articles),
        answerable=f"{len(answerable):,}",
    )
    first = (
        Row("evidence", (mean(each.ours_first for each in answerable),)),
        Row("idf overlap", (mean(each.overlap_first for each in answerable),), SAME_RUN),
        Row("idf overlap", (0.840,), GIVEN),
    )
    refusing = (
        refusing_row(
            "confidence", [each.confidence for each in answerable], [each.confidence for each in impossible]
        ),
        refusing_row(
            "idf coverage",
            [each.coverage for each in answerable],
            [each.coverage for each in impossible],
            SAME_RUN,
        ),
        Row("words", (0.576, None, None), GIVEN),
    )
    return Section(TITLE, (about, Table(("first",), first), _REFUSING, Table(REFUSING, refusing), _NOTES))


def _weighed(collected: Collected, article: Article) -> Iterator[Weighed]:
    texts = article.texts()
    whole = collected.knowing(texts)
    for key, paragraph in zip(texts, article.paragraphs, strict=True):
        assistant = collected.assistant(whole.finding({key}))
        overlap = _Overlap(whole, key)
        for question in paragraph.qas:
            yield _weighed_one(assistant, overlap, paragraph, question)


class _Overlap:
    """The sentences of one paragraph, scored by the rare words of a question that they have."""

    def __init__(self, known: Narrowed, document: str) -> None:
        self.document: Document = known.documents[document]
        self.pieces = [piece for key in known.order[document] for piece in known.passages[key].pieces]
        self._stems = [content_stems(self.document.text[piece.start : piece.end]) for piece in self.pieces]
        self._rarity = Rarity.of(known)

    def best(self, question: str) -> tuple[Piece, float]:
        """The sentence with most of the question, the earlier of two as good, and the share that it has."""
        asked = content_stems(question)
        shares = [self._rarity.share(stems, asked) for stems in self._stems]
        best = max(range(len(shares)), key=lambda number: shares[number])
        return self.pieces[best], shares[best]


def _weighed_one(
    assistant: Assistant, overlap: _Overlap, paragraph: Paragraph, question: Question
) -> Weighed:
    query, evidence = evidence_for(assistant, question.question)
    piece, coverage = overlap.best(question.question)
    begins = overlap.document.text.index(paragraph.context)
    gold = [begins + answer.answer_start for answer in question.answers]
    return Weighed(
        is_answerable=not question.is_impossible,
        ours_first=bool(evidence) and _holds(evidence[0].piece, gold),
        overlap_first=_holds(piece, gold),
        confidence=confidence_in(query, evidence),
        coverage=coverage,
    )


def _holds(piece: Piece, places: Sequence[int]) -> bool:
    return any(piece.start <= place < piece.end for place in places)
