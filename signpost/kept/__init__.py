"""What one build leaves for the next under .signpost/, by the content that it came from.

Must never decide anything: without it a build takes longer, and that is all.
"""
