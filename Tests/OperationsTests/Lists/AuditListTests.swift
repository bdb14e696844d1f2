import Domain
import FoundationEssentials
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct AuditListTests {
    private func entries(_ town: ListTown) async throws {
        for number in 1...30 {
            let code = try Code("S-\(number)")
            // Some are drafts, closed or withdrawn and may not be confirmed: refusals, which are on record too.
            _ = try? await town.operations.confirmSlot(town.coordinator, code)
        }
        let anna = Actor(name: "anna", role: .coordinator, municipality: town.municipality)
        try await town.operations.closeSlot(anna, try Code("S-3"))
    }

    @Test func `the log is walked newest first, and back`() async throws {
        try await ListTown.with { town in
            try await entries(town)
            let walk = try await ListTown.walk(size: 7) { try await town.operations.auditList(town.root, page: $0) }
            let forward = walk.forward.flatMap { $0 }.compactMap(\.line.sequence)
            #expect(forward == forward.sorted(by: >) && forward.count == 31 && walk.total == 31)
            #expect(walk.backward.flatMap { $0 }.compactMap(\.line.sequence) == forward)
            await #expect(throws: Refusal.value("page", .cursor)) {
                try await town.operations.auditList(town.root, page: PageRequest(PageCursor(.after, UUID())))
            }
            await #expect(throws: Refusal.notAllowed(.readAudit, .coordinator)) {
                try await town.operations.auditList(town.coordinator)
            }
        }
    }

    @Test func `it is searched by who, what, whether and when`() async throws {
        try await ListTown.with { town in
            try await entries(town)
            let all = try await town.operations.auditList(town.root, page: PageRequest(size: 200)).rows
            func expect(_ change: (inout AuditFilter) throws -> Void, _ meets: (AuditListRow) -> Bool) async throws {
                var filter = AuditFilter()
                try change(&filter)
                let found = try await town.operations.auditList(town.root, filter, page: PageRequest(size: 200))
                let wanted = all.filter(meets)
                #expect(found.rows.map(\.id) == wanted.map(\.id) && !wanted.isEmpty && wanted.count < all.count)
                #expect(found.total == wanted.count && !found.isTotalCapped)
            }
            try await expect {
                $0.actor = "anna"
            } _: {
                $0.line.actor == "anna"
            }
            try await expect {
                $0.action = "slot.confirm"
            } _: {
                $0.line.action == "slot.confirm"
            }
            try await expect {
                $0.outcomes = [.refused]
            } _: {
                $0.line.outcome == .refused
            }
            try await expect {
                $0.entityID = all[0].entityID
            } _: {
                $0.entityID == all[0].entityID
            }
            try await expect {
                $0.entity = "refusal"
            } _: {
                $0.line.entity == "refusal"
            }
            var filter = AuditFilter()
            filter.action = "slot"
            #expect(try await town.operations.auditList(town.root, filter).total == 31)
            filter.to = SwedishTime.day(of: all[0].line.at).adding(-1)
            #expect(try await town.operations.auditList(town.root, filter).total == 0)
        }
    }

    @Test func `an entry opens to what changed, without the people for those who may not see people`() async throws {
        try await ListTown.with { town in
            try await entries(town)
            let newest = try #require(try await town.operations.auditList(town.root).rows.first)
            let detail = try await town.operations.auditDetail(town.root, newest.id)
            #expect(detail.changes.contains(AuditChangeExpectation("state", "offered", "closed").change))
            #expect(!detail.isMasked)
            await #expect(throws: Refusal.self) {
                try await town.operations.auditDetail(town.root, Identifier(UUID()))
            }
        }
    }
}

private struct AuditChangeExpectation {
    let change: AuditChange

    init(_ field: String, _ before: String?, _ after: String?) {
        change = AuditChange(field: field, before: before, after: after)
    }
}
