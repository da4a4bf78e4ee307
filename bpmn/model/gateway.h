#pragma once
// BPMN 2.0.2, 10.6. Which gateway it is, FlowNode::kind tells.

#include <optional>
#include <string>

#include "bpmn/model/element.h"

namespace dandori::bpmn {

struct Gateway {
    enum class Direction { Unspecified, Converging, Diverging, Mixed };
    enum class EventGatewayType { Exclusive, Parallel };

    Direction direction = Direction::Unspecified;
    const SequenceFlow* default_flow = nullptr;               ///< exclusive, inclusive, complex
    bool instantiate = false;                                 ///< event based
    EventGatewayType event_gateway_type = EventGatewayType::Exclusive;
    std::optional<Expression> activation_condition;           ///< complex
};

}  // namespace dandori::bpmn
