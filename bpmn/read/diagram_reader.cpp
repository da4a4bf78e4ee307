#include <charconv>

#include "bpmn/read/reader.h"

namespace dandori::bpmn::read_detail {
namespace {

double decimal(const XmlNode& node, std::string_view name) {
    const std::string text = attribute_or(node, name);
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value > -1e7 && value < 1e7 ? value : 0;  // nothing is drawn kilometres away
}

Bounds bounds_of(const XmlNode& node) {
    return {decimal(node, "x"), decimal(node, "y"), decimal(node, "width"), decimal(node, "height")};
}

std::optional<Bounds> label_of(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
        if (child.local_name() != "BPMNLabel") continue;
        for (const XmlNode& inner : child.children) {
            if (inner.local_name() == "Bounds") return bounds_of(inner);
        }
    }
    return std::nullopt;
}

// bioc:stroke/fill of bpmn-js, color:border-color/background-color of the MIWG's extension.
Colours colours_of(const XmlNode& node) {
    Colours colours;
    for (const XmlAttribute& each : node.attributes) {
        if (each.namespace_name.empty() || each.name.starts_with("xmlns")) continue;
        const std::string local = each.name.substr(each.name.find(':') + 1);
        if (local == "border-color" || (local == "stroke" && colours.stroke.empty())) colours.stroke = each.value;
        if (local == "background-color" || (local == "fill" && colours.fill.empty())) colours.fill = each.value;
    }
    return colours;
}

std::optional<bool> flag_if(const XmlNode& node, std::string_view name) {
    if (!node.attribute(name)) return std::nullopt;
    return flag_or(node, name, false);
}

DiagramShape shape_of(const XmlNode& node) {
    DiagramShape shape;
    shape.id = attribute_or(node, "id");
    shape.label = label_of(node);
    shape.is_expanded = flag_if(node, "isExpanded");
    shape.is_horizontal = flag_if(node, "isHorizontal");
    shape.is_marker_visible = flag_or(node, "isMarkerVisible", false);
    shape.is_message_visible = flag_or(node, "isMessageVisible", false);
    shape.participant_band_kind = attribute_or(node, "participantBandKind");
    shape.choreography_activity_shape = attribute_or(node, "choreographyActivityShape");
    shape.colours = colours_of(node);
    shape.line = node.line;
    for (const XmlNode& child : node.children) {
        if (child.local_name() == "Bounds") shape.bounds = bounds_of(child);
    }
    return shape;
}

DiagramEdge edge_of(const XmlNode& node) {
    DiagramEdge edge;
    edge.id = attribute_or(node, "id");
    edge.label = label_of(node);
    edge.message_visible_kind = attribute_or(node, "messageVisibleKind");
    edge.colours = colours_of(node);
    edge.line = node.line;
    for (const XmlNode& child : node.children) {
        if (child.local_name() == "waypoint") edge.waypoints.push_back({decimal(child, "x"), decimal(child, "y")});
    }
    return edge;
}

}  // namespace

void Reader::read_diagram(const XmlNode& node) {
    Diagram& diagram = model_->diagrams.emplace_back();
    diagram.id = attribute_or(node, "id");
    diagram.name = attribute_or(node, "name");
    for (const XmlNode& plane : node.children) {
        if (plane.local_name() != "BPMNPlane") continue;
        diagram.plane_element = without_prefix(attribute_or(plane, "bpmnElement"));
        for (const XmlNode& child : plane.children) {
            const bool is_shape = child.local_name() == "BPMNShape";
            if (!is_shape && child.local_name() != "BPMNEdge") continue;
            const std::string whole = attribute_or(child, "bpmnElement");
            const std::string element = ids_.contains(whole) ? whole : without_prefix(whole);
            if (!ids_.contains(element)) {
                warn(child, "The diagram draws '" + element + "', which is not in the file.", "Remove it from the diagram.");
            }
            if (is_shape) diagram.shapes.emplace_back(shape_of(child)).element = element;
            else diagram.edges.emplace_back(edge_of(child)).element = element;
        }
    }
}

}  // namespace dandori::bpmn::read_detail
