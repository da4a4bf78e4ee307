// BPMN 2.0.2, 10.3: the rounded box of a task, a call activity or a sub-process.
#include <algorithm>

#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

constexpr double corner_radius = 10;
constexpr double icon_size = 17;
constexpr double marker_height = 19;

bool by_event(const FlowNode& node) {
    const SubProcess* inner = node.activity()->sub_process();
    return inner && inner->triggered_by_event;
}

std::string_view activity_words(const FlowNode& node) {
    switch (node.kind) {
        case FlowNodeKind::UserTask: return "ユーザータスク";
        case FlowNodeKind::ServiceTask: return "サービスタスク";
        case FlowNodeKind::SendTask: return "送信タスク";
        case FlowNodeKind::ReceiveTask: return "受信タスク";
        case FlowNodeKind::BusinessRuleTask: return "ビジネスルールタスク";
        case FlowNodeKind::ScriptTask: return "スクリプトタスク";
        case FlowNodeKind::ManualTask: return "マニュアルタスク";
        case FlowNodeKind::CallActivity: return "コールアクティビティ";
        case FlowNodeKind::SubProcess: return by_event(node) ? "イベントサブプロセス" : "サブプロセス";
        case FlowNodeKind::Transaction: return "トランザクション";
        case FlowNodeKind::AdHocSubProcess: return "アドホックサブプロセス";
        default: return "タスク";
    }
}

std::vector<Marker> markers_of(const FlowNode& node, bool open) {
    const Activity& activity = *node.activity();
    std::vector<Marker> markers;
    if (activity.standard_loop()) markers.push_back(Marker::Loop);
    if (const auto* many = activity.multi_instance()) {
        markers.push_back(many->is_sequential ? Marker::SequentialInstances : Marker::ParallelInstances);
    }
    if (activity.is_for_compensation) markers.push_back(Marker::Compensation);
    const bool contains = activity.sub_process() || activity.call_activity();
    if (contains && !open) markers.push_back(Marker::Closed);
    if (node.kind == FlowNodeKind::AdHocSubProcess) markers.push_back(Marker::AdHoc);
    return markers;
}

// What a call activity calls, when that is a global task of the file: it shows that task's sign.
FlowNodeKind shown_kind(const Sheet& sheet, const FlowNode& node) {
    const CallActivity* call = node.activity()->call_activity();
    if (!call) return node.kind;
    const std::string& called = call->called_element;
    const auto colon = called.find(':');
    const auto* task = sheet.model.find_as<GlobalTask>(called);
    if (!task && colon != called.npos)
        task = sheet.model.find_as<GlobalTask>(std::string_view(called).substr(colon + 1));
    if (!task) return node.kind;
    if (task->element == "globalUserTask") return FlowNodeKind::UserTask;
    if (task->element == "globalManualTask") return FlowNodeKind::ManualTask;
    if (task->element == "globalScriptTask") return FlowNodeKind::ScriptTask;
    if (task->element == "globalBusinessRuleTask") return FlowNodeKind::BusinessRuleTask;
    return FlowNodeKind::Task;
}

bool has_icon(FlowNodeKind kind) {
    switch (kind) {
        case FlowNodeKind::UserTask:
        case FlowNodeKind::ServiceTask:
        case FlowNodeKind::SendTask:
        case FlowNodeKind::ReceiveTask:
        case FlowNodeKind::BusinessRuleTask:
        case FlowNodeKind::ScriptTask:
        case FlowNodeKind::ManualTask: return true;
        default: return false;
    }
}

bool overlap(const Bounds& one, const Bounds& other) {
    return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
           other.y < one.y + one.height;
}

// What a name must not be written over: the icon, the markers, boundary events.
std::vector<Bounds> taken_places(const Sheet& sheet, const FlowNode& node, const Bounds& at, bool icon, bool markers) {
    std::vector<Bounds> taken;
    if (icon) taken.push_back({at.x + 4, at.y + 4, icon_size + 2, icon_size + 1});
    if (markers) taken.push_back({at.x + at.width / 2 - 20, at.y + at.height - marker_height, 40, marker_height});
    for (const FlowNode* event : node.activity()->boundary_events) {
        const auto shape = sheet.shapes.find(event->id);
        if (shape != sheet.shapes.end() && overlap(shape->second->bounds, at)) taken.push_back(shape->second->bounds);
    }
    return taken;
}

struct Placed {
    Bounds box;
    double size = 0;
    bool free = false;
};

// Where the lines would stand in the middle of the box, and whether that is free.
Placed placed_in(const Bounds& box, const std::string& name, const std::vector<Bounds>& taken) {
    const FittedText text = fitted(name, box.width, box.height, font_size, smallest_font_size);
    const double height = static_cast<double>(text.lines.size()) * text.size * line_height;
    double y = box.y + std::max(0.0, (box.height - height) / 2);
    for (const std::string& line : text.lines) {
        const double width = text_width(line, text.size);
        const Bounds used{box.x + (box.width - width) / 2, y + 1, width, text.size * line_height - 2};
        for (const Bounds& other : taken) {
            if (overlap(used, other)) return {box, text.size, false};
        }
        y += text.size * line_height;
    }
    return {box, text.size, true};
}

// In the middle of the activity, or as near to it as leaves the name largest without covering anything.
void draw_name(Sheet& sheet, const FlowNode& node, const Bounds& at, const std::vector<Bounds>& taken,
               const std::string& colour) {
    const std::string name = tidy(node.name);
    if (name.empty()) return;
    const Bounds whole{at.x + 5, at.y + 4, at.width - 10, at.height - 8};
    std::vector<Bounds> boxes{whole};
    for (const Bounds& other : taken) {
        const std::vector<Bounds> before = boxes;
        for (const Bounds& box : before) {
            if (boxes.size() > 64) break;
            const double right = other.x + other.width + 2, bottom = other.y + other.height + 1;
            const double box_right = box.x + box.width, box_bottom = box.y + box.height;
            boxes.push_back({box.x, bottom, box.width, box_bottom - bottom});
            boxes.push_back({box.x, box.y, box.width, other.y - 1 - box.y});
            boxes.push_back({right, box.y, box_right - right, box.height});
            boxes.push_back({box.x, box.y, other.x - 2 - box.x, box.height});
        }
    }
    Placed best;
    for (const Bounds& box : boxes) {
        if (box.width < 20 || box.height < smallest_font_size * line_height) continue;
        const Placed here = placed_in(box, name, taken);
        const bool better = here.free != best.free ? here.free : here.size > best.size;
        if (better) best = here;
    }
    TextStyle style;
    style.size = font_size;
    style.colour = colour;
    draw_text_within(sheet.svg, name, best.size > 0 ? best.box : whole, style);
}

const FlowNode* start_of(const FlowNode& node) {
    const Scope* scope = node.scope();
    return scope && !scope->start_events.empty() ? scope->start_events.front() : nullptr;
}

}  // namespace

bool is_open(const Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    const Activity& activity = *node.activity();
    if (!activity.sub_process() && !activity.call_activity()) return false;
    if (shape.is_expanded) return *shape.is_expanded;
    if (const Scope* scope = node.scope()) {
        for (const FlowNode* inner : scope->nodes) {
            if (sheet.shapes.contains(inner->id)) return true;
        }
    }
    return false;
}

bool is_hidden(const Sheet& sheet, const FlowNode& node) {
    for (const Scope* scope = node.parent; scope && scope->owner; scope = scope->parent) {
        const auto shape = sheet.shapes.find(scope->owner->id);
        if (shape != sheet.shapes.end() && !is_open(sheet, *shape->second, *scope->owner)) return true;
    }
    return false;
}

void draw_activity(Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    Svg& svg = sheet.svg;
    const Bounds& at = shape.bounds;
    const Activity& activity = *node.activity();
    const bool open = is_open(sheet, shape, node);
    sheet.begin(node.id, element_name(node.kind), node.name, activity_words(node));
    Pen pen = outline(sheet, shape, node.kind == FlowNodeKind::CallActivity ? 4 : 1.5);
    if (by_event(node)) pen.dash = "1.5 3";
    svg.rectangle(at, corner_radius, pen);
    if (node.kind == FlowNodeKind::Transaction) {
        svg.rectangle({at.x + 3, at.y + 3, at.width - 6, at.height - 6}, corner_radius - 2,
                      {pen.stroke, "none", 1.5, ""});
    }
    svg.extend(at);
    const FlowNodeKind kind = shown_kind(sheet, node);
    const bool called_task = kind != node.kind;
    const bool icon = has_icon(kind) && at.width >= 40 && at.height >= 36;
    if (icon) {
        const bool instantiates = activity.task() && activity.task()->instantiate;
        draw_task_icon(svg, kind, instantiates, {at.x + 5, at.y + 5}, pen.stroke);
    }
    const bool trigger = !open && by_event(node) && start_of(node);
    if (trigger) {
        const Event& start = *start_of(node)->event();
        const Point place{at.x + 14, at.y + 14};
        svg.circle(place, 9, {pen.stroke, "#ffffff", 1.2, start.interrupting ? "" : "3 2"});
        draw_event_mark(svg, start, place, 9, pen.stroke);
    }
    const auto markers = markers_of(node, open || called_task);
    draw_markers(svg, markers, at, pen.stroke);
    if (open) {
        TextStyle style;
        style.size = font_size;
        style.colour = pen.stroke;
        style.anchor = "start";
        draw_text_within(svg, node.name, {at.x + 8, at.y + 4, at.width - 16, 18}, style);
    } else {
        draw_name(sheet, node, at, taken_places(sheet, node, at, icon || trigger, !markers.empty()), pen.stroke);
    }
    draw_badges(sheet, node.id, {at.x - 2, at.y - 2, at.width + 4, 0});
    svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
