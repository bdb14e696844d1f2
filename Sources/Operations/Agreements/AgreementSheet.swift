public import Domain
import Postgres
public import Store

/// A placement's agreement: its versions, who has approved which, the checks, and the courses it clashes with.
public struct AgreementSheet: Sendable {
    public let detail: PlacementDetail
    public let background: PlacementBackground
    /// Oldest first; none for what was agreed elsewhere and imported, or is not accepted yet.
    public let versions: [AgreementVersion]
    public let approvals: [AgreementApproval]
    public let checks: [RecordedCheck]
    /// Of the newest version.
    public let clashes: [CourseClash]

    public var newest: AgreementVersion? { versions.last }

    /// The one that holds now.
    public var inForce: AgreementVersion? { versions.last { $0.inForceAt != nil } }

    /// The newest, where it does not hold yet and still can.
    public var pending: AgreementVersion? {
        newest.flatMap {
            $0.inForceAt == nil && AgreementSheet.openStates.contains(detail.placement.state) ? $0 : nil
        }
    }

    /// Where an agreement can be approved and changed.
    public static let openStates: Set<PlacementState> = [.accepted, .agreed, .started]

    /// What a version says otherwise than the one before it; empty for the first.
    public func changes(of version: AgreementVersion) -> [AgreementTerms.Part] {
        guard let before = versions.last(where: { $0.number < version.number }) else { return [] }
        return version.terms.changes(from: before.terms)
    }
}

extension Operations {
    /// A placement's agreement, so far as the placement is within the actor's reach; a host is told whose word is given, and
    /// no account but the own. Looking at a protected person's is for named officers, and is audited.
    public func agreement(_ actor: Actor, code: Code) async throws -> AgreementSheet {
        let sheet = try await read(actor, .listPlacements) { connection in
            try await connection.agreementSheet(
                try await connection.placementInReach(code, actor, orAwaited: true), actor)
        }
        if sheet.detail.protected { try await viewProtected(actor, person: sheet.detail.personID) }
        return sheet
    }
}

extension Connection {
    func agreementSheet(_ found: PlacementDetail, _ actor: Actor) async throws -> AgreementSheet {
        let municipality = actor.municipality
        guard let background = try await placementBackground(found.id, municipality) else {
            throw Refusal.noSuch(.placement, found.placement.code.rawValue)
        }
        let versions = try await agreementVersions(found.id, municipality)
        let approvals = try await agreementApprovals(found.id, municipality)
        let checks = try await recordedChecks(found.id, municipality)
        let clashes =
            if let newest = versions.last {
                try await courseClashes(found.id, municipality, version: newest.number)
            } else { [CourseClash]() }
        guard actor.role == .registrar else {
            return AgreementSheet(
                detail: found, background: background, versions: versions, approvals: approvals, checks: checks,
                clashes: clashes)
        }
        return AgreementSheet(
            detail: found, background: background.withoutFamilyName,
            versions: versions.map { $0.namingOnly(actor.name) },
            approvals: approvals.map { $0.namingOnly(actor.name) }, checks: checks.map { $0.namingOnly(actor.name) },
            // Which courses somebody goes to is not the host's to know.
            clashes: [])
    }
}
