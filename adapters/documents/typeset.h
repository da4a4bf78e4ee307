#pragma once
// Text on paper: shaped, broken into lines by the rules of Japanese (kinsoku) and drawn, by Pango on Cairo.

#include <cairo.h>

#include <compare>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "adapters/documents/content.h"
#include "engine/failure.h"

typedef struct _PangoContext PangoContext;
typedef struct _PangoFont PangoFont;
typedef struct _PangoLayout PangoLayout;

namespace dandori::documents {

/// 明朝 for what is said, ゴシック for labels, headings and what stands out: Japanese print has no bold.
enum class Face { Mincho, Gothic };

struct TextStyle {
    Face face = Face::Mincho;
    double size = 10.5;  ///< points
    Align align = Align::Left;
    double letter_spacing = 0;  ///< points between letters
    auto operator<=>(const TextStyle&) const = default;
};

/// A text of one width in lines; it can be drawn in parts, on several pages.
class TextBlock {
  public:
    std::size_t line_count() const { return lines_.size(); }
    /// Points from the head of line `from` to the foot of the line before `to`.
    double height(std::size_t from, std::size_t to) const;
    double height() const { return height(0, lines_.size()); }
    /// How many lines from `from` on fit into so many points.
    std::size_t lines_within(std::size_t from, double points) const;
    /// The widest line.
    double width() const;
    void draw(cairo_t*, double x, double y, std::size_t from, std::size_t to) const;
    void draw(cairo_t* to, double x, double y) const { draw(to, x, y, 0, lines_.size()); }

  private:
    friend class Typesetter;
    struct Line {
        double top, bottom, baseline, left, right;
    };
    std::shared_ptr<PangoLayout> layout_;
    std::vector<Line> lines_;
};

/// Sets the texts of one document, each only once however often it is drawn. A letter that its face lacks is taken from the other; what neither has becomes 〓, what would turn the reading direction or is no text
/// is left out. Fails (Unspecified) where the Japanese fonts are not installed.
class Typesetter {
  public:
    static Result<Typesetter> make();
    Typesetter(Typesetter&&) noexcept;
    ~Typesetter();

    /// `width` in points; a negative one doesn't break lines.
    TextBlock set(const std::string& text, const TextStyle&, double width = -1);

    /// How many letters no font had, each text counted once.
    std::size_t letters_missing() const { return letters_missing_; }

  private:
    Typesetter() = default;
    /// A text as it can be shown, and where in it [from, to) the other face stands in.
    struct Presentable {
        std::string text;
        std::vector<std::pair<std::size_t, std::size_t>> of_other_face;
    };
    Presentable presentable(std::string_view text, Face);
    TextBlock set_anew(std::string_view text, const TextStyle&, double width);
    struct Release {
        void operator()(PangoContext*) const;
        void operator()(PangoFont*) const;
    };
    std::unique_ptr<PangoContext, Release> context_;
    std::vector<std::unique_ptr<PangoFont, Release>> fonts_;  ///< by face
    std::map<std::tuple<std::string, TextStyle, double>, TextBlock> blocks_;
    std::size_t letters_missing_ = 0;
};

}  // namespace dandori::documents
