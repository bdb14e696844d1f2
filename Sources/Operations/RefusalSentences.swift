public import Domain

extension Refusal {
    /// One sentence in each language: what was refused and how to go on.
    public var phrase: Phrase {
        switch self {
        case .notAllowed(let action, let role):
            Phrase(
                sv: "Rollen \(role.label.sv) får inte \(action.label.sv).",
                en: "The role \(role.label.en) may not \(action.label.en).")
        case .outsideScope(let action):
            Phrase(
                sv: "Du får bara \(action.label.sv) inom din egen enhet eller anvisning.",
                en: "You may only \(action.label.en) within your own unit or referrals.")
        case .noSuch(let kind, let code):
            Phrase(
                sv: "Det finns ingen \(kind.label.sv) med koden \(code) i kommunen; lista dem för att se koderna.",
                en:
                    "There is no \(kind.label.en) with the code \(code) in the municipality; list them to see which."
            )
        case .codeTaken(let kind):
            Phrase(
                sv: "Koden används redan av en annan \(kind.label.sv); välj en annan kod.",
                en: "Another \(kind.label.en) has the code already; choose another code.")
        case .value(let field, let error):
            Phrase(sv: "\(field): \(error.phrase.sv)", en: "\(field): \(error.phrase.en)")
        case .unknownUser(let name):
            Phrase(
                sv: "Användaren \(name) finns inte i kommunen eller är avstängd.",
                en: "The user \(name) is not known in the municipality, or is disabled.")
        case .notNamedOfficer:
            Phrase(
                sv: "Uppgifterna är skyddade: bara en utpekad samordnare får se dem.",
                en: "The record is protected: only a coordinator named for it may see it.")
        case .outsideTokenScopes(let action):
            Phrase(
                sv: "Nyckeln gäller inte för att \(action.label.sv); skapa en med den behörigheten.",
                en: "The token does not reach far enough to \(action.label.en); make one with that scope.")
        case .signInFailed:
            Phrase(
                sv: "Namnet eller lösenordet stämmer inte, eller så är kontot inte öppet. "
                    + "Be administratören om en ny länk om du har glömt.",
                en: "The name or the password is wrong, or the account is not open. "
                    + "Ask the administrator for a new link if you have forgotten.")
        case .signInLimited(let retryAfter):
            Self.limited(minutes: max(1, (Int(retryAfter.components.seconds) + 59) / 60))
        case .account(let refusal):
            refusal.phrase
        case .agreement(let refusal):
            refusal.phrase
        case .voice(let refusal):
            refusal.phrase
        case .reasonMissing:
            Phrase(sv: "Ange ett skäl (--reason).", en: "Give a reason (--reason).")
        case .stepIllegal(let from, let to):
            Phrase(
                sv: "En placering som är \(from.label.sv) kan inte bli \(to.label.sv).",
                en: "A placement that is \(from.label.en) cannot become \(to.label.en).")
        case .stepNotYours(let step, let role):
            Phrase(
                sv: "Rollen \(role.label.sv) får inte göra en placering \(step.to.label.sv).",
                en: "The role \(role.label.en) may not make a placement \(step.to.label.en).")
        case .stepOfAnother:
            Phrase(sv: "Det steget är någon annans att ta.", en: "That step is somebody else's to take.")
        case .answerNotYours:
            Phrase(
                sv: "Svaret är den andra partens att ge, eller samordnarens i dess ställe.",
                en: "The answer is the other party's to give, or the coordinator's in its place.")
        case .groundMissing:
            Phrase(
                sv: "Ange varför du svarar i stället för parten (--on-behalf).",
                en: "Say why you answer in the party's place (--on-behalf).")
        case .answersClosed:
            Phrase(
                sv: "Placeringen är inte längre ett förslag att svara på.",
                en: "The placement is no longer a proposal to answer.")
        case .answerAwaited(let day):
            Phrase(
                sv: "Svaret kan komma än: förslaget förfaller tidigast \(day). Ta tillbaka det om det inte ska gälla.",
                en: "The answer may come yet: the proposal lapses on \(day) at the earliest. Withdraw it to end it now."
            )
        case .nobodyNext:
            Phrase(
                sv: "Ingen står på tur för den platsen, eller så är någon redan föreslagen.",
                en: "Nobody is next for that place, or somebody is proposed already.")
        case .correctionNotYours:
            Phrase(
                sv: "Bara samordnaren rättar ett felaktigt steg.", en: "Only the coordinator corrects a wrong step.")
        case .nothingToCorrect:
            Phrase(
                sv: "Placeringen har inget tidigare läge att gå tillbaka till.",
                en: "The placement has no earlier state to go back to.")
        case .dayNotReached(let day):
            Phrase(
                sv: "Dagen \(day) har inte kommit än; steget kan tas från och med då.",
                en: "The day \(day) has not come yet; the step can be taken from then on.")
        case .outcomeNeedsOneSubject:
            Phrase(
                sv: "Ange antingen en placering eller en anvisare och en deltagare.",
                en: "Give either a placement, or a referrer and a participant.")
        case .endOutsidePlacement:
            Phrase(
                sv: "Slutdagen ska ligga mellan första dagen som praktiken startade och dess sista dag.",
                en: "The day of the end must lie between the day it started and its last day.")
        case .slotStepIllegal(let from, let to):
            Phrase(
                sv: "En plats som är \(from.label.sv) kan inte bli \(to.label.sv).",
                en: "A slot that is \(from.label.en) cannot become \(to.label.en).")
        case .personOccupied:
            Phrase(
                sv: "Personen har redan en praktik som infaller under de dagarna.",
                en: "The person already has a placement on some of those days.")
        case .slotFull:
            Phrase(
                sv: "Alla platser är upptagna någon av dagarna.", en: "All its places are taken on some of those days.")
        case .slotStillOccupied:
            Phrase(
                sv: "Platsen används av praktikanter efter ändringen; avsluta eller flytta dem först.",
                en: "People would still hold the places after the change; end or move their placements first.")
        case .supervisorFull:
            Phrase(
                sv: "Handledaren tar inte emot fler någon av dagarna, på alla sina platser tillsammans; välj en annan "
                    + "handledare eller andra dagar.",
                en:
                    "The supervisor takes no more people on some of the days, on all their slots together; choose another "
                    + "supervisor or other days.")
        case .supervisorStillGuides:
            Phrase(
                sv: "Handledaren har fler praktikanter än så någon dag; avsluta eller flytta dem först.",
                en: "The supervisor has more people than that on a day; end or move their placements first.")
        case .supervisorUntrained:
            Phrase(
                sv:
                    "Handledaren är inte utbildad till första dagen, och kommunen kräver det; registrera utbildningen eller "
                    + "byt handledare.",
                en:
                    "The supervisor is not trained by the first day, which the municipality demands; register the training or "
                    + "choose another supervisor.")
        case .followUpEmpty(let moment):
            moment.isAfter
                ? Phrase(
                    sv: "Ange vad det blev av personen (status).", en: "Say what has become of the person (status).")
                : Phrase(
                    sv: "Ange hur det går (progress); en status kan bara lämnas från slutet.",
                    en: "Say how it goes (progress); a status can be told from the end on only.")
        case .followUpStatusMissing:
            Phrase(
                sv: "Ange också vad det blev (status); annars hör de andra uppgifterna inte till något.",
                en: "Say what came of it too (status); else the other facts belong to nothing.")
        case .followUpNotYet(let day):
            Phrase(
                sv: "Den uppföljningen gäller tidigast \(day), när praktiken har slutat.",
                en: "That follow-up is about \(day) at the earliest, when the placement has ended.")
        case .followUpOver(let day):
            Phrase(
                sv: "Den uppföljningen gällde till och med \(day); anteckna vid nästa, eller ange den dag det gällde.",
                en: "That follow-up was about the days until \(day); record at the next, or give the day it was.")
        case .nothingAsked:
            Phrase(sv: "Det finns inget att svara på just nu.", en: "There is nothing to answer just now.")
        case .nothingToConfirm:
            Phrase(
                sv: "Ingen annan uppgift säger emot utfallet; det finns inget att avgöra.",
                en: "No other source contradicts the outcome; there is nothing to decide.")
        case .notEligible(let reasons):
            Phrase(
                sv: "Paret uppfyller inte reglerna. " + reasons.map(\.sv).joined(separator: " "),
                en: "The pair does not meet the rules. " + reasons.map(\.en).joined(separator: " "))
        case .nobodyToRemind:
            Phrase(
                sv:
                    "Ingen påminnelse skickas: ingen väntas svara, adressen saknas eller en påminnelse har redan gått i dag.",
                en: "No reminder is sent: nobody is to answer, there is no address, or one has gone out today already.")
        case .messageOver(let state):
            Phrase(
                sv: "Det går inte med ett utskick i läget ”\(state.label.sv)”.",
                en: "That cannot be done with a message in the state \"\(state.label.en)\".")
        case .runDecided:
            Phrase(sv: "Matchningen är redan beslutad.", en: "The match run is decided already.")
        case .runStale(let changes):
            Phrase(
                sv: "Uppgifter har ändrats sedan matchningen gjordes; kör en ny matchning. "
                    + changes.map(\.sv).joined(separator: " "),
                en: "Records have changed since the run; run the matching again. "
                    + changes.map(\.en).joined(separator: " "))
        case .round(let fault):
            fault.phrase
        case .runNotRepeated:
            Phrase(
                sv: "Matchningen ger inte samma resultat av sina egna underlag; anmäl felet.",
                en: "The run's own inputs do not give its result again; report the fault.")
        case .moreWithdrawnThanOffered(let left):
            Phrase(
                sv: "Det finns bara \(left) kvar att dra tillbaka den dagen.",
                en: "Only \(left) are left to withdraw on that day.")
        case .renewedAlready:
            Phrase(
                sv: "Platsen är redan förnyad för den perioden.", en: "The slot is already renewed for that period.")
        case .reportNotDue(let day):
            Phrase(
                sv: "Rapporten ska inte lämnas den \(day); se dagarna i rapportkalendern.",
                en: "The report is not due on \(day); the report calendar shows its days.")
        case .reportDeliveredAlready:
            Phrase(
                sv: "Rapporten är redan antecknad som lämnad för den dagen; ta tillbaka det först om det är fel.",
                en: "The report is noted as handed in for that day already; take that back first if it is wrong.")
        case .reportNotDelivered(let day):
            Phrase(
                sv: "Rapporten som skulle lämnas den \(day) är inte antecknad som lämnad.",
                en: "The report due on \(day) is not noted as handed in.")
        case .placesAlreadyWithdrawn:
            Phrase(
                sv: "Platsen är redan tillbakadragen.", en: "The slot is already withdrawn.")
        case .retentionUnderWay:
            Phrase(
                sv: "En gallring pågår redan i kommunen; försök igen när den är klar.",
                en: "The municipality's data is being erased by rule already; try again when that is done.")
        case .retentionNotDue:
            Phrase(
                sv: "Någon som skulle gallras har fått en ny händelse; ingenting är gallrat. Kör igen.",
                en: "Somebody who was to be erased has had a new event; nothing is erased. Run it again.")
        case .runErased(let day):
            Phrase(
                sv: "Ur matchningen har personer gallrats den \(day); den går inte att räkna om.",
                en: "People were erased from the run on \(day); it cannot be computed again.")
        case .snapshot(let refusal):
            refusal.phrase
        case .disclosure(let refusal):
            refusal.phrase
        case .changedMeanwhile(let kind, let code):
            Phrase(
                sv: "Någon har ändrat \(kind.label.sv) \(code) sedan du läste; läs igen och gör om ändringen.",
                en:
                    "Somebody has changed the \(kind.label.en) \(code) since you read it; read again and redo the change."
            )
        case .importFaults(let faults):
            Phrase(
                sv: "Filen har \(faults.count) fel; inget är inläst.",
                en: "The file has \(faults.count) \(faults.count == 1 ? "fault" : "faults"); nothing was imported.")
        case .rule(let name):
            Phrase(
                sv: "Uppgifterna bryter mot regeln \(name).", en: "The record breaks the rule \(name).")
        }
    }

    private static func limited(minutes: Int) -> Phrase {
        Phrase(
            sv: "För många försök. Försök igen om \(minutes) \(minutes == 1 ? "minut" : "minuter").",
            en: "Too many attempts. Try again in \(minutes) \(minutes == 1 ? "minute" : "minutes").")
    }
}
