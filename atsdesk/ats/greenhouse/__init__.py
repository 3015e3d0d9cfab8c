"""Greenhouse, Harvest v3."""
