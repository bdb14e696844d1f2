package import Domain
package import Postgres

/// What a municipality has settled; nil where it has not.
package struct SettingsRecord: Sendable, RowDecodable {
    package var name: Line?
    /// Six, in the order of the table's columns.
    package var weights: [Int]?
    package var suppressionThreshold: Int?
    package var unconfirmedDays: Int?
    package var minimumWeeks: Int?
    package var answerDays: Int?
    package var lapseDays: Int?
    package var supervisorPolicy: SupervisorPolicy?
    package var trainingPolicy: TrainingPolicy?
    package var mailDays: Int?
    package var dormantDays: Int?
    /// By kind of placement; a kind that is not here follows the standard.
    package var followUps: [SlotKind: FollowUpPlan]

    package init(
        name: Line?, weights: [Int]?, suppressionThreshold: Int?, unconfirmedDays: Int?, minimumWeeks: Int?,
        answerDays: Int?, lapseDays: Int?, supervisorPolicy: SupervisorPolicy?, trainingPolicy: TrainingPolicy?,
        mailDays: Int?, dormantDays: Int?, followUps: [SlotKind: FollowUpPlan]
    ) {
        self.name = name
        self.weights = weights
        self.suppressionThreshold = suppressionThreshold
        self.unconfirmedDays = unconfirmedDays
        self.minimumWeeks = minimumWeeks
        self.answerDays = answerDays
        self.lapseDays = lapseDays
        self.supervisorPolicy = supervisorPolicy
        self.trainingPolicy = trainingPolicy
        self.mailDays = mailDays
        self.dormantDays = dormantDays
        self.followUps = followUps
    }

    package init(row: Row) throws {
        name = try row.value("name")
        weights = try row.value("weights")
        suppressionThreshold = try row.value("suppression_threshold")
        unconfirmedDays = try row.value("unconfirmed_days")
        minimumWeeks = try row.value("minimum_weeks")
        answerDays = try row.value("answer_days")
        lapseDays = try row.value("lapse_days")
        supervisorPolicy = try row.value("supervisor_policy")
        trainingPolicy = try row.value("training_policy")
        mailDays = try row.value("mail_days")
        dormantDays = try row.value("dormant_days")
        let kinds = try row.value("follow_up_kinds", as: [SlotKind].self)
        let plans = try row.value("follow_ups", as: [String].self).map { try FollowUpPlan($0) }
        followUps = Dictionary(zip(kinds, plans), uniquingKeysWith: { first, _ in first })
    }
}

extension Connection {
    package func settings(_ municipality: MunicipalityCode) async throws -> SettingsRecord? {
        try await queryFirst(
            """
            SELECT name, suppression_threshold, unconfirmed_days, minimum_weeks, answer_days, lapse_days, supervisor_policy,
                training_policy, mail_days, dormant_days,
                ARRAY(SELECT r.kind FROM follow_up_rule r WHERE r.municipality = m.municipality ORDER BY r.kind)
                    AS follow_up_kinds,
                ARRAY(SELECT coalesce(nullif(concat_ws('|', CASE WHEN r.at_mid THEN 'mid' END,
                        CASE WHEN r.at_end THEN 'end' END, nullif(array_to_string(r.days_after, '|'), '')), ''), 'none')
                    FROM follow_up_rule r WHERE r.municipality = m.municipality ORDER BY r.kind) AS follow_ups,
                CASE WHEN weight_wish IS NOT NULL THEN ARRAY[weight_occupation, weight_wish, weight_area, weight_waited,
                    weight_permanent_post, weight_urgency]::bigint[] END AS weights
            FROM municipality_settings m WHERE municipality = \(municipality)
            """, as: SettingsRecord.self)
    }

    /// Takes the municipality's row, made if there is none, for the rest of the transaction.
    package func lockSettings(_ municipality: MunicipalityCode) async throws {
        _ = try await execute(
            """
            INSERT INTO municipality_settings (municipality) VALUES (\(municipality)) ON CONFLICT (municipality)
            DO UPDATE SET municipality = EXCLUDED.municipality
            """)
    }

    package func update(_ settings: SettingsRecord, _ municipality: MunicipalityCode) async throws {
        let weights = settings.weights
        _ = try await execute(
            """
            UPDATE municipality_settings SET name = \(settings.name),
                weight_occupation = (\(weights)::bigint[])[1], weight_wish = (\(weights)::bigint[])[2],
                weight_area = (\(weights)::bigint[])[3], weight_waited = (\(weights)::bigint[])[4],
                weight_permanent_post = (\(weights)::bigint[])[5], weight_urgency = (\(weights)::bigint[])[6],
                suppression_threshold = \(settings.suppressionThreshold), unconfirmed_days = \(settings.unconfirmedDays),
                minimum_weeks = \(settings.minimumWeeks), answer_days = \(settings.answerDays), lapse_days = \(settings.lapseDays),
                supervisor_policy = \(settings.supervisorPolicy), training_policy = \(settings.trainingPolicy),
                mail_days = \(settings.mailDays), dormant_days = \(settings.dormantDays)
            WHERE municipality = \(municipality)
            """)
        _ = try await execute("DELETE FROM follow_up_rule WHERE municipality = \(municipality)")
        for (kind, plan) in settings.followUps {
            _ = try await execute(
                """
                INSERT INTO follow_up_rule (municipality, kind, at_mid, at_end, days_after)
                VALUES (\(municipality), \(kind), \(plan.moments.contains(.mid)), \(plan.moments.contains(.end)),
                    \(plan.daysAfter)::bigint[]::integer[])
                """)
        }
    }
}
