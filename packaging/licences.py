"""What the bundle is made of, under which licences: resources/licences.md and resources/sbom.json.

    python packaging/licences.py write     make both files from the lock and what is installed
    python packaging/licences.py audit     the weaknesses known here; where none can be known, versions and licences

Exit code 1 where a licence does not allow shipping, or a weakness is known.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from pathlib import Path
from typing import cast

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements" / "runtime.txt"
TEXTS = ROOT / "packaging" / "licences"
PAGE = ROOT / "resources" / "licences.md"
SBOM = ROOT / "resources" / "sbom.json"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
ADVISORIES = "ATSDESK_ADVISORIES"
"""The address of a copy of the advisories (an OSV service of one's own, for pip-audit)."""

NOT_SHIPPED = frozenset({"flit-core", "pip", "pycparser", "pygments"})
"""Locked, since something asks for them while installing, but left out of bundles."""
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "ISC",
        "LGPL-3.0-only",
        "MIT",
        "MIT-0",
        "MPL-2.0",
        "OFL-1.1",
        "OpenSSL",
        "PSF-2.0",
        "Public-Domain",
        "Unicode-3.0",
        "Unlicense",
        "Zlib",
    }
)
"""Licences under which something may be shipped beside a program of any licence (LGPL: as libraries of their own)."""
NAMES = {
    "apache license, version 2.0": "Apache-2.0",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "psfl": "PSF-2.0",
    "public domain": "Public-Domain",
    "python software foundation license": "PSF-2.0",
}
KNOWN = {
    # installed on Windows only
    "pywin32-ctypes": "BSD-3-Clause",
    # says none in its metadata; its LICENSE is zlib's
    "pysqlite3": "Zlib",
    # its metadata offers GPL-3.0 by a name that is none
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
}
LICENCE_FILE = re.compile(r"(?:licen[cs]e|copying|notice)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is shipped."""

    name: str
    version: str
    licence: str
    """An SPDX expression, or "" where none is known."""
    purl: str = ""
    texts: tuple[str, ...] = ()

    @property
    def may_be_shipped(self) -> bool:
        """Whether one of the licences it offers is allowed; what is joined by AND must all be."""
        choices = (choice.strip("() ") for choice in self.licence.split(" OR "))
        return any(all(one.strip("() ") in ALLOWED for one in choice.split(" AND ")) for choice in choices)


def locked() -> dict[str, str]:
    """The packages of the lock with their versions."""
    return dict(PINNED.findall(LOCK.read_text(encoding="utf-8")))


def packages() -> Iterator[Part]:
    """The Python packages that are shipped, on any system."""
    for name, version in locked().items():
        if name not in NOT_SHIPPED:
            yield _package(name, version)


def _package(name: str, version: str) -> Part:
    purl = f"pkg:pypi/{name}@{version}"
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return Part(name, version, KNOWN.get(name, ""), purl)
    texts = sorted(
        path.read_text(encoding="utf-8").strip()
        for path in found.files or ()
        if ".dist-info" in str(path) and "vendor" not in str(path) and LICENCE_FILE.search(path.name)
    )
    return Part(
        name, version, KNOWN.get(name) or licence_of(cast(Message, found.metadata)), purl, tuple(texts)
    )


def licence_of(told: Message) -> str:
    """What a package's metadata says of its licence, as an SPDX expression."""
    expression = told.get("License-Expression")
    if expression:
        return str(expression)
    written = str(told.get("License") or "").strip()
    if written and "\n" not in written:
        return NAMES.get(written.lower(), written)
    classified = [
        one.rpartition(" :: ")[2].lower()
        for one in told.get_all("Classifier") or ()
        if one.startswith("License ::")
    ]
    return " OR ".join(sorted({NAMES.get(one, one) for one in classified}))


def brought_along() -> Iterator[Part]:
    """What comes into the bundle beside Python packages."""
    import ssl

    font = (ROOT / "resources" / "fonts" / "OFL.txt").read_text(encoding="utf-8").strip()
    lesser, general = (
        (TEXTS / f"{name}.txt").read_text(encoding="utf-8").strip() for name in ("LGPL-3.0", "GPL-3.0")
    )
    qt = metadata.version("pyside6-essentials")
    yield Part("Python", sys.version.split()[0], "PSF-2.0", f"pkg:generic/python@{sys.version.split()[0]}")
    version = ssl.OPENSSL_VERSION.split()[1]
    yield Part("OpenSSL", version, "Apache-2.0", f"pkg:generic/openssl@{version}")
    yield Part("Qt", qt, "LGPL-3.0-only OR GPL-3.0-only", f"pkg:generic/qt@{qt}", (lesser, general))
    exception = "GPL-2.0-or-later WITH Bootloader-exception"
    yield Part("PyInstaller's bootloader", "6.22.3", exception, "pkg:pypi/pyinstaller@6.22.3")
    yield Part("ICU", "73", "Unicode-3.0", "pkg:generic/icu@73")
    yield Part("Heebo", "3.100", "OFL-1.1", "pkg:generic/heebo@3.100", (font,))


def parts() -> list[Part]:
    return [*brought_along(), *packages()]


def refused(among: list[Part]) -> list[str]:
    """A sentence for each part that may not be shipped."""
    return [
        f"{one.name} {one.version} may not be shipped: its licence is {one.licence or 'not known'}."
        for one in among
        if not one.may_be_shipped
    ]


# --- The two files ------------------------------------------------------------------------------------------


def page(among: list[Part]) -> str:
    """The page that the program shows."""
    version = own_version()
    lines = [
        f"# ATS Desk {version} and what it is made of",
        "",
        "ATS Desk comes under the MIT licence. It is built with the parts below, each under its own licence.",
        "",
        "Qt and PySide6 are used under the LGPL, version 3: they are libraries of their own in the folder of the "
        "program, and may be replaced there by others of the same version. Their sources are at https://download.qt.io/.",
        "",
        "| part | version | licence |",
        "|---|---|---|",
        *(f"| {one.name} | {one.version} | {one.licence} |" for one in among),
        "",
    ]
    for one in among:
        for text in one.texts:
            fence = "````" if "```" in text else "```"
            lines += [f"## {one.name}", "", fence, text, fence, ""]
    return "\n".join(lines)


def sbom(among: list[Part]) -> dict[str, object]:
    """The parts as CycloneDX 1.6; the same parts make the same file."""
    version = own_version()
    me = {"type": "application", "bom-ref": "atsdesk", "name": "ATS Desk", "version": version}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**me, "licenses": [{"license": {"id": "MIT"}}]}},
        "components": [
            {
                "type": "library",
                "bom-ref": one.purl,
                "name": one.name,
                "version": one.version,
                "purl": one.purl,
                "licenses": [_licence(one.licence)],
            }
            for one in among
        ],
        "dependencies": [{"ref": "atsdesk", "dependsOn": [one.purl for one in among]}],
    }


def _licence(expression: str) -> dict[str, object]:
    if " " in expression:
        return {"expression": expression}
    if expression == "Public-Domain":  # no licence, and so no id in SPDX
        return {"license": {"name": "Public domain"}}
    return {"license": {"id": expression}}


def own_version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def write() -> int:
    found = parts()
    PAGE.write_text(page(found), encoding="utf-8")
    SBOM.write_text(json.dumps(sbom(found), indent=1) + "\n", encoding="utf-8")
    return _tell(refused(found))


# --- The audit ----------------------------------------------------------------------------------------------


def audit() -> int:
    """Weaknesses by pip-audit where a copy of the advisories is at hand; what is shipped otherwise."""
    found = parts()
    copy = os.environ.get(ADVISORIES, "")
    program = shutil.which("pip-audit") or shutil.which("pip-audit", path=str(Path(sys.executable).parent))
    if copy and program:
        looked = [program, "--requirement", str(LOCK), "--no-deps", "--disable-pip"]
        service = ["--vulnerability-service", "osv", "--osv-url", copy]
        if subprocess.run([*looked, *service], check=False).returncode:
            return 1
    else:
        print(f"No advisories at hand (pip-audit, and their address in {ADVISORIES}); these are shipped:")
        print("\n".join(f"    {one.name:24}{one.version:16}{one.licence}" for one in found))
    return _tell(refused(found))


def _tell(troubles: list[str]) -> int:
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(audit() if sys.argv[1:] == ["audit"] else write())
