"""Learns the weights of `summaries.ranking` from labelled articles; not part of the distributed package."""
