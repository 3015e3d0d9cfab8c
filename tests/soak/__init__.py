"""Hours of a working day, put together into minutes: `make soak` (see `__main__`)."""
