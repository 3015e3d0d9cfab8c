#!/bin/bash
# Has Apple look at a signed image, and staples the answer to it.
#     packaging/macos/notarise.sh dist/atsdesk-0.1.0.dmg
# APPLE_ID, APPLE_TEAM and APPLE_PASSWORD (an app-specific password) say who asks.
set -euo pipefail
image="${1:?Say which image}"
: "${APPLE_ID:?}" "${APPLE_TEAM:?}" "${APPLE_PASSWORD:?}"

xcrun notarytool submit "$image" --wait --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
