import ArgumentParser
import Domain
import Operations
import Statistics

/// What was agreed in the year, and what became of it.
struct CommitmentDelivery: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "delivery",
        sv:
            "Visar avtalade, erbjudna, tillsatta, påbörjade och levererade per enhet, och avtalen som inte är levererade.",
        en: "Shows agreed, offered, filled, started and delivered by unit, and the agreements that are not delivered.",
        example: "praktik commitment delivery --year 2026 --format json")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var figures: FigureOptions

    func run(in context: CommandContext) async throws {
        let report = try await context.withOperations { operations, actor in
            try await operations.deliveryReport(
                actor, year: figures.year(operations.clock), forPublication: figures.publish)
        }
        try DeliveryView(report: report).write(to: context.output)
    }
}
