"""The tiny site with a cookie choice and a feedback form, to change and to build."""

import shutil
from pathlib import Path

from tests.tiny_site import SITES, TinySite


def entry(name: str, category: str, days: int = 180, more: str = "") -> str:
    """One of the things under `cookies:`, as an editor writes it."""
    purpose = f"    purpose:\n      en: What {name} is for.\n      cy: I beth mae {name}.\n"
    return f"  - name: {name}\n    category: {category}\n    days: {days}\n{more}{purpose}"


APPEARANCE = entry("appearance", "preferences")
LANGUAGE = entry("language", "preferences")
PAGE_COUNTS = entry("page-counts", "statistics", more="    send_to: /count\n")
NETLIFY = "  kind: netlify\n"


class ConsentSite(TinySite):
    """`cookies` are the entries of the list, none for a site that keeps nothing; `feedback` the lines of that setting."""

    def __init__(self, folder: Path, cookies: str = APPEARANCE + LANGUAGE, feedback: str = NETLIFY, key: str = "escape") -> None:
        super().__init__(folder)
        shutil.copytree(SITES / "consent", self.content, dirs_exist_ok=True)
        settings = self.text("site.yml").replace("footer: help", "footer: help, cookies, feedback")
        settings = settings.replace("  title: BBC Weather", f"  title: BBC Weather\n  key: {key}")
        self.write("site.yml", settings + (f"cookies:\n{cookies}" if cookies else "") + (f"feedback:\n{feedback}" if feedback else ""))
