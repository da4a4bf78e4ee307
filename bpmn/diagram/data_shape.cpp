// BPMN 2.0.2, 10.4.1: data objects, collections, inputs and outputs are sheets of paper, a store is a drum.
#include "bpmn/diagram/shapes.h"

namespace dandori::bpmn::diagram_detail {
namespace {

std::string_view data_words(const DataObject& object) {
    switch (object.kind) {
        case DataObject::Kind::Input: return "データ入力";
        case DataObject::Kind::Output: return "データ出力";
        default:
            return object.is_collection || (object.object && object.object->is_collection) ? "データコレクション"
                                                                                           : "データオブジェクト";
    }
}

const std::string& name_of(const DataObject& object) {
    if (object.name.empty() && object.object) return object.object->name;
    return object.name;
}

bool is_collection(const DataObject& object) {
    const auto says_so = [](const DataObject& each) { return each.is_collection || (each.item && each.item->is_collection); };
    // One step only: a file may let references go round in a circle.
    return says_so(object) || (object.object && says_so(*object.object));
}

}  // namespace

void draw_data(Sheet& sheet, const DiagramShape& shape, const DataObject& object) {
    const Bounds& at = shape.bounds;
    Svg& svg = sheet.svg;
    sheet.begin(object.id, "data", name_of(object), data_words(object));
    const Pen pen = outline(sheet, shape);
    const double fold = std::min(at.width, at.height) * 0.28, right = at.x + at.width, bottom = at.y + at.height;
    svg.polyline({{at.x, at.y}, {right - fold, at.y}, {right, at.y + fold}, {right, bottom}, {at.x, bottom}}, pen,
                 true);
    svg.polyline({{right - fold, at.y}, {right - fold, at.y + fold}, {right, at.y + fold}},
                 {pen.stroke, "none", pen.width, ""});
    const bool output = object.kind == DataObject::Kind::Output;
    if (output || object.kind == DataObject::Kind::Input) {
        svg.open_at({at.x + 4, at.y + 4}, std::min(at.width, at.height) / 36);
        svg.path("M0 4 H8 V0 L15 7 L8 14 V10 H0 Z", {pen.stroke, output ? pen.stroke : "#ffffff", 1.2, ""});
        svg.close();
    }
    if (is_collection(object)) {
        const double middle = at.x + at.width / 2;
        for (const double x : {middle - 4.5, middle, middle + 4.5}) {
            svg.polyline({{x, bottom - 12}, {x, bottom - 2}}, {pen.stroke, "none", 2.2, ""});
        }
    }
    svg.extend(at);
    const std::string& state = object.state.empty() && object.object ? object.object->state : object.state;
    const bool told = state.empty() || name_of(object).find("[" + state + "]") != std::string::npos;
    draw_label(sheet, shape, name_of(object) + (told ? "" : "\n[" + state + "]"), LabelSide::Below);
    svg.close();
}

void draw_data_store(Sheet& sheet, const DiagramShape& shape, const Element& named) {
    const Bounds& at = shape.bounds;
    Svg& svg = sheet.svg;
    sheet.begin(named.id, "dataStore", named.name, "データストア");
    const Pen pen = outline(sheet, shape);
    const double lid = at.height * 0.14, right = at.x + at.width, bottom = at.y + at.height;
    const auto curve = [&](double y) {
        return " M" + number(at.x) + ' ' + number(y) + " C" + number(at.x) + ' ' + number(y + lid * 1.35) + ' ' +
               number(right) + ' ' + number(y + lid * 1.35) + ' ' + number(right) + ' ' + number(y);
    };
    svg.path("M" + number(at.x) + ' ' + number(at.y + lid) + " C" + number(at.x) + ' ' + number(at.y - lid * 0.35) +
                 ' ' + number(right) + ' ' + number(at.y - lid * 0.35) + ' ' + number(right) + ' ' +
                 number(at.y + lid) + " V" + number(bottom - lid) + " C" + number(right) + ' ' +
                 number(bottom + lid * 0.35) + ' ' + number(at.x) + ' ' + number(bottom + lid * 0.35) + ' ' +
                 number(at.x) + ' ' + number(bottom - lid) + " Z",
             pen);
    svg.path(curve(at.y + lid) + curve(at.y + lid * 1.7) + curve(at.y + lid * 2.4), {pen.stroke, "none", 1.3, ""});
    svg.extend(at);
    draw_label(sheet, shape, named.name, LabelSide::Below);
    svg.close();
}

}  // namespace dandori::bpmn::diagram_detail
