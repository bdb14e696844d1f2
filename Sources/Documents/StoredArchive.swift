/// A ZIP archive (PKWARE APPNOTE 6.3) whose files are stored as they are, so that the same files are the same bytes.
public struct StoredArchive {
    public struct File: Sendable {
        /// ASCII, without a slash.
        public let name: String
        public let bytes: [UInt8]

        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    private var whole: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0
    private let day: UInt16

    /// - Parameter day: What every file is dated by; the form knows the years 1980 to 2107.
    public init(year: Int, month: Int, day: Int) {
        self.day = UInt16(clamping: (min(max(year, 1980), 2107) - 1980) << 9 | month << 5 | day)
    }

    /// At most 65,535 files of less than 4 GiB each, and less than 4 GiB in all.
    public mutating func add(_ file: File) {
        let name = Array(file.name.utf8)
        let crc = CRC32.of(file.bytes)
        let size = UInt32(clamping: file.bytes.count)
        var entry: [UInt8] = []
        // Version 2.0, names in UTF-8, stored, midnight.
        for value in [20, 0x0800, 0, 0] as [UInt16] { entry.append(value) }
        entry.append(day)
        for value in [crc, size, size] { entry.append(value) }
        entry.append(UInt16(clamping: name.count))
        entry.append(UInt16(0))
        let offset = UInt32(clamping: whole.count)
        whole.append(0x0403_4B50 as UInt32)
        whole += entry + name + file.bytes
        directory.append(0x0201_4B50 as UInt32)
        directory.append(20 as UInt16)
        directory += entry
        for value in [0, 0, 0] as [UInt16] { directory.append(value) }
        directory.append(0 as UInt32)
        directory.append(offset)
        directory += name
        count += 1
    }

    /// The archive's bytes.
    public var bytes: [UInt8] {
        var end: [UInt8] = []
        end.append(0x0605_4B50 as UInt32)
        for value in [0, 0, count, count] as [UInt16] { end.append(value) }
        end.append(UInt32(clamping: directory.count))
        end.append(UInt32(clamping: whole.count))
        end.append(0 as UInt16)
        return whole + directory + end
    }
}

extension [UInt8] {
    /// The lowest byte first.
    fileprivate mutating func append<Value: FixedWidthInteger>(_ value: Value) {
        for shift in stride(from: 0, to: Value.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}

/// The check sum of ISO 3309.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    }
}
