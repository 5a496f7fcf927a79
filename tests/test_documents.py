"""The documents say what is true: commands, options, pinned actions, versions, and what may stand at the top."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from signpost import __version__
from tests.guide.pictures import PICTURES

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / ".github" / "COMMANDS.md").read_text(encoding="utf-8")
GUIDE = (ROOT / ".github" / "GUIDE.md").read_text(encoding="utf-8")
TOP_LEVEL = {
    "content", "templates", "build.py", "quick_exit", "assets", "tests", "netlify.toml", "pyproject.toml", "README.md",
    "signpost", "CHANGELOG.md", "LICENSE", "requirements.lock", "requirements-test.lock", "requirements-plan-import.lock", "requirements-nightly.lock",
}  # fmt: skip
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def printed_help(*arguments: str) -> str:
    command = [sys.executable, str(ROOT / "build.py"), *arguments, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def test_the_list_names_every_command_and_no_other() -> None:
    commands = set(re.findall(r"^    (?:  )?([a-z]+)  +[a-z]", printed_help(), flags=re.MULTILINE)) - {"build"}
    named = set(re.findall(r"^\| `python3 build\.py ([a-z]+)", COMMANDS, flags=re.MULTILINE))
    assert named == commands


def test_the_list_names_every_option_and_no_other() -> None:
    options = set(re.findall(r"^  (--[a-z-]+)", printed_help(), flags=re.MULTILINE)) - {"--version"}
    named = set(re.findall(r"^\| `(--[a-z-]+)", COMMANDS, flags=re.MULTILINE))
    assert named == options


def test_the_readme_is_one_screen_with_the_two_commands_and_a_picture() -> None:
    first_screen = README
    assert len(README.splitlines()) <= 45
    assert ".github/GUIDE.md" in README
    assert "python3 build.py  " in first_screen
    assert "python3 build.py test" in first_screen
    for picture in re.findall(r"!\[[^\]]{20,}\]\(([^)]+)\)", first_screen):
        assert (ROOT / picture).stat().st_size > 10_000
        break
    else:
        pytest.fail("the README has no picture with a description")


@pytest.mark.parametrize(
    "document",
    sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob(".github/*.md"), *ROOT.glob("quick_exit/*.md")]),
)
def test_every_link_of_a_document_leads_somewhere(document: str) -> None:
    path = ROOT / document
    text = re.sub(r"`[^`\n]*`", "", path.read_text(encoding="utf-8"))  # what is shown as written is no link
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (path.parent / target).exists(), target


def test_the_guide_names_only_commands_and_options_that_exist() -> None:
    named = re.findall(r"build\.py((?: [a-z]+)?(?: [a-z-]+)*)((?: --[a-z-]+)*)", GUIDE)
    assert len(named) > 10
    for words in named:
        command = words[0].split()[:1]
        text = printed_help(*command) if command else printed_help()
        for option in words[1].split():
            assert option in text, f"{words}: {option}"


def test_the_pictures_are_those_that_the_command_takes_and_each_is_used() -> None:
    taken = {f"{name}.webp" for name in PICTURES}
    assert {path.name for path in (ROOT / ".github" / "pictures").glob("*.webp")} == taken
    used = re.findall(r"!\[[^\]]{20,}\]\((?:\.github/)?pictures/([^)]+\.webp)\)", README + GUIDE)
    assert set(used) == taken
    assert all((ROOT / ".github" / "pictures" / name).stat().st_size < 120_000 for name in taken)


def test_the_changelog_has_two_parts_with_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for_editors, for_developers = text.split("## For developers")
    assert "## For editors" in for_editors
    assert f"### {__version__}" in for_editors
    assert f"### {__version__}" in for_developers
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_nothing_else_stands_at_the_top_level() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout: nothing to list")
    names = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_pin_their_actions_and_only_read(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    assert "permissions:\n  contents: read\n" in text
    for action in re.findall(r"uses: (\S+)", text):
        assert action.startswith("./") or re.search(r"@[0-9a-f]{40}$", action), action


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_secrets_are_seen_only_by_jobs_that_deploy_and_run_nothing_else(workflow: Path) -> None:
    """No code of ours, of a package or of an action runs beside a secret."""
    for name, job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].items():
        if "secrets." in str(job):
            assert job["environment"] == "production", name
            for step in job["steps"]:
                assert "uses" not in step, name
                assert not re.search(r"\b(?:python|pip|npm|node|npx|git)\b", step["run"]), name
        assert "permissions" not in job, name
        assert "secrets" not in job, name


def test_the_nightly_asks_about_every_lock_and_tries_every_kind_of_input() -> None:
    text = (ROOT / ".github/workflows/nightly.yml").read_text(encoding="utf-8")
    for lock in sorted(path.name for path in ROOT.glob("requirements*.lock")):
        assert re.search(rf"pip-audit .*-r {re.escape(lock)}\b", text), lock
    for folder in sorted(
        path.parent.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/**/package-lock.json") if "node_modules" not in path.parts
    ):
        assert f"npm audit --prefix {folder} " in text, folder
    targets = yaml.safe_load(text)["jobs"]["fuzz"]["strategy"]["matrix"]["target"]
    assert sorted(targets) == sorted(path.name for path in (ROOT / "tests/fuzz/corpus").iterdir())
    assert "tests/fuzz/corpus/$TARGET" in text


def test_the_pipeline_runs_the_command_that_people_run() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.rstrip().endswith("exec python3 build.py test")
    assert any("run: bash .ci/run" in workflow.read_text(encoding="utf-8") for workflow in WORKFLOWS)


def test_every_push_is_tested_once() -> None:
    """On the main branch by what publishes, which calls the check first; on any other branch by the check itself."""
    by_name = {path.name: yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader) for path in WORKFLOWS}
    assert {name: workflow["on"]["push"] for name, workflow in by_name.items() if "push" in workflow["on"]} == {
        "check.yml": {"branches-ignore": ["main"]},
        "publish.yml": {"branches": ["main"]},
    }
    jobs = by_name["publish.yml"]["jobs"]
    assert jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert jobs["publish"]["needs"] == "check"


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "signpost" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_package_has_a_decision_that_says_why() -> None:
    given = {"jinja2", "markdown-it-py", "pyyaml", "livereload", "pytest", "beautifulsoup4"}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {
        re.split(r"[^a-z0-9-]", text)[0]
        for group in (project["dependencies"], *project["optional-dependencies"].values())
        for text in group
    }
    decided = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "signpost" / "decisions").glob("*.md"))
    assert {name for name in named - given if not re.search(rf"(?<![\w-]){name}(?![\w-])", decided)} == set()


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_every_package_is_locked_with_hashes_and_without_a_registry(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "http" not in text
    entries = re.split(r"\n(?=[a-z])", text.strip())
    assert len(entries) > 10
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.split()[0]


@pytest.mark.parametrize("folder", ["tests", "tests/engines"])
def test_the_npm_locks_name_no_registry_and_pin_everything(folder: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    for path, package in lock["packages"].items():
        assert "resolved" not in package, path
        assert not path or "integrity" in package or package.get("inBundle"), path
