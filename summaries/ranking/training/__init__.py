"""What learns the weights of `summaries.ranking` from labelled articles; it stays in the source tree."""
