// docs/user/bpmn-coverage.md: every element with execution semantics, whether the engine takes it (asked of the compiler
// with a small model), the clause of BPMN 2.0.2, and the stories whose models use it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "bpmn/bpmn.h"
#include "engine/behavior/executable.h"
#include "tests/scenario/features.h"
#include "tests/scenario/pages.h"

namespace dandori::test {
namespace {

/// A feature in the words of features.h, its clause, and elements that use it, besides start, flows and end.
struct Row {
    std::string feature, clause, elements;
    std::string roots = "";
};
struct Group {
    std::string title;
    std::vector<Row> rows;
};

std::string element(const std::string& name, const std::string& inner = "", const std::string& attributes = "") {
    return "<" + name + " id=\"x\"" + attributes + ">" + inner + "</" + name + ">";
}
std::string extended(const std::string& zeebe) { return "<extensionElements>" + zeebe + "</extensionElements>"; }
std::string job() { return extended("<zeebe:taskDefinition type=\"x\"/>"); }
std::string scope(const std::string& more = "") {
    return "<startEvent id=\"is\"/><sequenceFlow id=\"if\" sourceRef=\"is\" targetRef=\"ie\"/><endEvent id=\"ie\"/>" + more;
}

/// The definition of an event, and what it refers to.
const std::map<std::string, std::string>& definitions() {
    static const std::map<std::string, std::string> all{
        {"none", ""},
        {"message", "<messageEventDefinition messageRef=\"m\"/>"},
        {"timer", "<timerEventDefinition><timeDate>2026-04-01T09:00:00Z</timeDate></timerEventDefinition>"},
        {"error", "<errorEventDefinition errorRef=\"er\"/>"},
        {"escalation", "<escalationEventDefinition escalationRef=\"es\"/>"},
        {"signal", "<signalEventDefinition signalRef=\"si\"/>"},
        {"conditional", "<conditionalEventDefinition><condition>=a</condition></conditionalEventDefinition>"},
        {"compensation", "<compensateEventDefinition/>"},
        {"cancel", "<cancelEventDefinition/>"},
        {"terminate", "<terminateEventDefinition/>"},
        {"link", "<linkEventDefinition name=\"l\"/>"},
        {"multiple", "<messageEventDefinition messageRef=\"m\"/><signalEventDefinition signalRef=\"si\"/>"},
        {"parallel multiple", "<messageEventDefinition messageRef=\"m\"/><signalEventDefinition signalRef=\"si\"/>"},
    };
    return all;
}

std::string event(const std::string& name, const std::string& kind, std::string attributes = "") {
    if (kind == "parallel multiple") attributes += " parallelMultiple=\"true\"";
    return element(name, definitions().at(kind), attributes);
}

std::string undo(const std::string& activity) {
    return "<boundaryEvent id=\"u\" attachedToRef=\"" + activity +
           "\"><compensateEventDefinition/></boundaryEvent><manualTask id=\"h\" isForCompensation=\"true\"/>"
           "<association id=\"as\" sourceRef=\"u\" targetRef=\"h\"/>";
}

std::vector<Row> events(const std::string& position, const std::string& name, const std::string& clause,
                        const std::vector<std::string>& kinds) {
    std::vector<Row> rows;
    for (const std::string& kind : kinds) {
        std::string elements = event(name, kind);
        // Who sends a message is a worker; without one it would be the row "handed over within the engine".
        const bool throws = name == "intermediateThrowEvent" || name == "endEvent";
        if (throws && (kind == "message" || kind == "multiple")) elements = element(name, job() + definitions().at(kind));
        if (name == "boundaryEvent") {
            const std::string host = kind == "cancel" ? "<transaction id=\"host\">" + scope() + "</transaction>"
                                                      : "<manualTask id=\"host\"/>";
            elements = host + event(name, kind, " attachedToRef=\"host\"");
            if (kind == "compensation") elements = host + undo("host");
        }
        if (kind == "cancel" && name == "endEvent")
            elements = "<transaction id=\"host\"><startEvent id=\"is\"/><sequenceFlow id=\"if\" sourceRef=\"is\" targetRef=\"x\"/>" +
                       event(name, kind) + "</transaction>";
        if (kind == "link")
            elements = "<intermediateThrowEvent id=\"x\"><linkEventDefinition name=\"l\"/></intermediateThrowEvent>"
                       "<intermediateCatchEvent id=\"y\"><linkEventDefinition name=\"l\"/></intermediateCatchEvent>";
        rows.push_back({position + " " + kind, clause, elements});
    }
    return rows;
}

std::vector<Row> boundary_beside(const std::vector<std::string>& kinds) {
    std::vector<Row> rows;
    for (const std::string& kind : kinds) {
        rows.push_back({"boundary event " + kind + ", non-interrupting", "13.5.3",
                        "<manualTask id=\"host\"/>" +
                            event("boundaryEvent", kind, " attachedToRef=\"host\" cancelActivity=\"false\"")});
    }
    return rows;
}

std::vector<Row> event_sub_process(bool interrupting, const std::vector<std::string>& kinds) {
    std::vector<Row> rows;
    for (const std::string& kind : kinds) {
        const std::string start = event("startEvent", kind, interrupting ? "" : " isInterrupting=\"false\"");
        std::string handler = "<subProcess id=\"esp\" triggeredByEvent=\"true\">" + start +
                              "<sequenceFlow id=\"ef\" sourceRef=\"x\" targetRef=\"ee\"/><endEvent id=\"ee\"/></subProcess>";
        if (kind == "compensation") handler = "<subProcess id=\"host\">" + scope(handler) + "</subProcess>";
        rows.push_back({"start event " + kind + (interrupting ? "" : ", non-interrupting") + ", of an event sub-process",
                        kind == "compensation" ? "13.5.5" : "13.5.4", handler});
    }
    return rows;
}

std::string loop(const std::string& inner, const std::string& attributes = "") {
    return element("serviceTask", job() + "<multiInstanceLoopCharacteristics" + attributes + ">" + inner +
                                      "</multiInstanceLoopCharacteristics>");
}
const std::string collection = extended("<zeebe:loopCharacteristics inputCollection=\"=list\" inputElement=\"each\"/>");

std::string gateway(const std::string& kind, const std::string& inner = "", const std::string& attributes = "") {
    return element(kind, inner, attributes);
}

const std::string two_events =
    "<intermediateCatchEvent id=\"c1\"><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>"
    "<intermediateCatchEvent id=\"c2\"><signalEventDefinition signalRef=\"si\"/></intermediateCatchEvent>"
    "<sequenceFlow id=\"g1\" sourceRef=\"x\" targetRef=\"c1\"/><sequenceFlow id=\"g2\" sourceRef=\"x\" targetRef=\"c2\"/>";
const std::string two_flows_in =
    "<manualTask id=\"a\"/><manualTask id=\"b\"/><sequenceFlow id=\"g1\" sourceRef=\"a\" targetRef=\"x\"/>"
    "<sequenceFlow id=\"g2\" sourceRef=\"b\" targetRef=\"x\"/>";

std::vector<Group> groups() {
    std::vector<Group> all;
    all.push_back({"Activities",
        {{"task", "13.3.3", element("task")},
         {"user task", "13.3.3", element("userTask", extended("<zeebe:userTask/>"))},
         {"manual task", "13.3.3", element("manualTask")},
         {"service task", "13.3.3", element("serviceTask", job())},
         {"send task", "13.3.3", element("sendTask", job())},
         {"receive task", "13.3.3", element("receiveTask", "", " messageRef=\"m\"")},
         {"receive task that starts a process", "13.3.3", element("receiveTask", "", " messageRef=\"m\" instantiate=\"true\"")},
         {"script task", "13.3.3", element("scriptTask", extended("<zeebe:script expression=\"=1\" resultVariable=\"r\"/>"))},
         {"business rule task", "13.3.3",
          element("businessRuleTask", extended("<zeebe:calledDecision decisionId=\"d\" resultVariable=\"r\"/>"))},
         {"call activity", "13.3.4", element("callActivity", extended("<zeebe:calledElement processId=\"q\"/>"))},
         {"sub process", "13.3.4", element("subProcess", scope())},
         {"event sub-process", "13.5.4", event_sub_process(true, {"message"}).front().elements},
         {"transaction", "13.3.4", element("transaction", scope())},
         {"ad hoc sub process", "13.3.5", element("adHocSubProcess", "<manualTask id=\"in\"/>")},
         {"ad hoc, sequential", "13.3.5", element("adHocSubProcess", "<manualTask id=\"in\"/>", " ordering=\"Sequential\"")},
         {"ad hoc, completionCondition", "13.3.5",
          element("adHocSubProcess", "<manualTask id=\"in\"/><completionCondition>=a</completionCondition>")},
         {"ad hoc, cancelRemainingInstances=false", "13.3.5",
          element("adHocSubProcess", "<manualTask id=\"in\"/><completionCondition>=a</completionCondition>",
                  " cancelRemainingInstances=\"false\"")},
         {"ad hoc, led by a job", "13.3.5", element("adHocSubProcess", job() + "<manualTask id=\"in\"/>")},
         {"startQuantity", "13.3.2", element("manualTask", "", " startQuantity=\"2\"")},
         {"completionQuantity", "13.3.2", element("manualTask", "", " completionQuantity=\"2\"")}}});
    const std::string standard = "<standardLoopCharacteristics%><loopCondition>=a</loopCondition></standardLoopCharacteristics>";
    const auto with = [&](const std::string& attributes) {
        std::string text = standard;
        return element("manualTask", text.replace(text.find('%'), 1, attributes));
    };
    const std::string thrown = "<signalEventDefinition signalRef=\"si\"/>";
    all.push_back({"Loops",
        {{"standard loop, tested before", "13.3.6", with(" testBefore=\"true\"")},
         {"standard loop, tested after", "13.3.6", with("")},
         {"standard loop, loopMaximum", "13.3.6", with(" loopMaximum=\"3\"")},
         {"multi-instance, parallel", "13.3.7", loop(collection)},
         {"multi-instance, sequential", "13.3.7", loop(collection, " isSequential=\"true\"")},
         {"multi-instance, loopCardinality", "13.3.7", loop("<loopCardinality>=3</loopCardinality>")},
         {"multi-instance, completionCondition", "13.3.7", loop(collection + "<completionCondition>=a</completionCondition>")},
         {"multi-instance, outputCollection", "13.3.7",
          loop(extended("<zeebe:loopCharacteristics inputCollection=\"=list\" outputCollection=\"o\" outputElement=\"=1\"/>"))},
         {"multi-instance sub-process", "13.3.7",
          element("subProcess", scope() + "<multiInstanceLoopCharacteristics>" + collection + "</multiInstanceLoopCharacteristics>")},
         {"multi-instance call activity", "13.3.7",
          element("callActivity", extended("<zeebe:calledElement processId=\"q\"/>") + "<multiInstanceLoopCharacteristics>" +
                                      collection + "</multiInstanceLoopCharacteristics>")},
         {"multi-instance, behavior None", "13.3.7", loop(collection, " behavior=\"None\" noneBehaviorEventRef=\"sd\"")},
         {"multi-instance, behavior One", "13.3.7", loop(collection, " behavior=\"One\" oneBehaviorEventRef=\"sd\"")},
         {"multi-instance, behavior Complex", "13.3.7",
          loop(collection + "<complexBehaviorDefinition><condition>=a</condition><event>" + thrown +
                   "</event></complexBehaviorDefinition>", " behavior=\"Complex\"")}}});
    all.push_back({"Gateways and flows",
        {{"exclusive gateway", "13.4.2", gateway("exclusiveGateway")},
         {"parallel gateway", "13.4.1", gateway("parallelGateway")},
         {"parallel join", "13.4.1", gateway("parallelGateway") + two_flows_in},
         {"inclusive gateway", "13.4.3", gateway("inclusiveGateway")},
         {"inclusive join", "13.4.3", gateway("inclusiveGateway") + two_flows_in},
         {"complex gateway", "13.4.5",
          gateway("complexGateway", "<activationCondition>=activationCount &gt;= 2</activationCondition>") + two_flows_in},
         {"event based gateway", "13.4.4", gateway("eventBasedGateway") + two_events},
         {"event based gateway that starts a process", "13.2", gateway("eventBasedGateway", "", " instantiate=\"true\"") + two_events},
         {"event based gateway that starts a process, parallel", "13.2",
          gateway("eventBasedGateway", "", " instantiate=\"true\" eventGatewayType=\"Parallel\"") + two_events},
         {"default flow out of a gateway", "13.4.2",
          element("exclusiveGateway", "", " default=\"g1\"") + "<manualTask id=\"a\"/><sequenceFlow id=\"g1\" sourceRef=\"x\" targetRef=\"a\"/>"},
         {"conditional flow out of an activity", "13.3.1",
          element("manualTask") + "<manualTask id=\"a\"/><sequenceFlow id=\"g1\" sourceRef=\"x\" targetRef=\"a\"><conditionExpression>=a</conditionExpression></sequenceFlow>"},
         {"default flow out of an activity", "13.3.1",
          element("manualTask", "", " default=\"g1\"") + "<manualTask id=\"a\"/><sequenceFlow id=\"g1\" sourceRef=\"x\" targetRef=\"a\"/>"},
         {"implicit split", "13.3.1",
          element("manualTask") + "<manualTask id=\"a\"/><manualTask id=\"b\"/><sequenceFlow id=\"g1\" sourceRef=\"x\" targetRef=\"a\"/>"
                                  "<sequenceFlow id=\"g2\" sourceRef=\"x\" targetRef=\"b\"/>"},
         {"uncontrolled merge", "13.3.1", element("manualTask") + two_flows_in},
         {"no start event: what no flow leads to starts", "13.3.4", element("subProcess", "<manualTask id=\"a\"/><manualTask id=\"b\"/>")},
         {"several start events", "13.2", event("startEvent", "message")},
         {"several end events", "13.5.6", element("endEvent")}}});
    Group starts{"Start events", events("start event", "startEvent", "13.5.1",
                                        {"message", "timer", "conditional", "signal", "multiple", "parallel multiple"})};
    starts.rows.insert(starts.rows.begin(), Row{"start event none", "13.5.1", ""});
    for (const bool interrupting : {true, false}) {
        std::vector<std::string> kinds{"message", "timer", "conditional", "signal", "escalation", "multiple", "parallel multiple"};
        if (interrupting) kinds.insert(kinds.end(), {"error", "compensation"});
        for (Row& row : event_sub_process(interrupting, kinds)) starts.rows.push_back(std::move(row));
    }
    all.push_back(std::move(starts));
    all.push_back({"Intermediate events", {}});
    for (Row& row : events("intermediate catch event", "intermediateCatchEvent", "13.5.2",
                           {"message", "timer", "conditional", "signal", "link", "multiple", "parallel multiple"}))
        all.back().rows.push_back(std::move(row));
    for (Row& row : events("intermediate throw event", "intermediateThrowEvent", "13.5.2",
                           {"none", "message", "escalation", "signal", "compensation", "link", "multiple"}))
        all.back().rows.push_back(std::move(row));
    all.push_back({"Boundary events",
                   events("boundary event", "boundaryEvent", "13.5.3",
                          {"message", "timer", "error", "escalation", "cancel", "compensation", "conditional", "signal",
                           "multiple", "parallel multiple"})});
    for (Row& row : boundary_beside({"message", "timer", "escalation", "conditional", "signal", "multiple", "parallel multiple"}))
        all.back().rows.push_back(std::move(row));
    all.push_back({"End events", events("end event", "endEvent", "13.5.6",
                                        {"message", "error", "escalation", "cancel", "compensation", "signal", "terminate", "multiple"})});
    all.back().rows.insert(all.back().rows.begin(), Row{"end event none", "13.5.6", ""});
    const auto timer = [](const std::string& time) {
        return element("intermediateCatchEvent", "<timerEventDefinition>" + time + "</timerEventDefinition>");
    };
    all.push_back({"What events do",
        {{"timer date", "10.5.5", timer("<timeDate>2026-04-01T09:00:00Z</timeDate>")},
         {"timer duration", "10.5.5", timer("<timeDuration>PT1H</timeDuration>")},
         {"timer cycle", "10.5.5",
          "<manualTask id=\"host\"/>" + element("boundaryEvent", "<timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition>",
                                                " attachedToRef=\"host\" cancelActivity=\"false\"")},
         {"terminate in a nested scope", "13.5.6",
          "<subProcess id=\"host\"><startEvent id=\"is\"/><sequenceFlow id=\"if\" sourceRef=\"is\" targetRef=\"x\"/>" +
              event("endEvent", "terminate") + "</subProcess>"},
         {"compensation handler", "13.5.5", "<manualTask id=\"a\"/>" + undo("a")},
         {"compensation of one activity", "13.5.5",
          "<manualTask id=\"a\"/>" + undo("a") + element("intermediateThrowEvent", "<compensateEventDefinition activityRef=\"a\"/>")},
         {"compensation of a scope", "13.5.5", event("intermediateThrowEvent", "compensation")},
         {"message handed over within the engine", "13.5.2", event("intermediateThrowEvent", "message")},
         {"message flow", "9.4", "<manualTask id=\"x\"/>",
          "<collaboration id=\"co\"><participant id=\"us\" processRef=\"p\"/><participant id=\"they\"/>"
          "<messageFlow id=\"mf\" sourceRef=\"x\" targetRef=\"they\"/></collaboration>"}}});
    all.push_back({"Data and people",
        {{"data object", "10.4.1", "<dataObject id=\"x\"/>"},
         {"ioSpecification", "10.4.1", element("manualTask", "<ioSpecification><dataInput id=\"di\"/><inputSet/><outputSet/></ioSpecification>")},
         {"data association of an activity", "10.4.2",
          "<dataObject id=\"o\"/>" + element("manualTask", "<ioSpecification><dataInput id=\"di\"/><inputSet/><outputSet/></ioSpecification>"
                                             "<dataInputAssociation id=\"da\"><sourceRef>o</sourceRef><targetRef>di</targetRef></dataInputAssociation>")},
         {"resource roles", "10.3.1",
          element("userTask", extended("<zeebe:userTask/>") + "<potentialOwner id=\"po\"><resourceAssignmentExpression><formalExpression>=a"
                                                              "</formalExpression></resourceAssignmentExpression></potentialOwner>")},
         {"lanes", "10.8", "<laneSet id=\"ls\"><lane id=\"la\"/></laneSet>"},
         {"zeebe:ioMapping", "Camunda 8", element("manualTask", extended("<zeebe:ioMapping><zeebe:input source=\"=1\" target=\"a\"/></zeebe:ioMapping>"))},
         {"zeebe:taskHeaders", "Camunda 8", element("serviceTask", extended("<zeebe:taskDefinition type=\"x\"/><zeebe:taskHeaders><zeebe:header key=\"a\" value=\"b\"/></zeebe:taskHeaders>"))},
         {"zeebe:assignmentDefinition", "Camunda 8", element("userTask", extended("<zeebe:userTask/><zeebe:assignmentDefinition assignee=\"a\"/>"))},
         {"zeebe:taskSchedule", "Camunda 8", element("userTask", extended("<zeebe:userTask/><zeebe:taskSchedule dueDate=\"2026-04-01T09:00:00Z\"/>"))},
         {"zeebe:priorityDefinition", "Camunda 8", element("userTask", extended("<zeebe:userTask/><zeebe:priorityDefinition priority=\"9\"/>"))},
         {"zeebe:formDefinition", "Camunda 8", element("userTask", extended("<zeebe:userTask/><zeebe:formDefinition formId=\"f\"/>"))},
         {"zeebe:executionListeners", "Camunda 8", element("serviceTask", extended("<zeebe:taskDefinition type=\"x\"/><zeebe:executionListeners><zeebe:executionListener eventType=\"start\" type=\"l\"/></zeebe:executionListeners>"))},
         {"zeebe:taskListeners", "Camunda 8", element("userTask", extended("<zeebe:userTask/><zeebe:taskListeners><zeebe:taskListener eventType=\"creating\" type=\"l\"/></zeebe:taskListeners>"))},
         {"zeebe:conditionalFilter", "Camunda 8",
          element("intermediateCatchEvent", "<conditionalEventDefinition>" + extended("<zeebe:conditionalFilter variableNames=\"a\"/>") +
                                                "<condition>=a</condition></conditionalEventDefinition>")}}});
    return all;
}

/// Nothing that keeps it from running, or what the compiler says.
std::string refusal(const Row& row) {
    const std::string roots =
        "<message id=\"m\" name=\"m\"><extensionElements><zeebe:subscription correlationKey=\"=k\"/></extensionElements></message>"
        "<error id=\"er\" errorCode=\"E\"/><escalation id=\"es\" escalationCode=\"E\"/><signal id=\"si\" name=\"si\"/>"
        "<signalEventDefinition id=\"sd\" signalRef=\"si\"/>";
    const std::string xml = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                            "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" id=\"d\" targetNamespace=\"t\">" +
                            roots + row.roots + "<process id=\"p\" isExecutable=\"true\">" +
                            (row.elements.starts_with("<laneSet") ? row.elements : "") +
                            "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/><endEvent id=\"e\"/>" +
                            (row.elements.starts_with("<laneSet") ? "" : row.elements) + "</process></definitions>";
    const auto model = bpmn::read(xml, "sample.bpmn");
    for (const auto& problem : model.problems) ADD_FAILURE() << row.feature << ": " << to_string(problem);
    if (!model.definitions) return "";
    for (const auto& problem : bpmn::check(*model.definitions)) {
        if (problem.severity == bpmn::Problem::Severity::Error) ADD_FAILURE() << row.feature << ": " << to_string(problem);
    }
    EXPECT_TRUE(features_of(*model.definitions).contains(row.feature)) << row.feature << " isn't in its own sample: " << xml;
    std::vector<bpmn::Problem> problems;
    (void)engine::compile(model.definitions, model.definitions->processes.front(), problems);
    return problems.empty() ? "" : problems.front().what;
}

std::map<std::string, std::vector<const StoryFile*>> stories_by_feature() {
    std::map<std::string, std::vector<const StoryFile*>> found;
    for (const StoryFile& story : story_files()) {
        std::set<std::string> features;
        for (const auto& path : story.models) {
            std::ifstream file(path, std::ios::binary);
            std::ostringstream text;
            text << file.rdbuf();
            if (const auto model = bpmn::read(text.str(), path.string()).definitions) features.merge(features_of(*model));
        }
        for (const std::string& feature : features) found[feature].push_back(&story);
    }
    return found;
}

std::string links(std::vector<const StoryFile*> stories) {
    // The smallest show it best; a whole process only where nothing else does.
    std::stable_partition(stories.begin(), stories.end(), [](const StoryFile* each) { return !each->path.starts_with("processes/"); });
    constexpr std::size_t shown_max = 3;
    std::string text;
    std::size_t shown = 0;
    for (const StoryFile* story : stories) {
        if (shown == shown_max || (story->path.starts_with("processes/") && shown > 0)) break;
        const auto name = story->path.rfind('/') + 1;
        text += (shown++ ? ", " : "") + ("[" + story->path.substr(name, story->path.size() - name - 6) + "](../../" + story->path + ")");
    }
    const auto rest = std::count_if(stories.begin(), stories.end(), [](const auto* each) { return !each->path.starts_with("processes/"); }) -
                      static_cast<std::ptrdiff_t>(shown);
    return text + (rest > 0 ? " and " + std::to_string(rest) + " more" : "");
}

TEST(BpmnCoverage, IsWhatTheCompilerAndTheStoriesSay) {
    const auto stories = stories_by_feature();
    std::set<std::string> known;
    std::string rows;
    int supported = 0, refused = 0;
    for (const Group& group : groups()) {
        rows += "\n## " + group.title + "\n\n| | runs | clause | stories |\n|---|---|---|---|\n";
        for (const Row& row : group.rows) {
            EXPECT_TRUE(known.insert(row.feature).second) << row.feature << " stands twice";
            const std::string why = refusal(row);
            (why.empty() ? supported : refused)++;
            const auto told = stories.find(row.feature);
            rows += "| " + row.feature + " | " + (why.empty() ? "yes" : "no: " + why) + " | " + row.clause + " | " +
                    (told == stories.end() ? "none" : links(told->second)) + " |\n";
        }
    }
    const std::string page =
        "# What of BPMN runs\n\n"
        "Every element of BPMN 2.0.2 that has execution semantics (chapter 13), and the extensions of Camunda 8. Whether it runs "
        "is asked of the\ncompiler with a small model; the stories are those whose models use it. Made by `pages_test`; don't edit "
        "it. " + std::to_string(supported) + " of " + std::to_string(supported + refused) + " run.\n" + rows +
        "\n## Without execution semantics\n\n"
        "Read, kept, checked and drawn, but nothing happens by them: choreographies and their activities (`choreographyTask`, "
        "`subChoreography`,\n`callChoreography`), conversations, pools that are black boxes, groups, categories, text annotations, "
        "associations other than those to\ncompensation handlers, data stores and their references, `monitoring`, `auditing`, "
        "global tasks (a call activity calls a process),\n`import`, and what is in extensions of other vendors.\n";
    expect_page("docs/user/bpmn-coverage.md", page);
}

}  // namespace
}  // namespace dandori::test
