/// One step of the schema, as it stands in `Migrations/NNNN_name.sql`.
public struct Migration: Sendable {
    public let number: Int
    public let name: String
    public let sql: String

    public init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    fileprivate init(_ number: Int, _ name: String, _ bytes: [UInt8]) {
        self.init(number: number, name: name, sql: String(decoding: bytes, as: UTF8.self))
    }
}

/// What the program carries of this folder.
public enum Embedded {
    /// In order, without gaps. A new file in the folder gets its line here; a test holds the two together.
    public static let migrations: [Migration] = [
        Migration(1, "foundation", PackageResources._001_foundation_sql),
        Migration(2, "organisation", PackageResources._002_organisation_sql),
        Migration(3, "slots", PackageResources._003_slots_sql),
        Migration(4, "participants", PackageResources._004_participants_sql),
        Migration(5, "placements", PackageResources._005_placements_sql),
        Migration(6, "matching_and_outcomes", PackageResources._006_matching_and_outcomes_sql),
        Migration(7, "isolation", PackageResources._007_isolation_sql),
        Migration(8, "match_census", PackageResources._008_match_census_sql),
        Migration(9, "accounts", PackageResources._009_accounts_sql),
        Migration(10, "settings", PackageResources._010_settings_sql),
        Migration(11, "jobs_and_answers", PackageResources._011_jobs_and_answers_sql),
        Migration(12, "mail", PackageResources._012_mail_sql),
        Migration(13, "answers", PackageResources._013_answers_sql),
        Migration(14, "supply", PackageResources._014_supply_sql),
        Migration(15, "agreements", PackageResources._015_agreements_sql),
        Migration(16, "report_calendar", PackageResources._016_report_calendar_sql),
        Migration(17, "follow_up", PackageResources._017_follow_up_sql),
        Migration(18, "voice", PackageResources._018_voice_sql),
        Migration(19, "endings", PackageResources._019_endings_sql),
        Migration(20, "statistics", PackageResources._020_statistics_sql),
        Migration(21, "guides", PackageResources._021_guides_sql),
        Migration(22, "sfi_passed_on", PackageResources._022_sfi_passed_on_sql),
        Migration(23, "snapshots", PackageResources._023_snapshots_sql),
        Migration(24, "retention", PackageResources._024_retention_sql),
    ]
}
