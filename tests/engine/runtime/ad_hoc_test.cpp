// Ad-hoc sub-processes through the front door, and what jobs are told and in which order they are handed out.

#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string led(const std::string& inside, const std::string& more = "") {
    return process_of(R"(<startEvent id="s"/><adHocSubProcess id="agent"><extensionElements><zeebe:taskDefinition type="lead"/>)" + more +
                      "</extensionElements>" + inside + "</adHocSubProcess>" + flows({"s", "agent"}));
}

ElementInstance element(Desk& desk, const std::string& id) {
    for (const auto& row : desk.rows<ElementInstance>()) {
        if (row.element_id == id && row.state == InstanceState::Active) return row;
    }
    ADD_FAILURE() << id << " is not active";
    return {};
}

std::string local(Desk& desk, ScopeKey scope, const std::string& name) {
    const auto found = desk.rows<Variable>(Query{}.where_equals("scopeKey", scope).where_equals("name", name));
    return found.empty() ? "absent" : found.front().value;
}

Outcome<Done> decide(Desk& desk, AdHocResult result, const std::string& variables = "{}") {
    const auto jobs = desk.activate("lead", 1);
    if (jobs.empty()) return tl::unexpected(Rejection{Rejection::Code::NotFound, "no job"});
    CompleteJob command;
    command.key = jobs.front().job.key;
    command.variables = {variables};
    command.result = std::move(result);
    return desk.engine().execute(command);
}

TEST(AdHocSubProcess, TellsWhatThereIsToChooseFrom) {
    Desk desk;
    desk.deploy(led(R"xml(<serviceTask id="w" name="Weather"><documentation>Tells it</documentation><extensionElements><zeebe:taskDefinition type="w"/>
        <zeebe:properties><zeebe:property name="k" value="v"/></zeebe:properties>
        <zeebe:ioMapping><zeebe:input source="=fromAi(toolCall.place, &quot;where&quot;, &quot;string&quot;)" target="place"/>
        <zeebe:input source="={d: fromAi(value: toolCall.days, type: &quot;number&quot;, schema: {minimum: 1})}" target="o"/></zeebe:ioMapping>
        </extensionElements></serviceTask>)xml" + service_task("then") + service_task("x") + flows({"w", "then"})));
    desk.start();
    const auto jobs = desk.activate("lead");
    ASSERT_EQ(jobs.size(), 1u);
    EXPECT_EQ(jobs.front().job.kind, JobKind::AdHocSubProcess);
    EXPECT_EQ(local(desk, scope_of(element(desk, "agent").key), "adHocSubProcessElements"),
              R"([{"elementId":"w","elementName":"Weather","documentation":"Tells it","properties":{"k":"v"},"parameters":[)"
              R"({"name":"place","description":"where","type":"string"},{"name":"days","type":"number","schema":{"minimum":1}}]},)"
              R"({"elementId":"x","elementName":"x","documentation":null,"properties":{},"parameters":[]}])");
}

TEST(AdHocSubProcess, GivesEachActivationAScopeOfItsOwn) {
    Desk desk;
    desk.deploy(led(service_task("a")));
    const auto key = desk.start();
    EXPECT_TRUE(decide(desk, {{{"a", {R"({"n": 1, "own": null})"}}, {"a", {R"({"n": 2})"}}}, false, false}, R"({"plan": "both"})"));
    EXPECT_EQ(desk.variable(key, "plan"), "\"both\"");
    desk.restart();
    const auto inner = element(desk, "agent#innerInstance");
    EXPECT_EQ(inner.type, ElementType::AdHocSubProcessInnerInstance);
    EXPECT_EQ(inner.scope_key, scope_of(element(desk, "agent").key));
    EXPECT_EQ(local(desk, scope_of(inner.key), "n"), "1");
    EXPECT_TRUE(desk.activate("lead").empty());
    // What it was activated with stays there; all else goes where it exists, else to the root, as from any element.
    EXPECT_TRUE(desk.work("a", R"({"result": 5, "own": 6})"));
    EXPECT_EQ(desk.variable(key, "result"), "5");
    EXPECT_EQ(desk.variable(key, "own"), "absent");
    EXPECT_EQ(local(desk, scope_of(inner.key), "own"), "6");
    // One inner instance runs still: the worker is asked all the same, once.
    desk.restart();
    EXPECT_TRUE(desk.work("a"));
    EXPECT_EQ(desk.activate("lead").size(), 1u);
}

TEST(AdHocSubProcess, RefusesDecisionsThatMakeNoSense) {
    Desk desk;
    desk.deploy(led(service_task("a") + service_task("b") + flows({"a", "b"})));
    const auto key = desk.start();
    const auto job = desk.activate("lead").front().job.key;
    const auto code = [&](AdHocResult result) {
        CompleteJob command;
        command.key = job;
        command.result = std::move(result);
        const auto outcome = desk.engine().execute(command);
        return outcome ? std::string("done") : outcome.error().text;
    };
    EXPECT_EQ(code({{{"b", {}}}, false, false}), "The ad-hoc sub-process 'agent' has no element 'b' that can be activated.");
    EXPECT_EQ(code({{{"a", {"[]"}}}, false, false}), "The variables must be a JSON object.");
    EXPECT_EQ(code({{{"a", {}}}, true, false}), "With 'isCompletionConditionFulfilled' no element can be activated. Leave one of them out.");
    EXPECT_EQ(desk.active(key), "agent");
    EXPECT_EQ(code({{}, true, false}), "done");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(AdHocSubProcess, LedByAWorkerHasNoOtherWayToEnd) {
    Desk desk;
    const auto refused = desk.try_deploy({{"p.bpmn", led(service_task("a") + "<completionCondition>=true</completionCondition>")}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text.find("is led by a worker and has a completionCondition. Remove it"), std::string::npos) << refused.error().text;
}

TEST(AdHocSubProcess, TriesItsConditionAgainWhenTheIncidentIsResolved) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"/><adHocSubProcess id="h"><extensionElements><zeebe:adHoc activeElementsCollection='=["a"]'/></extensionElements>)" +
                           service_task("a") + "<completionCondition>=isDone</completionCondition></adHocSubProcess>" + flows({"s", "h"})));
    const auto key = desk.start();
    EXPECT_TRUE(desk.work("a"));
    ASSERT_EQ(desk.incidents().size(), 1u);
    desk.restart();
    desk.engine().execute(SetVariables{scope_of(key), {R"({"isDone": true})"}, false});
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
}

TEST(Jobs, OfHigherPriorityAreHandedOutFirst) {
    Desk desk;
    std::string model = process_of("<extensionElements><zeebe:jobPriorityDefinition priority=\"5\"/></extensionElements><startEvent id=\"s\"/>" +
                                   service_task("a", "<zeebe:jobPriorityDefinition priority=\"=p\"/>") + flows({"s", "a"}));
    desk.deploy(model);
    std::string plain = process_of("<extensionElements><zeebe:jobPriorityDefinition priority=\"5\"/></extensionElements><startEvent id=\"s\"/>" +
                                   service_task("a") + flows({"s", "a"}));
    plain.replace(plain.find("process id=\"p\""), 14, "process id=\"q\"");
    desk.deploy(plain, "q.bpmn");
    desk.start(R"({"p": 1, "name": "low"})");
    desk.start(R"({"name": "middle"})", "q");
    desk.start(R"({"p": 90, "name": "high"})");
    desk.start(R"({"name": "middle, later"})", "q");
    desk.restart();
    std::string order;
    for (const auto& job : desk.activate("a")) order += job.variables.text.substr(job.variables.text.find("\"name\"")) + " ";
    const auto at = [&](const char* name) { return order.find("\"" + std::string(name) + "\""); };
    EXPECT_TRUE(at("high") < at("middle") && at("middle") < at("middle, later") && at("middle, later") < at("low")) << order;
    desk.start(R"({"p": "soon"})");
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_message, "'priority' of 'a' gave \"soon\"; a whole number is needed.");
}

TEST(Jobs, TellTheKeysOfLinkedResources) {
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" +
                           service_task("a", "<zeebe:linkedResources><zeebe:linkedResource resourceId=\"guide.txt\" resourceType=\"text\" "
                                             "linkName=\"guide\"/></zeebe:linkedResources><zeebe:taskHeaders><zeebe:header key=\"k\" value=\"v\"/></zeebe:taskHeaders>") +
                           flows({"s", "a"})));
    const auto key = desk.start();
    ASSERT_EQ(desk.incidents().size(), 1u);
    EXPECT_EQ(desk.incidents().front().error_type, IncidentErrorType::ResourceNotFound);
    EXPECT_EQ(desk.incidents().front().error_message, "There is no resource 'guide.txt' deployed. Deploy it and resolve the incident.");
    ASSERT_TRUE(desk.try_deploy({{"guide.txt", "how to"}}));
    EXPECT_TRUE(desk.engine().execute(ResolveIncident{desk.incidents().front().key}));
    const auto jobs = desk.activate("a");
    ASSERT_EQ(jobs.size(), 1u);
    std::string resource;
    for (const auto& row : desk.rows<Resource>()) {
        if (row.name == "guide.txt") resource = std::to_string(row.key.value);
    }
    EXPECT_EQ(jobs.front().job.custom_headers.text,
              R"({"k":"v","linkedResources":"[{\"resourceKey\":\")" + resource + R"(\",\"resourceType\":\"text\",\"linkName\":\"guide\"}]"})");
    EXPECT_EQ(desk.instance(key).state, InstanceState::Active);
}

TEST(Jobs, LinkAScriptByTheIdAndVersionTagInItsFile) {
    Desk desk;
    const auto linked = [](const std::string& binding) {
        return process_of("<startEvent id=\"s\"/>" + service_task("a", "<zeebe:linkedResources><zeebe:linkedResource resourceId=\"fill_in\" " + binding +
                                                                            " resourceType=\"RPA\" linkName=\"script\"/></zeebe:linkedResources>") +
                          flows({"s", "a"}));
    };
    ASSERT_TRUE(desk.try_deploy({{"robot.rpa", R"({"id": "fill_in", "versionTag": "v1", "script": "Log  one"})"}}));
    ASSERT_TRUE(desk.try_deploy({{"robot.rpa", R"({"id": "fill_in", "versionTag": "v2", "script": "Log  two"})"}}));
    const auto key_of_version = [&](std::int32_t version) {
        for (const auto& row : desk.rows<Resource>())
            if (row.id == "fill_in" && row.version == version) return std::to_string(row.key.value);
        return std::string("none");
    };
    for (const auto& [binding, version] : {std::pair{"bindingType=\"latest\"", 2}, {"bindingType=\"versionTag\" versionTag=\"v1\"", 1}}) {
        desk.deploy(linked(binding));
        desk.start();
        const auto jobs = desk.activate("a");
        ASSERT_EQ(jobs.size(), 1u) << binding;
        EXPECT_NE(jobs.front().job.custom_headers.text.find(key_of_version(version)), std::string::npos) << binding;
    }
    const auto refused = desk.try_deploy({{"robot.rpa", R"({"script": "Log  one"})"}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text.find("The RPA script has no id."), std::string::npos) << refused.error().text;
}

}  // namespace
}  // namespace dandori::test
