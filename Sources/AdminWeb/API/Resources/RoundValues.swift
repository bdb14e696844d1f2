import Domain
import Operations
import StrictJSON

/// `REFERRER/REFERENCE`.
struct ParticipantLabel: APITextValue, Hashable {
    let text: String

    static var text: APIText {
        APIText(
            length: 3...129, pattern: #"^[^\x00-\x20\x7f",;|/]+/[^\x00-\x20\x7f",;|]+$"#, example: "AMA/K-114"
        ) { (text) throws(ValueError) in _ = try ParticipantLabel(text) }
    }

    init(_ text: String) throws(ValueError) {
        let sides = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2 else { throw .code }
        // Long enough for two codes; which of them is too long is found when they are looked up.
        for side in sides where side.isEmpty || side.unicodeScalars.contains(where: Self.isForbidden) { throw .code }
        self.text = text
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", ",", ";", "|", "\u{0}"..."\u{20}", "\u{7F}": true
        default: false
        }
    }

    var description: String { text }
}

extension MatchPair: APIInput {
    static var schema: APISchema {
        .named(
            "Pair", "A participant and a slot.",
            [
                APIProperty("participant", ParticipantLabel.schema, "REFERRER/REFERENCE."),
                APIProperty("slot", Code.schema, "The slot's code."),
            ])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("participant")
            json.string(participant)
            json.name("slot")
            slot.write(to: &json)
        }
    }

    init(api json: JSON) throws(ValueError) {
        self.init(participant: json["participant"]?.text ?? "", slot: try Code(json["slot"]?.text ?? ""))
    }
}

extension MatchBound: APIInput {
    static var schema: APISchema {
        .named(
            "Bound", "A number for a unit, a referrer or a slot.",
            [
                APIProperty("code", Code.schema, "Whose."),
                APIProperty("count", .integer(0...1_000_000), "How many."),
            ])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("code")
            code.write(to: &json)
            json.name("count")
            json.integer(count)
        }
    }

    init(api json: JSON) throws(ValueError) {
        self.init(code: try Code(json["code"]?.text ?? ""), count: json["count"]?.wholeNumber ?? 0)
    }
}

extension SlotShare: APIInput {
    static var schema: APISchema {
        .named(
            "Share", "Places of a slot that are kept for one referrer's people.",
            [
                APIProperty("slot", Code.schema, "The slot's code."),
                APIProperty("referrer", Code.schema, "The referrer's code."),
                APIProperty("places", .integer(0...1_000_000), "How many places."),
            ])
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("slot")
            slot.write(to: &json)
            json.name("referrer")
            referrer.write(to: &json)
            json.name("places")
            json.integer(places)
        }
    }

    init(api json: JSON) throws(ValueError) {
        self.init(
            slot: try Code(json["slot"]?.text ?? ""), referrer: try Code(json["referrer"]?.text ?? ""),
            places: json["places"]?.wholeNumber ?? 0)
    }
}

/// Points by part of a score.
struct WeightsInput: APIInput, Hashable {
    let points: [ScorePart: Int]

    static var schema: APISchema {
        .named(
            "Weights", "Points by part of the score.",
            ScorePart.allCases.map {
                APIProperty($0.rawValue, .integer(0...1000), "\($0.label.en).", isRequired: false)
            })
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            for part in ScorePart.allCases {
                guard let value = points[part] else { continue }
                json.name(part.rawValue)
                json.integer(value)
            }
        }
    }

    init(points: [ScorePart: Int]) {
        self.points = points
    }

    init(api json: JSON) throws(ValueError) {
        var points: [ScorePart: Int] = [:]
        for part in ScorePart.allCases { points[part] = json[part.rawValue]?.wholeNumber }
        self.points = points
    }
}

/// Days that the shortest placement lasts.
struct MinimumDays: BoundedNumber {
    static let range = 1...366
    let number: Int
}

/// Of a score.
struct Points: BoundedNumber {
    static let range = 0...1000
    let number: Int
}

/// What a draw begins from; within what every reader of JSON holds exactly.
struct Seed: APIInput, Hashable {
    let number: UInt64

    static var schema: APISchema { .integer(0...9_007_199_254_740_991) }
    func write(to json: inout JSONWriter) { json.raw(String(number)) }
    init(api json: JSON) throws(ValueError) { number = UInt64(clamping: json.wholeNumber ?? 0) }
}
