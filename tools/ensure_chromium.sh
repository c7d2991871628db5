#!/bin/sh
# Makes sure that the browser tests find a Chromium: uses the one there is, else installs the system's package.
set -eu

for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

echo "→ no Chromium found: installing the system's package"
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null 2>&1; then as_root=sudo; else
    echo "error: Chromium is needed for the browser tests. Install the package 'chromium' as root, then run again." >&2
    exit 1
  fi
fi
if command -v apt-get >/dev/null 2>&1; then
  $as_root apt-get update -q
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-noto-cjk
elif command -v dnf >/dev/null 2>&1; then
  $as_root dnf install -y chromium google-noto-sans-cjk-fonts
elif command -v apk >/dev/null 2>&1; then
  $as_root apk add chromium font-noto-cjk
else
  echo "error: no Chromium, and no known package manager. Install Chromium, then run again." >&2
  exit 1
fi
