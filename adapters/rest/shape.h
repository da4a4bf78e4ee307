#pragma once
// What the API shows of a kind of rows, made from the rows' own field descriptions: members of answers, filters, sorts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/rest/json_text.h"
#include "engine/state/rows.h"

namespace dandori::rest {

struct ShownField {
    std::string_view name;
    engine::FieldType type = engine::FieldType::Text;
    bool is_shown = true;  ///< false: only searched by, under another name (an alias in SearchRules)
    bool may_be_null = false;
    /// Of an enumeration: its names, and the one that is meant by a text in any case.
    std::vector<std::string_view> values;
    void (*write)(JsonText&, const void* row) = nullptr;  ///< `row` must point at a row of this kind
};

struct Shape {
    std::string_view table;
    std::size_t kind = 0;  ///< place in engine::AnyRow
    std::vector<ShownField> fields;

    /// Null where there is none, or none that may be seen.
    const ShownField* find_shown(std::string_view name) const;
    const ShownField* find_any(std::string_view name) const;
};

void write_list(JsonText&, const std::vector<std::string>&);

template <class T>
void write_value(JsonText& json, const T& value) {
    using engine::FieldType;
    if constexpr (engine::is_nullable<T>) {
        if (value)
            write_value(json, *value);
        else
            json.null();
    } else {
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Key)
            json.key(value.value);
        else if constexpr (type == FieldType::Boolean)
            json.truth(value);
        else if constexpr (type == FieldType::Integer)
            json.number(value);
        else if constexpr (type == FieldType::Time)
            json.text(to_iso8601(value));
        else if constexpr (type == FieldType::Text)
            json.text(value);
        else if constexpr (type == FieldType::Enumeration)
            json.text(engine::name_of(value));
        else if constexpr (type == FieldType::TextList)
            write_list(json, value);
        else if constexpr (type == FieldType::Json)
            json.raw(value.text.empty() ? "{}" : value.text);
        else
            static_assert(!sizeof(T), "bytes are never part of an answer");
    }
}

namespace detail {

template <class Row, std::size_t index>
void write_field(JsonText& json, const void* row) {
    constexpr auto member = engine::field_at<Row, index>().member;
    write_value(json, static_cast<const Row*>(row)->*member);
}

template <class Row, std::size_t index>
ShownField shown_field() {
    constexpr auto field = engine::field_at<Row, index>();
    using Value = typename decltype(field)::Value;
    using Inner = typename engine::detail::Inner<Value>::Type;
    ShownField shown;
    shown.name = field.name;
    shown.type = engine::field_type<Value>();
    shown.is_shown = field.use == engine::FieldUse::Plain || field.use == engine::FieldUse::Indexed;
    shown.may_be_null = engine::is_nullable<Value>;
    if constexpr (std::is_enum_v<Inner>)
        shown.values.assign(std::begin(engine::names_of<Inner>), std::end(engine::names_of<Inner>));
    if constexpr (!std::is_same_v<Inner, engine::Bytes>) shown.write = write_field<Row, index>;
    return shown;
}

template <class Row, std::size_t... index>
Shape make_shape(std::index_sequence<index...>) {
    return {Row::table, engine::AnyRow{Row{}}.index(), {shown_field<Row, index>()...}};
}

}  // namespace detail

/// Made once; may be read by any thread.
template <class Row>
const Shape& shape_of() {
    static const Shape shape =
        detail::make_shape<Row>(std::make_index_sequence<engine::field_count<Row>>{});
    return shape;
}

/// All shown fields of a row as members of the object that is being written.
void write_members(JsonText&, const Shape&, const void* row);

/// The row as an object.
template <class Row>
void write_row(JsonText& json, const Row& row) {
    json.begin_object();
    write_members(json, shape_of<Row>(), &row);
    json.end_object();
}

}  // namespace dandori::rest
