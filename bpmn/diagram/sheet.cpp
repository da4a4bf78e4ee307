#include "bpmn/diagram/sheet.h"

#include <algorithm>
#include <cmath>

namespace dandori::bpmn::diagram_detail {
namespace {

void enter_data(Sheet& sheet, const InputOutputSpecification& specification) {
    for (const auto* list : {&specification.inputs, &specification.outputs}) {
        for (const DataObject& object : *list) sheet.data.emplace(object.id, &object);
    }
}

void enter_associations(Sheet& sheet, const std::vector<DataAssociation>& associations) {
    for (const DataAssociation& each : associations) sheet.data_associations.emplace(each.id, &each);
}

void enter_node(Sheet& sheet, const FlowNode& node) {
    if (const Activity* activity = node.activity()) {
        if (activity->io_specification) enter_data(sheet, *activity->io_specification);
        enter_associations(sheet, activity->data_input_associations);
        enter_associations(sheet, activity->data_output_associations);
    }
    if (const Event* event = node.event()) {
        for (const DataObject& object : event->data) sheet.data.emplace(object.id, &object);
        enter_associations(sheet, event->data_associations);
    }
}

}  // namespace

Sheet::Sheet(const Definitions& definitions, const DrawOptions& wanted, const Diagram& drawn)
    : model(definitions), options(wanted), diagram(drawn) {
    for (const DiagramShape& shape : diagram.shapes) shapes.emplace(shape.element, &shape);
    for (const Process& process : model.processes) {
        if (process.io_specification) enter_data(*this, *process.io_specification);
        for (const FlowNode& node : process.nodes) enter_node(*this, node);
    }
}

void Sheet::begin(const std::string& element_id, std::string_view kind, const std::string& name,
                  std::string_view words) {
    std::vector<std::pair<std::string_view, std::string>> attributes;
    if (!element_id.empty()) {
        if (ids.insert(element_id).second) attributes.emplace_back("id", element_id);
        attributes.emplace_back("data-element-id", element_id);
    }
    std::string classes(kind);
    if (is_active(element_id)) classes += " active";
    if (is_passed(element_id)) classes += " passed";
    if (has_incident(element_id)) classes += " incident";
    attributes.emplace_back("class", std::move(classes));
    svg.open(attributes);
    std::string title = tidy(name);
    std::replace(title.begin(), title.end(), '\n', ' ');
    title += title.empty() ? std::string(words) : "（" + std::string(words) + "）";
    if (has_incident(element_id))
        title += "：停止中";
    else if (is_active(element_id))
        title += "：進行中";
    else if (is_passed(element_id))
        title += "：済";
    svg.title(title);
}

std::string line_colour(const DiagramShape& shape) { return safe_colour(shape.colours.stroke, "#1f2328"); }

Pen outline(const Sheet& sheet, const DiagramShape& shape, double width) {
    Pen pen{line_colour(shape), safe_colour(shape.colours.fill, "#ffffff"), width, ""};
    if (sheet.has_incident(shape.element)) {
        pen.stroke = "#b3261e", pen.fill = "#fdecea", pen.width = width + 1;
    } else if (sheet.is_active(shape.element)) {
        pen.stroke = "#0b57d0", pen.fill = "#e8f0fe", pen.width = width + 1;
    } else if (sheet.is_passed(shape.element)) {
        pen.fill = "#eef6ee";
    }
    return pen;
}

// By shape as well as by colour: a dot, a tick, an exclamation mark.
void draw_badges(Sheet& sheet, const std::string& id, const Bounds& at) {
    constexpr double radius = 8;
    Svg& svg = sheet.svg;
    if (sheet.has_incident(id)) {
        const Point centre{at.x + at.width, at.y};
        svg.circle(centre, radius, {"#ffffff", "#b3261e", 1.5, ""});
        svg.polyline({{centre.x, centre.y - 5}, {centre.x, centre.y + 1}}, {"#ffffff", "none", 2.4, ""});
        svg.circle({centre.x, centre.y + 4}, 1.3, {"none", "#ffffff", 0, ""});
        svg.extend({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
    }
    const Point corner{at.x, at.y};
    if (sheet.is_active(id)) {
        svg.circle(corner, radius, {"#ffffff", "#0b57d0", 1.5, ""});
        svg.circle(corner, 3, {"none", "#ffffff", 0, ""});
        svg.extend({corner.x - radius, corner.y - radius, 2 * radius, 2 * radius});
    } else if (sheet.is_passed(id) && !sheet.has_incident(id)) {
        svg.circle(corner, radius - 1, {"#ffffff", "#2e7d32", 1.5, ""});
        svg.polyline({{corner.x - 3.5, corner.y}, {corner.x - 1, corner.y + 2.8}, {corner.x + 3.8, corner.y - 2.8}},
                     {"#ffffff", "none", 1.8, ""});
        svg.extend({corner.x - radius, corner.y - radius, 2 * radius, 2 * radius});
    }
}

Point centre_of(const Bounds& bounds) { return {bounds.x + bounds.width / 2, bounds.y + bounds.height / 2}; }

std::string tidy(const std::string& text) {
    std::string clean;
    for (const char each : text) {
        const bool line = each == '\n';
        const bool space = line || each == ' ' || each == '\t' || each == '\r';
        if (!space) {
            clean += each;
        } else if (clean.empty()) {
            continue;
        } else if (line && (clean.back() == ' ' || clean.back() == '\n')) {
            clean.back() = '\n';
        } else if (clean.back() != ' ' && clean.back() != '\n') {
            clean += line ? '\n' : ' ';
        }
    }
    while (!clean.empty() && (clean.back() == ' ' || clean.back() == '\n')) clean.pop_back();
    return clean;
}

}  // namespace dandori::bpmn::diagram_detail
