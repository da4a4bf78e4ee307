#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;

std::string approval() {
    return "<startEvent id=\"s\"/>" +
           user_task(
               "approve",
               R"(<zeebe:assignmentDefinition candidateGroups="ward.chief" candidateUsers="tanaka"/><zeebe:formDefinition formId="ask"/><zeebe:ioMapping><zeebe:input source="=1" target="x"/></zeebe:ioMapping>)") +
           "<endEvent id=\"e\"/>" + flows({"s", "approve", "e"});
}

class Ward : public Office {
  protected:
    Ward() {
        deploy({{"ask.form", R"({"id": "ask", "type": "default", "components": []})"}});
        instance = start(approval(), R"({"x": 0, "y": "why"})");
        task = ask("POST", "/user-tasks/search").items("userTaskKey");
    }
    std::string instance;
    std::string task;
};

TEST_F(Ward, ShowsATaskWithItsFormAndVariables) {
    const auto it = ask("GET", "/user-tasks/" + task);
    EXPECT_EQ(it.text("state"), "CREATED");
    EXPECT_EQ(it.text("candidateGroups"), R"(["ward.chief"])");
    EXPECT_EQ(it.text("priority"), "50");
    EXPECT_EQ(it.text("assignee"), "null");
    EXPECT_EQ(ask("GET", "/user-tasks/" + task + "/form").text("formId"), "ask");
    const auto all = ask("POST", "/user-tasks/" + task + "/variables/search", R"({"sort": [{"field": "name"}]})");
    EXPECT_EQ(all.items("name"), "x x y");
    const auto effective =
        ask("POST", "/user-tasks/" + task + "/effective-variables/search", R"({"sort": [{"field": "name"}]})");
    EXPECT_EQ(effective.items("name"), "x y");
    EXPECT_EQ(effective.items("value"), R"(1 "why")");
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/effective-variables/search",
                  R"({"page": {"from": 1, "limit": 1}, "sort": [{"field": "name"}]})")
                  .items("name"),
              "y");
    EXPECT_EQ(
        ask("POST", "/user-tasks/search",
            R"({"filter": {"candidateGroup": {"$in": ["ward.chief"]}, "localVariables": [{"name": "x", "value": "1"}]}})")
            .items("userTaskKey"),
        task);
    EXPECT_EQ(ask("POST", "/user-tasks/search",
                  R"({"filter": {"processInstanceVariables": [{"name": "y", "value": "\"no\""}]}})")
                  .items("userTaskKey"),
              "");
}

TEST_F(Ward, AssignsUpdatesAndCompletesATask) {
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/assignment", R"({"assignee": "sato"})").status, 204);
    EXPECT_EQ(
        ask("POST", "/user-tasks/" + task + "/assignment", R"({"assignee": "ito", "allowOverride": false})").status,
        409);
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/assignment", R"({"assignee": ""})").status, 400);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task).text("assignee"), "sato");
    EXPECT_EQ(ask("DELETE", "/user-tasks/" + task + "/assignee").status, 204);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task).text("assignee"), "null");
    EXPECT_EQ(ask("PATCH", "/user-tasks/" + task,
                  R"({"changeset": {"dueDate": "2026-04-03T09:00:00+09:00", "priority": 80, "candidateUsers": []}})")
                  .status,
              204);
    auto it = ask("GET", "/user-tasks/" + task);
    EXPECT_EQ(it.text("dueDate"), "2026-04-03T00:00:00.000Z");
    EXPECT_EQ(it.text("priority"), "80");
    EXPECT_EQ(it.text("candidateUsers"), "[]");
    EXPECT_EQ(ask("PATCH", "/user-tasks/" + task, R"({"changeset": {"dueDate": ""}})").status, 204);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task).text("dueDate"), "null");
    EXPECT_EQ(ask("PATCH", "/user-tasks/" + task, R"({"changeset": {"priority": 101}})").status, 400);
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/completion",
                  R"({"variables": {"outcome": "approved"}, "action": "approved"})")
                  .status,
              204);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task).text("state"), "COMPLETED");
    EXPECT_EQ(ask("GET", "/process-instances/" + instance).text("state"), "COMPLETED");
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/completion").status, 404);
}

TEST_F(Ward, ShowsPeopleOnlyWhatConcernsThem) {
    for (const auto* user : {"tanaka", "mori:ward.chief,other"}) {
        EXPECT_EQ(ask("POST", "/user-tasks/search", "", user).items("userTaskKey"), task) << user;
        EXPECT_EQ(ask("GET", "/user-tasks/" + task, "", user).status, 200) << user;
        EXPECT_EQ(ask("GET", "/process-instances/" + instance, "", user).status, 200) << user;
        EXPECT_EQ(ask("POST", "/variables/search", "", user).items("name"), "x y x") << user;
        EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/variables/search", "", user).status, 200) << user;
    }
    const std::string_view stranger = "ono:ward";
    EXPECT_EQ(ask("POST", "/user-tasks/search", "", stranger).json.at("page").at("totalItems"), 0);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task, "", stranger).status, 404);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task + "/form", "", stranger).status, 404);
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/variables/search", "", stranger).status, 404);
    EXPECT_EQ(ask("GET", "/process-instances/" + instance, "", stranger).status, 404);
    EXPECT_EQ(ask("GET", "/process-instances/" + instance + "/sequence-flows", "", stranger).status, 404);
    EXPECT_EQ(ask("POST", "/variables/search", "", stranger).items("name"), "");
    EXPECT_EQ(ask("POST", "/element-instances/search", "", stranger).items("elementId"), "");
    EXPECT_EQ(ask("POST", "/process-definitions/search", "", stranger).items("processDefinitionId"), "p");
}

TEST_F(Ward, LetsOnlyThoseActWhoMay) {
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/completion", "", "ono").status, 403);
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/assignment", R"({"assignee": "mori"})", "mori:ward.chief").status,
              204);
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/completion", "", "mori:ward.chief").status, 204);
    EXPECT_EQ(ask("GET", "/user-tasks/" + task, "", "mori").status, 200);
}

TEST_F(Ward, KeepsOperationsForAdministratorsAndJobsForWorkers) {
    const std::pair<std::string_view, std::string> for_administrators[]{
        {"POST", "/messages/publication"},
        {"POST", "/users"},
        {"PUT", "/clock"},
        {"POST", "/process-instances/" + instance + "/cancellation"}};
    for (const auto& [method, path] : for_administrators) {
        const auto refused = ask(method, path, "", "tanaka:workers");
        EXPECT_EQ(refused.status, 403) << path;
        EXPECT_EQ(refused.text("title"), "FORBIDDEN") << path;
        EXPECT_NE(ask(method, path, "", "root!").status, 403) << path;
    }
    EXPECT_EQ(deploy({{"p.bpmn", "x"}}, "tanaka").status, 403);
    for (const auto* path : {"/jobs/activation", "/expression/evaluation"}) {
        EXPECT_EQ(ask("POST", path, "", "tanaka").status, 403) << path;
        EXPECT_NE(ask("POST", path, "", "robot:workers").status, 403) << path;
    }
}

TEST_F(Office, ShowsPeopleToAdministratorsWithoutTheirSecrets) {
    engine::User user;
    user.username = "sato";
    user.name = "佐藤";
    user.password_hash = "secret";
    ASSERT_TRUE(desk.engine().execute(engine::PutRow{user, false}));
    const auto found = ask("POST", "/users/search", R"({"filter": {"name": {"$like": "佐*"}}})", "root!");
    EXPECT_EQ(found.items("username"), "sato");
    EXPECT_EQ(found.raw.body.find("secret"), std::string::npos);
    EXPECT_EQ(ask("GET", "/users/sato").text("name"), "佐藤");
    EXPECT_EQ(ask("GET", "/users/ito").status, 404);
    EXPECT_EQ(ask("GET", "/authentication/me", "", "sato").text("displayName"), "佐藤");
}

TEST_F(Office, SaysWhoActsForWhomAndWhatWasDecided) {
    for (const char* name : {"sato", "abe"}) {
        engine::User user;
        user.username = name;
        user.name = std::string(name) + "さん";
        ASSERT_TRUE(desk.engine().execute(engine::PutDirectoryEntry{user, true, {}, false}));
    }
    const auto of = [&](std::string_view method, const std::string& path, std::string_view body, const std::string& user) {
        test::HttpClient client(port());
        return read(client.ask(method, "/api" + path, body, "application/json", "X-Test-User: " + user + "\r\n"));
    };
    const auto made = of("POST", "/substitutions", R"({"substitutes": ["abe"], "from": "2099-08-10T00:00:00+09:00", "until": "2099-08-16T00:00:00+09:00", "acts": "APPROVE"})", "sato");
    ASSERT_EQ(made.status, 201) << made.raw.body;
    EXPECT_EQ(made.text("principal"), "sato");
    EXPECT_EQ(made.text("from"), "2099-08-09T15:00:00.000Z");
    EXPECT_EQ(made.text("warnings"), "[]");
    EXPECT_EQ(of("POST", "/substitutions/search", R"({"filter": {"substitutes": "abe"}})", "abe").items("substitutionKey"), made.text("substitutionKey"));
    EXPECT_EQ(of("POST", "/substitutions", R"({"from": "2099-01-01T00:00:00Z"})", "sato").status, 400);
    EXPECT_EQ(of("POST", "/substitutions", R"({"from": "2099-01-01T00:00:00Z", "until": "2099-01-02T00:00:00Z", "acts": "ALL"})", "sato").status, 400);
    EXPECT_EQ(of("DELETE", "/substitutions/" + made.text("substitutionKey"), "", "abe").status, 403);
    EXPECT_EQ(of("DELETE", "/substitutions/" + made.text("substitutionKey"), "", "sato").status, 204);
    EXPECT_EQ(of("DELETE", "/substitutions/" + made.text("substitutionKey"), "", "sato").status, 409);

    start("<startEvent id=\"s\"/>" + user_task("u", R"(<zeebe:assignmentDefinition assignee="sato"/><zeebe:properties><zeebe:property name="approval.step" value="decide"/></zeebe:properties>)") +
          flows({"s", "u"}));
    const auto task = ask("POST", "/user-tasks/search").items("userTaskKey");
    EXPECT_EQ(ask("POST", "/user-tasks/" + task + "/completion", R"({"variables": {"outcome": "approved", "comment": "よい"}})", "sato").status, 204);
    const auto decided = of("POST", "/approval-decisions/search", "{}", "sato");
    ASSERT_EQ(decided.json.at("items").as_array().size(), 1u) << decided.raw.body;
    const auto& row = decided.json.at("items").at(0);
    EXPECT_EQ(row.at("outcome").as_string(), "approved");
    EXPECT_EQ(row.at("authority").as_string(), "self");
    EXPECT_EQ(row.at("actorName").as_string(), "satoさん");
    EXPECT_EQ(row.at("reason").as_string(), "よい");
    EXPECT_TRUE(of("POST", "/approval-decisions/search", "{}", "ono").json.at("items").as_array().empty());
}

}  // namespace
}  // namespace dandori::rest
