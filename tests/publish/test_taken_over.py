"""Files that stay where the earlier site has them: linked into the new one without a copy, and read once more before it is shown."""

from pathlib import Path

import pytest

from signpost.output.output import Output
from signpost.publishing.write import write_output
from tests.publish.tiny_outputs import SAME, left_over, output, version_in


def taken_over(folder: Path) -> Output:
    """Version 1, with what is the same in each version as it stands in the folder."""
    files = Output(output(1))
    for path in SAME:
        assert files.take_over(path, f"{folder}/{path}", files.sha256(path))
    return files


def test_a_file_that_was_taken_over_is_the_same_file_in_the_new_site(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_output(output(0), folder)
    numbers = {path: (folder / path).stat().st_ino for path in SAME}
    write_output(taken_over(folder), folder)
    assert version_in(folder) == 1
    assert {path: (folder / path).stat().st_ino for path in SAME} == numbers


@pytest.mark.parametrize("content", [b"p { color: black }" * 19 + b"p { color: green }", b"shorter", None])
def test_a_file_that_changes_after_it_was_taken_over_is_never_published(content: bytes | None, tmp_path: Path) -> None:
    """Nothing is: what stands is the earlier site, with the change that somebody made in it."""
    folder = tmp_path / "site"
    write_output(output(0), folder)
    files = taken_over(folder)
    (folder / "same.css").unlink()
    if content is not None:
        (folder / "same.css").write_bytes(content)
    with pytest.raises(OSError, match=r"same\.css"):
        write_output(files, folder)
    assert (folder / "version").read_bytes() == b"0"
    assert left_over(folder) == []
    write_output(output(1), folder)
    assert version_in(folder) == 1


def test_a_file_with_other_rights_is_written_anew(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_output(output(0), folder)
    files = taken_over(folder)
    (folder / "same.css").chmod(0o600)
    write_output(files, folder)
    assert version_in(folder) == 1
    assert (folder / "same.css").stat().st_mode & 0o777 == 0o644
