/// Finds the route that a path means.
struct APIRouter: Sendable {
    static let root = "/api/v1"

    private struct Entry: Sendable {
        let route: APIRoute
        let segments: [Substring]
    }

    enum Found: Sendable {
        case route(APIRoute, [String: String])
        /// The path is there, but not with this method.
        case methods([String])
        case nothing
    }

    private let entries: [Entry]

    init(_ routes: [APIRoute]) {
        // A fixed segment goes before a parameter.
        entries = routes.map { Entry(route: $0, segments: $0.segments) }
            .sorted { $0.route.path.count { $0 == "{" } < $1.route.path.count { $0 == "{" } }
    }

    /// - Parameter path: as it was sent, below the root.
    func find(_ method: String, _ path: Substring) -> Found {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        var methods: Set<String> = []
        for entry in entries {
            guard entry.segments.count == parts.count, let values = Self.match(entry.segments, Array(parts)) else {
                continue
            }
            if entry.route.method.rawValue == method { return .route(entry.route, values) }
            methods.insert(entry.route.method.rawValue)
        }
        return methods.isEmpty ? .nothing : .methods(methods.sorted())
    }

    private static func match(_ segments: [Substring], _ parts: [Substring]) -> [String: String]? {
        var values: [String: String] = [:]
        for (segment, part) in zip(segments, parts) {
            guard let text = URLEncoded.decodeSegment(part) else { return nil }
            if segment.hasPrefix("{") {
                guard !text.isEmpty else { return nil }
                values[String(segment.dropFirst().dropLast())] = text
            } else if segment != text {
                return nil
            }
        }
        return values
    }
}
