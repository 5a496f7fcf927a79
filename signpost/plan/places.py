"""Where the plan's pages stand: their keys, which are the same in every language, and their published paths.

The path of a recommendation never changes. Must never depend on what was said, only on how it is numbered.
"""

from signpost.plan.words import PlanWords

OVERVIEW = "action-plan"
WHOLE = f"{OVERVIEW}/whole-plan"


def anchor(reference: str) -> str:
    """`7.1` -> `7-1`, the id of a requirement on its recommendation's page."""
    return reference.replace(".", "-")


def plan_address(reference: str, overview: str) -> str:
    """The published path of a part, `7` or `7.1`; `overview` is the path of the plan's page in the language."""
    number, _, point = reference.partition(".")
    return f"{overview}{number}/" + (f"#{anchor(reference)}" if point else "")


def earlier_address(about: str, page: int, overview: str, words: PlanWords) -> str:
    """Of a page of earlier updates about a recommendation, `7`, or about the `plan`."""
    above = overview if about == "plan" else plan_address(about, overview)
    return f"{above}{words['address_earlier']}-{page}/"


def whole_address(page: int, overview: str, words: PlanWords) -> str:
    """Of the whole plan: the first page of it, or a further one."""
    return f"{overview}{words['address_whole']}/" + (f"{page}/" if page > 1 else "")


def recommendation_key(number: int) -> str:
    return f"{OVERVIEW}/{number}"


def earlier_key(about: str, page: int) -> str:
    return f"{OVERVIEW}/{about}/earlier-{page}"


def whole_key(page: int) -> str:
    return WHOLE + (f"/{page}" if page > 1 else "")


def template_of(page_key: str) -> str | None:
    """The template of a page of the plan; None for every other page."""
    if page_key == OVERVIEW:
        return "plan.html"
    if not page_key.startswith(f"{OVERVIEW}/"):
        return None
    if "/earlier-" in page_key:
        return "plan_earlier.html"
    return "plan_whole.html" if page_key == WHOLE or page_key.startswith(f"{WHOLE}/") else "recommendation.html"
