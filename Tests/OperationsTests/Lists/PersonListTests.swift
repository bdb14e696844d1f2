import Domain
import Operations
import Postgres
import Store
import TestSupport
import Testing

struct PersonListTests {
    @Test(arguments: ParticipantSort.allCases, [false, true])
    func `referrals come in pages that are whole, and nobody protected is among them`(
        sort: ParticipantSort, isDescending: Bool
    ) async throws {
        try await ListTown.with { town in
            let walk = try await ListTown.walk(size: 11) {
                let found = try await town.operations.participantList(
                    town.coordinator, by: sort, isDescending: isDescending, page: $0)
                #expect(found.protected == 3)
                return found.page
            }
            let rows = walk.forward.flatMap { $0 }
            #expect(rows.count == 87 && walk.total == 87 && Set(rows.map(\.participant.reference)).count == 87)
            #expect(walk.backward.flatMap { $0 }.map(\.participant.reference) == rows.map(\.participant.reference))
            #expect(rows.allSatisfy { !$0.detail.isPersonProtected })
            let ordered = isDescending ? Array(rows.reversed()) : rows
            for (left, right) in zip(ordered, ordered.dropFirst()) {
                switch sort {
                case .registered: #expect(left.participant.registeredOn <= right.participant.registeredOn)
                case .since: #expect(left.standing.since <= right.standing.since)
                case .name:
                    let places = [left, right].map { row in
                        ListTown.titles.firstIndex { $0 == row.participant.familyName?.rawValue } ?? -1
                    }
                    #expect(places[0] <= places[1])
                case .reference: break
                }
            }
        }
    }

    @Test func `a referrer's board holds the own people, each in one state`() async throws {
        try await ListTown.with { town in
            let referrer = try await town.referrer("SFI")
            let all = try await town.operations.participantList(referrer, page: PageRequest(size: 200))
            #expect(all.page.rows.allSatisfy { $0.participant.referrer.rawValue == "SFI" })
            #expect(all.page.total + all.protected == 30)
            var sum = 0
            for state in BoardState.allCases {
                var filter = ParticipantListFilter()
                filter.state = state
                let found = try await town.operations.participantList(referrer, filter, page: PageRequest(size: 200))
                #expect(found.page.rows.allSatisfy { $0.standing.state == state })
                let expected = all.page.rows.filter { $0.standing.state == state }
                #expect(Set(found.page.rows.map(\.participant.reference)) == Set(expected.map(\.participant.reference)))
                sum += found.page.total
            }
            #expect(sum == all.page.total)
            #expect(Set(all.page.rows.map(\.standing.state)) == [.waiting, .proposed, .placed])
            for row in all.page.rows {
                if row.standing.placement == nil { #expect(row.standing.since == row.participant.registeredOn) }
                if row.standing.placementState == .withdrawn {
                    let withdrawn = try Day("2026-02-20")
                    #expect(row.standing.state == .waiting && row.standing.since == withdrawn)
                }
            }
            var filter = ParticipantListFilter()
            filter.state = .waiting
            let waited = try #require(
                try await town.operations.participantList(referrer, filter).page.rows.first?.participant.reference)
            try await town.database.pool.transaction(for: town.municipality, by: "test") { connection in
                _ = try await connection.execute(
                    "UPDATE participant SET available_to = '2026-03-01' WHERE reference = \(waited.rawValue)")
            }
            filter.state = .ended
            let over = try await town.operations.participantList(referrer, filter, by: .since).page.rows
            #expect(over.map(\.participant.reference) == [waited] && over[0].standing.state == .ended)
            #expect(over[0].standing.days(on: try Day(ListTown.today)) == 1)
            filter = ParticipantListFilter()
            filter.search = "åkeri TEST1"
            let found = try await town.operations.participantList(town.coordinator, filter).page.rows
            #expect(!found.isEmpty && found.allSatisfy { $0.participant.familyName?.rawValue == "Åkeri" })
            filter = ParticipantListFilter()
            filter.referrer = try Code("AMA")
            #expect(try await town.operations.participantList(referrer, filter).page.rows.isEmpty)
        }
    }

    @Test(arguments: PlacementSort.allCases, [false, true])
    func `placements come in pages that are whole`(sort: PlacementSort, isDescending: Bool) async throws {
        try await ListTown.with { town in
            let walk = try await ListTown.walk(size: 7) {
                try await town.operations.placementList(
                    town.coordinator, by: sort, isDescending: isDescending, page: $0
                ).page
            }
            let rows = walk.forward.flatMap { $0 }
            let all = try await town.operations.placements(town.coordinator).shown
            #expect(rows.count == all.count && walk.total == all.count)
            #expect(Set(rows.map(\.placement.code)) == Set(all.map(\.placement.code)))
            #expect(walk.backward.flatMap { $0 }.map(\.placement.code) == rows.map(\.placement.code))
        }
    }

    @Test func `placements are narrowed by state, unit, days and words, and hosts are told first names`() async throws {
        try await ListTown.with { town in
            let all = try await town.operations.placements(town.coordinator).shown
            func expect(
                _ change: (inout PlacementListFilter) throws -> Void, _ meets: (PlacementDetail) throws -> Bool
            ) async throws {
                var filter = PlacementListFilter()
                try change(&filter)
                let found = try await town.operations.placementList(
                    town.coordinator, filter, page: PageRequest(size: 200))
                let wanted = try all.filter(meets).map(\.placement.code)
                #expect(Set(found.page.rows.map(\.placement.code)) == Set(wanted) && !wanted.isEmpty)
                #expect(found.page.total == wanted.count)
            }
            try await expect {
                $0.states = [.proposed, .withdrawn]
            } _: {
                $0.placement.state != .accepted
            }
            try await expect {
                $0.unit = try Code("SB")
            } _: {
                $0.unit.rawValue != "KF"
            }
            try await expect {
                $0.slot = all[0].placement.slot
            } _: {
                $0.placement.slot == all[0].placement.slot
            }
            try await expect {
                $0.referrer = try Code("SFI")
            } _: {
                $0.placement.referrer.rawValue == "SFI"
            }
            let days = try Period(from: Day("2026-03-01"), to: Day("2026-03-31"))
            try await expect {
                $0.during = days
            } _: {
                $0.placement.period.overlaps(days)
            }
            try await expect {
                $0.search = "\(all[0].slotTitle.uppercased().prefix(4)) \(all[0].placement.code)"
            } _: {
                $0.placement.code.rawValue.hasPrefix(all[0].placement.code.rawValue) && $0.slotTitle == all[0].slotTitle
            }

            let registrar = try await town.registrar("KF")
            let own = try await town.operations.placementList(registrar)
            #expect(own.page.rows.allSatisfy { $0.detail.unit.rawValue == "KF" && $0.familyName == nil })
            #expect(own.page.rows.contains { $0.givenName != nil })
            let whole = try await town.operations.placementList(town.coordinator)
            #expect(whole.page.rows.allSatisfy { $0.familyName != nil } && whole.protected == 2)
        }
    }
}
