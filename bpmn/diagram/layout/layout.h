#pragma once
// A diagram for a file that brings none.

#include "bpmn/model/definitions.h"

namespace dandori::bpmn::diagram_detail {

/// Every process of the file from left to right, in its pool and its lanes where it has them, one below the other.
Diagram laid_out(const Definitions&);

}  // namespace dandori::bpmn::diagram_detail
