"""One file per format: how it is recognised, and how it becomes a draft."""
