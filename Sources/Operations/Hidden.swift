import Domain

/// A record that is there, and none of the asker's business: the log says that it was out of reach, while whoever asked is
/// told what is told of a record that is not there. To be thrown within a read or a change.
struct Hidden: Error {
    let kind: EntityKind
    let code: String

    init(_ kind: EntityKind, _ code: String) {
        self.kind = kind
        self.code = code
    }
}
