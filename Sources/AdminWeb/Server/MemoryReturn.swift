import Glibc

/// Gives memory that a rush has left free back to the system: the allocator by itself keeps whatever lies below something
/// still in use.
enum MemoryReturn {
    private typealias Trim = @convention(c) (Int) -> Int32

    /// glibc's `malloc_trim`, which Swift's Glibc does not name; nil with another C library.
    private static let trim = dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: Trim.self) }

    /// Again and again until the task is cancelled, where anything was answered in between.
    static func keepUp(_ requests: RequestsUnderWay, every pause: Duration = .seconds(10)) async {
        var seen = 0
        while !Task.isCancelled {
            try? await Task.sleep(for: pause)
            let begun = requests.begun
            if begun != seen { _ = trim?(0) }
            seen = begun
        }
    }
}
