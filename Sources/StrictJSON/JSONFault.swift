package import Domain

/// Why bytes are not taken as JSON, and where; never what stood there.
package struct JSONFault: Error, Hashable {
    package enum Cause: Sendable, Hashable {
        case syntax
        case encoding
        case tooDeep
        case duplicate
        case number
    }

    package let cause: Cause
    /// From 0, in bytes.
    package let offset: Int

    package var phrase: Phrase {
        switch cause {
        case .syntax:
            Phrase(sv: "Innehållet är inte JSON (byte \(offset)).", en: "The body is not JSON (byte \(offset)).")
        case .encoding:
            Phrase(
                sv: "Texten är inte giltig UTF-8 (byte \(offset)).", en: "The text is not valid UTF-8 (byte \(offset))."
            )
        case .tooDeep:
            Phrase(
                sv: "Innehållet är nästlat djupare än \(JSONParser.maximumDepth) nivåer.",
                en: "The body is nested more than \(JSONParser.maximumDepth) levels deep.")
        case .duplicate:
            Phrase(
                sv: "Ett namn står två gånger i samma objekt (byte \(offset)).",
                en: "A name stands twice in one object (byte \(offset)).")
        case .number:
            Phrase(sv: "Ett tal är för stort (byte \(offset)).", en: "A number is too large (byte \(offset)).")
        }
    }
}
