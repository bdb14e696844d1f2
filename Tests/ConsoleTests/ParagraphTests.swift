import Console
import Testing

struct ParagraphTests {
    @Test func `running text is broken between words, with a margin under its first line`() {
        let text = "Godkänd SFI C; tre lediga platser kräver D."
        #expect(
            Paragraph.wrapped(text, first: "K-1  ", indent: 5, width: 25)
                == "K-1  Godkänd SFI C; tre\n     lediga platser\n     kräver D.")
        #expect(Paragraph.wrapped(text, first: "K-1  ", indent: 5, width: nil) == "K-1  " + text)
        #expect(
            Paragraph.wrapped("Ordetsomärförlångt här", first: "", indent: 0, width: 6) == "Ordetsomärförlångt\nhär")
        #expect(Paragraph.wrapped("", first: "– ", indent: 2, width: 10) == "– ")
    }
}
