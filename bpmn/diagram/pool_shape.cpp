// BPMN 2.0.2, 9.3 Pool and Participant, 10.8 Lanes.
#include <algorithm>

#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

constexpr double band = 30;  // for the name, when something is drawn beside it

bool within(const Bounds& inner, const Bounds& outer) {
    return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.width <= outer.x + outer.width + 1 &&
           inner.y + inner.height <= outer.y + outer.height + 1;
}

// How far the name may reach: to the first lane, if lanes are drawn.
double band_of(const Sheet& sheet, const DiagramShape& shape, bool flat) {
    double room = band;
    for (const DiagramShape& other : sheet.diagram.shapes) {
        if (&other == &shape || !sheet.model.find_as<Lane>(other.element) || !within(other.bounds, shape.bounds))
            continue;
        const double before = flat ? other.bounds.x - shape.bounds.x : other.bounds.y - shape.bounds.y;
        if (before > 8) room = std::min(room, before);
    }
    return room;
}

bool holds_anything(const Sheet& sheet, const DiagramShape& shape) {
    for (const DiagramShape& other : sheet.diagram.shapes) {
        if (&other != &shape && within(other.bounds, shape.bounds)) return true;
    }
    return false;
}

void draw_band_name(Sheet& sheet, const Bounds& at, const std::string& name, bool flat, double room,
                    const std::string& colour) {
    TextStyle style;
    style.size = font_size;
    style.colour = colour;
    if (flat)
        draw_text_upright(sheet.svg, name, {at.x + 2, at.y + 4, room - 4, at.height - 8}, style);
    else
        draw_text_within(sheet.svg, name, {at.x + 4, at.y + 2, at.width - 8, room - 4}, style);
}

}  // namespace

// A lane lies as its pool does; where the file tells neither, the longer side does.
bool is_flat(const Sheet& sheet, const DiagramShape& shape) {
    if (shape.is_horizontal) return *shape.is_horizontal;
    for (const DiagramShape& other : sheet.diagram.shapes) {
        const bool pool = sheet.model.find_as<Participant>(other.element) && &other != &shape;
        if (pool && other.is_horizontal && within(shape.bounds, other.bounds)) return *other.is_horizontal;
    }
    return shape.bounds.width >= shape.bounds.height;
}

void draw_pool(Sheet& sheet, const DiagramShape& shape, const Participant& participant) {
    Svg& svg = sheet.svg;
    const Bounds& at = shape.bounds;
    const bool flat = is_flat(sheet, shape);
    sheet.begin(participant.id, "participant", participant.name, "プール");
    const Pen pen = outline(sheet, shape);
    svg.rectangle(at, 0, pen);
    svg.extend(at);
    const std::string& name =
        participant.name.empty() && participant.process ? participant.process->name : participant.name;
    if (holds_anything(sheet, shape)) {
        const double room = band_of(sheet, shape, flat);
        if (flat)
            svg.polyline({{at.x + room, at.y}, {at.x + room, at.y + at.height}}, {pen.stroke, "none", 1.5, ""});
        else
            svg.polyline({{at.x, at.y + room}, {at.x + at.width, at.y + room}}, {pen.stroke, "none", 1.5, ""});
        draw_band_name(sheet, at, name, flat, room, pen.stroke);
    } else {
        TextStyle style;
        style.size = font_size;
        style.colour = pen.stroke;
        // A tall, slim black box has its name along its height.
        if (at.height > 3 * at.width)
            draw_text_upright(svg, name, {at.x + 4, at.y + 6, at.width - 8, at.height - 12}, style);
        else
            draw_text_within(svg, name, {at.x + 6, at.y + 4, at.width - 12, at.height - 8}, style);
    }
    if (participant.multiplicity_maximum.value_or(1) > 1 || participant.multiplicity_minimum.value_or(0) > 1) {
        draw_markers(svg, {Marker::ParallelInstances}, at, pen.stroke);
    }
    svg.close();
}

void draw_lane(Sheet& sheet, const DiagramShape& shape, const Lane& lane) {
    const bool flat = is_flat(sheet, shape);
    sheet.begin(lane.id, "lane", lane.name, "レーン");
    Pen pen = outline(sheet, shape);
    if (shape.colours.fill.empty()) pen.fill = "none";
    sheet.svg.rectangle(shape.bounds, 0, pen);
    sheet.svg.extend(shape.bounds);
    draw_band_name(sheet, shape.bounds, lane.name, flat, band_of(sheet, shape, flat), pen.stroke);
    sheet.svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
