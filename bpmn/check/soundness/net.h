#pragma once
// A scope as a net: what each node takes, and what it can give.

#include <cstddef>
#include <vector>

#include "bpmn/model/process.h"

namespace dandori::bpmn::check_detail {

/// Where a token can lie: a sequence flow, the way of a link, or before a start.
struct Place {
    const SequenceFlow* flow = nullptr;  ///< null: link or start
    bool is_beside = false;              ///< reached only by non-interrupting events, which may happen while others do
};

/// One of the things that can come of a node.
struct Outcome {
    std::vector<std::size_t> places;       ///< each gets a token
    const SequenceFlow* chosen = nullptr;  ///< to tell by, where there are several outcomes
};

struct NetNode {
    enum class Takes {
        One,       ///< each token by itself
        All,       ///< one of each place: parallel join
        WhatCame,  ///< what is there when nothing more can come: inclusive join
    };

    const FlowNode* node = nullptr;
    Takes takes = Takes::One;
    bool ends_scope = false;  ///< all other tokens go, too
    std::size_t rank = 0;     ///< in the order of the flow
    std::vector<std::size_t> incoming;
    std::vector<Outcome> outcomes;
    std::vector<std::vector<bool>>
        upstream;  ///< WhatCame: by incoming place, the places that lead there around this node
};

struct Net {
    std::vector<Place> places;
    std::vector<NetNode> nodes;       ///< by rank, those that end the scope last
    std::vector<std::vector<std::size_t>> starts;  ///< each one way to begin: a token in every of these places
    bool whole = true;                ///< every outcome is there, none was left out for their number
};

Net net_of(const Scope& scope);

}  // namespace dandori::bpmn::check_detail
