#include "adapters/documents/draw_table.h"

#include <algorithm>
#include <numeric>

namespace dandori::documents {
namespace {

constexpr double pad_x = 4, pad_y = 2.5;
constexpr double line_width = 0.5;
constexpr double row_least = 18;      ///< room to write in by hand
constexpr double label_share = 0.22;  ///< of a line of facts

struct GridCell {
    double x, width;
    TextBlock text;
    bool is_shaded = false;
    std::size_t lines_drawn = 0;
};

using GridRow = std::vector<GridCell>;

double height_of(const GridRow& row) {
    double highest = row_least - 2 * pad_y;
    for (const auto& cell : row) highest = std::max(highest, cell.text.height(cell.lines_drawn, cell.text.line_count()));
    return highest + 2 * pad_y;
}

void draw_frame(Paper& paper, const GridCell& cell, double height) {
    auto* cairo = paper.cairo();
    cairo_rectangle(cairo, cell.x, paper.y(), cell.width, height);
    if (cell.is_shaded) {
        cairo_set_source_rgb(cairo, 0.92, 0.92, 0.92);
        cairo_fill_preserve(cairo);
    }
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_set_line_width(cairo, line_width);
    cairo_stroke(cairo);
}

void draw_row(Paper& paper, GridRow& row, double height) {
    for (auto& cell : row) {
        draw_frame(paper, cell, height);
        const auto fitting = cell.text.lines_within(cell.lines_drawn, height - 2 * pad_y + 0.01);
        const auto drawn = cell.text.height(cell.lines_drawn, cell.lines_drawn + fitting);
        // A short cell beside a high one stands in its middle, as on a form; one that goes on begins at the head.
        const bool goes_on = cell.lines_drawn > 0 || cell.lines_drawn + fitting < cell.text.line_count();
        const double y = paper.y() + (goes_on ? pad_y : std::max(pad_y, (height - drawn) / 2));
        cell.text.draw(paper.cairo(), cell.x + pad_x, y, cell.lines_drawn, cell.lines_drawn + fitting);
        cell.lines_drawn += fitting;
    }
    paper.move_down(height);
}

bool is_drawn(const GridRow& row) {
    return std::all_of(row.begin(), row.end(), [](const auto& cell) { return cell.lines_drawn >= cell.text.line_count(); });
}

/// Draws a row where there is room for it; `begin_page` is asked for what stands above it on a new page.
template <class BeginPage>
void place_row(Paper& paper, GridRow row, double head_height, BeginPage begin_page) {
    const auto needed = height_of(row);
    if (needed > paper.room() && needed <= paper.height() - head_height) {
        paper.new_page();
        begin_page();
    }
    while (!is_drawn(row)) {
        const auto height = std::min(height_of(row), paper.room());
        const bool one_fits = std::all_of(row.begin(), row.end(), [&](const auto& cell) {
            return cell.lines_drawn >= cell.text.line_count() || cell.text.lines_within(cell.lines_drawn, height - 2 * pad_y + 0.01) > 0;
        });
        if (one_fits) draw_row(paper, row, height);
        if (is_drawn(row)) return;
        paper.new_page();
        begin_page();
    }
}

GridRow head_of(Paper& paper, const Table& table, const std::vector<double>& widths, double size) {
    GridRow head;
    double x = paper.left();
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const TextStyle style{Face::Gothic, size, Align::Center};
        head.push_back({x, widths[column], paper.typesetter().set(table.columns[column].title, style, widths[column] - 2 * pad_x), true});
        x += widths[column];
    }
    return head;
}

std::vector<double> widths_of(const Paper& paper, const Table& table) {
    double shares = 0;
    for (const auto& column : table.columns) shares += column.width;
    std::vector<double> widths;
    for (const auto& column : table.columns) widths.push_back(paper.width() * column.width / shares);
    return widths;
}

}  // namespace

void draw_table(Paper& paper, const Table& table) {
    const double size = table.is_small ? 8.5 : 9.5;
    const auto widths = widths_of(paper, table);
    const auto draw_head = [&] {
        auto head = head_of(paper, table, widths, size);
        const auto height = height_of(head);
        draw_row(paper, head, height);
    };
    const auto head_height = height_of(head_of(paper, table, widths, size));
    paper.need(head_height + 2 * row_least);  // no head alone at the foot of a page
    draw_head();
    for (const auto& values : table.rows) {
        GridRow row;
        double x = paper.left();
        for (std::size_t column = 0; column < widths.size(); ++column) {
            const TextStyle style{Face::Mincho, size, table.columns[column].align};
            row.push_back({x, widths[column], paper.typesetter().set(values[column].text, style, widths[column] - 2 * pad_x)});
            x += widths[column];
        }
        place_row(paper, std::move(row), head_height, draw_head);
    }
    if (table.rows.empty()) {
        GridRow row;
        row.push_back({paper.left(), paper.width(),
                       paper.typesetter().set(table.empty, {Face::Mincho, size, Align::Center}, paper.width() - 2 * pad_x)});
        place_row(paper, std::move(row), head_height, draw_head);
    }
}

void draw_facts(Paper& paper, const Facts& facts) {
    constexpr double size = 10;
    const double share = paper.width() / static_cast<double>(facts.columns);
    const double label_width = paper.width() * (facts.columns == 1 ? label_share : label_share * 1.6 / static_cast<double>(facts.columns));
    for (std::size_t at = 0; at < facts.facts.size();) {
        GridRow row;
        double x = paper.left();
        std::size_t in_line = 0;
        while (at < facts.facts.size() && in_line < facts.columns) {
            const auto& fact = facts.facts[at];
            if (fact.is_wide && in_line > 0) break;
            const bool fills = fact.is_wide || at + 1 == facts.facts.size() ||
                               (in_line + 1 < facts.columns && facts.facts[at + 1].is_wide);
            const double end = fills ? paper.left() + paper.width() : x + share;
            row.push_back({x, label_width, paper.typesetter().set(fact.label, {Face::Gothic, 9}, label_width - 2 * pad_x), true});
            const double width = end - x - label_width;
            row.push_back({x + label_width, width, paper.typesetter().set(fact.value.text, {Face::Mincho, size}, width - 2 * pad_x)});
            x = end;
            ++at;
            ++in_line;
            if (fills) break;
        }
        place_row(paper, std::move(row), 0, [] {});
    }
}

}  // namespace dandori::documents
