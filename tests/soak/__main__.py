"""`make soak`: eight hours of a window with four accounts whose systems misbehave, in minutes, and what came of it.

    python -m tests.soak [--rounds 96] [--candidates 300] [--seed 1]

A round is five minutes. Nothing may leak, nothing may be lost; the exit code is 1 when anything did.
"""

import argparse
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

WHOLE = 48
"""Rounds from which on memory can be told from noise."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make soak", description="Hours of work in minutes.")
    parser.add_argument("--rounds", type=int, default=96, help="of five minutes each")
    parser.add_argument("--candidates", type=int, default=300, help="in each sandbox at first")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same mischief")
    options = parser.parse_args()
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-")))
        _move_to(home)
        from tests.soak.told import told
        from tests.soak.whole import whole

        started = time.monotonic()
        result = whole(home, options.rounds, options.candidates, options.seed, stack)
        broken = result.broken(memory=options.rounds >= WHOLE)
        print("\n".join(told(result, options.seed, time.monotonic() - started, broken)))
    return 1 if broken else 0


def _move_to(home: Path) -> None:
    """Leave the home, the desktop and the keyring of whoever runs this alone."""
    for name in list(os.environ):
        if name.startswith(("ATSDESK_", "DBUS_", "GNOME_KEYRING_", "DISPLAY", "WAYLAND_DISPLAY", "XDG_")):
            del os.environ[name]
    temporary = home / "temporary"
    temporary.mkdir()
    os.environ |= {"HOME": str(home), "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    os.environ |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "SSL_CERT_DIR": os.devnull}
    tempfile.tempdir = None


if __name__ == "__main__":
    sys.exit(main())
