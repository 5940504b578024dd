"""Builds the gazetteer; needs the packages of ``pip install 'briefing-bot[building]'``."""
