#include "adapters/documents/paper.h"

namespace dandori::documents {
namespace {

constexpr double a4_short = 210 * mm, a4_long = 297 * mm;
// The left margin has room for the holes of a file.
constexpr double margin_left = 25 * mm, margin_right = 18 * mm, margin_top = 22 * mm, margin_bottom = 20 * mm;
constexpr double head_at = 12 * mm, foot_at = 12 * mm;

}  // namespace

std::pair<double, double> paper_size(const Content& content) {
    return content.is_landscape ? std::pair(a4_long, a4_short) : std::pair(a4_short, a4_long);
}

Paper::Paper(cairo_surface_t* surface, Typesetter& typesetter, const Content& content, std::size_t pages_total)
    : content_(content), typesetter_(typesetter), cairo_(cairo_create(surface)), pages_total_(pages_total) {
    std::tie(page_width_, page_height_) = paper_size(content);
    left_ = margin_left;
    right_ = page_width_ - margin_right;
    top_ = margin_top;
    bottom_ = page_height_ - margin_bottom;
    begin_page();
}

Paper::~Paper() { cairo_destroy(cairo_); }

void Paper::begin_page() {
    if (++pages_ > pages_max) throw TooManyPages{};
    y_ = top_;
    const TextStyle small{Face::Gothic, 8};
    typesetter_.set(content_.header, small, width() * 0.68).draw(cairo_, left_, head_at, 0, 1);
    typesetter_.set(content_.case_number, {Face::Gothic, 8, Align::Right}, width() * 0.3)
        .draw(cairo_, left_ + width() * 0.7, head_at, 0, 1);
    const auto count = std::to_string(pages_) + " / " + std::to_string(pages_total_);
    typesetter_.set(count, {Face::Gothic, 8, Align::Center}, width()).draw(cairo_, left_, page_height_ - foot_at - 8);
}

void Paper::new_page() {
    cairo_show_page(cairo_);
    begin_page();
}

void Paper::need(double points) {
    if (points > room() && !is_at_top()) new_page();
}

void Paper::finish() { cairo_show_page(cairo_); }

}  // namespace dandori::documents
