"""A Debian package around the bundle of this computer: `make deb` puts it into dist/.

Data lie in people's homes: removing the package leaves them alone, and so does `apt purge` unless it is asked for more
(see linux/postrm).
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bundle
import licences

ROOT = Path(__file__).resolve().parent.parent
FROM = ROOT / "packaging" / "linux"
TREE = ROOT / "build" / "deb"
HOME = Path("usr/lib/atsdesk")
DEPENDS = (
    "libc6 (>= 2.34)",
    "libstdc++6",
    "libgl1",
    "libegl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi-krb5-2",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-render0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb1",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "ca-certificates",
)
RECOMMENDS = ("gnome-keyring | kwalletmanager", "dbus-user-session | dbus-session-bus", "xdg-utils")
DESCRIPTION = """\
keeps a local copy of what applicant tracking systems hold
 ATS Desk keeps a local, fresh and complete SQLite copy of what Comeet,
 Greenhouse, Kombo and SmartRecruiters hold, lets people browse it and submit
 candidates, and writes clean data for Excel, Power BI and Tableau."""


def architecture() -> str:
    return subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()


def build() -> Path:
    """Lay the package out and pack it; returns the file."""
    if list(bundle.troubles()):
        sys.exit("There is no good bundle to pack: run make bundle.")
    shutil.rmtree(TREE, ignore_errors=True)
    shutil.copytree(bundle.FOLDER, TREE / HOME, symlinks=True)
    lay_out()
    write_control()
    private_to_nobody()
    target = ROOT / "dist" / f"atsdesk_{licences.own_version()}_{architecture()}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(TREE), str(target)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def lay_out() -> None:
    programs = TREE / "usr" / "bin"
    programs.mkdir(parents=True)
    for name in ("atsdesk", bundle.WINDOW):
        (programs / name).symlink_to(f"../{HOME.relative_to('usr')}/{name}")
    share = TREE / "usr" / "share"
    for source, inside in (
        (FROM / "atsdesk.desktop", "applications"),
        (FROM / "com.example.atsdesk.metainfo.xml", "metainfo"),
        (ROOT / "resources" / "atsdesk.svg", "icons/hicolor/scalable/apps"),
        (FROM / "copyright", "doc/atsdesk"),
        (licences.PAGE, "doc/atsdesk"),
        (licences.SBOM, "doc/atsdesk"),
        (FROM / "lintian-overrides", "lintian/overrides"),
    ):
        (share / inside).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, share / inside)
    (share / "lintian/overrides/lintian-overrides").rename(share / "lintian/overrides/atsdesk")
    manual = share / "man" / "man1"
    manual.mkdir(parents=True)
    (manual / "atsdesk.1.gz").write_bytes(_packed((FROM / "atsdesk.1").read_bytes()))
    (manual / f"{bundle.WINDOW}.1.gz").symlink_to("atsdesk.1.gz")
    news = (
        f"atsdesk ({licences.own_version()}) unstable; urgency=medium\n\n  * See the changes of ATS Desk.\n\n"
        f" -- ATS Desk contributors <desk@example.com>  {time.strftime('%a, %d %b %Y %H:%M:%S +0000', _moment())}\n"
    )
    (share / "doc" / "atsdesk" / "changelog.gz").write_bytes(_packed(news.encode()))


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _moment() -> time.struct_time:
    """`SOURCE_DATE_EPOCH` makes the same package twice."""
    return time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))


def write_control() -> None:
    size = bundle.weight() // 1024
    fields = {
        "Package": "atsdesk",
        "Version": licences.own_version(),
        "Architecture": architecture(),
        "Maintainer": "ATS Desk contributors <desk@example.com>",
        "Installed-Size": str(size),
        "Depends": ", ".join(DEPENDS),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "misc",
        "Priority": "optional",
        "Homepage": "https://atsdesk.example.com/",
        "Description": DESCRIPTION,
    }
    control = TREE / "DEBIAN"
    control.mkdir()
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (control / "control").write_text(text, encoding="utf-8")
    shutil.copy(FROM / "postrm", control / "postrm")


def private_to_nobody() -> None:
    """Folders and programs 755, all else 644, whatever the umask was."""
    for path in TREE.rglob("*"):
        if path.is_symlink():
            continue
        starts = path.is_dir() or (
            path.name in {"atsdesk", "postrm"} and path.parent.name in {"atsdesk", "DEBIAN"}
        )
        path.chmod(0o755 if starts else 0o644)
    TREE.chmod(0o755)


if __name__ == "__main__":
    made = build()
    print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB")
