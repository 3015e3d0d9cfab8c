"""Makes the bundle of this system in dist/atsdesk, and looks at what came out: `make bundle`.

    python packaging/bundle.py           build it with PyInstaller
    python packaging/bundle.py check     look at the one that is there
    python packaging/bundle.py version   tell which version it is

Exit code 1 when it is larger than it may be, or holds what may not be shipped.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist" / "atsdesk"
WINDOW = "atsdesk-window"
LARGEST = 130_000_000
"""Bytes of all files, unpacked."""
GPL_ONLY = re.compile(
    r"Qt6?(?:Charts|DataVisualization|Graphs|VirtualKeyboard|Quick3D|QuickTimeline|NetworkAuth|Lottie|Http|Mqtt|Coap"
    r"|InterfaceFramework|ShaderTools|WaylandCompositor|VncServer)\b"
)
"""Qt's modules that come under the GPL alone, by the names of their libraries."""
SHIPPED = (
    "resources/translations/atsdesk_he.qm",
    "resources/translations/atsdesk_en.qm",
    "resources/translations/told.json",
    "resources/guide",
    "resources/icons",
    "resources/fonts/Heebo-Regular.ttf",
    "resources/licences.md",
    "resources/sbom.json",
    "PySide6/Qt/translations/qtbase_he.qm",
    "tzdata/zoneinfo",
)


def build() -> None:
    """Run PyInstaller, then make what it made smaller."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    where = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build" / "pyinstaller")]
    done = subprocess.run(
        [*pyinstaller, *where, str(ROOT / "packaging" / "atsdesk.spec")],
        cwd=ROOT,
        env=environment,
        check=False,
    )
    if done.returncode:
        sys.exit("PyInstaller could not make the bundle; its own words are above.")
    if sys.platform.startswith("linux"):
        finish_for_linux()


def finish_for_linux() -> None:
    import icu

    (FOLDER / WINDOW).unlink(missing_ok=True)
    (FOLDER / WINDOW).symlink_to("atsdesk")
    for library in FOLDER.rglob("libicudata.so.*"):
        if not library.is_symlink():
            icu.slim(library)


def troubles() -> Iterator[str]:
    """What speaks against shipping the bundle."""
    if not FOLDER.is_dir():
        yield f"There is no bundle in {FOLDER}: run make bundle."
        return
    size = weight()
    print(f"{FOLDER.relative_to(ROOT)}: {size / 1e6:.1f} MB in {sum(1 for _ in files())} files")
    if size > LARGEST and sys.platform.startswith("linux"):
        yield f"The bundle is larger than {LARGEST / 1e6:.0f} MB."
    yield from (f"{one.name} comes under the GPL alone." for one in files() if GPL_ONLY.search(one.name))
    inside = FOLDER / "_internal"
    yield from (f"{name} is missing." for name in SHIPPED if not (inside / name).exists())


def files() -> Iterator[Path]:
    return (path for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())


def weight() -> int:
    return sum(path.stat().st_size for path in files())


def main(what: str) -> int:
    if what == "version":
        import licences

        print(licences.own_version())
        return 0
    if what == "build":
        build()
    found = list(troubles())
    print("\n".join(found), file=sys.stderr) if found else print("The bundle is whole.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if sys.argv[1:] else "build"))
