public import Domain
import Postgres
public import Store

// Lists in one fixed order, page by page. Each throws `Refusal.value` for a place in the list that is there no more.

extension Operations {
    public func unitList(
        _ actor: Actor, page: PageRequest = PageRequest()
    ) async throws -> ListPage<OrganisationUnit> {
        try await read(actor, .listUnits) { try await $0.unitPage(actor.municipality, page).orGone.map(\.record) }
    }

    public func referrerList(_ actor: Actor, page: PageRequest = PageRequest()) async throws -> ListPage<Referrer> {
        try await read(actor, .listReferrers) {
            try await $0.referrerPage(actor.municipality, page).orGone.map(\.record)
        }
    }

    public func supervisorList(_ actor: Actor, page: PageRequest = PageRequest()) async throws -> ListPage<Supervisor> {
        try await read(actor, .listSupervisors) { connection in
            let units = try await connection.unitScope(actor)
            return try await connection.supervisorPage(actor.municipality, units: units, page).orGone.map(\.record)
        }
    }

    public func undertakingList(
        _ actor: Actor, page: PageRequest = PageRequest()
    ) async throws -> ListPage<Undertaking> {
        try await read(actor, .listUndertakings) {
            try await $0.undertakingPage(actor.municipality, page).orGone.map(\.record)
        }
    }

    public func userList(_ actor: Actor, page: PageRequest = PageRequest()) async throws -> ListPage<UserRecord> {
        try await read(actor, .manageUsers) { try await $0.userPage(actor.municipality, page).orGone }
    }

    /// Outcomes in the order they were recorded, of one placement or all. Those of protected persons are left out; how many is
    /// the second part of the answer.
    public func outcomeList(
        _ actor: Actor, placement: Code? = nil, page: PageRequest = PageRequest()
    ) async throws -> (page: ListPage<ToldOutcome>, protected: Int) {
        try await read(actor, .listOutcomes) { connection in
            try await connection.outcomePage(actor.municipality, placement: placement, page).orGone
        }
    }

    /// The newest run first.
    public func matchRunList(
        _ actor: Actor, page: PageRequest = PageRequest()
    ) async throws -> ListPage<MatchRunSummary> {
        try await read(actor, .listRuns) {
            try await $0.matchRunPage(actor.municipality, page).orGone.map(MatchRunSummary.init)
        }
    }

    /// Every accessibility fault that was reported, the newest first.
    public func faultReportList(
        _ actor: Actor, page: PageRequest = PageRequest()
    ) async throws -> ListPage<FaultReportRecord> {
        try await read(actor, .manageFaultReports) {
            try await $0.faultReportPage(actor.municipality, page).orGone
        }
    }
}
