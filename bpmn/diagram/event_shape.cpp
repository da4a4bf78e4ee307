// BPMN 2.0.2, 10.5: where an event stands is told by its rings, what it is about by the mark within; what is thrown is
// filled, what doesn't interrupt is dashed.
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

// Drawn for a ring of radius 18 around the origin.
struct Mark {
    const char* outline;      ///< filled when thrown
    const char* inside = "";  ///< lines within; white when thrown
};

Mark mark_of(const EventDefinition& definition) {
    if (std::holds_alternative<MessageEventDefinition>(definition)) {
        return {"M-9 -6 H9 V6 H-9 Z", "M-9 -6 L0 1 L9 -6"};
    }
    if (std::holds_alternative<TimerEventDefinition>(definition)) {
        return {"M11 0 A11 11 0 1 1 -11 0 A11 11 0 1 1 11 0 Z",
                "M0 -6.5 V0 L5 1.5 M0 -11 V-9 M0 11 V9 M-11 0 H-9 M11 0 H9 M5.5 -9.5 L4.5 -7.8 M9.5 -5.5 L7.8 -4.5 "
                "M9.5 5.5 L7.8 4.5 M5.5 9.5 L4.5 7.8 M-5.5 9.5 L-4.5 7.8 M-9.5 5.5 L-7.8 4.5 M-9.5 -5.5 L-7.8 -4.5 "
                "M-5.5 -9.5 L-4.5 -7.8"};
    }
    if (std::holds_alternative<ErrorEventDefinition>(definition)) {
        return {"M-9 8.5 L-4 -9 L2.5 1.5 L9 -8.5 L4 9 L-2.5 -1.5 Z"};
    }
    if (std::holds_alternative<EscalationEventDefinition>(definition)) return {"M0 -11 L8 9 L0 1.5 L-8 9 Z"};
    if (std::holds_alternative<SignalEventDefinition>(definition)) return {"M0 -10.5 L10 7.5 H-10 Z"};
    if (std::holds_alternative<ConditionalEventDefinition>(definition)) {
        return {"M-7 -10 H7 V10 H-7 Z", "M-5 -6.5 H5 M-5 -2.2 H5 M-5 2.2 H5 M-5 6.5 H5"};
    }
    if (std::holds_alternative<CompensateEventDefinition>(definition)) {
        return {"M-1 -7.5 V7.5 L-11 0 Z M10 -7.5 V7.5 L0 0 Z"};
    }
    if (std::holds_alternative<CancelEventDefinition>(definition)) {
        return {"M-9 -5.8 L-5.8 -9 L0 -3.2 L5.8 -9 L9 -5.8 L3.2 0 L9 5.8 L5.8 9 L0 3.2 L-5.8 9 L-9 5.8 L-3.2 0 Z"};
    }
    if (std::holds_alternative<TerminateEventDefinition>(definition)) {
        return {"M10 0 A10 10 0 1 1 -10 0 A10 10 0 1 1 10 0 Z"};
    }
    return {"M-10.5 -3.5 H2 V-8.5 L11 0 L2 8.5 V3.5 H-10.5 Z"};  // link
}

constexpr Mark multiple{"M0 -11 L10.5 -3.4 L6.5 9 H-6.5 L-10.5 -3.4 Z"};
constexpr Mark parallel_multiple{"M-3 -10 H3 V-3 H10 V3 H3 V10 H-3 V3 H-10 V-3 H-3 Z"};

std::string_view definition_words(const EventDefinition& definition) {
    constexpr std::string_view words[]{"メッセージ", "タイマー", "エラー", "エスカレーション", "シグナル",
                                       "条件",       "補償",     "取消",   "強制終了",         "リンク"};
    static_assert(std::size(words) == std::variant_size_v<EventDefinition>);
    return words[definition.index()];
}

std::string event_words(const Event& event) {
    std::string words;
    if (event.definitions.size() > 1)
        words = event.parallel_multiple ? "並列複数" : "複数";
    else if (event.definitions.size() == 1)
        words = definition_words(event.definitions.front());
    switch (event.position) {
        case EventPosition::Start: words += "開始イベント"; break;
        case EventPosition::IntermediateCatch: words += "中間イベント・受信"; break;
        case EventPosition::IntermediateThrow: words += "中間イベント・送信"; break;
        case EventPosition::Boundary: words += "境界イベント"; break;
        case EventPosition::End: words += "終了イベント"; break;
    }
    const bool may_run_beside = event.position == EventPosition::Start || event.position == EventPosition::Boundary;
    if (may_run_beside && !event.interrupting) words += "・非中断";
    return words;
}

LabelSide label_side(const Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    const FlowsAt flows = flows_at(sheet, shape, node);
    if (node.kind == FlowNodeKind::BoundaryEvent) return flows.below ? LabelSide::RightBelow : LabelSide::Below;
    return !flows.below ? LabelSide::Below : !flows.above ? LabelSide::Above : LabelSide::RightBelow;
}

}  // namespace

void draw_event_mark(Svg& svg, const Event& event, Point centre, double radius, const std::string& colour) {
    if (event.definitions.empty()) return;
    const Mark mark = event.definitions.size() == 1 ? mark_of(event.definitions.front())
                      : event.parallel_multiple     ? parallel_multiple
                                                    : multiple;
    const bool thrown = !event.catches();
    svg.open_at(
        centre,
        radius / 18 * (event.position == EventPosition::Start || event.position == EventPosition::End ? 0.95 : 0.85));
    svg.path(mark.outline, {colour, thrown ? colour : "#ffffff", 1.5, ""});
    if (mark.inside[0] != '\0') svg.path(mark.inside, {thrown ? "#ffffff" : colour, "none", 1.3, ""});
    svg.close();
}

void draw_event(Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    const Event& event = *node.event();
    const Point centre = centre_of(shape.bounds);
    const double radius = std::min(shape.bounds.width, shape.bounds.height) / 2;
    sheet.begin(node.id, element_name(node.kind), node.name, event_words(event));
    Pen pen = outline(sheet, shape, event.position == EventPosition::End ? 3.5 : 1.5);
    const bool may_run_beside = event.position == EventPosition::Start || event.position == EventPosition::Boundary;
    // Only an event sub-process has start events that leave the others be.
    const bool starts_anew = event.position == EventPosition::Start && !node.parent->owner;
    if (may_run_beside && !event.interrupting && !starts_anew) pen.dash = "4 3";
    sheet.svg.circle(centre, radius, pen);
    if (event.position != EventPosition::Start && event.position != EventPosition::End) {
        Pen inner = pen;
        inner.fill = "none";
        inner.width = 1.5;
        sheet.svg.circle(centre, radius - 3.5, inner);
    }
    draw_event_mark(sheet.svg, event, centre, radius, pen.stroke);
    sheet.svg.extend(shape.bounds);
    draw_label(sheet, shape, node.name, label_side(sheet, shape, node));
    const double in = radius * 0.3;
    draw_badges(sheet, node.id, {shape.bounds.x + in, shape.bounds.y + in, shape.bounds.width - 2 * in, 0});
    sheet.svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
