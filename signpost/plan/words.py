"""Statuses, dates and lateness as sentences, in one language. Must never put a meaning into colour or into a sign alone."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from signpost.pages import typography
from signpost.plan.dates import PlanDate, in_words
from signpost.plan.model import Body, Kind, Part, Status, Texts, Update
from signpost.plan.timing import Timing, finished_late, timing


@dataclass(frozen=True)
class Said:
    """A text as shown. `lang` names its language where that is not the page's: it is not translated yet."""

    text: str
    lang: str | None = None


class PlanWords:
    """`strings` are the templates' words in the language."""

    def __init__(self, locale: str, strings: Mapping[str, str], today: date) -> None:
        self.locale = locale
        self.strings = strings
        self.today = today

    def __getitem__(self, name: str) -> str:
        return self.strings[f"plan_{name}"]

    def said(self, texts: Texts) -> Said:
        if self.locale in texts:
            return Said(typeset(texts[self.locale], self.locale))
        code, text = next(iter(texts.items()))
        return Said(typeset(text, code), code)

    def plain(self, texts: Texts) -> str:
        """For files that cannot mark a language: the text exactly as written."""
        return texts.get(self.locale) or next(iter(texts.values()))

    def date(self, value: PlanDate) -> str:
        return in_words(value, self.locale, self.strings)

    def date_or_none(self, value: PlanDate | None) -> str:
        return self.date(value) if value is not None else self["date_not_stated"]

    def status(self, status: Status) -> str:
        return self[f"status_{key(status)}"]

    def kind(self, kind: Kind) -> str:
        return self[f"kind_{kind.value}"]

    def part(self, part: Part) -> str:
        """“Requirement 7.1”."""
        return self["requirement_number" if "." in part.reference else "recommendation_number"].format(number=part.reference)

    def bodies(self, bodies: Iterable[Body]) -> str:
        return self.listed(self[f"body_{key(body)}"] for body in bodies)

    def listed(self, words: Iterable[str]) -> str:
        """“a, b and c”."""
        found = list(words)
        return self["and"].format(first=", ".join(found[:-1]), last=found[-1]) if len(found) > 1 else "".join(found)

    def due(self, value: PlanDate) -> str:
        """“due 27 March 2025”; a month or a quarter ends with its last day."""
        return self[f"due_{value.precision.value}"].format(date=self.date(value))

    def deadline(self, due: PlanDate | None, status: Status, ended_late: bool = False) -> str:
        """What there is to say about its date: “due 27 March 2025; still in progress”. Empty when there is no date."""
        if due is None or status is Status.NOT_ACCEPTED:
            return ""
        when = timing(due, status, self.today)
        if when is Timing.LATE:
            return self[f"late_{key(status)}"].format(due=self.due(due))
        if when is Timing.PASSED:
            return self["passed"].format(due=self.due(due))
        if when is Timing.ENDED and ended_late:
            return self["ended_late"].format(due=self.due(due))
        return self.due(due)

    def deadline_of(self, part: Part) -> str:
        return self.deadline(part.due, part.status, finished_late(part))

    def update_title(self, update: Update) -> str:
        """“27 March 2025: in progress”."""
        date_said = self.date_or_none(update.when)
        if update.kind is Kind.CORRECTION:
            return self["correction_of"].format(date=date_said)
        return self["status_on"].format(date=date_said, status=self.status(update.status)) if update.status else date_said


def key(word: str) -> str:
    """A closed word as the end of a name in the strings: “complete and kept under review” -> complete_and_kept_under_review."""
    return re.sub(r"[^a-z]+", "_", word.lower()).strip("_")


def typeset(text: str, locale: str) -> str:
    """The same typographic care as the pages' own text gets."""
    text = typography.before_quotes(text, locale)
    text = re.sub(r"(?<=\w)'", "’", text)
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    text = re.sub(r"(?<!\w)'([^']*)'", r"‘\1’", text)
    return typography.after_quotes(text)
