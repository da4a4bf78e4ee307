# Sourced by ./run and ./test: brings a bare Debian 12 to where Dandori can be built. Expects to be in the repository's root.

export LC_ALL=C.UTF-8
cores=$(nproc)

say() { printf '\n== %s\n' "$*"; }

give_up() {
    printf '%s: %s\n' "$0" "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        give_up "'$*' needs root, and there is no sudo; run it as root, then start again."
    fi
}

# The names in package lists that are not installed. A node or npm that came from elsewhere is left alone: Debian's would
# remove it, or not install beside it.
missing_packages() {
    local package
    for package in $(cat "$@" | grep -v '^#'); do
        case $package in
            nodejs) command -v node >/dev/null && continue ;;
            npm) command -v npm >/dev/null && continue ;;
        esac
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || echo "$package"
    done
}

# install_packages LIST...: what is missing of the packages in the lists.
install_packages() {
    command -v dpkg-query >/dev/null || give_up "This works on Debian 12. Elsewhere, install the like of: $*"
    local missing
    missing=$(missing_packages "$@" | tr '\n' ' ')
    if [ -z "$missing" ]; then return; fi
    say "Installing Debian packages: $missing"
    as_root apt-get -qq -o Acquire::Retries=3 update
    # shellcheck disable=SC2086 # one word a package
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends $missing >/dev/null
}

# npm_packages FOLDER: what its lock file names, unless that is what is there.
npm_packages() {
    if [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ]; then return; fi
    local major
    major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
    [ "$major" -ge 18 ] || give_up "node $(node --version) is too old for $1; 18 or newer is needed."
    # A registry that hiccups once must not end it.
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error || npm ci --prefix "$1" --no-audit --no-fund --loglevel=error
}

# The page in the browser: adapters/inbox/web/dist, made anew when a source is newer.
build_page() {
    local web=adapters/inbox/web
    npm_packages $web
    if [ -e $web/dist/index.html ] &&
        [ -z "$(find $web/src $web/build.mjs $web/package-lock.json -newer $web/dist/index.html -print -quit)" ]; then
        return
    fi
    npm run build --silent --prefix $web
}
