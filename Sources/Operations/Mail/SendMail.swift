public import Domain
import FoundationEssentials
public import Mail
import Postgres
import Store
import Synchronization

/// What came of one round of sending.
public struct MailRound: Sendable, Hashable {
    public var sent = 0
    /// Given up in this round.
    public var failed = 0
    /// To be tried again.
    public var postponed = 0
    /// Why the server takes nothing just now; the round ended with it.
    public var trouble: MailTrouble?

    public init() {}
}

extension Operations {
    /// The municipalities that have mail to send now.
    public func municipalitiesWithMail() async throws -> [MunicipalityCode] {
        try await pool.withConnection { try await $0.municipalitiesWithMail(by: clock.now()) }
    }

    /// Every municipality there is.
    public func servedMunicipalities() async throws -> [MunicipalityCode] {
        try await pool.withConnection { try await $0.servedMunicipalities() }
    }

    /// Sends what is due in a municipality, a few messages at a time, until nothing is left, the mail server takes no more, or
    /// the task is cancelled. Any number of daemons may do so at once: each message is in the hands of one.
    ///
    /// A message whose daemon dies while sending it is tried again, with the same Message-ID; it comes twice only where the
    /// server had taken it and the daemon died before that was on record.
    public func sendMail(
        in municipality: MunicipalityCode, through carrier: any MailCarrier, as office: MailOffice, width: Int = 4
    ) async throws -> MailRound {
        let round = Shared(MailRound())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<width {
                group.addTask {
                    while !Task.isCancelled, round.value.withLock({ $0.trouble == nil }) {
                        switch try await claimMessage(municipality, for: office) {
                        case .nothing: return
                        case .setAside: continue
                        case .ready(let claimed):
                            let step = try await handOver(claimed, municipality, carrier, office)
                            round.value.withLock { $0.add(step) }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return round.value.withLock { $0 }
    }

    /// Sends a claimed message, its row held meanwhile, so that the moment this daemon dies another may take it. Once begun it
    /// goes on though the task is cancelled, for as long as the rules' last patience.
    private func handOver(
        _ claimed: ClaimedMessage, _ municipality: MunicipalityCode, _ carrier: any MailCarrier, _ office: MailOffice
    ) async throws -> MailStep? {
        let carrying = Shared<Task<MailOutcome, Never>?>(nil)
        let whole = Task {
            try await pool.transaction(for: municipality, by: Actor.clock(municipality).name, attempts: 1) {
                connection -> MailStep? in
                guard
                    let begun = try await connection.lockAttempt(claimed.id, municipality, ordinal: claimed.ordinal)
                else { return nil }
                let task = Task { await carrier.carry(claimed.message) }
                carrying.value.withLock { $0 = task }
                let step = MailStep(await task.value)
                try await record(step, of: claimed, begun: begun, municipality, office.rules, connection)
                return step
            }
        }
        return try await withTaskCancellationHandler {
            try await whole.value
        } onCancel: {
            Task {
                try? await Task.sleep(for: office.rules.lastPatience)
                carrying.value.withLock { $0 }?.cancel()
            }
        }
    }

    private func record(
        _ step: MailStep, of claimed: ClaimedMessage, begun: Date, _ municipality: MunicipalityCode,
        _ rules: MailRules, _ connection: Connection
    ) async throws {
        let now = clock.now()
        try await connection.endAttempt(
            claimed.id, municipality, ordinal: claimed.ordinal, step.outcome, code: step.code)
        switch step.outcome {
        case .delivered: try await connection.endMessage(claimed.id, municipality, as: .sent, at: now)
        case .refused: try await connection.endMessage(claimed.id, municipality, as: .failed, at: now)
        case .interrupted: try await connection.holdMessage(claimed.id, municipality, until: now)
        default:
            let next = now.addingTimeInterval(
                rules.pause(after: claimed.ordinal, chance: Double.random(in: 0...1)))
            if next.timeIntervalSince(begun) > rules.givenUpAfter.interval {
                try await connection.endMessage(claimed.id, municipality, as: .failed, at: now)
            } else {
                try await connection.holdMessage(claimed.id, municipality, until: next)
            }
        }
    }
}

/// What became of one attempt, as it is put on record.
struct MailStep: Sendable {
    let outcome: AttemptOutcome
    let code: Int?
    let trouble: MailTrouble?

    init(_ outcome: MailOutcome) {
        switch outcome {
        case .delivered: (self.outcome, code, trouble) = (.delivered, nil, nil)
        case .refused(let code): (self.outcome, self.code, trouble) = (.refused, code, nil)
        case .postponed(let trouble):
            self.trouble = trouble
            switch trouble {
            case .deferred(let code): (self.outcome, self.code) = (.deferred, code)
            case .unreachable: (self.outcome, code) = (.unreachable, nil)
            case .tooSlow: (self.outcome, code) = (.tooSlow, nil)
            case .untrusted: (self.outcome, code) = (.untrusted, nil)
            case .denied(let code): (self.outcome, self.code) = (.denied, code)
            case .broken: (self.outcome, code) = (.broken, nil)
            case .interrupted: (self.outcome, code) = (.interrupted, nil)
            }
        }
    }
}

extension MailRound {
    fileprivate mutating func add(_ step: MailStep?) {
        guard let step else { return }
        switch step.outcome {
        case .delivered: sent += 1
        case .refused: failed += 1
        default: postponed += 1
        }
        if let found = step.trouble, found.isOfServer { trouble = found }
    }
}

/// What several tasks of one round have in common.
private final class Shared<Value: Sendable>: Sendable {
    let value: Mutex<Value>

    init(_ value: Value) {
        self.value = Mutex(value)
    }
}
