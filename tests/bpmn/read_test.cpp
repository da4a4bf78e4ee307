#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bpmn/bpmn.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

using test::in_definitions;
using test::in_process;

std::vector<std::string> problems_of(const std::string& xml) {
    std::vector<std::string> texts;
    for (const Problem& problem : read(xml, "f.bpmn").problems) texts.push_back(to_string(problem));
    return texts;
}

const char* const small = R"(
<bpmn:startEvent id="s"/>
<bpmn:userTask id="t" name="承認" default="f3">
  <bpmn:extensionElements>
    <zeebe:userTask/><zeebe:assignmentDefinition candidateGroups="ward_is.chief"/>
    <zeebe:ioMapping><zeebe:input source="=a" target="b"/><zeebe:output source="=c" target="d.e"/></zeebe:ioMapping>
  </bpmn:extensionElements>
</bpmn:userTask>
<bpmn:boundaryEvent id="late" attachedToRef="t" cancelActivity="false">
  <bpmn:timerEventDefinition><bpmn:timeDuration> PT1H </bpmn:timeDuration></bpmn:timerEventDefinition>
</bpmn:boundaryEvent>
<bpmn:subProcess id="sub"><bpmn:startEvent id="s2"/><bpmn:sequenceFlow id="inner" sourceRef="s2" targetRef="e2"/>
  <bpmn:endEvent id="e2"/></bpmn:subProcess>
<bpmn:endEvent id="e"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
<bpmn:sequenceFlow id="f2" sourceRef="t" targetRef="sub"><bpmn:conditionExpression>=x &gt; 1</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="f3" sourceRef="t" targetRef="e"/>)";

TEST(Reader, ResolvesFlowsBothWays) {
    const auto result = read(in_process(small), "f.bpmn");
    ASSERT_TRUE(result.definitions);
    EXPECT_THAT(result.problems, testing::IsEmpty());
    const auto* task = result.definitions->find_as<FlowNode>("t");
    ASSERT_TRUE(task);
    ASSERT_EQ(task->outgoing.size(), 2u);
    EXPECT_EQ(task->outgoing[0]->id, "f2");
    EXPECT_EQ(task->outgoing[0]->condition->body, "=x > 1");
    EXPECT_EQ(task->outgoing[0]->target->id, "sub");
    EXPECT_EQ(task->activity()->default_flow, task->outgoing[1]);
    EXPECT_EQ(task->incoming[0]->source_node->id, "s");
    EXPECT_EQ(task->name, "承認");
}

TEST(Reader, NumbersNodesAndFlowsOfAllScopesDensely) {
    const auto result = read(in_process(small), "f.bpmn");
    const Process& process = result.definitions->processes.front();
    ASSERT_EQ(process.nodes.size(), 7u);
    for (std::size_t each = 0; each < process.nodes.size(); ++each) EXPECT_EQ(process.nodes[each].index, each);
    for (std::size_t each = 0; each < process.flows.size(); ++each) EXPECT_EQ(process.flows[each].index, each);
    const auto* inner = result.definitions->find_as<FlowNode>("s2");
    EXPECT_EQ(inner->parent->owner->id, "sub");
    EXPECT_EQ(inner->parent->parent, &process.scope);
    EXPECT_EQ(process.scope.nodes.size(), 5u);
    EXPECT_EQ(process.scope.start_events.size(), 1u);
}

TEST(Reader, AttachesBoundaryEvents) {
    const auto result = read(in_process(small), "f.bpmn");
    const auto* task = result.definitions->find_as<FlowNode>("t");
    ASSERT_EQ(task->activity()->boundary_events.size(), 1u);
    const Event& late = *task->activity()->boundary_events[0]->event();
    EXPECT_EQ(late.attached_to, task);
    EXPECT_FALSE(late.interrupting);
    EXPECT_EQ(late.definition<TimerEventDefinition>()->time_duration->body, "PT1H");
}

TEST(Reader, ReadsTheZeebeVocabularyAsTexts) {
    const auto result = read(in_process(small), "f.bpmn");
    const auto& extension = result.definitions->find_as<FlowNode>("t")->extension;
    EXPECT_TRUE(extension.user_task);
    EXPECT_EQ(extension.assignment_definition->candidate_groups, "ward_is.chief");
    EXPECT_EQ(extension.io_mapping.inputs[0].source, "=a");
    EXPECT_EQ(extension.io_mapping.outputs[0].target, "d.e");
}

TEST(Reader, CopiesEventDefinitionsThatAreReferredTo) {
    const auto result = read(in_definitions(R"(<bpmn:error id="er" errorCode="E1"/>
        <bpmn:errorEventDefinition id="d" errorRef="er"/>
        <bpmn:process id="p"><bpmn:endEvent id="e"><bpmn:eventDefinitionRef>d</bpmn:eventDefinitionRef></bpmn:endEvent></bpmn:process>)"),
                             "f.bpmn");
    const auto* end = result.definitions->find_as<FlowNode>("e");
    EXPECT_EQ(end->event()->definition<ErrorEventDefinition>()->error->error_code, "E1");
}

TEST(Reader, LeadsThrowingLinksToTheirCatchInTheSameScope) {
    const auto result = read(in_process(R"(
        <bpmn:intermediateThrowEvent id="a"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateThrowEvent>
        <bpmn:intermediateCatchEvent id="b"><bpmn:linkEventDefinition name="L"/></bpmn:intermediateCatchEvent>)"),
                             "f.bpmn");
    const auto* thrown = result.definitions->find_as<FlowNode>("a")->event()->definition<LinkEventDefinition>();
    EXPECT_THAT(thrown->targets, testing::ElementsAre(result.definitions->find_as<FlowNode>("b")));
}

TEST(Reader, TellsEveryFaultOfAFile) {
    EXPECT_THAT(problems_of(in_process("<bpmn:task id=\"a\"/>\n<bpmn:task id=\"a\"/>\n<bpmn:tsak id=\"b\"/>\n"
                                       "<bpmn:sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"nowhere\"/>")),
                testing::ElementsAre(
                    "f.bpmn:4: error: [a] The id 'a' is used twice, first in line 3. Give one of the two another id.",
                    "f.bpmn:5: error: [b] <bpmn:tsak> is no element of BPMN 2.0. Correct the name or remove the element.",
                    "f.bpmn:6: error: [f] <bpmn:sequenceFlow> refers to flow node 'nowhere', which is not in the file. "
                    "Correct the reference or add the flow node."));
}

TEST(Reader, RefusesBrokenXml) {
    const auto result = read("<a>\n<b>\n</a>", "f.bpmn");
    EXPECT_FALSE(result.definitions);
    ASSERT_EQ(result.problems.size(), 1u);
    EXPECT_EQ(result.problems[0].line, 3);
    EXPECT_TRUE(result.has_errors());
}

TEST(Reader, RefusesADocumentTypeAndKeepsEntitiesUnread) {
    const auto result =
        read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" + in_process("<bpmn:task id='t' name='&e;'/>"), "f");
    ASSERT_TRUE(result.definitions);
    EXPECT_TRUE(result.has_errors());
    EXPECT_EQ(result.definitions->find_as<FlowNode>("t")->name, "&e;");
}

TEST(Reader, RefusesWhatIsNestedTooDeep) {
    std::string deep;
    for (int each = 0; each < 300; ++each) deep += "<x>";
    for (int each = 0; each < 300; ++each) deep += "</x>";
    const auto result = read(in_process(deep), "f.bpmn");
    EXPECT_FALSE(result.definitions);
    EXPECT_TRUE(result.has_errors());
}

TEST(Reader, TakesAnyPrefix) {
    const auto result = read("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>"
                             "<task id='t'/></process></definitions>", "f.bpmn");
    EXPECT_TRUE(result.definitions->find_as<FlowNode>("t"));
    EXPECT_FALSE(result.has_errors());
}

// An inclusive join behind a link once fired too early: what catches a link didn't know who throws it.
TEST(Reader, JoinsLinksByNameOnBothEnds) {
    const auto result = read(test::in_process("<bpmn:intermediateThrowEvent id=\"a\"><bpmn:linkEventDefinition name=\"l\"/></bpmn:intermediateThrowEvent>"
                                              "<bpmn:intermediateThrowEvent id=\"b\"><bpmn:linkEventDefinition name=\"l\"/></bpmn:intermediateThrowEvent>"
                                              "<bpmn:intermediateCatchEvent id=\"c\"><bpmn:linkEventDefinition name=\"l\"/></bpmn:intermediateCatchEvent>"),
                             "f.bpmn");
    const auto link = [&](const char* id) {
        return result.definitions->find_as<FlowNode>(id)->event()->definition<LinkEventDefinition>();
    };
    ASSERT_EQ(link("a")->targets.size(), 1u);
    EXPECT_EQ(link("b")->targets, link("a")->targets);
    ASSERT_EQ(link("c")->sources.size(), 2u);
    EXPECT_EQ(link("c")->sources[0]->id, "a");
    EXPECT_EQ(link("c")->sources[1]->id, "b");
}

}  // namespace
}  // namespace dandori::bpmn
