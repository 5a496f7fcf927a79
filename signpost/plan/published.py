"""The plan.json that was published last, from a file or an https address: read, and known to be this site's own.

Must never take a file that cannot be read for an empty one, nor one of another site, nor one that somebody has changed
since a build wrote it.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from signpost.plan.data import VERSION, checksum
from signpost.plan.files import SCHEMA
from signpost.plan.model import ActionPlan
from signpost.problems import Problems

NOTHING_YET = "none"
"""Said in place of an address when no plan was ever published."""
MOST_BYTES = 20_000_000
SECONDS = 20

Record = Mapping[str, Any]
Fetch = Callable[[str], bytes]


def read_published(where: str, problems: Problems, fetch: Fetch | None = None) -> Record | None:
    """None after a mistake, which is added.

    A host that is down must not stop an urgent correction of a number, so that this mistake is not one of safety.
    """
    if where.startswith("http://"):
        problems.add("plan-history", where, 0, "An address that is not https can be forged on the way. Write its https address.")
        return None
    try:
        raw = (fetch or fetched)(where) if where.startswith("https://") else Path(where).read_bytes()
    except (OSError, ValueError) as error:  # urllib's URLError is an OSError
        problems.add("plan-history", where, 0, _unreadable(error), safety=False)
        return None
    return _parsed(raw, where, problems)


def _unreadable(error: Exception) -> str:
    inner = getattr(error, "reason", error)  # urllib wraps what the system said
    reason = getattr(inner, "strerror", None) or (inner if isinstance(inner, str) else "it did not answer")
    first = f" If none was ever published, write “--published {NOTHING_YET}”." if getattr(error, "code", None) in {404, 410} else ""
    return f"The published plan cannot be read ({reason}). Name the plan.json that was published last.{first}"


def fetched(address: str) -> bytes:
    """Only https, not for longer than `SECONDS`, not more than `MOST_BYTES`."""
    from urllib.request import Request, urlopen  # noqa: PLC0415  slow to load, and most builds ask nobody

    with urlopen(Request(address, headers={"Accept": "application/json"}), timeout=SECONDS) as answer:  # noqa: S310
        if not answer.url.startswith("https://"):
            raise ValueError(address)
        return bytes(answer.read(MOST_BYTES))


def _parsed(raw: bytes, where: str, problems: Problems) -> Record | None:
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or record.get("version") != VERSION or not isinstance(record.get("recommendations"), list):
        problems.add("plan-history", where, 0, "This is not a plan.json that this site published. Name the one that was published last.")
        return None
    if record.get("checksum") != checksum(record):
        problems.add(
            "plan-history", where, 0,
            "This plan.json was changed after a build wrote it: it does not agree with its own “checksum”. "
            "Name the one on the site itself, by its address.",
        )  # fmt: skip
        return None
    return record


def is_own(record: Record, plan: ActionPlan | None, base_url: str, where: str, problems: Problems) -> bool:
    """Whether it is a plan of this site, or of the same force under the site's old address; otherwise a mistake is added."""
    schema = record.get("$schema")
    force = dict(plan.force) if plan is not None and plan.force is not None else None
    if schema == base_url + SCHEMA.path or (force is not None and record.get("force") == force):
        return True
    problems.add(
        "plan-history", where, 0,
        f"This is the plan of another site ({str(schema).removesuffix(SCHEMA.path)}), and this one is {base_url}. "
        "Name the plan.json that this site published last.",
    )  # fmt: skip
    return False
