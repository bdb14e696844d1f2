import Domain
import FoundationEssentials
import Operations
import Store
import StrictJSON

/// Accounts: who may sign in, in what capacity.
enum UserRoutes {
    static let name = APIParameter("name", Code.self, "The account's name.")

    private static let newName = InputField("name", Code.self, "The account's name, with which its owner signs in.")
    private static let role = InputField("role", Role.self, "In what capacity.")
    private static let unit = InputField("unit", Code.self, "A registrar's unit.")
    private static let referrer = InputField("referrer", Code.self, "A referrer's officer's referrer.")
    private static let displayName = InputField("display_name", Line.self, "What its owner is called.")
    private static let email = InputField("email", EmailAddress.self, "Where its owner is reached.")
    private static let language = InputField("language", Language.self, "The language its owner reads.")
    private static let officer = InputField(
        "named_officer", Bool.self, "Whether a coordinator may see protected persons.")

    private static let details: [APIProperty] = [
        role.required, unit.optional, referrer.optional, displayName.optional, email.optional, language.optional,
        officer.optional(default: false),
    ]
    private static let new = APISchema.named("NewUser", "A new account.", [newName.required] + details)
    private static let changed = APISchema.named("UserChange", "An account as it is to be, all of it.", details)

    static let routes: [APIRoute] = [
        APIRoute(
            .get, "/users", "listUsers", in: "Users", "The municipality's accounts, by name.", .manageUsers,
            Paging.parameters, .ok(Paging.schema(.user))
        ) { call in
            Paging.answer(.user, try await call.operations.userList(call.actor, page: try Paging.request(call)), call)
        },
        APIRoute(
            .get, "/users/{name}", "readUser", in: "Users", "One account.", .manageUsers, of: .user, [name.inPath],
            .ok(Representation.user.schema)
        ) { call in try await answer(call, try call(name)) },
        APIRoute(
            .post, "/users", "addUser", in: "Users",
            "Add an account. Its owner comes in by an invitation, which is made by people, or through the identity provider.",
            .manageUsers, body: .json(new), .created(Representation.user.schema)
        ) { call in
            let code = try call.body(newName)
            try await call.operations.addUser(call.actor, name: code, try details(call.body))
            var result = try await answer(call, code)
            result.location = "/users/" + URLEncoded.encode(code.rawValue)
            return result
        },
        APIRoute(
            .put, "/users/{name}", "changeUser", in: "Users",
            "Change an account to what is given, all of it; its sessions end where its rights are others.",
            .manageUsers, of: .user, [name.inPath], body: .json(changed), .ok(Representation.user.schema),
            precondition: .required
        ) { call in
            let code = try call(name)
            try await call.operations.changeUser(
                call.actor, name: code, to: try details(call.body), expecting: call.version)
            return try await answer(call, code)
        },
        APIRoute(
            .post, "/users/{name}/disable", "disableUser", in: "Users",
            "Close an account from today; sessions, link and tokens end.", .manageUsers, of: .user, [name.inPath],
            .ok(Representation.user.schema)
        ) { call in
            let code = try call(name)
            try await call.operations.disableUser(call.actor, name: code)
            return try await answer(call, code)
        },
        APIRoute(
            .post, "/users/{name}/enable", "enableUser", in: "Users", "Open a closed account again.", .manageUsers,
            of: .user, [name.inPath], .ok(Representation.user.schema)
        ) { call in
            let code = try call(name)
            try await call.operations.enableUser(call.actor, name: code)
            return try await answer(call, code)
        },
    ]

    private static func details(_ body: RequestBody) throws -> UserDetails {
        UserDetails(
            role: try body(role), unit: try body[unit], referrer: try body[referrer],
            displayName: try body[displayName], email: try body[email], language: try body[language],
            isNamedOfficer: try body[officer] ?? false)
    }

    private static func answer(_ call: APICall, _ code: Code) async throws -> APIResult {
        guard let user = try await call.operations.users(call.actor, name: code).first else {
            throw Refusal.noSuch(.user, code.rawValue)
        }
        return APIResult(.user, user, call, version: UserDetails(user).version)
    }
}

extension Language: APIWord {}

extension Representation<UserRecord> {
    static let user = Representation(
        "User", "An account."
    ) {
        APIField("name", "Its name.") { $0.name }
        APIField("role", "In what capacity.") { $0.role }
        APIField("unit", "A registrar's unit.") { $0.unit }
        APIField("referrer", "A referrer's officer's referrer.") { $0.referrer }
        APIField("display_name", "What its owner is called.") { $0.displayName }
        APIField("email", "Where its owner is reached.") { $0.email }
        APIField("language", "The language its owner reads.") { $0.language }
        APIField("named_officer", "Whether a coordinator may see protected persons.") { $0.isNamedOfficer }
        APIField("disabled_on", "The day from which it is closed.") { $0.disabledOn }
    }
}
