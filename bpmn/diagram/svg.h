#pragma once
// Writes SVG: shapes, texts and groups, and keeps account of how far the picture reaches.

#include <string>
#include <string_view>
#include <vector>

#include "bpmn/model/diagram.h"

namespace dandori::bpmn::diagram_detail {

/// How something is drawn. Colours are used as they stand; those of a file go through safe_colour first.
struct Pen {
    std::string stroke = "#1f2328", fill = "none";
    double width = 1.5;
    std::string dash;  ///< stroke-dasharray; empty: a whole line
};

struct TextStyle {
    double size = 12;
    std::string_view anchor = "middle";
    std::string colour = "#1f2328";
    bool halo = false;  ///< white around the letters, where lines may run behind them
    bool bold = false;
};

class Svg {
  public:
    /// A group until close(); attributes are name and value in turn, values are escaped.
    void open(const std::vector<std::pair<std::string_view, std::string>>& attributes = {});
    void open_at(Point origin, double scale = 1, double degrees = 0);
    void close();
    void title(std::string_view text);

    void rectangle(const Bounds&, double radius, const Pen&);
    void circle(Point centre, double radius, const Pen&);
    void path(std::string_view data, const Pen&);
    void polyline(const std::vector<Point>&, const Pen&, bool closed = false);
    /// One line; y is the base line.
    void text(Point at, std::string_view content, const TextStyle&);

    /// The picture reaches at least so far.
    void extend(const Bounds&);
    /// The whole document; `margin` around what was drawn.
    std::string document(std::string_view title, double margin) const;

  private:
    void paint(const Pen&);

    std::string body_;
    double left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
    bool empty_ = true;
};

/// At most two digits behind the point, independent of locale.
std::string number(double);
std::string escaped(std::string_view);
/// The colour when it is a plain word, #rgb or rgb(), else `otherwise`.
std::string safe_colour(const std::string& colour, std::string_view otherwise);

}  // namespace dandori::bpmn::diagram_detail
