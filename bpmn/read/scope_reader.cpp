#include <algorithm>
#include <map>

#include "bpmn/read/reader.h"

namespace dandori::bpmn::read_detail {
namespace {

std::optional<FlowNodeKind> node_kind(std::string_view name) {
    static const std::map<std::string_view, FlowNodeKind> kinds = [] {
        std::map<std::string_view, FlowNodeKind> all;
        for (int each = 0; each <= static_cast<int>(FlowNodeKind::ChoreographyActivity); ++each) {
            const auto kind = static_cast<FlowNodeKind>(each);
            all[element_name(kind)] = kind;
        }
        all["subChoreography"] = all["callChoreography"] = FlowNodeKind::ChoreographyActivity;
        return all;
    }();
    const auto found = kinds.find(name);
    if (found == kinds.end()) return std::nullopt;
    return found->second;
}

std::optional<DataObject::Kind> data_kind(std::string_view name) {
    if (name == "dataObject") return DataObject::Kind::Object;
    if (name == "dataObjectReference") return DataObject::Kind::ObjectReference;
    if (name == "dataStoreReference") return DataObject::Kind::StoreReference;
    return std::nullopt;
}

std::optional<Artifact::Kind> artifact_kind(std::string_view name) {
    if (name == "association") return Artifact::Kind::Association;
    if (name == "textAnnotation") return Artifact::Kind::TextAnnotation;
    if (name == "group") return Artifact::Kind::Group;
    return std::nullopt;
}

}  // namespace

void Reader::read_scope(const XmlNode& node, Scope& scope, Process& process) {
    for (const XmlNode& child : node.children) {
        if (is_bpmn(child)) read_into_scope(child, scope, process);
    }
}

bool Reader::read_into_scope(const XmlNode& node, Scope& scope, Process& process) {
    const std::string_view name = node.local_name();
    if (const auto kind = node_kind(name)) {
        read_node(node, *kind, scope, process);
    } else if (name == "sequenceFlow") {
        read_flow(node, scope, process);
    } else if (const auto data = data_kind(name)) {
        DataObject& object = scope.data.emplace_back(data_object(node, *data));
        enter(object);
        later_.push_back([this, &object, &node] {
            object.object = refer_attribute<DataObject>(node, "dataObjectRef", "data object");
            object.store = refer_attribute<DataStore>(node, "dataStoreRef", "data store");
        });
    } else if (const auto drawn = artifact_kind(name)) {
        Artifact& found = scope.artifacts.emplace_back(artifact(node, *drawn));
        enter(found);
        if (*drawn == Artifact::Kind::Association) associations_[&scope].push_back(&found);
    } else if (name == "laneSet") {
        LaneSet& lanes = scope.lane_sets.emplace_back(lane_set(node));
        enter_lanes(lanes);
        later_.push_back([this, &lanes] { fill_lanes(lanes, {}); });
    } else {
        return false;
    }
    return true;
}

void Reader::read_node(const XmlNode& xml, FlowNodeKind kind, Scope& scope, Process& process) {
    FlowNode& node = process.nodes.emplace_back();
    start(node, xml);
    node.kind = kind;
    node.index = process.nodes.size() - 1;
    node.parent = &scope;
    if (node.id.empty()) error(xml, "<" + xml.name + "> has no id.", "Give it one.");
    enter(node);
    scope.nodes.push_back(&node);
    switch (kind) {
        case FlowNodeKind::StartEvent: scope.start_events.push_back(&node); [[fallthrough]];
        case FlowNodeKind::IntermediateCatchEvent:
        case FlowNodeKind::IntermediateThrowEvent:
        case FlowNodeKind::BoundaryEvent:
        case FlowNodeKind::EndEvent:
            node.detail = Event{};
            later_.push_back([this, &node, &xml] { fill_event(node, xml); });
            break;
        case FlowNodeKind::ExclusiveGateway:
        case FlowNodeKind::InclusiveGateway:
        case FlowNodeKind::ParallelGateway:
        case FlowNodeKind::ComplexGateway:
        case FlowNodeKind::EventBasedGateway:
            node.detail = Gateway{};
            later_.push_back([this, &node, &xml] { fill_gateway(node, xml); });
            break;
        case FlowNodeKind::SubProcess:
        case FlowNodeKind::Transaction:
        case FlowNodeKind::AdHocSubProcess: {
            auto& inner = node.detail.emplace<Activity>().detail.emplace<SubProcess>();
            inner.triggered_by_event = flag_or(xml, "triggeredByEvent", false);
            inner.scope.process = &process;
            inner.scope.owner = &node;
            inner.scope.parent = &scope;
            if (inner.triggered_by_event) scope.event_sub_processes.push_back(&node);
            read_scope(xml, inner.scope, process);
            later_.push_back([this, &node, &xml] { fill_activity(node, xml); });
            break;
        }
        case FlowNodeKind::CallActivity:
            node.detail.emplace<Activity>().detail = CallActivity{attribute_or(xml, "calledElement")};
            later_.push_back([this, &node, &xml] { fill_activity(node, xml); });
            break;
        case FlowNodeKind::Task:
        case FlowNodeKind::UserTask:
        case FlowNodeKind::ServiceTask:
        case FlowNodeKind::SendTask:
        case FlowNodeKind::ReceiveTask:
        case FlowNodeKind::BusinessRuleTask:
        case FlowNodeKind::ScriptTask:
        case FlowNodeKind::ManualTask:
            node.detail = Activity{};
            later_.push_back([this, &node, &xml] { fill_activity(node, xml); });
            break;
        case FlowNodeKind::ChoreographyActivity: node.detail = Activity{}; break;
    }
}

void Reader::read_flow(const XmlNode& xml, Scope& scope, Process& process) {
    SequenceFlow& flow = process.flows.emplace_back();
    start(flow, xml);
    flow.index = process.flows.size() - 1;
    flow.parent = &scope;
    if (flow.id.empty()) error(xml, "A sequence flow has no id.", "Give it one.");
    enter(flow);
    scope.flows.push_back(&flow);
    flow.condition = child_expression(xml, "conditionExpression");
    if (xml.attribute("isImmediate")) flow.is_immediate = flag_or(xml, "isImmediate", true);
    later_.push_back([this, &flow, &xml] {
        const auto end = [&](const char* name) -> FlowNode* {
            if (!xml.attribute(name)) {
                error(xml, std::string("A sequence flow has no ") + name + ".", "Connect it on both ends.");
                return nullptr;
            }
            // Ours to change until reading is over: every node was made in this reader's deque.
            return const_cast<FlowNode*>(refer_attribute<FlowNode>(xml, name, "flow node"));
        };
        FlowNode* const source = end("sourceRef");
        FlowNode* const target = end("targetRef");
        flow.source_node = source;
        flow.target = target;
        if (source) source->outgoing.push_back(&flow);
        if (target) target->incoming.push_back(&flow);
    });
}

LaneSet Reader::lane_set(const XmlNode& xml) {
    LaneSet lanes;
    start(lanes, xml);
    for (const XmlNode& child : xml.children) {
        if (!is_bpmn(child, "lane")) continue;
        Lane lane;
        start(lane, child);
        for (const XmlNode& inner : child.children) {
            if (is_bpmn(inner, "childLaneSet")) lane.child_lane_sets.push_back(lane_set(inner));
        }
        lanes.lanes.push_back(std::move(lane));
    }
    return lanes;
}

void Reader::enter_lanes(const LaneSet& lanes) {
    for (const Lane& lane : lanes.lanes) {
        enter(lane);
        for (const LaneSet& inner : lane.child_lane_sets) enter_lanes(inner);
    }
}

void Reader::fill_lanes(LaneSet& lanes, std::vector<const Lane*> above) {
    for (Lane& lane : lanes.lanes) {
        above.push_back(&lane);
        for (const XmlNode& child : lane.source->children) {
            if (!is_bpmn(child, "flowNodeRef")) continue;
            const std::string id = trimmed(child.inner_text());
            const auto* node = model_->find_as<FlowNode>(id);
            if (!node) node = model_->find_as<FlowNode>(without_prefix(id));
            if (!node) {
                // Lanes don't steer the flow, and drawing tools list data in them too.
                if (!model_->elements.contains(id)) {
                    warn(child, "Lane '" + lane.id + "' lists '" + id + "', which is not in the file.", "Remove the entry.");
                }
                continue;
            }
            lane.flow_nodes.push_back(node);
            auto& known = const_cast<FlowNode*>(node)->lanes;
            for (const Lane* each : above) {
                if (std::find(known.begin(), known.end(), each) == known.end()) known.push_back(each);
            }
        }
        for (LaneSet& inner : lane.child_lane_sets) fill_lanes(inner, above);
        above.pop_back();
    }
}

Artifact Reader::artifact(const XmlNode& xml, Artifact::Kind kind) {
    Artifact found;
    start(found, xml);
    found.kind = kind;
    found.source_ref = without_prefix(attribute_or(xml, "sourceRef"));
    found.target_ref = without_prefix(attribute_or(xml, "targetRef"));
    const std::string direction = attribute_or(xml, "associationDirection", "None");
    if (direction == "One") found.direction = Artifact::AssociationDirection::One;
    if (direction == "Both") found.direction = Artifact::AssociationDirection::Both;
    for (const XmlNode& child : xml.children) {
        if (is_bpmn(child, "text")) found.text = child.inner_text();
    }
    if (kind == Artifact::Kind::Group) {
        const auto wanted = ids_.find(without_prefix(attribute_or(xml, "categoryValueRef")));
        if (wanted != ids_.end()) found.text = attribute_or(*wanted->second, "value");
    }
    return found;
}

// A throwing link goes on at the catching link of the same name, a compensation boundary event at its association's end.
void Reader::resolve_links(Process& process) {
    for (FlowNode& node : process.nodes) {
        Event* event = std::get_if<Event>(&node.detail);
        if (!event) continue;
        for (EventDefinition& each : event->definitions) {
            auto* link = std::get_if<LinkEventDefinition>(&each);
            if (!link || event->catches() || !link->targets.empty()) continue;
            for (const FlowNode* other : node.parent->nodes) {
                Event* caught = std::get_if<Event>(&process.nodes[other->index].detail);
                if (!caught || !caught->catches()) continue;
                for (EventDefinition& definition : caught->definitions) {
                    auto* its_link = std::get_if<LinkEventDefinition>(&definition);
                    if (!its_link || its_link->name != link->name) continue;
                    link->targets.push_back(other);
                    its_link->sources.push_back(&node);
                }
            }
        }
        if (!event->definition<CompensateEventDefinition>() || event->position != EventPosition::Boundary) continue;
        for (const Artifact* association : associations_[node.parent]) {
            const bool forwards = association->source_ref == node.id;
            if (!forwards && association->target_ref != node.id) continue;
            const auto* handler = model_->find_as<FlowNode>(forwards ? association->target_ref : association->source_ref);
            if (handler && handler->activity()) event->compensation_handler = handler;
        }
    }
}

}  // namespace dandori::bpmn::read_detail
