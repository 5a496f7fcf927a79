"""`bench build`: our builds beside those of other generators, and the table of it in tests/bench/RESULTS.md.

`bench build` begins a run; `bench build 8m` stops after the step that ends past eight minutes; `bench build resume`
goes on with the run that was stopped (`resume 8m` for eight minutes more). `bench build 100 1000` takes only these numbers
of pages, and a name only this generator. The table is written when the run is whole; `report` writes what there is.
Repetitions take turns, generator by generator, so that a slow moment of the machine hits all of them. Ours runs every
gate; the others have none. Exit codes: 0 the run is whole, 1 there is more to do.
"""

import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from tests.bench import steps
from tests.bench.content import drafts
from tests.bench.measuring import BuildFailed, cost_of, machine
from tests.bench.one_run import OneRun, commit_of, timer
from tests.bench.ours import Signpost
from tests.bench.peers import NUMBER, PEERS, Peer, install, shell_of

SIZES = (100, 1_000, 10_000)
REPETITIONS = {100: 3, 1_000: 2, 10_000: 1}
CASES = ("cold", "no change", "one page edited", "one template edited", "one number changed")
GOAL_CASES = CASES[:3]
"""What the goals name."""
LONG = 45.0
"""Seconds of a first build, by the clock, after which a generator at this size is asked for `GOAL_CASES` only: a whole run takes
half an hour."""
MOST_SECONDS = {100: 60.0, 1_000: 60.0, 10_000: 150.0}
"""After which a build is stopped."""
_OTHER_NUMBERS = ("020 7946 0001", "020 7946 0002", "020 7946 0003", "020 7946 0004", "020 7946 0005", "020 7946 0006")
"""Ofcom keeps these for drama."""
_EVERYBODY: tuple[type[Peer], ...] = (Signpost, *PEERS)
Tell = Callable[[str], None]


def run(root: Path, arguments: list[str], tell: Tell) -> int:
    place = Path(tempfile.gettempdir()) / "signpost-bench"
    place.mkdir(exist_ok=True)
    minutes = next((float(word[:-1]) for word in arguments if re.fullmatch(r"\d+(?:\.\d+)?m", word)), None)
    sizes = [int(word) for word in arguments if word.isdigit()] or list(SIZES)
    only = [word for word in arguments if word[0].isupper()]
    install(place / "tools")
    versions = {kind.name: kind(place / "tools", place).version for kind in _EVERYBODY}
    identity = {"commit": commit_of(root), "machine": machine(), "python": platform.python_version(), **versions}
    this = OneRun(place / "run.json", identity, go_on=bool({"resume", "report"} & set(arguments)))
    if "report" not in arguments:
        is_over = timer(minutes)
        this.begin_part()
        for size in sizes:
            if not measured(root, place, size, only, this, is_over, tell):
                tell("There is more to measure: “bench build resume” goes on.")
                return 1
    text = "\n".join([*report(this, versions), *steps.lines(root, place), ""])
    (root / "tests" / "bench" / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def measured(root: Path, place: Path, size: int, only: list[str], this: OneRun, is_over: Callable[[], bool], tell: Tell) -> bool:
    """Every case of every generator at one size, in turns. Says whether all of it is done."""
    chosen = [kind for kind in _EVERYBODY if not only or kind.name in only]
    todo = [
        (size, turn, case, kind.name)
        for turn in range(REPETITIONS.get(size, 1))
        for case in CASES
        for kind in chosen
        if not this.is_done((size, turn, case, kind.name))
    ]
    if todo and not this.is_prepared(size):
        prepare_sites(root, place, size, chosen, tell)
        this.note_prepared(size)
    peers = {kind.name: kind(place / "tools", place / str(size) / kind.name) for kind in chosen}
    for step in todo:
        if is_over():
            return False
        measure(peers[step[3]], step, this, tell)
    shutil.rmtree(place / str(size), ignore_errors=True)
    return True


def measure(peer: Peer, step: tuple[int, int, str, str], this: OneRun, tell: Tell) -> None:
    """One build. A generator that is too slow at this size is not asked for what no goal names."""
    size, turn, case, name = step
    first = this.costs(size, name).get("cold", [])
    if case != "cold" and not first:
        this.note(step, None)
        return
    if case not in GOAL_CASES and first[0]["wall"] > LONG:
        this.note(step, None, "not asked")
        return
    prepare_case(peer, case, turn)
    try:
        cost = cost_of(peer.command, peer.site, peer.site / peer.output, MOST_SECONDS.get(size, 240.0))
    except BuildFailed as failed:
        tell(f"{size} {name} {case}: {failed}")
        this.note(step, None, str(failed).strip().splitlines()[-1][:60] if str(failed).strip() else "failed")
        return
    tell(f"{size} {name} {case}: {cost.processor:.2f} s, {cost.wall:.2f} s, {cost.memory / 1e6:.0f} MB")
    this.note(step, cost.as_record())


def prepare_sites(root: Path, place: Path, size: int, chosen: list[type[Peer]], tell: Tell) -> None:
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
    others = [kind(place / "tools", folder / kind.name) for kind in chosen if kind is not Signpost]
    for peer in others:
        peer.write_settings(shells)
    for draft in drafts(size) if others else ():
        for peer in others:
            peer.write_page(draft)


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
        numbers = (NUMBER, *_OTHER_NUMBERS)
        place = next(place for place, number in enumerate(numbers) if number in text)
        data.write_text(text.replace(numbers[place], numbers[(place + 1) % len(numbers)]), encoding="utf-8")


def report(this: OneRun, versions: dict[str, str]) -> Iterator[str]:
    """The table, and what was measured how."""
    yield "# Builds side by side\n"
    yield "Made by `python3 build.py bench build` in one run. Not edited by hand.\n"
    identity, parts = this.identity, this.parts()
    yield f"Machine: {identity['machine']}; Python {identity['python']} ({sys.platform}). Commit: {identity['commit']}.  "
    yield f"Begun {parts[0] if parts else '-'}{''.join(f', gone on with {part}' for part in parts[1:])}.  "
    yield f"Versions: {', '.join(f'{name} {version}' for name, version in versions.items())}.  "
    yield "Zola is in none of the registries used (PyPI, npm, Debian).\n"
    yield "Each cell: processor s / wall s / most memory MB; medians. Pages have about 700 words; ours runs all its gates, the others have none. On a machine that others use, wall time says little: compare processor time."
    yield f"After a first build of more than {LONG:.0f} s, only what the goals name was asked for; a build was stopped after {MOST_SECONDS[100]:.0f} s, at 10,000 pages after {MOST_SECONDS[10_000]:.0f} s."
    for size in SIZES:
        rows = {name: this.costs(size, name) for name in versions if this.costs(size, name) or this.said(size, name, "cold")}
        if not rows:
            continue
        turns = max((len(costs) for found in rows.values() for costs in found.values()), default=0)
        yield f"\n## {size:,} pages, {turns} {'turn' if turns == 1 else 'turns'}\n"
        yield f"| generator | {' | '.join(CASES)} | output MB |"
        yield f"|---|{'--:|' * (len(CASES) + 1)}"
        for name, found in rows.items():
            written = [cost["output"] for cost in found.get("cold", [])]
            cells = [_cell(found.get(case, []), this.said(size, name, case)) for case in CASES]
            yield f"| {name} | {' | '.join(cells)} | {f'{median(written) / 1e6:.1f}' if written else '–'} |"
    yield from _flatness(this)


def _flatness(this: OneRun) -> Iterator[str]:
    """What one page more costs us in a first build, from one size to the next, beside the mean of the smallest."""
    cold = {size: median(cost["processor"] for cost in found) for size in SIZES if (found := this.costs(size, "Signpost").get("cold", []))}
    sizes = list(cold)
    if len(sizes) < 2:
        return
    yield "\n## What one page more costs in our first build, ms of processor time\n"
    for smaller, larger in zip(sizes, sizes[1:], strict=False):
        yield f"- from {smaller:,} to {larger:,} pages: {(cold[larger] - cold[smaller]) / (larger - smaller) * 1000:.1f}"


def _cell(costs: list[dict[str, float]], said: str) -> str:
    if not costs:
        return said or "not measured"
    processor, wall, memory = (median(cost[name] for cost in costs) for name in ("processor", "wall", "memory"))
    return f"{processor:.2f} / {wall:.2f} / {memory / 1e6:.0f}"
