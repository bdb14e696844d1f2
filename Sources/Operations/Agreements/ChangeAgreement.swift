public import Domain
import FoundationEssentials
import Postgres
import Store

extension Operations {
    /// Writes a new version of a placement's agreement: extended, shortened, moved, or with another supervisor, other hours
    /// or another goal. Nothing of it holds until all have approved it; answered is its number.
    ///
    /// - Parameter version: The newest version as it was read, where that is to be held against.
    public func changeAgreement(
        _ actor: Actor, _ code: Code, _ change: AgreementChange, expecting version: Int? = nil, dryRun: Bool = false
    ) async throws -> Int {
        try await self.change(actor, .changeAgreement, dryRun: dryRun) { connection in
            let found = try await connection.placementToChange(code, actor)
            guard AgreementSheet.openStates.contains(found.placement.state) else {
                throw Refusal.agreement(.notOpen(found.placement.state))
            }
            for text in [change.goal, change.languageGoal, change.insurance, change.contact] { try checked(text) }
            let versions = try await connection.agreementVersions(found.id, actor.municipality)
            let newest = versions.last
            if let version, version != newest?.number ?? 0 { throw Refusal.changedMeanwhile(.agreement, code.rawValue) }
            let standing =
                if let newest { newest.terms } else { try await connection.firstTerms(found, actor.municipality) }
            let terms = try standing.with(change)
            guard newest == nil || terms != standing else { throw Refusal.agreement(.unchanged) }
            try await check(terms, of: found, actor, connection)
            if terms.supervisor != standing.supervisor {
                try await checkSupervision(terms, of: found, actor.municipality, connection)
            }
            let number = (newest?.number ?? 0) + 1
            try await connection.makeVersion(number, terms, found, by: actor, at: clock.now())
            return Changed(number, AuditRecord(agreement: found, number, before: newest?.terms, terms))
        }
    }

    /// Whether the terms can be agreed on at all: within the slot's days, by supervisors who are there, and what has begun
    /// as it began.
    private func check(
        _ terms: AgreementTerms, of found: PlacementDetail, _ actor: Actor, _ connection: Connection
    ) async throws {
        if found.placement.state == .started {
            let standing = found.placement
            guard terms.slot == standing.slot, terms.period.from == standing.period.from,
                terms.period.to >= min(clock.today, standing.period.to)
            else { throw Refusal.agreement(.begun) }
        }
        guard let slot = try await connection.slots(actor.municipality, SlotFilter(code: terms.slot)).first else {
            throw Refusal.noSuch(.slot, terms.slot.rawValue)
        }
        if let units = try await connection.unitScope(actor), !units.contains(slot.unitID) {
            throw Hidden(.slot, terms.slot.rawValue)
        }
        guard slot.slot.period.contains(terms.period) else {
            throw Refusal.agreement(.outsideSlot(slot.slot.period))
        }
        for supervisor in [terms.supervisor, terms.deputy] {
            if let supervisor { try await connection.checkReach(ofSupervisor: supervisor, actor) }
        }
        if slot.slot.purpose == .language, terms.languageGoal == nil {
            throw Refusal.agreement(.languageGoalMissing)
        }
    }

    /// Whoever gives the last approval is not the one to hear that another supervisor can take nobody; the database sees to it
    /// then all the same.
    private func checkSupervision(
        _ terms: AgreementTerms, of found: PlacementDetail, _ municipality: MunicipalityCode, _ connection: Connection
    ) async throws {
        guard let supervisor = terms.supervisor else { return }
        let settings = try await connection.municipalitySettings(municipality)
        let (isFull, isTrained) = try await connection.supervision(
            by: supervisor, municipality, besides: found.id, on: terms.period)
        if isFull, settings.supervisorPolicy == .block { throw Refusal.supervisorFull }
        if !isTrained, settings.trainingPolicy == .block { throw Refusal.supervisorUntrained }
    }
}

extension AgreementTerms {
    fileprivate func with(_ change: AgreementChange) throws(Refusal) -> AgreementTerms {
        var terms = self
        terms.slot = change.slot ?? slot
        do {
            terms.period = try Period(from: change.from ?? period.from, to: change.to ?? period.to)
        } catch {
            throw .value("to", error)
        }
        terms.hoursPerDay = change.hoursPerDay ?? hoursPerDay
        terms.beginsAt = change.beginsAt ?? beginsAt
        terms.weekdays = change.weekdays ?? weekdays
        terms.supervisor = change.supervisor ?? supervisor
        terms.deputy = change.deputy ?? deputy
        terms.goal = change.goal ?? goal
        terms.languageGoal = change.languageGoal ?? languageGoal
        terms.insurance = change.insurance ?? insurance
        terms.contact = change.contact ?? contact
        return terms
    }

    /// By name, for the audit log.
    var auditFields: [String: String] {
        var fields = [
            "slot": slot.rawValue, "from": period.from.description, "to": period.to.description,
            "weekdays": weekdays.description, "goal": goal.rawValue, "insurance": insurance.rawValue,
        ]
        fields["hours_per_day"] = hoursPerDay?.description
        fields["begins_at"] = beginsAt?.description
        fields["supervisor"] = supervisor?.rawValue
        fields["deputy"] = deputy?.rawValue
        fields["language_goal"] = languageGoal?.rawValue
        fields["contact"] = contact?.rawValue
        return fields
    }
}

extension AuditRecord {
    init(agreement placement: PlacementDetail, _ number: Int, before: AgreementTerms?, _ after: AgreementTerms) {
        let code = placement.placement.code.rawValue
        self.init(
            entity: "agreement", id: placement.id,
            before: before.map { $0.auditFields.merging(["code": code, "version": "\(number - 1)"]) { $1 } },
            after: after.auditFields.merging(["code": code, "version": "\(number)"]) { $1 })
    }
}

extension Connection {
    /// What an agreement begins with: the slot's own words, for its days as they are placed.
    func firstTerms(_ found: PlacementDetail, _ municipality: MunicipalityCode) async throws -> AgreementTerms {
        let placement = found.placement
        guard let detail = try await slots(municipality, SlotFilter(code: placement.slot)).first,
            let around = try await placementBackground(found.id, municipality)
        else { throw Refusal.noSuch(.placement, placement.code.rawValue) }
        let slot = detail.slot
        let deputy =
            if let code = slot.supervisor {
                try await supervisors(municipality, code: code).first?.record.deputy
            } else { Code?.none }
        // Nothing that tells the workplace, where that is protected.
        let goal = found.protected ? "Pröva på och lära sig arbetet" : "Pröva på och lära sig arbetet: \(slot.title)"
        let contact = [around.proposer, around.proposerEmail?.rawValue].compactMap { $0 }.joined(separator: ", ")
        return AgreementTerms(
            slot: slot.code, period: placement.period, hoursPerDay: slot.hoursPerDay, weekdays: slot.weekdays,
            supervisor: slot.supervisor, deputy: deputy, goal: try Line(String(goal.prefix(1000))),
            languageGoal: slot.purpose == .language
                ? try Line("Förstå och använda de ord som behövs i arbetet, varje dag tillsammans med handledaren")
                : nil,
            insurance: try Line("Kommunen försäkrar deltagaren mot olycksfall och för ansvar under praktiken."),
            contact: contact.isEmpty ? nil : try? Line(contact))
    }

    /// Writes a version and asks everybody for their word; what was asked about the version before is asked no more.
    func makeVersion(
        _ number: Int, _ terms: AgreementTerms, _ found: PlacementDetail, by actor: Actor, at now: Date
    ) async throws {
        let age = try await birthDate(found.participantID, actor.municipality)?.age(on: terms.period.from)
        let isMade = try await insertAgreement(
            terms, found.id, actor.municipality, version: number, isMinor: age.map { $0 < 18 } ?? false, by: actor.name)
        guard isMade else { throw Refusal.noSuch(.slot, terms.slot.rawValue) }
        try await revokePartyLinks(of: found.id, actor.municipality, purpose: .approveAgreement, at: now)
        try await askForApproval(
            .agreementToApprove, actor.municipality, at: now,
            where: "p.id = \(found.id) AND a.version = \(number)")
    }

    /// The newest version, the first one made where there is none yet.
    func newestAgreement(
        _ found: PlacementDetail, by actor: Actor, at now: Date
    ) async throws -> AgreementVersion {
        let municipality = actor.municipality
        if let newest = try await agreementVersions(found.id, municipality).last { return newest }
        try await makeVersion(1, try await firstTerms(found, municipality), found, by: actor, at: now)
        guard let made = try await agreementVersions(found.id, municipality).last else {
            throw Refusal.agreement(.missing)
        }
        return made
    }
}
