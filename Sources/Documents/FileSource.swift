import Glibc

/// A file, or standard input for the path `-`.
///
/// Reads block; files lie in the page cache or are soon there, and the pieces are small.
public final class FileSource: ByteSource {
    /// The file cannot be opened or read; `number` is the system's errno.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        public let number: Int32
        public var description: String { String(cString: strerror(number)) }
    }

    /// Size in bytes, where the system knows one; for showing progress.
    public let size: Int?
    private let descriptor: Int32
    private let owned: Bool

    public init(path: String) throws(Failure) {
        owned = path != "-"
        descriptor = owned ? open(path, O_RDONLY | O_CLOEXEC) : 0
        guard descriptor >= 0 else { throw Failure(number: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let number = errno
            if owned { close(descriptor) }
            throw Failure(number: number)
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            if owned { close(descriptor) }
            throw Failure(number: EISDIR)
        }
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit {
        if owned { close(descriptor) }
    }

    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw Failure(number: errno) }
        }
    }
}
