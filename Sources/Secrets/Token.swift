public import Domain
public import FoundationEssentials

/// What somebody carries to prove who they are: `MUNICIPALITY.UUID.SECRET`, for programs with `praktik_` before it.
///
/// The municipality stands in it so that row-level security can be set before the row is looked up; the key finds the row,
/// and only the secret's hash is kept there. It never describes itself.
public struct Token: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// What it opens. A token of one kind is none of the other.
    public enum Kind: String, Sendable, CaseIterable {
        /// A session's or a one-time link's; which of the two its table says.
        case person = ""
        /// A program's. The prefix lets scanners of repositories and logs find one that has leaked.
        case program = "praktik_"
    }

    public let kind: Kind
    public let municipality: MunicipalityCode
    public let id: UUID
    public let secret: Secret

    public init(_ kind: Kind, municipality: MunicipalityCode, id: UUID, secret: Secret = .random()) {
        self.kind = kind
        self.municipality = municipality
        self.id = id
        self.secret = secret
    }

    /// nil where the text is no token of that kind, in its one spelling.
    public init?(_ kind: Kind, _ text: String) {
        // Whatever is longer than the longest token is none.
        guard text.utf8.count <= 100, text.hasPrefix(kind.rawValue) else { return nil }
        let parts = text.dropFirst(kind.rawValue.count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let municipality = try? MunicipalityCode(String(parts[0])),
            let id = UUID(uuidString: String(parts[1])), id.uuidString.lowercased() == parts[1],
            let secret = Secret(parts[2])
        else { return nil }
        self.init(kind, municipality: municipality, id: id, secret: secret)
    }

    /// For its owner only.
    public var text: String { "\(kind.rawValue)\(municipality).\(id.uuidString.lowercased()).\(secret.text)" }

    public var description: String { "(token)" }
    public var debugDescription: String { description }
}
