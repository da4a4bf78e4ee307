#include "bpmn/diagram/layout/routes.h"

#include <algorithm>
#include <cmath>

namespace dandori::bpmn::diagram_detail {
namespace {

constexpr double clearance = 18;

bool same(const Bounds& one, const Bounds& other) { return one == other; }

bool crosses(const Point& from, const Point& to, const Bounds& box) {
    const double left = std::min(from.x, to.x), right = std::max(from.x, to.x);
    const double top = std::min(from.y, to.y), bottom = std::max(from.y, to.y);
    return left < box.x + box.width - 1 && right > box.x + 1 && top < box.y + box.height - 1 && bottom > box.y + 1;
}

bool is_free(const std::vector<Point>& way, const std::vector<Bounds>& obstacles) {
    for (std::size_t at = 1; at < way.size(); ++at) {
        for (const Bounds& box : obstacles) {
            if (crosses(way[at - 1], way[at], box)) return false;
        }
    }
    return true;
}

std::vector<Point> without_repeats(std::vector<Point> way) {
    std::vector<Point> clean;
    for (const Point& point : way) {
        if (!clean.empty() && std::hypot(clean.back().x - point.x, clean.back().y - point.y) < 0.5) continue;
        const std::size_t count = clean.size();
        const bool on_line =
            count >= 2 && ((clean[count - 1].x == clean[count - 2].x && clean[count - 1].x == point.x) ||
                           (clean[count - 1].y == clean[count - 2].y && clean[count - 1].y == point.y));
        if (on_line)
            clean.back() = point;
        else
            clean.push_back(point);
    }
    return clean;
}

double length_of(const std::vector<Point>& way) {
    double length = 0;
    for (std::size_t at = 1; at < way.size(); ++at)
        length += std::hypot(way[at].x - way[at - 1].x, way[at].y - way[at - 1].y);
    return length;
}

// Along a level that is free, chosen among those just above and below each box: the shortest way.
std::vector<Point> around_everything(const Ends& ends, const std::vector<Bounds>& obstacles, int& around) {
    const Bounds &from = ends.from, &to = ends.to;
    const double offset = clearance + 7.0 * (around % 4);
    ++around;
    const Point from_middle{from.x + from.width / 2, from.y + from.height / 2};
    const Point to_middle{to.x + to.width / 2, to.y + to.height / 2};
    std::vector<double> levels{from.y + from.height + offset, to.y + to.height + offset, from.y - offset,
                               to.y - offset};
    for (const Bounds& box : obstacles) {
        levels.push_back(box.y + box.height + offset);
        levels.push_back(box.y - offset);
    }
    const double wanted = std::max(from.y + from.height, to.y + to.height) + offset;
    std::sort(levels.begin(), levels.end(),
              [&](double one, double other) { return std::abs(one - wanted) < std::abs(other - wanted); });
    constexpr std::size_t levels_max = 40;
    if (levels.size() > levels_max) levels.resize(levels_max);
    std::vector<Point> best;
    for (const double y : levels) {
        std::vector<std::vector<Point>> starts{
            {{from_middle.x, y > from_middle.y ? from.y + from.height : from.y}, {from_middle.x, y}}};
        const double beside = from.x + from.width + clearance;
        if (!ends.from_below_only)
            starts.push_back({{from.x + from.width, from_middle.y}, {beside, from_middle.y}, {beside, y}});
        else if (y < from_middle.y)
            continue;
        std::vector<std::vector<Point>> finishes{
            {{to_middle.x, y}, {to_middle.x, y > to_middle.y ? to.y + to.height : to.y}}};
        const double before = to.x - clearance;
        finishes.push_back({{before, y}, {before, to_middle.y}, {to.x, to_middle.y}});
        for (const auto& start : starts) {
            for (const auto& finish : finishes) {
                std::vector<Point> way = start;
                way.insert(way.end(), finish.begin(), finish.end());
                // Nor through its own ends.
                std::vector<Point> inner(way.begin() + 1, way.end() - 1);
                if (!is_free(way, obstacles) || !is_free(inner, {from, to})) continue;
                if (best.empty() || length_of(way) + 4 < length_of(best)) best = std::move(way);
            }
        }
    }
    if (!best.empty()) return without_repeats(std::move(best));
    return without_repeats({{from_middle.x, from.y + from.height},
                            {from_middle.x, wanted},
                            {to_middle.x, wanted},
                            {to_middle.x, to.y + to.height}});
}

}  // namespace

std::vector<Point> route(const Ends& ends, const std::vector<Bounds>& all, int& around) {
    const Bounds &from = ends.from, &to = ends.to;
    std::vector<Bounds> obstacles;
    for (const Bounds& each : all) {
        if (!same(each, from) && !same(each, to)) obstacles.push_back(each);
    }
    const Point right{from.x + from.width, from.y + from.height / 2},
        below{from.x + from.width / 2, from.y + from.height};
    const Point above{from.x + from.width / 2, from.y};
    const Point left{to.x, to.y + to.height / 2}, to_below{to.x + to.width / 2, to.y + to.height};
    const Point to_above{to.x + to.width / 2, to.y};
    std::vector<std::vector<Point>> ways;
    const bool forward = left.x >= right.x + 10;
    if (!ends.from_below_only && forward) {
        // Straight where one end is tall enough to be met beside its middle.
        constexpr double tall = 60, corner = 14;
        const auto within = [&](double y, const Bounds& box) {
            return box.height >= tall && y > box.y + corner && y < box.y + box.height - corner;
        };
        if (within(right.y, to)) ways.push_back({right, {left.x, right.y}});
        if (ends.from_side_only && within(left.y, from)) ways.push_back({{right.x, left.y}, left});
        if (std::abs(left.y - right.y) < 1) ways.push_back({right, {left.x, right.y}});
        if (!ends.from_side_only) {
            const Point start = left.y > right.y ? below : above;
            ways.push_back({start, {start.x, left.y}, left});
        }
        for (const double share : {0.5, 0.25, 0.75}) {
            const double middle = right.x + (left.x - right.x) * share;
            ways.push_back({right, {middle, right.y}, {middle, left.y}, left});
        }
        const bool downwards = to_above.y > right.y + clearance;
        if (downwards) ways.push_back({right, {to_above.x, right.y}, to_above});
        if (to_below.y < right.y - clearance) ways.push_back({right, {to_below.x, right.y}, to_below});
    }
    if (below.x < left.x - 4 && left.y > below.y) ways.push_back({below, {below.x, left.y}, left});
    if (to_above.y > below.y + 2 * clearance && std::abs(to_above.x - below.x) < 2)
        ways.push_back({below, {below.x, to_above.y}});
    if (ends.from_below_only && left.x > below.x + 30) {
        for (const double down : {14.0, 22.0, 30.0}) {
            const double y = below.y + down + 7 * (around % 4);
            ways.push_back({below, {below.x, y}, {left.x - 22, y}, {left.x - 22, left.y}, left});
        }
    }
    for (auto& way : ways) {
        if (!is_free(way, obstacles)) continue;
        around += ends.from_below_only;  // the next one beside it takes another level
        return without_repeats(std::move(way));
    }
    return around_everything(ends, obstacles, around);
}

}  // namespace dandori::bpmn::diagram_detail
