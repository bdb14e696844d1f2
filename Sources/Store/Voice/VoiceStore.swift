public import Domain
public import Postgres

/// What a participant said of a placement, and of which.
public struct VoiceRecord: Sendable, RowDecodable {
    public let id: Identifier<VoiceAnswer>
    public let placement: Code
    public let referrer: Code
    public let reference: Code
    public let unit: Code
    public let unitName: String
    public let slotTitle: String
    public let occasion: VoiceOccasion
    public let answers: VoiceAnswers
    /// What the questions were read in: a language's code.
    public let language: String
    /// What the participant was to learn of the language, by the newest agreement.
    public let languageGoal: String?
    /// Why somebody else gave them; nil where the participant did.
    public let ground: AnswerGround?
    /// Who gave them: the referral, or an account's name.
    public let actor: String
    public let answeredOn: Day
    package let person: Identifier<Person>
    package let isProtected: Bool

    public init(row: Row) throws {
        id = try row.value("id")
        placement = try row.value("placement")
        referrer = try row.value("referrer")
        reference = try row.value("reference")
        unit = try row.value("unit")
        unitName = try row.value("unit_name")
        slotTitle = try row.value("title")
        occasion = try row.value("occasion")
        answers = VoiceAnswers(
            tasks: try row.value("tasks"), alone: try row.value("alone"), swedish: try row.value("swedish"),
            learnt: try row.value("learnt"), words: try row.value("words"))
        language = try row.value("language")
        languageGoal = try row.value("language_goal")
        ground = try row.value("ground")
        actor = try row.value("actor")
        answeredOn = try row.value("answered_on")
        person = try row.value("person_id")
        isProtected = try row.value("protected")
    }
}

/// What a placement's participant is to be asked about, and when.
package struct VoicePlan: Sendable, RowDecodable {
    /// Nil where the participant is not asked then, or it is not known yet.
    package let mid: Day?
    package let end: Day?
    /// Whether the placement is for learning the language.
    package let isForLanguage: Bool
    package let givenMid: Bool
    package let givenEnd: Bool

    package init(row: Row) throws {
        mid = try row.value("mid")
        end = try row.value("end")
        isForLanguage = try row.value("for_language")
        givenMid = try row.value("given_mid")
        givenEnd = try row.value("given_end")
    }

    package func day(_ occasion: VoiceOccasion) -> Day? { occasion == .mid ? mid : end }
    package func isGiven(_ occasion: VoiceOccasion) -> Bool { occasion == .mid ? givenMid : givenEnd }
}

extension SQL {
    /// A row `t` with `municipality` and `placement_id` with the placement, the person and the place.
    static let spokenOf: SQL = """
        JOIN placement p ON p.municipality = t.municipality AND p.id = t.placement_id
        JOIN person e ON e.municipality = p.municipality AND e.id = p.person_id
        JOIN participant i ON i.municipality = p.municipality AND i.id = p.participant_id
        JOIN referrer r ON r.municipality = p.municipality AND r.id = i.referrer_id
        JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
        JOIN organisation_unit u ON u.municipality = p.municipality AND u.id = s.unit_id
        """

    static let spokenOfColumns: SQL = """
        p.code AS placement, r.code AS referrer, i.reference, u.code AS unit, u.name AS unit_name, s.title, e.protected,
            p.person_id
        """

    /// The day on which the participant of a placement `p` is asked.
    package static func voiceDay(_ occasion: VoiceOccasion) -> SQL {
        "voice_day(\(occasion), p.state, p.started_on, p.ended_on, p.ends_on)"
    }
}

extension VoiceRecord {
    fileprivate static let columns: SQL = """
        t.id, t.occasion, t.tasks, t.alone, t.swedish, t.learnt, t.words, t.language, t.ground, t.actor, t.answered_on,
            (SELECT a.language_goal FROM agreement a WHERE a.municipality = t.municipality
                AND a.placement_id = t.placement_id ORDER BY a.version DESC LIMIT 1) AS language_goal,
            \(.spokenOfColumns)
        """
}

extension Connection {
    /// Who gives them is the transaction's, and whether they may, the database says too.
    package func insertVoice(
        _ placement: Identifier<Placement>, _ municipality: MunicipalityCode, id: Identifier<VoiceAnswer>,
        _ occasion: VoiceOccasion, _ answers: VoiceAnswers, language: String, ground: AnswerGround?, on day: Day
    ) async throws {
        _ = try await execute(
            """
            INSERT INTO voice_answer (municipality, id, placement_id, occasion, tasks, alone, swedish, learnt, words, language,
                ground, answered_on)
            VALUES (\(municipality), \(id), \(placement), \(occasion), \(answers.tasks), \(answers.alone),
                \(answers.swedish), \(answers.learnt), \(answers.words), \(language), \(ground), \(day))
            """)
    }

    /// A placement's, in the order of their occasions, whoever it is about.
    package func voices(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> [VoiceRecord] {
        try await query(
            """
            SELECT \(VoiceRecord.columns) FROM voice_answer t \(.spokenOf)
            WHERE t.municipality = \(municipality) AND t.placement_id = \(placement) ORDER BY t.answered_at, t.id
            """, as: VoiceRecord.self)
    }

    /// All but those of protected persons, the newest first.
    package func voicePage(
        _ municipality: MunicipalityCode, _ request: PageRequest
    ) async throws -> ListPage<VoiceRecord>? {
        try await page(
            IndexedList(
                municipality, columns: VoiceRecord.columns, table: "voice_answer t", joins: .spokenOf, key: "t.id",
                conditions: ["NOT e.protected"], isDescending: true),
            request, as: VoiceRecord.self)
    }

    package func voicePlan(
        of placement: Identifier<Placement>, _ municipality: MunicipalityCode
    ) async throws -> VoicePlan? {
        try await queryFirst(
            """
            SELECT \(.voiceDay(.mid)) AS mid, \(.voiceDay(.end)) AS "end",
                coalesce(s.purpose = 'language' OR s.kind = 'sprakpraktik', false) OR EXISTS (SELECT FROM agreement a
                    WHERE a.municipality = p.municipality AND a.placement_id = p.id AND a.language_goal IS NOT NULL)
                    AS for_language,
                voice_is_given(p.id, 'mid') AS given_mid, voice_is_given(p.id, 'end') AS given_end
            FROM placement p JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            WHERE p.municipality = \(municipality) AND p.id = \(placement)
            """, as: VoicePlan.self)
    }
}
