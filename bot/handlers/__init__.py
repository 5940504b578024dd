"""Thin: read the request, ask the service, render, send."""
