"""The double-click entry: opens the window; with --selftest it checks the installation and ends."""

import multiprocessing
import sys


def main() -> int:
    multiprocessing.freeze_support()
    if "--selftest" in sys.argv[1:]:
        from atsdesk.ui import selftest

        return selftest.run()
    from atsdesk.demo import Sample
    from atsdesk.ui import app

    with Sample() as sample:
        return app.main(sample=sample.add)


if __name__ == "__main__":
    sys.exit(main())
