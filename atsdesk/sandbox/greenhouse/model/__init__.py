"""The objects of Harvest v3 as they go over the wire. Source: contracts/greenhouse.md, "Resources" (CONFIRMED [V7])."""
