public import Domain
import Synchronization

/// Where the time of a round goes.
public final class MatchTimings: Sendable {
    public enum Stage: String, Sendable, CaseIterable {
        case start, connect, read, rules, build, solve, check, reasons, census, encode, store, commit, report

        public var label: Phrase {
            switch self {
            case .start: Phrase(sv: "programmets start", en: "start of the program")
            case .connect: Phrase(sv: "anslutning", en: "connection")
            case .read: Phrase(sv: "läsning av underlaget", en: "reading the records")
            case .rules: Phrase(sv: "regler och poäng", en: "rules and scores")
            case .build: Phrase(sv: "uppställning", en: "setting up")
            case .solve: Phrase(sv: "lösning", en: "solving")
            case .check: Phrase(sv: "kontroll av beviset", en: "checking the proof")
            case .reasons: Phrase(sv: "skäl", en: "reasons")
            case .census: Phrase(sv: "rangordning per plats", en: "ranking by slot")
            case .encode: Phrase(sv: "som text", en: "as text")
            case .store: Phrase(sv: "sparande", en: "storing")
            case .commit: Phrase(sv: "granskningslogg och avslut", en: "audit log and commit")
            case .report: Phrase(sv: "utskrift", en: "printing")
            }
        }
    }

    private let spent = Mutex<[Stage: Duration]>([:])

    public init() {}

    public func add(_ duration: Duration, to stage: Stage) {
        spent.withLock { $0[stage, default: .zero] += duration }
    }

    /// Milliseconds, to a hundredth; stages that did not occur are left out.
    public var milliseconds: [(stage: Stage, spent: Double)] {
        spent.withLock { spent in
            Stage.allCases.compactMap { stage in
                spent[stage].map { (stage, (($0 / .milliseconds(1)) * 100).rounded() / 100) }
            }
        }
    }
}

extension MatchTimings? {
    /// Does the work, and notes how long it took if anybody wants to know.
    func measure<Value, Fault: Error>(
        _ stage: MatchTimings.Stage, _ body: () throws(Fault) -> Value
    ) throws(Fault) -> Value {
        guard let self else { return try body() }
        let start = ContinuousClock.now
        let value = try body()
        self.add(.now - start, to: stage)
        return value
    }

    func measure<Value>(_ stage: MatchTimings.Stage, _ body: () async throws -> Value) async throws -> Value {
        guard let self else { return try await body() }
        let start = ContinuousClock.now
        let value = try await body()
        self.add(.now - start, to: stage)
        return value
    }
}
