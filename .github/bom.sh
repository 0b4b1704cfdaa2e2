#!/usr/bin/env bash
# Writes the bill of materials of what is published: artifacts/bom/<project>.json, CycloneDX. Test projects are no part of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The bill names what the lock files name.
export RestoreLockedMode=true
dotnet tool restore
for project in Press.Cli Functions; do
  # The tool takes 0.0.0 for the version if nobody says it. Its --recursive is left out: it adds packages that a referenced project
  # would restore by itself and that are not published.
  version=$(dotnet msbuild "src/$project/$project.csproj" -getProperty:Version)
  dotnet tool run dotnet-CycloneDX -- "src/$project/$project.csproj" --output artifacts/bom --filename "$project.json" \
    --output-format Json --set-version "$version" "$@"
  # A bill without components is a failure that looks like a success.
  grep -q '"purl": "pkg:nuget/' "artifacts/bom/$project.json"
done
