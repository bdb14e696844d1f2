import FoundationEssentials
import TestSupport

/// A whole database as plain SQL, and what can be found in it.
struct DumpSearch {
    private let text: String
    private let folded: String

    init(_ database: TestDatabase) async throws {
        text = try await TestProgram.run([
            "pg_dump", "--dbname=\(database.connectionString(user: TestDatabase.ownerRole))",
        ])
        folded = text.lowercased()
    }

    /// Whether the value is there in any of the forms in which it could lie: as it is, in capitals or small letters, its
    /// digits alone, in base64 or in hexadecimal.
    func finds(_ value: String) -> Bool {
        let bytes = Data(value.utf8)
        let forms = [
            value.lowercased(), bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
            // As JSON writes what is not ASCII.
            value.unicodeScalars.map { $0.isASCII ? String($0) : Self.escaped($0) }.joined().lowercased(),
        ]
        // Without the last group, which what comes after changes.
        let base64 = String(bytes.base64EncodedString().prefix(bytes.count / 3 * 4))
        let digits = value.filter(\.isNumber)
        return forms.contains { folded.contains($0) } || text.contains(base64)
            || (digits.count >= 9 && folded.contains(digits))
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
