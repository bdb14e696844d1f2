/// The order of Swedish lists for short ones that do not come sorted from the database: a to z without regard to case, then
/// å ä ö.
enum SwedishOrder {
    static func isBefore(_ left: String, _ right: String) -> Bool {
        let (first, second) = (left.lowercased(), right.lowercased())
        for (one, other) in zip(first.unicodeScalars, second.unicodeScalars) where weight(one) != weight(other) {
            return weight(one) < weight(other)
        }
        let (short, long) = (first.unicodeScalars.count, second.unicodeScalars.count)
        return short == long ? left < right : short < long
    }

    private static func weight(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case "å": 0x7B
        case "ä", "æ": 0x7C
        case "ö", "ø": 0x7D
        case "é": 0x65
        case "ü": 0x79
        default: scalar.value < 0x7B ? scalar.value : scalar.value + 8
        }
    }
}
