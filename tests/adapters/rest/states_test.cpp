// What is asked of things that are not in the state for it, or not there, or there already.
#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

class States : public Office {
  protected:
    int status_of(std::string_view method, const std::string& whole_path, std::string_view body = "{}") {
        return test::HttpClient(port()).ask(method, whole_path, body).status;
    }
    /// The request itself and its trial.
    void expect_of_both(int status, std::string_view method, const std::string& path, std::string_view body = "{}") {
        EXPECT_EQ(status_of(method, path, body), status) << method << " " << path;
        EXPECT_EQ(status_of(method, "/api/dry-run" + path, body), status) << method << " /api/dry-run" << path;
    }
};

TEST_F(States, NothingGoesOnInASuspendedInstance) {
    const auto key = start("<startEvent id=\"s\"/>" + test::service_task("work") + user_task("decide") +
                           "<adHocSubProcess id=\"more\">" + user_task("extra") + "</adHocSubProcess>" +
                           "<serviceTask id=\"fails\"><extensionElements><zeebe:taskDefinition type=\"=nowhere.at.all\"/></extensionElements></serviceTask>" +
                           test::flows({"s", "work"}) + test::flows({"s", "decide"}) + test::flows({"s", "more"}) + test::flows({"s", "fails"}));
    const auto job = desk.activate("work").at(0).job.key.value;
    const auto task = std::to_string(desk.rows<engine::UserTask>(engine::Query{}.where_equals("elementId", std::string("decide"))).at(0).key.value);
    const auto incident = desk.rows<engine::Incident>().at(0);
    const auto ad_hoc = desk.rows<engine::ElementInstance>(engine::Query{}.where_equals("elementId", std::string("more"))).at(0).key.value;
    const std::string instance = "/v2/process-instances/" + key;
    ASSERT_EQ(ask("POST", "/process-instances/" + key + "/suspension").status, 204);
    expect_of_both(409, "POST", instance + "/suspension");
    expect_of_both(409, "POST", instance + "/modification", R"({"terminateInstructions": [{"elementId": "work"}]})");
    expect_of_both(409, "POST", instance + "/deletion");
    for (const auto& [what, body] : {std::pair<const char*, const char*>{"completion", "{}"}, {"error", R"({"errorCode": "x"})"}})
        expect_of_both(409, "POST", "/v2/jobs/" + std::to_string(job) + "/" + what, body);
    expect_of_both(409, "POST", "/v2/incidents/" + std::to_string(incident.key.value) + "/resolution");
    expect_of_both(409, "POST", "/v2/element-instances/ad-hoc-activities/" + std::to_string(ad_hoc) + "/activation",
                   R"({"elements": [{"elementId": "extra"}]})");
    expect_of_both(409, "POST", "/v2/user-tasks/" + task + "/completion");
    expect_of_both(409, "POST", "/api/user-tasks/" + task + "/return", R"({"targetElementId": "work", "reason": "more is needed"})");
    EXPECT_EQ(status_of("POST", "/v2/user-tasks/" + task + "/assignment", R"({"assignee": "abe"})"), 409);
    EXPECT_EQ(status_of("DELETE", "/v2/user-tasks/" + task + "/assignee", ""), 409);
    EXPECT_EQ(status_of("PATCH", "/v2/user-tasks/" + task, R"({"changeset": {"priority": 3}})"), 409);
    EXPECT_EQ(status_of("POST", "/api/dry-run" + instance + "/resumption"), 200);
    EXPECT_EQ(status_of("POST", instance + "/resumption"), 204);
    expect_of_both(409, "POST", instance + "/resumption");
}

engine::EngineSettings hardly_waiting() {
    engine::EngineSettings settings;
    settings.listeners_wait_ms = 1;
    return settings;
}

class Impatient : public Office {
  protected:
    Impatient() : Office(hardly_waiting()) {}
};

TEST_F(Impatient, WhoWaitsTooLongForListenersIsToldSo) {
    ASSERT_TRUE(desk.engine().execute(engine::SetUpDirectory{}));
    engine::User user;
    user.username = "hanako";
    ASSERT_TRUE(desk.engine().execute(engine::PutDirectoryEntry{user, true, {"hanakos"}, false}));
    const auto listened = [](const std::string& id, const std::string& event) {
        return user_task(id, R"(<zeebe:assignmentDefinition candidateGroups="hanakos"/><zeebe:taskListeners><zeebe:taskListener eventType=")" + event + R"(" type="never"/></zeebe:taskListeners>)");
    };
    start("<startEvent id=\"s\"/>" + listened("a1", "completing") + listened("b1", "completing") + listened("c1", "updating") + listened("d1", "assigning") + listened("e1", "updating") +
          test::flows({"s", "a1"}) + test::flows({"s", "b1"}) + test::flows({"s", "c1"}) + test::flows({"s", "d1"}) + test::flows({"s", "e1"}));
    const auto row = [&](const std::string& id) { return desk.rows<engine::UserTask>(engine::Query{}.where_equals("elementId", id)).at(0); };
    const auto path = [&](const std::string& id) { return "/user-tasks/" + std::to_string(row(id).key.value); };
    const auto status = [&](std::string_view method, const std::string& where, std::string_view body) {
        return test::HttpClient(port()).ask(method, where, body, "application/json", "X-Test-User: ota:iom.operator,hanakos\r\n").status;
    };
    EXPECT_EQ(ask("POST", path("a1") + "/completion").status, 504);
    EXPECT_EQ(status("POST", "/api" + path("b1") + "/proxy-completion", R"({"principal": "hanako", "evidence": "phone"})"), 504);
    EXPECT_EQ(test::HttpClient(port()).ask("PATCH", "/v2" + path("c1"), R"({"changeset": {"priority": 3}})").status, 504);
    EXPECT_EQ(ask("POST", path("d1") + "/assignment", R"({"assignee": "hanako"})").status, 504);
    EXPECT_EQ(test::HttpClient(port()).ask("PUT", "/v2/element-instances/" + std::to_string(row("e1").element_instance_key.value) + "/variables", R"({"variables": {"x": 1}})").status, 504);
}

TEST_F(States, WhatACallerHasStartedIsCanceledThere) {
    const auto parent = start("<startEvent id=\"s\"/><callActivity id=\"call\"><extensionElements><zeebe:calledElement processId=\"called\"/></extensionElements>"
                              "</callActivity>" + test::flows({"s", "call"}),
                              "{}",
                              "<process id=\"called\" isExecutable=\"true\"><startEvent id=\"s2\"/>" + test::service_task("inner") + test::flows({"s2", "inner"}) +
                                  "</process>");
    const auto child = ask("POST", "/process-instances/search", R"({"filter": {"parentProcessInstanceKey": ")" + parent + "\"}}").items("processInstanceKey");
    expect_of_both(409, "POST", "/v2/process-instances/" + child + "/cancellation");
    EXPECT_EQ(ask("POST", "/process-instances/" + parent + "/cancellation").status, 204);
    EXPECT_EQ(status_of("POST", "/api/dry-run/v2/process-instances/" + parent + "/deletion"), 200);
    EXPECT_EQ(status_of("POST", "/v2/process-instances/" + parent + "/deletion"), 204);
}

TEST_F(States, WithoutAStartEventOfNoKindNobodyStartsIt) {
    ASSERT_EQ(deploy({{"m.bpmn", test::process_of("<startEvent id=\"s\"><messageEventDefinition messageRef=\"m\"/></startEvent><endEvent id=\"e\"/>" +
                                                      test::flows({"s", "e"}),
                                                  "<message id=\"m\" name=\"m\"/>")}})
                  .status,
              200);
    expect_of_both(409, "POST", "/v2/process-instances", R"({"processDefinitionId": "p"})");
}

TEST_F(States, NothingIsMadeTwice) {
    ASSERT_TRUE(desk.engine().execute(engine::SetUpDirectory{}));
    for (const auto& [path, body] : {std::pair{"/v2/roles", R"({"roleId": "r", "name": "n"})"},
                                     {"/v2/groups", R"({"groupId": "g", "name": "n"})"},
                                     {"/v2/tenants", R"({"tenantId": "t", "name": "n"})"},
                                     {"/v2/users", R"({"username": "u", "name": "n", "email": "u@example.jp", "password": "a right password"})"},
                                     {"/v2/mapping-rules", R"({"mappingRuleId": "m", "name": "n", "claimName": "c", "claimValue": "v"})"}}) {
        EXPECT_EQ(status_of("POST", path, body), 201) << path;
        EXPECT_EQ(status_of("POST", path, body), 409) << path;
    }
    for (const auto* member : {"/v2/groups/g/clients/c", "/v2/groups/g/mapping-rules/m", "/v2/groups/g/users/u", "/v2/roles/r/clients/c",
                               "/v2/roles/r/groups/g", "/v2/roles/r/mapping-rules/m", "/v2/roles/r/users/u", "/v2/tenants/t/clients/c",
                               "/v2/tenants/t/groups/g", "/v2/tenants/t/mapping-rules/m", "/v2/tenants/t/roles/r", "/v2/tenants/t/users/u"}) {
        EXPECT_EQ(status_of("PUT", member, ""), 204) << member;
        EXPECT_EQ(status_of("PUT", member, ""), 409) << member;
    }
}

TEST_F(States, NothingIsChangedThatIsNotThere) {
    ASSERT_TRUE(desk.engine().execute(engine::SetUpDirectory{}));
    EXPECT_EQ(status_of("PUT", "/v2/groups/nobody", R"({"name": "n"})"), 404);
    EXPECT_EQ(status_of("PUT", "/v2/roles/nobody", R"({"name": "n"})"), 404);
    EXPECT_EQ(status_of("PUT", "/v2/tenants/nobody", R"({"name": "n"})"), 404);
    EXPECT_EQ(status_of("PUT", "/v2/mapping-rules/nobody", R"({"name": "n", "claimName": "c", "claimValue": "v"})"), 404);
    EXPECT_EQ(status_of("PUT", "/v2/authorizations/1",
                        R"({"ownerId": "u", "ownerType": "USER", "resourceId": "*", "resourceType": "RESOURCE", "permissionTypes": ["READ"]})"),
              404);
    EXPECT_EQ(status_of("POST", "/api/substitutions", R"({"principal": "nobody", "from": "2026-04-03T00:00:00Z", "until": "2026-04-04T00:00:00Z"})"), 404);
    EXPECT_EQ(status_of("POST", "/v2/process-instances/migration",
                        R"({"filter": {}, "migrationPlan": {"targetProcessDefinitionKey": "1", "mappingInstructions": [{"sourceElementId": "a", "targetElementId": "a"}]}})"),
              404);
}

}  // namespace
}  // namespace dandori::rest
