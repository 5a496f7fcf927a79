"""New pages, updates and contacts from the answers to a few questions. Must never write over a file, or a file that does not build."""
