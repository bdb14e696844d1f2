# shellcheck shell=bash
# Sourced by run and test: says what a step does, and installs the Debian packages that are missing.

step() {
    printf '\n== %s\n' "$*" >&2
}

# Which packages are missing, one a line; with "tests" also what only the tests need.
missing_packages() {
    local initdb found=""
    for initdb in /usr/lib/postgresql/*/bin/initdb; do
        [ -x "$initdb" ] && found=yes
    done
    [ -n "$found" ] || command -v initdb >/dev/null || echo postgresql
    # The package manager finds libpq's header by it.
    command -v pkg-config >/dev/null || echo pkg-config
    { command -v pkg-config >/dev/null && pkg-config --exists libpq; } || echo libpq-dev
    { command -v pkg-config >/dev/null && pkg-config --exists libcurl; } || echo libcurl4-openssl-dev
    { command -v pkg-config >/dev/null && pkg-config --exists xlsxwriter; } || echo libxlsxwriter-dev
    # The solver that audits what is published; what is built runs with coinor-libclp1 alone.
    { command -v pkg-config >/dev/null && pkg-config --exists clp; } || echo coinor-libclp-dev
    if [ "${1:-}" = tests ]; then
        # Debian's python3 comes without what makes a virtual environment whole.
        python3 -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
        # An identity provider to sign in through, the program that lays out its database, and one that speaks TLS.
        command -v glewlwyd >/dev/null || printf '%s\n' glewlwyd dbconfig-no-thanks
        command -v sqlite3 >/dev/null || echo sqlite3
        command -v openssl >/dev/null || echo openssl
        # A mail server that misbehaves when told to. Debian's own Python is the one that sees it.
        /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null || echo python3-aiosmtpd
        [ -x /usr/bin/chromium ] || echo chromium
        # What WeasyPrint draws letters with, and what reads its documents back.
        ldconfig -p | grep -q libpangoft2-1.0 || printf '%s\n' libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
        command -v pdftotext >/dev/null || echo poppler-utils
        # The spreadsheet that files for people are opened in, with its dialogues, and what steers it.
        [ -e /usr/lib/libreoffice/share/config/soffice.cfg/modules/scalc/ui/textimportcsv.ui ] || echo libreoffice-calc
        [ -e /usr/lib/python3/dist-packages/uno.py ] || echo python3-uno
        command -v fc-list >/dev/null || printf '%s\n' fontconfig fonts-dejavu-core
    fi
}

# As `swift`, with a place of our own for what the compiler puts aside: in /tmp it trips over what another user's left there.
our_swift() {
    mkdir -p .build/tmp
    TMPDIR=$PWD/.build/tmp swift "$@"
}

prepare() {
    if ! command -v swift >/dev/null; then
        echo "There is no swift on the PATH. Install a Swift toolchain, 6.2 or later: https://www.swift.org/install" >&2
        return 1
    fi
    local packages
    mapfile -t packages < <(missing_packages "$@")
    install_packages "${packages[@]}"
}

# Installs Debian packages, as root or through sudo, else says which.
install_packages() {
    [ "$#" -gt 0 ] || return 0
    local install=(apt-get install -y --no-install-recommends "$@")
    local as=()
    if [ "$(id -u)" -ne 0 ]; then
        # Without a terminal, sudo must do without asking.
        if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
            as=(sudo)
        else
            echo "These Debian packages are missing: $*. As root: ${install[*]}" >&2
            return 1
        fi
    fi
    step "Installing $*"
    "${as[@]}" apt-get update >&2
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive "${install[@]}" >&2
}

# Lays a Python with the libraries that the tests ask for second opinions into .build/oracles, and names it to the tests.
prepare_oracles() {
    local folder=$PWD/.build/oracles
    python_environment "$folder" Tests/Oracles/requirements.txt
    export PRAKTIK_ORACLES=$folder/bin/python
}

# Lays a Python with the browser's driver into .build/browser, and names it to the tests.
prepare_browser() {
    local folder=$PWD/.build/browser
    python_environment "$folder" Tests/Browser/requirements.txt
    export PRAKTIK_BROWSER=$folder/bin/python
}

# Lays WeasyPrint, which prints agreements and certificates, into .build/weasyprint, and names it to the tests.
prepare_weasyprint() {
    local folder=$PWD/.build/weasyprint
    python_environment "$folder" Tests/WeasyPrint/requirements.txt
    export PRAKTIK_WEASYPRINT=$folder/bin/weasyprint
}

# Lays schemathesis into .build/schemathesis, which holds the API to its document, and names it to the tests.
prepare_schemathesis() {
    local folder=$PWD/.build/schemathesis
    python_environment "$folder" Tests/Schemathesis/requirements.txt
    export PRAKTIK_SCHEMATHESIS=$folder/bin/schemathesis
}

# python_environment FOLDER REQUIREMENTS: a virtual environment with these libraries, made anew when they change.
python_environment() {
    local folder=$1 wanted=$2
    cmp -s "$wanted" "$folder/requirements.txt" && return
    step "Installing $(grep -v '^#' "$wanted" | tr '\n' ' ')"
    rm -rf "$folder"
    python3 -m venv "$folder"
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$wanted" >&2
    cp "$wanted" "$folder/requirements.txt"
}
