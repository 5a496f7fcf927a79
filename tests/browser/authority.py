"""A certificate authority for one run of the tests, trusted by the browsers started here and by nobody else.

Its key lives in the run's own folder and is thrown away with it. It must never be added to the machine's
own store.
"""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

SYSTEM_BUNDLE = Path("/etc/ssl/certs/ca-certificates.crt")


class Authority:
    """One authority and one certificate for all the names (`DNS:…`, `IP:…`) of the run."""

    def __init__(self, folder: Path, names: Sequence[str]) -> None:
        self.certificate = folder / "authority.pem"
        self.bundle = folder / "bundle.pem"
        authority_key, key, request, leaf = (folder / name for name in ("ca.key", "key.pem", "csr.pem", "leaf.pem"))
        new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        _openssl(
            *["req", "-x509", *new, "-keyout", str(authority_key), "-out", str(self.certificate), "-days", "2"],
            *["-subj", "/CN=Throw-away authority of a test", "-addext", "keyUsage=critical,keyCertSign"],
        )
        _openssl("req", *new, "-keyout", str(key), "-out", str(request), "-subj", "/CN=A test")
        extensions = folder / "extensions"
        extensions.write_text(f"basicConstraints=CA:FALSE\nextendedKeyUsage=serverAuth\nsubjectAltName={','.join(names)}\n")
        _openssl(
            *["x509", "-req", "-in", str(request), "-CA", str(self.certificate), "-CAkey", str(authority_key)],
            *["-CAcreateserial", "-days", "2", "-extfile", str(extensions), "-out", str(leaf)],
        )
        system = SYSTEM_BUNDLE.read_text() if SYSTEM_BUNDLE.exists() else ""
        self.bundle.write_text(self.certificate.read_text() + system)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(leaf, key)

    def trust(self, store: Path) -> None:
        """Add the authority to the NSS store of a browser profile."""
        store.mkdir(parents=True, exist_ok=True)
        database = f"sql:{store}"
        if not (store / "cert9.db").exists():
            _run("certutil", "-N", "-d", database, "--empty-password")
        _run("certutil", "-A", "-d", database, "-n", "test", "-t", "C,,", "-i", str(self.certificate))


def _openssl(*words: str) -> None:
    _run("openssl", *words)


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True, timeout=60)
