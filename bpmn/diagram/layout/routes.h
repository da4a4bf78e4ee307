#pragma once
// Lines at right angles between boxes, around what stands in between where that can be.

#include <vector>

#include "bpmn/model/diagram.h"

namespace dandori::bpmn::diagram_detail {

struct Ends {
    Bounds from, to;
    bool from_side_only = false;  ///< a task is left on its right; events on a border only below, gateways anywhere
    bool from_below_only = false;
};

/// The way of a flow. `obstacles` are boxes that should not be crossed (the two ends may be among them); `around` tells
/// ways apart that would lie upon one another: it grows with each that leads around.
std::vector<Point> route(const Ends&, const std::vector<Bounds>& obstacles, int& around);

}  // namespace dandori::bpmn::diagram_detail
