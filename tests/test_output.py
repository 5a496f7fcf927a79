"""The files of a site before they are written: a mapping like any other, however little of it is held in memory."""

from collections.abc import MutableMapping

from hypothesis import given
from hypothesis import strategies as st

from signpost.output import Output

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
