"""A force's own plan document (Word, Excel, CSV, saved web page) -> YAML of the plan. Warns, and never guesses."""
