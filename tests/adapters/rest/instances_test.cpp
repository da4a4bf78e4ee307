#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

using test::flows;
using test::service_task;

std::string work_and_end() {
    return "<startEvent id=\"s\"/>" + service_task("work") + "<endEvent id=\"e\"/>" + flows({"s", "work", "e"});
}

TEST_F(Office, StartsAnInstanceAndShowsIt) {
    const auto key = start(work_and_end(), R"({"sum": 0.10, "name": "段取り"})");
    const auto instance = ask("GET", "/process-instances/" + key);
    EXPECT_EQ(instance.text("state"), "ACTIVE");
    EXPECT_EQ(instance.text("processDefinitionId"), "p");
    EXPECT_EQ(instance.text("startDate"), "2026-04-02T01:00:00.000Z");
    EXPECT_EQ(instance.text("endDate"), "null");
    EXPECT_EQ(ask("POST", "/process-instances/search", R"({"filter": {"state": "ACTIVE", "elementId": "work"}})")
                  .items("processInstanceKey"),
              key);
    EXPECT_EQ(ask("POST", "/process-instances/search",
                  R"({"filter": {"variables": [{"name": "name", "value": "\"段取り\""}]}})")
                  .items("processInstanceKey"),
              key);
    EXPECT_EQ(
        ask("POST", "/process-instances/search", R"({"filter": {"state": "COMPLETED"}})").items("processInstanceKey"),
        "");
    const auto elements =
        ask("POST", "/element-instances/search", R"({"filter": {"processInstanceKey": ")" + key + R"("}})");
    EXPECT_EQ(elements.items("elementId"), "s work");
    EXPECT_EQ(elements.items("state"), "COMPLETED ACTIVE");
    EXPECT_EQ(elements.items("type"), "START_EVENT SERVICE_TASK");
    const auto inside = ask("POST", "/element-instances/search",
                            R"({"filter": {"elementInstanceScopeKey": ")" + key + R"(", "state": "ACTIVE"}})");
    EXPECT_EQ(inside.items("elementId"), "work");
    EXPECT_EQ(ask("GET", "/element-instances/" + inside.items("elementInstanceKey")).text("elementName"), "work");
    EXPECT_EQ(ask("GET", "/process-instances/" + key + "/sequence-flows").items("elementId"), "s-work");
    EXPECT_EQ(ask("GET", "/process-instances/" + key + "/sequence-flows").items("sequenceFlowId"), key + "_s-work");
    const auto statistics = ask("GET", "/process-instances/" + key + "/statistics/element-instances");
    EXPECT_EQ(statistics.items("elementId"), "s work");
    EXPECT_EQ(statistics.items("active"), "0 1");
    EXPECT_EQ(statistics.items("completed"), "1 0");
    EXPECT_EQ(ask("GET", "/process-instances/" + key + "/call-hierarchy").json.at(0).at("processInstanceKey"),
              boost::json::value(boost::json::string(key)));
    EXPECT_EQ(ask("GET", "/process-instances/1").status, 404);
}

TEST_F(Office, AnswersWithTheVariablesAtTheEnd) {
    ASSERT_EQ(
        deploy({{"p.bpmn", test::process_of("<startEvent id=\"s\"/><endEvent id=\"e\"/>" + flows({"s", "e"}))}}).status,
        200);
    const auto answer = ask(
        "POST", "/process-instances",
        R"({"processDefinitionId": "p", "awaitCompletion": true, "variables": {"x": 1, "y": 2}, "fetchVariables": ["x"], "tags": ["a:b"], "businessId": "INC-1"})");
    ASSERT_EQ(answer.status, 200) << answer.raw.body;
    EXPECT_EQ(answer.text("variables"), R"({"x":1})");
    EXPECT_EQ(answer.text("tags"), R"(["a:b"])");
    EXPECT_EQ(answer.text("businessId"), "INC-1");
    EXPECT_EQ(ask("GET", "/process-instances/" + answer.text("processInstanceKey")).text("state"), "COMPLETED");
}

TEST_F(Office, SaysWhyAnInstanceCanNotBeStarted) {
    const auto detail = [&](std::string_view body) { return ask("POST", "/process-instances", body).text("detail"); };
    EXPECT_EQ(detail("{}"), "Exactly one of 'processDefinitionKey' and 'processDefinitionId' is needed.");
    EXPECT_EQ(detail(R"({"processDefinitionId": "p", "processDefinitionKey": "1"})"),
              "Exactly one of 'processDefinitionKey' and 'processDefinitionId' is needed.");
    EXPECT_EQ(detail(R"({"processDefinitionId": "p", "variables": 1})"),
              "'variables' must be an object, found the number 1.");
    EXPECT_EQ(detail(R"({"processDefinitionId": "p", "tenantId": "x"})"),
              "'tenantId' is 'x', but there is only the tenant '<default>': the server was started without --multi-tenancy.");
    EXPECT_EQ(detail(R"({"processDefinitionId": "p", "tags": ["1"]})").substr(0, 15), "'tags' has '1';");
    const auto unknown = ask("POST", "/process-instances", R"({"processDefinitionId": "p"})");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(unknown.text("title"), "NOT_FOUND");
    EXPECT_EQ(unknown.text("detail"),
              "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with process ID "
              "'p', but none found");
}

TEST_F(Office, EndsAnInstanceAfterAnElementWhereItWasSoStarted) {
    start(work_and_end());
    const auto definition = ask("POST", "/process-definitions/search").items("processDefinitionKey");
    const std::string instructions = R"("runtimeInstructions": [{"type": "TERMINATE_PROCESS_INSTANCE", "afterElementId": "s"}])";
    for (const auto& which : {std::string(R"("processDefinitionId": "p")"), R"("processDefinitionKey": ")" + definition + "\""}) {
        const auto begun = ask("POST", "/process-instances", "{" + which + ", " + instructions + "}");
        ASSERT_EQ(begun.status, 200) << begun.raw.body;
        EXPECT_EQ(ask("GET", "/process-instances/" + begun.text("processInstanceKey")).text("state"), "TERMINATED");
        const auto awaited = ask("POST", "/process-instances", "{" + which + R"(, "awaitCompletion": true, "variables": {"x": 1}, )" + instructions + "}");
        EXPECT_EQ(awaited.text("variables"), R"({"x":1})");
    }
    const auto refused = [&](const std::string& instruction) {
        return ask("POST", "/process-instances", R"({"processDefinitionId": "p", "runtimeInstructions": [)" + instruction + "]}").text("detail");
    };
    EXPECT_EQ(refused(R"({"type": "SLEEP", "afterElementId": "s"})"),
              "'runtimeInstructions[0].type' is 'SLEEP', but must be TERMINATE_PROCESS_INSTANCE.");
    EXPECT_EQ(refused("{}"), "'runtimeInstructions[0].afterElementId' is missing; a text is needed.");
    EXPECT_EQ(refused(R"({"afterElementId": "nowhere"})"),
              "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to terminate the instance after element 'nowhere', but the "
              "process has no such element");
}

TEST_F(Office, CancelsAnInstance) {
    const auto key = start(work_and_end());
    EXPECT_EQ(ask("POST", "/process-instances/" + key + "/cancellation").status, 204);
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "TERMINATED");
    EXPECT_EQ(ask("POST", "/process-instances/" + key + "/cancellation", "{}").status, 404);
}

TEST_F(Office, ShowsVariablesCutUnlessAskedForAll) {
    const std::string long_text(10'000, 'x');
    const auto key = start(work_and_end(), R"({"long": ")" + long_text + R"(", "n": 1.50})");
    const std::string body = R"({"filter": {"scopeKey": ")" + key + R"("}, "sort": [{"field": "name"}]})";
    const auto cut = ask("POST", "/variables/search", body);
    EXPECT_EQ(cut.items("name"), "long n");
    EXPECT_EQ(cut.items("isTruncated"), "true false");
    EXPECT_EQ(cut.json.at("items").at(0).at("value").as_string().size(), 8'191u);
    const auto whole = ask("POST", "/variables/search?truncateValues=false", body);
    EXPECT_EQ(whole.json.at("items").at(0).at("value").as_string().size(), 10'002u);
    const auto variable =
        ask("GET", "/variables/" + std::string(cut.json.at("items").at(0).at("variableKey").as_string()));
    EXPECT_EQ(variable.text("value").size(), 10'002u);
    EXPECT_EQ(ask("POST", "/variables/search?truncateValues=maybe", body).status, 400);
    const auto with = [&](const std::string& truncated) {
        return ask("POST", "/variables/search", R"({"filter": {"scopeKey": ")" + key + R"(", "isTruncated": )" + truncated + "}}");
    };
    EXPECT_EQ(with("true").items("name"), "long");
    EXPECT_EQ(with("false").items("name"), "n");
    EXPECT_EQ(with("\"true\"").status, 400);
    EXPECT_EQ(ask("PUT", "/element-instances/" + key + "/variables", R"({"variables": {"n": 2}})").status, 204);
    EXPECT_EQ(ask("POST", "/variables/search", R"({"filter": {"name": "n", "value": "2"}})").items("scopeKey"), key);
    EXPECT_EQ(ask("PUT", "/element-instances/" + key + "/variables", "{}").status, 400);
}

TEST_F(Office, CountsWhatRuns) {
    const auto key = start(work_and_end());
    ask("POST", "/process-instances", R"({"processDefinitionId": "p"})");
    const auto definition = ask("POST", "/process-definitions/search").items("processDefinitionKey");
    const auto path = "/process-definitions/" + definition + "/statistics/element-instances";
    EXPECT_EQ(ask("POST", path).items("active"), "0 2");
    EXPECT_EQ(ask("POST", path, R"({"filter": {"processInstanceKey": ")" + key + R"("}})").items("active"), "0 1");
    const auto by_id = ask("POST", "/process-definitions/statistics/process-instances",
                           R"({"sort": [{"field": "activeInstancesWithoutIncidentCount", "order": "DESC"}]})");
    EXPECT_EQ(by_id.items("activeInstancesWithoutIncidentCount"), "2");
    EXPECT_EQ(by_id.items("hasMultipleVersions"), "false");
    const auto by_version = ask("POST", "/process-definitions/statistics/process-instances-by-version",
                                R"({"filter": {"processDefinitionId": "p"}})");
    EXPECT_EQ(by_version.items("processDefinitionKey"), definition);
    EXPECT_EQ(by_version.items("activeInstancesWithoutIncidentCount"), "2");
}

TEST_F(Office, CountsWhatWaitsAndWhatFails) {
    const std::string message =
        R"(<message id="m" name="arrived"><extensionElements><zeebe:subscription correlationKey="=order"/></extensionElements></message>)";
    const auto key = start(
        R"(<startEvent id="s"/><intermediateCatchEvent id="c"><messageEventDefinition messageRef="m"/></intermediateCatchEvent><endEvent id="e"/>)" +
            flows({"s", "c", "e"}),
        R"({"order": "A"})", message);
    const auto waiting = ask("POST", "/process-definitions/statistics/message-subscriptions");
    EXPECT_EQ(waiting.items("processInstancesWithActiveSubscriptions"), "1");
    EXPECT_EQ(waiting.items("activeSubscriptions"), "1");
    const std::string end(waiting.json.at("page").at("endCursor").as_string());
    EXPECT_EQ(ask("POST", "/process-definitions/statistics/message-subscriptions",
                  R"({"page": {"limit": 1, "after": ")" + end + "\"}}")
                  .items("activeSubscriptions"),
              "");
    // Without an order the correlation key can't be told.
    for (int i = 0; i < 2; ++i) ask("POST", "/process-instances", R"({"processDefinitionId": "p"})");
    const auto errors = ask("POST", "/incidents/statistics/process-instances-by-error");
    ASSERT_EQ(errors.items("activeInstancesWithErrorCount"), "2") << errors.raw.body;
    const auto by_definition = ask("POST", "/incidents/statistics/process-instances-by-definition",
                                   R"({"filter": {"errorHashCode": )" + errors.items("errorHashCode") + "}}");
    EXPECT_EQ(by_definition.items("activeInstancesWithErrorCount"), "2");
    EXPECT_EQ(by_definition.items("processDefinitionId"), "p");
    EXPECT_EQ(
        ask("POST", "/incidents/statistics/process-instances-by-error", R"({"sort": [{"field": "x"}]})").text("detail"),
        "'sort[0].field' is 'x', but must be one of errorMessage, activeInstancesWithErrorCount.");
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("hasIncident"), "false");
}

TEST_F(Office, MovesTheClock) {
    const auto key = start(
        R"(<startEvent id="s"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent><endEvent id="e"/>)" +
        flows({"s", "t", "e"}));
    EXPECT_EQ(ask("PUT", "/clock", R"({"timestamp": 247090953600001})").status, 400) << "deadlines could not be written any more";
    EXPECT_EQ(ask("PUT", "/clock", R"({"timestamp": 1775095199000})").status, 204);
    desk.wait(0);
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "ACTIVE");
    EXPECT_EQ(ask("PUT", "/clock", R"({"timestamp": 1775095200000})").status, 204);
    desk.wait(0);
    EXPECT_EQ(ask("GET", "/process-instances/" + key).text("state"), "COMPLETED");
    EXPECT_EQ(ask("POST", "/clock/reset").status, 204);
    EXPECT_EQ(desk.clock.now(), start_of_tests);
    EXPECT_EQ(ask("PUT", "/clock", R"({"timestamp": "now"})").status, 400);
}

}  // namespace
}  // namespace dandori::rest
