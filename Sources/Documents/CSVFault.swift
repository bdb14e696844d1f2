/// What is wrong with the form of a CSV file, and where; never what stood there.
public struct CSVFault: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable, CaseIterable {
        /// Text between a closing quotation mark and the next separator.
        case textAfterQuote
        /// A quotation mark was opened and the file ended.
        case unclosedQuote
        case fieldTooLong
        case recordTooLong
        case tooManyFields
        case zeroByte
        /// Begins as UTF-16, which some programs call "Unicode text".
        case utf16
        /// The first field beyond ASCII was UTF-8 and this one is not, or the other way round.
        case mixedEncoding
        /// One of the five bytes that Windows-1252 gives no meaning.
        case undefinedByte
    }

    public let kind: Kind
    /// The physical line, from 1, on which the record begins.
    public let line: Int
    /// The field's place in its record, from 1.
    public let position: Int

    public init(kind: Kind, line: Int, position: Int) {
        self.kind = kind
        self.line = line
        self.position = position
    }

    /// Whether the reader can go on at the next record.
    public var isRecoverable: Bool {
        switch kind {
        case .textAfterQuote, .mixedEncoding, .undefinedByte: true
        default: false
        }
    }
}
