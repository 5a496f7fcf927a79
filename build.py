#!/usr/bin/env python3
"""The front door: makes .venv from the locked packages on first use, then hands over to signpost.cli.

Standard library only, and readable by Pythons that are too old to run the rest, so that they get a sentence.
Must never install a package whose hash is not in the lock file, and never touch any Python but the one in .venv.
"""

import hashlib
import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
OLDEST = (3, 11)
VENV = os.path.join(ROOT, ".venv")


def main():
    """Run the command line with everything that it needs."""
    if sys.version_info < OLDEST:
        sys.stderr.write(
            "This needs Python %d.%d or newer, and this is Python %d.%d.\n"
            "Install a newer one from your software centre or python.org, then run build.py with it.\n" % (OLDEST + sys.version_info[:2])
        )
        return 2
    said = nothing_to_do()
    if said is not None:
        if hasattr(sys.stderr, "reconfigure"):
            sys.stderr.reconfigure(encoding="utf-8", errors="replace")
        sys.stderr.write(said)
        return 0
    if is_ready():
        from signpost.cli import main as run

        return run(sys.argv[1:])
    python = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
    locks = ["requirements-test.lock" if wants_tests(sys.argv[1:]) else "requirements.lock"]
    problem = prepare(python, locks[0])
    if problem:
        sys.stderr.write(problem + "\n")
        return 2
    return hand_over(python)


def nothing_to_do():
    """What the last build with these arguments said, where everything is as it was. Asked first, because it is quick."""
    if sys.prefix != sys.base_prefix:
        prefix = sys.prefix
    elif read(os.path.join(VENV, "made-by")) == sys.version:
        prefix = VENV
    else:
        return None
    from signpost.kept.last_build import Ask, still_holds

    return still_holds(Ask(ROOT, sys.argv[1:], prefix))


def is_ready():
    """Whether this Python already has what the generator needs: our own .venv, or one that somebody made for it."""
    if os.environ.get("SIGNPOST_IN_VENV") == "1":
        return True
    if sys.prefix == sys.base_prefix or os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        return False
    import importlib.util

    names = (
        "brotli",
        "jinja2",
        "livereload",
        "markdown_it",
        "mdit_py_plugins",
        "minify_html",
        "phonenumbers",
        "selectolax",
        "tzdata",
        "yaml",
    )
    return all(importlib.util.find_spec(name) for name in names)


def wants_tests(arguments):
    """Only the commands that run tests, measure or take pictures need the packages for tests; to be explained they need none."""
    asks = "-h" in arguments or "--help" in arguments
    return not asks and any(word in ("test", "bench", "pictures") for word in arguments)


def prepare(python, lock):
    """Make .venv and fill it from the lock file, once for each content of the lock. Returns a sentence on failure."""
    with open(os.path.join(ROOT, lock), "rb") as file:
        mark = hashlib.sha256(file.read() + sys.version.encode()).hexdigest()
    stamp = os.path.join(VENV, lock + ".installed")
    if os.path.exists(python) and read(stamp) == mark:
        return None
    sys.stderr.write("Setting up (first use, or the packages have changed; this takes about a minute) ...\n")
    sys.stderr.flush()
    if not os.path.exists(python) or read(os.path.join(VENV, "made-by")) != sys.version:
        problem = make_environment()
        if problem:
            return problem
    import subprocess  # here and below: it is slow to load, and rarely needed

    command = [
        python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--require-hashes",
        "-r",
        os.path.join(ROOT, lock),
    ]
    if subprocess.call(command, stdout=sys.stderr) != 0:
        return (
            "The packages could not be installed. Check that this computer is connected, then run the command again.\n"
            "Behind a proxy, set HTTPS_PROXY first; ask your IT support for its address."
        )
    with open(stamp, "w") as file:
        file.write(mark)
    if lock != "requirements.lock":  # the lock for tests holds all of the other one, at the same versions
        with open(os.path.join(ROOT, "requirements.lock"), "rb") as file:
            mark = hashlib.sha256(file.read() + sys.version.encode()).hexdigest()
        with open(os.path.join(VENV, "requirements.lock.installed"), "w") as file:
            file.write(mark)
    return None


def make_environment():
    """An empty environment of this Python. Returns a sentence on failure."""
    import subprocess
    import venv

    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(VENV)
    except (subprocess.CalledProcessError, OSError):
        return (
            "Python could not make its environment in .venv. On Debian and Ubuntu install it first:\n"
            "  sudo apt-get install python3-venv\nThen run the command again."
        )
    with open(os.path.join(VENV, "made-by"), "w") as file:
        file.write(sys.version)
    return None


def read(path):
    """The text of a small file; nothing when it is not there."""
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return None


def hand_over(python):
    """Run this same file again with the Python of .venv."""
    environment = dict(os.environ, SIGNPOST_IN_VENV="1", PYTHONDONTWRITEBYTECODE=os.environ.get("PYTHONDONTWRITEBYTECODE", ""))
    command = [python, os.path.join(ROOT, "build.py")] + sys.argv[1:]
    if os.name == "nt":
        import subprocess

        return subprocess.call(command, env=environment)
    os.execve(python, command, environment)


if __name__ == "__main__":
    sys.exit(main())
