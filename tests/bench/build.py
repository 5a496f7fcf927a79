"""`bench build`: our builds beside those of other generators, and the table of it in tests/bench/RESULTS.md.

`bench build` does all of it in one run; `bench build 100 1000` only these numbers of pages; what is measured is kept in a
folder beside the system's other temporary files, `report` writes the table of it alone, and `again` forgets it. Repetitions take turns, generator by
generator, so that a slow moment of the machine hits all of them. Ours runs every gate; the others have none.
"""

import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench import steps
from tests.bench.content import drafts
from tests.bench.measuring import BuildFailed, cost_of, machine
from tests.bench.ours import Signpost
from tests.bench.peers import NUMBER, PEERS, Peer, install, shell_of

SIZES = (100, 1_000, 10_000)
REPETITIONS = {100: 3, 1_000: 1, 10_000: 1}
CASES = ("cold", "no change", "one page edited", "one template edited", "one number changed")
_OTHER_NUMBERS = ("020 7946 0001", "020 7946 0002", "020 7946 0003", "020 7946 0004", "020 7946 0005", "020 7946 0006")
"""Ofcom keeps these for drama."""
Tell = Callable[[str], None]
Results = dict[str, list[dict[str, float]]]


def run(root: Path, arguments: list[str], tell: Tell) -> int:
    place = Path(tempfile.gettempdir()) / "signpost-bench"
    if "again" in arguments:
        shutil.rmtree(place, ignore_errors=True)
    place.mkdir(exist_ok=True)
    sizes = [int(word) for word in arguments if word.isdigit()] or ([] if "report" in arguments else list(SIZES))
    only = [word for word in arguments if not word.isdigit() and word not in {"again", "report"}]
    install(place / "tools")
    store = place / "results.json"
    results: dict[str, Results] = json.loads(store.read_text(encoding="utf-8")) if store.exists() else {"machine": {machine(): []}}
    for size in sizes:
        for name, found in measured(root, place, size, only, tell):
            results[name] = found
            store.write_text(json.dumps(results), encoding="utf-8")
    everybody: tuple[type[Peer], ...] = (Signpost, *PEERS)
    versions = {peer.name: peer(place / "tools", place).version for peer in everybody}
    text = "\n".join([*report(results, versions), *steps.lines(root, place), ""])
    (root / "tests" / "bench" / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def measured(root: Path, place: Path, size: int, only: list[str], tell: Tell) -> Iterator[tuple[str, Results]]:
    """Every case of every generator at one size, in turns. Yields after each repetition."""
    peers = [peer for peer in prepared(root, place, size, tell) if not only or peer.name in only]
    found: dict[str, Results] = {peer.name: {case: [] for case in CASES} for peer in peers}
    for turn in range(REPETITIONS.get(size, 1)):
        for case in CASES:
            for peer in peers:
                prepare_case(peer, case, turn)
                try:
                    cost = cost_of(peer.command, peer.site, peer.site / peer.output)
                except BuildFailed as failed:
                    tell(f"{size} {peer.name} {case}: {failed}")
                    continue
                tell(f"{size} {peer.name} {case}: {cost.processor:.2f} s, {cost.wall:.2f} s, {cost.memory / 1e6:.0f} MB")
                found[peer.name][case].append(cost.as_record())
        yield from ((f"{size} {name}", results) for name, results in found.items())
    for peer in peers:
        shutil.rmtree(peer.site, ignore_errors=True)


def prepared(root: Path, place: Path, size: int, tell: Tell) -> list[Peer]:
    """The sites, written anew. Our own is built first, because the others' templates are made from our pages."""
    tell(f"{size} pages: writing the sites …")
    folder = place / str(size)
    shutil.rmtree(folder, ignore_errors=True)
    ours = Signpost(place / "tools", folder / "Signpost")
    ours.site.mkdir(parents=True)
    ours.copy_project(root)
    ours.write_all(2)
    cost_of(ours.command, ours.site, ours.site / ours.output)
    first = {draft.locale: draft for draft in drafts(2)}
    shells = [
        shell_of((ours.site / "dist" / code / draft.key / "index.html").read_text(encoding="utf-8"), draft) for code, draft in first.items()
    ]
    shutil.rmtree(ours.site / "content")
    ours.write_all(size)
    others = [peer(place / "tools", folder / peer.name) for peer in PEERS]
    for peer in others:
        peer.write_settings(shells)
    for draft in drafts(size):
        for peer in others:
            peer.write_page(draft)
    return [ours, *others]


def prepare_case(peer: Peer, case: str, turn: int) -> None:
    """Bring a site into the state in which its next build is the case. Each turn changes it anew."""
    if case == "cold":
        for name in (peer.output, *peer.caches):
            path = peer.site / name
            shutil.rmtree(path, ignore_errors=True)
            path.unlink(missing_ok=True)
    elif case == "one page edited":
        page = peer.site / peer.page.format(locale="en", key="guidance-7")
        page.write_text(page.read_text(encoding="utf-8") + f"\nAnother sentence stands here {'again ' * turn}now.\n", encoding="utf-8")
    elif case == "one template edited":
        template = peer.site / peer.template
        template.write_text(
            template.read_text(encoding="utf-8").replace("</body>", f"<p hidden>{'Edited ' * (turn + 1)}</p></body>"), encoding="utf-8"
        )
    elif case == "one number changed":
        data = peer.site / peer.data
        text = data.read_text(encoding="utf-8")
        current = next(number for number in (NUMBER, *_OTHER_NUMBERS) if number in text)
        data.write_text(text.replace(current, _OTHER_NUMBERS[turn]), encoding="utf-8")


def report(results: dict[str, Results], versions: dict[str, str]) -> Iterator[str]:
    """The table, the figures of ours that the goals name, and what was measured how."""
    yield "# Builds side by side\n"
    yield "Made by `python3 build.py bench build`. Not edited by hand.\n"
    yield f"Machine: {next(iter(results['machine']))}; Python {platform.python_version()} ({sys.platform}).  "
    yield f"Versions: {', '.join(f'{name} {version}' for name, version in versions.items())}.  "
    yield "Zola is in none of the registries used (PyPI, npm, Debian).\n"
    yield "Each cell: processor s / wall s / most memory MB; medians. Pages have about 700 words; ours runs all its gates, the others have none. On a machine that others use, wall time says little: compare processor time."
    for size in SIZES:
        rows = {name: results[f"{size} {name}"] for name in versions if f"{size} {name}" in results}
        if not rows:
            continue
        turns = max(len(costs) for found in rows.values() for costs in found.values())
        yield f"\n## {size:,} pages, {turns} {'turn' if turns == 1 else 'turns'}\n"
        yield f"| generator | {' | '.join(CASES)} | output MB |"
        yield f"|---|{'--:|' * (len(CASES) + 1)}"
        for name, found in rows.items():
            written = [cost["output"] for cost in found["cold"]]
            yield f"| {name} | {' | '.join(_cell(found[case]) for case in CASES)} | {median(written) / 1e6 if written else 0:.1f} |"


def _cell(costs: list[dict[str, float]]) -> str:
    if not costs:
        return "not measured"
    processor, wall, memory = (median(cost[name] for cost in costs) for name in ("processor", "wall", "memory"))
    return f"{processor:.2f} / {wall:.2f} / {memory / 1e6:.0f}"
