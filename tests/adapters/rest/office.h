#pragma once
// The API as a client sees it: an engine over a store in memory, behind a real port.

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/http/server.h"
#include "adapters/rest/rest.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"
#include "tests/support/answers_seen.h"
#include "tests/support/http_client.h"

namespace dandori::rest {

/// Admits whoever the header `X-Test-User` names: `name`, or `name:group,group`, or `name!` for an administrator.
/// With `@tenant` at its end, of that tenant only. Without it nobody in particular, who may do everything; `nobody` is refused.
class HeaderGuard final : public http::Guard {
  public:
    tl::expected<http::Caller, http::Response> admit(const http::Request& request) override {
        const auto header = request.header("X-Test-User");
        if (!header) return http::Caller{};
        std::string text(*header);
        if (text == "nobody") return tl::unexpected(http::Response{401, {}, "who?"});
        std::optional<std::vector<std::string>> tenants;
        if (const auto at = text.find('@'); at != std::string::npos) {
            tenants.emplace().push_back(text.substr(at + 1));
            text.resize(at);
        }
        std::vector<std::string> groups;
        if (text.back() == '!') {
            groups.emplace_back("administrators");
            text.pop_back();
        }
        const auto colon = text.find(':');
        const auto username = text.substr(0, colon);
        while (colon != std::string::npos && text.size() > colon) {
            const auto comma = text.rfind(',');
            const auto start = comma == std::string::npos ? colon : comma;
            groups.push_back(text.substr(start + 1));
            text.resize(start);
        }
        auto actor = test::actor(username, groups);
        actor.tenants = std::move(tenants);
        return http::Caller{std::move(actor)};
    }
};

struct ApiAnswer {
    int status = 0;
    boost::json::value json;
    test::HttpAnswer raw;

    std::string text(std::string_view member) const {
        const auto* value = json.as_object().if_contains(member);
        return !value               ? "(absent)"
               : value->is_string() ? std::string(value->as_string())
                                    : boost::json::serialize(*value);
    }
    /// Of a page of items: one member of each, joined by spaces.
    std::string items(std::string_view member) const {
        std::string list;
        for (const auto& item : json.at("items").as_array()) {
            const auto& value = item.at(member);
            list += (list.empty() ? "" : " ") +
                    (value.is_string() ? std::string(value.as_string()) : boost::json::serialize(value));
        }
        return list;
    }
};

class Office : public testing::Test {
  protected:
    explicit Office(engine::EngineSettings engine_settings = {}) : desk(engine_settings) {
        RestSettings settings;
        settings.has_tenants = engine_settings.has_tenants;
        settings.hash_password = [](const std::string& password) { return engine::Outcome<std::string>("hash of " + password); };
        settings.now = [this] { return desk.clock.now(); };
        settings.topology = [] { return Topology{"of-tests", {{"192.0.2.1", 8080, false}, {"192.0.2.2", 8081, true}}}; };
        settings.pin_clock = [this](Instant at) { desk.clock.set(at); };
        settings.reset_clock = [this] { desk.clock.set(start_of_tests); };
        test::note_answers(router_);
        add_routes(router_, desk.engine(), guard_, settings);
        server_ = std::make_unique<http::Server>(router_, http::ServerSettings{.threads = 2, .stop_grace_ms = 200});
    }

    ApiAnswer ask(std::string_view method, std::string_view path, std::string_view body = {},
                  std::string_view user = {}) {
        test::HttpClient client(server_->port());
        const std::string header = user.empty() ? "" : "X-Test-User: " + std::string(user) + "\r\n";
        return read(client.ask(method, "/v2" + std::string(path), body, "application/json", header));
    }

    ApiAnswer deploy(const std::vector<std::pair<std::string, std::string>>& files, std::string_view user = {}) {
        std::string body;
        for (const auto& [name, content] : files)
            body += "--b\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"" + name + "\"\r\n\r\n" +
                    content + "\r\n";
        test::HttpClient client(server_->port());
        const std::string header = user.empty() ? "" : "X-Test-User: " + std::string(user) + "\r\n";
        return read(
            client.ask("POST", "/v2/deployments", body + "--b--\r\n", "multipart/form-data; boundary=b", header));
    }

    /// Deploys and starts; the key of the instance.
    std::string start(const std::string& elements, const std::string& variables = "{}",
                      const std::string& others = "") {
        const auto deployed = deploy({{"p.bpmn", test::process_of(elements, others)}});
        EXPECT_EQ(deployed.status, 200) << deployed.raw.body;
        const auto started =
            ask("POST", "/process-instances", R"({"processDefinitionId": "p", "variables": )" + variables + "}");
        EXPECT_EQ(started.status, 200) << started.raw.body;
        return started.text("processInstanceKey");
    }

    std::uint16_t port() const { return server_->port(); }
    static ApiAnswer read(test::HttpAnswer raw) {
        ApiAnswer answer;
        answer.status = raw.status;
        const auto it = raw.headers.find("content-type");
        if (it != raw.headers.end() && it->second.find("json") != std::string::npos)
            answer.json = boost::json::parse(raw.body);
        answer.raw = std::move(raw);
        return answer;
    }

    static constexpr Instant start_of_tests{1'775'091'600'000};
    test::Desk desk;

  private:
    HeaderGuard guard_;
    http::Router router_;
    std::unique_ptr<http::Server> server_;
};

inline std::string user_task(const std::string& id, const std::string& more = "") {
    return "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/>" + more +
           "</extensionElements></userTask>";
}

}  // namespace dandori::rest
