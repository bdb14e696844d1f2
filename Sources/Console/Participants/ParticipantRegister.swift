import ArgumentParser
import Domain
import Operations

/// One new participant; a class comes in by `import participants`.
struct ParticipantRegister: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "register", sv: "Registrera en deltagare. En hel grupp läses in med import participants.",
        en: "Register a participant. A whole class comes in by import participants.",
        example: "praktik participant register SFI K-114 --given-name Test --sfi-passed C --occupations 9412")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var change: ChangeOptions
    @Argument(help: .phrase(sv: "Anvisarens kod.", en: "The referrer's code."), transform: value { try Code($0) })
    var referrer: Code
    @Argument(
        help: .phrase(sv: "Anvisarens referens.", en: "The referrer's reference."), transform: value { try Code($0) })
    var reference: Code
    @Option(help: .phrase(sv: "Förnamn.", en: "Given name."))
    var givenName: String?
    @Option(help: .phrase(sv: "Efternamn.", en: "Family name."))
    var familyName: String?
    @Option(
        help: .phrase(
            sv: "personnummer, samordningsnummer, reservnummer eller none; numret frågas efter på standard in.",
            en: "personnummer, samordningsnummer, reservnummer or none; the number is read from standard input."),
        transform: word(IdentityType.self))
    var identityType: IdentityType = .none
    @Option(help: .phrase(sv: "Född, om numret inte säger det.", en: "Born, where the number does not say."))
    var birthDate: String?
    @Option(help: .phrase(sv: "woman, man eller unknown.", en: "woman, man or unknown."))
    var sex: String?
    @Flag(help: .phrase(sv: "Skyddade personuppgifter.", en: "Protected identity."))
    var protected = false
    @Option(help: .phrase(sv: "Godkänd SFI-kurs: A–D eller not_needed.", en: "SFI course passed: A–D or not_needed."))
    var sfiPassed: String?
    @Option(help: .phrase(sv: "Dagen då SFI-kursen blev godkänd.", en: "The day on which the SFI course was passed."))
    var sfiPassedOn: String?
    @Option(help: .phrase(sv: "Körkort och bevis, B|C1.", en: "Licences, B|C1."))
    var licences: String?
    @Option(help: .phrase(sv: "Registerutdrag visat den dagen.", en: "Record check shown on the day."))
    var recordCheckShownOn: String?
    @Option(help: .phrase(sv: "Yrken (SSYK), bäst först: 9412|9111.", en: "Occupations (SSYK), best first: 9412|9111."))
    var occupations: String?
    @Option(help: .phrase(sv: "Önskade platser, bäst först.", en: "Slots wished for, best first."))
    var wishes: String?
    @Option(help: .phrase(sv: "Tillgänglig från.", en: "Available from."))
    var availableFrom: String?
    @Option(help: .phrase(sv: "Tillgänglig till.", en: "Available to."))
    var availableTo: String?
    @Option(help: .phrase(sv: "Veckodagar, 1|2|3.", en: "Weekdays, 1|2|3."))
    var weekdays: String?
    @Option(name: .customLong("hours"), help: .phrase(sv: "Timmar per dag.", en: "Hours a day."))
    var hoursPerDay: String?
    @Option(help: .phrase(sv: "Områden.", en: "Areas."))
    var areas: String?
    @Option(help: .phrase(sv: "0–9, 9 går först.", en: "0–9, 9 goes first."))
    var priority: String?
    @Option(help: .phrase(sv: "Syfte.", en: "Purpose."))
    var purpose: String?

    func run(in context: CommandContext) async throws {
        let options = [
            "given_name": givenName, "family_name": familyName, "birth_date": birthDate, "sex": sex,
            "sfi_passed": sfiPassed, "sfi_passed_on": sfiPassedOn, "licences": licences,
            "record_check_shown_on": recordCheckShownOn,
            "occupations": occupations, "wishes": wishes, "available_from": availableFrom,
            "available_to": availableTo, "weekdays": weekdays, "hours_per_day": hoursPerDay, "areas": areas,
            "priority": priority, "purpose": purpose, "protected": protected ? "yes" : nil,
        ]
        var fields = options.compactMapValues(\.self)
        if identityType != .none {
            fields["identity_type"] = identityType.rawValue
            // Not an option: what is typed on a command line stands in the shell's history and in the list of processes.
            context.output.note(Phrase(sv: "Numret:", en: "The number:"))
            fields["identity"] = readLine(strippingNewline: true) ?? ""
        }
        try await context.withOperations { operations, actor in
            try await operations.registerParticipant(
                actor, referrer: referrer, reference: reference, fields: fields, dryRun: change.dryRun)
            try context.output.changed(
                reference, dryRun: change.dryRun,
                Phrase(sv: "\(referrer)/\(reference) är registrerad.", en: "\(referrer)/\(reference) is registered."))
        }
    }
}
