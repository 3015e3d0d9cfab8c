"""The double-click entry: opens the window; with --selftest it checks the installation and ends."""

import gc
import sys


def main() -> int:
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()
    if "--selftest" in sys.argv[1:]:
        from atsdesk.ui import selftest

        return selftest.run()
    gc.disable()  # nothing of what is imported is garbage; the window collects later, in its own way
    from atsdesk.demo import Sample
    from atsdesk.ui import app

    with Sample() as sample:
        return app.main(sample=sample.add)


if __name__ == "__main__":
    sys.exit(main())
