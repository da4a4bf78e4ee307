// People with local accounts.
#include "adapters/rest/directory.h"
#include "adapters/rest/routes.h"

namespace dandori::rest {
namespace {

using engine::Permission;
using engine::ResourceType;
using engine::User;

/// What the API knows of a user; the row has more.
void write_user(JsonText& json, const User& user) {
    json.begin_object().name("username").text(user.username).name("name");
    write_value(json, user.name);
    json.name("email");
    write_value(json, user.email);
    json.end_object();
}

std::string user_text(const User& user) {
    JsonText json;
    write_user(json, user);
    return json.take();
}

Result<void> search_users(Call& call) {
    auto query = TRY(read_search(shape_of<User>(), {}, call.json));
    limit_to_own(query, User::table, call.caller);
    const auto found = engine::find<User>(call.reader(), query);
    JsonText json;
    json.begin_object().name("items").begin_array();
    for (const auto& user : found.rows) write_user(json, user);
    json.end_array();
    write_page(json, found.total, found.start, found.end, query.sort);
    call.reply.json(json.end_object().take());
    return {};
}

Result<void> get_user(Call& call) {
    const auto& username = path_text(call, "username");
    if (const auto user = visible_row<User>(call, username))
        call.reply.json(user_text(*user));
    else
        call.reply.refuse(404, "NOT_FOUND", "User '" + username + "' not found.");
    return {};
}

/// Name, address and password of the body. The password is hashed here, on the request's own thread: that takes as long as
/// hundreds of commands.
Result<User> read_user(const Call& call, Body& body, std::string username, bool needs_password) {
    User user;
    user.username = std::move(username);
    const auto text_of = [&](std::string_view member) -> Result<std::optional<std::string>> {
        auto text = TRY(body.text(member));
        if (text && text->empty()) text.reset();
        return text;
    };
    user.name = TRY(text_of("name"));
    user.email = TRY(text_of("email"));
    const auto password = needs_password ? std::optional(TRY(body.required_text("password"))) : TRY(text_of("password"));
    TRY(body.nothing_else());
    if (!password) return user;
    if (!call.api->settings.hash_password)
        return fail(Failure::Kind::Unspecified, "This server has no local accounts; 'password' can't be set.");
    auto hash = call.api->settings.hash_password(*password);
    if (!hash) return fail(Failure::Kind::Syntax, hash.error().text);
    user.password_hash = std::move(*hash);
    return user;
}

Result<void> put_user(Call& call, User user, bool is_new, bool is_first) {
    auto answer = user_text(user);
    const engine::PutDirectoryEntry command{std::move(user), is_new, {}, is_first};
    call.submit(is_new ? "CREATE" : "UPDATE", command, [answer, status = is_new ? 201 : 200](const Reply& reply, const engine::Done&) {
        reply.json(answer, status);
    });
    return {};
}

Result<void> create_user(Call& call) {
    auto body = TRY(call.body());
    auto username = TRY(body.required_text("username"));
    return put_user(call, TRY(read_user(call, body, std::move(username), true)), true, false);
}

/// The first person, who becomes an administrator. Refused by the engine as soon as there is anybody.
Result<void> set_up_first_user(Call& call) {
    const bool has_people = !engine::find<User>(call.reader(), engine::Query{}.first(1)).rows.empty();
    if (has_people) {  // looked at before the password is hashed, which costs
        call.reply.refuse(403, "FORBIDDEN", "There are users already; an administrator adds more.");
        return {};
    }
    auto body = TRY(call.body());
    auto username = TRY(body.required_text("username"));
    return put_user(call, TRY(read_user(call, body, std::move(username), true)), true, true);
}

Result<void> update_user(Call& call) {
    auto body = TRY(call.body());
    return put_user(call, TRY(read_user(call, body, path_text(call, "username"), false)), false, false);
}

Result<void> delete_user(Call& call) {
    call.submit_done("DELETE", engine::RemoveDirectoryEntry{engine::RemoveDirectoryEntry::Kind::User, path_text(call, "username")});
    return {};
}

}  // namespace

std::vector<Route> user_routes() {
    return {{"POST", "/setup/user", Who::Anybody, set_up_first_user},
            {"POST", "/users", who_may(ResourceType::User, Permission::Create), create_user},
            {"POST", "/users/search", Who::Admitted, search_users},
            {"GET", "/users/{username}", Who::Admitted, get_user},
            {"PUT", "/users/{username}", who_may(ResourceType::User, Permission::Update), update_user},
            {"DELETE", "/users/{username}", who_may(ResourceType::User, Permission::Delete), delete_user}};
}

}  // namespace dandori::rest
