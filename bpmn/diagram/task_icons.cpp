// BPMN 2.0.2, 10.3.3: what kind of task it is.
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {

void draw_envelope(Svg& svg, const Bounds& at, const std::string& stroke, const std::string& fill,
                   const std::string& flap) {
    svg.rectangle(at, 0, {stroke, fill, 1.2, ""});
    svg.polyline({{at.x, at.y}, {at.x + at.width / 2, at.y + at.height * 0.58}, {at.x + at.width, at.y}},
                 {flap, "none", 1.2, ""});
}

void draw_task_icon(Svg& svg, FlowNodeKind kind, bool instantiates, Point corner, const std::string& colour) {
    const Pen line{colour, "none", 1.1, ""}, area{colour, "#ffffff", 1.1, ""}, filled{colour, colour, 1.1, ""};
    svg.open_at(corner);
    switch (kind) {
        case FlowNodeKind::SendTask: draw_envelope(svg, {0, 2, 17, 12}, colour, colour, "#ffffff"); break;
        case FlowNodeKind::ReceiveTask:
            if (instantiates) {
                svg.circle({9, 9}, 9, area);
                draw_envelope(svg, {3.5, 5.5, 11, 7.5}, colour, "#ffffff", colour);
            } else {
                draw_envelope(svg, {0, 2, 17, 12}, colour, "#ffffff", colour);
            }
            break;
        case FlowNodeKind::UserTask:
            svg.path("M1 16 V13 C1 10 3.5 8.8 6 8.3 L10 8.3 C12.5 8.8 15 10 15 13 V16 Z", area);
            svg.path("M4 16 V13 M12 16 V13", line);
            svg.circle({8, 4.6}, 3.8, area);
            svg.path("M4.3 4 C5.5 4.6 7 3.9 7.6 3 C8.6 4.2 10.4 4.5 11.7 3.9 C11.5 2 10 0.7 8 0.7 S4.5 2 4.3 4 Z",
                     filled);
            break;
        case FlowNodeKind::ManualTask:
            svg.path(
                "M1 6.5 L6 1.8 C7 1.2 8 2.2 7.2 3.2 L5.6 5 H14.6 C15.9 5 15.9 7 14.6 7 H10 M14.6 7 H15.2 C16.4 7 16.4 "
                "9 "
                "15.2 9 H10 M14.8 9 C15.9 9 15.9 11 14.8 11 H10 M13.8 11 C14.9 11 14.9 13 13.8 13 H4 C2 13 1 12 1 10 Z",
                area);
            break;
        case FlowNodeKind::ServiceTask:
            for (const Point& at : {Point{6, 6}, Point{10.5, 10.5}}) {
                svg.open_at(at, 0.95);
                svg.path(
                    "M-1.2 -6 H1.2 L1.5 -4.4 L3 -3.7 L4.3 -4.8 L6 -3 L4.8 -1.6 L5 -0.9 L6.3 -0.7 V1.6 L4.8 1.9 L4.2 "
                    "3.1 "
                    "L5 4.5 L3.4 6.1 L2 5.2 L1.3 5.5 L1 7 H-1.2 L-1.5 5.4 L-2.8 4.8 L-4.2 5.7 L-5.8 4.1 L-4.9 2.8 "
                    "L-5.4 "
                    "1.5 L-7 1.2 V-1 L-5.4 -1.3 L-4.8 -2.6 L-5.7 -4 L-4.1 -5.6 L-2.8 -4.7 L-1.5 -5.2 Z",
                    area);
                svg.circle({-0.3, 0.4}, 2.2, area);
                svg.close();
            }
            break;
        case FlowNodeKind::BusinessRuleTask:
            svg.rectangle({0, 1, 17, 14}, 0, area);
            svg.rectangle({0, 1, 17, 4}, 0, filled);
            svg.path("M0 10 H17 M5 5 V15", line);
            break;
        case FlowNodeKind::ScriptTask:
            svg.path(
                "M4.5 1 H15.5 C11.5 4 11.5 6 13.2 8.5 C14.8 11 14.8 13 12 15.5 H1 C4 13 4 11 2.3 8.5 C0.8 6 0.9 4 4.5 "
                "1 Z",
                area);
            svg.path("M5.2 4.2 H10.2 M5.2 7 H10.4 M5.9 9.8 H11.3 M5.6 12.6 H11", line);
            break;
        default: break;
    }
    svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
