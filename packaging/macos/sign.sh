#!/bin/bash
# Signs "dist/ATS Desk.app" from the inside out with the identity in APPLE_IDENTITY ("Developer ID Application: …").
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${APPLE_IDENTITY:?The name of the certificate in the keychain: Developer ID Application: …}"
app="dist/ATS Desk.app"

sign() {
    codesign --force --timestamp --options runtime --sign "$APPLE_IDENTITY" "$@"
}

find "$app/Contents" -type f \( -name '*.so' -o -name '*.dylib' \) -print0 | while IFS= read -r -d '' library; do
    sign "$library"
done
find "$app/Contents/Frameworks" -type d -name '*.framework' -prune -print0 | while IFS= read -r -d '' framework; do
    sign "$framework"
done
sign --entitlements packaging/macos/entitlements.plist "$app/Contents/MacOS/atsdesk"
sign --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict "$app"
