public import Domain
import FoundationEssentials
public import Mail
public import Operations
import Synchronization

/// What a daemon does by itself, beside answering: posts what the day asks for, and sends the outbox. Several daemons on one
/// database share the work; every duty is safe to begin twice.
public struct Workers: Sendable {
    private let operations: Operations
    /// Nil: mail waits in the outbox.
    private let post: (carrier: any MailCarrier, office: MailOffice)?
    private let report: @Sendable (WorkerEvent) -> Void

    /// - Parameter report: told what the operator should read.
    public init(
        _ operations: Operations, sending post: (carrier: any MailCarrier, office: MailOffice)?,
        report: @escaping @Sendable (WorkerEvent) -> Void = { _ in }
    ) {
        self.operations = operations
        self.post = post
        self.report = report
    }

    /// Works until the task is cancelled; then finishes what is being sent. What cannot be done now, since the database or the
    /// mail server is away, is done later.
    ///
    /// - Parameter pause: between two rounds.
    public func run(every pause: Duration = .seconds(5)) async {
        if post == nil { report(.mailWaits) }
        var lastTrouble: MailTrouble?
        var lastPosting: Date?
        var lastFailure: Failure?
        while !Task.isCancelled {
            var failure: Failure?
            // What the day asks for is looked for less often than what has been posted.
            let now = operations.clock.now()
            if lastPosting.map({ now.timeIntervalSince($0) >= 60 || now < $0 }) ?? true {
                do {
                    try await postDue()
                    lastPosting = now
                } catch {
                    failure = Failure(error)
                }
            }
            do {
                let round = try await send()
                if let trouble = round.trouble, trouble != lastTrouble {
                    report(.mailTrouble(trouble))
                    lastTrouble = trouble
                } else if round.sent > 0, round.trouble == nil, lastTrouble != nil {
                    report(.mailFlows)
                    lastTrouble = nil
                }
            } catch {
                failure = Failure(error)
            }
            if failure != lastFailure, !Task.isCancelled {
                report(failure.map(WorkerEvent.fails) ?? .goesOn)
                lastFailure = failure
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Does what the day asks for, in every municipality: lets lapse what nobody has answered in time, then posts the mail that
    /// is due. Answers how many messages were new. One municipality's failure keeps nothing from the others; it is thrown when
    /// all have had their turn.
    @discardableResult
    public func postDue() async throws -> Int {
        var posted = 0
        try await eachInTurn(of: operations.servedMunicipalities()) { municipality in
            try await operations.lapseOverdue(Actor.clock(municipality))
            posted += try await operations.postDueMail(in: municipality)
            return true
        }
        return posted
    }

    /// Sends what is due, in every municipality, until the mail server takes no more.
    @discardableResult
    public func send() async throws -> MailRound {
        var whole = MailRound()
        guard let post else { return whole }
        try await eachInTurn(of: operations.municipalitiesWithMail()) { municipality in
            let round = try await operations.sendMail(in: municipality, through: post.carrier, as: post.office)
            whole.sent += round.sent
            whole.failed += round.failed
            whole.postponed += round.postponed
            whole.trouble = round.trouble
            return round.trouble == nil
        }
        return whole
    }

    /// - Parameter work: false ends it.
    private func eachInTurn(
        of municipalities: [MunicipalityCode], _ work: (MunicipalityCode) async throws -> Bool
    ) async throws {
        var failure: (any Error)?
        for municipality in municipalities where !Task.isCancelled {
            do {
                guard try await work(municipality) else { break }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}

/// What a daemon's work has to tell its operator. Names no recipient and no person.
public enum WorkerEvent: Sendable, Hashable {
    /// No mail server is set: what is posted waits.
    case mailWaits
    /// The mail server takes nothing; told once, until it changes.
    case mailTrouble(MailTrouble)
    /// It takes mail again.
    case mailFlows
    /// Something could not be done, and is tried again; told once, until it changes.
    case fails(Failure)
    /// Everything is done again.
    case goesOn

    public var phrase: Phrase {
        switch self {
        case .mailWaits:
            Phrase(
                sv: "Ingen e-postserver är angiven (PRAKTIK_SMTP_URL): utskick väntar.",
                en: "No mail server is set (PRAKTIK_SMTP_URL): mail waits.")
        case .mailTrouble(let trouble):
            Phrase(
                sv: "E-postservern tar inte emot: \(trouble.word). Utskick väntar.",
                en: "The mail server takes nothing: \(trouble.word). Mail waits.")
        case .mailFlows: Phrase(sv: "E-postservern tar emot.", en: "The mail server takes mail.")
        case .fails(let failure):
            Phrase(
                sv: "Bakgrundsarbetet kunde inte göras helt, och görs om. \(failure.phrase.sv)",
                en: "The work in the background could not all be done, and is tried again. \(failure.phrase.en)")
        case .goesOn: Phrase(sv: "Bakgrundsarbetet görs igen.", en: "The work in the background is done again.")
        }
    }
}

extension MailTrouble {
    fileprivate var word: String {
        switch self {
        case .deferred(let code), .denied(let code): "\(code)"
        case .unreachable: "unreachable"
        case .tooSlow: "too slow"
        case .untrusted: "TLS"
        case .broken: "not SMTP"
        case .interrupted: "interrupted"
        }
    }
}
