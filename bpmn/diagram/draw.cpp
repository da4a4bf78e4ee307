// The picture in layers: pools, lanes, what contains others, groups, lines, the rest, boundary events, names of lines.
#include <algorithm>

#include "bpmn/diagram/layout/layout.h"
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn {
namespace diagram_detail {
namespace {

enum class Layer { Pool, Lane, Container, Group, Other, OnTop };

Layer layer_of(const Sheet& sheet, const DiagramShape& shape, const ElementReference& element) {
    if (std::holds_alternative<const Participant*>(element)) {
        return shape.participant_band_kind.empty() ? Layer::Pool : Layer::OnTop;
    }
    if (std::holds_alternative<const Lane*>(element)) return Layer::Lane;
    if (const auto* artifact = std::get_if<const Artifact*>(&element)) {
        return (*artifact)->kind == Artifact::Kind::Group ? Layer::Group : Layer::Other;
    }
    if (const auto* found = std::get_if<const FlowNode*>(&element)) {
        const FlowNode& node = **found;
        if (node.kind == FlowNodeKind::BoundaryEvent) return Layer::OnTop;
        if (node.kind == FlowNodeKind::ChoreographyActivity)
            return shape.is_expanded.value_or(false) ? Layer::Container : Layer::Other;
        if (node.activity() && is_open(sheet, shape, node)) return Layer::Container;
    }
    return Layer::Other;
}

void draw_node(Sheet& sheet, const DiagramShape& shape, const FlowNode& node) {
    if (is_hidden(sheet, node)) return;
    if (node.event())
        draw_event(sheet, shape, node);
    else if (node.gateway())
        draw_gateway(sheet, shape, node);
    else if (node.kind == FlowNodeKind::ChoreographyActivity)
        draw_choreography(sheet, shape, node);
    else
        draw_activity(sheet, shape, node);
}

void draw_shape(Sheet& sheet, const DiagramShape& shape, const ElementReference& element) {
    if (const auto* node = std::get_if<const FlowNode*>(&element)) return draw_node(sheet, shape, **node);
    if (const auto* lane = std::get_if<const Lane*>(&element)) return draw_lane(sheet, shape, **lane);
    if (const auto* participant = std::get_if<const Participant*>(&element)) {
        if (shape.participant_band_kind.empty())
            draw_pool(sheet, shape, **participant);
        else
            draw_choreography_band(sheet, shape, **participant);
        return;
    }
    if (const auto* artifact = std::get_if<const Artifact*>(&element)) {
        if ((*artifact)->kind == Artifact::Kind::Group)
            draw_group(sheet, shape, **artifact);
        else
            draw_text_annotation(sheet, shape, **artifact);
        return;
    }
    if (const auto* object = std::get_if<const DataObject*>(&element)) {
        const DataObject& data = **object;
        if (data.kind == DataObject::Kind::StoreReference) {
            draw_data_store(sheet, shape,
                            data.name.empty() && data.store ? static_cast<const Element&>(*data.store) : data);
        } else {
            draw_data(sheet, shape, data);
        }
        return;
    }
    if (const auto* store = std::get_if<const DataStore*>(&element)) return draw_data_store(sheet, shape, **store);
    if (const auto* conversation = std::get_if<const ConversationNode*>(&element))
        return draw_conversation(sheet, shape, **conversation);
    if (const auto* message = std::get_if<const Message*>(&element)) return draw_message(sheet, shape, **message);
    const auto data = sheet.data.find(shape.element);
    if (data != sheet.data.end()) draw_data(sheet, shape, *data->second);
}

void draw_edge(Sheet& sheet, const DiagramEdge& edge) {
    const ElementReference element = sheet.model.find(edge.element);
    if (const auto* flow = std::get_if<const SequenceFlow*>(&element)) return draw_sequence_flow(sheet, edge, **flow);
    if (const auto* message_flow = std::get_if<const MessageFlow*>(&element))
        return draw_message_flow(sheet, edge, **message_flow);
    if (const auto* association = std::get_if<const Artifact*>(&element))
        return draw_association(sheet, edge, **association);
    const auto data = sheet.data_associations.find(edge.element);
    if (data != sheet.data_associations.end()) draw_data_association(sheet, edge, *data->second);
}

// A line within a closed sub-process is no more to be seen than what it joins.
bool is_visible(const Sheet& sheet, const DiagramEdge& edge) {
    if (edge.waypoints.size() < 2) return false;
    const auto* flow = sheet.model.find_as<SequenceFlow>(edge.element);
    return !flow || !flow->source_node || !is_hidden(sheet, *flow->source_node);
}

std::string title_of(const Definitions& model, const Diagram& diagram) {
    if (!diagram.name.empty()) return diagram.name;
    const ElementReference plane = model.find(diagram.plane_element);
    if (const auto* process = std::get_if<const Process*>(&plane); process && !(*process)->name.empty())
        return (*process)->name;
    if (const auto* node = std::get_if<const FlowNode*>(&plane); node && !(*node)->name.empty()) return (*node)->name;
    if (const auto* collaboration = std::get_if<const Collaboration*>(&plane)) {
        if (!(*collaboration)->name.empty()) return (*collaboration)->name;
        for (const Participant& each : (*collaboration)->participants) {
            if (!each.name.empty()) return each.name;
        }
    }
    return model.name.empty() ? model.file_name : model.name;
}

std::string drawn(const Definitions& model, const DrawOptions& options, const Diagram& diagram) {
    Sheet sheet(model, options, diagram);
    struct Placed {
        Layer layer;
        double area;
        const DiagramShape* shape;
        ElementReference element;
    };
    std::vector<Placed> placed;
    for (const DiagramShape& shape : diagram.shapes) {
        const ElementReference element = model.find(shape.element);
        placed.push_back({layer_of(sheet, shape, element), shape.bounds.width * shape.bounds.height, &shape, element});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed& left, const Placed& right) {
        if (left.layer != right.layer) return left.layer < right.layer;
        // The larger ones contain the smaller ones.
        return left.layer <= Layer::Container && left.area > right.area;
    });
    std::size_t at = 0;
    for (; at < placed.size() && placed[at].layer <= Layer::Group; ++at)
        draw_shape(sheet, *placed[at].shape, placed[at].element);
    // A message flow begins with a circle on the border of what sends: that would be hidden below it.
    const auto is_message_flow = [&](const DiagramEdge& edge) {
        return model.find_as<MessageFlow>(edge.element) != nullptr;
    };
    for (const DiagramEdge& edge : diagram.edges) {
        if (is_visible(sheet, edge) && !is_message_flow(edge)) draw_edge(sheet, edge);
    }
    for (; at < placed.size(); ++at) draw_shape(sheet, *placed[at].shape, placed[at].element);
    for (const DiagramEdge& edge : diagram.edges) {
        if (is_visible(sheet, edge) && is_message_flow(edge)) draw_edge(sheet, edge);
    }
    for (const DiagramEdge& edge : diagram.edges) {
        if (is_visible(sheet, edge)) draw_edge_name(sheet, edge);
    }
    return sheet.svg.document(title_of(model, diagram), 12);
}

}  // namespace
}  // namespace diagram_detail

std::string draw_svg(const Definitions& model, const DrawOptions& options) {
    const bool drawn = options.diagram < model.diagrams.size() && !model.diagrams[options.diagram].shapes.empty();
    if (drawn) return diagram_detail::drawn(model, options, model.diagrams[options.diagram]);
    return diagram_detail::drawn(model, options, diagram_detail::laid_out(model));
}

}  // namespace dandori::bpmn
