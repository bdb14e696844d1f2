import Glibc

/// Where the private database keeps its files. Owned by whoever runs it, closed to everybody else.
public struct StateFolder: Sendable, Hashable {
    /// Absolute, without a trailing slash.
    public let path: String

    /// - Parameter source: the variable or option the path came from, for the sentence when it is refused.
    public init(_ path: String, source: String) throws(SettingsError) {
        let misread: Set<Character> = ["\"", "'", "`", "$", "\\"]
        let clean = path.allSatisfy { !misread.contains($0) && !$0.isNewline && $0 != "\0" }
        guard path.hasPrefix("/"), clean else { throw .statePath(source: source) }
        var trimmed = Substring(path)
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard trimmed != "/" else { throw .statePath(source: source) }
        self.path = String(trimmed)
    }

    /// `PRAKTIK_STATE`; for root `/var/lib/praktik`, because the `postgres` user cannot enter root's home;
    /// else `$XDG_STATE_HOME/praktik` (relative values are void, as that specification says), else `~/.local/state/praktik`.
    init(environment: [String: String], isRoot: Bool) throws(SettingsError) {
        if let path = environment["PRAKTIK_STATE"], !path.isEmpty {
            try self.init(path, source: "PRAKTIK_STATE")
        } else if isRoot {
            try self.init("/var/lib/praktik", source: "PRAKTIK_STATE")
        } else if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
            try self.init(folder + "/praktik", source: "XDG_STATE_HOME")
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            try self.init(home + "/.local/state/praktik", source: "HOME")
        } else {
            throw .noHome
        }
    }
}
