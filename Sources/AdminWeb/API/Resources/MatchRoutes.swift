import Domain
import Operations

/// Rounds: computed in the background, looked into, tried with changes, decided.
enum MatchRoutes {
    private static let run = APIParameter("run", Code.self, "The run's code.")
    private static let slot = APIParameter("slot", Code.self, "The slot's code.")
    private static let participant = APIParameter("participant", ParticipantLabel.self, "REFERRER/REFERENCE.")
    private static let other = APIParameter("with", Code.self, "The run that it is held against.")
    private static let start = APIParameter("from", Day.self, "The round's first day; left out, today.")
    private static let shortest = APIParameter(
        "minimum_days", MinimumDays.self, "The shortest placement in days; left out, as settled.")
    private static let group = "Matching"

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/match-runs", "listMatchRuns", in: group, "Every run, the newest first.", .listRuns,
            Paging.parameters, .ok(Paging.schema(.runSummary))
        ) { call in
            let page = try await call.operations.matchRunList(call.actor, page: try Paging.request(call))
            return Paging.answer(.runSummary, page, call)
        },
        APIRoute(
            .post, "/match-runs", "startMatchRun", in: group,
            "Compute a round in the background and keep it as a run. Nothing is proposed to anybody.", .runMatch,
            body: .json(RoundInput.schema), .accepted(Representation.job.schema), dryRun: .ofJob
        ) { call in
            let parameters = try await RoundInput.parameters(call.body, call)
            let job = try await call.operations.queueMatch(call.actor, parameters, dryRun: call.isDryRun)
            return try await JobRoutes.accepted(call, job)
        },
        APIRoute(
            .get, "/round-plan", "planRound", in: group, "Who and what would be in a round, and not, in numbers.",
            .listRuns, [start.optional, shortest.optional], .ok(Representation.roundPlan.schema)
        ) { call in
            let plan = try await call.operations.planRound(
                call.actor, roundStart: try call[start] ?? call.operations.clock.today,
                minimumDays: try call[shortest]?.number)
            return APIResult(.roundPlan, plan, call)
        },
        APIRoute(
            .get, "/match-runs/{run}", "readMatchRun", in: group,
            "A run: who got which slot, who did not and why.", .listRuns, of: .run, [run.inPath],
            .ok(MatchSchemas.run)
        ) { call in
            let found = try await call.operations.matchRun(call.actor, code: try call(run))
            return try FigureRoutes.result(MatchDocument(found, language: call.language))
        },
        APIRoute(
            .post, "/match-runs/{run}/decision", "decideMatchRun", in: group,
            "Make the run's pairs proposals, all of them or none.", .decideMatch, of: .run, [run.inPath],
            .ok(decision.schema)
        ) { call in
            let decided = try await call.operations.decideMatch(call.actor, code: try call(run))
            return APIResult(decision, Decision(run: decided.run.code, placements: decided.placements), call)
        },
        APIRoute(
            .get, "/match-runs/{run}/explanation", "explainParticipant", in: group,
            "Why a participant got what they got, and how a slot stands to them if one is asked about.", .listRuns,
            of: .run, [run.inPath, participant.required, slot.optional], .ok(MatchSchemas.explanation)
        ) { call in
            let explanation = try await call.operations.explainMatch(
                call.actor, code: try call(run), participant: try call(participant).text, slot: try call[slot]
            ).explanation
            return try FigureRoutes.result(MatchExplanationDocument(explanation, language: call.language))
        },
        APIRoute(
            .get, "/match-runs/{run}/slots/{slot}/explanation", "explainSlot", in: group,
            "What became of a slot's places in a run.", .listRuns, of: .run, [run.inPath, slot.inPath],
            .ok(MatchSchemas.slotExplanation)
        ) { call in
            let explanation = try await call.operations.explainSlot(
                call.actor, code: try call(run), slot: try call(slot))
            return try FigureRoutes.result(SlotExplanationDocument(explanation, language: call.language))
        },
        APIRoute(
            .get, "/match-runs/{run}/slots/{slot}/census", "readCensus", in: group,
            "How everybody stood to a slot in a run, and one participant if asked for.", .listRuns, of: .run,
            [run.inPath, slot.inPath, participant.optional], .ok(MatchSchemas.census)
        ) { call in
            let census = try await call.operations.matchCensus(
                call.actor, run: try call(run), slot: try call(slot), participant: try call[participant]?.text)
            return try FigureRoutes.result(MatchCensusDocument(census, language: call.language))
        },
        APIRoute(
            .get, "/match-runs/{run}/comparison", "compareMatchRuns", in: group,
            "Two runs held against one another.", .listRuns, of: .run, [run.inPath, other.required],
            .ok(MatchSchemas.comparison)
        ) { call in
            let comparison = try await call.operations.compareMatches(
                call.actor, try call(run), with: try call(other))
            return try FigureRoutes.result(MatchComparisonDocument(comparison))
        },
        APIRoute(
            .post, "/match-runs/{run}/trials", "tryMatchRun", in: group,
            "What the run would have come to with changes; kept as a run only where that is asked for.", .runMatch,
            of: .run, [run.inPath], body: .json(TrialInput.schema), .ok(MatchSchemas.comparison)
        ) { call in
            let (code, change) = (try call(run), try TrialInput.change(call.body))
            let comparison =
                try call.body[TrialInput.store] ?? false
                ? try await call.operations.storeTriedMatch(call.actor, code, change)
                : try await call.operations.tryMatch(call.actor, code, change)
            return try FigureRoutes.result(MatchComparisonDocument(comparison))
        },
    ]

    /// What a decision did.
    private struct Decision: Sendable {
        let run: Code
        let placements: [DecidedPlacement]
    }

    private static let decision = Representation<Decision>(
        "Decision", "What was proposed."
    ) {
        APIField("run", "The run that was decided.") { $0.run }
        APIField("placements", "The placements that were proposed.", listOf: .decidedPlacement) { $0.placements }
    }
}
