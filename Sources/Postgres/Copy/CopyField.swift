/// One field of a bulk load, in the making: takes text, escapes it for `COPY`'s text format, and for arrays within it.
public struct CopyField {
    private(set) var bytes: [UInt8] = []
    private var isElement = false

    init() {
        bytes.reserveCapacity(CopyWriter.chunk + 4096)
    }

    /// The text of the value; any characters but NUL, which PostgreSQL's text cannot hold.
    public mutating func write(_ text: String) {
        guard isElement else {
            for byte in text.utf8 { escape(byte) }
            return
        }
        // Within an array every text stands in quotes: then neither commas, braces nor the word NULL mean anything.
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { escape(UInt8(ascii: "\\")) }
            escape(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Text of which it is known that no character means anything to `COPY` or an array: digits, letters, `-:.+` and space.
    public mutating func write(plain text: String) {
        if isElement { bytes.append(UInt8(ascii: "\"")) }
        bytes.append(contentsOf: text.utf8)
        if isElement { bytes.append(UInt8(ascii: "\"")) }
    }

    public mutating func write(number: Int) {
        var magnitude = number.magnitude
        guard magnitude > 9 || number < 0 else { return bytes.append(UInt8(ascii: "0") + UInt8(magnitude)) }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
            magnitude /= 10
        } while magnitude > 0
        bytes[start...].reverse()
    }

    public mutating func writeNull() {
        bytes.append(contentsOf: isElement ? "NULL".utf8 : "\\N".utf8)
    }

    mutating func write(bytes binary: [UInt8]) {
        var text = "\\x"
        for byte in binary {
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0" + digits : digits
        }
        write(text)
    }

    mutating func writeArray(_ elements: [some CopyEncodable]) {
        bytes.append(UInt8(ascii: "{"))
        isElement = true
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            element.write(to: &self)
        }
        isElement = false
        bytes.append(UInt8(ascii: "}"))
    }

    mutating func endField(isLast: Bool) {
        bytes.append(isLast ? UInt8(ascii: "\n") : UInt8(ascii: "\t"))
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): bytes.append(contentsOf: [byte, byte])
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        default: bytes.append(byte)
        }
    }
}
