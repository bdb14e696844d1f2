/// A `numeric` as its decimal digits; what sums and averages come as.
struct Numeric: CustomStringConvertible {
    /// The shortest plain decimal form: `-12.5`, `1000`, `NaN`, `inf`.
    let description: String

    /// The binary form is groups of four decimal digits: count, weight of the first group, sign, shown scale, groups.
    init(postgres cell: PostgresCell) throws {
        description = try cell.read(.numeric, as: "numeric") { bytes in
            guard bytes.count >= 8 else { throw cell.invalid("numeric") }
            func word(_ index: Int) -> UInt16 {
                UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))
            }
            let count = Int(word(0))
            let weight = Int(Int16(bitPattern: word(1)))
            guard bytes.count == 8 + 2 * count else { throw cell.invalid("numeric") }
            switch word(2) {
            case 0x0000, 0x4000: break
            case 0xD000: return "inf"
            case 0xF000: return "-inf"
            default: return "NaN"
            }

            func group(_ position: Int) -> String {
                let digits = (0..<count).contains(position) ? String(word(4 + position)) : "0"
                return String(repeating: "0", count: 4 - digits.count) + digits
            }
            var whole = ""
            if weight >= 0 { for position in 0...weight { whole += group(position) } }
            var fraction = ""
            for position in max(weight + 1, min(weight + 1, 0))..<max(count, weight + 1) { fraction += group(position) }
            let leading = whole.drop { $0 == "0" }
            while fraction.last == "0" { fraction.removeLast() }
            let digits = (leading.isEmpty ? "0" : String(leading)) + (fraction.isEmpty ? "" : "." + fraction)
            return (word(2) == 0x4000 ? "-" : "") + digits
        }
    }
}
