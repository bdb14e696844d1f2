import ArgumentParser
import Domain

/// Says what is wrong with an installation, and what to do.
struct DoctorCommand: ContextCommand {
    static let configuration = CommandConfiguration.phrase(
        "doctor", sv: "Ser över installationen och säger vad som behöver göras.",
        en: "Looks the installation over and says what needs doing.", example: "praktik doctor --municipality 1485")

    @OptionGroup var global: GlobalOptions

    func run(in context: CommandContext) async throws {
    }
}
