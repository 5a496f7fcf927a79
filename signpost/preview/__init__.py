"""The preview while somebody writes: what it shows, its bar of problems, its server. Must never be part of a published site."""
