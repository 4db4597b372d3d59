# Sourced by the other scripts: where things are, and how a program runs under Wine without leaving
# anything behind.
# shellcheck shell=bash disable=SC2034 # the scripts that source this use what it sets

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$root/build
dependencies=$build/dependencies

export WINEDEBUG=${WINEDEBUG:--all}
# No dialogs that offer to download Mono or Gecko, and no entries in the menus of the user's desktop.
export WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=
unset DISPLAY WAYLAND_DISPLAY

# take_wine_at PATH: a Wine that is installed there (bin/wine), built there (wine, server/wineserver), or
# whose loader that is. It has a prefix of its own, and gets the programs for the processor that it has.
take_wine_at() {
    local path loader=
    path=$(realpath -e "$1" 2>/dev/null) || fail "--wine $1: expected a file or a folder that is there" 2
    if [ -f "$path" ]; then
        loader=$path
    else
        local name
        for name in bin/wine64 bin/wine wine64 wine loader/wine64 loader/wine; do
            [ -f "$path/$name" ] && [ -x "$path/$name" ] || continue
            loader=$path/$name
            break
        done
        [ -n "$loader" ] ||
            fail "--wine $1: expected bin/wine or bin/wine64 of an installation, or wine of a build tree" 2
    fi
    # A loader finds its libraries from where it really is. A build tree may have a script instead, which
    # finds them from where it is called.
    local given folder server= place name
    given=$(dirname "$loader")
    if is_program "$(realpath "$loader")"; then loader=$(realpath "$loader"); fi
    folder=$(dirname "$loader")
    for place in "$given" "$folder"; do
        for name in wineserver wineserver64 server/wineserver ../server/wineserver; do
            [ -z "$server" ] && [ -x "$place/$name" ] && server=$(realpath "$place/$name")
        done
    done
    [ -n "$server" ] || fail "--wine $1: expected a wineserver beside $loader" 2
    wine=("$loader")
    wineserver=("$server")
    wine_folder=$build/wine-at-$(printf '%s' "$loader" | sha256sum | cut -c 1-12)
    # A 64-bit Wine is recognized by its loader or by its libraries.
    preset=mingw-x86
    for name in "$loader" "$folder/loader/wine64" "$folder/dlls/ntdll/ntdll.so" \
        "$folder"/../lib*/wine/x86_64-unix/ntdll.so; do
        ! is_program "$name" 02 || preset=mingw-x64
    done
}
# is_program FILE [CLASS]: whether it is an ELF file, and with 02 one of 64 bits.
is_program() { [[ $(od -An -tx1 -N 5 "$1" 2>/dev/null | tr -d ' \n') == 7f454c46${2:-0?} ]]; }

# choose_wine DEBIAN: the Wine of this Debian (8.0 of bookworm, the default), of a later one (10.0 of
# trixie), or a 32-bit one (8.0 of bookworm-i386). scripts/set-up has put the others into a folder of
# their own, and they see that folder's /usr as their own, in a mount namespace that nothing else is in.
choose_wine() {
    wine_of=$1
    wine=(/usr/lib/wine/wine64)
    wineserver=(/usr/lib/wine/wineserver64)
    wine_folder=$build/wine
    preset=mingw-x64
    case $wine_of in
        bookworm) ;;
        trixie | bookworm-i386)
            # The other Debian's /usr has neither.
            [[ $root/ != /usr/* && $PWD/ != /usr/* ]] ||
                fail "expected a checkout and a working folder that are not below /usr" 2
            wine_folder=$build/wine-$wine_of
            debian_folder=$wine_folder/debian
            if [ "$wine_of" = bookworm-i386 ]; then
                wine=(/usr/lib/wine/wine)
                wineserver=(/usr/lib/wine/wineserver32)
                preset=mingw-x86
            fi
            # The tree is put together over /proc, because that is a mount point: the root of a chroot may be
            # none, and then nothing says that what is mounted there stays in the namespace.
            # shellcheck disable=SC2016 # the dollars are of the inner shell
            local inside=(unshare --mount --propagation unchanged bash -ec '
                mount --make-private /proc
                mount --rbind / /proc
                mount --make-rprivate /proc
                mount --bind "$0/usr" /proc/usr
                exec /usr/sbin/chroot /proc env --chdir="$PWD" "$@"' "$debian_folder")
            wine=("${inside[@]}" "${wine[@]}")
            wineserver=("${inside[@]}" "${wineserver[@]}")
            ;;
        */*) take_wine_at "$wine_of" ;;
        *) fail "--wine $wine_of: expected bookworm, trixie, bookworm-i386 or the path of a Wine" 2 ;;
    esac
    # Each program looks for the machine's time zone in the registry's list. The first one there saves a
    # quarter of a start, and the suite knows no local time.
    wine=(env TZ=Asia/Kabul "${wine[@]}")
    program=$build/$preset/harness/run/winsock-conformance.exe
    new_prefix=$wine_folder/new-prefix
    # A prefix of one's own: in a network namespace another server runs than outside (scripts/run --namespace,
    # scripts/mutation-test), and scripts that run side by side may pose as different versions (scripts/test).
    wine_folder+=${CONFORMANCE_PREFIX:+-$CONFORMANCE_PREFIX}
    # Where there is no display, Wine 10 looks for one here, and complains when this is no folder.
    export WINEPREFIX=$wine_folder/prefix XDG_RUNTIME_DIR=$wine_folder
}

# If ccache is installed, builds reuse earlier compilations, also those of other checkouts. Precompiled
# headers need this sloppiness (ccache's manual, "Precompiled headers"); file times are ignored because a
# fresh clone has new ones.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=true CCACHE_PCH_EXTSUM=true CCACHE_TEMPDIR=$build/ccache
export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "${0##*/}: $1"
    exit "${2:-1}"
}

# The archive that this machine takes Debian from.
debian_archive() {
    local archive
    # shellcheck disable=SC2016 # the dollars are apt's
    archive=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Origin: Debian' |
        awk '$2 == "bookworm" && $3 == "main" && !found++ { print $1 }')
    [ -n "$archive" ] || fail "apt knows no archive of Debian bookworm; run apt-get update"
    printf '%s' "$archive"
}

# lock NAME: one at a time, also between scripts that were started side by side, until unlock.
lock() {
    mkdir -p "$build"
    exec 8>"$build/.lock-$1"
    flock 8
}
unlock() { exec 8>&-; }

# build_targets PRESET [TARGET...]: everything when no target is named. A subshell: failing ends this alone.
build_targets() (
    local built=$1 log=$build/build-$1.log targets=()
    shift
    [ $# -eq 0 ] || targets=(--target "$@")
    lock "$built"
    "$root/scripts/lib/configure" "$built" || exit
    [ -f "$build/$built/.ninja_log" ] ||
        say "Building $built (minutes, this first time; the log is build/${log##*/})"
    cmake --build "$build/$built" "${targets[@]}" >"$log" 2>&1 8>&- ||
        { tail -n 100 "$log" >&2; fail "the build failed; see $log"; }
)

# in_background COMMAND...: starts it beside this script, as $!, in a process group of its own, so that
# end_background ends all that it started. Without the group it would outlive a Ctrl+C.
background=()
in_background() {
    set -m
    { set +m; "$@"; } </dev/null 8>&- 9>&- &
    set +m
    background+=($!)
}
end_background() {
    local group
    for group in "${background[@]}"; do
        kill -- "-$group" 2>/dev/null || continue
        wait "$group" 2>/dev/null || true
        for _ in $(seq 100); do
            kill -0 -- "-$group" 2>/dev/null || break
            sleep 0.1
        done
    done
}

# use_prefix "WINDOWS [KEEPALIVETIME KEEPALIVEINTERVAL [TCPMAX PPTPTCPMAX]]": the Windows version of the
# prefix, by winecfg's name, and its registry values for TCP keep-alive: times in ms, and
# TcpMaxDataRetransmissions and PPTPTcpMaxDataRetransmissions. "-" stands for none. Scripts share the prefix.
# Creating it, changing its version and ending its server needs it alone.
use_prefix() {
    local pose=$1
    mkdir -p "$wine_folder"
    exec 9>"$wine_folder/.lock"
    flock -s 9
    until [ "$(cat "$wine_folder/windows" 2>/dev/null)" = "$pose" ]; do
        flock -u 9
        flock -x 9
        [ "$(cat "$wine_folder/windows" 2>/dev/null)" = "$pose" ] || prepare_prefix "$pose"
        flock -s 9
    done
    # A server in another network namespace would make its sockets there.
    if [ "${CONFORMANCE_PREFIX:-}" = namespace ]; then
        flock -x 9
        "${wineserver[@]}" -k 2>/dev/null || true
        "${wineserver[@]}" -w 2>/dev/null || true
    fi
    # The server outlives its last program by some seconds, so that the next one starts fast. That it
    # already runs is no failure.
    "${wineserver[@]}" -p5 2>/dev/null 8>&- 9>&- || true
}

prepare_prefix() {
    local pose=$1 windows keepalive_time keepalive_interval tcp_probes pptp_probes
    read -r windows keepalive_time keepalive_interval tcp_probes pptp_probes <<<"$pose"
    if [ ! -f "$wine_folder/made" ]; then
        copy_new_prefix
        : >"$wine_folder/made"
    fi
    rm -f "$wine_folder/windows"
    : >"$wine_folder/winecfg.log"
    configure_prefix winecfg -v "$windows" ||
        fail "--windows $windows: expected a name that winecfg -v knows here, such as win10 or winxp64; see \
$wine_folder/winecfg.log" 2
    set_registry KeepAliveTime "$keepalive_time"
    set_registry KeepAliveInterval "$keepalive_interval"
    set_registry TcpMaxDataRetransmissions "$tcp_probes"
    set_registry PPTPTcpMaxDataRetransmissions "$pptp_probes"
    "${wineserver[@]}" -w
    printf '%s' "$pose" >"$wine_folder/windows"
}

# A prefix takes Wine 15 s to make. One is made for each Wine, never used, and copied. Not as links: after an
# update of Wine the first program in a prefix writes into its files in place.
copy_new_prefix() {
    mkdir -p "$(dirname "$new_prefix")"
    (
        exec 7>"$new_prefix.lock" && flock 7 || exit
        [ -f "$new_prefix/made" ] || make_new_prefix
    ) || exit
    rm -rf "$WINEPREFIX"
    cp --archive --reflink=auto "$new_prefix" "$WINEPREFIX"
    # Debian's wineserver keeps the name of its folder of sockets there.
    rm -f "$WINEPREFIX/made" "$WINEPREFIX/wineserver"
}
# For a subshell: its trap ends the server of an interrupted wineboot, which leave_prefix does not know.
make_new_prefix() {
    local log=$new_prefix.log
    say "Making a Wine prefix (about 15 s)"
    rm -rf "$new_prefix" || exit
    export WINEPREFIX=$new_prefix
    trap '"${wineserver[@]}" -k 2>/dev/null || true' EXIT
    "${wine[@]}" wineboot --init >"$log" 2>&1 7>&- 8>&- 9>&- || fail "wineboot failed; see $log"
    "${wineserver[@]}" -w || exit
    : >"$new_prefix/made"
}

# configure_prefix PROGRAM ARGUMENT...: up to three times, because Wine now and then loses a process while it
# starts. That hides no answer of the suite.
configure_prefix() {
    local attempt
    for attempt in 1 2 3; do
        ! under_wine "$@" >>"$wine_folder/winecfg.log" 2>&1 || return 0
    done
    return 1
}

# set_registry NAME [DWORD]: a parameter of TCP in the prefix; without a number there is none.
set_registry() {
    local name=$1 number=$2 marker=$wine_folder/has-$1
    local key='HKLM\System\CurrentControlSet\Services\Tcpip\Parameters'
    if [ -n "$number" ] && [ "$number" != - ]; then
        : >"$marker"
        configure_prefix reg.exe add "$key" /v "$name" /t REG_DWORD /d "$number" /f ||
            fail "$name could not be set in the Wine prefix; see $wine_folder/winecfg.log"
    elif [ -f "$marker" ]; then
        # It may not be there, when a script ended between the marker and the value.
        configure_prefix reg.exe add "$key" /v "$name" /t REG_DWORD /d 0 /f || true
        configure_prefix reg.exe delete "$key" /v "$name" /f ||
            fail "$name could not be deleted in the Wine prefix; see $wine_folder/winecfg.log"
        rm "$marker"
    fi
}

# Ends the server and whatever still runs in the prefix, unless another script uses it.
leave_prefix() {
    if { flock -x -n 9; } 2>/dev/null; then
        "${wineserver[@]}" -k 2>/dev/null || true
        "${wineserver[@]}" -w 2>/dev/null || true
    fi
    { exec 9>&-; } 2>/dev/null || true
}

# Runs a Windows program with the locks closed, so that the processes that it leaves running hold none.
under_wine() { "${wine[@]}" "$@" 8>&- 9>&-; }

# processes PATTERN: the numbers of those in this prefix whose command line matches, a line each.
processes() {
    local process
    for process in $(pgrep -f "$1"); do
        # One that has ended meanwhile is none.
        ! grep -qzFx "WINEPREFIX=$WINEPREFIX" "/proc/$process/environ" 2>/dev/null || echo "$process"
    done
}

# Keeps an idle program in the prefix, so that Wine's services stay between short programs instead of
# starting for each, with that program's output held open. Returns when it is there. It ends with the
# prefix's server.
keep_prefix_warm() {
    local pipe=$wine_folder/idle.$$ log=$wine_folder/idle.$$.log
    rm -f "$pipe" "$log"
    mkfifo "$pipe"
    exec 7<>"$pipe"
    # The subshell closes the locks itself: one that waits for its program would hold them as long as that.
    (exec 8>&- 9>&-; exec "${wine[@]}" cmd.exe <&7 >"$log" 2>&1 7>&-) &
    local idle=$!
    until [ -s "$log" ]; do
        kill -0 "$idle" 2>/dev/null || fail "no program can be kept in the Wine prefix; see $log"
        sleep 0.1
    done
    rm "$pipe" "$log"
}

choose_wine bookworm
