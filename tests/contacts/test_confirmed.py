"""What nobody has asked the service about is built and shown, and never published."""

import pytest

from signpost.due.tasks import tasks
from signpost.telling import stopping
from tests.tiny_site import TODAY, TinySite


@pytest.mark.parametrize("checked_by", ["From a list; to be confirmed before launch", "None yet"])
def test_an_unconfirmed_contact_stops_publishing_and_urgent_publishing_too(tiny: TinySite, checked_by: str) -> None:
    old = next(line for line in tiny.text("contacts.yml").splitlines() if "checked_by:" in line)
    tiny.replace("contacts.yml", old, f"    checked_by: {checked_by}")
    tried = tiny.build()
    assert tried.built is not None
    stops = [problem for problem in stopping(tried.problems, publish=True, urgent=True) if problem.rule == "unconfirmed"]
    assert stops
    assert all(tiny.text("contacts.yml").splitlines()[problem.line - 1].strip() == f"checked_by: {checked_by}" for problem in stops)


def test_it_waits_in_the_list_of_what_is_due(tiny: TinySite) -> None:
    def waiting() -> list[str]:
        return [task.what for task in tasks(tiny.good().site, TODAY, 0) if "asked the service itself" in task.what]

    assert not waiting()
    tiny.write("contacts.yml", tiny.text("contacts.yml").replace("checked_by: ", "checked_by: to be confirmed, "))
    assert len(waiting()) == len(tiny.good().site.contacts)
