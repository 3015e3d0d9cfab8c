#!/bin/bash
# Packs "dist/ATS Desk.app" into dist/atsdesk-VERSION.dmg: the program beside a link to Applications.
#     packaging/macos/dmg.sh 0.1.0
# Dragging the program to the bin keeps the data, which lie in ~/Library/Application Support/ATS Desk.
set -euo pipefail
cd "$(dirname "$0")/../.."
version="${1:?Say which version}"
image="dist/atsdesk-$version.dmg"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

cp -R "dist/ATS Desk.app" "$folder/"
ln -s /Applications "$folder/Applications"
cp resources/licences.md "$folder/Licences.md"
rm -f "$image"
hdiutil create -volname "ATS Desk" -srcfolder "$folder" -fs HFS+ -format UDZO -ov "$image"
if [ -n "${APPLE_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$APPLE_IDENTITY" "$image"
fi
