#pragma once
// One function for each kind of shape, each in a file of that name.

#include "bpmn/diagram/sheet.h"

namespace dandori::bpmn::diagram_detail {

void draw_event(Sheet&, const DiagramShape&, const FlowNode&);
void draw_gateway(Sheet&, const DiagramShape&, const FlowNode&);
/// A task, a call activity, a sub-process of any kind, open or closed.
void draw_activity(Sheet&, const DiagramShape&, const FlowNode&);
void draw_choreography(Sheet&, const DiagramShape&, const FlowNode&);
/// The band of a participant in a choreography activity.
void draw_choreography_band(Sheet&, const DiagramShape&, const Participant&);
void draw_pool(Sheet&, const DiagramShape&, const Participant&);
void draw_lane(Sheet&, const DiagramShape&, const Lane&);
void draw_data(Sheet&, const DiagramShape&, const DataObject&);
void draw_data_store(Sheet&, const DiagramShape&, const Element& named);
void draw_text_annotation(Sheet&, const DiagramShape&, const Artifact&);
void draw_group(Sheet&, const DiagramShape&, const Artifact&);
void draw_conversation(Sheet&, const DiagramShape&, const ConversationNode&);
void draw_message(Sheet&, const DiagramShape&, const Message&);

void draw_sequence_flow(Sheet&, const DiagramEdge&, const SequenceFlow&);
void draw_message_flow(Sheet&, const DiagramEdge&, const MessageFlow&);
void draw_association(Sheet&, const DiagramEdge&, const Artifact&);
void draw_data_association(Sheet&, const DiagramEdge&, const DataAssociation&);
/// Of a flow, an association or a message flow: its name, on top of everything else.
void draw_edge_name(Sheet&, const DiagramEdge&);

/// Whether a sub-process or call activity shows what is in it: as the file says, else by what the diagram draws.
bool is_open(const Sheet&, const DiagramShape&, const FlowNode&);
/// Lies in a sub-process that this diagram draws closed.
bool is_hidden(const Sheet&, const FlowNode&);
bool is_flat(const Sheet&, const DiagramShape&);  ///< of a pool or lane: its name stands at the left

/// What an event is about, for a ring of that radius.
void draw_event_mark(Svg&, const Event&, Point centre, double radius, const std::string& colour);
/// An envelope in that box.
void draw_envelope(Svg&, const Bounds&, const std::string& stroke, const std::string& fill, const std::string& flap);
/// The sign in the upper left corner of a task, 16 pixels wide and high, from there on.
void draw_task_icon(Svg&, FlowNodeKind, bool instantiates, Point corner, const std::string& colour);

enum class Marker { Loop, ParallelInstances, SequentialInstances, Compensation, Closed, AdHoc };
/// A row of marks in the middle of the lower border.
void draw_markers(Svg&, const std::vector<Marker>&, const Bounds&, const std::string& colour);

/// Where flows meet a small shape, so that its label keeps out of their way.
struct FlowsAt {
    bool above = false, below = false;
};
FlowsAt flows_at(const Sheet&, const DiagramShape&, const FlowNode&);

}  // namespace dandori::bpmn::diagram_detail
