#!/usr/bin/env bash
# Sets up whatever the tests need and is missing, then runs all of them.
# Its last line is 'N passed, N failed, N skipped'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v chromium >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium and a Korean font for the browser tests ..."
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null
fi

if ! command -v shellcheck >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing shellcheck ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends shellcheck >/dev/null; } || echo "There is no shellcheck to install; its test is skipped."
fi

if ! { command -v zsh && command -v fish; } >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing zsh and fish for the completions ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends zsh fish >/dev/null; } || echo "There is no zsh or fish to install; their tests are skipped."
fi

if ! { command -v ruby && ruby -e "require 'kramdown-parser-gfm'"; } >/dev/null 2>&1 && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Jekyll's kramdown for the comparison with it ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends jekyll ruby-kramdown-parser-gfm >/dev/null; } || echo "There is no kramdown to install; the comparison is skipped."
fi

if ! command -v java >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo "Installing Java for the HTML checker ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jre-headless >/dev/null; } || echo "There is no Java to install; its test is skipped."
fi

# PowerShell, for the hooks of Windows.
dotnet tool restore >/dev/null || echo "The tools of .config/dotnet-tools.json cannot be had; the tests of .ps1 hooks are skipped."

if command -v npm >/dev/null; then
  for folder in tests/commonmark tests/azurite tests/html; do
    if [ ! -d "$folder/node_modules" ]; then
      echo "Fetching what $folder/package.json names ..."
      (cd "$folder" && npm ci --silent --no-audit --no-fund)
    fi
  done
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test Functions.sln "$@" 2>&1 | tee "$log" || status=$?

# The last summary counts all projects.
count() { sed -n "s/^ *$1: *\([0-9][0-9]*\)$/\1/p" "$log" | tail -n 1; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [ -z "$passed" ]; then
  echo "No test was run." >&2
  exit 1
fi
if [ "$skipped" != 0 ]; then
  echo "SKIPPED $skipped:"
  grep -A1 '^skipped ' "$log" || true
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
