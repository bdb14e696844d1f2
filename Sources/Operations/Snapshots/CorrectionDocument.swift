import Domain
import FoundationEssentials
import Store

extension CorrectionList: Encodable {
    private enum Keys: String, CodingKey {
        case period, number, digest, corrections, moved
        case closedOn = "closed_on"
        case erasedRows = "erased_rows"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(snapshot.period.description, forKey: .period)
        try container.encode(snapshot.number, forKey: .number)
        try container.encode(snapshot.closedOn.description, forKey: .closedOn)
        try container.encode(snapshot.rootDigest, forKey: .digest)
        try container.encode(corrections, forKey: .corrections)
        try container.encode(moved, forKey: .moved)
        try container.encode(erasedRows, forKey: .erasedRows)
    }
}

extension Correction: Encodable {
    private enum Keys: String, CodingKey {
        case kind, subject, code, position, fields, effect, causes
        case isProtected = "protected"
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(kind.rawValue, forKey: .kind)
        try container.encode(subject.rawValue, forKey: .subject)
        try container.encode(code, forKey: .code)
        try container.encode(position, forKey: .position)
        try container.encode(fields, forKey: .fields)
        try container.encode(effect, forKey: .effect)
        try container.encode(causes, forKey: .causes)
        try container.encode(isProtected, forKey: .isProtected)
    }
}

extension Correction.Field: Encodable {
    private enum Keys: String, CodingKey {
        case name, before, after
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(name, forKey: .name)
        try container.encode(before, forKey: .before)
        try container.encode(after, forKey: .after)
    }
}

extension Correction.Cause: Encodable {
    private enum Keys: String, CodingKey {
        case action, at, role
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(action, forKey: .action)
        try container.encode(at.formatted(.iso8601), forKey: .at)
        try container.encode(role.rawValue, forKey: .role)
    }
}
