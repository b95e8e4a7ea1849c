#!/usr/bin/env bash
# Sees to it that Java, PostgreSQL and Chromium are here, from Debian's packages where they are not. Nothing is started.
set -euo pipefail

missing=()
command -v java >/dev/null || missing+=(default-jre-headless)
command -v initdb >/dev/null || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=(postgresql)
command -v chromium chromium-browser google-chrome google-chrome-stable >/dev/null || missing+=(chromium)
[ "${#missing[@]}" -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null && as_root=(sudo)
  [ "${#as_root[@]}" -eq 1 ] || { echo "Missing: ${missing[*]}. Install them; this needs root or sudo."; exit 1; }
fi
command -v apt-get >/dev/null || { echo "Missing: ${missing[*]}. There is no apt-get here to install them."; exit 1; }

# No cluster of the machine's own is made beside the one of the tests.
no_cluster=/etc/postgresql-common/createcluster.d/only-for-tests.conf
"${as_root[@]}" mkdir -p "${no_cluster%/*}"
echo "create_main_cluster = false" | "${as_root[@]}" tee "$no_cluster" >/dev/null
trap '"${as_root[@]}" rm -f "$no_cluster"' EXIT
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get -qq update
"${as_root[@]}" apt-get -qq install --no-install-recommends "${missing[@]}" >/dev/null ||
  { echo "Missing: ${missing[*]}. apt-get could not install them."; exit 1; }
