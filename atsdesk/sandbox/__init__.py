"""Faithful local imitations of applicant tracking systems, filled with invented people."""
