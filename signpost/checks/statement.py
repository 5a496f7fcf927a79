"""The accessibility statement claims nothing that programs cannot show (Accessibility Regulations 2018, regulation 8).

Whether a site meets a standard in full is for an audit by people. A force that has had one excuses the rule by a waiver
whose reason names the audit.
"""

import re

from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site
from signpost.tested import PAGE

_CLAIMS = re.compile(
    r"\b(?:is|are|be) (?:now )?(?:fully|completely|100%|wholly) (?:accessible|compliant|conformant)"
    r"|\b(?:fully|completely) (?:complies|comply|conforms|conform|meets|meet)\b"
    r"|\b(?:complies|conforms) (?:fully|completely) (?:with|to)"
    r"|\byn (?:gwbl|hollol|gyfan gwbl) hygyrch|\bcydymffurfio'n (?:llawn|llwyr)",
    re.IGNORECASE,
)
_DENIALS = re.compile(r"\b(?:not|cannot|can't|nid|ni|ddim)\b[^.]*$|\busually\b[^.]*$|\bfel arfer\b[^.]*$", re.IGNORECASE)
"""What stands before words that claim nothing: “this does not show that the site is fully accessible”."""


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        if page.source is None or page.source.key != PAGE:
            continue
        text = page.words.replace("’", "'")
        for found in _CLAIMS.finditer(text):
            if not _DENIALS.search(text[: found.start()]):
                message = f"“{found.group(0)}”: no program can show this, only an audit by people. Say what was tested, and what is known."
                problems.append(page.problem("statement", message, found.group(0)))
    return problems
