"""Near copies and their hard negatives, made of articles that we invented: what `resolve` says of each."""
