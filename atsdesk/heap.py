"""Memory that is free goes back to the system."""

import contextlib
import sys


def give_back() -> None:
    """Hand back what the allocator keeps of freed memory; after a first sync of 8,000 people that is 50 MB.

    Only glibc keeps that much for itself, and has a way to be asked.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
