#include "adapters/rest/shape.h"

namespace dandori::rest {

const ShownField* Shape::find_any(std::string_view name) const {
    for (const ShownField& field : fields)
        if (field.name == name) return &field;
    return nullptr;
}

const ShownField* Shape::find_shown(std::string_view name) const {
    const ShownField* field = find_any(name);
    return field && field->is_shown ? field : nullptr;
}

void write_list(JsonText& json, const std::vector<std::string>& list) {
    json.begin_array();
    for (const auto& text : list) json.text(text);
    json.end_array();
}

void write_members(JsonText& json, const Shape& shape, const void* row) {
    for (const ShownField& field : shape.fields) {
        if (!field.is_shown) continue;
        json.name(field.name);
        field.write(json, row);
    }
}

}  // namespace dandori::rest
