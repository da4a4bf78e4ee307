#include "bpmn/diagram/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "bpmn/diagram/layout/ranks.h"
#include "bpmn/diagram/layout/routes.h"
#include "bpmn/diagram/text.h"

namespace dandori::bpmn::diagram_detail {
namespace {

constexpr double padding = 30, band_width = 30, label_room = 30, row_gap = 34;
constexpr std::size_t routed_max = 1500;  // more boxes than that aren't walked around

/// What is drawn of one scope, from (0, 0) to its extent; moved to its place when that is known.
struct ScopeSheet {
    Diagram drawn;
    Extent extent;
};

void move(Diagram& diagram, double x, double y) {
    for (DiagramShape& shape : diagram.shapes) shape.bounds.x += x, shape.bounds.y += y;
    for (DiagramEdge& edge : diagram.edges) {
        for (Point& point : edge.waypoints) point.x += x, point.y += y;
    }
}

void append(Diagram& whole, Diagram part) {
    for (DiagramShape& shape : part.shapes) whole.shapes.push_back(std::move(shape));
    for (DiagramEdge& edge : part.edges) whole.edges.push_back(std::move(edge));
}

DiagramShape shape_for(const std::string& element, const Bounds& bounds) {
    DiagramShape shape;
    shape.id = element + "_shape";
    shape.element = element;
    shape.bounds = bounds;
    shape.is_marker_visible = true;
    return shape;
}

class ScopeLayout {
  public:
    ScopeLayout(const Definitions& model, const Scope& scope) : model_(model), scope_(scope) {}

    ScopeSheet make() {
        collect();
        place();
        place_boundary_events();
        add_event_sub_processes();
        add_data();
        draw_flows();
        return finish();
    }

    /// Of the lanes from the top down, when the scope has any: their heights are known after make().
    const std::vector<std::pair<const Lane*, Bounds>>& lanes() const { return lanes_; }

  private:
    struct Item {
        const FlowNode* node;
        Extent extent;
        ScopeSheet inner;
        Point centre;
    };

    static bool stands_apart(const FlowNode& node) {
        const SubProcess* inner = node.activity() ? node.activity()->sub_process() : nullptr;
        return inner && inner->triggered_by_event;
    }

    Item item_for(const FlowNode& node) const {
        Item item{&node, {100, 80}, {}, {}};
        if (node.event()) item.extent = {36, 36};
        if (node.gateway()) item.extent = {50, 50};
        if (node.kind == FlowNodeKind::ChoreographyActivity) item.extent = {110, 80};
        if (node.activity()) {
            const auto guards = static_cast<double>(node.activity()->boundary_events.size());
            item.extent.width = std::max(item.extent.width, 44 * guards + 12);
        }
        if (node.scope() && !node.scope()->nodes.empty()) {
            item.inner = ScopeLayout(model_, *node.scope()).make();
            item.extent = {std::max({item.inner.extent.width + 2 * padding, 140.0, item.extent.width}),
                           std::max(item.inner.extent.height + padding + 40, 100.0)};
        }
        return item;
    }

    void collect() {
        for (const FlowNode* node : scope_.nodes) {
            if (node->kind == FlowNodeKind::BoundaryEvent && node->event()->attached_to) continue;
            if (stands_apart(*node)) {
                apart_.push_back(item_for(*node));
            } else {
                place_of_[node] = items_.size();
                items_.push_back(item_for(*node));
            }
        }
    }

    const Item* item_of(const FlowNode* node) const {
        if (node && node->event() && node->event()->attached_to) node = node->event()->attached_to;
        const auto found = place_of_.find(node);
        return found == place_of_.end() ? nullptr : &items_[found->second];
    }

    // Room for a label below events and gateways, and for what sits on the border of an activity.
    Extent with_label(const Item& item) const {
        const bool small = item.node->event() || item.node->gateway();
        const bool guarded = item.node->activity() && !item.node->activity()->boundary_events.empty();
        return {std::max(item.extent.width, small ? 60.0 : 0.0),
                item.extent.height + (small || guarded ? 2 * label_room : 0.0)};
    }

    void place() {
        std::vector<Extent> boxes;
        std::vector<std::pair<std::size_t, std::size_t>> edges;
        for (const Item& item : items_) boxes.push_back(with_label(item));
        const auto connect = [&](const FlowNode* from, const FlowNode* to) {
            const Item *first = item_of(from), *second = item_of(to);
            if (first && second && first != second) {
                edges.emplace_back(static_cast<std::size_t>(first - items_.data()),
                                   static_cast<std::size_t>(second - items_.data()));
            }
        };
        for (const SequenceFlow* flow : scope_.flows) connect(flow->source_node, flow->target);
        for (const FlowNode* node : scope_.nodes) {
            if (node->event() && node->event()->compensation_handler)
                connect(node, node->event()->compensation_handler);
        }
        const auto centres = ranked(boxes, edges);
        for (std::size_t each = 0; each < items_.size(); ++each) items_[each].centre = centres[each];
        std::vector<const Lane*> leaves;
        for (const LaneSet& set : scope_.lane_sets) add_leaves(set, leaves);
        if (!leaves.empty()) place_in_lanes(leaves);
        for (const Item& item : items_) take(item);
    }

    static void add_leaves(const LaneSet& set, std::vector<const Lane*>& leaves) {
        for (const Lane& lane : set.lanes) {
            if (lane.child_lane_sets.empty()) leaves.push_back(&lane);
            for (const LaneSet& inner : lane.child_lane_sets) add_leaves(inner, leaves);
        }
    }

    // Columns stay as they are; in a lane, what would lie upon one another goes to rows of its own.
    void place_in_lanes(const std::vector<const Lane*>& leaves) {
        double y = 0;
        for (const Lane* lane : leaves) {
            std::vector<Item*> inside;
            for (Item& item : items_) {
                const auto& its = item.node->lanes;
                const bool here = std::find(its.begin(), its.end(), lane) != its.end();
                if (here || (its.empty() && lane == leaves.front())) inside.push_back(&item);
            }
            std::stable_sort(inside.begin(), inside.end(),
                             [](const Item* one, const Item* other) { return one->centre.y < other->centre.y; });
            std::vector<std::vector<Item*>> rows;
            for (Item* item : inside) {
                const auto fits = [&](const std::vector<Item*>& row) {
                    return std::all_of(row.begin(), row.end(), [&](const Item* other) {
                        return std::abs(item->centre.x - other->centre.x) >
                               (item->extent.width + other->extent.width) / 2 + 12;
                    });
                };
                auto row = std::find_if(rows.begin(), rows.end(), fits);
                if (row == rows.end()) row = rows.emplace(rows.end());
                row->push_back(item);
            }
            const double top = y;
            y += padding;
            for (const auto& row : rows) {
                double height = 0;
                for (const Item* item : row) height = std::max(height, with_label(*item).height);
                for (Item* item : row) item->centre.y = y + height / 2;
                y += height + row_gap;
            }
            y = std::max(y, top + 100);
            lanes_.emplace_back(lane, Bounds{0, top, 0, y - top});
        }
    }

    void take(const Item& item) {
        const Bounds bounds{item.centre.x - item.extent.width / 2, item.centre.y - item.extent.height / 2,
                            item.extent.width, item.extent.height};
        DiagramShape shape = shape_for(item.node->id, bounds);
        if (item.node->scope()) shape.is_expanded = !item.node->scope()->nodes.empty();
        bounds_[item.node] = bounds;
        sheet_.drawn.shapes.push_back(std::move(shape));
        Diagram inner = item.inner.drawn;
        move(inner, bounds.x + (bounds.width - item.inner.extent.width) / 2, bounds.y + 32);
        append(sheet_.drawn, std::move(inner));
    }

    void place_boundary_events() {
        std::map<const FlowNode*, int> count;
        for (const FlowNode* node : scope_.nodes) {
            const FlowNode* host = node->event() ? node->event()->attached_to : nullptr;
            const auto at = bounds_.find(host);
            if (!host || at == bounds_.end()) continue;
            const double right = at->second.x + at->second.width - 42 - 44 * count[host]++;
            const Bounds bounds{std::max(right, at->second.x - 18), at->second.y + at->second.height - 18, 36, 36};
            bounds_[node] = bounds;
            sheet_.drawn.shapes.push_back(shape_for(node->id, bounds));
        }
    }

    Bounds used() const {
        if (bounds_.empty()) return {0, 0, 0, 0};
        double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
        const auto reach = [&](const Bounds& box) {
            left = std::min(left, box.x), top = std::min(top, box.y);
            right = std::max(right, box.x + box.width), bottom = std::max(bottom, box.y + box.height);
        };
        for (const auto& [node, box] : bounds_) {
            reach(box);
            if (node->event() || node->gateway()) reach({box.x - 20, box.y, box.width + 40, box.height + label_room});
        }
        for (const auto& [lane, box] : lanes_) reach({left, box.y, 0, box.height});
        for (const DiagramEdge& edge : sheet_.drawn.edges) {
            for (const Point& point : edge.waypoints) reach({point.x, point.y, 0, 0});
        }
        for (const Bounds& box : extra_) reach(box);
        return {left, top, right - left, bottom - top};
    }

    void stretch_last_lane(double bottom) {
        if (!lanes_.empty() && bottom > lanes_.back().second.y + lanes_.back().second.height) {
            lanes_.back().second.height = bottom - lanes_.back().second.y;
        }
    }

    void add_event_sub_processes() {
        if (apart_.empty()) return;
        const Bounds so_far = used();
        double x = so_far.x, bottom = 0;
        const double y = so_far.y + so_far.height + row_gap;
        for (Item& item : apart_) {
            item.centre = {x + item.extent.width / 2, y + item.extent.height / 2};
            take(item);
            x += item.extent.width + padding;
            bottom = std::max(bottom, y + item.extent.height);
        }
        stretch_last_lane(bottom + padding);
    }

    // In a row below the flow, each under what it belongs to, as far as there is room.
    void add_data() {
        const Bounds so_far = used();
        double x = so_far.x, y = so_far.y + so_far.height + row_gap;
        const auto put = [&](const std::string& id, Extent extent, const FlowNode* beside) {
            if (id.empty()) return;
            if (const auto at = bounds_.find(beside); beside && at != bounds_.end()) x = std::max(x, at->second.x);
            extra_.push_back({x, y, extent.width, extent.height + label_room});
            placed_[id] = {x, y, extent.width, extent.height};
            sheet_.drawn.shapes.push_back(shape_for(id, placed_[id]));
            x += extent.width + 50;
        };
        for (const DataObject& object : scope_.data) {
            if (object.kind == DataObject::Kind::ObjectReference) put(object.id, {36, 50}, user_of(object.id));
            if (object.kind == DataObject::Kind::StoreReference) put(object.id, {50, 50}, user_of(object.id));
        }
        for (const Artifact& artifact : scope_.artifacts) {
            if (artifact.kind == Artifact::Kind::TextAnnotation) put(artifact.id, {140, 50}, noted_by(artifact.id));
        }
        if (!extra_.empty()) stretch_last_lane(y + 50 + label_room + padding);
    }

    const FlowNode* user_of(const std::string& id) const {
        for (const FlowNode* node : scope_.nodes) {
            for (const DataAssociation* each : associations_of(*node)) {
                if (each->target == id ||
                    std::find(each->sources.begin(), each->sources.end(), id) != each->sources.end())
                    return node;
            }
        }
        return nullptr;
    }

    const FlowNode* noted_by(const std::string& id) const {
        for (const Artifact& each : scope_.artifacts) {
            if (each.kind != Artifact::Kind::Association) continue;
            if (each.target_ref == id) return model_.find_as<FlowNode>(each.source_ref);
            if (each.source_ref == id) return model_.find_as<FlowNode>(each.target_ref);
        }
        return nullptr;
    }

    static std::vector<const DataAssociation*> associations_of(const FlowNode& node) {
        std::vector<const DataAssociation*> all;
        const auto add = [&](const std::vector<DataAssociation>& list) {
            for (const DataAssociation& each : list) all.push_back(&each);
        };
        if (node.activity())
            add(node.activity()->data_input_associations), add(node.activity()->data_output_associations);
        if (node.event()) add(node.event()->data_associations);
        return all;
    }

    const Bounds* bounds_of(const std::string& id) const {
        if (const auto* node = model_.find_as<FlowNode>(id)) {
            const auto found = bounds_.find(node);
            if (found != bounds_.end()) return &found->second;
        }
        const auto found = placed_.find(id);
        return found == placed_.end() ? nullptr : &found->second;
    }

    void draw_flows() {
        std::vector<Bounds> obstacles;
        if (bounds_.size() <= routed_max) {
            for (const auto& [node, box] : bounds_) obstacles.push_back(box);
            std::sort(obstacles.begin(), obstacles.end(), [](const Bounds& one, const Bounds& other) {
                return std::pair(one.x, one.y) < std::pair(other.x, other.y);
            });
        }
        int around = 0;
        for (const SequenceFlow* flow : scope_.flows) {
            const auto from = bounds_.find(flow->source_node), to = bounds_.find(flow->target);
            if (from == bounds_.end() || to == bounds_.end()) continue;
            Ends ends{from->second, to->second, !flow->source_node->gateway(),
                      flow->source_node->kind == FlowNodeKind::BoundaryEvent};
            DiagramEdge edge;
            edge.element = flow->id;
            edge.waypoints = route(ends, obstacles, around);
            sheet_.drawn.edges.push_back(std::move(edge));
        }
        for (const Artifact& artifact : scope_.artifacts) {
            if (artifact.kind == Artifact::Kind::Association)
                join(artifact.id, bounds_of(artifact.source_ref), bounds_of(artifact.target_ref));
        }
        for (const FlowNode* node : scope_.nodes) {
            for (const DataAssociation* each : associations_of(*node)) {
                const Bounds* own = bounds_of(node->id);
                if (const Bounds* target = bounds_of(each->target)) join(each->id, own, target);
                for (const std::string& source : each->sources) {
                    if (const Bounds* from = bounds_of(source)) join(each->id, from, own);
                }
            }
        }
    }

    // A straight line between the borders that face each other.
    void join(const std::string& id, const Bounds* from, const Bounds* to) {
        if (!from || !to || id.empty() || from == to) return;
        const auto border = [](const Bounds& box, const Bounds& other) {
            const Point centre{box.x + box.width / 2, box.y + box.height / 2};
            const Point far{other.x + other.width / 2, other.y + other.height / 2};
            if (other.y >= box.y + box.height) return Point{centre.x, box.y + box.height};
            if (other.y + other.height <= box.y) return Point{centre.x, box.y};
            return Point{far.x > centre.x ? box.x + box.width : box.x, centre.y};
        };
        DiagramEdge edge;
        edge.element = id;
        edge.waypoints = {border(*from, *to), border(*to, *from)};
        sheet_.drawn.edges.push_back(std::move(edge));
    }

    ScopeSheet finish() {
        const Bounds all = used();
        if (!lanes_.empty()) {
            // Ways around may lead above the first lane or below the last one.
            const double top = std::min(all.y, lanes_.front().second.y);
            lanes_.front().second.height += lanes_.front().second.y - top;
            lanes_.front().second.y = top;
            stretch_last_lane(all.y + all.height);
        }
        const Bounds whole = used();
        move(sheet_.drawn, -whole.x, -whole.y);
        for (auto& [lane, box] : lanes_) box.y -= whole.y;
        sheet_.extent = {whole.width, whole.height};
        return std::move(sheet_);
    }

    const Definitions& model_;
    const Scope& scope_;
    ScopeSheet sheet_;
    std::vector<Item> items_, apart_;
    std::map<const FlowNode*, std::size_t> place_of_;
    std::map<const FlowNode*, Bounds> bounds_;
    std::map<std::string, Bounds> placed_;
    std::vector<Bounds> extra_;
    std::vector<std::pair<const Lane*, Bounds>> lanes_;
};

std::size_t depth_of(const LaneSet& set) {
    std::size_t depth = 0;
    for (const Lane& lane : set.lanes) {
        std::size_t inner = 0;
        for (const LaneSet& each : lane.child_lane_sets) inner = std::max(inner, depth_of(each));
        depth = std::max(depth, inner + 1);
    }
    return depth;
}

// A lane reaches as far down as the leaves below it do.
Bounds add_lane(Diagram& diagram, const Lane& lane, const std::map<const Lane*, Bounds>& leaves, double x,
                double right) {
    Bounds whole{x, 0, right - x, 0};
    bool first = true;
    const auto reach = [&](const Bounds& inner) {
        const double top = first ? inner.y : std::min(whole.y, inner.y);
        const double bottom = first ? inner.y + inner.height : std::max(whole.y + whole.height, inner.y + inner.height);
        whole.y = top, whole.height = bottom - top, first = false;
    };
    if (const auto leaf = leaves.find(&lane); leaf != leaves.end()) reach(leaf->second);
    for (const LaneSet& set : lane.child_lane_sets) {
        for (const Lane& inner : set.lanes) reach(add_lane(diagram, inner, leaves, x + band_width, right));
    }
    DiagramShape shape = shape_for(lane.id, whole);
    shape.is_horizontal = true;
    diagram.shapes.push_back(std::move(shape));
    return whole;
}

/// A process with its lanes, and its pool around it where it has one; its upper left corner at (0, y).
double add_process(Diagram& diagram, const Definitions& model, const Process& process, const Participant* pool,
                   double y) {
    ScopeLayout layout(model, process.scope);
    ScopeSheet sheet = layout.make();
    std::size_t depth = 0;
    for (const LaneSet& set : process.scope.lane_sets) depth = std::max(depth, depth_of(set));
    const double band = (pool ? band_width : 0) + band_width * static_cast<double>(depth);
    const double above = layout.lanes().empty() && pool ? padding : 0;
    const double width = band + padding + sheet.extent.width + padding,
                 height = std::max(sheet.extent.height + 2 * above, 60.0);
    if (pool) {
        DiagramShape shape = shape_for(pool->id, {0, y, width, height});
        shape.is_horizontal = true;
        diagram.shapes.push_back(std::move(shape));
    }
    std::map<const Lane*, Bounds> leaves;
    for (const auto& [lane, box] : layout.lanes()) leaves[lane] = {0, y + box.y, 0, box.height};
    for (const LaneSet& set : process.scope.lane_sets) {
        for (const Lane& lane : set.lanes) add_lane(diagram, lane, leaves, pool ? band_width : 0, width);
    }
    move(sheet.drawn, band + padding, y + above);
    append(diagram, std::move(sheet.drawn));
    return height;
}

void add_message_flow(Diagram& diagram, const Definitions& model, const MessageFlow& flow) {
    const DiagramShape *from = nullptr, *to = nullptr;
    for (const DiagramShape& shape : diagram.shapes) {
        if (shape.element == flow.source_ref) from = &shape;
        if (shape.element == flow.target_ref) to = &shape;
    }
    if (!from || !to || from == to) return;
    const Bounds &one = from->bounds, &other = to->bounds;
    const bool down = one.y < other.y;
    // A pool is met where the other end is.
    double x = one.x + one.width / 2, target_x = other.x + other.width / 2;
    if (model.find_as<Participant>(flow.source_ref))
        x = target_x;
    else if (model.find_as<Participant>(flow.target_ref))
        target_x = x;
    const double start = down ? one.y + one.height : one.y, end = down ? other.y : other.y + other.height;
    const double middle = down ? end - 24 : end + 24;
    DiagramEdge edge;
    edge.element = flow.id;
    edge.waypoints = {{x, start}, {x, middle}, {target_x, middle}, {target_x, end}};
    if (std::abs(x - target_x) < 1) edge.waypoints = {{x, start}, {x, end}};
    diagram.edges.push_back(std::move(edge));
}

}  // namespace

Diagram laid_out(const Definitions& model) {
    Diagram diagram;
    std::vector<const Process*> open;
    for (const Process& process : model.processes) open.push_back(&process);
    double y = 0;
    constexpr double pool_gap = 50;
    std::vector<std::size_t> black_boxes;
    for (const Collaboration& collaboration : model.collaborations) {
        if (collaboration.is_choreography) continue;
        for (const Participant& participant : collaboration.participants) {
            const auto process = std::find(open.begin(), open.end(), participant.process);
            if (participant.process && process != open.end()) {
                y += add_process(diagram, model, *participant.process, &participant, y) + pool_gap;
                open.erase(process);
            } else {
                DiagramShape shape = shape_for(participant.id, {0, y, 600, 60});
                shape.is_horizontal = true;
                black_boxes.push_back(diagram.shapes.size());
                diagram.shapes.push_back(std::move(shape));
                y += 60 + pool_gap;
            }
        }
    }
    for (const Process* process : open) {
        if (!process->scope.nodes.empty())
            y += add_process(diagram, model, *process, nullptr, y) + pool_gap + label_room;
    }
    double width = 0;
    for (const DiagramShape& shape : diagram.shapes) width = std::max(width, shape.bounds.x + shape.bounds.width);
    for (const std::size_t each : black_boxes) diagram.shapes[each].bounds.width = width;
    for (const Collaboration& collaboration : model.collaborations) {
        for (const MessageFlow& flow : collaboration.message_flows) add_message_flow(diagram, model, flow);
    }
    return diagram;
}

}  // namespace dandori::bpmn::diagram_detail
