"""`python -m atsdesk.cli`."""

from atsdesk.cli.main import main

main()
