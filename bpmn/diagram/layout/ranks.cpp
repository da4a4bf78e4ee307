#include "bpmn/diagram/layout/ranks.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace dandori::bpmn::diagram_detail {
namespace {

constexpr std::size_t boxes_max = 400;  // beyond it Graphviz takes seconds
constexpr double points_per_inch = 72, gap_across = 36, gap_along = 50;

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

// Columns by distance from what has nothing before it; within a column in the order given.
std::vector<Point> placed_plainly(const std::vector<Extent>& boxes, const Edges& edges) {
    std::vector<std::vector<std::size_t>> after(boxes.size());
    std::vector<std::size_t> column(boxes.size(), 0), open;
    std::vector<bool> entered(boxes.size(), false), seen(boxes.size(), false);
    for (const auto& [from, to] : edges) {
        after[from].push_back(to);
        entered[to] = true;
    }
    for (std::size_t each = 0; each < boxes.size(); ++each) {
        if (!entered[each]) open.push_back(each), seen[each] = true;
    }
    for (std::size_t at = 0; at < open.size(); ++at) {
        for (const std::size_t next : after[open[at]]) {
            if (seen[next]) continue;
            seen[next] = true;
            column[next] = column[open[at]] + 1;
            open.push_back(next);
        }
    }
    std::map<std::size_t, double> width, filled;
    for (std::size_t each = 0; each < boxes.size(); ++each) {
        width[column[each]] = std::max(width[column[each]], boxes[each].width);
    }
    std::map<std::size_t, double> left;
    double x = 0;
    for (const auto& [which, its_width] : width) {
        left[which] = x;
        x += its_width + gap_along;
    }
    std::vector<Point> centres(boxes.size());
    for (std::size_t each = 0; each < boxes.size(); ++each) {
        double& y = filled[column[each]];
        centres[each] = {left[column[each]] + width[column[each]] / 2, y + boxes[each].height / 2};
        y += boxes[each].height + gap_across;
    }
    return centres;
}

// Without the edges that lead back to where a walk came from, and each once: Graphviz turns such edges round itself,
// but loses memory over it.
Edges without_circles(std::size_t count, const Edges& edges) {
    std::vector<std::vector<std::size_t>> after(count);
    for (const auto& [from, to] : edges) after[from].push_back(to);
    enum class Walk { Open, UnderWay, Done };
    std::vector<Walk> walks(count, Walk::Open);
    std::set<std::pair<std::size_t, std::size_t>> kept;
    for (std::size_t first = 0; first < count; ++first) {
        std::vector<std::pair<std::size_t, std::size_t>> way;  // a box, and how many of its edges were taken
        if (walks[first] == Walk::Open) way.emplace_back(first, 0), walks[first] = Walk::UnderWay;
        while (!way.empty()) {
            auto& [box, taken] = way.back();
            if (taken == after[box].size()) {
                walks[box] = Walk::Done;
                way.pop_back();
                continue;
            }
            const std::size_t from = box, next = after[box][taken++];
            if (walks[next] != Walk::UnderWay) kept.emplace(from, next);
            if (walks[next] == Walk::Open) way.emplace_back(next, 0), walks[next] = Walk::UnderWay;
        }
    }
    return {kept.begin(), kept.end()};
}

void set(void* object, const char* name, const std::string& value) {
    // Graphviz takes texts as char*, but copies them.
    agsafeset(object, const_cast<char*>(name), const_cast<char*>(value.c_str()), const_cast<char*>(""));
}

std::string inches(double pixels) { return std::to_string(pixels / points_per_inch); }

int say_nothing(char*) { return 0; }

}  // namespace

std::vector<Point> ranked(const std::vector<Extent>& boxes, const Edges& edges) {
    if (boxes.empty()) return {};
    if (boxes.size() > boxes_max || edges.size() > 4 * boxes_max) return placed_plainly(boxes, edges);
    static std::mutex one_at_a_time;  // Graphviz keeps its state in globals
    const std::lock_guard lock(one_at_a_time);
    static GVC_t* const context = [] {
        agseterrf(say_nothing);
        return gvContext();
    }();
    Agraph_t* const graph = agopen(const_cast<char*>("flow"), Agdirected, nullptr);
    set(graph, "rankdir", "LR");
    set(graph, "nodesep", inches(gap_across));
    set(graph, "ranksep", inches(gap_along));
    set(graph, "splines", "false");
    std::vector<Agnode_t*> nodes;
    for (std::size_t each = 0; each < boxes.size(); ++each) {
        Agnode_t* const node = agnode(graph, const_cast<char*>(std::to_string(each).c_str()), 1);
        set(node, "shape", "box");
        set(node, "label", "");
        set(node, "fixedsize", "true");
        set(node, "width", inches(boxes[each].width));
        set(node, "height", inches(boxes[each].height));
        nodes.push_back(node);
    }
    for (const auto& [from, to] : without_circles(boxes.size(), edges)) {
        agedge(graph, nodes[from], nodes[to], nullptr, 1);
    }
    std::vector<Point> centres;
    if (gvLayout(context, graph, "dot") == 0) {
        double top = 0;
        for (Agnode_t* node : nodes) top = std::max(top, ND_coord(node).y);
        for (Agnode_t* node : nodes) centres.push_back({ND_coord(node).x, top - ND_coord(node).y});
        gvFreeLayout(context, graph);
    }
    agclose(graph);
    return centres.empty() ? placed_plainly(boxes, edges) : centres;
}

}  // namespace dandori::bpmn::diagram_detail
