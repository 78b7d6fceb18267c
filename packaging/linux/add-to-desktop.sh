#!/bin/sh
# Adds nnplay to the menu of this user's desktop and opens .nnplay files with it. With "--remove" it takes both away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$data/applications/io.github.nnplay.desktop
kind=$data/mime/packages/io.github.nnplay.mime.xml

refresh() {
    command -v update-mime-database >/dev/null && update-mime-database "$data/mime" || true
    command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
}

if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$kind"
    find "$data/icons/hicolor" -name io.github.nnplay.png -delete 2>/dev/null || true
    refresh
    echo "nnplay is no longer in the menu; this folder may be deleted."
    exit
fi
mkdir -p "$data/applications" "$data/mime/packages"
# A quoted Exec takes spaces; the characters that keep a meaning inside the quotes are escaped twice, as the standard asks.
program=$(printf %s "$here/nnplay" | sed 's/[\\"`$]/\\\\&/g')
EXEC="Exec=\"$program\" %f" awk '/^Exec=/ { print ENVIRON["EXEC"]; next } { print }' "$here/share/applications/io.github.nnplay.desktop" >"$entry"
cp "$here/share/mime/packages/io.github.nnplay.mime.xml" "$kind"
(cd "$here/share/icons/hicolor" && find . -name '*.png') | while read -r icon; do
    mkdir -p "$data/icons/hicolor/$(dirname "$icon")"
    cp "$here/share/icons/hicolor/$icon" "$data/icons/hicolor/$icon"
done
refresh
echo "nnplay is in the menu, and .nnplay files open with it."
