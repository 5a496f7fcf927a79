"""`publish`: whether dist/ may be published; with `--to`, put it where a server shows it; with `--back`, undo that."""

import argparse
from pathlib import Path

from signpost.options import Options
from signpost.telling import GOOD, PROBLEMS, WRONG_USE, number_of, result, shown_path, tell, typed_path


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="the folder that your web server shows; replaced in one step")
    parser.add_argument(
        "--back", action="store_true", help="with --to: show the site before this one again; done twice, nothing has changed"
    )


def run(parsed: argparse.Namespace) -> int:
    from signpost.publishing.publish import PublishRefused, asks_for_new_configuration, publish, ready_output
    from signpost.publishing.write import WriteRefused, put_back

    options = Options(parsed)
    target: Path | None = parsed.to
    if parsed.back and target is None:
        tell("“--back” needs “--to FOLDER”: the folder that your web server shows.")
        return WRONG_USE
    try:
        if target is None:
            count = len(ready_output(options.out))
            result(f"{shown_path(options.out)}/ may be published: all of its {number_of(count, 'file')} are as they were built.")
        elif parsed.back:
            put_back(target)
            result(f"{shown_path(target)}/ shows the site before again. The same command goes forward again.")
        else:
            count = publish(options.out, target)
            result(
                f"Published {number_of(count, 'file')} to {shown_path(target)}/. The way back: python3 build.py publish --to {typed_path(target)} --back"
            )
        if target is not None and asks_for_new_configuration(target):
            tell(
                "Its headers or redirects are not those of the site before. Make the server's configuration again and reload the server"
                f" now: python3 build.py host nginx --out {typed_path(target)}"
            )
    except (PublishRefused, WriteRefused) as refused:
        tell(str(refused))
        return PROBLEMS
    except OSError as error:
        tell(f"Nothing was published ({error.strerror or error}). What is on show is as it was.")
        return PROBLEMS
    return GOOD
