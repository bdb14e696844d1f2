import Cluster
import Domain
import Glibc
import Operations
import Settings

/// What `doctor` sees of the state folder.
enum StateFolderFindings {
    /// Less than this is a warning, a tenth of it a fault: PostgreSQL stops when its disk is full.
    private static let enoughSpace: UInt64 = 1 << 30

    static func look(at folder: StateFolder) -> [Finding] {
        var facts = stat()
        guard lstat(folder.path, &facts) == 0 else {
            let reason = String(cString: strerror(errno))
            return [
                Finding(
                    "state", .fail,
                    Phrase(
                        sv: "\(folder.path): \(reason). Skapa databasen: praktik database start",
                        en: "\(folder.path): \(reason). Make the database: praktik database start"))
            ]
        }
        return [permissions(folder, facts), space(folder)]
    }

    private static func permissions(_ folder: StateFolder, _ facts: stat) -> Finding {
        let mode = facts.st_mode & 0o777
        guard mode == 0o700 else {
            return Finding(
                "state", .fail,
                Phrase(
                    sv: "\(folder.path) är öppen för andra (\(String(mode, radix: 8))). Kör: chmod 700 \(folder.path)",
                    en: "\(folder.path) is open to others (\(String(mode, radix: 8))). Run: chmod 700 \(folder.path)"))
        }
        return Finding(
            "state", .ok,
            Phrase(sv: "\(folder.path) är stängd för andra.", en: "\(folder.path) is closed to others."))
    }

    private static func space(_ folder: StateFolder) -> Finding {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else {
            let reason = String(cString: strerror(errno))
            return Finding("space", .warn, Phrase(sv: "Ledigt utrymme: \(reason).", en: "Free space: \(reason)."))
        }
        let free = UInt64(facts.f_bavail) * UInt64(facts.f_frsize)
        let verdict: Finding.Verdict = free >= enoughSpace ? .ok : free >= enoughSpace / 10 ? .warn : .fail
        let megabytes = free >> 20
        let remedy =
            verdict == .ok ? Phrase(sv: "", en: "") : Phrase(sv: " Frigör utrymme.", en: " Make room.")
        return Finding(
            "space", verdict,
            Phrase(sv: "\(megabytes) MB är ledigt.\(remedy.sv)", en: "\(megabytes) MB are free.\(remedy.en)"))
    }
}
