"""`_headers` and `_redirects` are within what hosts read of them: what is beyond is passed over without a word.

The limits are those of Cloudflare Pages, the strictest host that reads both (developers.cloudflare.com/pages, Headers and
Redirects); Netlify recommends fewer than 10,000 redirects.
"""

from signpost.hosting.header_map import HEADERS_FILE, REDIRECTS_FILE
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

RULE = "host-limits"
MOST_RULES = 100
MOST_HEADER_SIGNS = 2_000
MOST_REDIRECTS = 2_000
MOST_REDIRECT_SIGNS = 1_000


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    headers = output.get(HEADERS_FILE, b"").decode().splitlines()
    redirects = output.get(REDIRECTS_FILE, b"").decode().splitlines()
    rules = sum(line.startswith("/") for line in headers)
    longest = max(map(len, headers), default=0)
    found = []
    if rules > MOST_RULES:
        found.append(f"The host is told of {rules} files with headers of their own; it reads {MOST_RULES}. Use fewer languages.")
    if longest > MOST_HEADER_SIGNS:
        found.append(f"A header has {longest:,} signs; hosts read {MOST_HEADER_SIGNS:,}. Use fewer languages.")
    if len(redirects) > MOST_REDIRECTS:
        found.append(
            f"The old addresses come to {len(redirects):,} lines, one with and one without its last slash; hosts read {MOST_REDIRECTS:,}."
            " Take those that nobody asks for any more out of redirects.yml."
        )
    if max(map(len, redirects), default=0) > MOST_REDIRECT_SIGNS:
        found.append(f"An old and a new address in redirects.yml have more than {MOST_REDIRECT_SIGNS:,} signs together. Make them shorter.")
    return [Problem(site.config.file, 0, message, RULE) for message in found]
