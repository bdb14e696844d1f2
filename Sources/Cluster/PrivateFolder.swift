import Glibc

/// Folders and files that only the server's account may enter.
enum PrivateFolder {
    /// Makes the folder if it is missing, 0700 and of `account`; refuses one that is somebody else's or a link.
    static func make(_ path: String, for account: ServerAccount) throws(ClusterError) {
        var facts = stat()
        if mkdir(path, 0o700) == 0 {
            if account.isForeign { try check(chown(path, account.user, account.group), path) }
            return
        }
        guard errno == EEXIST else { throw failure(path) }
        try check(lstat(path, &facts), path)
        guard facts.st_mode & S_IFMT == S_IFDIR else { throw .folderForeign(path: path) }
        if facts.st_uid == 0, account.isForeign, isEmpty(path) {
            // A folder that root laid out beforehand.
            try check(chown(path, account.user, account.group), path)
        } else if facts.st_uid != account.user {
            throw .folderForeign(path: path)
        }
        if facts.st_mode & 0o777 != 0o700 { try check(chmod(path, 0o700), path) }
    }

    /// Makes the folder's parents as a shell's `mkdir -p` would, then the folder itself.
    static func makeWithParents(_ path: String, for account: ServerAccount) throws(ClusterError) {
        var parent = ""
        for part in path.split(separator: "/").dropLast() {
            parent += "/" + part
            guard mkdir(parent, 0o755) == 0 || errno == EEXIST else { throw failure(parent) }
            try requirePassage(parent, for: account)
        }
        try make(path, for: account)
    }

    /// A child that changes account fails in obscure ways when it cannot pass a folder above its own.
    private static func requirePassage(_ path: String, for account: ServerAccount) throws(ClusterError) {
        guard account.isForeign else { return }
        var facts = stat()
        try check(stat(path, &facts), path)
        let bit: mode_t =
            if facts.st_uid == account.user { 0o100 } else if facts.st_gid == account.group { 0o010 } else { 0o001 }
        guard facts.st_mode & bit != 0 else { throw .folderClosed(path: path, account: account.name) }
    }

    /// Replaces a file whole: nobody sees half of it, and no link is followed.
    static func write(_ text: String, to path: String, for account: ServerAccount) throws(ClusterError) {
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(draft) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            throw failure(draft)
        }
        if account.isForeign { try check(fchown(descriptor, account.user, account.group), draft) }
        try check(rename(draft, path), path)
    }

    /// The file's beginning, up to 64 KiB.
    static func read(_ path: String) -> String? {
        read(path, last: nil)
    }

    /// The file's last 4 KiB.
    static func readEnd(_ path: String) -> String? {
        read(path, last: 4096)
    }

    private static func read(_ path: String, last: Int?) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        // Refused when the file is shorter, and then all of it is read.
        if let last { lseek(descriptor, -last, SEEK_END) }
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
    }

    static func failure(_ path: String) -> ClusterError {
        .fileFailed(path: path, reason: String(cString: strerror(errno)))
    }

    private static func check(_ result: Int32, _ path: String) throws(ClusterError) {
        guard result == 0 else { throw failure(path) }
    }

    private static func isEmpty(_ path: String) -> Bool {
        guard let folder = opendir(path) else { return false }
        defer { closedir(folder) }
        var entries = 0
        while readdir(folder) != nil { entries += 1 }
        return entries <= 2
    }
}
