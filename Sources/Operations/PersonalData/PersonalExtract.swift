public import Domain
import FoundationEssentials
public import Store

/// Everything that is on file about one person, as they have a right to know it (GDPR article 15).
public struct PersonalExtract: Sendable {
    /// What is on file in one table.
    public struct Part: Sendable {
        public struct Column: Sendable {
            public let key: String
            public let label: Phrase
            let words: (@Sendable (String) -> Phrase?)?
        }

        /// The table's name.
        public let key: String
        public let title: Phrase
        public let columns: [Column]
        /// Each with a value for every column.
        public let rows: [[PersonalValue]]
    }

    public let municipality: MunicipalityCode
    public let municipalityName: String
    public let madeOn: Day
    public let parts: [Part]

    /// What is to be told besides, each under its heading.
    public static let information = ExtractInformation.all

    /// UTF-8, with line breaks.
    public var json: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes]
            return [UInt8](try encoder.encode(self))
        }
    }
}

extension PersonalExtract: Encodable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Row: Encodable {
        let columns: [Part.Column]
        let values: [PersonalValue]

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Name.self)
            for (column, value) in zip(columns, values) { try container.encode(value, forKey: Name(column.key)) }
        }
    }

    private struct Told: Encodable {
        let heading: String
        let text: String
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(municipality.rawValue, forKey: Name("municipality"))
        try container.encode(municipalityName, forKey: Name("controller"))
        try container.encode(madeOn.description, forKey: Name("made_on"))
        try container.encode(
            Self.information.map { Told(heading: $0.heading.sv, text: $0.text.sv) }, forKey: Name("information"))
        for part in parts {
            try container.encode(
                part.rows.map { Row(columns: part.columns, values: $0) }, forKey: Name(part.key))
        }
    }
}
