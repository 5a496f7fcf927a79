"""Questions -> one more update at the end of the plan's list. Must never change an update that stands there."""

from datetime import date

from signpost.files.web_address import address_fault
from signpost.files.yaml_line import scalar
from signpost.new.asking import LANGUAGES, Asker, Fault, at_most
from signpost.new.place import ContentFolder, yaml_list
from signpost.plan.model import ActionPlan, Kind, Status
from signpost.plan.plans import FOLDER
from signpost.plan.texts import MOST_CHARACTERS, NOT_TRANSLATED
from signpost.plan.timing import every_part
from signpost.plan.updates import PLAN
from signpost.problems import Problem, did_you_mean
from signpost.site import Site

_OPENING = "# What was said when. Add to the end; never change what stands here.\nupdates:\n"


def ask_update(asker: Asker, site: Site, plan: ActionPlan, place: ContentFolder) -> tuple[str, list[Problem]]:
    """Ask, and write. Returns the file with the update's line, or what is wrong."""
    locales = site.config.locales
    about = asker.ask("About which part of the plan? 7 is a recommendation, 7.1 a requirement; “plan” is all of it", _part_fault(plan))
    when = asker.day("Day on which this was said", site.today, latest=site.today)
    texts = {locales[0]: asker.ask(f"What the force has done, in {LANGUAGES[locales[0]]}", at_most(MOST_CHARACTERS))}
    for code in locales[1:]:
        texts[code] = asker.optional(f"The same, in {LANGUAGES[code]}", at_most(MOST_CHARACTERS)) or NOT_TRANSLATED
    fields: dict[str, str | dict[str, str] | list[str]] = {"about": about, "date": when.isoformat()}
    fields["key"] = _key(asker, plan, about, when)
    fields["kind"] = asker.choose("Kind", [Kind.INITIAL.value, Kind.PERIODIC.value], Kind.PERIODIC.value)
    if about != PLAN:
        choices = [status.value for status in Status]
        fields["status"] = asker.optional(f"How far it is now: {', '.join(choices)}", _choice_fault(choices))
    source = asker.optional("Address of the page on which this was published", _address_fault)
    entry = yaml_list(fields)
    entry += "    text:\n" + "".join(f"      {code}: {_text(text)}\n" for code, text in texts.items())
    entry += f"    source: {source}\n" if source else ""
    name = f"{FOLDER}/{_file_name(place)}"
    files = place.appended(name, entry, _OPENING)
    found = place.add(files)
    line = files[name].count("\n") - entry.count("\n") + 1
    return ("" if found else f"{place.label}/{name}:{line}"), found


def _text(text: str) -> str:
    return NOT_TRANSLATED if text == NOT_TRANSLATED else scalar(text, frozenset({NOT_TRANSLATED}))


def _part_fault(plan: ActionPlan) -> Fault:
    known = [PLAN, *(part.reference for part in every_part(plan))]
    return lambda answer: None if answer in known else f"The plan has: {', '.join(known)}.{did_you_mean(answer, known)}"


def _choice_fault(choices: list[str]) -> Fault:
    return lambda answer: None if answer in choices else f"Write one of: {', '.join(choices)}.{did_you_mean(answer, choices)}"


def _address_fault(answer: str) -> str | None:
    reason = address_fault(answer)
    return f"This cannot be used: {reason}" if reason else None


def _key(asker: Asker, plan: ActionPlan, about: str, when: date) -> str:
    """Two updates about one part on one day are told apart by a word."""
    updates = plan.updates if about == PLAN else next(part.updates for part in every_part(plan) if part.reference == about)
    same = [update for update in updates if update.when is not None and update.when.first == when]
    return asker.ask("There is an update about this on that day already. One word for this one, like “training”") if same else ""


def _file_name(place: ContentFolder) -> str:
    """The list to which people add: updates.yml, else the last of the others."""
    names = sorted(path.name for path in (place.folder / FOLDER).glob("updates*.yml"))
    return "updates.yml" if "updates.yml" in names or not names else names[-1]
