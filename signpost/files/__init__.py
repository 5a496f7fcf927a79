"""The forms of files, read and written: YAML as text, fields by their own rules, calendars, XML, Word.

Must never know what a file is about.
"""
