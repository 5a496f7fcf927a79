"""The pages of the content: their settings, their Markdown as documents with gaps, what fills the gaps, and the two languages in step."""
