// Operations on running instances over HTTP: one, many, and beforehand.

#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;
using test::process_of;
using test::service_task;

const std::string two_jobs = "<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + flows({"s", "a", "b"});

class Operations : public Office {
  protected:
    ApiAnswer instance(const std::string& key) { return ask("GET", "/process-instances/" + key); }
    ApiAnswer operate(const std::string& key, const std::string& what, std::string_view body = {}, std::string_view user = {}) {
        return ask("POST", "/process-instances/" + key + "/" + what, body, user);
    }
    /// Below `/api/dry-run` instead of `/`.
    ApiAnswer try_out(std::string_view path, std::string_view body, std::string_view user = {}) {
        test::HttpClient client(port());
        const std::string header = user.empty() ? "" : "X-Test-User: " + std::string(user) + "\r\n";
        return read(client.ask("POST", "/api/dry-run/v2" + std::string(path), body, "application/json", header));
    }
    ApiAnswer finished(const std::string& batch) {
        ApiAnswer answer;
        for (int i = 0; i < 1'000; ++i) {
            answer = ask("GET", "/batch-operations/" + batch);
            if (answer.status != 200 || answer.text("endDate") != "null") break;
            desk.wait(0);
        }
        return answer;
    }
};

/// `kind change elementId` of each effect, one a line.
std::string told(const ApiAnswer& answer) {
    std::string text;
    for (const auto& effect : answer.json.at("effects").as_array()) {
        const auto& id = effect.at("elementId");
        text += std::string(effect.at("kind").as_string()) + " " + std::string(effect.at("change").as_string()) +
                (id.is_string() ? " " + std::string(id.as_string()) : "") + "\n";
    }
    return text;
}

TEST_F(Operations, ModifiesAnInstance) {
    const auto key = start(two_jobs);
    const auto answer = operate(key, "modification", R"({"activateInstructions": [{"elementId": "b", "variableInstructions":
        [{"variables": {"x": 1}, "scopeId": "b"}, {"variables": {"y": 2}}]}], "terminateInstructions": [{"elementId": "a"}]})");
    EXPECT_EQ(answer.status, 204) << answer.raw.body;
    EXPECT_EQ(ask("POST", "/element-instances/search", R"({"filter": {"state": "ACTIVE"}})").items("elementId"), "b");
    EXPECT_EQ(ask("POST", "/variables/search").items("name"), "y x");
    const auto back = operate(key, "modification", R"({"moveInstructions": [{"sourceElementInstruction": {"sourceType": "byId",
        "sourceElementId": "b"}, "targetElementId": "a", "ancestorScopeInstruction": {"ancestorScopeType": "inferred"}}]})");
    EXPECT_EQ(back.status, 204) << back.raw.body;
    EXPECT_EQ(ask("POST", "/element-instances/search", R"({"filter": {"state": "ACTIVE"}})").items("elementId"), "a");
}

TEST_F(Operations, SaysWhatIsWrongWithAModification) {
    const auto key = start(two_jobs);
    const auto says = [&](std::string_view body, std::string_view words) {
        const auto answer = operate(key, "modification", body);
        EXPECT_EQ(answer.status, 400) << answer.raw.body;
        EXPECT_NE(answer.text("detail").find(words), std::string::npos) << answer.text("detail");
    };
    says("{}", "there is no instruction");
    says(R"({"activateInstructions": [{"elementId": "nowhere"}]})", "has no element 'nowhere'");
    says(R"({"activateInstructions": [{}]})", "elementId");
    says(R"({"terminateInstructions": [{}]})", "Exactly one of");
    says(R"({"moveInstructions": [{"targetElementId": "a"}]})", "sourceElementInstruction");
    says(R"({"moveInstructions": [{"sourceElementInstruction": {"sourceType": "byWish", "sourceElementId": "a"}, "targetElementId": "b"}]})",
         "must be 'byId' or 'byKey'");
    says(R"({"moveInstructions": [{"sourceElementInstruction": {"sourceType": "byKey", "sourceElementId": "a"}, "targetElementId": "b"}]})",
         "needs 'sourceElementInstanceKey'");
    says(R"({"moveInstructions": [{"sourceElementInstruction": {"sourceType": "byId", "sourceElementId": "a"}, "targetElementId": "b",
        "ancestorScopeInstruction": {"ancestorScopeType": "direct"}}]})", "ancestorElementInstanceKey");
    says(R"({"activate": []})", "activate");
    EXPECT_EQ(operate("42", "modification", R"({"terminateInstructions": [{"elementId": "a"}]})").status, 404);
    EXPECT_EQ(operate(key, "modification", R"({"terminateInstructions": [{"elementId": "a"}]})", "hanako").status, 403);
}

TEST_F(Operations, MigratesAnInstance) {
    const auto key = start(two_jobs);
    const auto deployed = deploy({{"p.bpmn", process_of("<startEvent id=\"s\"/>" + service_task("c") + flows({"s", "c"}))}});
    const auto target = std::string(deployed.json.at("deployments").at(0).at("processDefinition").at("processDefinitionKey").as_string());
    const std::string body = R"({"targetProcessDefinitionKey": ")" + target + R"(", "mappingInstructions": [{"sourceElementId": "a", "targetElementId": "c"}]})";
    const auto told_before = try_out("/process-instances/" + key + "/migration", body);
    EXPECT_EQ(told_before.status, 200) << told_before.raw.body;
    EXPECT_EQ(told(told_before), "processInstance CHANGED\nelementInstance CHANGED c\njob CHANGED c\n");
    EXPECT_EQ(instance(key).text("processDefinitionVersion"), "1");
    EXPECT_EQ(operate(key, "migration", body).status, 204);
    EXPECT_EQ(instance(key).text("processDefinitionVersion"), "2");
    const auto again = operate(key, "migration", body);
    EXPECT_EQ(again.status, 400) << "a is no element any more";
    const std::string unmapped = R"({"targetProcessDefinitionKey": ")" + target + R"(", "mappingInstructions": [{"sourceElementId": "s", "targetElementId": "s"}]})";
    EXPECT_EQ(operate(key, "migration", unmapped).status, 409);
    EXPECT_EQ(operate(key, "migration", "{}").status, 400);
}

TEST_F(Operations, SuspendsResumesAndDeletes) {
    const auto key = start(two_jobs);
    EXPECT_EQ(operate(key, "suspension").status, 204);
    EXPECT_EQ(instance(key).text("state"), "SUSPENDED");
    EXPECT_EQ(operate(key, "suspension").status, 409);
    EXPECT_EQ(ask("POST", "/process-instances/search", R"({"filter": {"state": "SUSPENDED"}})").items("processInstanceKey"), key);
    EXPECT_EQ(operate(key, "resumption").status, 204);
    EXPECT_EQ(operate(key, "deletion").status, 409);
    EXPECT_EQ(operate(key, "cancellation").status, 204);
    EXPECT_EQ(operate(key, "deletion", {}, "taro:iom.desk").status, 403);
    EXPECT_EQ(operate(key, "deletion").status, 204);
    EXPECT_EQ(instance(key).status, 404);
    EXPECT_EQ(operate(key, "deletion").status, 404);
}

TEST_F(Operations, CarriesOutABatchAndShowsItsProgress) {
    start(two_jobs);
    for (int i = 0; i < 4; ++i) ask("POST", "/process-instances", R"({"processDefinitionId": "p", "variables": {"kind": "special"}})");
    const auto begun = ask("POST", "/process-instances/cancellation",
                           R"({"filter": {"variables": [{"name": "kind", "value": "\"special\""}]}})");
    ASSERT_EQ(begun.status, 200) << begun.raw.body;
    EXPECT_EQ(begun.text("batchOperationType"), "CANCEL_PROCESS_INSTANCE");
    const auto key = begun.text("batchOperationKey");
    const auto done = finished(key);
    EXPECT_EQ(done.text("state"), "COMPLETED");
    EXPECT_EQ(done.text("operationsTotalCount"), "4");
    EXPECT_EQ(done.text("operationsCompletedCount"), "4");
    EXPECT_EQ(done.text("errors"), "[]");
    EXPECT_EQ(ask("POST", "/process-instances/search", R"({"filter": {"state": "ACTIVE"}})").json.at("items").as_array().size(), 1u);
    EXPECT_EQ(ask("POST", "/process-instances/search", R"({"filter": {"batchOperationKey": ")" + key + "\"}}").json.at("items").as_array().size(), 4u);
    const auto items = ask("POST", "/batch-operation-items/search", R"({"filter": {"batchOperationKey": ")" + key + R"("}, "sort": [{"field": "itemKey"}]})");
    EXPECT_EQ(items.items("state"), "COMPLETED COMPLETED COMPLETED COMPLETED");
    EXPECT_EQ(items.items("operationType"), "CANCEL_PROCESS_INSTANCE CANCEL_PROCESS_INSTANCE CANCEL_PROCESS_INSTANCE CANCEL_PROCESS_INSTANCE");
    EXPECT_FALSE(items.json.at("items").at(0).as_object().contains("batchOperationItemKey"));
    EXPECT_EQ(ask("POST", "/batch-operations/search", R"({"filter": {"operationType": "CANCEL_PROCESS_INSTANCE"}, "sort": [{"field": "operationType"}]})")
                  .items("batchOperationKey"), key);
    EXPECT_EQ(ask("POST", "/batch-operations/" + key + "/cancellation").status, 409);
    EXPECT_EQ(ask("POST", "/batch-operations/42/suspension").status, 404);
    EXPECT_EQ(ask("POST", "/process-instances/deletion", R"({"filter": {}})").status, 200);
    EXPECT_EQ(ask("POST", "/process-instances/modification", R"({"filter": {}})").status, 400);
    EXPECT_EQ(ask("POST", "/process-instances/migration", R"({"filter": {}})").status, 400);
    EXPECT_EQ(ask("POST", "/process-instances/cancellation").status, 400);
    EXPECT_EQ(ask("POST", "/process-instances/cancellation", R"({"filter": {"colour": "red"}})").status, 400);
    EXPECT_EQ(ask("POST", "/process-instances/cancellation", R"({"filter": {}})", "hanako").status, 403);
}

TEST_F(Operations, ResolvesAllIncidentsOfAnInstance) {
    const auto key = start(two_jobs);
    const auto jobs = ask("POST", "/jobs/activation", R"({"type": "a", "timeout": 1000, "maxJobsToActivate": 1})");
    const auto job = std::string(jobs.json.at("jobs").at(0).at("jobKey").as_string());
    ask("POST", "/jobs/" + job + "/failure", R"({"retries": 0})");
    EXPECT_EQ(instance(key).text("hasIncident"), "true");
    const auto begun = operate(key, "incident-resolution");
    EXPECT_EQ(begun.text("batchOperationType"), "RESOLVE_INCIDENT");
    EXPECT_EQ(finished(begun.text("batchOperationKey")).text("operationsCompletedCount"), "1");
    EXPECT_EQ(instance(key).text("hasIncident"), "false");
    EXPECT_EQ(operate("42", "incident-resolution").status, 404);
}

TEST_F(Operations, TellsWhatACommandWouldDo) {
    const auto key = start("<startEvent id=\"s\"/>" + user_task("u", R"(<zeebe:assignmentDefinition assignee="hanako"/>)") + user_task("v") + flows({"s", "u", "v"}));
    const auto task = ask("POST", "/user-tasks/search").items("userTaskKey");
    const auto path = "/user-tasks/" + task + "/completion";
    const std::string body = R"({"variables": {"outcome": "approved"}})";
    const auto all = try_out(path, body);
    ASSERT_EQ(all.status, 200) << all.raw.body;
    EXPECT_EQ(told(all), "processInstance CHANGED\nelementInstance CHANGED u\nelementInstance CREATED v\nvariable CREATED\nuserTask CHANGED u\nuserTask CREATED v\n");
    const auto& changed = all.json.at("effects").at(4);
    EXPECT_EQ(changed.at("before").at("state").as_string(), "CREATED");
    EXPECT_EQ(changed.at("after").at("state").as_string(), "COMPLETED");
    EXPECT_FALSE(changed.at("after").as_object().contains("assignee")) << "only what differs";
    EXPECT_EQ(all.json.at("effects").at(5).at("after").at("elementId").as_string(), "v");
    EXPECT_EQ(told(try_out(path, body, "hanako")), "processInstance CHANGED\nelementInstance CHANGED u\nelementInstance CREATED v\nuserTask CHANGED u\nuserTask CREATED v\n");
    EXPECT_EQ(try_out(path, body, "jiro").status, 403);
    EXPECT_EQ(try_out("/user-tasks/42/completion", body).status, 404);
    EXPECT_EQ(try_out("/process-instances/" + key + "/cancellation", {}, "hanako").status, 403);
    EXPECT_EQ(try_out("/jobs/activation", R"({"type": "a", "timeout": 1, "maxJobsToActivate": 1})").status, 404) << "jobs aren't tried out";
    EXPECT_EQ(ask("POST", "/user-tasks/search", R"({"filter": {"state": "CREATED"}})").items("elementId"), "u");
}

TEST_F(Operations, ReturnsAUserTaskToAPassedStep) {
    start("<startEvent id=\"s\"/>" + user_task("u") + user_task("v", R"(<zeebe:assignmentDefinition assignee="hanako"/>)") + flows({"s", "u", "v"}));
    const auto open = [&] { return ask("POST", "/user-tasks/search", R"({"filter": {"state": "CREATED"}})"); };
    ask("POST", "/user-tasks/" + open().items("userTaskKey") + "/completion");
    const auto path = "/api/user-tasks/" + open().items("userTaskKey") + "/return";
    const auto give_back = [&](const std::string& where, std::string_view body, const std::string& user) {
        test::HttpClient client(port());
        return read(client.ask("POST", where, body, "application/json", "X-Test-User: " + user + "\r\n"));
    };
    const std::string body = R"({"targetElementId": "u", "reason": "no date"})";
    EXPECT_EQ(give_back(path, R"({"targetElementId": "u"})", "hanako").status, 400) << "a reason is needed";
    EXPECT_EQ(give_back(path, R"({"targetElementId": "u", "reason": " "})", "hanako").status, 400);
    EXPECT_EQ(give_back(path, R"({"targetElementId": "v", "reason": "no"})", "hanako").status, 409) << "not passed";
    EXPECT_EQ(give_back(path, body, "jiro").status, 403);
    EXPECT_EQ(told(give_back("/api/dry-run" + path, body, "hanako")),
              "elementInstance CHANGED v\nelementInstance CREATED u\nuserTask CHANGED v\nuserTask CREATED u\n");
    EXPECT_EQ(open().items("elementId"), "v");
    EXPECT_EQ(give_back(path, body, "hanako").status, 204);
    EXPECT_EQ(open().items("elementId"), "u");
    EXPECT_EQ(give_back(path, body, "hanako").status, 404) << "it has ended";
}

TEST_F(Operations, PullsBackTakesUpAndTypesForAnother) {
    ASSERT_TRUE(desk.engine().execute(engine::SetUpDirectory{}));
    for (const std::string name : {"hanako", "jiro"}) {
        engine::User user;
        user.username = name;
        ASSERT_TRUE(desk.engine().execute(engine::PutDirectoryEntry{user, true, {name + "s"}, false}));
    }
    const auto step = [](const std::string& id, const std::string& kind, const std::string& group) {
        return user_task(id, R"(<zeebe:assignmentDefinition candidateGroups=")" + group + R"("/><zeebe:properties><zeebe:property name="approval.deferrable" value="true"/>
            <zeebe:property name="approval.step" value=")" + kind + R"("/></zeebe:properties>)");
    };
    const auto key = start("<startEvent id=\"s\"/>" + step("u", "approve", "hanakos") + step("v", "approve", "others") + step("w", "decide", "jiros") + step("x", "review", "hanakos") +
                           flows({"s", "u", "v", "w", "x"}));
    const auto open = [&](const std::string& member) { return ask("POST", "/user-tasks/search", R"({"filter": {"state": "CREATED"}})").items(member); };
    const auto post = [&](const std::string& where, std::string_view body, const std::string& user) {
        test::HttpClient client(port());
        return read(client.ask("POST", where, body, "application/json", "X-Test-User: " + user + "\r\n"));
    };
    const std::string hanako = "hanako:hanakos", jiro = "jiro:jiros", clerk = "ota:iom.operator";
    const std::string pull_back = "/api/process-instances/" + key + "/pull-back";
    EXPECT_EQ(post(pull_back, "{}", hanako).status, 403) << "nothing done yet";
    EXPECT_EQ(post("/v2/user-tasks/" + open("userTaskKey") + "/completion", R"({"variables": {"outcome": "approved"}})", hanako).status, 204);
    EXPECT_EQ(open("elementId"), "v");
    EXPECT_EQ(told(post("/api/dry-run" + pull_back, "{}", hanako)), "elementInstance CHANGED v\nelementInstance CREATED u\nuserTask CHANGED v\nuserTask CREATED u\n");
    EXPECT_EQ(post(pull_back, R"({"reason": 7})", hanako).status, 400);
    EXPECT_EQ(post(pull_back, R"({"reason": "the amount"})", hanako).status, 204);
    EXPECT_EQ(open("elementId"), "u");
    const auto take_up = "/api/user-tasks/" + open("userTaskKey") + "/take-up";
    EXPECT_EQ(post(take_up, R"({"targetElementId": "x"})", jiro).status, 409) << "no step to decide on";
    EXPECT_EQ(post("/api/dry-run" + take_up, R"({"targetElementId": "x"})", jiro).status, 409);
    EXPECT_EQ(post(take_up, "{}", clerk).status, 403);
    EXPECT_EQ(post("/api/dry-run" + take_up, R"({"targetElementId": "w"})", jiro).status, 200);
    EXPECT_EQ(post(take_up, R"({"targetElementId": "w", "reason": "urgent"})", jiro).status, 204);
    EXPECT_EQ(open("elementId") + open("assignee"), "wjiro");
    EXPECT_EQ(post("/v2/user-tasks/" + open("userTaskKey") + "/completion", R"({"variables": {"outcome": "approved"}})", jiro).status, 204);
    EXPECT_EQ(post(pull_back, "{}", jiro).status, 409) << "it is final";
    EXPECT_EQ(post("/api/dry-run" + pull_back, "{}", jiro).status, 409);
    const auto typed = "/api/user-tasks/" + open("userTaskKey") + "/proxy-completion";
    EXPECT_EQ(post(typed, R"({"principal": "hanako"})", clerk).status, 400) << "evidence is needed";
    EXPECT_EQ(post(typed, R"({"principal": "hanako", "evidence": "phone 10:15", "variables": {"outcome": "reviewed"}})", jiro).status, 403);
    const std::string body = R"({"principal": "hanako", "evidence": "phone 10:15", "variables": {"outcome": "reviewed"}})";
    ASSERT_EQ(ask("POST", "/process-instances/" + key + "/suspension").status, 204);
    EXPECT_EQ(post(typed, body, clerk).status, 409);
    EXPECT_EQ(post("/api/dry-run" + typed, body, clerk).status, 409);
    ASSERT_EQ(ask("POST", "/process-instances/" + key + "/resumption").status, 204);
    EXPECT_EQ(post("/api/dry-run" + typed, body, clerk).status, 200);
    EXPECT_EQ(post(typed, body, clerk).status, 204);
    test::HttpClient client(port());
    const auto rows = read(client.ask("POST", "/api/approval-decisions/search", "{}"));
    EXPECT_EQ(rows.items("outcome"), "approved pulled_back skipped skipped approved reviewed");
    EXPECT_EQ(rows.items("authority"), "self self taken_up taken_up taken_up proxy_entry");
    EXPECT_EQ(rows.json.at("items").at(5).at("evidence").as_string(), "phone 10:15");
}

TEST_F(Operations, HoldsAsksAndAddsApprovers) {
    const auto step = [](const std::string& id, const std::string& more) {
        return "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups=\"=if member = null then &quot;hanakos&quot; else member\"/>" +
               "<zeebe:properties><zeebe:property name=\"approval.step\" value=\"agree\"/></zeebe:properties></extensionElements>" + more + "</userTask>";
    };
    for (const std::string name : {"hanako", "jiro"}) {
        engine::User user;
        user.username = name;
        ASSERT_TRUE(desk.engine().execute(engine::PutDirectoryEntry{user, true, {name + "s"}, false}));
    }
    const auto key = start("<startEvent id=\"s\"/>" +
                               step("u", R"(<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=members" inputElement="member"/></extensionElements></multiInstanceLoopCharacteristics>)") +
                               flows({"s", "u"}),
                           R"({"members": ["hanakos"]})");
    const auto post = [&](const std::string& where, std::string_view body, const std::string& user, std::string_view method = "POST") {
        test::HttpClient client(port());
        return read(client.ask(method, where, body, "application/json", "X-Test-User: " + user + "\r\n"));
    };
    const std::string hanako = "hanako:hanakos", jiro = "jiro:jiros";
    const auto open = [&](const std::string& member) { return ask("POST", "/user-tasks/search", R"({"filter": {"state": "CREATED"}})").items(member); };
    const std::string task = "/api/user-tasks/" + open("userTaskKey");
    EXPECT_EQ(post(task + "/hold", "{}", hanako).status, 400) << "a reason is needed";
    EXPECT_EQ(post(task + "/hold", R"({"reason": "trip", "until": "1970-01-01T00:00:00Z"})", hanako).status, 400);
    EXPECT_EQ(post(task + "/hold", R"({"reason": "trip"})", jiro).status, 403);
    EXPECT_EQ(told(post("/api/dry-run" + task + "/hold", R"({"reason": "trip"})", hanako)), "userTask CHANGED u\n");
    EXPECT_EQ(post(task + "/hold", R"({"reason": "trip"})", hanako).status, 204);
    EXPECT_EQ(post(task + "/questions", R"({"people": ["jiro"], "text": "?"})", "saburo:hanakos").status, 409) << "it is on hold";
    EXPECT_EQ(post("/api/dry-run" + task + "/hold", R"({"reason": "trip"})", "saburo:hanakos").status, 409);
    EXPECT_EQ(post("/api/dry-run" + task + "/hold", "", hanako, "DELETE").status, 200);
    EXPECT_EQ(post(task + "/hold", "", hanako, "DELETE").status, 204);
    EXPECT_EQ(post(task + "/hold", "", hanako, "DELETE").status, 409) << "it has ended";
    EXPECT_EQ(post("/api/dry-run" + task + "/hold", "", hanako, "DELETE").status, 409);

    EXPECT_EQ(post(task + "/questions", R"({"people": ["jiro"]})", hanako).status, 400);
    const auto asked = post(task + "/questions", R"({"people": ["jiro"], "text": "since when?"})", hanako);
    ASSERT_EQ(asked.status, 201);
    const std::string question = "/api/task-events/" + std::string(asked.json.at("taskEventKey").as_string()) + "/answer";
    EXPECT_EQ(post(question, "{}", jiro).status, 400);
    EXPECT_EQ(post(question, R"({"text": "May"})", jiro).status, 201);
    EXPECT_EQ(post("/api/task-events/1/answer", R"({"text": "May"})", jiro).status, 404);
    EXPECT_EQ(post("/api/task-events/search", R"({"filter": {"people": "jiro", "kind": "ASKED"}})", "root!").items("text"), "since when?");

    EXPECT_EQ(post(task + "/approvers", "{}", hanako).status, 400);
    EXPECT_EQ(post(task + "/approvers", R"({"member": "nobody"})", hanako).status, 400);
    EXPECT_EQ(post(task + "/approvers", R"({"member": "hanakos"})", hanako).status, 409) << "asked already";
    EXPECT_EQ(post("/api/dry-run" + task + "/approvers", R"({"member": "hanakos"})", hanako).status, 409);
    EXPECT_EQ(told(post("/api/dry-run" + task + "/approvers", R"({"member": "jiros"})", hanako)),
              "elementInstance CHANGED u\nelementInstance CREATED u\nuserTask CREATED u\n");
    EXPECT_EQ(post(task + "/approvers", R"({"member": "jiros", "reason": "theirs, too"})", hanako).status, 204);
    EXPECT_EQ(open("elementId"), "u u");
    EXPECT_EQ(post("/api/task-events/search", "{}", "root!").items("kind"), "HELD RELEASED ASKED ANSWERED APPROVER_ADDED");
    EXPECT_EQ(post("/v2" + task.substr(4) + "/completion", R"({"variables": {"outcome": "agreed"}})", hanako).status, 204);
    EXPECT_EQ(post(question, R"({"text": "or June"})", jiro).status, 409) << "nobody waits for it";
    ASSERT_EQ(ask("POST", "/process-instances/" + key + "/suspension").status, 204);
    EXPECT_EQ(post("/api/user-tasks/" + open("userTaskKey") + "/hold", R"({"reason": "trip"})", jiro).status, 409);
}

TEST_F(Operations, DecidesOnManyAtOnceEachByItself) {
    const std::string elements = "<startEvent id=\"s\"/><userTask id=\"u\"><extensionElements><zeebe:userTask/><zeebe:assignmentDefinition candidateGroups=\"hanakos\"/><zeebe:properties>"
                                 "<zeebe:property name=\"approval.step\" value=\"decide\"/><zeebe:property name=\"approval.bulk\" value=\"true\"/>"
                                 "<zeebe:property name=\"approval.mustSee\" value=\"amount\"/></zeebe:properties></extensionElements></userTask>" + flows({"s", "u"});
    start(elements, R"({"amount": 1})");
    const auto other = start(elements, R"({"amount": 2})");
    const auto post = [&](const std::string& where, std::string_view body, const std::string& user = "hanako:hanakos") {
        test::HttpClient client(port());
        return read(client.ask("POST", where, body, "application/json", "X-Test-User: " + user + "\r\n"));
    };
    const std::string keys = ask("POST", "/user-tasks/search").items("userTaskKey");
    const std::string first = keys.substr(0, keys.find(' ')), second = keys.substr(keys.find(' ') + 1);
    const auto seen = post("/api/user-tasks/bulk-look", R"({"userTaskKeys": [")" + first + R"(", ")" + second + R"("]})");
    ASSERT_EQ(seen.status, 200);
    EXPECT_EQ(seen.json.at("items").at(1).at("fields").at("amount").as_int64(), 2);
    EXPECT_TRUE(seen.json.at("items").at(0).at("hindrance").is_null());
    const auto stranger = post("/api/user-tasks/bulk-look", R"({"userTaskKeys": [")" + first + R"("]})", "jiro:jiros");
    EXPECT_TRUE(stranger.json.at("items").at(0).at("documentVersion").is_null());
    const auto choice = [&](const std::string& key, std::size_t place) {
        return R"({"userTaskKey": ")" + key + R"(", "documentVersion": ")" + std::string(seen.json.at("items").at(place).at("documentVersion").as_string()) + R"("})";
    };
    ASSERT_EQ(ask("PUT", "/element-instances/" + other + "/variables", R"({"variables": {"amount": 900}})").status, 204);
    const std::string both = R"({"outcome": "approved", "comment": "fine", "tasks": [)" + choice(first, 0) + ", " + choice(second, 1) + "]}";
    const auto done = post("/api/user-tasks/bulk-completion", both);
    ASSERT_EQ(done.status, 200);
    EXPECT_TRUE(done.json.at("items").at(0).at("done").as_bool());
    EXPECT_FALSE(done.json.at("items").at(1).at("done").as_bool());
    EXPECT_TRUE(done.json.at("items").at(1).at("reason").as_string().starts_with("The case has changed since 'u' was seen"));
    EXPECT_EQ(post("/api/approval-decisions/search", "{}", "root!").items("reason"), "fine");
    EXPECT_EQ(post("/api/user-tasks/bulk-completion", R"({"outcome": "approved", "tasks": [)" + choice(second, 1) + ", " + choice(second, 1) + "]}").status, 400) << "twice the same";
    EXPECT_EQ(post("/api/user-tasks/bulk-completion", R"({"outcome": "approved", "tasks": []})").status, 400);
    EXPECT_EQ(post("/api/user-tasks/bulk-completion", R"({"outcome": "approved", "tasks": [7]})").status, 400);
    EXPECT_EQ(post("/api/user-tasks/bulk-look", R"({"userTaskKeys": ["x"]})").status, 400);
}

TEST_F(Operations, SaysHowDeadlinesWereCounted) {
    start("<startEvent id=\"s\"/>" + user_task("u") + R"(<boundaryEvent id="late" attachedToRef="u"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <intermediateCatchEvent id="other"><timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>)" +
          flows({"s", "u"}) + flows({"s", "other"}));
    const auto task = ask("POST", "/user-tasks/search").items("userTaskKey");
    test::HttpClient client(port());
    const auto answer = read(client.ask("GET", "/api/user-tasks/" + task + "/deadlines", ""));
    ASSERT_EQ(answer.status, 200);
    EXPECT_TRUE(answer.json.at("dueDate").is_null());
    ASSERT_EQ(answer.json.at("timers").as_array().size(), 1u) << "only what hangs at the task";
    EXPECT_EQ(answer.json.at("timers").at(0).at("elementId").as_string(), "late");
    EXPECT_TRUE(answer.json.at("timers").at(0).at("reckoning").as_object().empty()) << "no calendar was asked";
}

}  // namespace
}  // namespace dandori::rest
