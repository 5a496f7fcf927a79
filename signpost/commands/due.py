"""`due`: what is late or comes due, by owner; `due --next`: the day on which the site will next change by itself."""

import argparse
from urllib.parse import urlsplit

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, exact_result, number_of, result, show, tell

MOST_DAYS = 3650
"""Ten years: as far as anything is looked for."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--next", action="store_true", help="only the day on which the site will next change by itself, and why")
    parser.add_argument("--within", type=_days, default=30, metavar="DAYS", help="how many days to look ahead (30)")
    parser.add_argument("--owner", metavar="NAME", help="only what belongs to owners whose name holds NAME")


def run(parsed: argparse.Namespace) -> int:
    from signpost.due import formats
    from signpost.due.tasks import next_changes, tasks
    from signpost.load import load
    from signpost.pages.translations import behind, changes_since

    options = Options(parsed)
    problems = Problems()
    site = load(options.content, options.label, ROOT, options.today, problems, drafts=True)
    if site is None:
        show(problems, problems.errors, "text")
        tell("\nThe list needs a site that can be read. Mend this first.")
        return PROBLEMS
    if parsed.next:
        changes = next_changes(site.pages, site.plan, options.today)
        if options.style in {"csv", "ics"}:
            tell("“--next” is written as text or json.")
            return WRONG_USE
        result(formats.next_as_json(changes) if options.style == "json" else formats.next_as_text(changes))
        return GOOD
    found = tasks(site, options.today, parsed.within)
    owners = sorted({task.owner for task in tasks(site, options.today, MOST_DAYS)})
    if parsed.owner and not any(parsed.owner.casefold() in owner.casefold() for owner in owners):
        tell(f"Nobody of the name “{parsed.owner}” owns anything here. The owners are: {'; '.join(owners)}.")
        return WRONG_USE
    if parsed.owner:
        found = [task for task in found if parsed.owner.casefold() in task.owner.casefold()]
    source = site.config.locales[0]
    differences = {page.file: changes_since(options.content, page, source) for page, _ in behind(site.pages, source)}
    if options.style == "json":
        result(formats.as_json(found, differences, options.today))
    elif options.style == "csv":
        exact_result(formats.as_csv(found, options.today))
    elif options.style == "ics":
        exact_result(formats.as_calendar(found, options.today, urlsplit(site.config.base_url).hostname or "site"))
    else:
        result(formats.as_text(found, differences, options.today, parsed.within))
        late = sum(task.is_late(options.today) for task in found)
        tell(f"\n{number_of(len(found), 'thing')} to do, {late} late.")
    return GOOD


def _days(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= MOST_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}” is not a number of days; write a whole number up to {MOST_DAYS}, like 30")
