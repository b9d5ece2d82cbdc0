#!/bin/sh
# After `python3 packaging/build.py bundle` on macOS: dist/detente-VERSION-macos-ARCH.dmg. Never run here.
#   DETENTE_SIGN="Developer ID Application: …"   signs the program for others' machines (else only for this one)
#   DETENTE_NOTARY=PROFILE                       has Apple notarise it (xcrun notarytool store-credentials PROFILE)
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' explorer/__init__.py)
app="build/package/dist/Détente.app"
image="dist/detente-$version-macos-$(uname -m).dmg"
identity=${DETENTE_SIGN:--}

cp -R build/package/dist/detente/licences "$app/Contents/Resources/licences"
cp build/package/icons/database.icns "$app/Contents/Resources/database.icns"
if [ "$identity" = - ]; then
  codesign --force --deep --sign - "$app"
else
  codesign --force --deep --options runtime --timestamp --entitlements packaging/macos/entitlements.plist \
    --sign "$identity" "$app"
fi
codesign --verify --deep --strict "$app"

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname "Détente $version" -srcfolder "$stage" -fs HFS+ -format UDZO "$image"

if [ "$identity" != - ]; then
  codesign --force --timestamp --sign "$identity" "$image"
fi
if [ -n "${DETENTE_NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$DETENTE_NOTARY" --wait
  xcrun stapler staple "$image"
fi
echo "Made $image"
