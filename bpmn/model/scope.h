#pragma once
// BPMN 2.0.2, 8.4.9 FlowElementsContainer: what lies in a process or a sub-process.

#include <deque>
#include <string>
#include <vector>

#include "bpmn/model/data.h"
#include "bpmn/model/flow.h"
#include "bpmn/model/root.h"

namespace dandori::bpmn {

struct LaneSet;

struct Lane : Element {
    std::vector<const FlowNode*> flow_nodes;
    std::vector<LaneSet> child_lane_sets;  ///< none or one
};

struct LaneSet : Element {
    std::vector<Lane> lanes;
};

/// Everything in document order. What lies in an inner sub-process is listed there, not here.
struct Scope {
    const Process* process = nullptr;
    const FlowNode* owner = nullptr;  ///< the sub-process; null: the process itself
    const Scope* parent = nullptr;    ///< null: the process itself
    std::vector<const FlowNode*> nodes;
    std::vector<const SequenceFlow*> flows;
    std::vector<const FlowNode*> start_events;
    std::vector<const FlowNode*> event_sub_processes;
    std::deque<DataObject> data;
    std::deque<LaneSet> lane_sets;
    std::deque<Artifact> artifacts;
};

}  // namespace dandori::bpmn
