import Glibc

/// Held by whoever starts or stops the cluster, so that two at once do it once. The kernel lets go when its holder dies.
enum ClusterLock {
    private static let patience: Duration = .seconds(120)

    static func holding<Value>(
        _ files: ClusterFiles, for account: ServerAccount, _ body: () async throws -> Value
    ) async throws -> Value {
        let descriptor = open(files.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw PrivateFolder.failure(files.lock) }
        defer { close(descriptor) }
        if account.isForeign, fchown(descriptor, account.user, account.group) != 0 {
            throw PrivateFolder.failure(files.lock)
        }
        let clock = ContinuousClock()
        let deadline = clock.now + patience
        // Asked again and again rather than waited for: a blocked thread is one the rest of the program lacks.
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard clock.now < deadline else { throw ClusterError.locked(path: files.lock) }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await body()
    }
}
