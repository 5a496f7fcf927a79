"""Whether somebody has asked the service itself. `checked_by` says so, and until then nothing of it is published.

A list that was copied may be wrong in every line and look right. Must never take a day in `checked_on` for a person's word.
"""

from signpost.files.fields import Fields
from signpost.problems import Level

UNCONFIRMED = ("to be confirmed", "none yet")
"""What “checked_by” holds as long as nobody has."""


def is_confirmed(checked_by: str) -> bool:
    return not any(words in checked_by.casefold() for words in UNCONFIRMED)


def check_confirmed(fields: Fields, checked_by: str, message: str, safety: bool = True) -> None:
    """Shown by a build and in the way of publishing. The sentence is the same for all, so that forty take one line."""
    if not is_confirmed(checked_by):
        fields.problems.add("unconfirmed", fields.file, fields.line("checked_by"), message, Level.WARNING, safety)
