"""Asks a person one thing at a time, and says at once what is wrong with an answer.

Must never go on with an answer that its own rule refuses, and never take silence for a yes.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from signpost.problems import did_you_mean

LANGUAGES = {"en": "English", "cy": "Welsh"}

Fault = Callable[[str], str | None]
"""Why an answer will not do, as a sentence; None when it will."""


class Stopped(Exception):
    """The person has ended the questions. Nothing has been written."""


class Asker:
    """`read` gives one line and raises EOFError at the end; `tell` shows a sentence."""

    def __init__(self, read: Callable[[], str], tell: Callable[[str], None]) -> None:
        self._read = read
        self._tell = tell

    def ask(self, question: str, fault: Fault = lambda _: None, default: str | None = None) -> str:
        """An answer on one line. Enter alone means `default`; without one the question comes again."""
        while True:
            self._tell(question if not default else f"{question} [{default}]")
            try:
                answer = " ".join(self._read().split())
            except (EOFError, KeyboardInterrupt):
                raise Stopped from None
            if not answer and default is not None:
                return default
            reason = fault(answer) if answer else "This cannot be left out."
            if reason is None:
                return answer
            self._tell(f"  {reason}")

    def optional(self, question: str, fault: Fault = lambda _: None) -> str:
        return self.ask(f"{question} (or only Enter)", fault, "")

    def choose(self, question: str, choices: Sequence[str], default: str | None = None) -> str:
        def fault(answer: str) -> str | None:
            return None if answer in choices else f"Write one of: {', '.join(choices)}.{did_you_mean(answer, choices)}"

        return self.ask(f"{question} ({', '.join(choices)})", fault, default)

    def choose_some(self, question: str, choices: Sequence[str], default: str | None = None) -> str:
        """Words of a closed list, with commas between them, as the YAML files have them."""

        def fault(answer: str) -> str | None:
            wrong = [word for word in _parts(answer) if word not in choices]
            return f"“{wrong[0]}” is not one of: {', '.join(choices)}.{did_you_mean(wrong[0], choices)}" if wrong else None

        return ", ".join(_parts(self.ask(f"{question} (one or more of: {', '.join(choices)})", fault, default)))

    def day(self, question: str, default: date, latest: date | None = None, earliest: date | None = None) -> date:
        def fault(answer: str) -> str | None:
            try:
                found = date.fromisoformat(answer)
            except ValueError:
                return f"Write the day like {default}."
            if latest is not None and found > latest:
                return f"{found} has not come yet."
            return f"Write a day after {earliest}." if earliest is not None and found <= earliest else None

        return date.fromisoformat(self.ask(question, fault, default.isoformat()))

    def in_each(self, question: str, locales: Iterable[str], fault: Fault = lambda _: None) -> dict[str, str]:
        return {code: self.ask(f"{question}, in {LANGUAGES[code]}", fault) for code in locales}

    def say(self, text: str) -> None:
        self._tell(text)


def _parts(answer: str) -> list[str]:
    return [word.strip().lower() for word in answer.split(",") if word.strip()]


def at_most(most: int) -> Fault:
    return lambda answer: f"That has {len(answer)} characters; the most is {most}." if len(answer) > most else None
