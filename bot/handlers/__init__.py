"""Thin: read the request, ask the desk, render, send."""
