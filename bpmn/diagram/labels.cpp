#include <algorithm>
#include <cmath>

#include "bpmn/diagram/sheet.h"

namespace dandori::bpmn::diagram_detail {
namespace {

constexpr double gap = 4;            // between a shape and its label
constexpr double label_size = 11;    // font size of what stands outside of shapes
constexpr double label_width = 100;  // of a label whose place the file doesn't tell

double height_of(const FittedText& text) { return static_cast<double>(text.lines.size()) * text.size * line_height; }

double width_of(const FittedText& text) {
    double widest = 0;
    for (const std::string& line : text.lines) widest = std::max(widest, text_width(line, text.size));
    return widest;
}

// Lines from `top` downwards; x is the place of the anchor.
void draw_lines(Svg& svg, const FittedText& text, Point top, TextStyle style) {
    style.size = text.size;
    double y = top.y + text.size * (0.88 + (line_height - 1) / 2);
    for (const std::string& line : text.lines) {
        svg.text({top.x, y}, line, style);
        y += text.size * line_height;
    }
    const double width = width_of(text);
    const double left = style.anchor == "middle" ? top.x - width / 2 : style.anchor == "end" ? top.x - width : top.x;
    svg.extend({left, top.y, width, height_of(text)});
}

FittedText label_lines(const std::string& text, double width) {
    constexpr double word_width_max = 160;
    const double word = std::min(widest_word(text, label_size), word_width_max);
    return {wrapped(text, std::max({width, word, 3 * label_size}), label_size), label_size};
}

struct Piece {
    Point from, to;
    double length = 0;
    bool flat() const { return std::abs(to.x - from.x) >= std::abs(to.y - from.y); }
};

Piece longest_piece(const std::vector<Point>& points) {
    Piece longest;
    for (std::size_t each = 1; each < points.size(); ++each) {
        const double length = std::hypot(points[each].x - points[each - 1].x, points[each].y - points[each - 1].y);
        if (length > longest.length) longest = {points[each - 1], points[each], length};
    }
    return longest;
}

// Kana and kanji stand upright in a vertical line; these are turned.
bool is_turned(const std::string& character) {
    static const std::set<std::string> turned{"ー", "（", "）", "「", "」", "『", "』", "【", "】", "［", "］",
                                              "〈", "〉", "《", "》", "…",  "―",  "〜", "～", "＝", "：", "；"};
    return turned.contains(character);
}

bool draw_vertical(Svg& svg, std::string_view text, const Bounds& box, TextStyle style) {
    const auto all = characters(text);
    if (all.empty() || all.size() > 12) return false;
    for (const std::string& each : all) {
        if (!is_full_width(each)) return false;
    }
    const double size = std::min({style.size, box.width * 0.8, box.height / static_cast<double>(all.size())});
    if (size < smallest_font_size) return false;
    style.size = size;
    const double step = std::min(size * 1.12, box.height / static_cast<double>(all.size()));
    const Point centre = centre_of(box);
    double middle = centre.y - step * static_cast<double>(all.size() - 1) / 2;
    for (const std::string& each : all) {
        if (is_turned(each)) {
            svg.open_at({centre.x, middle}, 1, 90);
            svg.text({0, size * 0.36}, each, style);
            svg.close();
        } else {
            const bool comma = each == "、" || each == "。";
            svg.text({centre.x + (comma ? size * 0.6 : 0), middle + size * (comma ? -0.24 : 0.38)}, each, style);
        }
        middle += step;
    }
    return true;
}

}  // namespace

void draw_text_within(Svg& svg, std::string_view text, const Bounds& box, const TextStyle& style) {
    const std::string clean = tidy(std::string(text));
    if (clean.empty()) return;
    const FittedText lines = fitted(clean, box.width, box.height, style.size, smallest_font_size);
    const double top = box.y + std::max(0.0, (box.height - height_of(lines)) / 2);
    const double x = style.anchor == "middle" ? box.x + box.width / 2
                     : style.anchor == "end"  ? box.x + box.width
                                              : box.x;
    draw_lines(svg, lines, {x, top}, style);
}

void draw_text_upright(Svg& svg, std::string_view text, const Bounds& box, const TextStyle& style) {
    std::string clean = tidy(std::string(text));
    std::replace(clean.begin(), clean.end(), '\n', ' ');
    if (clean.empty() || draw_vertical(svg, clean, box, style)) return;
    const FittedText lines = fitted(clean, box.height, box.width, style.size, smallest_font_size);
    svg.open_at(centre_of(box), 1, -90);
    double y = -height_of(lines) / 2 + lines.size * (0.88 + (line_height - 1) / 2);
    TextStyle turned = style;
    turned.size = lines.size;
    for (const std::string& line : lines.lines) {
        svg.text({0, y}, line, turned);
        y += lines.size * line_height;
    }
    svg.close();
}

void draw_label(Sheet& sheet, const DiagramShape& shape, const std::string& name, LabelSide side) {
    const std::string text = tidy(name);
    if (text.empty()) return;
    const Bounds& at = shape.bounds;
    const Point centre = centre_of(at);
    TextStyle style;
    style.halo = true;
    style.colour = line_colour(shape);
    if (shape.label && shape.label->width > 0 && shape.label->height > 0) {
        const Bounds& box = *shape.label;
        const FittedText lines = label_lines(text, box.width * 1.1);
        const double height = height_of(lines);
        double top = box.y + (box.height - height) / 2;
        // Our letters may need more lines than the tool's: then they grow away from the shape.
        if (height > box.height && box.y >= centre.y) top = std::max(top, std::min(box.y, at.y + at.height));
        if (height > box.height && box.y + box.height <= at.y + 2) top = std::min(top, at.y - height);
        draw_lines(sheet.svg, lines, {box.x + box.width / 2, top}, style);
        return;
    }
    const FittedText lines = label_lines(text, std::max(label_width, at.width));
    switch (side) {
        case LabelSide::Below: draw_lines(sheet.svg, lines, {centre.x, at.y + at.height + gap}, style); break;
        case LabelSide::Above: draw_lines(sheet.svg, lines, {centre.x, at.y - gap - height_of(lines)}, style); break;
        case LabelSide::RightBelow:
            style.anchor = "start";
            draw_lines(sheet.svg, lines, {centre.x + gap + 2, at.y + at.height + gap}, style);
            break;
        case LabelSide::LeftAbove:
            style.anchor = "end";
            draw_lines(sheet.svg, lines, {centre.x - at.width / 4 - gap, at.y - height_of(lines) + at.height / 4},
                       style);
            break;
    }
}

void draw_edge_label(Sheet& sheet, const DiagramEdge& edge, const std::string& name) {
    const std::string text = tidy(name);
    if (text.empty()) return;
    TextStyle style;
    style.halo = true;
    style.colour = safe_colour(edge.colours.stroke, "#1f2328");
    if (edge.label && edge.label->width > 0 && edge.label->height > 0) {
        const FittedText lines = label_lines(text, edge.label->width * 1.1);
        const Point centre = centre_of(*edge.label);
        draw_lines(sheet.svg, lines, {centre.x, centre.y - height_of(lines) / 2}, style);
        return;
    }
    const Piece piece = longest_piece(edge.waypoints);
    const Point middle{(piece.from.x + piece.to.x) / 2, (piece.from.y + piece.to.y) / 2};
    if (piece.flat()) {
        const FittedText lines = label_lines(text, std::max(piece.length - 16, 40.0));
        draw_lines(sheet.svg, lines, {middle.x, middle.y - 2 - height_of(lines)}, style);
    } else {
        const FittedText lines = label_lines(text, label_width);
        style.anchor = "start";
        draw_lines(sheet.svg, lines, {middle.x + gap, middle.y - height_of(lines) / 2}, style);
    }
}

}  // namespace dandori::bpmn::diagram_detail
