import Glibc

/// The account the server runs as: PostgreSQL refuses root, so root lends the server to `postgres`.
struct ServerAccount: Sendable, Hashable {
    let name: String
    let user: uid_t
    let group: gid_t

    /// Whether this process is of another account and must change to this one in its children.
    var isForeign: Bool { user != geteuid() }

    /// The command line that runs `command` as this account. `setpriv` changes account between fork and exec; a process
    /// with threads, as ours is, cannot do so itself without the danger of standing still there.
    func commandLine(_ command: [String]) -> [String] {
        guard isForeign else { return command }
        return ["/usr/bin/setpriv", "--reuid", "\(user)", "--regid", "\(group)", "--clear-groups", "--"] + command
    }

    /// The owner of the files that are already there, so that root works on a user's cluster as that user;
    /// for new files `postgres` if we are root, else ourselves.
    static func forData(at path: String) throws(ClusterError) -> ServerAccount {
        var facts = stat()
        if lstat(path, &facts) == 0 {
            guard facts.st_uid == geteuid() || geteuid() == 0 else { throw .folderForeign(path: path) }
            if facts.st_uid != 0, let account = lookUp(user: facts.st_uid) { return account }
        } else if errno == EACCES {
            throw .folderForeign(path: path)
        }
        if geteuid() != 0 {
            return lookUp(user: geteuid())
                ?? ServerAccount(name: "\(geteuid())", user: geteuid(), group: getegid())
        }
        guard let account = lookUp(name: "postgres") else { throw .accountMissing }
        return account
    }

    private static func lookUp(name: String) -> ServerAccount? {
        read { getpwnam_r(name, $0, $1, $2, $3) }
    }

    private static func lookUp(user: uid_t) -> ServerAccount? {
        read { getpwuid_r(user, $0, $1, $2, $3) }
    }

    private typealias Entry = UnsafeMutablePointer<passwd>

    private static func read(
        _ call: (Entry, UnsafeMutablePointer<CChar>, Int, UnsafeMutablePointer<Entry?>) -> Int32
    ) -> ServerAccount? {
        var entry = passwd()
        var found: Entry?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16384) { buffer in
            guard let base = buffer.baseAddress, call(&entry, base, buffer.count, &found) == 0,
                let found, let name = found.pointee.pw_name
            else { return nil }
            return ServerAccount(name: String(cString: name), user: found.pointee.pw_uid, group: found.pointee.pw_gid)
        }
    }
}
