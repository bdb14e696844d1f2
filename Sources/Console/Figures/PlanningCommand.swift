import ArgumentParser
import Domain
import Operations

/// The year's undertakings as the planning system takes them.
struct PlanningCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "planning", sv: "Årets åtaganden som fil till planeringssystemet (VUV-IT), som för publicering.",
        en: "The year's undertakings as a file for the planning system (VUV-IT), as for publication.",
        example: "praktik report planning --year 2026 --format csv\npraktik report planning --year 2026-T2 --format csv"
    )

    @OptionGroup var global: GlobalOptions
    @Option(
        help: .phrase(
            sv: "Året eller en del av det, som 2026, 2026-H1, 2026-T2 eller 2026-VT; annars innevarande år.",
            en: "The year or a part of it, such as 2026, 2026-H1, 2026-T2 or 2026-VT; else the present year."),
        transform: value { try ReportPeriod($0) })
    var year: ReportPeriod?

    func run(in context: CommandContext) async throws {
        let lines = try await context.withOperations { operations, actor in
            try await operations.planningFile(actor, year ?? .year(operations.clock.today.year))
        }
        var table = Table(PlanningColumn.allCases.map { Table.Column($0.rawValue, sv: $0.rawValue, en: $0.rawValue) })
        for line in lines { table.add(line.cells.map(Cell.init)) }
        try context.output.list(
            table, empty: Phrase(sv: "Inget åtagande gäller då.", en: "No undertaking is in force then."))
    }
}
