"""Whether the last build still holds: then there is nothing to do, and nothing heavy is loaded to find that out.

A record stands in .signpost/ for each command line. It names every file that the build read and every file that it
wrote, with size, times and sha256, and everything else that decides about the output: the arguments, the folder they
were given in, Python and its packages, some environment variables, the day. Whatever differs, is missing, damaged or
too fresh to be sure of makes the answer “no”, and a full build follows. Must never answer “yes” from times alone
where a file may have changed within the clock's own grain, and never import anything beyond the standard library:
build.py asks before the packages are there.
"""

import hashlib
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping

FOLDER = os.path.join(".signpost", "last")
MOST_RECORDS = 20
_FORM = "2"
_GRAIN = 2_000_000_000
"""Nanoseconds within which a file may change and keep its times: FAT counts in steps of two seconds."""
_READ = ("assets", "quick_exit", "signpost", "templates")
_READ_FILES = ("build.py", "pyproject.toml", "requirements.lock")
_VARIABLES = ("LANG", "LC_", "NO_COLOR", "PYTHON", "SOURCE_DATE_EPOCH", "TZ")
"""Starts of the names of variables that a build, or Python itself, looks at."""
_NOT_OURS = {"PYTHONDONTWRITEBYTECODE"}
"""build.py sets it when it hands over."""


class Doubt(Exception):
    """Something cannot be proved. A full build follows; nobody needs to know."""


class Ask:
    """What a build was asked for, before any option is read. `prefix` is the folder of the Python that builds.

    Plain classes here: dataclasses take a third of the time that an answer may take.
    """

    def __init__(self, root: str, arguments: Iterable[str], prefix: str) -> None:
        self.root = root
        self.arguments = tuple(arguments)
        self.prefix = prefix

    @property
    def identity(self) -> str:
        variables = sorted(
            (name, value) for name, value in os.environ.items() if name.startswith(_VARIABLES) and name not in _NOT_OURS and value
        )
        return repr((_FORM, self.root, self.arguments, os.getcwd(), os.path.realpath(self.prefix), sys.version, variables))

    @property
    def record(self) -> str:
        name = hashlib.sha256(repr((self.arguments, os.getcwd())).encode()).hexdigest()[:16]
        return os.path.join(self.root, FOLDER, name)


class Scan:
    """The files of some places at one moment, `taken` nanoseconds after 1970: path -> rights and size, and after a tab its
    times and number on the disk. `folders`: path -> rights."""

    def __init__(self, taken: int, files: dict[str, str], folders: dict[str, int]) -> None:
        self.taken = taken
        self.files = files
        self.folders = folders

    def is_sure(self, path: str) -> bool:
        """Whether its times alone will tell a later change of this file."""
        changed, renamed, _ = self.files[path].partition("\t")[2].split(" ")
        return max(int(changed), int(renamed)) < self.taken - _GRAIN

    @property
    def mark(self) -> bytes:
        """The same for the same files and folders, and for no others."""
        return hashlib.sha256(repr((sorted(self.files.items()), sorted(self.folders.items()))).encode("utf-8", "surrogateescape")).digest()


def scanned(places: Iterable[str]) -> Scan:
    """Every file in these folders, and these files. Raises Doubt for a link, or what is neither file nor folder."""
    taken = time.time_ns()
    files: dict[str, str] = {}
    folders: dict[str, int] = {}
    for place in places:
        for path, status in _entries(place):
            if "\t" in path or "\n" in path:
                raise Doubt
            if stat.S_ISDIR(status.st_mode):
                folders[path] = status.st_mode
                continue
            times = f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"
            files[path] = f"{status.st_mode} {status.st_size}\t{times}"
    return Scan(taken, files, folders)


def _entries(place: str) -> Iterator[tuple[str, os.stat_result]]:
    folders = [place]
    while folders:
        folder = folders.pop()
        try:
            listed = list(os.scandir(folder))
        except NotADirectoryError:
            yield folder, os.lstat(folder)
            continue
        yield folder, os.stat(folder)
        for entry in listed:
            if entry.is_symlink():
                raise Doubt
            if entry.is_dir():
                if entry.name != "__pycache__":
                    folders.append(entry.path)
            elif entry.is_file():
                yield entry.path, entry.stat(follow_symlinks=False)
            else:
                raise Doubt


class Started:
    """What a build is about to read. Files too fresh to be known by their times are hashed now, before anybody reads them.

    Of the others only a mark is held: a large site has tens of thousands.
    """

    def __init__(self, ask: Ask, content: str) -> None:
        self.ask = ask
        self.places = [os.path.abspath(content), *(os.path.join(ask.root, name) for name in (*_READ, *_READ_FILES))]
        scan = scanned(self.places)
        self.mark = scan.mark
        self.fresh = {path: _sha256(path) for path in scan.files if not scan.is_sure(path)}

    def keep(self, out: str, output: Mapping[str, str], manifest: str, said: str, day: tuple[int, int]) -> None:
        """Write the record, unless something has changed meanwhile. `day` is from when until when (seconds) it may be used.

        `output` is the path and sha256 of each file that stands in the folder `out`, beside its own file `manifest`.
        """
        out = os.path.abspath(out)
        after = scanned([out])
        expected = {os.path.join(out, *path.split("/")): path for path in output}
        now = scanned(self.places)
        if now.mark != self.mark or after.files.keys() - {os.path.join(out, manifest)} != expected.keys():
            return
        hashes = self.fresh | {path: output[name] for path, name in expected.items()}
        lines = [self.ask.identity, said.encode("unicode_escape").decode(), f"{day[0]} {day[1]}"]
        lines += [f"place\t{place}" for place in (*self.places, out)]
        lines += [_package_line(folder) for folder in package_folders()]
        lines.append(_folders_line(now.folders | after.folders))
        for scan in (now, after):
            for path, seen in scan.files.items():
                # What was too fresh when it was hashed stays so: it may have changed since within the clock's grain.
                sure = "fresh" if path in self.fresh or not scan.is_sure(path) else "sure"
                lines.append(f"{path}\t{seen}\t{hashes.get(path) or _sha256(path)}\t{sure}")
        _save(self.ask.record, "\n".join(lines))


def started(ask: Ask, content: str) -> Started | None:
    """To be called before a build reads anything; None where nothing could be proved later."""
    try:
        return Started(ask, content)
    except (Doubt, OSError):
        return None


def package_folders() -> list[str]:
    """The folders of installed packages. Their own times change when a package comes or goes."""
    return sorted({path for path in sys.path if path.endswith("site-packages")})


def _package_line(folder: str) -> str:
    return f"packages\t{folder}\t{os.stat(folder).st_mtime_ns}"


def _folders_line(folders: dict[str, int]) -> str:
    """Of the names and rights of all folders: a server that may not look into one shows nothing of it."""
    return f"folders\t{hashlib.sha256(repr(sorted(folders.items())).encode('utf-8', 'surrogateescape')).hexdigest()}"


def _save(path: str, text: str) -> None:
    folder = os.path.dirname(path)
    os.makedirs(folder, exist_ok=True)
    others = sorted((entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(folder))
    for _, old in others[: max(0, len(others) - MOST_RECORDS)]:
        os.unlink(old)
    content = text.encode("utf-8", "surrogateescape")
    aside = f"{path}.{os.getpid()}"
    with open(aside, "wb") as file:
        file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
    os.replace(aside, path)


def _sha256(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def still_holds(ask: Ask) -> str | None:
    """What the last build with the same arguments said, when all that it read and wrote is as it was; otherwise None."""
    try:
        return _proved(ask)
    except (Doubt, OSError, ValueError, IndexError):
        return None


def _proved(ask: Ask) -> str | None:
    with open(ask.record, "rb") as file:
        mark, _, content = file.read().partition(b"\n")
    if hashlib.sha256(content).hexdigest().encode() != mark:
        return None
    lines = content.decode("utf-8", "surrogateescape").split("\n")
    start, until = map(int, lines[2].split())
    if lines[0] != ask.identity or not start <= time.time() < until:
        return None
    heads = [line for line in lines[3:200] if line.startswith(("place\t", "packages\t", "folders\t"))]
    if any(line != _package_line(line.split("\t")[1]) for line in heads if line.startswith("packages")):
        return None
    now = scanned(line.split("\t")[1] for line in heads if line.startswith("place"))
    kept = [line.split("\t") for line in lines[3 + len(heads) :]]
    if len(kept) != len(now.files) or _folders_line(now.folders) not in heads:
        return None
    renewed = False
    for index, (path, kind, times, sha256, sure) in enumerate(kept):
        found = now.files.get(path, "")
        if found == f"{kind}\t{times}" and sure == "sure":
            continue
        if found.partition("\t")[0] != kind:
            return None
        if _sha256(path) != sha256:
            return None
        if now.is_sure(path):  # looked at, and old enough to be known by its times from now on
            kept[index] = [path, *found.split("\t"), sha256, "sure"]
            renewed = True
    if renewed:
        _save(ask.record, "\n".join([*lines[: 3 + len(heads)], *("\t".join(entry) for entry in kept)]))
    return lines[1].encode("ascii").decode("unicode_escape")
