"""What the tagger's two heads may say of a word piece. The order is part of the trained weights."""

NOTHING, THOUGHT, SPEECH, TURN = range(4)
CUES = ("nothing", "thought", "speech", "turn")
"""The cue head: no cue; a cue of belief or plan; a cue of speech or writing; the first piece of a quotation that has
no cue because it goes on with a speaker's turn."""

REST, CONTENT, SOURCE, CUE = range(4)
TAGS = ("rest", "content", "source", "cue")
"""The span head, for one cue."""
