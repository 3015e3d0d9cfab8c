"""`python -m atsdesk` is the command."""

from atsdesk.cli import main

if __name__ == "__main__":
    main()
