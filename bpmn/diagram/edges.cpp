// BPMN 2.0.2, 8.4.13, 9.4, 8.4.1 and 10.4.1: what connects, told apart by line and arrow.
#include <algorithm>
#include <cmath>

#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

// A bend is a little round, as far as the pieces beside it allow.
std::string rounded_path(const std::vector<Point>& points) {
    constexpr double radius_max = 6;
    std::string data = "M" + number(points.front().x) + ' ' + number(points.front().y);
    for (std::size_t at = 1; at < points.size(); ++at) {
        const Point& here = points[at];
        if (at + 1 < points.size()) {
            const Point &before = points[at - 1], &after = points[at + 1];
            const double in = std::hypot(here.x - before.x, here.y - before.y),
                         out = std::hypot(after.x - here.x, after.y - here.y);
            const double radius = std::min({radius_max, in / 2, out / 2});
            if (radius > 0.5) {
                data += " L" + number(here.x + (before.x - here.x) / in * radius) + ' ' +
                        number(here.y + (before.y - here.y) / in * radius) + " Q" + number(here.x) + ' ' +
                        number(here.y) + ' ' + number(here.x + (after.x - here.x) / out * radius) + ' ' +
                        number(here.y + (after.y - here.y) / out * radius);
                continue;
            }
        }
        data += " L" + number(here.x) + ' ' + number(here.y);
    }
    return data;
}

double angle(const Point& from, const Point& to) {
    return std::atan2(to.y - from.y, to.x - from.x) * 180 / 3.14159265358979;
}

// Two points in one place give no direction: the nearest other one does.
Point before_end(const std::vector<Point>& points) {
    for (std::size_t at = points.size() - 1; at-- > 0;) {
        if (std::hypot(points[at].x - points.back().x, points[at].y - points.back().y) > 0.5) return points[at];
    }
    return {points.back().x - 1, points.back().y};
}

Point after_start(const std::vector<Point>& points) {
    for (const Point& each : points) {
        if (std::hypot(each.x - points.front().x, each.y - points.front().y) > 0.5) return each;
    }
    return {points.front().x + 1, points.front().y};
}

void draw_at_end(Svg& svg, const std::vector<Point>& points, std::string_view data, const Pen& pen) {
    svg.open_at(points.back(), 1, angle(before_end(points), points.back()));
    svg.path(data, pen);
    svg.close();
}

void draw_at_start(Svg& svg, const std::vector<Point>& points, std::string_view data, const Pen& pen) {
    svg.open_at(points.front(), 1, angle(points.front(), after_start(points)));
    svg.path(data, pen);
    svg.close();
}

void extend_by(Svg& svg, const std::vector<Point>& points) {
    for (const Point& each : points) svg.extend({each.x, each.y, 0, 0});
}

constexpr std::string_view open_arrow = "M-9 -5 L0 0 L-9 5";

Point middle_of(const std::vector<Point>& points) {
    double length = 0;
    for (std::size_t at = 1; at < points.size(); ++at)
        length += std::hypot(points[at].x - points[at - 1].x, points[at].y - points[at - 1].y);
    double left = length / 2;
    for (std::size_t at = 1; at < points.size(); ++at) {
        const double piece = std::hypot(points[at].x - points[at - 1].x, points[at].y - points[at - 1].y);
        if (piece >= left && piece > 0) {
            const double share = left / piece;
            return {points[at - 1].x + (points[at].x - points[at - 1].x) * share,
                    points[at - 1].y + (points[at].y - points[at - 1].y) * share};
        }
        left -= piece;
    }
    return points.front();
}

// The envelope of a message: by the label, where the file places one, else in the middle.
Point envelope_of(const DiagramEdge& edge) {
    if (!edge.label) return middle_of(edge.waypoints);
    const Point wanted = centre_of(*edge.label);
    Point nearest = edge.waypoints.front();
    double distance = 1e18;
    for (std::size_t at = 1; at < edge.waypoints.size(); ++at) {
        const Point &from = edge.waypoints[at - 1], &to = edge.waypoints[at];
        const double x = to.x - from.x, y = to.y - from.y, square = x * x + y * y;
        if (square < 1) continue;
        const double share = std::clamp(((wanted.x - from.x) * x + (wanted.y - from.y) * y) / square, 0.0, 1.0);
        const Point here{from.x + x * share, from.y + y * share};
        const double its = std::hypot(here.x - wanted.x, here.y - wanted.y);
        if (its < distance) distance = its, nearest = here;
    }
    return nearest;
}

const std::string* name_of_edge(const Sheet& sheet, const DiagramEdge& edge) {
    const ElementReference found = sheet.model.find(edge.element);
    if (const auto* flow = std::get_if<const SequenceFlow*>(&found)) return &(*flow)->name;
    if (const auto* artifact = std::get_if<const Artifact*>(&found)) return &(*artifact)->name;
    if (const auto* message_flow = std::get_if<const MessageFlow*>(&found)) {
        const MessageFlow& flow = **message_flow;
        return flow.name.empty() && flow.message && !edge.message_visible_kind.empty() ? &flow.message->name
                                                                                       : &flow.name;
    }
    return nullptr;
}

}  // namespace

void draw_sequence_flow(Sheet& sheet, const DiagramEdge& edge, const SequenceFlow& flow) {
    Svg& svg = sheet.svg;
    const bool passed = sheet.is_passed(flow.id);
    sheet.begin(flow.id, "sequenceFlow", flow.name, "シーケンスフロー");
    const std::string colour = safe_colour(edge.colours.stroke, passed ? "#2e7d32" : "#1f2328");
    svg.path(rounded_path(edge.waypoints), {colour, "none", passed ? 3 : 1.5, ""});
    draw_at_end(svg, edge.waypoints, "M-10 -4.5 L0 0 L-10 4.5 Z", {colour, colour, 1, ""});
    const FlowNode* source = flow.source_node;
    const Activity* activity = source ? source->activity() : nullptr;
    const Gateway* gateway = source ? source->gateway() : nullptr;
    const bool is_default =
        (activity && activity->default_flow == &flow) || (gateway && gateway->default_flow == &flow);
    if (is_default)
        draw_at_start(svg, edge.waypoints, "M5 -4.5 L10 4.5", {colour, "none", 1.5, ""});
    else if (flow.condition && activity)
        draw_at_start(svg, edge.waypoints, "M0 0 L8 -5 L16 0 L8 5 Z", {colour, "#ffffff", 1.3, ""});
    extend_by(svg, edge.waypoints);
    svg.close();
}

void draw_message_flow(Sheet& sheet, const DiagramEdge& edge, const MessageFlow& flow) {
    Svg& svg = sheet.svg;
    const bool conversation = flow.source && flow.source->local_name() == "conversationLink";
    sheet.begin(flow.id, conversation ? "conversationLink" : "messageFlow", flow.name,
                conversation ? "会話リンク" : "メッセージフロー");
    const std::string colour = safe_colour(edge.colours.stroke, "#1f2328");
    if (conversation) {  // a double line
        svg.path(rounded_path(edge.waypoints), {colour, "none", 4.5, ""});
        svg.path(rounded_path(edge.waypoints), {"#ffffff", "none", 2, ""});
    } else {
        svg.path(rounded_path(edge.waypoints), {colour, "none", 1.5, "7 4"});
        draw_at_end(svg, edge.waypoints, "M-10 -5 L0 0 L-10 5 Z", {colour, "#ffffff", 1.3, ""});
        svg.circle(edge.waypoints.front(), 3.5, {colour, "#ffffff", 1.3, ""});
        if (!edge.message_visible_kind.empty()) {
            const Point middle = envelope_of(edge);
            const bool begins = edge.message_visible_kind == "initiating";
            draw_envelope(svg, {middle.x - 12, middle.y - 8, 24, 16}, colour, begins ? "#ffffff" : "#d0d4d9", colour);
        }
    }
    extend_by(svg, edge.waypoints);
    svg.close();
}

void draw_association(Sheet& sheet, const DiagramEdge& edge, const Artifact& association) {
    Svg& svg = sheet.svg;
    sheet.begin(association.id, "association", association.name, "関連");
    const std::string colour = safe_colour(edge.colours.stroke, "#1f2328");
    svg.path(rounded_path(edge.waypoints), {colour, "none", 1.5, "1.5 4"});
    if (association.direction != Artifact::AssociationDirection::None)
        draw_at_end(svg, edge.waypoints, open_arrow, {colour, "none", 1.5, ""});
    if (association.direction == Artifact::AssociationDirection::Both) {
        draw_at_start(svg, edge.waypoints, "M9 -5 L0 0 L9 5", {colour, "none", 1.5, ""});
    }
    extend_by(svg, edge.waypoints);
    svg.close();
}

void draw_data_association(Sheet& sheet, const DiagramEdge& edge, const DataAssociation& association) {
    sheet.begin(association.id, "dataAssociation", association.name, "データ関連");
    const std::string colour = safe_colour(edge.colours.stroke, "#1f2328");
    sheet.svg.path(rounded_path(edge.waypoints), {colour, "none", 1.5, "1.5 4"});
    draw_at_end(sheet.svg, edge.waypoints, open_arrow, {colour, "none", 1.5, ""});
    extend_by(sheet.svg, edge.waypoints);
    sheet.svg.close();
}

void draw_edge_name(Sheet& sheet, const DiagramEdge& edge) {
    const std::string* name = name_of_edge(sheet, edge);
    if (!name) return;
    // Below the envelope, where one sits in the middle of the line.
    if (edge.message_visible_kind.empty() || edge.label) return draw_edge_label(sheet, edge, *name);
    const Point middle = middle_of(edge.waypoints);
    DiagramShape envelope;
    envelope.bounds = {middle.x - 12, middle.y - 8, 24, 16};
    draw_label(sheet, envelope, *name, LabelSide::Below);
}

}  // namespace dandori::bpmn::diagram_detail
