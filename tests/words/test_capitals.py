"""Words in capitals that are loud, and short forms that are not."""

import pytest

from signpost.words.capitals import is_loud, loud_runs


@pytest.mark.parametrize("text", ["CALL THE POLICE NOW", "GETTING HELP", "WARNING", "RHYBUDD", "FFÔN A THŶ", "WHAT TO DO: 3 STEPS"])
def test_loud_titles(text: str) -> None:
    assert is_loud(text)


@pytest.mark.parametrize("text", ["MARAC", "NHS 111", "999 BSL", "GOV.UK", "Call NOW", "CPS and MAPPA", "2026", "", "ISVA"])
def test_titles_that_are_not(text: str) -> None:
    assert not is_loud(text)


def test_runs_in_a_sentence() -> None:
    assert loud_runs("You must DO NOT CONFRONT him, PEIDIWCH Â SIARAD ag ef") == ["DO NOT CONFRONT"]
    assert loud_runs("DON’T EVER REPLY. Then rest.") == ["DON’T EVER REPLY"]
    assert loud_runs("The NHS, CPS and MAPPA; do NOT reply; NHS CPS BSL") == []
