"""Thin handlers: read the request, call the service, render, send."""
