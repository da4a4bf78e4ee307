// Statuses that follow from what every route has in common: whoever isn't known, who tries too often, a body that is too large or
// is no JSON, a server with too much to do.
#include <cstdlib>
#include <fstream>

#include "adapters/http/server.h"
#include "tests/adapters/openapi/schema.h"
#include "tests/adapters/openapi/whole_server.h"
#include "tests/support/answers_seen.h"
#include "tests/support/http_client.h"

namespace dandori::openapi {
namespace {

namespace json = boost::json;

bool tells_of(const json::object& operation, int status) { return operation.at("responses").as_object().contains(std::to_string(status)); }

std::string least_body(const Schemas& schemas, const json::object& operation) {
    const auto* body = operation.if_contains("requestBody");
    const auto* content = body ? body->at("content").as_object().if_contains("application/json") : nullptr;
    return content ? json::serialize(schemas.least(content->at("schema"))) : "";
}

using DescribedStatuses = WholeServer;

class GuardedServer : public WholeServer {
  protected:
    GuardedServer() : WholeServer(false) {
        for (const auto* name : {"locked", "newcomer"}) {
            engine::User user;
            user.username = name;
            EXPECT_TRUE(inbox().accounts().add(user, "a right password"));
        }
    }
    http::Response ask_as(const std::string& authorization, const std::string& method, const std::string& path, const std::string& body) {
        return ask(method, path, body, "application/json", authorization.empty() ? "" : "Basic " + authorization);
    }
};

const std::string locked = "bG9ja2VkOm5vdCByaWdodA==";                  // locked:not right
const std::string newcomer = "bmV3Y29tZXI6YSByaWdodCBwYXNzd29yZA==";    // newcomer:a right password

TEST_F(GuardedServer, TellsWhoIsNotKnownAndWhoTriesTooOften) {
    const auto all = document();
    const Schemas schemas(all);
    for (int i = 0; i < 6; ++i) ask_as(locked, "GET", "/api/people", "");
    for_each_operation(all, [&](const std::string& method, const std::string& path, const json::object& operation) {
        const auto body = least_body(schemas, operation);
        const auto target = path_with(path, "1");
        if (tells_of(operation, 401) && !operation.contains("security")) EXPECT_EQ(ask_as("", method, target, body).status, 401) << method << " " << path;
        if (tells_of(operation, 429) && !operation.contains("security")) EXPECT_EQ(ask_as(locked, method, target, body).status, 429) << method << " " << path;
        if (tells_of(operation, 403)) ask_as(newcomer, method, target, body);
        if (tells_of(operation, 415)) ask(method, target, "x", "text/plain", "Basic " + newcomer);
    });
}

TEST_F(GuardedServer, AsksABrowserForTheTokenOfThePage) {
    const auto signed_in = ask("POST", "/api/session", R"({"username": "newcomer", "password": "a right password"})");
    ASSERT_EQ(signed_in.status, 200) << signed_in.body;
    std::string cookie;
    for (const auto& [name, value] : signed_in.headers)
        if (name == "Set-Cookie") cookie = value.substr(0, value.find(';'));
    const auto all = document();
    const Schemas schemas(all);
    for_each_operation(all, [&](const std::string& method, const std::string& path, const json::object& operation) {
        if (method == "GET" || operation.contains("security")) return;
        EXPECT_TRUE(tells_of(operation, 403)) << method << " " << path;
        EXPECT_EQ(ask(method, path_with(path, "1"), least_body(schemas, operation), "application/json", "", cookie).status, 403) << method << " " << path;
    });
    const auto token = std::string(json::parse(signed_in.body).at("csrfToken").as_string());
    for (const auto* path : {"/api/session/password", "/api/access-tokens"}) ask("POST", path, "x", "text/plain", "", cookie, token);
}

TEST_F(DescribedStatuses, TooLargeABodyIsRefusedByAll) {
    const auto all = document();
    http::Server server(router, http::ServerSettings{.threads = 2, .stop_grace_ms = 200});
    for_each_operation(all, [&](const std::string& method, const std::string& path, const json::object& operation) {
        if (!tells_of(operation, 413)) return;
        test::HttpClient client(server.port());
        client.send(method + " " + path_with(path, "1") + " HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n");
        const auto status = client.read().status;
        EXPECT_EQ(status, 413) << method << " " << path;
        test::AnswersSeen::of_this_program().note(method, path, status);
    });
}

TEST_F(DescribedStatuses, AreOfPathsAndQueriesThatCantBeDecoded) {
    http::Server server(router, http::ServerSettings{.threads = 2, .stop_grace_ms = 200});
    for_each_operation(document(), [&](const std::string& method, const std::string& path, const json::object& operation) {
        if (!tells_of(operation, 400)) return;
        const auto target = path.find('{') == std::string::npos ? path + "?x=%zz" : path_with(path, "%zz");
        const auto status = test::HttpClient(server.port()).ask(method, target).status;
        EXPECT_EQ(status, 400) << method << " " << path;
        test::AnswersSeen::of_this_program().note(method, path, status);
    });
}

class BusyServer : public WholeServer {
  protected:
    BusyServer() : WholeServer(true, [] {
        engine::EngineSettings settings;
        settings.commands_waiting_max = 0;
        return settings;
    }()) {}
};

TEST_F(BusyServer, SaysThatItHasTooMuchToDo) {
    const auto all = document();
    const Schemas schemas(all);
    for_each_operation(all, [&](const std::string& method, const std::string& path, const json::object& operation) {
        if (!tells_of(operation, 503)) return;
        ask(method, path_with(path, "1"), least_body(schemas, operation));
    });
}

TEST_F(DescribedStatuses, AreWrittenDownForTheOtherPrograms) {
    const char* folder = std::getenv("DANDORI_ANSWERS");
    if (!folder) GTEST_SKIP() << "nobody asks";
    std::ofstream file(std::string(folder) + "/described.txt");
    for_each_operation(document(), [&](const std::string& method, const std::string& path, const json::object& operation) {
        for (const auto& answer : operation.at("responses").as_object()) file << method << " " << path << " " << std::string(answer.key()) << "\n";
    });
}

}  // namespace
}  // namespace dandori::openapi
