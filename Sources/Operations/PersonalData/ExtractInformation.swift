public import Domain

/// What article 15.1 asks to be told besides the data themselves.
public struct ExtractInformation: Sendable {
    public let heading: Phrase
    public let text: Phrase

    private init(_ heading: Phrase, _ text: Phrase) {
        self.heading = heading
        self.text = text
    }

    static let all = [
        ExtractInformation(
            Phrase(sv: "Varför uppgifterna finns", en: "Why it is on file"),
            Phrase(
                sv:
                    "Kommunen samordnar praktik: hittar en plats som passar, avtalar om den, följer upp hur det gick och "
                    + "räknar vad praktiken lett till. Det är en uppgift av allmänt intresse (artikel 6.1 e).",
                en:
                    "The municipality coordinates placements: finds a place that fits, agrees on it, follows up how it went "
                    + "and counts what came of it. That is a task in the public interest (article 6.1 e).")),
        ExtractInformation(
            Phrase(sv: "Varifrån de kommer", en: "Where it comes from"),
            Phrase(
                sv:
                    "Från den som anvisat dig, från dig själv, från arbetsplatsen och från samordnaren. Vem som sagt vad "
                    + "står vid uppgiften.",
                en:
                    "From whoever referred you, from yourself, from the workplace and from the coordinator. Who said what "
                    + "stands beside it.")),
        ExtractInformation(
            Phrase(sv: "Vem som får se dem", en: "Who sees it"),
            Phrase(
                sv: "Samordnaren ser allt. Anvisaren ser sina egna anmälningar och vad de lett till. Arbetsplatsen ser "
                    + "förnamn, vad du är godkänd i och vad du vill lära dig, när du föreslås där, men inte varför du är "
                    + "anvisad och aldrig vad du svarat själv. Inga uppgifter lämnas till länder utanför EU.",
                en: "The coordinator sees everything. The referrer sees its own referrals and what came of them. The "
                    + "workplace sees the given name, what you have passed and what you want to learn when you are proposed "
                    + "there, but not why you were referred and never what you answered yourself. Nothing is passed to "
                    + "countries outside the EU.")),
        ExtractInformation(
            Phrase(sv: "Hur länge de sparas", en: "How long it is kept"),
            Phrase(
                sv:
                    "Så länge kommunens plan för information och gallring säger. Därefter raderas de; kvar blir antal som "
                    + "ingen person kan kännas igen i.",
                en:
                    "As long as the municipality's plan for records and erasure says. Then it is erased; what stays are "
                    + "counts in which nobody can be recognised.")),
        ExtractInformation(
            Phrase(sv: "Dina rättigheter", en: "Your rights"),
            Phrase(
                sv: "Du kan begära att fel rättas, att uppgifter raderas eller används mindre, och invända mot hur de "
                    + "används. Vänd dig till kommunen eller dess dataskyddsombud. Du kan klaga hos "
                    + "Integritetsskyddsmyndigheten (IMY).",
                en:
                    "You can ask for errors to be mended, for data to be erased or used less, and object to how they are used. "
                    + "Turn to the municipality or its data protection officer. You can complain to the Swedish Authority "
                    + "for Privacy Protection (IMY).")),
        ExtractInformation(
            Phrase(sv: "Automatiska beslut", en: "Automated decisions"),
            Phrase(
                sv: "Matchningen räknar ut förslag efter regler med bestämda vikter. En samordnare beslutar.",
                en: "Matching works out proposals by rules with set weights. A coordinator decides.")),
    ]
}
