"""What a bundle starts: the window as `atsdesk-window`, the command as `atsdesk`; the name it is called by decides.

It has no `python -m` to start a process of its own with, so that it takes `-m atsdesk.…` itself.
"""

import multiprocessing
import os
import runpy
import sys
from pathlib import Path

WINDOW = "atsdesk-window"


def main() -> int:
    multiprocessing.freeze_support()
    give_libraries_back()
    if Path(sys.argv[0]).stem == WINDOW:
        from main import main as window

        return window()
    if sys.argv[1:2] == ["-m"] and sys.argv[2:3] and sys.argv[2].startswith("atsdesk."):
        name = sys.argv[2]
        del sys.argv[1:3]
        runpy.run_module(name, run_name="__main__", alter_sys=True)
        return 0
    from atsdesk.cli import main as command

    return command()


def give_libraries_back() -> None:
    """The programs started from here (a browser, a viewer) find their own libraries, not the bundle's."""
    name = "LD_LIBRARY_PATH"
    before = os.environ.pop(f"{name}_ORIG", None)
    if before:
        os.environ[name] = before
    elif getattr(sys, "frozen", False):
        os.environ.pop(name, None)


if __name__ == "__main__":
    sys.exit(main())
