import Domain
import Operations
import StrictJSON

/// A route of the API, declared once: the router answers by it, and the document is written from it.
struct APIRoute: Sendable {
    enum Method: String, Sendable, CaseIterable {
        case get = "GET", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE"
    }

    /// What a request brings.
    enum Content: Sendable {
        case none
        case json(APISchema)
        case csv
    }

    /// What it is answered with when all is well.
    enum Success: Sendable {
        case ok(APISchema)
        case created(APISchema)
        case accepted(APISchema)
        case noContent
        /// A file of this media type.
        case file(String)

        var status: Int {
            switch self {
            case .ok, .file: 200
            case .created: 201
            case .accepted: 202
            case .noContent: 204
            }
        }

        /// What the body is; nil where there is none.
        var mediaType: String? {
            switch self {
            case .ok, .created, .accepted: "application/json"
            case .file(let type): type
            case .noContent: nil
            }
        }

        var schema: APISchema? {
            switch self {
            case .ok(let schema), .created(let schema), .accepted(let schema): schema
            case .noContent, .file: nil
            }
        }
    }

    /// Whether a change can be tried without being made.
    enum DryRun: Sendable {
        case none
        /// All of it is done and taken back.
        case whole
        /// The job is a dry run; the job itself is real.
        case ofJob
    }

    /// Whether a request must, may or cannot say which version it changes, or may in its body.
    enum Precondition: Sendable { case none, optional, required, inBody }

    let method: Method
    /// Below `/api/v1`, with parameters in braces.
    let path: String
    let name: String
    /// Under which heading it stands.
    let group: String
    let summary: String
    let action: Action?
    /// What it gathers besides, each of which has to be allowed too.
    let gathered: [Action]
    /// What the address names.
    let subject: EntityKind?
    let parameters: [AnyParameter]
    let content: Content
    let success: Success
    let dryRun: DryRun
    let precondition: Precondition
    let handle: @Sendable (APICall) async throws -> APIResult

    init(
        _ method: Method, _ path: String, _ name: String, in group: String, _ summary: String, _ action: Action?,
        of subject: EntityKind? = nil, _ parameters: [AnyParameter] = [], body: Content = .none, _ success: Success,
        dryRun: DryRun? = nil, precondition: Precondition = .none, gathering gathered: [Action] = [],
        _ handle: @escaping @Sendable (APICall) async throws -> APIResult
    ) {
        self.method = method
        self.path = path
        self.name = name
        self.group = group
        self.summary = summary
        self.action = action
        self.gathered = gathered
        self.subject = subject
        content = body
        self.success = success
        self.precondition = precondition
        self.handle = handle
        let dryRun = dryRun ?? (method == .get ? .none : .whole)
        self.dryRun = dryRun
        self.parameters = parameters + (dryRun == .none ? [] : [Self.dryRunParameter.optional(default: false)])
    }

    static let dryRunParameter = APIParameter(
        "dry_run", Bool.self, "Do all of it, answer with what it would come to, and take it back.")

    var isChange: Bool { method != .get }

    /// Whether the version it changes is said by `If-Match`.
    var takesIfMatch: Bool { precondition == .optional || precondition == .required }

    private var isFile: Bool {
        if case .file = success { true } else { false }
    }

    /// The scopes that a token needs, all of them, or others that hold them.
    var scopes: [TokenScope] { ([action].compactMap(\.self) + gathered).compactMap(\.scope) }

    var segments: [Substring] { path.split(separator: "/") }

    /// In bytes.
    var bodyLimit: Int {
        switch content {
        // Some clients send an empty object with every POST.
        case .none: 64
        case .json: 1 << 20
        case .csv: 64 << 20
        }
    }

    /// Every kind of problem it may answer with, by what it takes and does.
    var problems: [ProblemType] {
        var types: [ProblemType] = [.malformed, .notSignedIn, .notAllowed, .scopeMissing, .notAcceptable, .tooMany]
        if path.contains("{") { types.append(.noSuch) }
        // A row that a page begins after may be gone, a unit that a list is narrowed to may not be there, and neither may the run
        // that another is held against; a period may end before it begins.
        let asked = Set(parameters.filter { $0.place == .query }.map(\.name))
        if isChange || isFile || action == .listRuns || !asked.isDisjoint(with: ["cursor", "unit"]) {
            types.append(.refused)
        }
        if !isChange, asked.contains("to") { types.append(.invalid) }
        if isChange { types += [.requestUnderWay, .invalid, .keyUsed, .tooLarge] }
        if case .none = content {} else { types.append(.unsupportedType) }
        if precondition != .none { types.append(.stale) }
        if precondition == .required { types.append(.preconditionNeeded) }
        return types + [.fault, .unavailable]
    }
}
