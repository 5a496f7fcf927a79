"""A host whose name gives the topic away is said, with the reason; who knows may excuse it for a time."""

import pytest

from tests.tiny_site import TinySite


def said(tiny: TinySite, host: str) -> list[str]:
    tiny.replace("site.yml", "tiny.example", host)
    return [problem.message for problem in tiny.build().problems.warnings if problem.rule == "host-name"]


@pytest.mark.parametrize(
    "host",
    ["stalking.police.example", "stop-stalking.police.example", "stelcian.heddlu.example", "domestic-abuse.example", "cam-drin.heddlu.example",
     "help-for-victims.example"],
)  # fmt: skip
def test_a_telling_host_is_named_with_the_reason(host: str, tiny: TinySite) -> None:
    found = said(tiny, host)
    assert len(found) == 1
    assert f"The host “{host}” gives the topic away" in found[0]
    assert "Whoever runs the router or the Wi-Fi can list the hosts" in found[0]


@pytest.mark.parametrize("host", ["www.south-wales.police.example", "heddlu.example", "www.police.example/stalking"])
def test_others_and_the_path_say_nothing(host: str, tiny: TinySite) -> None:
    assert said(tiny, host) == []


@pytest.mark.parametrize(("until", "count"), [("2027-01-01", 0), ("2026-11-19", 1)])
def test_it_can_be_excused_with_a_reason_until_a_day(until: str, count: int, tiny: TinySite) -> None:
    waiver = f"waivers:\n  - rule: host-name\n    page: content/site.yml\n    reason: The name is known.\n    until: {until}\n"
    tiny.write("site.yml", tiny.text("site.yml") + waiver)
    assert len(said(tiny, "stalking.example")) == count
