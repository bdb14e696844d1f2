import Documents
import Domain
import Secrets
import Store

/// How a closing is verified with nothing but standard tools: as a text, and as a script.
enum SnapshotProcedure {
    /// For any POSIX shell, with sha256sum (or shasum) beside it.
    static let script = #"""
        #!/bin/sh
        # Verifies a closed period. Usage: sh verify.sh [DIGEST], DIGEST being the one printed in the report.
        # Exit status: 0 it is what was closed, 1 it is not.
        set -eu
        cd "$(dirname "$0")"
        LC_ALL=C
        export LC_ALL
        bad=0
        if command -v sha256sum >/dev/null; then sum=sha256sum; else sum='shasum -a 256'; fi
        of() { $sum "$1" | cut -c 1-64; }
        wrong() { echo "$1: NOT what was closed"; bad=1; }

        $sum -c SHA256SUMS >/dev/null 2>&1 || wrong SHA256SUMS
        [ "$(of published.json)" = "$(sed -n 1p digests.txt)" ] || wrong published.json
        if [ -f document.json ]; then
            [ "$(of document.json)" = "$(sed -n 2p digests.txt)" ] || wrong document.json
        fi
        if [ -s rows.txt ]; then
            work=$(mktemp -d)
            trap 'rm -rf "$work"' EXIT
            # One file a row, in order, each with its line feed; then their digests beside those that were closed.
            split -l 1 -a 6 rows.txt "$work/row-"
            find "$work" -name 'row-*' | sort | xargs $sum | cut -c 1-64 > "$work/found"
            tail -n +3 digests.txt > "$work/closed"
            [ "$(wc -l < "$work/closed")" -eq "$(wc -l < "$work/found")" ] || wrong 'the number of rows'
            paste -d ' ' "$work/closed" "$work/found" rows.txt | awk '
                $3 == "erased" { erased++; next }
                $3 == "withheld" { withheld++; next }
                $1 != $2 { print "row " NR ": NOT what was closed"; bad = 1; next }
                { whole++ }
                END { print whole + 0 " rows verified, " erased + 0 " erased by rule, " withheld + 0 " withheld"; exit bad }
            ' || bad=1
        fi
        root=$(of digests.txt)
        echo "digest: $root"
        if [ $# -gt 0 ] && [ "$1" != "$root" ]; then wrong "the digest $1"; fi
        if [ $bad -eq 0 ]; then echo 'OK'; else echo 'NOT OK'; fi
        exit $bad

        """#

    static func text(_ snapshot: Snapshot, _ municipality: MunicipalityCode) -> String {
        """
        STÄNGD PERIOD \(snapshot.period), kommun \(municipality), stängning \(snapshot.number) den \(snapshot.closedOn)
        Kontrollsumma (SHA-256): \(snapshot.rootDigest)

        Så kontrolleras den utan Praktik:
        1. sha256sum digests.txt ska ge kontrollsumman ovan, som också står i rapporten. Hämta den därifrån.
        2. sha256sum published.json ska ge första raden i digests.txt. published.json är siffrorna som de publicerades.
        3. sha256sum document.json ska ge andra raden. Det är siffrorna med små tal, för den som får se rader.
        4. Varje rad i rows.txt, med sin radbrytning, ska ge raden i digests.txt, räknat från den tredje:
           sed -n 1p rows.txt | sha256sum ska ge det som sed -n 3p digests.txt visar, och så vidare.
           "erased" och en regel: raden är gallrad enligt den regeln. "withheld": personen har skyddade uppgifter.
        Raden är ett salt och en JSON-text; "counts" säger vad den räknas som, och "person" numrerar personerna. Summan av
        "counts" är siffrorna i document.json; personer räknas en gång var.
        sh verify.sh KONTROLLSUMMA gör allt detta.

        CLOSED PERIOD \(snapshot.period), municipality \(municipality), closing \(snapshot.number) on \(snapshot.closedOn)
        Digest (SHA-256): \(snapshot.rootDigest)

        How it is verified without Praktik:
        1. sha256sum digests.txt is to give the digest above, which stands in the report as well. Take it from there.
        2. sha256sum published.json is to give the first line of digests.txt. published.json holds the figures as published.
        3. sha256sum document.json is to give the second line: the figures with small counts, for those who may see rows.
        4. Each line of rows.txt, with its line feed, is to give the line of digests.txt, from the third on:
           sed -n 1p rows.txt | sha256sum is to give what sed -n 3p digests.txt shows, and so on.
           "erased" and a rule: the row was erased by that rule. "withheld": the person's identity is protected.
        A line is a salt and a JSON text; "counts" says what it counts as, and "person" numbers the people. The sums of
        "counts" are the figures in document.json; persons are counted once each.
        sh verify.sh DIGEST does all of it.

        """
    }
}

extension StoredArchive.File {
    init(_ name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }

    var digest: String { Digest.hex(of: bytes) }
}
