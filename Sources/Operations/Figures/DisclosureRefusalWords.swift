public import Domain
public import Statistics

extension DisclosureRefusal: PhrasedError {
    public var phrase: Phrase {
        switch self {
        case .exposed(let names):
            Phrase(
                sv: "Det som redan har publicerats skulle tillsammans med detta röja "
                    + "\(names.joined(separator: ", ")); inget publiceras.",
                en: "What has been published already would together with this tell "
                    + "\(names.joined(separator: ", ")); nothing is published.")
        case .refused(let names):
            Phrase(
                sv: "Granskningen fann att \(names.joined(separator: ", ")) går att räkna ut; inget publiceras. "
                    + "Det är ett fel i programmet: anmäl det.",
                en: "The audit found that \(names.joined(separator: ", ")) can be reckoned out; nothing is "
                    + "published. That is a fault of the program: report it.")
        case .inconsistent:
            Phrase(
                sv: "Tabellernas tal går inte ihop; inget publiceras. Det är ett fel i programmet: anmäl det.",
                en: "The tables' numbers do not agree; nothing is published. "
                    + "That is a fault of the program: report it.")
        }
    }
}

extension ReportLoss {
    /// How much is not shown, out of how much: no more than the tables say.
    public var phrase: Phrase {
        Phrase(
            sv: "\(kept) av \(figures) tal om personer som inte är 0 visas inte (\(share) %).",
            en: "\(kept) of \(figures) figures about persons that are not 0 are not shown (\(share)%).")
    }
}
