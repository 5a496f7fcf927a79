"""Advice on words: spelling, sentences, and words that need care. Never a gate, and never loaded by a build."""
