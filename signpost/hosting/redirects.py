"""content/redirects.yml -> Redirects: addresses that were published once and must lead somewhere for ever.

Must never lead off the site, in a circle, or away from a page that exists.
"""

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.yaml_text import read_yaml
from signpost.model import Redirect
from signpost.problems import Problems, did_you_mean

_OLD = re.compile(r"/[A-Za-z0-9._~/-]*")


def read_redirects(content: Path, label: str, problems: Problems) -> tuple[Redirect, ...]:
    """The list of the file, or nothing when there is no such file."""
    path = content / "redirects.yml"
    name = f"{label}/redirects.yml"
    if not path.exists():
        return ()
    source = read_source(path, name, problems)
    entries = read_yaml(source.text, name, problems) if source is not None else None
    if entries is None:
        return ()
    fields = Fields(entries, name, problems, "redirects.yml")
    found = tuple(read_redirect(group) for group in fields.groups("redirects", "the redirect"))
    fields.finish()
    return found


def read_redirect(fields: Fields) -> Redirect:
    """One entry of the list."""
    redirect = Redirect(
        fields.text("old", 400, "/an/old/address/"), fields.text("new", 400, "/en/report/"), fields.start, fields.line("new")
    )
    for name, text in (("old", redirect.old), ("new", redirect.new)):
        if text and (not _OLD.fullmatch(text) or "//" in text or ".." in text):
            fields.wrong(name, f"“{text}” is not an address of this site. Start with one / and leave out the site's name: /en/report/.")
    fields.finish()
    return redirect


def check_redirects(redirects: tuple[Redirect, ...], paths: AbstractSet[str], file: str, problems: Problems) -> None:
    """`paths` are the published addresses with a leading slash."""
    seen: dict[str, int] = {}
    led_on = {redirect.old for redirect in redirects}
    for redirect in redirects:
        if redirect.old in seen:
            problems.add("redirect", file, redirect.line, f"“{redirect.old}” is redirected in line {seen[redirect.old]} already. Keep one.")
        seen[redirect.old] = redirect.line
        if redirect.old in paths or redirect.old.rstrip("/") + "/" in paths:
            problems.add(
                "redirect", file, redirect.line, f"There is a page at “{redirect.old}”, so it cannot be redirected. Delete one of the two."
            )
        if redirect.new not in paths and redirect.new in led_on:
            message = f"“{redirect.new}” is itself redirected. Write the address of the page at which readers arrive."
            problems.add("redirect", file, redirect.new_line or redirect.line, message)
        elif redirect.new not in paths:
            near = did_you_mean(redirect.new, paths)
            problems.add(
                "redirect",
                file,
                redirect.new_line or redirect.line,
                f"There is no page at “{redirect.new}”. Write the address of a page that exists.{near}",
            )
