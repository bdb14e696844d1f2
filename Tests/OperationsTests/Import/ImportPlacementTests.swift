import Domain
import Operations
import Postgres
import TestSupport
import Testing

struct ImportPlacementTests {
    static let people = """
        referrer;reference;registered_on
        SFI;A;2026-01-01
        SFI;B;2026-01-01
        SFI;C;2026-01-01

        """
    static let head = "code;referrer;participant;slot;from;to;state;state_on;reason\n"

    static func with(_ body: (ImportFixture) async throws -> Void) async throws {
        try await ImportFixture.with { (fixture) async throws -> Void in
            try await fixture.load(.participants, people)
            try await body(fixture)
        }
    }

    /// A coordinator's file too: it states what others have done.
    @Test(arguments: Role.allCases.filter(Action.importFile.roles.contains))
    func `a placement may arrive in any state, along a legal path`(_ role: Role) async throws {
        try await Self.with { (fixture) async throws -> Void in
            var file = Self.head
            for (index, state) in PlacementState.allCases.enumerated() {
                let month = index + 1 < 10 ? "0\(index + 1)" : "\(index + 1)"
                let on = state == .interrupted ? "2026-\(month)-20" : ""
                file += "P\(index);SFI;A;S1;2026-\(month)-13;2026-\(month)-26;\(state.rawValue);\(on);\n"
            }
            let reader = Actor(name: "reader", role: role, municipality: fixture.actor.municipality)
            #expect(try await fixture.load(.placements, file, as: reader) == [PlacementState.allCases.count, 0, 0])
            #expect(try await fixture.load(.placements, file, as: reader) == [0, 0, PlacementState.allCases.count])
            // Every step in the history is a drawn one.
            #expect(
                try await fixture.count(
                    """
                    SELECT count(*) FROM placement_event e WHERE e.from_state IS NOT NULL AND e.from_state <> e.to_state
                        AND NOT EXISTS (SELECT FROM placement_transition t
                            WHERE t.from_state = e.from_state AND t.to_state = e.to_state)
                    """) == 0)
            #expect(
                try await fixture.text(
                    "SELECT concat_ws(' ', started_on, ended_on, state_on) FROM placement WHERE state = 'completed'")
                    == "2026-05-13 2026-05-26 2026-05-26")
            #expect(
                try await fixture.text(
                    "SELECT concat_ws(' ', started_on, ended_on) FROM placement WHERE state = 'interrupted'")
                    == "2026-11-13 2026-11-20")
        }
    }

    @Test func `a later change must be a legal path too`() async throws {
        try await Self.with { (fixture) async throws -> Void in
            func row(_ state: String) -> String { Self.head + "P1;SFI;A;S1;2026-02-01;2026-03-01;\(state);;\n" }
            #expect(try await fixture.load(.placements, row("accepted")) == [1, 0, 0])
            #expect(try await fixture.load(.placements, row("completed")) == [0, 1, 0])
            #expect(try await fixture.load(.placements, row("completed")) == [0, 0, 1])
            for state in ["proposed", "agreed", "withdrawn", "interrupted"] {
                let file = row(state).replacing("interrupted;", with: "interrupted;2026-02-10")
                #expect(try await fixture.faults(.placements, file) == ["2:state@7"])
            }
            #expect(
                try await fixture.faults(.placements, row("completed").replacing("SFI;A", with: "SFI;B"))
                    == ["2:participant@3"])
        }
    }

    @Test func `days may be corrected where the occupancy allows it`() async throws {
        try await Self.with { (fixture) async throws -> Void in
            try await fixture.load(
                .placements,
                Self.head
                    + "P1;SFI;A;S2;2026-02-01;2026-03-01;completed;;\nP2;SFI;B;S2;2026-03-02;2026-04-01;started;;\n")
            // Both move at once, each onto days the other had.
            let moved =
                Self.head
                + "P1;SFI;A;S2;2026-02-10;2026-03-20;completed;2026-03-20;\nP2;SFI;B;S2;2026-03-21;2026-04-20;started;2026-03-21;\n"
            #expect(try await fixture.load(.placements, moved) == [0, 2, 0])
            #expect(try await fixture.load(.placements, moved) == [0, 0, 2])
            let full = Self.head + "P2;SFI;B;S2;2026-03-20;2026-04-20;started;2026-03-21;\n"
            #expect(try await fixture.faults(.placements, full) == ["2:slot@4"])
        }
    }

    @Test func `overlaps, full places and days outside are all found before anything is written`() async throws {
        try await Self.with { (fixture) async throws -> Void in
            try await fixture.load(.placements, Self.head + "P0;SFI;A;S1;2026-02-01;2026-03-01;agreed;;\n")
            let file = """
                P1;SFI;A;S1;2026-03-01;2026-04-01;accepted;;
                P2;SFI;B;S2;2026-05-01;2026-06-01;started;;
                P3;SFI;C;S2;2026-06-01;2026-07-01;started;;
                P4;SFI;B;S1;2025-12-01;2026-02-01;accepted;;
                P5;SFI;B;S1;2026-12-01;2027-02-01;accepted;;
                P6;SFI;B;NIX;2026-08-01;2026-09-01;accepted;;
                P7;SFI;NIX;S1;2026-08-01;2026-09-01;accepted;;
                P8;SFI;C;S1;2026-08-01;2026-09-01;interrupted;;
                P9;SFI;C;S1;2026-10-01;2026-10-31;no_show;2026-09-30;
                P9;SFI;C;S1;2026-10-01;2026-10-31;proposed;;
                P10;SFI;C;S2;2026-06-15;2026-06-20;proposed;;

                """
            let faults = try await fixture.faults(.placements, Self.head + file)
            #expect(
                faults == [
                    "2:from@5", "4:slot@4", "5:from@5", "6:to@6", "7:slot@4", "8:participant@3", "9:state_on@8",
                    "10:state_on@8", "11:code@1",
                ])
            #expect(try await fixture.count("SELECT count(*) FROM placement") == 1)
        }
    }

    @Test func `a slot cannot shrink under the people in it`() async throws {
        try await Self.with { (fixture) async throws -> Void in
            try await fixture.load(
                .placements,
                Self.head + "P1;SFI;A;S1;2026-02-01;2026-06-01;agreed;;\nP2;SFI;B;S1;2026-05-01;2026-07-01;agreed;;\n")
            let head = "code;unit;title;kind;from;to;places;state;withdrawn_on\n"
            func slot(_ rest: String) -> String { head + "S1;PARK;Parkarbete;arbetspraktik;\(rest)\n" }
            #expect(try await fixture.faults(.slots, slot("2026-01-12;2026-12-18;1;offered;")) == ["2:places@7"])
            #expect(try await fixture.faults(.slots, slot("2026-01-12;2026-06-20;2;offered;")) == ["2:to@6"])
            #expect(try await fixture.faults(.slots, slot("2026-03-01;2026-12-18;2;offered;")) == ["2:from@5"])
            #expect(
                try await fixture.faults(.slots, slot("2026-01-12;2026-12-18;2;withdrawn;2026-06-01"))
                    == ["2:withdrawn_on@9"])
            #expect(try await fixture.faults(.slots, slot("2026-01-12;2026-12-18;2;draft;")).isEmpty)
            #expect(try await fixture.load(.slots, slot("2026-01-12;2026-12-18;2;withdrawn;2026-09-01")) == [0, 1, 0])
            #expect(try await fixture.load(.slots, slot("2026-01-12;2026-12-18;2;withdrawn;2026-08-01")) == [0, 1, 0])
            #expect(try await fixture.load(.slots, slot("2026-01-12;2026-12-18;2;withdrawn;2026-08-01")) == [0, 0, 1])
            #expect(try await fixture.faults(.slots, slot("2026-01-12;2026-12-18;2;closed;")) == ["2:state@8"])
            #expect(
                try await fixture.faults(.slots, slot("2026-01-12;2026-12-18;2;withdrawn;")) == ["2:withdrawn_on@9"])
            #expect(
                try await fixture.faults(
                    .slots, slot("2022-01-12;2022-12-18;2;offered;").replacing("arbetspraktik", with: "extratjanst")
                )
                .contains("2:kind@4"))
        }
    }

    @Test func `outcomes name a placement or a participant`() async throws {
        try await Self.with { (fixture) async throws -> Void in
            try await fixture.load(.placements, Self.head + "P1;SFI;A;S1;2026-02-01;2026-06-01;completed;;\n")
            let head =
                "code;placement;referrer;participant;checked_on;status;employer;form;subsidised;from;to;student_aid;source\n"
            let good =
                head + """
                    U1;P1;;;2026-07-01;employed;host;fixed_term;no;2026-06-02;;;host
                    U2;;SFI;B;2026-07-01;studying;;;;2026-06-02;;yes;referrer
                    U3;P1;SFI;A;2026-09-01;unknown;;;;;;;

                    """
            #expect(try await fixture.load(.outcomes, good) == [3, 0, 0])
            #expect(try await fixture.load(.outcomes, good) == [0, 0, 3])
            let bad =
                head + """
                    V1;;;;2026-07-01;employed;;;;;;;
                    V2;P1;SFI;B;2026-07-01;seeking;;;;;;;
                    V3;NIX;;;2026-07-01;seeking;;;;;;;
                    V4;P1;;;2026-07-01;seeking;host;;;;;;
                    V5;P1;;;2026-07-01;employed;host;;;2026-07-01;2026-06-01;;

                    """
            #expect(
                try await fixture.faults(.outcomes, bad) == [
                    "2:placement@2", "3:participant@4", "4:placement@2", "5:employer@7", "6:to@11",
                ])
        }
    }
}
