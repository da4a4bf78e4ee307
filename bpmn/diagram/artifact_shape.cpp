// BPMN 2.0.2, 8.4.1: groups and text annotations.
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {

void draw_text_annotation(Sheet& sheet, const DiagramShape& shape, const Artifact& annotation) {
    const Bounds& at = shape.bounds;
    sheet.begin(annotation.id, "textAnnotation", annotation.text, "注釈");
    const Pen pen = outline(sheet, shape);
    if (!shape.colours.fill.empty()) sheet.svg.rectangle(at, 0, {"none", pen.fill, 0, ""});
    const double arm = std::min(10.0, at.width / 2);
    sheet.svg.polyline({{at.x + arm, at.y}, {at.x, at.y}, {at.x, at.y + at.height}, {at.x + arm, at.y + at.height}},
                       {pen.stroke, "none", 1.5, ""});
    sheet.svg.extend(at);
    TextStyle style;
    style.size = font_size;
    style.anchor = "start";
    style.colour = pen.stroke;
    draw_text_within(sheet.svg, annotation.text, {at.x + 5, at.y + 1, at.width - 7, at.height - 2}, style);
    sheet.svg.close();
}

void draw_group(Sheet& sheet, const DiagramShape& shape, const Artifact& group) {
    const std::string& name = group.text.empty() ? group.name : group.text;
    sheet.begin(group.id, "group", name, "グループ");
    sheet.svg.rectangle(shape.bounds, 10, {line_colour(shape), "none", 1.5, "10 5 1.5 5"});
    sheet.svg.extend(shape.bounds);
    const Bounds& at = shape.bounds;
    if (shape.label && shape.label->width > 0) {
        draw_label(sheet, shape, name, LabelSide::Above);
    } else {
        TextStyle style;
        style.size = font_size;
        style.colour = line_colour(shape);
        style.halo = true;
        draw_text_within(sheet.svg, name, {at.x + 8, at.y + 3, at.width - 16, 18}, style);
    }
    sheet.svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
