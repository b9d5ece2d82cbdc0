#!/bin/sh
# Détente @VERSION@ for Linux (x86-64, glibc @GLIBC@ or later) in one file: this text, then a tar.gz.
#   sh detente.run [ARGUMENTS]        unpacks itself into your cache once, then runs `detente ARGUMENTS`
#   sh detente.run --install [DIR]    puts it into DIR (~/.local) with its menu entry, file type and manual
#   sh detente.run --uninstall [DIR]  removes just that, and what was unpacked into the cache
#   sh detente.run --unpack DIR       only unpacks it
set -eu
umask 022
sum=@SUM@
size=@SIZE@
self=$0
case $self in */*) ;; *) self=$(command -v -- "$self" || echo "./$self") ;; esac

payload() { tail -c "$size" -- "$self"; }

sound() {
  if command -v sha256sum >/dev/null 2>&1; then
    found=$(payload | sha256sum)
    if [ "${found%% *}" != "$sum" ]; then
      echo "$self is damaged: download it again." >&2
      exit 1
    fi
  fi
}

known() {
  command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "$1/share/applications" || :
  command -v update-mime-database >/dev/null 2>&1 && update-mime-database "$1/share/mime" >/dev/null 2>&1 || :
  command -v gtk-update-icon-cache >/dev/null 2>&1 && gtk-update-icon-cache -qtf "$1/share/icons/hicolor" || :
}

remove() {
  payload | tar -tzf - | sed 's|^\./||' | while IFS= read -r name; do
    case $name in */ | "") ;; *) rm -f -- "$1/$name" ;; esac
  done
  known "$1"
  payload | tar -tzf - | sed 's|^\./||' | grep '/$' | sort -r | while IFS= read -r name; do
    rmdir -- "$1/$name" 2>/dev/null || :
  done
}

# What starts without an installation unpacks here.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/detente/run

case ${1-} in
  --install)
    into=${2:-$HOME/.local}
    mkdir -p -- "$into"
    into=$(cd -- "$into" && pwd)
    sound
    [ ! -d "$into/lib/detente" ] || rm -rf -- "$into/lib/detente"
    payload | tar -xzf - -C "$into" --no-same-owner
    sed -i "s|^Exec=detente|Exec=\"$into/bin/detente\"|" "$into/share/applications/detente.desktop"
    known "$into"
    echo "Installed: $into/bin/detente, and Détente in the menu. To remove it: sh $self --uninstall $into"
    ;;
  --uninstall)
    into=${2:-$HOME/.local}
    [ ! -d "$into/lib/detente" ] || rm -rf -- "$into/lib/detente"
    remove "$into"
    rm -rf -- "$cache"
    rmdir -- "${cache%/run}" 2>/dev/null || :
    echo "Removed from $into. Your databases, notes and settings are where they were."
    ;;
  --unpack)
    mkdir -p -- "${2:?Name a folder.}"
    sound
    payload | tar -xzf - -C "$2" --no-same-owner
    ;;
  *)
    place=$cache/$sum
    if [ ! -x "$place/lib/detente/detente" ]; then
      sound
      mkdir -p -- "$cache"
      # Whole or not at all, even if two start at once.
      fresh=$(mktemp -d "$cache/new.XXXXXX")
      trap 'rm -rf -- "$fresh"' EXIT
      payload | tar -xzf - -C "$fresh" --no-same-owner
      chmod 755 "$fresh"
      touch -- "$fresh"
      mv -T -- "$fresh" "$place" 2>/dev/null || [ -x "$place/lib/detente/detente" ]
      rm -rf -- "$fresh"
      trap - EXIT
      # Versions that were not started for a month.
      find "$cache" -mindepth 1 -maxdepth 1 -mtime +30 ! -path "$place" -exec rm -rf -- {} +
    fi
    touch -c -- "$place"
    exec "$place/lib/detente/detente" "$@"
    ;;
esac
exit 0
