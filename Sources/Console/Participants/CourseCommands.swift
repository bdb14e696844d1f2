import ArgumentParser
import Domain
import FoundationEssentials
import Operations
import Store

/// `praktik course …`
struct CourseCommands: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "course", sv: "Deltagares kurser, som praktiken inte ska krocka med.",
        en: "Participants' courses, which placements must not clash with.",
        example: "praktik course list AMA K-114",
        subcommands: [CourseList.self, CourseAdd.self, CourseRemove.self])
}

/// Whose courses they are.
struct CourseOwner: ParsableArguments {
    @Argument(help: .phrase(sv: "Anvisarens kod.", en: "The referrer's code."), transform: value { try Code($0) })
    var referrer: Code
    @Argument(
        help: .phrase(sv: "Anvisarens referens.", en: "The referrer's reference."), transform: value { try Code($0) })
    var reference: Code
}

struct CourseList: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "list", sv: "Lista en deltagares kurser.", en: "List a participant's courses.",
        example: "praktik course list AMA K-114")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var owner: CourseOwner

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let courses = try await operations.courses(actor, referrer: owner.referrer, reference: owner.reference)
            var table = Table(
                .init("id", sv: "Nyckel", en: "Key"), .init("name", sv: "Kurs", en: "Course"),
                .init("from", sv: "Från", en: "From"), .init("to", sv: "Till", en: "To"),
                .init("weekdays", sv: "Dagar", en: "Days"), .init("hours", sv: "Tider", en: "Hours"))
            for stored in courses {
                let one = stored.record
                table.add(
                    Cell(stored.id), Cell(one.name), Cell(one.period.from), Cell(one.period.to), Cell(one.weekdays),
                    Cell(one.hours))
            }
            try context.output.list(table, empty: Phrase(sv: "Inga kurser.", en: "No courses."))
        }
    }
}

struct CourseAdd: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "add", sv: "Lägg till en kurs.", en: "Add a course.",
        example: "praktik course add AMA K-114 --name \"SFI C\" --from 2026-03-02 --to 2026-06-05 --hours 09:00-12:00")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var owner: CourseOwner
    @Option(help: .phrase(sv: "Kursens namn.", en: "The course's name."), transform: value { try Line($0) })
    var name: Line
    @Option(help: .phrase(sv: "Första dagen.", en: "The first day."), transform: value { try Day($0) })
    var from: Day
    @Option(help: .phrase(sv: "Sista dagen.", en: "The last day."), transform: value { try Day($0) })
    var to: Day
    @Option(
        help: .phrase(sv: "Veckodagar; annars måndag till fredag.", en: "Weekdays; else Monday to Friday."),
        transform: value { try Weekdays($0) })
    var weekdays: Weekdays = .mondayToFriday
    @Option(
        help: .phrase(
            sv: "Från och till, 09:00-12:00; utan dem bara varnas för samma dagar.",
            en: "From and to, 09:00-12:00; without them the same days only warn."),
        transform: value { try Course.Hours($0) })
    var hours: Course.Hours?

    func run(in context: CommandContext) async throws {
        try await context.withOperations { operations, actor in
            let period: Period
            do { period = try Period(from: from, to: to) } catch let error as ValueError {
                throw Refusal.value("--to", error)
            }
            let id = try await operations.addCourse(
                actor, referrer: owner.referrer, reference: owner.reference,
                Course(name: name, period: period, weekdays: weekdays, hours: hours), dryRun: change.dryRun)
            try context.output.changed(
                try Code(id.description), dryRun: change.dryRun,
                Phrase(sv: "Kursen \(name) är tillagd.", en: "The course \(name) is added."))
        }
    }
}

struct CourseRemove: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "remove", sv: "Ta bort en kurs.", en: "Remove a course.",
        example: "praktik course remove AMA K-114 0199f3a2-5b7e-7c11-8a43-0f2d9c1b6e55")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @OptionGroup var owner: CourseOwner
    @Argument(help: .phrase(sv: "Kursens nyckel, ur listan.", en: "The course's key, from the list."))
    var id: String

    func run(in context: CommandContext) async throws {
        guard let key = UUID(uuidString: id).map(Identifier<Course>.init) else { throw Refusal.noSuch(.course, id) }
        try await context.withOperations { operations, actor in
            try await operations.removeCourse(
                actor, referrer: owner.referrer, reference: owner.reference, key, dryRun: change.dryRun)
            try context.output.changed(
                try Code(id), dryRun: change.dryRun, Phrase(sv: "Kursen är borttagen.", en: "The course is removed."))
        }
    }
}
