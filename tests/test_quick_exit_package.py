"""The component for sites that are not made by this generator: what its script makes is what the generator makes."""

import json
import subprocess
from dataclasses import asdict
from pathlib import Path

import jinja2
import pytest

from signpost.exit.component import COMPONENT, SCRIPT_LIMIT, ExitSettings, Key, read_exit_strings, script_hash
from tests.packed import FILES, packed

ROOT = Path(__file__).resolve().parent.parent


def embed(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", str(COMPONENT / "embed.mjs"), *words], capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.mark.parametrize("key", ["escape", "escape-twice", "off"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_its_html_is_that_of_the_generator(key: Key, language: str) -> None:
    made = json.loads(embed("https://www.bbc.co.uk/weather", "BBC Weather", language, key).stdout)
    settings = ExitSettings("https://www.bbc.co.uk/weather", "BBC Weather", key, True)
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(COMPONENT), autoescape=True)
    ours = environment.get_template("quick_exit.html").render(exit=asdict(read_exit_strings(COMPONENT)[language].part(settings)))
    assert " ".join(made["html"].split()) == " ".join(ours.split())


def test_its_script_holds_the_settings_and_has_its_hash() -> None:
    made = json.loads(embed("https://exit.example/a?b=c", "A “title” & more", "en", "escape-twice", "no").stdout)
    wanted = {"address": "https://exit.example/a?b=c", "title": "A “title” & more", "key": "escape-twice", "discreet": False}
    assert json.dumps(wanted, ensure_ascii=False, separators=(",", ":")) in made["script"]
    assert made["hash"] == script_hash(made["script"])
    assert "/*" not in made["script"] + made["style"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["http://exit.example/", "A"], "must be a plain https address"),
        (["javascript:alert(1)", "A"], "must be a plain https address"),
        (["https://me@exit.example/", "A"], "must be a plain https address"),
        (['https://exit.example/"', "A"], "must be a plain https address"),
        (["https://exit.example/", "</script>"], "Give the title"),
        (["https://exit.example/", " "], "Give the title"),
        (["https://exit.example/", "A", "fr"], "no words in the language “fr”"),
        (["https://exit.example/", "A", "en", "F1"], "The key is “F1”"),
        (["https://exit.example/"], "embed.mjs ADDRESS TITLE"),
    ],
)
def test_it_refuses_what_could_not_work(words: list[str], sentence: str) -> None:
    tried = embed(*words)
    assert tried.returncode != 0
    assert sentence in tried.stderr
    assert tried.stdout == ""


def test_the_example_is_what_its_script_makes() -> None:
    example = COMPONENT / "examples"
    made = subprocess.run(["node", str(example / "write_page.mjs")], capture_output=True, check=True).stdout
    assert (example / "plain.html").read_bytes() == made


def test_the_package_holds_what_it_needs(tmp_path: Path) -> None:
    folder = packed(tmp_path)
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == FILES
    assert (folder / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    exported = [target.removeprefix("./") for target in about["exports"].values()]
    assert set(exported) | set(about["bin"].values()) <= found
    assert "dependencies" not in about
    assert SCRIPT_LIMIT == 1536
