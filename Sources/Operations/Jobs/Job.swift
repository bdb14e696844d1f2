public import Domain
public import FoundationEssentials
public import Store

/// Long work: an import or a match run, with how far it has come.
public struct Job: Sendable {
    public let id: Identifier<JobEntity>
    public let kind: JobKind
    /// An import's kind of file, a match's first day.
    public let subject: String
    public let state: JobState
    public let isDryRun: Bool
    /// The account's name.
    public let actor: String
    public let createdAt: Date
    public let finishedAt: Date?
    /// In units of the job's own: bytes of a file, stages of a round.
    public let done: Int
    public let total: Int?
    public let result: JobResult?
    public let failure: JobFailure?

    init(_ record: JobRecord) throws {
        id = record.id
        kind = record.kind
        subject = record.subject
        state = record.state
        isDryRun = record.isDryRun
        actor = record.actor
        createdAt = record.createdAt
        finishedAt = record.finishedAt
        done = record.stepsDone
        total = record.stepsTotal
        let decoder = JSONDecoder()
        result = try record.result.map { try decoder.decode(JobResult.self, from: Data($0.utf8)) }
        failure = try record.failure.map { try decoder.decode(JobFailure.self, from: Data($0.utf8)) }
    }

    public var isOver: Bool { state == .done || state == .failed }
}

/// What came of a job.
public struct JobResult: Sendable, Hashable, Codable {
    /// The counts of an import.
    public var created: Int?
    public var updated: Int?
    public var unchanged: Int?
    /// The run that a match was stored as; none after a dry run.
    public var run: Code?
    public var placed: Int?
    public var unplaced: Int?
}

/// Why a job failed; nothing of it was done.
public struct JobFailure: Sendable, Hashable, Codable {
    public struct Fault: Sendable, Hashable, Codable {
        public let line: Int
        public let column: String
        public let position: Int?
        public let kindSV: String
        public let kindEN: String
        public let sv: String
        public let en: String

        public var kind: Phrase { Phrase(sv: kindSV, en: kindEN) }
        public var sentence: Phrase { Phrase(sv: sv, en: en) }

        init(_ fault: ImportFault) {
            line = fault.line
            column = fault.column
            position = fault.position
            kindSV = fault.kind.sv
            kindEN = fault.kind.en
            sv = fault.sentence.sv
            en = fault.sentence.en
        }
    }

    /// A refusal's code, or `interrupted`, `unavailable`, `fault`.
    public let code: String
    public let sv: String
    public let en: String
    /// How many faults a file has in all.
    public let faultCount: Int
    /// The first of them.
    public let faults: [Fault]

    public var sentence: Phrase { Phrase(sv: sv, en: en) }

    /// So many faults of a file are kept.
    public static let faultLimit = 1_000

    init(_ code: String, _ sentence: Phrase, _ found: ImportFaults = ImportFaults()) {
        self.code = code
        sv = sentence.sv
        en = sentence.en
        faultCount = found.count
        faults = found.list.prefix(Self.faultLimit).map(Fault.init)
    }

    init(_ error: any Error) {
        switch error {
        case Refusal.importFaults(let faults): self.init("import_faults", Refusal.importFaults(faults).phrase, faults)
        case let refusal as Refusal: self.init(refusal.code, refusal.phrase)
        case is CancellationError:
            self.init(
                "interrupted",
                Phrase(
                    sv: "Tjänsten stoppades innan arbetet var klart; inget är ändrat. Starta det igen.",
                    en: "The service was stopped before the work was done; nothing was changed. Start it again."))
        default:
            self.init(
                "fault",
                Phrase(
                    sv: "Arbetet kunde inte slutföras; inget är ändrat. Försök igen.",
                    en: "The work could not be done; nothing was changed. Try again."))
        }
    }

    static let silent = JobFailure(
        "interrupted",
        Phrase(
            sv: "Tjänsten dog innan arbetet var klart; inget är ändrat. Starta det igen.",
            en: "The service died before the work was done; nothing was changed. Start it again."))
}
