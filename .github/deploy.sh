#!/usr/bin/env bash
# Provisions, then deploys. On a new resource group the app's right to its code container takes minutes to spread, and until then
# the platform answers an upload with 403: that alone is tried again.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# What is deployed is made of the packages of the lock files alone; azd's own restore reads the variable.
export RestoreLockedMode=true
dotnet restore src/Functions/Functions.csproj || exit $?

azd provision --no-prompt || exit $?

log=$(mktemp)
trap 'rm -f "$log"' EXIT
for pause in 60 120 240 0; do
  azd deploy --no-prompt 2>&1 | tee "$log" && exit 0
  if [ "$pause" = 0 ] || ! grep -qE 'InaccessibleStorageException|BlobUploadFailed.* 403' "$log"; then
    exit 1
  fi
  echo "The right to upload code has not spread yet. Trying again in $pause seconds ..."
  sleep "$pause"
done
