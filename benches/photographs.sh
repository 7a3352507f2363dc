#!/usr/bin/env bash
# Real photographs from Debian's packages, for benchmarks and the import test. Usage: photographs.sh FOLDER
# None of them is part of the project; each package's copyright file lies beside its pictures.
set -euo pipefail
folder=${1:?a folder for the photographs}
[ -f "$folder/.complete" ] && exit 0
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fetch() { apt-get download "$@" >/dev/null; }
packages=(lomiri-wallpapers-16.04 lomiri-wallpapers-20.04 mate-backgrounds plasma-workspace-wallpapers)
fetch "${packages[@]}" || { apt-get update -qq && fetch "${packages[@]}"; }
for package in "${packages[@]}"; do
  dpkg -x "$package"_*.deb "$work/$package"
  mkdir -p "$folder/$package"
  find "$package" -type f \( -iname '*.jpg' -o -iname '*.jpeg' -o -iname '*.png' -o -iname '*.webp' \) -size +20k \
    ! -path '*screenshot*' | while read -r file; do
    # One file a scene would do, but sizes differ: the path tells them apart.
    cp "$file" "$folder/$package/$(echo "${file#"$package"/usr/share/}" | tr '/ ' '__')"
  done
  cp "$package"/usr/share/doc/*/copyright "$folder/$package/COPYRIGHT.txt" 2>/dev/null || true
done
touch "$folder/.complete"
find "$folder" -type f | wc -l
