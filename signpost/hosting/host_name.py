"""What the name of the host tells others: the owner of a home router sees it, even where nothing else can be seen.

A name is asked of the network in the clear (DNS, RFC 1035) and sent in the clear when a page is fetched by https (TLS
server name, RFC 6066, section 3); the path after it is not. Must never stop a site that says it knows.
"""

from datetime import date
from urllib.parse import urlsplit

from signpost.model import SiteConfig
from signpost.problems import Level, Problems

RULE = "host-name"
TELLING = (
    "stalk", "stelc", "abuse", "camdrin", "violen", "trais", "domestic", "harass", "aflonydd", "victim", "dioddefw",
    "coercive", "refuge", "lloches", "safefrom", "gethelp", "caelcymorth", "vawg",
)  # fmt: skip
"""Parts of names, in either language, without hyphens."""


def check_host_name(config: SiteConfig, today: date, problems: Problems) -> None:
    host = urlsplit(config.base_url).hostname or ""
    told = next((word for word in TELLING if word in host.replace("-", "").replace(".", "")), None)
    excused = any(waiver.rule == RULE and waiver.page == config.file and waiver.until >= today for waiver in config.waivers)
    if told is None or excused:
        return
    problems.add(
        RULE,
        config.file,
        config.line("base_url"),
        f"The host “{host}” gives the topic away (“{told}”). Whoever runs the router or the Wi-Fi can list the hosts that were opened,"
        " though not the pages. Use a host that says nothing, such as a path on the force's own site; or write a waiver of"
        f" “{RULE}” for {config.file} with the reason.",
        Level.WARNING,
        safety=False,
    )
