// BPMN 2.0.2, 10.6: the diamond, and in it how the gateway decides.
#include <algorithm>
#include <cmath>

#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

std::string_view gateway_words(const FlowNode& node) {
    switch (node.kind) {
        case FlowNodeKind::ExclusiveGateway: return "排他ゲートウェイ";
        case FlowNodeKind::InclusiveGateway: return "包含ゲートウェイ";
        case FlowNodeKind::ParallelGateway: return "並列ゲートウェイ";
        case FlowNodeKind::ComplexGateway: return "複合ゲートウェイ";
        default: return node.gateway()->instantiate ? "開始するイベントゲートウェイ" : "イベントゲートウェイ";
    }
}

// For a diamond that reaches 25 from its middle.
void draw_gateway_mark(Svg& svg, const FlowNode& node, bool cross, const std::string& colour) {
    const Gateway& gateway = *node.gateway();
    const Pen thin{colour, "none", 1.3, ""};
    switch (node.kind) {
        case FlowNodeKind::ExclusiveGateway:
            if (cross) svg.path("M-6.8 -9 L6.8 9 M6.8 -9 L-6.8 9", {colour, "none", 3.5, ""});
            break;
        case FlowNodeKind::InclusiveGateway: svg.circle({0, 0}, 10.5, {colour, "none", 3, ""}); break;
        case FlowNodeKind::ParallelGateway: svg.path("M-12 0 H12 M0 -12 V12", {colour, "none", 4, ""}); break;
        case FlowNodeKind::ComplexGateway:
            svg.path("M-12 0 H12 M0 -12 V12 M-8.5 -8.5 L8.5 8.5 M8.5 -8.5 L-8.5 8.5", {colour, "none", 3.2, ""});
            break;
        default:
            svg.circle({0, 0}, 14, thin);
            if (!gateway.instantiate) svg.circle({0, 0}, 11.5, thin);
            if (gateway.instantiate && gateway.event_gateway_type == Gateway::EventGatewayType::Parallel) {
                svg.path("M-2.2 -9 H2.2 V-2.2 H9 V2.2 H2.2 V9 H-2.2 V2.2 H-9 V-2.2 H-2.2 Z", thin);
            } else {
                svg.path("M0 -8 L7.6 -2.5 L4.7 6.5 H-4.7 L-7.6 -2.5 Z", thin);
            }
    }
}

}  // namespace

FlowsAt flows_at(const Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    FlowsAt flows;
    const Bounds& at = shape.bounds;
    const auto meets = [&](const Point& point, double y) {
        return std::abs(point.y - y) < 3 && point.x > at.x - 3 && point.x < at.x + at.width + 3;
    };
    for (const DiagramEdge& edge : sheet.diagram.edges) {
        const auto* flow = sheet.model.find_as<SequenceFlow>(edge.element);
        const bool ours = !flow || flow->source_node == &node || flow->target == &node;
        if (!ours || edge.waypoints.empty()) continue;
        for (const Point* end : {&edge.waypoints.front(), &edge.waypoints.back()}) {
            flows.above |= meets(*end, at.y);
            flows.below |= meets(*end, at.y + at.height);
        }
    }
    return flows;
}

void draw_gateway(Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    const Bounds& at = shape.bounds;
    const Point centre = centre_of(at);
    sheet.begin(node.id, element_name(node.kind), node.name, gateway_words(node));
    const Pen pen = outline(sheet, shape);
    sheet.svg.polyline({{centre.x, at.y}, {at.x + at.width, centre.y}, {centre.x, at.y + at.height}, {at.x, centre.y}},
                       pen, true);
    sheet.svg.open_at(centre, std::min(at.width, at.height) / 50);
    draw_gateway_mark(sheet.svg, node, shape.is_marker_visible, pen.stroke);
    sheet.svg.close();
    sheet.svg.extend(at);
    const FlowsAt flows = flows_at(sheet, shape, node);
    draw_label(sheet, shape, node.name,
               !flows.below   ? LabelSide::Below
               : !flows.above ? LabelSide::Above
                              : LabelSide::LeftAbove);
    const double in = at.width * 0.25;
    draw_badges(sheet, node.id, {at.x + in, at.y + in, at.width - 2 * in, 0});
    sheet.svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
