import Domain
import StrictJSON
import Testing

@testable import AdminWeb

private struct APIShapeMissing: Error {}

struct SchemaTests {
    private static let schema = APISchema.object([
        APIProperty("code", Code.schema), APIProperty("day", Day.schema.orNull, isRequired: false),
        APIProperty("places", Capacity.schema, isRequired: false),
        APIProperty("kinds", .list(SlotKind.schema, 1...2), isRequired: false),
        APIProperty("inner", .named("Inner", nil, [APIProperty("a/b~", .boolean)]), isRequired: false),
    ])

    @Test(arguments: [
        (#"{"code":"A"}"#, []), (#"{"code":"A","day":null}"#, []), (#"{"code":"A","day":"2026-02-29"}"#, ["/day"]),
        ("{}", ["/code"]), (#"{"code":1}"#, ["/code"]), (#"{"code":"a b"}"#, ["/code"]), ("[]", [""]),
        (#"{"code":"A","places":0}"#, ["/places"]), (#"{"code":"A","places":1.5}"#, ["/places"]),
        (#"{"code":"A","places":2.0}"#, []), (#"{"code":"A","kinds":[]}"#, ["/kinds"]),
        (#"{"code":"A","kinds":["apl","x"]}"#, ["/kinds/1"]), (#"{"code":"A","more":1}"#, ["/more"]),
        (#"{"code":"A","inner":{"a/b~":1}}"#, ["/inner/a~1b~0"]),
        (#"{"code":"","day":"x","places":501,"x":1}"#, ["/code", "/day", "/places", "/x"]),
    ]) func `every fault is named by its pointer`(text: String, pointers: [String]) throws {
        let faults = Self.schema.faults(try JSONParser.parse(Array(text.utf8)))
        #expect(faults.map(\.pointer).sorted() == pointers.sorted())
    }

    @Test func `a name in the document means one shape`() throws {
        let found = try #require(APIDocument().json["components"]?["schemas"])
        guard case .object(let all) = found else { throw APIShapeMissing() }
        #expect(all.count > 50)
        for route in APITable.routes {
            var alone: [String: JSON] = [:]
            if case .json(let schema) = route.content { _ = schema.document(&alone) }
            _ = route.success.schema?.document(&alone)
            for (name, schema) in alone {
                #expect(all.first { $0.name == name }?.value == schema, "\(name) in \(route.name)")
            }
        }
    }

    @Test func `numbers are kept a minute, and full again after one`() {
        let limits = RateLimits(limit: 3)
        let start = ContinuousClock.now
        #expect((0..<4).map { _ in limits.take("a", at: start).isExceeded } == [false, false, false, true])
        #expect(limits.take("b", at: start).remaining == 2)
        let refused = limits.take("a", at: start)
        #expect(refused.remaining == 0 && refused.reset == 20)
        #expect(!limits.take("a", at: start + .seconds(20)).isExceeded)
        #expect(limits.take("a", at: start + .seconds(20)).isExceeded)
        #expect(limits.take("a", at: start + .seconds(200)).remaining == 2)
    }

    @Test func `limits forget who has not asked for long`() {
        let limits = RateLimits(limit: 60)
        let start = ContinuousClock.now
        for number in 0..<20_000 { _ = limits.take("k\(number)", at: start + .seconds(Double(number) / 100)) }
        // Each is whole again after a second: beyond ten thousand only the last hundred are not.
        #expect(limits.count < 11_000)
        #expect(limits.take("k19999", at: start + .seconds(199.99)).remaining == 58)
        // Also where nobody is whole again, there is an end to it.
        let crowd = RateLimits(limit: 60)
        for number in 0..<30_000 { _ = crowd.take("k\(number)", at: start) }
        #expect(crowd.count <= 10_000)
    }
}
