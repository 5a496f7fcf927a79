"""The files of a site before they are written: a mapping like any other, however little of it is held in memory."""

from collections.abc import MutableMapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.output.output import Changed, Output

STEPS = st.lists(st.tuples(st.sampled_from("abcd"), st.one_of(st.none(), st.binary(max_size=40))), max_size=30)


@given(steps=STEPS, most_held=st.integers(min_value=0, max_value=60))
def test_it_gives_back_what_it_was_given(steps: list[tuple[str, bytes | None]], most_held: int) -> None:
    """Against a plain dict, with every number of bytes that may be held."""
    plain: dict[str, bytes] = {}
    output = Output(most_held=most_held)
    both: tuple[MutableMapping[str, bytes], ...] = (plain, output)
    for path, content in steps:
        for mapping in both:
            if content is None:
                mapping.pop(path, None)
            else:
                mapping[path] = content
        assert dict(output) == plain
        assert list(output) == list(plain)
        assert all(output.size(path) == len(content) for path, content in plain.items())


def test_joined_with_other_files_it_is_a_plain_dict() -> None:
    output = Output({"a": b"1" * 50, "b": b"2"}, most_held=10)
    assert output | {"b": b"3"} == {"a": b"1" * 50, "b": b"3"}
    assert "c" not in output


def test_what_stands_on_the_disk_is_taken_over_without_a_copy(tmp_path: Path) -> None:
    """Only with the sha256 that was asked for; and bytes that change afterwards are never given out."""
    file = tmp_path / "page"
    file.write_bytes(b"standing")
    output = Output({"other": b"1"}, most_held=0)
    known = Output({"page": b"standing"})
    assert not output.take_over("page", str(file), Output({"page": b"else"}).sha256("page"))
    assert not output.take_over("page", str(tmp_path / "missing"), known.sha256("page"))
    assert "page" not in output
    assert output.take_over("page", str(file), known.sha256("page"))
    assert output.stands_at("page", str(file)) and not output.stands_at("other", str(file))
    assert output["page"] == b"standing" and output.size("page") == 8
    assert output.digests() == {**known.digests(), **Output({"other": b"1"}).digests()}
    file.write_bytes(b"standinG")
    with pytest.raises(Changed):
        output["page"]
    output["page"] = b"new"
    assert output["page"] == b"new" and not output.stands_at("page", str(file))
