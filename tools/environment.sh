#!/bin/sh
# Make .venv (or the folder named second) from a hashed lock: tools/environment.sh LOCK [FOLDER]
# Needs Python 3.12 or newer, or uv, which brings one. Nothing that the lock does not name is installed.
set -eu
lock=$1
venv=${2:-.venv}

fits() { "$1" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

python=
for candidate in ${PYTHON:-} python3.12 python3.13 python3 python3.14 python; do
    if fits "$candidate"; then python=$candidate && break; fi
done

if [ -n "$python" ]; then
    [ -x "$venv/bin/python" ] && fits "$venv/bin/python" || "$python" -m venv --clear "$venv"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --requirement "$lock"
    "$venv/bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
elif command -v uv >/dev/null 2>&1; then
    [ -x "$venv/bin/python" ] || uv venv --quiet --python 3.12 "$venv"
    uv pip install --quiet --python "$venv/bin/python" --require-hashes --requirement "$lock"
    uv pip install --quiet --python "$venv/bin/python" --no-deps --no-build-isolation --editable .
else
    found=$(python3 --version 2>/dev/null || true)
    echo "Quotewire needs Python 3.12 or newer with venv, or uv: install one of them (found: ${found:-no Python})." >&2
    exit 1
fi
