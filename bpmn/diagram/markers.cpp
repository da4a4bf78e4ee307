// BPMN 2.0.2, 10.3.8 and 10.3.5: the marks at the lower border of an activity.
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

// 14 pixels wide and high around the origin.
void draw_marker(Svg& svg, Marker marker, const std::string& colour) {
    const Pen pen{colour, "none", 1.5, ""};
    switch (marker) {
        case Marker::Loop:
            svg.path("M-2.5 5.2 A5.8 5.8 0 1 1 2.8 5.1", pen);
            svg.path("M-6.2 5.4 H-2.2 V1.4", pen);
            break;
        case Marker::ParallelInstances: svg.path("M-4.5 -6 V6 M0 -6 V6 M4.5 -6 V6", {colour, "none", 2.2, ""}); break;
        case Marker::SequentialInstances: svg.path("M-6 -4.5 H6 M-6 0 H6 M-6 4.5 H6", {colour, "none", 2.2, ""}); break;
        case Marker::Compensation:
            svg.path("M-0.5 -5 V5 L-7 0 Z M6.5 -5 V5 L0 0 Z", {colour, "#ffffff", 1.3, ""});
            break;
        case Marker::Closed:
            svg.rectangle({-7, -7, 14, 14}, 0, {colour, "#ffffff", 1.3, ""});
            svg.path("M-4.5 0 H4.5 M0 -4.5 V4.5", pen);
            break;
        case Marker::AdHoc:
            svg.path("M-7 2.5 C-5.5 -3.5 -2.5 -3.5 0 0 S5.5 3.5 7 -2.5", {colour, "none", 2.2, ""});
            break;
    }
}

}  // namespace

void draw_markers(Svg& svg, const std::vector<Marker>& markers, const Bounds& at, const std::string& colour) {
    constexpr double step = 19;
    double x = at.x + at.width / 2 - step * static_cast<double>(markers.size() - 1) / 2;
    for (const Marker marker : markers) {
        svg.open_at({x, at.y + at.height - 9});
        draw_marker(svg, marker, colour);
        svg.close();
        x += step;
    }
}

}  // namespace dandori::bpmn::diagram_detail
