"""The list of documents: what each is, whether it still stands, and how much of it was read."""

from assistant.index.generation import Generation
from assistant.question.documents_meant import replacements
from assistant.types import Document, DocumentInfo, Listed, Standing


def catalogue(generation: Generation) -> tuple[Listed, ...]:
    """Every document of a generation and every one that is no longer there, the oldest first."""
    documents = list(generation.documents.values())
    replaced = replacements([document.info for document in documents])
    listed = [_listed(document, replaced, len(generation.order[document.info.id])) for document in documents]
    for gone in generation.withdrawn.values():
        info = DocumentInfo(gone.id, gone.title, date=gone.date, withdrawn=gone.withdrawn)
        listed.append(Listed(info, Standing.WITHDRAWN))
    return tuple(sorted(listed, key=lambda one: (one.info.date, one.info.id)))


def _listed(document: Document, replaced: dict[str, str], passages: int) -> Listed:
    newer = replaced.get(document.info.id, "")
    pages = {(block.page, block.page_label) for block in document.blocks} - {(None, None)}
    standing = Standing.SUPERSEDED if newer else Standing.CURRENT
    return Listed(document.info, standing, newer, len(pages), passages)
