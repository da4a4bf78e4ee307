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

/// The nodes where a token could begin though no sequence flow leads there: all without one but boundary events, catching links, event
/// sub-processes and compensation handlers, which something else reaches.
std::vector<const FlowNode*> nodes_without_incoming(const Scope& scope);

/// What begins at once where nothing else starts the scope (BPMN 2.0.2, 10.5.2 and 13.3.4): the nodes without incoming flow of one that has
/// no start event, and no gateway or task with `instantiate`. None of an ad-hoc sub-process, whose content is chosen.
std::vector<const FlowNode*> implicit_starts(const Scope& scope);

}  // namespace dandori::bpmn
