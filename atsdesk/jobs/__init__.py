"""Which jobs are worked on, and which jobs of other lists they are."""
