"""Evidence → draft: a table figure, a comparison, a whole list or a few sentences, or else a refusal."""

from collections.abc import Sequence

from assistant.answer.comparison import answer_with_comparison
from assistant.answer.decide import judge, obstacle
from assistant.answer.draft import Draft
from assistant.answer.evidence import Evidence, Scale
from assistant.answer.figures import answer_with_figure
from assistant.answer.list_answer import answer_with_list
from assistant.answer.refuse import refuse
from assistant.answer.sentences import answer_with_sentences
from assistant.question.query import Query


def compose(query: Query, evidence: Sequence[Evidence], scale: Scale) -> Draft:
    """The draft that answers *query* from *evidence* (heaviest first), or the refusal that fits."""
    if query.named_documents and not query.is_comparison:
        evidence = [found for found in evidence if found.document.info.id in query.named_documents]
    figure = answer_with_figure(query, evidence)
    if figure:
        return figure
    compared = answer_with_comparison(query, evidence, scale)
    if compared:
        return compared
    for_lists = [found for found in evidence if not obstacle(query, found, for_list=True)]
    listed = (
        answer_with_list(query, for_lists, scale) if for_lists and not judge(query, for_lists[0]) else None
    )
    if listed:
        return listed
    fitting = [found for found in evidence if not obstacle(query, found)]
    verdict = judge(query, fitting[0]) if fitting else obstacle(query, evidence[0]) if evidence else None
    if verdict or not fitting:
        return refuse(query, verdict, evidence)
    return answer_with_sentences(query, fitting, scale)
