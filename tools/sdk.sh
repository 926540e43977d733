#!/bin/sh
# Build the TypeScript types from openapi/openapi.json and compile a program against them. Needs Node 18 or newer.
set -eu
command -v npm >/dev/null 2>&1 || { echo "make sdk needs Node 18 or newer with npm; install it, then try again." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r openapi/typescript "$work/typescript"
cp openapi/openapi.json "$work/openapi.json"
cd "$work/typescript"
rm -rf node_modules
npm ci --no-audit --no-fund --loglevel=error
npm run --silent types 2>&1 | tee types.log
if grep -i warn types.log; then echo "openapi-typescript warned" >&2; exit 1; fi
npm run --silent check
echo "the TypeScript types compile"
