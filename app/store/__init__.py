"""The store: PostgreSQL behind one repository per noun.

Repositories are modules of functions that take a `Session` first and answer with the frozen values of
`app.store.records`; tables are known here alone. A caller opens a transaction with `Database.session()`; nothing in a
repository commits.
"""
