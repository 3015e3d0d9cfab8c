"""The double-click entry: opens the window; with --selftest it checks the installation and ends."""

import multiprocessing
import sys


def main() -> int:
    multiprocessing.freeze_support()
    if "--selftest" in sys.argv[1:]:
        from atsdesk import selftest

        return selftest.run()
    from atsdesk.ui import app

    return app.main()


if __name__ == "__main__":
    sys.exit(main())
