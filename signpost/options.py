"""The options that every command shares, and what a mistyped one is answered with.

The only place that asks the clock which day it is.
"""

import argparse
import os
import re
import time
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from signpost.problems import did_you_mean
from signpost.telling import ROOT, shown_path

FORMATS = ("text", "json", "github")
"""How problems can be written."""
LONDON = ZoneInfo("Europe/London")


class Options:
    """What was said on the command line, with what holds when nothing was said."""

    def __init__(self, parsed: argparse.Namespace) -> None:
        self.content: Path = getattr(parsed, "content", None) or ROOT / "content"
        self.out: Path = getattr(parsed, "out", None) or ROOT / "dist"
        self.style: str = getattr(parsed, "format", "text")
        self.urgent: bool = getattr(parsed, "urgent", False)
        self.publish: bool = getattr(parsed, "publish", False) or self.urgent
        self.published: str | None = getattr(parsed, "published", None)
        self.is_day_named: bool = hasattr(parsed, "today") or os.environ.get("SOURCE_DATE_EPOCH", "").isdigit()
        self.today: date = getattr(parsed, "today", None) or today_in_london()

    @property
    def label(self) -> str:
        """The content folder as sentences name it."""
        return shown_path(self.content)


def today_in_london() -> date:
    """The day for which a build is made. SOURCE_DATE_EPOCH decides where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = float(epoch) if epoch.isdigit() else time.time()
    return datetime.fromtimestamp(moment, LONDON).date()


class Parser(argparse.ArgumentParser):
    """Names the nearest word after a mistyped one."""

    def error(self, message: str) -> NoReturn:
        found = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        super().error(message + did_you_mean(found[1], re.findall(r"[\w-]+", found[2])) if found else message)


def refuse_unknown(parser: argparse.ArgumentParser, arguments: list[str]) -> None:
    """argparse would take the word after an unknown option for a command, and say nothing about the option."""
    parsers: list[argparse.ArgumentParser] = [parser, *_subparsers(parser).values()]
    known = {option for each in parsers for action in each._actions for option in action.option_strings}
    for word in arguments[: arguments.index("--")] if "--" in arguments else arguments:
        name = word.partition("=")[0]
        if name.startswith("--") and name not in known:
            parser.error(f"there is no option “{name}”.{did_you_mean(name, known)}")


def _subparsers(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    return next((action.choices for action in parser._actions if isinstance(action.choices, dict)), {})


def common_options(formats: tuple[str, ...] = FORMATS) -> Parser:
    """The options of a command that can write its results in these formats."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--content", type=Path, metavar="DIR", help="folder with the site's content (content)")
    common.add_argument("--out", type=Path, metavar="DIR", help="folder to write the site to (dist)")
    common.add_argument("--today", type=_day, metavar="DATE", help="the day to build for, like 2026-11-23 (today in London)")
    common.add_argument("--format", choices=formats, help=f"how results are written: {', '.join(formats)} (text)")
    common.add_argument("--publish", action="store_true", help="for publishing: stop for anything late or unreviewed too")
    common.add_argument(
        "--published",
        metavar="PLAN",
        help="plan.json as it was published last, a file or an https address: no past update may differ; none, the very first time",
    )
    common.add_argument("--urgent", action="store_true", help="publish although something that is not about safety is late or wrong")
    return common


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date; write it like 2026-11-23") from None


def port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is not a port; write a number from 1 to 65535, like 8000")
