"""Damage real documents in every way a disk, a mail gateway or an enemy may: one damage a seed, always the same."""
