"""The bill of materials beside the site: all that is locked, nothing else, valid CycloneDX, the same each time."""

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource

from signpost.output.parts_list import PATH, locked_packages, parts_list
from tests.tiny_site import ROOT, TinySite

SCHEMAS = ROOT / "tests/engines/node_modules/@cyclonedx/cyclonedx-library/res/schema"


def test_it_stands_beside_the_site_and_names_every_locked_package(tiny: TinySite) -> None:
    content = tiny.good().output[PATH]
    assert content == parts_list(ROOT) == parts_list(ROOT)
    listed = json.loads(content)
    locked = [line.split("==")[0] for line in (ROOT / "requirements.lock").read_text().splitlines() if "==" in line]
    assert [part["name"] for part in listed["components"]] == locked
    assert "jinja2" in locked
    assert all(part["hashes"] for part in listed["components"])
    assert "timestamp" not in content.decode()


def test_it_is_valid_by_the_schema_of_cyclonedx() -> None:
    def schema(name: str) -> Any:
        return json.loads((SCHEMAS / name).read_text(encoding="utf-8"))

    names = ("spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json")
    registry: Registry[Any] = Registry().with_resources([(schema(name)["$id"], Resource.from_contents(schema(name))) for name in names])
    validator = Draft7Validator(schema("bom-1.6.SNAPSHOT.schema.json"), registry=registry)
    listed = json.loads(parts_list(ROOT))
    assert list(validator.iter_errors(listed)) == []
    assert list(validator.iter_errors({**listed, "specVersion": 16}))


@pytest.mark.parametrize("lock", ["", "a==1\n", "a==1 \\\n    --hash=sha256:" + "0" * 64 + "\nb==2\n"])
def test_a_lock_that_proves_nothing_is_refused(lock: str) -> None:
    with pytest.raises(ValueError, match="holds no hash for"):
        locked_packages(lock)
