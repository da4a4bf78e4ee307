#pragma once
// Places the boxes of a graph from left to right along its edges. Graphviz does it; it is used here and nowhere else.

#include <cstddef>
#include <utility>
#include <vector>

#include "bpmn/model/diagram.h"

namespace dandori::bpmn::diagram_detail {

struct Extent {
    double width = 0, height = 0;
};

/// The centres of boxes of those sizes, such that edges mostly lead to the right and boxes don't overlap; y grows
/// downwards. Any thread may call it, one at a time works. Graphs too large for Graphviz to be quick are placed
/// plainly.
std::vector<Point> ranked(const std::vector<Extent>& boxes,
                          const std::vector<std::pair<std::size_t, std::size_t>>& edges);

}  // namespace dandori::bpmn::diagram_detail
