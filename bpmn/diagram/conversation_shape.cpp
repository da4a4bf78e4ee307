// BPMN 2.0.2, 9.5 Conversations are hexagons; a message on its own is an envelope.
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {

void draw_conversation(Sheet& sheet, const DiagramShape& shape, const ConversationNode& node) {
    const Bounds& at = shape.bounds;
    const Point centre = centre_of(at);
    sheet.begin(node.id, node.element, node.name, node.element == "subConversation" ? "サブ会話" : "会話");
    const Pen pen = outline(sheet, shape, node.element == "callConversation" ? 4 : 1.5);
    const double quarter = at.width / 4;
    sheet.svg.polyline({{at.x, centre.y},
                        {at.x + quarter, at.y},
                        {at.x + at.width - quarter, at.y},
                        {at.x + at.width, centre.y},
                        {at.x + at.width - quarter, at.y + at.height},
                        {at.x + quarter, at.y + at.height}},
                       pen, true);
    if (node.element == "subConversation") draw_markers(sheet.svg, {Marker::Closed}, at, pen.stroke);
    sheet.svg.extend(at);
    draw_label(sheet, shape, node.name, LabelSide::Below);
    sheet.svg.close();
}

void draw_message(Sheet& sheet, const DiagramShape& shape, const Message& message) {
    sheet.begin(message.id, "message", message.name, "メッセージ");
    const Pen pen = outline(sheet, shape);
    draw_envelope(sheet.svg, shape.bounds, pen.stroke, pen.fill, pen.stroke);
    sheet.svg.extend(shape.bounds);
    draw_label(sheet, shape, message.name, LabelSide::Below);
    sheet.svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
