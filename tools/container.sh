#!/bin/sh
# The Dockerfile's steps, without an engine: install from the lock into an empty prefix, run as another user with nothing
# writable but a temporary folder, answer the health check, and stop by SIGTERM. Needs root for the other user; without
# it the same steps run as whoever calls.
set -eu
prefix=$(mktemp -d)
chmod 755 "$prefix"
database=
trap 'status=$?; [ -z "$database" ] || kill "$database" 2>/dev/null || true; rm -rf "$prefix"; exit $status' EXIT

echo "install from the lock into an empty prefix"
.venv/bin/python -m venv --without-pip "$prefix/quotewire"
.venv/bin/python -m pip --python "$prefix/quotewire/bin/python" install -qq --disable-pip-version-check \
    --require-hashes --requirement requirements/runtime.lock
cp -r pyproject.toml README.md app "$prefix/"
.venv/bin/python -m pip --python "$prefix/quotewire/bin/python" install -qq --disable-pip-version-check \
    --no-deps --no-build-isolation "$prefix"

.venv/bin/python tools/container_check.py "$prefix/quotewire/bin/quotewire"
