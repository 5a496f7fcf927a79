"""The fields of the editing page are those of the reader: none missing, none that it would refuse."""

import json

from signpost.config import read_config
from signpost.editing.settings import HIDDEN, decap_settings, known_settings
from signpost.model import SiteConfig
from signpost.problems import Problems
from signpost.schemas.files import content_files
from tests.tiny_site import ROOT


def config() -> SiteConfig:
    found = read_config(ROOT / "content", "content", Problems())
    assert found is not None
    return found


def test_the_fields_are_those_of_the_reader() -> None:
    rules = {file.name: file.rules() for file in content_files()}
    known = known_settings(config())
    assert list(known["en"]) == list(rules["page"])
    assert set(known["cy"]) == set(rules["translation"]) - set(HIDDEN)
    collection = decap_settings(config(), "content")["collections"][0]
    names = [field["name"] for field in collection["fields"]]
    assert set(names) == {*known["en"], *known["cy"], "body"}
    assert len(names) == len(set(names))
    needed = {field["name"] for field in collection["fields"] if field.get("required") and field["name"] != "body"}
    assert needed == {name for name, rule in rules["page"].items() if rule.required}


def test_every_field_is_in_both_languages_and_says_what_it_is_for() -> None:
    for field in decap_settings(config(), "content")["collections"][0]["fields"]:
        assert field["i18n"] is True
        assert field["hint"].endswith(".")


def test_no_setting_names_another_server_and_nothing_can_be_deleted() -> None:
    settings = decap_settings(config(), "content")
    assert "://" not in json.dumps(settings)
    assert settings["collections"][0]["delete"] is False
