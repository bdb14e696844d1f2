/// Reads JSON strictly (RFC 8259): one value, valid UTF-8, no name twice in an object, bounded depth.
package struct JSONParser {
    package static let maximumDepth = 32

    private let bytes: [UInt8]
    private var place = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
        var parser = JSONParser(bytes)
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.place == bytes.count else { throw parser.fault(.syntax) }
        return value
    }

    private func fault(_ cause: JSONFault.Cause) -> JSONFault { JSONFault(cause: cause, offset: place) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        place += 1
        return true
    }

    private mutating func value() throws(JSONFault) -> JSON {
        switch next {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONFault) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONFault) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(_ body: (inout JSONParser) throws(JSONFault) -> JSON) throws(JSONFault) -> JSON {
        guard depth < Self.maximumDepth else { throw fault(.tooDeep) }
        depth += 1
        place += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        let matches = text.withUTF8Buffer { wanted in bytes[place...].starts(with: wanted) }
        guard matches else { throw fault(.syntax) }
        place += text.utf8CodeUnitCount
        return value
    }

    private mutating func array() throws(JSONFault) -> JSON {
        var elements: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(elements) }
        while true {
            skipSpace()
            elements.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(elements) }
            guard take(UInt8(ascii: ",")) else { throw fault(.syntax) }
        }
    }

    private mutating func object() throws(JSONFault) -> JSON {
        var members: [JSON.Member] = []
        var names: Set<String> = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            let start = place
            guard next == UInt8(ascii: "\"") else { throw fault(.syntax) }
            let name = try string()
            guard names.insert(name).inserted else { throw JSONFault(cause: .duplicate, offset: start) }
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault(.syntax) }
            skipSpace()
            members.append(JSON.Member(name: name, value: try value()))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw fault(.syntax) }
        }
    }

    // MARK: Numbers

    private mutating func digits() -> Int {
        let start = place
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { place += 1 }
        return place - start
    }

    private mutating func number() throws(JSONFault) -> JSON {
        let start = place
        _ = take(UInt8(ascii: "-"))
        let first = place
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[first] != UInt8(ascii: "0") else { throw fault(.syntax) }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard digits() > 0 else { throw fault(.syntax) }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw fault(.syntax) }
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        guard let number = Double(text), number.isFinite else { throw JSONFault(cause: .number, offset: start) }
        return .number(number)
    }

    // MARK: Strings

    private mutating func string() throws(JSONFault) -> String {
        place += 1
        let start = place
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { place += 1 }
        if next == UInt8(ascii: "\"") {
            let plain = bytes[start..<place]
            place += 1
            return try text(plain, at: start)
        }
        var decoded = Array(bytes[start..<place])
        while true {
            guard let byte = next, byte >= 0x20 else { throw fault(.syntax) }
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(decoded[...], at: start)
            case UInt8(ascii: "\\"): try escape(into: &decoded)
            default: decoded.append(byte)
            }
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(JSONFault) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw JSONFault(cause: .encoding, offset: offset)
        }
        return text
    }

    private mutating func escape(into decoded: inout [UInt8]) throws(JSONFault) {
        guard let byte = next else { throw fault(.syntax) }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
        case UInt8(ascii: "b"): decoded.append(0x08)
        case UInt8(ascii: "f"): decoded.append(0x0C)
        case UInt8(ascii: "n"): decoded.append(0x0A)
        case UInt8(ascii: "r"): decoded.append(0x0D)
        case UInt8(ascii: "t"): decoded.append(0x09)
        case UInt8(ascii: "u"):
            var code = try hexadecimal()
            if code & 0xFC00 == 0xD800 {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault(.encoding) }
                let low = try hexadecimal()
                guard low & 0xFC00 == 0xDC00 else { throw fault(.encoding) }
                code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
            }
            guard let scalar = Unicode.Scalar(code) else { throw fault(.encoding) }
            decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: throw fault(.syntax)
        }
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault(.syntax)
            }
            code = code << 4 + UInt32(digit)
            place += 1
        }
        return code
    }
}
