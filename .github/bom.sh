#!/usr/bin/env bash
# Writes the bill of materials of what is published: artifacts/bom/<project>.json, CycloneDX. Test projects are no part of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The bill names what the lock files name.
export RestoreLockedMode=true
dotnet tool restore
for project in Press.Cli Functions; do
  dotnet tool run dotnet-CycloneDX -- "src/$project/$project.csproj" --output artifacts/bom --filename "$project.json" \
    --output-format Json --recursive "$@"
  # A bill without components is a failure that looks like a success.
  grep -q '"purl": "pkg:nuget/' "artifacts/bom/$project.json"
done
