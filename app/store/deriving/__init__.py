"""The steps of `app.store.derived.save`: the rows that a resolution asks for, and their difference to the stored."""
