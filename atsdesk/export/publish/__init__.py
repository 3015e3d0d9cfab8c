"""The tables of an export in a shared database, for teams that outgrow one computer."""
