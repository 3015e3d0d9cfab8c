"""Hands the data on: what to write, how a value becomes a cell, and the file it goes into."""
