#pragma once
// Pages of A4: where there is room, and what stands at the head and foot of each.

#include <cairo.h>

#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "adapters/documents/content.h"
#include "adapters/documents/typeset.h"

namespace dandori::documents {

inline constexpr double mm = 72.0 / 25.4;  ///< in points
inline constexpr std::size_t pages_max = 500;

/// Thrown by `Paper` where a document would have more than `pages_max` pages; caught where the document is made.
struct TooManyPages {};

class Paper {
  public:
    /// `pages_total` is what the foot says of how many there are. The surface must outlive it.
    Paper(cairo_surface_t*, Typesetter&, const Content&, std::size_t pages_total);
    ~Paper();
    Paper(const Paper&) = delete;
    Paper& operator=(const Paper&) = delete;

    cairo_t* cairo() const { return cairo_; }
    Typesetter& typesetter() const { return typesetter_; }
    double left() const { return left_; }
    double width() const { return right_ - left_; }
    double y() const { return y_; }
    double room() const { return bottom_ - y_; }
    double height() const { return bottom_ - top_; }
    bool is_at_top() const { return y_ <= top_; }
    std::size_t pages() const { return pages_; }

    void move_down(double points) { y_ += points; }
    void new_page();
    /// A new page unless so many points are left on this one.
    void need(double points);
    /// Ends the last page.
    void finish();

  private:
    void begin_page();
    const Content& content_;
    Typesetter& typesetter_;
    cairo_t* cairo_;
    double page_width_, page_height_, left_, right_, top_, bottom_, y_ = 0;
    std::size_t pages_ = 0, pages_total_;
};

/// Width and height of the paper in points.
std::pair<double, double> paper_size(const Content&);

}  // namespace dandori::documents
