#include "adapters/rest/effects.h"

#include "adapters/rest/shape.h"

namespace dandori::rest {
namespace {

/// `user_task` as the API writes names: `userTask`.
std::string wire_name(std::string_view table) {
    std::string name;
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i] == '_' && i + 1 < table.size()) name += static_cast<char>(table[++i] - 'a' + 'A');
        else name += table[i];
    }
    return name;
}

bool is_for_everybody(std::string_view table) {
    return table == "user_task" || table == "element_instance" || table == "process_instance" || table == "timer";
}

/// Fields that are held in one row only, or differ between the two.
template <class Row>
void write_members_of(JsonText& json, const Row& row, const Row* other) {
    json.begin_object();
    const Shape& shape = shape_of<Row>();
    for (const ShownField& field : shape.fields) {
        if (!field.is_shown || !field.write) continue;
        JsonText value;
        field.write(value, &row);
        const std::string text = value.take();
        if (other) {
            JsonText other_value;
            field.write(other_value, other);
            if (other_value.take() == text) continue;
        }
        json.name(field.name).raw(text);
    }
    json.end_object();
}

template <class Row>
void write_effect(JsonText& json, const Row* before, const Row* after) {
    const Row& row = after ? *after : *before;
    json.begin_object().name("kind").text(wire_name(Row::table));
    json.name("change").text(!before ? "CREATED" : !after ? "DELETED" : "CHANGED");
    json.name("key");
    write_value(json, engine::primary_key(row));
    json.name("elementId");
    if constexpr (requires { row.element_id; }) write_value(json, row.element_id);
    else json.null();
    json.name("processInstanceKey");
    if constexpr (requires { row.process_instance_key; }) write_value(json, row.process_instance_key);
    else if constexpr (std::is_same_v<Row, engine::ProcessInstance>) write_value(json, row.key);
    else json.null();
    json.name("before");
    if (before) write_members_of(json, *before, after);
    else json.null();
    json.name("after");
    if (after) write_members_of(json, *after, before);
    else json.null();
    json.end_object();
}

}  // namespace

std::string effects_text(const engine::Effects& effects, bool may_see_all) {
    JsonText json;
    json.begin_object().name("effects").begin_array();
    for (const engine::Effect& effect : effects) {
        std::visit(
            [&]<class Row>(const Row&) {
                if (!may_see_all && !is_for_everybody(Row::table)) return;
                write_effect(json, effect.before ? &std::get<Row>(*effect.before) : nullptr,
                             effect.after ? &std::get<Row>(*effect.after) : nullptr);
            },
            effect.after ? *effect.after : *effect.before);
    }
    return json.end_array().end_object().take();
}

}  // namespace dandori::rest
