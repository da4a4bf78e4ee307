// People, as far as the API may show them; accounts are made and changed elsewhere.
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {
namespace {

using engine::User;

/// What the API knows of a user; the row has more.
void write_user(JsonText& json, const User& user) {
    json.begin_object().name("username").text(user.username).name("name");
    write_value(json, user.name);
    json.name("email");
    write_value(json, user.email);
    json.end_object();
}

Result<void> search_users(Call& call) {
    const auto query = TRY(read_search(shape_of<User>(), {}, call.json));
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
    const auto& username = call.request.parameters.at("username");
    const auto user = engine::get<User>(call.reader(), username);
    if (!user) {
        call.reply.refuse(404, "NOT_FOUND", "User '" + username + "' not found.");
        return {};
    }
    JsonText json;
    write_user(json, *user);
    call.reply.json(json.take());
    return {};
}

}  // namespace

std::vector<Route> user_routes() {
    return {{"POST", "/users/search", Who::Administrators, search_users},
            {"GET", "/users/{username}", Who::Administrators, get_user}};
}

}  // namespace dandori::rest
