#include "adapters/inbox/demo_users.h"

#include <boost/json.hpp>

namespace dandori::inbox {
namespace {

namespace json = boost::json;

constexpr std::size_t demo_users_max = 1'000;

Result<std::string> demo_text(const json::object& person, std::string_view name, std::size_t place) {
    const auto* value = person.if_contains(name);
    if (value && value->is_string()) return std::string(value->get_string());
    return fail(Failure::Kind::Syntax,
                "Person " + std::to_string(place) + ": '" + std::string(name) + "' must be a text.");
}

struct DemoUser {
    engine::User user;
    std::vector<std::string> groups;
};

Result<DemoUser> demo_user(const json::value& value, std::size_t place) {
    if (!value.is_object())
        return fail(Failure::Kind::Syntax, "Person " + std::to_string(place) + " must be an object.");
    const auto& person = value.get_object();
    DemoUser demo;
    engine::User& user = demo.user;
    user.username = TRY(demo_text(person, "username", place));
    user.name = TRY(demo_text(person, "name", place));
    user.email = TRY(demo_text(person, "mail", place));
    user.post = TRY(demo_text(person, "post", place));
    const auto* groups = person.if_contains("groups");
    if (!groups || !groups->is_array())
        return fail(Failure::Kind::Syntax, "Person " + std::to_string(place) + ": 'groups' must be a list.");
    for (const auto& group : groups->get_array()) {
        if (!group.is_string())
            return fail(Failure::Kind::Syntax, "Person " + std::to_string(place) + ": a group must be a text.");
        demo.groups.emplace_back(group.get_string());
    }
    return demo;
}

}  // namespace

Result<std::size_t> seed_users(Accounts& accounts, const std::string& text, const std::string& password) {
    if (!accounts.all().empty()) return std::size_t{0};
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_array()) return fail(Failure::Kind::Syntax, "The people must be a JSON list.");
    if (value.get_array().size() > demo_users_max)
        return fail(Failure::Kind::Bounds, "There are more than " + std::to_string(demo_users_max) + " people.");
    std::vector<DemoUser> users;
    for (const auto& person : value.get_array()) users.push_back(TRY(demo_user(person, users.size() + 1)));
    for (const auto& [user, groups] : users) {
        if (const auto added = accounts.add(user, password, groups); !added)
            return fail(Failure::Kind::Unspecified, "'" + user.username + "': " + added.error().text);
    }
    return users.size();
}

}  // namespace dandori::inbox
