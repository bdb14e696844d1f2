import Domain
import Postgres

extension PersonalTable {
    /// The person, their numbers, and what referrers have said of them.
    static func whoTheyAre(_ whose: Whose) -> [PersonalTable] {
        let (m, person) = (whose.municipality, whose.person)
        return [
            PersonalTable(
                "person", sv: "Skydd", en: "Protection",
                [Column("protected", sv: "Skyddade personuppgifter", en: "Protected identity", "t.protected")],
                "FROM person t WHERE t.municipality = \(m) AND t.id = \(person)"),
            PersonalTable(
                "person_identifier", sv: "Identitetsnummer", en: "Identity numbers",
                [
                    Column("type", sv: "Slag", en: "Kind", "t.type", IdentityType.self),
                    Column("value", sv: "Nummer", en: "Number", "t.value"),
                    Column("recorded_on", sv: "Antecknat", en: "Recorded", "t.recorded_on"),
                    Column("replaced_on", sv: "Ersatt", en: "Replaced", "t.replaced_on"),
                ],
                """
                FROM person_identifier t WHERE t.municipality = \(m) AND t.person_id = \(person)
                ORDER BY t.recorded_on, t.id
                """),
            participant(whose),
            PersonalTable(
                "wish", sv: "Önskade platser", en: "Places wished for",
                [
                    Column("referrer", sv: "Anvisare", en: "Referrer", "r.name"),
                    Column("rank", sv: "Nummer", en: "Rank", "t.rank"),
                    Column("slot", sv: "Plats", en: "Place", "s.title"),
                ],
                """
                FROM wish t JOIN participant i ON i.municipality = t.municipality AND i.id = t.participant_id
                JOIN referrer r ON r.municipality = i.municipality AND r.id = i.referrer_id
                JOIN slot s ON s.municipality = t.municipality AND s.id = t.slot_id
                WHERE t.municipality = \(m) AND i.person_id = \(person) ORDER BY i.registered_on, i.id, t.rank
                """),
            PersonalTable(
                "course", sv: "Kurser", en: "Courses",
                [
                    Column("name", sv: "Kurs", en: "Course", "t.name"),
                    Column("from", sv: "Från", en: "From", "t.starts_on"),
                    Column("to", sv: "Till", en: "To", "t.ends_on"), Column(weekdays: "t.weekdays"),
                    Column("begins_at", sv: "Börjar (minut på dagen)", en: "Begins (minute of the day)", "t.begins_at"),
                    Column(
                        "finishes_at", sv: "Slutar (minut på dagen)", en: "Ends (minute of the day)", "t.finishes_at"),
                ],
                """
                FROM course t WHERE t.municipality = \(m) AND t.participant_id IN \(whose.referrals)
                ORDER BY t.starts_on, t.id
                """),
        ]
    }

    private static func participant(_ whose: Whose) -> PersonalTable {
        PersonalTable(
            "participant", sv: "Anmälningar", en: "Referrals",
            [
                Column("referrer", sv: "Anvisare", en: "Referrer", "r.name"),
                Column("reference", sv: "Anvisarens beteckning", en: "The referrer's reference", "t.reference"),
                Column("registered_on", sv: "Anmäld", en: "Registered", "t.registered_on"),
                Column("given_name", sv: "Förnamn", en: "Given name", "t.given_name"),
                Column("family_name", sv: "Efternamn", en: "Family name", "t.family_name"),
                Column("birth_date", sv: "Födelsedag", en: "Date of birth", "t.birth_date"),
                Column("sex", sv: "Kön", en: "Sex", "t.sex", Sex.self),
                Column("email", sv: "E-post", en: "Mail", "t.email"),
                Column("phone", sv: "Telefon", en: "Telephone", "t.phone"),
                Column("language", sv: "Språk", en: "Language", "t.language"),
                Column("protected", sv: "Skyddad", en: "Protected", "t.protected"),
                Column("sfi_passed", sv: "Godkänd SFI", en: "SFI passed", "t.sfi_passed"),
                Column("licences", sv: "Körkort och behörigheter", en: "Licences", "to_jsonb(t.licences)"),
                Column(
                    "record_check_shown_on", sv: "Registerutdrag visat", en: "Record check shown",
                    "t.record_check_shown_on"),
                Column(
                    "occupations", sv: "Önskade yrken (SSYK)", en: "Occupations sought (SSYK)",
                    "to_jsonb(t.occupations)"),
                Column("available_from", sv: "Kan från", en: "Available from", "t.available_from"),
                Column("available_to", sv: "Kan till", en: "Available to", "t.available_to"),
                Column(weekdays: "t.weekdays"),
                Column("minutes_per_day", sv: "Minuter om dagen", en: "Minutes a day", "t.minutes_per_day"),
                Column("areas", sv: "Områden", en: "Areas", "to_jsonb(t.areas)"),
                Column("priority", sv: "Prioritet", en: "Priority", "t.priority"),
                Column("purpose", sv: "Syfte", en: "Purpose", "t.purpose", SlotPurpose.self),
                Column(
                    "introduction_ended_on", sv: "Introduktionen slutade", en: "Introduction ended",
                    "t.introduction_ended_on"),
            ],
            """
            FROM participant t JOIN referrer r ON r.municipality = t.municipality AND r.id = t.referrer_id
            WHERE t.municipality = \(whose.municipality) AND t.person_id = \(whose.person)
            ORDER BY t.registered_on, t.id
            """)
    }
}
