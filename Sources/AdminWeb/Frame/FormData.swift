/// What a form sent, or the query of an address: names with their values, in order, and the files.
struct FormData: Sendable {
    struct File: Sendable {
        let name: String
        let fileName: String
        let bytes: [UInt8]
    }

    private(set) var pairs: [(name: String, value: String)] = []
    private(set) var files: [File] = []

    init(pairs: [(name: String, value: String)] = [], files: [File] = []) {
        self.pairs = pairs
        self.files = files
    }

    /// The first value of that name, as typed; nil when the form had no such field.
    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    func file(_ name: String) -> File? { files.first { $0.name == name } }

    /// Stands in for what was typed, where a form is shown for the first time.
    mutating func set(_ name: String, _ value: String?) {
        guard let value else { return }
        pairs.removeAll { $0.name == name }
        pairs.append((name, value))
    }

    mutating func set(_ name: String, all values: [String]) {
        pairs.removeAll { $0.name == name }
        pairs += values.map { (name, $0) }
    }
}
