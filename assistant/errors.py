"""Everything that can go wrong in a way a person can mend, as one small tree.

AssistantError                 one sentence for the user, and an exit code for the command line
├── QuestionInvalid            the question cannot be read (empty, too long, not text we can use)
├── ClaimInvalid               the claim cannot be checked (empty, too long, a question)
├── PaperInvalid               the paper cannot be read or checked (empty, encrypted, scanned, too long)
├── NothingToCompare           no document says anything about the topic
├── CorpusUnreadable           the corpus is missing, empty, or nothing in it can be read
├── IndexMissing               no generation has been published yet
├── IndexUnreadable            the published generation is damaged or does not fit this encoder
├── AnswersChanged             a new generation would answer otherwise, and was held back as asked
├── IngestRunning              another ingest holds the lock
├── ModelUnusable              the language model that was chosen cannot be set up
└── DiskProblem                the disk refused a write; the live generation is untouched
"""


class AssistantError(Exception):
    """Base of all errors that we raise on purpose; `str(error)` is one clear sentence for a person."""

    exit_code = 1


class QuestionInvalid(AssistantError):
    """The question cannot be used; the message says why and what to do."""

    exit_code = 2


class ClaimInvalid(AssistantError):
    """The claim cannot be checked; the message says why and what to do."""

    exit_code = 2


class PaperInvalid(AssistantError):
    """The paper cannot be read or checked; the message says why and what to do."""

    exit_code = 2


class NothingToCompare(AssistantError):
    """No document says anything about the topic; the message says what to try."""

    exit_code = 6


class CorpusUnreadable(AssistantError):
    """The corpus folder is missing or empty, or no document in it could be read."""

    exit_code = 2


class IndexMissing(AssistantError):
    """There is no published generation at the index folder; the message says to run ingest."""

    exit_code = 3


class IndexUnreadable(AssistantError):
    """The published generation failed its checks; the message says to run ingest again."""

    exit_code = 3


class AnswersChanged(AssistantError):
    """Some questions would be answered otherwise; the new generation was not published."""

    exit_code = 5


class IngestRunning(AssistantError):
    """Another ingest is writing to the same index folder (exit code EX_TEMPFAIL)."""

    exit_code = 75


class ModelUnusable(AssistantError):
    """The language model of `ASSISTANT_MODEL` cannot be set up; the message says what to install or set."""

    exit_code = 2


class DiskProblem(AssistantError):
    """A write failed (disk full, read-only folder); the live generation is as it was."""

    exit_code = 4
