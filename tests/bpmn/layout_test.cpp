#include "bpmn/diagram/layout/layout.h"

#include <gtest/gtest.h>

#include <iostream>

#include "bpmn/bpmn.h"
#include "bpmn/diagram/layout/ranks.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

using diagram_detail::laid_out;

const char* const lanes_without_diagram = R"(
<bpmn:collaboration id="c">
  <bpmn:participant id="ward" name="区" processRef="p"/>
  <bpmn:participant id="resident" name="住民"/>
  <bpmn:messageFlow id="letter" sourceRef="resident" targetRef="s"/>
</bpmn:collaboration>
<bpmn:process id="p">
  <bpmn:laneSet id="ls">
    <bpmn:lane id="desk"><bpmn:flowNodeRef>s</bpmn:flowNodeRef><bpmn:flowNodeRef>t</bpmn:flowNodeRef></bpmn:lane>
    <bpmn:lane id="chief"><bpmn:flowNodeRef>u</bpmn:flowNodeRef><bpmn:flowNodeRef>e</bpmn:flowNodeRef></bpmn:lane>
  </bpmn:laneSet>
  <bpmn:startEvent id="s"/>
  <bpmn:userTask id="t"/>
  <bpmn:boundaryEvent id="late" attachedToRef="t"/>
  <bpmn:userTask id="u"/>
  <bpmn:subProcess id="apart" triggeredByEvent="true"><bpmn:startEvent id="inner"/></bpmn:subProcess>
  <bpmn:endEvent id="e"/>
  <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
  <bpmn:sequenceFlow id="f2" sourceRef="t" targetRef="u"/>
  <bpmn:sequenceFlow id="f3" sourceRef="u" targetRef="e"/>
  <bpmn:sequenceFlow id="back" sourceRef="u" targetRef="t"/>
  <bpmn:sequenceFlow id="f4" sourceRef="late" targetRef="e"/>
  <bpmn:textAnnotation id="note"><bpmn:text>注</bpmn:text></bpmn:textAnnotation>
  <bpmn:association id="to_note" sourceRef="u" targetRef="note"/>
</bpmn:process>)";

bool overlap(const Bounds& one, const Bounds& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

bool within(const Bounds& inner, const Bounds& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

// Every flow node and flow is there, and no two nodes of a scope lie upon one another, but events on their hosts.
void expect_whole(const Definitions& model, const std::string& file) {
    const Diagram diagram = laid_out(model);
    std::map<std::string, Bounds> shapes;
    for (const DiagramShape& shape : diagram.shapes) shapes[shape.element] = shape.bounds;
    std::set<std::string> edges;
    for (const DiagramEdge& edge : diagram.edges) {
        edges.insert(edge.element);
        EXPECT_GE(edge.waypoints.size(), 2u) << file << ' ' << edge.element;
    }
    for (const Process& process : model.processes) {
        for (const FlowNode& node : process.nodes) EXPECT_TRUE(shapes.contains(node.id)) << file << ' ' << node.id;
        for (const SequenceFlow& flow : process.flows) {
            const bool same_scope = flow.source_node && flow.target && flow.source_node->parent == flow.target->parent;
            EXPECT_TRUE(edges.contains(flow.id) || !same_scope) << file << ' ' << flow.id;
        }
        for (const FlowNode& one : process.nodes) {
            for (const FlowNode& other : process.nodes) {
                if (one.index >= other.index || one.parent != other.parent) continue;
                const bool on_border =
                    one.kind == FlowNodeKind::BoundaryEvent || other.kind == FlowNodeKind::BoundaryEvent;
                EXPECT_TRUE(on_border || !overlap(shapes[one.id], shapes[other.id]))
                    << file << ' ' << one.id << ' ' << other.id;
            }
        }
    }
}

TEST(Layout, PlacesWhatAFileWithoutDiagramHolds) {
    const auto model = read(test::in_definitions(lanes_without_diagram), "f.bpmn").definitions;
    expect_whole(*model, "f.bpmn");
    std::map<std::string, Bounds> at;
    const Diagram diagram = laid_out(*model);
    for (const DiagramShape& shape : diagram.shapes) at[shape.element] = shape.bounds;
    EXPECT_TRUE(within(at["t"], at["desk"]));
    EXPECT_TRUE(within(at["u"], at["chief"]));
    EXPECT_TRUE(within(at["desk"], at["ward"]));
    EXPECT_TRUE(within(at["chief"], at["ward"]));
    EXPECT_TRUE(within(at["note"], at["ward"]));
    EXPECT_TRUE(within(at["inner"], at["apart"]));
    EXPECT_FALSE(overlap(at["desk"], at["chief"]));
    EXPECT_FALSE(overlap(at["ward"], at["resident"]));
    EXPECT_TRUE(overlap(at["late"], at["t"]));
    EXPECT_LT(at["s"].x, at["t"].x);
    EXPECT_LT(at["t"].x, at["u"].x);
}

TEST(Layout, IsUsedWhereTheFileHasNoDiagram) {
    const auto model = read(test::in_definitions(lanes_without_diagram), "f.bpmn").definitions;
    const std::string svg = draw_svg(*model);
    for (const char* id :
         {"s", "t", "late", "u", "apart", "inner", "e", "f1", "back", "letter", "note", "to_note", "resident"}) {
        EXPECT_NE(svg.find("data-element-id=\"" + std::string(id) + "\""), svg.npos) << id;
    }
}

TEST(Layout, PlacesEveryConformanceCase) {
    const auto files = test::outside_files();
    if (files.empty()) std::cout << "skipped: not found: the suites beside this checkout\n";
    for (const auto& file : files) {
        const auto model = read(test::content_of(file), "f.bpmn").definitions;
        if (model) expect_whole(*model, file.string());
    }
}

TEST(Layout, PlacesVeryManyBoxesQuickly) {
    std::vector<diagram_detail::Extent> boxes(5000, {100, 80});
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    for (std::size_t each = 1; each < boxes.size(); ++each) edges.emplace_back((each - 1) / 2, each);
    const auto centres = diagram_detail::ranked(boxes, edges);
    ASSERT_EQ(centres.size(), boxes.size());
    EXPECT_LT(centres[0].x, centres[1].x);
    EXPECT_NE(centres[1].y, centres[2].y);
}

}  // namespace
}  // namespace dandori::bpmn
