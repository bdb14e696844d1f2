/// Reads one JSON text (RFC 8259), at most 32 levels deep.
struct JSONReader {
    private static let deepest = 32

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func document() throws(JSONValue.Fault) -> JSONValue {
        let value = try value(depth: 0)
        skipSpace()
        guard place == bytes.count else { throw .malformed }
        return value
    }

    private mutating func value(depth: Int) throws(JSONValue.Fault) -> JSONValue {
        guard depth <= Self.deepest else { throw .malformed }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth))
        case UInt8(ascii: "["): return .array(try elements(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func members(depth: Int) throws(JSONValue.Fault) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        try take("{")
        skipSpace()
        if takes("}") { return members }
        repeat {
            skipSpace()
            let name = try string()
            skipSpace()
            try take(":")
            let value = try value(depth: depth + 1)
            guard members.updateValue(value, forKey: name) == nil else { throw .duplicateName }
            skipSpace()
        } while takes(",")
        try take("}")
        return members
    }

    private mutating func elements(depth: Int) throws(JSONValue.Fault) -> [JSONValue] {
        var elements: [JSONValue] = []
        try take("[")
        skipSpace()
        if takes("]") { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipSpace()
        } while takes(",")
        try take("]")
        return elements
    }

    private mutating func string() throws(JSONValue.Fault) -> String {
        try take("\"")
        var text: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let string = String(validating: text, as: UTF8.self) else { throw .malformed }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw .malformed
            default: text.append(byte)
            }
        }
        throw .malformed
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONValue.Fault) {
        guard let letter = next else { throw .malformed }
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: try scalar().utf8)
        default: throw .malformed
        }
    }

    /// After `\u`; a pair of surrogates is one character, half a pair is a fault.
    private mutating func scalar() throws(JSONValue.Fault) -> String {
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code) {
            try take("\\")
            try take("u")
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low) else { throw .malformed }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw .malformed }
        return String(Character(scalar))
    }

    private mutating func hexadecimal() throws(JSONValue.Fault) -> UInt32 {
        guard place + 4 <= bytes.count else { throw .malformed }
        var code: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .malformed }
            code = code << 4 | UInt32(digit)
        }
        place += 4
        return code
    }

    private mutating func number() throws(JSONValue.Fault) -> Double {
        let start = place
        _ = takes("-")
        if !takes("0") { try digits() }
        if takes(".") { try digits() }
        if takes("e") || takes("E") {
            if !takes("+") { _ = takes("-") }
            try digits()
        }
        guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)), number.isFinite else {
            throw .malformed
        }
        return number
    }

    private mutating func digits() throws(JSONValue.Fault) {
        let start = place
        while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
        guard place > start else { throw .malformed }
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONValue.Fault) -> JSONValue {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[place...].starts(with: letters) else { throw .malformed }
        place += letters.count
        return value
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    private mutating func takes(_ letter: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: letter) else { return false }
        place += 1
        return true
    }

    private mutating func take(_ letter: Unicode.Scalar) throws(JSONValue.Fault) {
        guard takes(letter) else { throw .malformed }
    }
}
