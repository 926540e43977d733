"""Utterances: the same words by the same speaker, wherever they were printed."""
