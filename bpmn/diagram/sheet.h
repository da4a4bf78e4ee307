#pragma once
// What every part of a drawing needs: the model, what is to be marked, the canvas, and how a thing is begun on it.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/bpmn.h"
#include "bpmn/diagram/svg.h"
#include "bpmn/diagram/text.h"

namespace dandori::bpmn::diagram_detail {

inline constexpr double font_size = 12;
inline constexpr double smallest_font_size = 7;

struct Sheet {
    Sheet(const Definitions&, const DrawOptions&, const Diagram&);

    const Definitions& model;
    const DrawOptions& options;
    const Diagram& diagram;
    Svg svg;
    std::map<std::string, const DiagramShape*, std::less<>> shapes;  ///< by element, the first of each
    std::map<std::string, const DataObject*, std::less<>> data;  ///< inputs and outputs too, which `find` doesn't know
    std::map<std::string, const DataAssociation*, std::less<>> data_associations;
    std::set<std::string> ids;  ///< given in the document so far

    bool is_active(std::string_view id) const { return contains(options.active, id); }
    bool is_passed(std::string_view id) const { return contains(options.passed, id); }
    bool has_incident(std::string_view id) const { return contains(options.incident, id); }

    /// Begins the group of an element: its id, a class, and a title that says in words what it is. Ends with
    /// svg.close().
    void begin(const std::string& element_id, std::string_view kind, const std::string& name, std::string_view words);

  private:
    static bool contains(const std::set<std::string>& set, std::string_view id) {
        return set.find(std::string(id)) != set.end();
    }
};

/// The pen for an outline of a shape, by its own colours and its marks.
Pen outline(const Sheet&, const DiagramShape&, double width = 1.5);
/// The colour of lines in a shape, by the shape's own colour.
std::string line_colour(const DiagramShape&);

/// Token, check mark and exclamation mark on the border of a shape.
void draw_badges(Sheet&, const std::string& element_id, const Bounds&);

/// Text in the middle of a box, shrunk and cut off so that it stays within.
void draw_text_within(Svg&, std::string_view text, const Bounds&, const TextStyle& = {});
/// Text turned by 90 degrees, read from below, in the middle of a box; Japanese names of up to twelve characters
/// upright.
void draw_text_upright(Svg&, std::string_view text, const Bounds&, const TextStyle& = {});
/// Where an external label stands.
enum class LabelSide { Below, Above, RightBelow, LeftAbove };
/// A label beside a small shape: within the label bounds of the file, else on that side.
void draw_label(Sheet&, const DiagramShape&, const std::string& text, LabelSide);
/// The name of an edge: within the label bounds of the file, else at its longest piece.
void draw_edge_label(Sheet&, const DiagramEdge&, const std::string& text);

Point centre_of(const Bounds&);
/// White space made single and trimmed; line breaks of the file stay.
std::string tidy(const std::string& text);

}  // namespace dandori::bpmn::diagram_detail
