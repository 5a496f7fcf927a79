"""Addresses of other sites that the content names. A build never asks any of them; `check --external` does."""
