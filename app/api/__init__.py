"""The HTTP API: problems, paging, keys and limits that all answers share, and one slice per resource.

A slice is a package with `router.py` (addresses to repositories), `schemas.py` (what goes over the wire) and
`presenter.py` (records to schemas). Slices do not know each other; what they share stands here.
"""
