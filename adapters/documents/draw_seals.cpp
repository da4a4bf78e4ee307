#include "adapters/documents/draw_seals.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dandori::documents {
namespace {

constexpr double box_width = 24 * mm, label_height = 6 * mm, seal_height = 23 * mm;
constexpr double radius = 10 * mm, third = 3.1 * mm;

void red(cairo_t* cairo) { cairo_set_source_rgb(cairo, 0.78, 0.08, 0.10); }

/// A line of text in the middle of a place, made smaller where it is too wide.
void fitted(Paper& paper, const std::string& text, Face face, double size, double width, double x, double y) {
    auto set = paper.typesetter().set(text, {face, size});
    if (set.width() > width) set = paper.typesetter().set(text, {face, size * width / set.width()});
    set.draw(paper.cairo(), x - set.width() / 2, y - set.height() / 2);
}

double chord_at(double from_centre) { return 2 * std::sqrt(radius * radius - from_centre * from_centre); }

/// The upper part; a long name in two lines, the shorter one above.
void section(Paper& paper, const std::string& text, double x, double y) {
    std::vector<std::size_t> letters;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) letters.push_back(at);
    if (letters.size() <= 7) return fitted(paper, text, Face::Mincho, 9, chord_at(third + 4.6 * mm) + 0.5 * mm, x, y - third - 2.7 * mm);
    const auto middle = letters[letters.size() * 2 / 5];
    fitted(paper, text.substr(0, middle), Face::Mincho, 6.5, chord_at(third + 5.4 * mm), x, y - third - 4.3 * mm);
    fitted(paper, text.substr(middle), Face::Mincho, 6.5, chord_at(third + 2.8 * mm), x, y - third - 1.6 * mm);
}

void draw_round(Paper& paper, const Seal& seal, double x, double y) {
    auto* cairo = paper.cairo();
    red(cairo);
    cairo_set_line_width(cairo, 1.2);
    cairo_new_path(cairo);  // an arc is joined to where the last text stood
    cairo_arc(cairo, x, y, radius, 0, 2 * std::numbers::pi);
    cairo_stroke(cairo);
    const double half = std::sqrt(radius * radius - third * third);
    for (const double line : {y - third, y + third}) {
        cairo_move_to(cairo, x - half, line);
        cairo_line_to(cairo, x + half, line);
        cairo_set_line_width(cairo, 0.8);
        cairo_stroke(cairo);
    }
    section(paper, seal.section, x, y);
    const double chord = chord_at(third + 4.6 * mm);
    fitted(paper, seal.date, Face::Mincho, 10, 2 * half - 3 * mm, x, y);
    fitted(paper, seal.name, Face::Mincho, 11, chord + 0.5 * mm, x, y + third + 2.8 * mm);
    if (!seal.mark.empty()) fitted(paper, seal.mark, Face::Mincho, 8, 4.2 * mm, x + 9.5 * mm, y - 9.6 * mm);
}

void draw_square(Paper& paper, const Seal& seal, double x, double y) {
    auto* cairo = paper.cairo();
    const double half_width = 10.5 * mm, half_height = 8.5 * mm;
    red(cairo);
    for (const double inset : {0.0, 0.8 * mm}) {
        cairo_rectangle(cairo, x - half_width + inset, y - half_height + inset, 2 * (half_width - inset), 2 * (half_height - inset));
        cairo_set_line_width(cairo, inset == 0 ? 1.2 : 0.5);
        cairo_stroke(cairo);
    }
    const double width = 2 * half_width - 3 * mm;
    fitted(paper, seal.section, Face::Mincho, 10, width, x, y - 4.6 * mm);
    fitted(paper, seal.date, Face::Mincho, 10, width, x, y);
    fitted(paper, seal.name, Face::Mincho, 10, width, x, y + 4.6 * mm);
}

void draw_box(Paper& paper, const SealBox& box, double x) {
    auto* cairo = paper.cairo();
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, 0.5);
    cairo_rectangle(cairo, x, paper.y(), box_width, label_height + seal_height);
    cairo_move_to(cairo, x, paper.y() + label_height);
    cairo_line_to(cairo, x + box_width, paper.y() + label_height);
    cairo_stroke(cairo);
    const double middle = x + box_width / 2;
    fitted(paper, box.label, Face::Gothic, 8.5, box_width - 2 * mm, middle, paper.y() + label_height / 2);
    if (!box.seal) return;
    const double centre = paper.y() + label_height + seal_height / 2;
    if (box.seal->is_deemed) draw_square(paper, *box.seal, middle, centre);
    else draw_round(paper, *box.seal, middle, centre);
    cairo_set_source_rgb(cairo, 0, 0, 0);
}

}  // namespace

void draw_seals(Paper& paper, const Seals& seals) {
    const auto in_line = std::max<std::size_t>(1, static_cast<std::size_t>(paper.width() / box_width));
    for (std::size_t from = 0; from < seals.boxes.size(); from += in_line) {
        const auto count = std::min(in_line, seals.boxes.size() - from);
        paper.need(label_height + seal_height);
        double x = paper.left() + paper.width() - static_cast<double>(count) * box_width;
        for (std::size_t at = from; at < from + count; ++at, x += box_width) draw_box(paper, seals.boxes[at], x);
        paper.move_down(label_height + seal_height);
    }
}

}  // namespace dandori::documents
