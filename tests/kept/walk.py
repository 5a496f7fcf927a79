"""A walk through the life of a site: edits, mistakes, accidents and days, in an order drawn by a seed.

After each step the builds that keep something are held against a build that keeps nothing: the function, the command
with its record of the last build, and the preview. Must never know what an edit does to a site: only the build
without a memory says that.
"""

import argparse
import contextlib
import io
import shutil
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from signpost import cli
from signpost.build import build
from signpost.commands import build as command
from signpost.kept import last_build
from signpost.kept.memory import Memory
from signpost.kept.store import PLACE, Kept
from signpost.options import LONDON, Options
from signpost.plan.history import History
from signpost.preview.shown import Preview
from signpost.problems import Problems
from signpost.publishing.manifest import folder_manifest
from signpost.publishing.write import FILE_RIGHTS, FOLDER_RIGHTS, WriteRefused, write_output
from signpost.telling import GOOD, PROBLEMS, WRONG_USE, show, stopping
from tests.consent_site import ConsentSite
from tests.kept.walk_edits import EDITS
from tests.kept.walk_made import Made, State, assert_same, difference, files_in, made_by, record_of, restore, standing, state_of
from tests.tiny_site import ROOT, SITES, TODAY, TinySite

Step = tuple[str, int]
"""What is done, and the number that decides how."""
_PROJECT = ("templates", "assets", "quick_exit")
_PROJECT_FILES = ("build.py", "pyproject.toml", "requirements.lock")
_EDITS = {edit.__name__: edit for edit, _ in EDITS}
_OTHERS = (("undo", 8), ("other_day", 4), ("publish", 2), ("two_builds", 2), ("edit_during", 5), ("stop_preview", 1), ("nothing", 2))
_MOMENTS = (
    ("signpost.load", "read_locales"),
    ("signpost.load", "read_pages"),
    ("signpost.load", "read_contacts"),
    ("signpost.build", "make_assets"),
    ("signpost.build", "files_beside"),
    ("signpost.making", "check_pages"),
    ("signpost.making", "check_whole"),
    ("signpost.publishing.write", "write_output"),
)
"""Functions of a build before which, or after which, somebody may save a file."""
_NOON = 12
_FAULTS_OF_TEMPLATES = ("Template", "ValueError: the template words", "KeyError: 'label_")
"""Mistakes of those who keep the generator: they get the error itself."""


def steps_of(seed: int, count: int) -> list[Step]:
    random = Random(seed)
    names = [(edit.__name__, weight) for edit, weight in EDITS] + list(_OTHERS)
    drawn = random.choices([name for name, _ in names], [weight for _, weight in names], k=count)
    return [(name, random.randrange(10**6)) for name in drawn]


class Walk:
    """One site in one folder, which must be the working folder, with one preview that runs all the time."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = Random(seed)
        self.content, self.project, self.dist = folder / "content", folder / "project", folder / "dist"
        _make_site(folder, self.random.choice(("tiny", "consent", "plan")))
        for name in _PROJECT:
            shutil.copytree(ROOT / name, self.project / name)
        for name in _PROJECT_FILES:
            shutil.copyfile(ROOT / name, self.project / name)
        (self.project / "signpost").symlink_to(ROOT / "signpost")
        self.day = TODAY
        self.names_day = self.random.random() < 0.6
        self.grain = self.random.choice((last_build._GRAIN, last_build._GRAIN, -(10**12)))
        self.states = [self._state()]
        self.preview = self._new_preview(Kept(self.project / PLACE))

    def run(self, steps: list[Step]) -> None:
        """Raises AssertionError, with the steps so far, when something kept makes a difference."""
        self._patched(self._check_all, Random(0))
        for number, (name, how) in enumerate(steps):
            try:
                self.random = Random(how)
                edit = _EDITS.get(name)
                if edit is not None:
                    edit(self.folder, self.random)
                else:
                    self._patched(getattr(self, f"_{name}"))
                self.states.append(self._state())
                if self.random.random() < 0.7 or number == len(steps) - 1:
                    self._patched(self._check_all, self.random)
            except Exception as error:
                raise AssertionError(f"after {steps[: number + 1]}: {type(error).__name__}: {error}") from error

    def _patched(self, work: Callable[..., None], *arguments: Any) -> None:
        noon = datetime(self.day.year, self.day.month, self.day.day, _NOON, tzinfo=LONDON).timestamp()
        with (
            mock.patch.object(command, "ROOT", self.project),
            mock.patch.object(last_build, "_GRAIN", self.grain),
            mock.patch.object(time, "time", return_value=noon),
        ):
            work(*arguments)

    # What may happen beside an edit.

    def _nothing(self) -> None:
        pass

    def _undo(self) -> None:
        """All content and templates are as they were at some moment before, with the times of then or of now."""
        self._restore(self.random.choice(self.states[-6:]))

    def _restore(self, state: State) -> None:
        restore(state, self._state(), self.folder, keeps_times=self.random.random() < 0.3)

    def _other_day(self) -> None:
        self.day = self.random.choice((TODAY, self.day + timedelta(days=self.random.choice((-30, -2, -1, 1, 1, 2, 3, 90, 400)))))
        self.preview.turn_to(self.day)

    def _publish(self) -> None:
        """The same site for publishing, in the same folder."""
        self._check_command("--publish", "--published", "none")

    def _two_builds(self) -> None:
        """A build that is ready to be written when another one, of other content, has written already."""
        first = self._fresh()
        kept = Kept(self.project / PLACE)
        try:
            built = build(self.content, "content", self.project, self.day, Problems(), memory=self._memory(kept))
        except Exception as error:
            if type(error).__name__ != first.raised:
                raise
            return
        finally:
            kept.close()
        self.random.choice(EDITS)[0](self.folder, self.random)
        with contextlib.suppress(AssertionError) if self._is_refused() else contextlib.nullcontext():
            self._check_command()
        before = standing(self.dist)
        if built is None:
            return
        try:
            write_output(built.files, self.dist)
        except (OSError, WriteRefused):
            assert standing(self.dist) == before, "a build that could not be written has changed the site"
        else:
            assert files_in(self.dist) == first.files, "a build has written other bytes than it was made of"

    def _edit_during(self) -> None:
        """Somebody saves a file while a build runs, and perhaps takes it back. What that build makes is not judged, only what comes after."""
        module, name = self.random.choice(_MOMENTS)
        before, after = self._state(), self.random.random() < 0.5
        original = getattr(sys.modules[module], name)
        edits = [self.random.choice(EDITS)[0]]

        def edited(*arguments: Any, **named: Any) -> Any:
            if not after and edits:
                edits.pop()(self.folder, self.random)
            result = original(*arguments, **named)
            if after and edits:
                edits.pop()(self.folder, self.random)
            return result

        with mock.patch.object(sys.modules[module], name, edited):
            code, _, said = self._command()
        assert code in {GOOD, PROBLEMS, WRONG_USE} or said.startswith(_FAULTS_OF_TEMPLATES), f"{code}: {said}"
        if self.random.random() < 0.7:
            self._restore(before)

    def _stop_preview(self) -> None:
        self.preview = self._new_preview(Kept(self.project / PLACE))

    # What must hold after each step.

    def _check_all(self, random: Random) -> None:
        self.random = random
        expected = self._fresh()
        if random.random() < 0.5:
            self._check_function(expected)
        refused = self._is_refused()
        self._check_command(expected=expected)
        if random.random() < 0.3:
            self._check_function(self._fresh("elsewhere/content"), "elsewhere/content")
        if random.random() < 0.4 and not refused:
            self._check_command(expected=expected, again=True)
        if random.random() < 0.5:
            self._check_preview()

    def _fresh(self, label: str = "content", ready: bool = False, history: History | None = None) -> Made:
        return made_by(lambda problems: build(self.content, label, self.project, self.day, problems, history=history, ready=ready))

    def _memory(self, kept: Kept) -> Memory:
        return Memory(kept, self.project, self.content, self.day, False, self.dist)

    def _check_function(self, expected: Made, label: str = "content") -> None:
        kept = Kept(self.project / PLACE)
        made = made_by(lambda problems: build(self.content, label, self.project, self.day, problems, memory=self._memory(kept)))
        kept.close()
        assert_same(made, expected, f"with a memory, as {label}")

    def _is_refused(self) -> bool:
        return self.dist.is_symlink() or (self.dist.exists() and any(self.dist.iterdir()) and folder_manifest(self.dist) is None)

    def _command(self, *more: str) -> tuple[int, str, str]:
        """Exit code, results and what else was said, as build.py does it; the name of an error in place of a code."""
        words = ["--content", "content", "--out", "dist", *(["--today", self.day.isoformat()] if self.names_day else []), *more]
        known = last_build.still_holds(last_build.Ask(str(self.project), words, sys.prefix))
        if known is not None:
            return GOOD, "", known
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as said:
            try:
                code = cli.main(words)
            except Exception as error:  # noqa: BLE001  judged by the caller
                return -1, "", f"{type(error).__name__}: {error}"
        return code, out.getvalue(), said.getvalue()

    def _check_command(self, *more: str, expected: Made | None = None, again: bool = False) -> None:
        publish = "--publish" in more
        history = History("none", publish) if publish else None
        wanted = expected if expected is not None else self._fresh(ready=publish, history=history)
        before, refused = standing(self.dist), self._is_refused()
        code, results, said = self._command(*more)
        problems = Problems(wanted.problems)
        stops = stopping(problems, publish, urgent=False)
        if wanted.raised:
            assert said.startswith(wanted.raised), f"the command said {said}, not {wanted.raised}"
        elif stops or not wanted.files:
            with contextlib.redirect_stdout(io.StringIO()) as shown:
                show(problems, stops, "text")
            assert (code, results) == (PROBLEMS, shown.getvalue()), f"the command gave {code}, {results}{said}, not {shown.getvalue()}"
        elif refused:
            assert code == WRONG_USE, f"the command gave {code}, {said}"
        else:
            assert (code, results) == (GOOD, ""), f"the command gave {code}, {results}{said}"
            to_do = command._to_do(problems, Options(argparse.Namespace()))
            assert said.endswith(f"\n{to_do}\n"), f"the command said {said}, not {to_do}"
            assert said.startswith("Built ") or not publish
            if again and not any(path.is_symlink() for path in self.content.rglob("*")):
                assert said.startswith("Nothing has changed"), f"a second build of the same said {said}"
            assert files_in(self.dist) == wanted.files, (
                f"what stands is not what was built: {difference(files_in(self.dist), wanted.files)}"
            )
            wrong = {path: value for path, value in standing(self.dist).items() if value[0] not in {FILE_RIGHTS, FOLDER_RIGHTS}}
            assert not wrong, f"other rights: {[(path, oct(value[0])) for path, value in wrong.items()]}"
            return
        assert standing(self.dist) == before, "a build that failed has changed the site"
        if refused and self.dist.exists():
            shutil.rmtree(self.dist)

    def _new_preview(self, kept: Kept | None) -> Preview:
        return Preview(self.content, "content", self.project, self.day, {"livereload.js": b""}, lambda _: None, kept=kept)

    def _check_preview(self) -> None:
        """The pages, after a mistake the last good ones, and all that is said of them."""
        fresh = self._new_preview(None)
        seen = []
        for preview in (self.preview, fresh):
            try:
                preview.read()
                preview.finish()
                seen.append("")
            except Exception as error:  # noqa: BLE001  whatever it is, both must meet it
                seen.append(type(error).__name__)
        assert seen[0] == seen[1], f"previews: {seen}"
        if seen[0] or any(problem.rule == "template" for problem in fresh.problems):
            return  # without a template there is nothing new to show
        assert record_of(self.preview.problems) == record_of(fresh.problems), (
            f"the preview finds {record_of(self.preview.problems)}, not {record_of(fresh.problems)}"
        )
        if fresh._shown is None:
            return
        assert self.preview.headers() == fresh.headers()
        for path in (*fresh._shown.renderer.paths, *fresh._beside, "nowhere/"):
            address = path.removesuffix("index.html")
            assert self.preview.answer(address) == fresh.answer(address), f"the preview shows another {path}"

    def _state(self) -> State:
        return state_of(self.content, *(self.project / name for name in (*_PROJECT, *_PROJECT_FILES)))


def _make_site(folder: Path, kind: str) -> None:
    if kind == "tiny":
        TinySite(folder)
    elif kind == "consent":
        ConsentSite(folder)
    else:
        shutil.copytree(SITES / "plan-example", folder / "content")
