// BPMN 2.0.2, 11.5 and 11.6: a choreography activity is a box with a band for each participant; who doesn't begin is
// grey.
#include <algorithm>

#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

std::vector<const DiagramShape*> bands_of(const Sheet& sheet, const DiagramShape& shape) {
    std::vector<const DiagramShape*> bands;
    for (const DiagramShape& other : sheet.diagram.shapes) {
        if (!other.participant_band_kind.empty() && other.choreography_activity_shape == shape.id)
            bands.push_back(&other);
    }
    return bands;
}

std::vector<Marker> choreography_markers(const FlowNode& node, const DiagramShape& shape) {
    std::vector<Marker> markers;
    const std::string* loop = node.source->attribute("loopType");
    if (loop && *loop == "Standard") markers.push_back(Marker::Loop);
    if (loop && *loop == "MultiInstanceParallel") markers.push_back(Marker::ParallelInstances);
    if (loop && *loop == "MultiInstanceSequential") markers.push_back(Marker::SequentialInstances);
    const bool task = node.source->local_name() == "choreographyTask";
    if (!task && !shape.is_expanded.value_or(false)) markers.push_back(Marker::Closed);
    return markers;
}

// The band lies on the border of its activity, which is thick when that is called.
bool is_called(const Sheet& sheet, const DiagramShape& band) {
    for (const DiagramShape& other : sheet.diagram.shapes) {
        if (other.id != band.choreography_activity_shape) continue;
        const auto* node = sheet.model.find_as<FlowNode>(other.element);
        return node && node->source->local_name() == "callChoreography";
    }
    return false;
}

}  // namespace

void draw_choreography(Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    const Bounds& at = shape.bounds;
    const bool call = node.source->local_name() == "callChoreography";
    sheet.begin(node.id, node.source->local_name(), node.name, "コレオグラフィ");
    const Pen pen = outline(sheet, shape, call ? 4 : 1.5);
    sheet.svg.rectangle(at, 10, pen);
    sheet.svg.extend(at);
    double top = at.y + 3, bottom = at.y + at.height - 3;
    for (const DiagramShape* band : bands_of(sheet, shape)) {
        const bool upper = centre_of(band->bounds).y < centre_of(at).y;
        if (upper)
            top = std::max(top, band->bounds.y + band->bounds.height);
        else
            bottom = std::min(bottom, band->bounds.y);
    }
    const auto markers = choreography_markers(node, shape);
    draw_markers(sheet.svg, markers, {at.x, top, at.width, bottom - top}, pen.stroke);
    if (!markers.empty()) bottom -= 18;
    TextStyle style;
    style.size = font_size;
    style.colour = pen.stroke;
    draw_text_within(sheet.svg, node.name, {at.x + 5, top + 1, at.width - 10, bottom - top - 2}, style);
    draw_badges(sheet, node.id, {at.x + 3, at.y + 3, at.width - 6, 0});
    sheet.svg.close();
}

void draw_choreography_band(Sheet& sheet, const DiagramShape& shape, const Participant& participant) {
    const Bounds& at = shape.bounds;
    const std::string& kind = shape.participant_band_kind;
    const bool begins = kind.find("non_initiating") == std::string::npos;
    sheet.begin(participant.id, "participant", participant.name, begins ? "開始する参加者" : "参加者");
    Pen pen = outline(sheet, shape, is_called(sheet, shape) ? 4 : 1.5);
    if (!begins && shape.colours.fill.empty()) pen.fill = "#d0d4d9";
    // Rounded where the activity is.
    const double radius = std::min(10.0, at.height / 2), right = at.x + at.width, bottom = at.y + at.height;
    const std::string r = number(radius);
    if (kind.starts_with("top")) {
        sheet.svg.path("M" + number(at.x) + ' ' + number(bottom) + " V" + number(at.y + radius) + " A" + r + ' ' + r +
                           " 0 0 1 " + number(at.x + radius) + ' ' + number(at.y) + " H" + number(right - radius) +
                           " A" + r + ' ' + r + " 0 0 1 " + number(right) + ' ' + number(at.y + radius) + " V" +
                           number(bottom) + " Z",
                       pen);
    } else if (kind.starts_with("bottom")) {
        sheet.svg.path("M" + number(at.x) + ' ' + number(at.y) + " V" + number(bottom - radius) + " A" + r + ' ' + r +
                           " 0 0 0 " + number(at.x + radius) + ' ' + number(bottom) + " H" + number(right - radius) +
                           " A" + r + ' ' + r + " 0 0 0 " + number(right) + ' ' + number(bottom - radius) + " V" +
                           number(at.y) + " Z",
                       pen);
    } else {
        sheet.svg.rectangle(at, 0, pen);
    }
    TextStyle style;
    style.size = font_size;
    style.colour = pen.stroke;
    const bool many = participant.multiplicity_maximum.value_or(1) > 1 && at.height >= 32;
    draw_text_within(sheet.svg, participant.name, {at.x + 5, at.y + 1, at.width - 10, at.height - (many ? 17 : 2)},
                     style);
    if (many) draw_markers(sheet.svg, {Marker::ParallelInstances}, at, pen.stroke);
    if (shape.is_message_visible) {
        // Above the upper band or below the lower one, tied to it.
        const double middle = at.x + at.width / 2;
        const bool upper = kind.starts_with("top");
        const double far = upper ? at.y - 20 : bottom + 20;
        sheet.svg.polyline({{middle, upper ? at.y : bottom}, {middle, far}}, {pen.stroke, "none", 1.5, "1.5 3"});
        const Bounds envelope{middle - 15, upper ? far - 20 : far, 30, 20};
        draw_envelope(sheet.svg, envelope, pen.stroke, begins ? "#ffffff" : "#d0d4d9", pen.stroke);
        sheet.svg.extend(envelope);
    }
    sheet.svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
