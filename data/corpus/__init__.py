"""Corpus files: what was read from documents, written so that people and programs can read it again."""
