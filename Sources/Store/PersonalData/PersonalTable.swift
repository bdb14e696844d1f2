package import Domain
import FoundationEssentials
package import Postgres

/// A table with rows about a person, in the words of whoever asks what is on file about them.
///
/// ``PersonalTable/all(of:in:)`` is the one list of them. A test holds it against the schema, so that a new table about people
/// cannot be forgotten.
package struct PersonalTable: Sendable {
    package struct Column: Sendable {
        package let key: String
        package let label: Phrase
        let expression: SQL
        /// What a word of a vocabulary is called; nil for what is no such word.
        package let words: (@Sendable (String) -> Phrase?)?

        init(_ key: String, sv: String, en: String, _ expression: SQL) {
            self.key = key
            label = Phrase(sv: sv, en: en)
            self.expression = expression
            words = nil
        }

        init<Word: Vocabulary>(_ key: String, sv: String, en: String, _ expression: SQL, _ type: Word.Type) {
            self.key = key
            label = Phrase(sv: sv, en: en)
            self.expression = expression
            words = { Word(rawValue: $0)?.label }
        }

        /// Days of the week, which are stored as bits.
        init(weekdays expression: SQL) {
            key = "weekdays"
            label = Phrase(sv: "Veckodagar", en: "Weekdays")
            self.expression = """
                CASE WHEN \(expression) IS NOT NULL THEN
                    to_jsonb(ARRAY(SELECT n FROM generate_series(1, 7) AS n WHERE \(expression)::int & (1 << (n - 1)) <> 0))
                END
                """
            words = nil
        }
    }

    /// Of the database, and of JSON.
    package let name: String
    package let title: Phrase
    package let columns: [Column]
    /// From `FROM` on: the person's rows.
    let source: SQL

    init(_ name: String, sv: String, en: String, _ columns: [Column], _ source: SQL) {
        self.name = name
        title = Phrase(sv: sv, en: en)
        self.columns = columns
        self.source = source
    }

    /// Whose rows are asked for.
    struct Whose: Sendable {
        let municipality: MunicipalityCode
        let person: Identifier<Person>

        /// `t.participant_id` and the like: the keys of the person's referrals.
        var referrals: SQL {
            "(SELECT i.id FROM participant i WHERE i.municipality = \(municipality) AND i.person_id = \(person))"
        }

        var placements: SQL {
            "(SELECT i.id FROM placement i WHERE i.municipality = \(municipality) AND i.person_id = \(person))"
        }

        /// A table's rows about the person's placements, with the placement as `p`, the slot as `s` and the unit as `u`.
        func ofPlacements(_ table: SQL, _ key: SQL = "t.placement_id") -> SQL {
            """
            FROM \(table) t
            JOIN placement p ON p.municipality = t.municipality AND p.id = \(key) AND p.person_id = \(person)
            JOIN slot s ON s.municipality = p.municipality AND s.id = p.slot_id
            JOIN organisation_unit u ON u.municipality = s.municipality AND u.id = s.unit_id
            WHERE t.municipality = \(municipality)
            """
        }
    }

    /// Every table about people, in the order in which it is told.
    package static func all(of person: Identifier<Person>, in municipality: MunicipalityCode) -> [PersonalTable] {
        let whose = Whose(municipality: municipality, person: person)
        return whoTheyAre(whose) + placed(whose) + agreed(whose) + told(whose) + traces(whose)
    }
}

extension SQL {
    /// A moment as a clock in Sweden shows it.
    static func swedish(_ moment: SQL) -> SQL {
        "to_char(\(moment) AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')"
    }
}

extension Connection {
    /// What a table has about its person: every row, its values in the order of the columns.
    package func personalRows(_ table: PersonalTable) async throws -> [[PersonalValue]] {
        let values = SQL.joined(table.columns.map(\.expression), by: ", ")
        let rows = try await query("SELECT jsonb_build_array(\(values))::text AS cells \(table.source)")
        return try rows.map { row in
            let text: String = try row.value("cells")
            return try JSONDecoder().decode([PersonalValue].self, from: Data(text.utf8))
        }
    }
}
