#!/usr/bin/env bash
# Sets up whatever the tests need and is missing, then runs all of them.
# Its last line is 'N passed, N failed, N skipped'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# install WHAT PACKAGE... - with Debian's tools, where they are and may be used.
install() {
  if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
    return
  fi
  echo "Installing $1 ..."
  shift
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# try WHAT PACKAGE... - the same for what not every system has.
try() {
  install "$@" || echo "It cannot be had; the tests that need it are skipped."
}

has() { command -v "$1" >/dev/null; }

has chromium || install "Chromium and a Korean font for the browser tests" chromium fonts-noto-cjk
has shellcheck || try "shellcheck for the scripts" shellcheck
{ has zsh && has fish; } || try "zsh and fish for the completions" zsh fish
{ has ruby && ruby -e "require 'kramdown-parser-gfm'" 2>/dev/null; } \
  || try "Jekyll's kramdown for the comparison with it" jekyll ruby-kramdown-parser-gfm
has java || try "Java for the HTML checker" default-jre-headless

# PowerShell, for the hooks of Windows.
dotnet tool restore >/dev/null || echo "The tools of .config/dotnet-tools.json cannot be had; the tests of .ps1 hooks are skipped."

if has npm; then
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
