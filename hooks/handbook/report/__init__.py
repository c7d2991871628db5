"""Output formats of the check: each module renders the same findings."""
