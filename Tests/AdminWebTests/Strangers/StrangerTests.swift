import Domain
import Foundation
import HTTPTypes
import Logging
import Operations
import Postgres
import Secrets
import Synchronization
import TestSupport
import Testing

@testable import AdminWeb

/// Whoever asks every page and operation for what is another's learns nothing, changes nothing and is on record; and what is
/// there is told apart from what is not only to those who may know.
struct StrangerTests {
    @Test func `every route has a line`() {
        let pages = Set(PageList.all.map { "\($0.method) \($0.path)" })
        #expect(pages.subtracting(StrangerPages.all.keys).sorted() == [])
        #expect(Set(StrangerPages.all.keys).subtracting(pages).sorted() == [])
        let routes = Set(APITable.routes.map { "\($0.method.rawValue) \($0.path)" })
        #expect(routes.subtracting(StrangerOperations.all.keys).sorted() == [])
        #expect(Set(StrangerOperations.all.keys).subtracting(routes).sorted() == [])
    }

    /// What an address, a query or a body of the API can name must be tried.
    @Test func `whatever names a record is tried`() {
        let nameless = [
            "/figures/:period", "/l/:token", "/retention/rules/:category", "/retention/rules/:category/standard",
        ]
        for page in PageList.all where page.path.contains(":") && !nameless.contains(page.path) {
            guard case .probes(let probes)? = StrangerPages.all["\(page.method) \(page.path)"] else {
                Issue.record("\(page.method) \(page.path)")
                continue
            }
            let isOfYear = [
                "/figures/:period/file", "/figures/:period/delivery", "/figures/:period/voice",
                "/figures/:period/close",
                "/figures/:period/closing", "/figures/:period/closing/file", "/figures/:period/reopen",
            ].contains(page.path)
            #expect(probes.contains { !$0.names.isEmpty } || isOfYear, "\(page.path)")
        }
        let naming: Set<String> = [
            "unit", "referrer", "reference", "participant", "slot", "supervisor", "deputy", "parent", "successor",
            "earmark", "placement", "run", "with", "wishes", "actor",
        ]
        for route in APITable.routes {
            guard case .probes(let probes)? = StrangerOperations.all["\(route.method.rawValue) \(route.path)"] else {
                continue
            }
            var names = route.parameters.map(\.name)
            if case .json(let schema) = route.content { names += schema.propertyNames }
            for name in names where naming.contains(name) {
                let isTried = probes.contains { probe in
                    probe.path.contains("\(name)=§") || probe.json?.contains("\"\(name)\":\"§") == true
                        || probe.json?.contains("\"\(name)\":[\"§") == true || route.path.contains("{\(name)}")
                }
                #expect(isTried, "\(route.name): \(name)")
            }
        }
    }

    @Test func `nobody learns or changes what is another's`() async throws {
        try await StrangerHouse.with { house in
            for stranger in try house.strangers {
                for page in PageList.all {
                    try await house.hold(
                        page.method, "\(page.method) \(page.path)", isAPI: false, StrangerPages.all, stranger)
                }
                for route in APITable.routes {
                    let method = try #require(HTTPRequest.Method(rawValue: route.method.rawValue))
                    try await house.hold(
                        method, "\(method) \(route.path)", isAPI: true, StrangerOperations.all, stranger)
                }
            }
            for marker in StrangerTown.markers {
                for town in [house.here, house.there] {
                    #expect(!house.log.text.lowercased().contains(town.marker(marker)), "in the log: \(marker)")
                }
            }
            #expect(house.log.text.count > 10_000, "the log was looked at")
        }
    }
}

extension APISchema {
    /// The names of an object's properties.
    fileprivate var propertyNames: [String] {
        switch shape {
        case .named(_, let schema): schema.propertyNames
        case .object(let properties): properties.map(\.name)
        default: []
        }
    }
}
