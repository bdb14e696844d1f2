import ArgumentParser

/// The root: every command there is.
struct Praktik: ParsableCommand {
    static let configuration = CommandConfiguration.phrase(
        "praktik",
        sv: "Samordnar kommunens praktikplatser: erbjuder, matchar, placerar och räknar.",
        en: "Coordinates a municipality's internships: offers, matches, places and counts.",
        example: "praktik database start\npraktik migrate\npraktik serve",
        subcommands: [
            ImportCommand.self,
            SlotCommands.self, ParticipantCommands.self, PlacementCommands.self, OutcomeCommands.self,
            FollowUpCommands.self,
            AgreementCommands.self, CourseCommands.self, VoiceCommands.self, ComplaintCommands.self,
            RegisterCommands<UnitRegister>.self, RegisterCommands<ReferrerRegister>.self,
            RegisterCommands<SupervisorRegister>.self, RegisterCommands<UndertakingRegister>.self,
            MailCommands.self, UserCommands.self, SettingsCommands.self, AuditCommands.self,
            RetentionCommands.self, CommitmentCommands.self, ReportCommands.self, SnapshotCommands.self,
            CalendarCommands.self, WorklistCommand.self,
            ServeCommand.self, MigrateCommand.self, DatabaseCommands.self, DoctorCommand.self,
            MatchCommands.self,
        ])
}
