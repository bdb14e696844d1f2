import Glibc
import Settings

/// Where the private cluster's parts lie.
struct ClusterFiles: Sendable {
    /// The state folder itself, 0700.
    let state: String
    /// PostgreSQL's data directory. It is there only when it is whole: it is made under another name and renamed.
    var data: String { state + "/data" }
    var unfinishedData: String { state + "/data.unfinished" }
    /// The server's log, a file for each day of the week.
    var log: String { state + "/log" }
    /// The log of this day, by the name that the server's settings give it; its days are UTC's.
    var todaysLog: String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        return log + "/postgresql-\(days[time(nil) / 86400 % 7]).log"
    }
    /// What the server says before its log is open.
    var startLog: String { state + "/start.log" }
    /// Held while starting and stopping.
    var lock: String { state + "/lock" }
    var postmasterFile: String { data + "/postmaster.pid" }
    /// Settings that are ours to decide; the operator's go into `postgresql.conf` or `ALTER SYSTEM`.
    var settings: String { data + "/praktik.conf" }

    init(_ folder: StateFolder) {
        state = folder.path
    }

    /// The length of `sockaddr_un.sun_path` on Linux, with the closing zero.
    private static let longestSocketPath = 107

    /// Whether the socket lies in the state folder. A path may be too long for a socket, and libpq and the server read
    /// commas in it as separators.
    var keepsSocketAtHome: Bool {
        let path = state + "/socket/.s.PGSQL.5432"
        return path.utf8.count < Self.longestSocketPath && !path.contains(",") && !path.contains("'")
    }

    /// The folder with the socket, 0700: in the state folder, else a short one named after it and its owner.
    func socketFolder(owner: uid_t) -> String {
        guard !keepsSocketAtHome else { return state + "/socket" }
        // FNV-1a: equal paths give equal names, which is all that is asked.
        let hash = state.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "/tmp/praktik-\(owner)-\(String(hash, radix: 36))"
    }
}
