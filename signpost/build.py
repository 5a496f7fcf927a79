"""The whole of a build, as a numbered list: load, render, check; writing is the caller's last step.

Must never print, and never return an output that a gate has refused.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from signpost.look.assets import Assets, make_assets
from signpost.checks import check_output
from signpost.hosting.files import make_hosting
from signpost.load import load
from signpost.making import PageMaker
from signpost.kept.memory import Memory
from signpost.output.output import Output
from signpost.output.beside import make_outputs
from signpost.output.parts_list import PATH as PARTS_LIST
from signpost.output.parts_list import parts_list
from signpost.plan.history import History
from signpost.plan.plans import FOLDER as PLAN_FOLDER
from signpost.hosting.policy import content_policy
from signpost.problems import Level, Problem, Problems
from signpost.rendering.renderer import Renderer
from signpost.site import Site
from signpost.kept.templates import TemplateCache
from signpost.template_faults import template_fault


@dataclass(frozen=True)
class Built:
    """A site that may be written."""

    site: Site
    files: Output

    @property
    def output(self) -> dict[str, bytes]:
        """All files in memory, for sites of a force's size."""
        return dict(self.files)


def build(
    content: Path,
    label: str,
    root: Path,
    today: date,
    problems: Problems,
    preview_files: Mapping[str, bytes] | None = None,
    history: History | None = None,
    ready: bool = False,
    memory: Memory | None = None,
) -> Built | None:
    """Everything but the writing. Adds what is wrong to `problems` and returns None if any of it is an error.

    `preview_files` are what a preview needs beside the pages; with them, drafts and future pages are built too.
    `history` is what the action plan is compared with; None compares it with nothing.
    `memory` is what earlier builds have worked out; without it, all is worked out again.
    `ready` is for publishing: without it, search engines are asked to leave the site out.
    """
    preview = preview_files is not None
    try:
        # 1. Content -> one complete site.
        site = load(content, label, root, today, problems, drafts=preview, memory=memory)
        if site is None:
            return None
        # 2. What was published of the action plan still stands.
        if history is not None:
            history.check(site.plan, f"{label}/{PLAN_FOLDER}", site.config.base_url, problems)
        # 3. Site -> bytes, which the gates read. What only a preview needs counts for nothing there: readers do not get it.
        assets = make_assets(root, site.config, site.locales)
        renderer = Renderer(site, assets, root, preview, TemplateCache(memory.kept, memory.generator) if memory is not None else None)
        beside = files_beside(site, assets, renderer.paths, preview, ready)
        output, found = PageMaker(site, renderer, beside | dict.fromkeys(preview_files or (), b""), memory).make()
        output.update(preview_files or {})
        output[PARTS_LIST] = parts_list(root)
        # 4. What the site excuses.
        problems.extend(waived(site, found))
    except TemplateError as error:
        problems.extend([template_fault(error)])
        return None
    return Built(site, output) if not problems.errors else None


def files_beside(site: Site, assets: Assets, pages: Iterable[str], preview: bool, ready: bool) -> dict[str, bytes]:
    """All that is published beside the pages."""
    output = assets.files | make_outputs(site)
    policy = content_policy(assets, preview, site.config.feedback.form_action)
    return output | make_hosting(site, policy, [*pages, *output], ready)


def gated(site: Site, output: dict[str, bytes]) -> list[Problem]:
    """What the gates find in the bytes, less what is waived."""
    return waived(site, check_output(site, output))


def waived(site: Site, found: list[Problem]) -> list[Problem]:
    """Problems less those that a waiver excuses today. A waiver never excuses the exit, an origin or a number."""
    kept = []
    for problem in found:
        waiver = next((item for item in site.config.waivers if item.rule == problem.rule and item.page == problem.file), None)
        if waiver is None or problem.safety:
            kept.append(problem)
        elif waiver.until < site.today:
            kept.append(
                Problem(
                    site.config.file,
                    waiver.line,
                    f"This waiver ended on {waiver.until}. Mend the page: {problem.message}",
                    problem.rule,
                    safety=False,
                )
            )
        else:
            kept.append(
                Problem(
                    problem.file,
                    problem.line,
                    f"Waived until {waiver.until} ({waiver.reason}): {problem.message}",
                    problem.rule,
                    Level.ADVICE,
                    safety=False,
                )
            )
    return kept
