#include <boost/json.hpp>

#include "adapters/inbox/answer.h"
#include "adapters/inbox/routes.h"

namespace dandori::inbox {

void add_people_routes(http::Router& router, const RouteParts& parts) {
    router.add(
        "GET", "/api/people", guarded(parts.guard, [parts](const http::Request&, const http::Caller&) {
            boost::json::array items;
            for (const auto& user : parts.accounts.all()) {
                const auto groups = parts.accounts.groups_of(user.username);
                items.push_back(boost::json::value{{"username", user.username},
                                                   {"name", user.name.value_or(user.username)},
                                                   {"post", text_or_null(user.post)},
                                                   {"groups", boost::json::array(groups.begin(), groups.end())}});
            }
            return json_answer(200, {{"items", std::move(items)}});
        }));
}

}  // namespace dandori::inbox
