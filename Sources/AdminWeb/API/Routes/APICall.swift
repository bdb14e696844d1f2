import Domain
import Operations
import StrictJSON

/// A request that has been let in: who asks, for what, with every value checked.
struct APICall: Sendable {
    var operations: Operations
    let actor: Actor
    let language: Language
    let route: APIRoute
    let values: [String: JSON]
    let body: RequestBody
    /// A file as it was sent.
    let bytes: [UInt8]
    let isDryRun: Bool
    /// By which a repeated request is known.
    let key: String?
    /// The version that the request means to change, where it says so.
    let version: Version?
    /// The address that was asked, with the query without its cursor: what a next page is asked by.
    let address: String

    /// A parameter that the route requires.
    func callAsFunction<Value: APIInput>(_ parameter: APIParameter<Value>) throws -> Value {
        guard let value = try self[parameter] else {
            throw Problem(.malformed, sv: "\(parameter.name) saknas.", en: "\(parameter.name) is missing.")
        }
        return value
    }

    /// A parameter that may be left out.
    subscript<Value: APIInput>(_ parameter: APIParameter<Value>) -> Value? {
        get throws {
            guard let json = values[parameter.name] else { return nil }
            do {
                return try Value(api: json)
            } catch {
                throw Problem(
                    .malformed,
                    Phrase(sv: "\(parameter.name): \(error.phrase.sv)", en: "\(parameter.name): \(error.phrase.en)"))
            }
        }
    }
}

/// What a route's handler answers with.
struct APIResult: Sendable {
    var body: [UInt8] = []
    /// The body as it is sent the first time, where it holds a secret that must not be kept.
    var secretBody: [UInt8]?
    /// The record's version, as its entity tag says it.
    var version: Version?
    /// Where what was made is found.
    var location: String?
    /// Where the next page is found.
    var next: String?
    /// What a file is called.
    var fileName: String?
    /// What is to be begun when the change is committed.
    var afterwards: (@Sendable () -> Void)?

    init() {}

    init(file: [UInt8], named name: String) {
        body = file
        fileName = name
    }

    init<Record>(_ representation: Representation<Record>, _ record: Record, _ call: APICall, version: Version? = nil) {
        body = representation.bytes(record, call.language)
        self.version = version
    }
}
