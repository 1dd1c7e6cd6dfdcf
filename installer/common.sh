# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What the commands of this folder share. Sourced with `here` set to this folder.
root=$(cd "$here/.." && pwd)
cores=$(nproc)

say() { printf '==> %s\n' "$*"; }
die() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# Shows the command, runs it, and names it if it fails.
run() {
    printf '  + %s\n' "$*"
    "$@" || { status=$?; printf '%s: failed (exit code %s): %s\n' "$(basename "$0")" "$status" "$*" >&2; exit "$status"; }
}

# The same as root: directly, by sudo, or by su, whichever there is.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        run "$@"
    elif command -v sudo >/dev/null; then
        run sudo "$@"
    else
        printf '  + su -c "%s"\n' "$*"
        # one string for su: no argument below holds blanks
        su -c "$*" || die "failed: su -c \"$*\""
    fi
}
