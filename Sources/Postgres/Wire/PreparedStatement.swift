import Glibc

/// A statement the server keeps for one session.
final class PreparedStatement {
    let name: String
    /// The parameters' types it was prepared with.
    let types: [UInt32]
    /// When it was last used, by the cache's own count.
    var lastUse: UInt64 = 0

    let cName: UnsafeMutablePointer<CChar>

    init(number: Int, types: [UInt32]) {
        name = "s\(number)"
        self.types = types
        cName = name.utf8CString.withUnsafeBufferPointer { source in
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: source.count)
            for (index, character) in source.enumerated() { copy[index] = character }
            return copy
        }
    }

    deinit {
        cName.deallocate()
    }

    func fits(_ parameters: [PostgresValue]) -> Bool {
        guard types.count == parameters.count else { return false }
        for index in 0..<types.count where types[index] != parameters[index].type.rawValue { return false }
        return true
    }
}
