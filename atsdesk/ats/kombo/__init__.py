"""Kombo (unified ATS API)."""
