"""Markdown of one page -> Document: the blocks that editors may use, the rules that are ours, and the HTML."""
