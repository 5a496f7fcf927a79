"""The register for machines: /contacts.json and the ContactPoints on the pages."""

import json
import re
from typing import Any

import pytest

from signpost.hosting.header_map import read_header_map
from tests.tiny_site import TinySite


def points(html: str) -> dict[str, Any]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert len(found) == 1
    data: dict[str, Any] = json.loads(found[0])
    return data


def test_contacts_json_holds_the_register(tiny: TinySite) -> None:
    data = json.loads(tiny.good().output["contacts.json"])
    assert [contact["id"] for contact in data["contacts"]] == ["emergency-services", "when-you-cannot-speak", "test-helpline"]
    helpline = data["contacts"][-1]
    assert helpline["phone"] == {"number": "020 7946 0000", "link": "tel:+442079460000"}
    assert helpline["relay_uk"] == "18001 020 7946 0000"
    assert helpline["hours"] == {
        "known": True,
        "always": False,
        "periods": [
            {"days": ["mon", "tue", "wed", "thu", "fri"], "opens": "09:30", "closes": "16:00"},
            {"days": ["sat"], "opens": "10:00", "closes": "12:00"},
        ],
        "bank_holidays": "closed",
        "in_words": {
            "en": "Monday to Friday, 9:30am to 4pm; Saturday, 10am to midday; closed on bank holidays",
            "cy": "Dydd Llun – dydd Gwener, 9:30am i 4pm; dydd Sadwrn, 10am i hanner dydd; ar gau ar wyliau banc",
        },
    }
    assert helpline["shows_on_phone_bill"] is False
    assert helpline["check_again_by"] == "2027-01-30"
    assert "shows_on_phone_bill" not in data["contacts"][0], "what nobody knows is left out"


def test_a_page_carries_the_points_of_its_cards_only(tiny: TinySite) -> None:
    output = tiny.good().output
    for path, locale, name in (("en/help", "en", "Test Helpline"), ("cy/cymorth", "cy", "Llinell Gymorth Prawf")):
        data = points(output[f"{path}/index.html"].decode())
        assert data["@context"] == "https://schema.org"
        assert [item["name"] for item in data["@graph"]] == [name]
        point = data["@graph"][0]["contactPoint"][0]
        assert point["@type"] == "ContactPoint"
        assert point["telephone"] == "+442079460000"
        assert point["areaServed"] == ["Wales" if locale == "en" else "Cymru"]
        assert point["availableLanguage"] == ["en", "cy"]
        assert point["hoursAvailable"][1] == {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": ["Saturday"],
            "opens": "10:00",
            "closes": "12:00",
        }
    assert "ld+json" not in output["404.html"].decode()


def test_the_files_hold_every_contact_that_can_be_called(tiny: TinySite) -> None:
    output = tiny.good().output
    for locale in ("en", "cy"):
        assert len(json.loads(output[f"contacts.{locale}.jsonld"])["@graph"]) == 3


def test_a_page_with_many_cards_leads_to_the_file(tiny: TinySite) -> None:
    text = tiny.text("contacts.yml")
    one = text[text.index("  - id: test-helpline") :]
    more = "".join(
        one.replace("test-helpline", f"more-{count}").replace("020 7946 0000", f"020 7946 {count:04d}") for count in range(1, 13)
    )
    tiny.write("contacts.yml", text + more)
    html = tiny.good().output["en/help/index.html"].decode()
    assert '<script type="application/ld+json">' not in html
    assert '<link rel="alternate" type="application/ld+json" href="../../contacts.en.jsonld">' in html


def test_texting_is_a_point_of_its_own_and_midnight_is_written_as_schema_org_does(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    number: 020 7946 0000\n", "    number: 020 7946 0000\n    sms:\n      number: 07911 123456\n")
    tiny.replace("contacts.yml", "        close: 12:00\n", "        close: 24:00\n")
    item = points(tiny.good().output["en/help/index.html"].decode())["@graph"][0]
    assert [(point["contactType"], point["telephone"]) for point in item["contactPoint"]] == [
        ("helpline", "+442079460000"),
        ("text", "+447911123456"),
    ]
    assert item["contactPoint"][0]["hoursAvailable"][1]["closes"] == "23:59"


@pytest.mark.parametrize(
    ("kind", "line", "points_to"),
    [
        ("sign-language", "", [("sign language", "https://helpline.example/")]),
        ("online-report", "", [("online report", "https://helpline.example/")]),
        ("helpline", "    web_chat: https://chat.example/\n", [("web chat", "https://chat.example/")]),
        ("information", "", []),
    ],
)
def test_what_is_reached_on_the_web_is_a_point_with_its_address(
    tiny: TinySite, kind: str, line: str, points_to: list[tuple[str, str]]
) -> None:
    tiny.replace("contacts.yml", "    kind: helpline\n", f"    kind: {kind}\n")
    tiny.replace("contacts.yml", "    number: 020 7946 0000\n    relay: 18001\n", line)
    for page in tiny.content.glob("*/*.md"):
        page.write_text(page.read_text().replace("[[test-helpline]]", "[[test-helpline name]]").replace("[[test-helpline relay]]", "x"))
    graph = json.loads(tiny.good().output["contacts.en.jsonld"])["@graph"]
    found = [item for item in graph if item["name"] == "Test Helpline"]
    assert [(point["contactType"], point["url"]) for item in found for point in item["contactPoint"]] == points_to
    assert "telephone" not in str(found)


def test_data_cannot_end_its_script(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "      en: Test Helpline\n", "      en: Test </script x><b class=y>& Helpline\n")
    html = tiny.good().output["en/help/index.html"].decode()
    assert points(html)["@graph"][0]["name"] == "Test </script x><b class=y>& Helpline"


def test_the_host_lets_nobody_keep_the_register_unasked_and_opens_no_other_origin(tiny: TinySite) -> None:
    headers = read_header_map(tiny.good().output["_headers"].decode())
    assert headers.of("/contacts.json")["Cache-Control"] == "no-cache"
    assert not [path for path in ("/", "/contacts.json", "/contacts.en.jsonld") if "Access-Control-Allow-Origin" in headers.of(path)]
