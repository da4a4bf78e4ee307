#pragma once
// An engine with people, and the routes that take tables of them.

#include <boost/json.hpp>

#include "adapters/people/import_people.h"
#include "adapters/people/routes.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"
#include "tests/support/answers_seen.h"

namespace dandori::people {

/// Who asks is set by the test; nobody: the program itself.
class SetGuard final : public http::Guard {
  public:
    tl::expected<http::Caller, http::Response> admit(const http::Request&) override {
        if (is_closed) return tl::unexpected(http::Response{401, {}, "who?"});
        return http::Caller{caller};
    }
    std::optional<engine::Actor> caller;
    bool is_closed = false;
};

class Bureau : public testing::Test {
  protected:
    Bureau() {
        desk.engine().execute(engine::SetUpDirectory{});
        add("root", {"administrators"});
        guard.caller = test::administrator();
        test::note_answers(router);
        add_import_routes(router, access, guard);
    }

    void add(const std::string& username, std::vector<std::string> groups, const std::string& post = "") {
        engine::User user;
        user.username = username;
        user.name = username + " 名";
        user.email = username + "@example.jp";
        if (!post.empty()) user.post = post;
        user.password_hash = "hash";
        ASSERT_TRUE(desk.engine().execute(engine::PutDirectoryEntry{.entry = user, .groups = std::move(groups)}));
    }

    http::Response send(const std::string& method, const std::string& path, const std::vector<std::pair<std::string, std::string>>& fields = {},
                        const std::vector<std::pair<std::string, std::string>>& query = {}) {
        http::Request request;
        request.method = method;
        request.path = path;
        request.query = query;
        if (is_japanese) request.headers.emplace_back("Accept-Language", "ja");
        if (!fields.empty()) {
            request.headers.emplace_back("Content-Type", "multipart/form-data; boundary=b");
            for (const auto& [name, content] : fields)
                request.body += "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"" + (name == "file" ? "; filename=\"people.csv\"" : "") + "\r\n\r\n" + content + "\r\n";
            request.body += "--b--\r\n";
        }
        http::Response answer;
        router.handle(std::move(request), [&](http::Response it) { answer = std::move(it); });
        return answer;
    }

    static std::string detail_of(const http::Response& response) { return std::string(boost::json::parse(response.body).at("detail").as_string()); }

    std::optional<engine::User> account(const std::string& username) { return engine::get<engine::User>(desk.engine().reader(), username); }
    std::string groups_of(const std::string& username) {
        std::string all;
        for (const auto& group : engine::groups_of(desk.engine().reader(), username)) all += (all.empty() ? "" : " ") + group;
        return all;
    }

    test::Desk desk;
    EngineAccess access = access_to(desk.engine(), desk.clock, [](const std::string& password, const std::string&) -> engine::Outcome<std::string> {
        if (password.size() < 12) return tl::unexpected(engine::Rejection{engine::Rejection::Code::InvalidArgument, "too short"});
        return "hash of " + password;
    });
    SetGuard guard;
    http::Router router;
    bool is_japanese = false;
};

}  // namespace dandori::people
