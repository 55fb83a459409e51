"""An answer for somebody who may leave while it is worded: then the work on it ends."""

from collections.abc import AsyncIterator, Generator
from contextlib import closing

from fastapi import HTTPException, Request
from fastapi.concurrency import iterate_in_threadpool

from assistant.render.data import dumps, to_json
from assistant.types import Answer

_GONE = 499  # as servers log it; nobody reads it


async def lines(answers: Generator[Answer | None]) -> AsyncIterator[str]:
    """Each answer as a line of JSON, as it comes."""
    with closing(answers):
        async for answer in iterate_in_threadpool(answers):
            if answer is not None:
                yield f"{dumps(to_json(answer))}\n"


async def whole(answers: Generator[Answer | None], request: Request) -> Answer:
    """The last of *answers*; raises HTTPException where whoever sent *request* has gone before that."""
    last = None
    with closing(answers):
        async for answer in iterate_in_threadpool(answers):
            last = answer or last
            if answer is None and await request.is_disconnected():
                break
        else:
            if last:
                return last
    raise HTTPException(_GONE)
