import Domain

/// What Uddevalla offers, förvaltning by förvaltning, then what stands outside the joint undertaking.
let slotLines: [SlotLine] = cleaning + technical + social + office + school + culture + schemes + outside

private let cleaning = [
    SlotLine(
        "LOK1", "SBF-LOK", "Lokalvård i skolor och förskolor", "9111", .sprakpraktik, [(.spring, 2), (.autumn, 3)],
        by: "H-LOK-1"
    ) {
        $0.purpose = .language
        $0.minutes = 240
        $0.sfi = .a
        $0.area = "Tureborg"
        $0.flexible = true
    },
    SlotLine(
        "LOK2", "SBF-LOK", "Lokalvård i kommunens kontor", "9111", .arbetspraktik, [(.spring, 1), (.autumn, 2)],
        by: "H-LOK-1"
    ) {
        $0.minutes = 420
        $0.sfi = .b
        $0.urgency = .high
        $0.permanent = true
    },
    SlotLine(
        "INV1", "SBF-LOK", "Första steget: lokalvård", "9111", .sprakpraktik, [(.spring, 1), (.autumn, 1)],
        by: "H-LOK-2"
    ) {
        $0.purpose = .language
        $0.minutes = 180
        $0.weekdays = .mondayToWednesday
        $0.earmark = "INV"
        $0.area = "Dalaberg"
    },
]

private let technical = [
    SlotLine(
        "PARK", "SBF-TEK", "Park och grönytor", "6113", .arbetspraktik, [(.spring, 2), (.autumn, 2)], by: "H-TEK-1"
    ) {
        $0.minutes = 480
        $0.sfi = .b
        $0.licences = ["B"]
        $0.age = 18
        $0.area = "Skogslyckan"
        $0.flexible = true
    },
    SlotLine(
        "GATA", "SBF-TEK", "Gata och anläggning", "9310", .arbetspraktik, [(.spring, 1), (.autumn, 1)], by: "H-TEK-2"
    ) {
        $0.minutes = 480
        $0.sfi = .c
        $0.age = 18
        $0.licences = ["B"]
        $0.wavering = true
    },
    SlotLine(
        "VAKT", "SBF-TEK", "Vaktmästeri i stadshuset", "9622", .arbetstraning, [(.spring, 1), (.autumn, 2)],
        by: "H-TEK-1"
    ) {
        $0.minutes = 300
        $0.sfi = .b
    },
    SlotLine(
        "PLAN", "SBF-PLA", "Kontorsstöd vid planeringsavdelningen", "4119", .arbetspraktik, [(.spring, 1)],
        by: "H-PLA-1"
    ) {
        $0.sfi = .d
        $0.purpose = .job
        $0.wavering = true
    },
    SlotLine("RADD", "RTJ", "Materialvård på brandstationen", "7233", .arbetstraning, [(.wholeYear, 1)], by: "H-RTJ-1")
    {
        $0.minutes = 120
        $0.sfi = .b
        $0.age = 18
        $0.area = "Herrestad"
    },
]

private let social = [
    SlotLine(
        "OMS1", "SOC-SBO", "Vårdbiträde på särskilt boende", "5330", .arbetspraktik, [(.spring, 2), (.autumn, 4)],
        by: "H-SBO-1"
    ) {
        $0.minutes = 420
        $0.sfi = .c
        $0.age = 18
        $0.recordCheck = true
        $0.urgency = .high
        $0.permanent = true
        $0.area = "Skogslyckan"
        $0.flexible = true
    },
    SlotLine("OMS2", "SOC-SBO", "Måltidsvärd på särskilt boende", "9412", .sprakpraktik, [(.winter, 2)], by: "H-SBO-2")
    {
        $0.purpose = .language
        $0.minutes = 240
        $0.sfi = .a
        $0.age = 18
        $0.area = "Ljungskile"
    },
    SlotLine("BOST", "SOC-SOC", "Boendestödjare, bredvidgång", "5342", .studiepraktik, [(.autumn, 1)], by: "H-SBO-2") {
        $0.sfi = .d
        $0.age = 18
        $0.recordCheck = true
        $0.wavering = true
    },
    SlotLine("OPPN", "SOC-FOR", "Öppna förskolan", "5311", .sprakpraktik, [(.spring, 1), (.autumn, 1)], by: "H-FOR-1") {
        $0.purpose = .language
        $0.minutes = 240
        $0.weekdays = .mondayToThursday
        $0.sfi = .b
        $0.recordCheck = true
        $0.area = "Dalaberg"
    },
]

private let office = [
    SlotLine(
        "RECE", "KLK-MED", "Reception i medborgarkontoret", "4225", .arbetspraktik, [(.spring, 1), (.autumn, 1)],
        by: "H-MED-1"
    ) {
        $0.sfi = .d
        $0.purpose = .job
    },
    SlotLine(
        "KANS", "KLK-AMA", "Kontor och kundtjänst", "4222", .arbetstraning, [(.spring, 1), (.autumn, 1)], by: "H-KLK-1"
    ) {
        $0.minutes = 240
        $0.sfi = .c
        $0.wavering = true
    },
    SlotLine(
        "ITST", "KLK-AMA", "Teknikstöd till förvaltningarna", "3512", .studiepraktik, [(.lateSummer, 1)], by: "H-KLK-1"
    ) {
        $0.minutes = 420
        $0.age = 18
    },
]

private let school = [
    SlotLine(
        "FSK1", "BUF-FSK", "Barnskötare i förskola", "5311", .arbetspraktik, [(.spring, 2), (.autumn, 4)], by: "H-FSK-1"
    ) {
        $0.minutes = 420
        $0.sfi = .c
        $0.recordCheck = true
        $0.urgency = .high
        $0.permanent = true
        $0.area = "Hovhult"
        $0.flexible = true
    },
    SlotLine("FSK2", "BUF-FSK", "Barnskötare i förskola, hela läsåret", "5311", .larling, [(.winter, 1)], by: "H-FSK-2")
    {
        $0.minutes = 420
        $0.sfi = .d
        $0.age = 18
        $0.recordCheck = true
        $0.area = "Ljungskile"
    },
    SlotLine("KOK1", "BUF-GRU", "Skolkök", "9412", .arbetspraktik, [(.spring, 2), (.autumn, 3)], by: "H-GRU-1") {
        $0.minutes = 360
        $0.sfi = .a
        $0.area = "Dalaberg"
        $0.flexible = true
    },
    SlotLine("KOK2", "BUF-GYM", "Kök och bageri, restaurangskolan", "5120", .apl, [(.lateSummer, 1)], by: "H-GYM-1") {
        $0.sfi = .c
    },
    SlotLine("ELEV", "BUF-GRU", "Elevassistent", "5312", .arbetspraktik, [(.spring, 1)], by: "H-GRU-1") {
        $0.minutes = 420
        $0.sfi = .d
        $0.recordCheck = true
        $0.area = "Hovhult"
        $0.wavering = true
    },
    SlotLine(
        "LARL", "BUF-VUX", "Lärlingscentrum: fastighetsskötsel", "5152", .larling, [(.spring, 1), (.lateSummer, 2)],
        by: "H-VUX-1"
    ) {
        $0.minutes = 420
        $0.sfi = .c
        $0.age = 18
    },
    SlotLine("PRAO", "BUF-GYM", "Prao: skolbibliotek och café", "9413", .prao, [(.autumn, 1)], by: "H-GYM-1") {
        $0.purpose = .introduction
        $0.minutes = 300
        $0.weekdays = .mondayToWednesday
    },
]

private let culture = [
    SlotLine("BIBL", "KOF-DAL", "Bibliotek", "4410", .sprakpraktik, [(.spring, 1), (.autumn, 1)], by: "H-KOF-1") {
        $0.minutes = 240
        $0.sfi = .b
        $0.area = "Dalaberg"
    },
    SlotLine(
        "FRIT", "KOF-RAM", "Fritidsverksamhet för unga", "3423", .arbetspraktik, [(.spring, 1), (.autumn, 1)],
        by: "H-KOF-2"
    ) {
        $0.minutes = 300
        $0.weekdays = .tuesdayToFriday
        $0.sfi = .c
        $0.age = 18
        $0.recordCheck = true
        $0.wavering = true
    },
]

private let schemes = [
    SlotLine(
        "PUT1", "KLK-AMA", "Personlig utvecklingstjänst i kommunen", "9629", .put, [(.wholeYear, 3)], by: "H-KLK-1"
    ) {
        $0.minutes = 360
        $0.sfi = .a
    },
    SlotLine("PUT2", "BAGERI", "Personlig utvecklingstjänst i bageriet", "9413", .put, [(.wholeYear, 1)], by: "H-BAG-1")
    {
        $0.minutes = 360
        $0.sfi = .a
        $0.municipal = false
    },
]

private let outside = [
    SlotLine(
        "UHEM", "UHEM", "Fastighetsskötsel i bostadsområden", "5152", .arbetspraktik, [(.spring, 2), (.autumn, 3)],
        by: "H-UHEM-1"
    ) {
        $0.minutes = 420
        $0.sfi = .b
        $0.permanent = true
        $0.area = "Tureborg"
    },
    SlotLine("JAKO", "JAK", "Målning och yttre skötsel", "7131", .arbetstraning, [(.autumn, 1)], by: "H-JAK-1") {
        $0.minutes = 360
        $0.sfi = .b
        $0.area = "Skogslyckan"
    },
    SlotLine(
        "ENER", "UEAB", "Återvinningscentral", "9610", .arbetspraktik, [(.spring, 1), (.autumn, 2)], by: "H-UEAB-1"
    ) {
        $0.minutes = 420
        $0.sfi = .b
        $0.age = 18
        $0.area = "Herrestad"
    },
    SlotLine("HAMN", "UHT", "Lager och terminal", "4322", .arbetspraktik, [(.spring, 1), (.autumn, 2)], by: "H-UHT-1") {
        $0.minutes = 480
        $0.sfi = .c
        $0.age = 18
        $0.licences = ["truck"]
    },
    SlotLine(
        "BAGE", "BAGERI", "Bageri och servering", "9413", .arbetspraktik, [(.spring, 1), (.autumn, 2)], by: "H-BAG-1"
    ) {
        $0.minutes = 360
        $0.sfi = .a
        $0.permanent = true
    },
    SlotLine("VERK", "VERKSTAD", "Fordonsverkstad", "7231", .arbetspraktik, [(.autumn, 1)], by: "H-VER-1") {
        $0.minutes = 480
        $0.sfi = .c
        $0.licences = ["B"]
        $0.age = 18
        $0.area = "Herrestad"
    },
].map { line in
    var line = line
    line.municipal = false
    return line
}

extension Weekdays {
    fileprivate static let mondayToWednesday = Weekdays(rawValue: 0b000_0111)
    fileprivate static let mondayToThursday = Weekdays(rawValue: 0b000_1111)
    fileprivate static let tuesdayToFriday = Weekdays(rawValue: 0b001_1110)
}
