"""Every page can be printed: a print style is there, and hides what paper cannot do. People take these pages to appointments."""

from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        sheets = [link.get("href") for link in page.tagged("link") if link.get("rel") == "stylesheet" and link.get("media") == "print"]
        names = {sheet.rpartition("/")[2] for sheet in sheets}  # enough: a fingerprint is in the name, and links are another gate's
        found = [content for path, content in output.items() if path.rpartition("/")[2] in names]
        if not found:
            problems.append(page.problem("print", 'The page has no print style: <link rel="stylesheet" media="print">.'))
        elif not any(b"@page" in content for content in found):
            problems.append(page.problem("print", "The print style does not set the paper's margins (@page)."))
        if not any("@media print" in style.text and ".quick-exit" in style.text for style in page.tagged("style")):
            problems.append(page.problem("print", "The exit must not be printed: its style for paper is missing."))
    return problems
