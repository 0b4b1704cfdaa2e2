#!/usr/bin/env bash
# native.sh [FOLDER] makes `press` as a program of this machine's own code, which needs no .NET, with Skia's library beside it. FOLDER is
# artifacts/native if it is not given. It needs a C compiler, which links it: clang or gcc, Xcode's tools, or Visual Studio's for C++.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

out=${1:-artifacts/native}
dotnet publish src/Press.Cli -c Release -p:Native=true -o "$out"
for suffix in "" .exe; do
  if [ -f "$out/Press.Cli$suffix" ]; then
    mv "$out/Press.Cli$suffix" "$out/press$suffix"
  fi
done
cp LICENSE README.md "$out"
