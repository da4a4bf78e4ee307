#pragma once
// BPMN 2.0.2, 12 BPMN Diagram Interchange: where each element is drawn. Lengths are pixels, y grows downwards.

#include <optional>
#include <string>
#include <vector>

namespace dandori::bpmn {

struct Point {
    double x = 0, y = 0;
    bool operator==(const Point&) const = default;
};

struct Bounds {
    double x = 0, y = 0, width = 0, height = 0;
    bool operator==(const Bounds&) const = default;
};

/// Of the `bioc` and `color` extensions; empty: as usual.
struct Colours {
    std::string stroke, fill;
};

struct DiagramShape {
    std::string id, element;  ///< element: bpmnElement, its prefix removed
    Bounds bounds;
    std::optional<Bounds> label;
    std::optional<bool> is_expanded, is_horizontal;
    bool is_marker_visible = false, is_message_visible = false;
    std::string participant_band_kind, choreography_activity_shape;
    Colours colours;
    int line = 0;
};

struct DiagramEdge {
    std::string id, element;
    std::vector<Point> waypoints;
    std::optional<Bounds> label;
    std::string message_visible_kind;
    Colours colours;
    int line = 0;
};

struct Diagram {
    std::string id, name, plane_element;
    std::vector<DiagramShape> shapes;  ///< document order: later ones lie on top
    std::vector<DiagramEdge> edges;
};

}  // namespace dandori::bpmn
