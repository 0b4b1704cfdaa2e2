#!/usr/bin/env bash
# Compares each post of a folder as Press and as Jekyll's kramdown render it: jekyll.sh FOLDER [--list] [--texts] [--rows N].
# With --liquid, the posts of a Jekyll site that have Liquid, as Jekyll renders them within their site.
set -euo pipefail
folder=$(realpath "${1:?Usage: jekyll.sh FOLDER [--list] [--texts] [--rows N]}")
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet run --project tests/Jekyll.Tests -v q -- "$folder" "$@"
