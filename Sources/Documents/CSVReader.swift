/// Reads CSV record by record from bytes in pieces, in constant memory.
///
/// Separator `;` or `,`, whichever the first record has more of; UTF-8 with or without a byte order mark, or
/// Windows-1252; LF or CRLF; quotation marks by RFC 4180. A quotation mark inside an unquoted field is itself. Empty
/// lines are passed over.
public struct CSVReader {
    public struct Limits: Sendable {
        /// Bytes a field.
        public var field = 65_536
        /// Bytes a record.
        public var record = 1_048_576
        public var fields = 1_000

        public init() {}
    }

    public private(set) var encoding = TextEncoding.undecided
    /// Decided by the first record.
    public private(set) var separator: UInt8?
    /// How many bytes have been taken from the source; for showing progress.
    public private(set) var bytesRead = 0

    private var source: any ByteSource
    private let limits: Limits
    private var chunk: [UInt8]
    private var position = 0
    private var end = 0
    private var sourceEnded = false
    /// The line that the next byte stands on.
    private var line = 1
    private var failed = false
    private var capacity = (bytes: 256, ends: 32)

    public init(_ source: any ByteSource, limits: Limits = Limits(), chunk: Int = 65_536) {
        self.source = source
        self.limits = limits
        self.chunk = [UInt8](repeating: 0, count: max(16, chunk))
    }

    /// The next record; nil at the end of the file, or after a fault that cannot be recovered from.
    ///
    /// Throws `CSVFault`, or what the source throws. After a recoverable fault the next call goes on at the next record.
    public mutating func next() throws -> CSVRecord? {
        guard !failed else { return nil }
        do {
            if separator == nil { try open() }
            return try record()
        } catch let fault as CSVFault where fault.isRecoverable {
            throw fault
        } catch {
            failed = true
            throw error
        }
    }
}

// MARK: The beginning of the file

extension CSVReader {
    private mutating func open() throws {
        // The whole first piece, so that the header can be looked at before it is read.
        while end < chunk.count, try refill() {}
        if chunk.prefix(end).starts(with: [0xFF, 0xFE]) || chunk.prefix(end).starts(with: [0xFE, 0xFF]) {
            throw CSVFault(kind: .utf16, line: 1, position: 1)
        }
        if chunk.prefix(end).starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            encoding = .utf8
        }
        separator = Self.detectSeparator(chunk[position..<end])
    }

    private static func detectSeparator(_ bytes: ArraySlice<UInt8>) -> UInt8 {
        var (semicolons, commas, quoted, begun) = (0, 0, false, false)
        scan: for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""): quoted.toggle()
            case UInt8(ascii: ";") where !quoted: semicolons += 1
            case UInt8(ascii: ",") where !quoted: commas += 1
            case UInt8(ascii: "\n") where !quoted && begun: break scan
            default: break
            }
            if byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") { begun = true }
        }
        return commas > semicolons ? UInt8(ascii: ",") : UInt8(ascii: ";")
    }

    /// Appends to the piece in memory; false at the end of the source.
    private mutating func refill() throws -> Bool {
        guard !sourceEnded else { return false }
        let start = end
        let count = try chunk.withUnsafeMutableBytes { buffer in
            try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
        }
        bytesRead += count
        end += count
        sourceEnded = count == 0
        return count > 0
    }

    /// The next byte without taking it; nil at the end of the file.
    private mutating func peek() throws -> UInt8? {
        if position < end { return chunk[position] }
        position = 0
        end = 0
        return try refill() ? chunk[0] : nil
    }
}

// MARK: Records and fields

extension CSVReader {
    private enum Ending { case field, record }

    private mutating func record() throws -> CSVRecord? {
        while let byte = try peek(), byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
            position += 1
            if byte == UInt8(ascii: "\n") { line += 1 }
        }
        guard try peek() != nil else { return nil }

        var record = CSVRecord()
        record.line = line
        record.bytes.reserveCapacity(capacity.bytes)
        record.ends.reserveCapacity(capacity.ends)
        var beyondASCII = false
        while true {
            let ending = try field(into: &record, &beyondASCII)
            record.ends.append(record.bytes.count)
            if ending == .record { break }
            guard record.ends.count < limits.fields else { throw fault(.tooManyFields, record) }
        }
        capacity = (max(capacity.bytes, record.bytes.count), max(capacity.ends, record.ends.count))
        if beyondASCII { try decode(&record) }
        return record
    }

    private mutating func field(into record: inout CSVRecord, _ beyondASCII: inout Bool) throws -> Ending {
        let start = record.bytes.count
        if try peek() == UInt8(ascii: "\"") {
            position += 1
            try quoted(into: &record, start, &beyondASCII)
            return try afterQuote(record)
        }
        let separator = separator ?? UInt8(ascii: ";")
        while true {
            let (count, stop, seen) = plainRun(separator)
            try take(count, into: &record, start)
            beyondASCII = beyondASCII || seen
            switch stop {
            case separator:
                position += 1
                return .field
            case UInt8(ascii: "\n"):
                position += 1
                line += 1
                // Of CRLF the carriage return has come along with the field.
                if record.bytes.count > start, record.bytes.last == UInt8(ascii: "\r") { record.bytes.removeLast() }
                return .record
            case 0:
                throw fault(.zeroByte, record)
            default:
                if try peek() == nil {
                    if record.bytes.count > start, record.bytes.last == UInt8(ascii: "\r") { record.bytes.removeLast() }
                    return .record
                }
            }
        }
    }

    /// How many bytes until something that ends an unquoted field or the piece, and which (nil at the piece's end).
    private func plainRun(_ separator: UInt8) -> (count: Int, stop: UInt8?, beyondASCII: Bool) {
        chunk.withUnsafeBufferPointer { bytes in
            var index = position
            var seen: UInt8 = 0
            while index < end {
                let byte = bytes[index]
                if byte == separator || byte == UInt8(ascii: "\n") || byte == 0 {
                    return (index - position, byte, seen & 0x80 != 0)
                }
                seen |= byte
                index += 1
            }
            return (index - position, nil, seen & 0x80 != 0)
        }
    }

    private mutating func quoted(into record: inout CSVRecord, _ start: Int, _ beyondASCII: inout Bool) throws {
        while try peek() != nil {
            var index = position
            var lines = 0
            var seen: UInt8 = 0
            var closed = false
            chunk.withUnsafeBufferPointer { bytes in
                while index < end {
                    let byte = bytes[index]
                    if byte == UInt8(ascii: "\"") || byte == 0 {
                        closed = true
                        break
                    }
                    if byte == UInt8(ascii: "\n") { lines += 1 }
                    seen |= byte
                    index += 1
                }
            }
            beyondASCII = beyondASCII || seen & 0x80 != 0
            try take(index - position, into: &record, start)
            line += lines
            guard closed else { continue }
            if chunk[position] == 0 { throw fault(.zeroByte, record) }
            position += 1
            // Two quotation marks stand for one.
            guard try peek() == UInt8(ascii: "\"") else { return }
            try take(1, into: &record, start)
        }
        throw fault(.unclosedQuote, record)
    }

    private mutating func afterQuote(_ record: CSVRecord) throws -> Ending {
        guard let byte = try peek() else { return .record }
        position += 1
        if byte == separator { return .field }
        if byte == UInt8(ascii: "\n") {
            line += 1
            return .record
        }
        if byte == UInt8(ascii: "\r") {
            guard let following = try peek() else { return .record }
            if following == UInt8(ascii: "\n") {
                position += 1
                line += 1
                return .record
            }
        }
        while let byte = try peek() {
            position += 1
            if byte == UInt8(ascii: "\n") {
                line += 1
                break
            }
        }
        throw fault(.textAfterQuote, record)
    }

    private mutating func take(_ count: Int, into record: inout CSVRecord, _ start: Int) throws {
        guard record.bytes.count - start + count <= limits.field else { throw fault(.fieldTooLong, record) }
        guard record.bytes.count + count <= limits.record else { throw fault(.recordTooLong, record) }
        if count > 0 { record.bytes.append(contentsOf: chunk[position..<position + count]) }
        position += count
    }

    private func fault(_ kind: CSVFault.Kind, _ record: CSVRecord) -> CSVFault {
        CSVFault(kind: kind, line: record.line, position: record.ends.count + 1)
    }
}

// MARK: Encoding

extension CSVReader {
    /// Holds a record with bytes beyond ASCII to the file's encoding, and makes it UTF-8.
    private mutating func decode(_ record: inout CSVRecord) throws {
        for index in 0..<record.count {
            let field = record[index]
            guard field.contains(where: { $0 >= 0x80 }) else { continue }
            let found: TextEncoding = (try? UTF8Span(validating: field.span)) != nil ? .utf8 : .windows1252
            if encoding == .undecided { encoding = found }
            guard found == encoding else {
                throw CSVFault(kind: .mixedEncoding, line: record.line, position: index + 1)
            }
        }
        // UTF-8 needs no change: the bytes were only looked at.
        guard encoding == .windows1252 else { return }
        var decoded = CSVRecord()
        decoded.line = record.line
        for index in 0..<record.count {
            guard let text = Windows1252.utf8(record[index]) else {
                throw CSVFault(kind: .undefinedByte, line: record.line, position: index + 1)
            }
            decoded.bytes.append(contentsOf: text)
            decoded.ends.append(decoded.bytes.count)
        }
        record = decoded
    }
}
