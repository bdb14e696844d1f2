import Domain
import Testing

@testable import AdminWeb

struct HTMLTests {
    @Test(arguments: [
        ("a & b", "a &amp; b"), ("<script>", "&lt;script&gt;"), ("\"'", "&quot;&#39;"), ("åäö", "åäö"),
        ("a\u{1}b", "a\u{FFFD}b"), ("rad\n", "rad\n"),
    ])
    func `what is interpolated is escaped`(text: String, markup: String) {
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.rendered(in: .swedish) == "<p title=\"\(markup)\">\(markup)</p>")
    }

    @Test func `a phrase is rendered in either language, escaped`() {
        let html: HTML = "<h1>\(sv: "Bär & svamp", en: "Berries & mushrooms")</h1>"
        #expect(html.rendered(in: .swedish) == "<h1>Bär &amp; svamp</h1>")
        #expect(html.rendered(in: .english) == "<h1>Berries &amp; mushrooms</h1>")
    }

    @Test func `markup within markup is taken as it is`() {
        let rows = [1, 2].map { number -> HTML in "<li>\(number)</li>" }
        let none: String? = nil
        #expect(("<ul>\(rows)\(none)</ul>" as HTML).rendered(in: .english) == "<ul><li>1</li><li>2</li></ul>")
        #expect(("\(" checked", if: true)\(" no", if: false)" as HTML).rendered(in: .english) == " checked")
        #expect(HTML(rows, separator: ", ").rendered(in: .english) == "<li>1</li>, <li>2</li>")
    }

    @Test(arguments: [
        ("", false), ("/slots", true), ("/slots?q=a%20b", true), ("//evil.example", false), ("/\\evil.example", false),
        ("https://evil.example", false), ("javascript:alert(1)", false), ("/a\r\nSet-Cookie: x=1", false),
    ])
    func `a way back is a path of ours`(path: String, isOurs: Bool) {
        #expect(SignInPages.back(path) == (isOurs ? path : "/"))
    }

    @Test func `å ä ö come last`() {
        let names = ["Öster", "Ask", "Ärla", "Åmål", "Zinkgruvan", "asp"]
        #expect(names.sorted(by: SwedishOrder.isBefore) == ["Ask", "asp", "Zinkgruvan", "Åmål", "Ärla", "Öster"])
    }
}
