"""Which jobs are worked on, and which jobs of an ATS own jobs are."""
