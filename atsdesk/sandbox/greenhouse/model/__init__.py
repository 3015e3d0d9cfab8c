"""The objects of Harvest v3 as they go over the wire. Source: Harvest documentation, "Resources" (CONFIRMED [V7])."""
