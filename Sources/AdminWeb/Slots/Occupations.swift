import Database
import Documents
import Domain

/// Occupations by their names: what the offer form suggests, and what a typed title is recognised by.
enum Occupations {
    struct Occupation: Sendable {
        let ssyk: SSYK
        let name: Phrase
    }

    /// In the order of their Swedish names.
    static let all: [Occupation] = {
        var reader = CSVReader(MemorySource(Embedded.occupations))
        var read: [Occupation] = []
        while let record = try? reader.next() {
            guard let ssyk = try? SSYK(record.text(0)) else { continue }
            read.append(Occupation(ssyk: ssyk, name: Phrase(sv: record.text(1), en: record.text(2))))
        }
        return read.sorted { SwedishOrder.isBefore($0.name.sv, $1.name.sv) }
    }()

    static func named(_ title: String) -> SSYK? {
        let lower = title.lowercased()
        return all.first { $0.name.sv.lowercased() == lower || $0.name.en.lowercased() == lower }?.ssyk
    }

    static func name(of ssyk: SSYK) -> Phrase? { all.first { $0.ssyk == ssyk }?.name }
}
