"""What may still happen to a final: it is printed again, and it gets a correction (domain.md 7.3)."""

from dataclasses import replace

from facilitator.domain.documents import DocumentStatus, MinutesDocument, is_later
from facilitator.domain.record import STAMPS

_UNSTAMPED = dict.fromkeys(STAMPS)


def is_kept(before: MinutesDocument, after: MinutesDocument) -> bool:
    """Whether a document may become what it is `after`; one that is no final may become anything.

    A final stays what was approved: another size of paper and further files change nothing that it says.
    Under a later number it is its correction, a draft, or the next final, approved anew. No file that was
    issued of it is forgotten.
    """
    if before.status is not DocumentStatus.FINAL:
        return True
    if not set(before.issued_files) <= set(after.issued_files):
        return False
    if is_later(after.version, before.version):
        return after.status is not DocumentStatus.FINAL or after.content_hash != before.content_hash
    said = replace(after, paper=before.paper, issued_files=before.issued_files, **_UNSTAMPED)  # type: ignore[arg-type]  # every stamp may be None
    return said == replace(before, **_UNSTAMPED)  # type: ignore[arg-type]  # every stamp may be None
