import Domain
import FoundationEssentials

/// What a page says at the top after a redirect: what was done and what happens next. It travels in a cookie that the next
/// page takes away; it holds no more than the page would show.
struct Message: Sendable, Codable, Equatable {
    let sv: String
    let en: String

    init(_ phrase: Phrase) {
        sv = phrase.sv
        en = phrase.en
    }

    init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    var phrase: Phrase { Phrase(sv: sv, en: en) }

    static let cookie = "praktik_message"

    /// As a cookie's value.
    var encoded: String? {
        (try? JSONEncoder().encode(self))?.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nil for what was not encoded here, or is longer than a message.
    init?(encoded: String) {
        guard encoded.utf8.count <= 3_000 else { return nil }
        var base64 = encoded.replacing("-", with: "+").replacing("_", with: "/")
        while base64.utf8.count % 4 != 0 { base64 += "=" }
        guard let data = Data(base64Encoded: base64), let message = try? JSONDecoder().decode(Self.self, from: data)
        else { return nil }
        self = message
    }
}
