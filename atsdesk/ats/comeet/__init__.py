"""Comeet (Spark Hire Recruit)."""
