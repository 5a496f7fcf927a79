"""The action plan: read from content/action-plan/, checked, and made into pages and files. Nothing here prints or reads the clock."""
