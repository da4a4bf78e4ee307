#include <gtest/gtest.h>

#include <random>

#include "tests/bpmn/files.h"
#include "tests/fuzz/driver.h"

namespace dandori {
namespace {

const char* const with_lanes = R"(
<bpmn:message id="m" name="支払"/><bpmn:error id="er" errorCode="E"/>
<bpmn:collaboration id="c"><bpmn:participant id="ward" name="区" processRef="p"/><bpmn:participant id="resident" name="住民"/>
<bpmn:messageFlow id="letter" sourceRef="resident" targetRef="s"/></bpmn:collaboration>
<bpmn:process id="p" isExecutable="true">
<bpmn:laneSet><bpmn:lane id="l1"><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane>
<bpmn:lane id="l2"><bpmn:flowNodeRef>u</bpmn:flowNodeRef><bpmn:childLaneSet><bpmn:lane id="l3"/></bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>
<bpmn:startEvent id="s"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent>
<bpmn:userTask id="t" name="申請書を確認する" default="f2"><bpmn:multiInstanceLoopCharacteristics/></bpmn:userTask>
<bpmn:boundaryEvent id="late" attachedToRef="t"><bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:subProcess id="u" triggeredByEvent="true"><bpmn:startEvent id="i"/><bpmn:intermediateThrowEvent id="k"><bpmn:linkEventDefinition name="x"/></bpmn:intermediateThrowEvent></bpmn:subProcess>
<bpmn:exclusiveGateway id="g"/><bpmn:eventBasedGateway id="h"/><bpmn:endEvent id="e"><bpmn:errorEventDefinition errorRef="er"/></bpmn:endEvent>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t"/><bpmn:sequenceFlow id="f2" sourceRef="t" targetRef="g"/>
<bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="h"><bpmn:conditionExpression>=x</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="f4" sourceRef="late" targetRef="e"/><bpmn:sequenceFlow id="f5" sourceRef="g" targetRef="t"/>
<bpmn:dataObject id="o"/><bpmn:dataObjectReference id="r" dataObjectRef="o"/>
<bpmn:textAnnotation id="n"><bpmn:text>「注」</bpmn:text></bpmn:textAnnotation><bpmn:association id="a" sourceRef="t" targetRef="n"/>
</bpmn:process>)";

const char* const with_diagram =
    R"(<bpmn:process id="p"><bpmn:transaction id="t" name="取引"><bpmn:startEvent id="s"/></bpmn:transaction>
<bpmn:callActivity id="u" calledElement="x"/><bpmn:sequenceFlow id="f1" name="はい" sourceRef="t" targetRef="u"/></bpmn:process>
<d:BPMNDiagram xmlns:d="d" xmlns:c="c"><d:BPMNPlane bpmnElement="p">
<d:BPMNShape bpmnElement="t" isExpanded="true" c:fill="#ffcc00"><d:Bounds x="0" y="0" width="300" height="120"/><d:BPMNLabel><d:Bounds x="1" y="2" width="30" height="10"/></d:BPMNLabel></d:BPMNShape>
<d:BPMNShape bpmnElement="s"><d:Bounds x="30" y="40" width="36" height="36"/></d:BPMNShape>
<d:BPMNShape bpmnElement="u"><d:Bounds x="400" y="20" width="100" height="80"/></d:BPMNShape>
<d:BPMNEdge bpmnElement="f1"><d:waypoint x="300" y="60"/><d:waypoint x="350" y="1e3"/><d:waypoint x="400" y="60"/></d:BPMNEdge>
</d:BPMNPlane></d:BPMNDiagram>)";

/// Where the values between quotes begin and end.
std::vector<std::pair<std::size_t, std::size_t>> values_of(const std::string& text) {
    std::vector<std::pair<std::size_t, std::size_t>> values;
    for (std::size_t at = text.find('"'); at != text.npos; at = text.find('"', at + 1)) {
        const std::size_t end = text.find('"', at + 1);
        if (end == text.npos) break;
        values.emplace_back(at + 1, end);
        at = end;
    }
    return values;
}

/// Random bytes seldom leave XML whole: here references, numbers and whole elements are exchanged instead.
std::string rearranged(std::string text, std::mt19937_64& random) {
    static const char* const odd[]{"",  "-1", "0", "1e300", "nan",      "99999999999", "true",
                                   "p", "s",  "t", "ー",    "Parallel", "]]>"};
    for (std::size_t changes = 1 + random() % 8; changes > 0; --changes) {
        if (random() % 4 == 0) {
            // A line is an element or two: taken away, or brought to another place.
            const std::size_t start = text.find('\n', random() % text.size());
            const std::size_t end = start == text.npos ? start : text.find('\n', start + 1);
            if (end == text.npos) continue;
            const std::string line = text.substr(start, end - start);
            if (random() % 2 == 0) text.erase(start, end - start);
            const std::size_t place = text.find('\n', random() % text.size());
            if (place != text.npos) text.insert(place, line);
        } else {
            const auto values = values_of(text);
            const auto& one = values[random() % values.size()];
            const auto& other = values[random() % values.size()];
            const std::string value = random() % 3 == 0 ? odd[random() % std::size(odd)]
                                                        : text.substr(other.first, other.second - other.first);
            text.replace(one.first, one.second - one.first, value);
        }
    }
    return text;
}

TEST(BpmnFuzz, NoModelCanDoHarm) {
    const std::vector<std::string> corpus{bpmn::test::in_definitions(with_lanes),
                                          bpmn::test::in_definitions(with_diagram)};
    test::fuzz(corpus, 20260402, 6'000);
    std::mt19937_64 random(20260402);
    for (int round = 0; round < 2'000; ++round) {
        const std::string input = rearranged(corpus[random() % corpus.size()], random);
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
    }
}

}  // namespace
}  // namespace dandori
