import Glibc

/// Where an instance folder's bytes come from: a directory, or memory in a test.
package protocol FolderSource {
    /// Hands out a file's bytes in order, in pieces of any size; answers whether there is such a file.
    func read(
        _ file: InstanceFile, _ body: (ArraySlice<UInt8>) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) -> Bool
}

/// A folder on disk, read in pieces so that its size does not matter.
package struct Directory: FolderSource {
    private let path: String

    package init(_ path: String) {
        self.path = path
    }

    package func read(
        _ file: InstanceFile, _ body: (ArraySlice<UInt8>) throws(InstanceFolderError) -> Void
    ) throws(InstanceFolderError) -> Bool {
        let descriptor = open("\(path)/\(file.rawValue)", O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return false }
        guard descriptor >= 0 else { throw failure(file) }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(file) }
            if count == 0 { return true }
            try body(buffer[..<count])
        }
    }

    private func failure(_ file: InstanceFile) -> InstanceFolderError {
        InstanceFolderError(file: file, fault: .unreadable(String(cString: strerror(errno))))
    }
}
