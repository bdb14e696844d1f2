/// A row of whole numbers from 0, written as one text with spaces between: a tenth of the work of an array in JSON, of which
/// a census has tens of thousands of numbers.
package struct NumberRow: Sendable, Hashable, Codable {
    package var numbers: [Int]

    package init(_ numbers: [Int]) {
        self.numbers = numbers
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        numbers = try container.decode(String.self).split(separator: " ").map { word in
            guard let number = Int(word) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a row of numbers")
            }
            return number
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var text = ""
        for number in numbers {
            if !text.isEmpty { text += " " }
            text += String(number)
        }
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
