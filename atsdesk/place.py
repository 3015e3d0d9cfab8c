"""Where a data folder lies: on a network drive or in a folder that a cloud service copies, SQLite's WAL is not safe."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

NETWORK = {
    "9p": "9P",
    "afpfs": "AFP",
    "afs": "AFS",
    "ceph": "Ceph",
    "cifs": "SMB",
    "davfs": "WebDAV",
    "fuse.davfs2": "WebDAV",
    "fuse.glusterfs": "GlusterFS",
    "fuse.gvfsd-fuse": "GVfs",
    "fuse.rclone": "rclone",
    "fuse.s3fs": "S3",
    "fuse.sshfs": "SSH",
    "glusterfs": "GlusterFS",
    "lustre": "Lustre",
    "ncpfs": "NCP",
    "nfs": "NFS",
    "nfs4": "NFS",
    "smb2": "SMB",
    "smb3": "SMB",
    "smbfs": "SMB",
    "webdav": "WebDAV",
}
"""By the name that systems have for a kind of file system: what people call it."""
SYNCED = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mobile documents", "iCloud Drive"),
    ("icloud", "iCloud Drive"),
    ("cloudstorage", "a cloud service"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("box sync", "Box"),
    ("pcloud", "pCloud"),
    ("proton drive", "Proton Drive"),
    ("syncthing", "Syncthing"),
    ("seafile", "Seafile"),
    ("megasync", "MEGA"),
    ("yandex.disk", "Yandex Disk"),
)
"""What the names of folders begin with that services keep in step with their own."""
MARKERS = (
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".sync_folder", "a cloud service"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
)
"""What lies in such folders."""
_DRIVE_REMOTE = 4


def risk(folder: Path) -> str:
    """Why a folder is not a safe place, with what to do, in sentences; "" for a safe one."""
    real = folder.resolve()
    if kind := _network(real):
        return _NETWORK.format(folder=folder, kind=kind)
    if service := synced_by(real):
        return _SYNCED.format(folder=folder, service=service)
    return ""


_MOVE = "Move the folder to a disk of this computer and name it with --data-dir; backups may lie anywhere."
_NETWORK = f"The data folder {{folder}} is on a network drive ({{kind}}), where the data file can get damaged. {_MOVE}"
_SYNCED = (
    "The data folder {folder} is in a folder that {service} copies, which can damage the data file and takes everybody"
    f" in it elsewhere. {_MOVE}"
)


def synced_by(folder: Path) -> str:
    """The service that copies a folder, by the names around it and what lies there; "" for none."""
    for place in (folder, *folder.parents):
        for beginning, service in SYNCED:
            if place.name.casefold().startswith(beginning):
                return service
        for marker, service in MARKERS:
            if (place / marker).exists():
                return service
    return ""


def _network(folder: Path) -> str:
    if sys.platform == "win32":
        import ctypes

        drive = folder.drive
        remote = (
            drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
        )
        return "Windows share" if remote else ""
    return network_of(folder, mounts())


def network_of(folder: Path, mounted: Iterable[tuple[str, str]]) -> str:
    """What people call the network file system that a folder is on, of these places and kinds; "" for none."""
    around = [(place, kind) for place, kind in mounted if folder.is_relative_to(place)]
    if not around:
        return ""
    _, kind = max(around, key=lambda one: len(Path(one[0]).parts))
    return NETWORK.get(kind, "")


def mounts() -> Iterator[tuple[str, str]]:
    """The places and kinds of the file systems of this computer, later ones over earlier ones."""
    try:
        listed = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        yield from _mac_mounts()
        return
    for line in listed.splitlines():
        _, place, kind, *_ = line.split(" ")
        yield place.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"), kind


def _mac_mounts() -> Iterator[tuple[str, str]]:
    try:
        listed = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return
    yield from parsed(listed)


def parsed(listed: str) -> Iterator[tuple[str, str]]:
    """Places and kinds as `mount` of macOS lists them: `//me@host/share on /Volumes/share (smbfs, nodev)`."""
    for line in listed.splitlines():
        before, _, options = line.rpartition(" (")
        _, on, place = before.partition(" on ")
        if on:
            yield place, options.partition(",")[0].rstrip(")")
