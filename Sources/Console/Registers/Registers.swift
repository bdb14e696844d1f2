import ArgumentParser
import Domain
import Operations

/// `praktik unit …`
enum UnitRegister: Register {
    static let word = "unit"
    static var commands: [any ParsableCommand.Type] { [UnitRemind.self] }
    static let label = Phrase(sv: "enheter", en: "units")
    static let exampleCode = "SB"

    static func records(_ operations: Operations, _ actor: Actor, code: Code?) async throws -> [OrganisationUnit] {
        try await operations.units(actor, code: code)
    }

    static func table(_ records: [OrganisationUnit]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("name", sv: "Namn", en: "Name"),
            .init("kind", sv: "Slag", en: "Kind"), .init("parent", sv: "Under", en: "Parent"),
            .init("valid_from", sv: "Från", en: "From"), .init("valid_to", sv: "Till", en: "To"),
            .init("successor", sv: "Efterträds av", en: "Successor"))
        for unit in records {
            table.add(
                Cell(unit.code), Cell(unit.name), .word(unit.kind), Cell(unit.parent), Cell(unit.validFrom),
                Cell(unit.validTo), Cell(unit.successor))
        }
        return table
    }
}

/// `praktik referrer …`
enum ReferrerRegister: Register {
    static let word = "referrer"
    static let label = Phrase(sv: "anvisare", en: "referrers")
    static let exampleCode = "AMA"

    static func records(_ operations: Operations, _ actor: Actor, code: Code?) async throws -> [Referrer] {
        try await operations.referrers(actor, code: code)
    }

    static func table(_ records: [Referrer]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("name", sv: "Namn", en: "Name"),
            .init("email", sv: "E-post", en: "E-mail"))
        for referrer in records { table.add(Cell(referrer.code), Cell(referrer.name), Cell(referrer.email)) }
        return table
    }
}

/// `praktik supervisor …`
enum SupervisorRegister: Register {
    static let word = "supervisor"
    static let label = Phrase(sv: "handledare", en: "supervisors")
    static let exampleCode = "H-1"

    static func records(_ operations: Operations, _ actor: Actor, code: Code?) async throws -> [Supervisor] {
        try await operations.supervisors(actor, code: code)
    }

    static func table(_ records: [Supervisor]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("name", sv: "Namn", en: "Name"), .init("trained_on", sv: "Utbildad", en: "Trained"),
            .init("capacity", sv: "Utrymme", en: "Capacity"), .init("deputy", sv: "Ersättare", en: "Deputy"))
        for supervisor in records {
            table.add(
                Cell(supervisor.code), Cell(supervisor.unit), Cell(supervisor.name), Cell(supervisor.trainedOn),
                Cell(supervisor.capacity), Cell(supervisor.deputy))
        }
        return table
    }
}

/// `praktik undertaking …`
enum UndertakingRegister: Register {
    static let word = "undertaking"
    static let label = Phrase(
        sv: "åtaganden med mått och räkneregel", en: "undertakings with measure and counting rule")
    static let exampleCode = "P07-4"

    static func records(_ operations: Operations, _ actor: Actor, code: Code?) async throws -> [Undertaking] {
        try await operations.undertakings(actor, code: code)
    }

    static func table(_ records: [Undertaking]) -> Table {
        var table = Table(
            .init("code", sv: "Kod", en: "Code"), .init("unit", sv: "Enhet", en: "Unit"),
            .init("measure", sv: "Mått", en: "Measure"), .init("target", sv: "Mål", en: "Target"),
            .init("baseline", sv: "Nuläge", en: "Baseline"), .init("earmark", sv: "Till", en: "Earmark"),
            .init("from", sv: "Från", en: "From"), .init("to", sv: "Till och med", en: "To"),
            .init("rule", sv: "Räkneregel", en: "Rule"), .init("text", sv: "Lydelse", en: "Text"))
        for one in records {
            table.add(
                Cell(one.code), Cell(one.unit), .word(one.measure), .amount(one.target), .amount(one.baseline),
                Cell(one.earmark), Cell(one.period.from), Cell(one.period.to), .word(one.rule), Cell(one.text))
        }
        return table
    }
}

extension Cell {
    /// A target or baseline, with decimals only where there are any.
    static func amount(_ amount: Amount?) -> Cell {
        guard let amount else { return .empty }
        return amount.hundredths % 100 == 0
            ? .integer(amount.hundredths / 100) : .decimal(amount.double, places: 2)
    }
}
