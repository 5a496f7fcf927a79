"""Each page says its language, and leads to the same page in the other languages (Welsh Language (Wales) Measure 2011)."""

from signpost.addresses import output_file
from signpost.output_page import OutputPage
from signpost.pages import NOT_FOUND
from signpost.problems import Problem
from signpost.site import Site


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    by_path = {page.path: page for page in pages}
    for page in pages:
        html = page.nodes("html")
        code = html[0].attributes.get("lang") if html else None
        folder = page.path.partition("/")[0]
        if code not in site.config.locales:
            problems.append(Problem(page.path, 0, "The page does not say its language: <html lang=\"…\">.", "language"))
        elif site.config.prefixed and folder in site.config.locales and folder != code:
            problems.append(Problem(page.path, 0, f"The page says that its language is “{code}” but stands under /{folder}/.", "language"))
    for source in site.pages:
        published = by_path.get(output_file(source.path))
        if source.key == NOT_FOUND or not site.config.prefixed:
            continue
        if published is None:
            problems.append(Problem(source.file, 0, "This page was not made. Tell the people who keep the generator.", "language"))
            continue
        links = {node.attributes.get("hreflang") for node in published.nodes("body a[hreflang]")}
        missing = set(site.config.locales) - {source.locale} - links
        if missing:
            problems.append(Problem(published.path, 0, f"The page has no link to itself in: {', '.join(sorted(missing))}.", "language"))
    return problems
