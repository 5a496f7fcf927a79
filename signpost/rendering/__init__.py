"""From the site to the bytes of its pages: each page, what stands around its text, and the pages that hold every language."""
