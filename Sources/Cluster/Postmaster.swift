import Glibc

/// What the server's own lock file tells of it.
///
/// The file outlives a killed server and a reboot, so its number may be nobody's or a stranger's.
struct Postmaster: Sendable, Hashable {
    let pid: pid_t
    /// Whether it has finished recovery and takes connections.
    let isReady: Bool

    /// The server that is alive for these files, or nil.
    static func alive(_ files: ClusterFiles) -> Postmaster? {
        guard let recorded = recorded(files), isServer(recorded.pid, of: files) else { return nil }
        return recorded
    }

    /// Removes a lock file that PostgreSQL itself would stumble on: its process number is taken, by another program (common
    /// after a reboot) or by a killed server whose parent has not fetched its exit status (common in containers).
    /// A number that is nobody's PostgreSQL handles by itself. The socket's own lock file tells the same number.
    static func removeStale(_ files: ClusterFiles, socketFolder: String) {
        guard let recorded = recorded(files), kill(recorded.pid, 0) == 0,
            let facts = PrivateFolder.read("/proc/\(recorded.pid)/stat"),
            let open = facts.firstIndex(of: "("), let close = facts.lastIndex(of: ")")
        else { return }
        // "1234 (postgres) S …"; Z is a process that has ended.
        let isStranger = !facts[open...].hasPrefix("(post")
        let isDead = facts[close...].hasPrefix(") Z")
        guard isStranger || isDead else { return }
        unlink(files.postmasterFile)
        unlink(socketFolder + "/.s.PGSQL.5432.lock")
    }

    private static func recorded(_ files: ClusterFiles) -> Postmaster? {
        guard let text = PrivateFolder.read(files.postmasterFile) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let pid = pid_t(first), pid > 1 else { return nil }
        return Postmaster(pid: pid, isReady: lines.count > 7 && lines[7].hasPrefix("ready"))
    }

    /// The server works in its data directory, so its working directory tells it from a stranger.
    private static func isServer(_ pid: pid_t, of files: ClusterFiles) -> Bool {
        var theirs = stat()
        var ours = stat()
        return stat("/proc/\(pid)/cwd", &theirs) == 0 && stat(files.data, &ours) == 0
            && theirs.st_dev == ours.st_dev && theirs.st_ino == ours.st_ino
    }
}
