"""Checks a claim: supported, contradicted, outdated or not found, with the deciding quotes."""
