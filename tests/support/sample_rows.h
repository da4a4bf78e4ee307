#pragma once
// Rows with something different in every field, made from a number: what was put in must come out.

#include "engine/state/rows.h"

namespace dandori::test {

namespace detail {

inline std::string sample_text(std::string_view name, std::int64_t number) {
    return std::string(name) + " " + std::to_string(number) + " '\"%_ 段取り\n";
}

template <class T>
void fill(T& value, std::string_view name, std::int64_t number) {
    using engine::FieldType;
    if constexpr (engine::is_nullable<T>) {
        if (number % 3 == 0) {
            value.reset();
        } else {
            value.emplace();
            fill(*value, name, number);
        }
    } else {
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Key || type == FieldType::Time)
            value = T{engine::first_key + number};
        else if constexpr (type == FieldType::Integer)
            value = static_cast<T>(-number);
        else if constexpr (type == FieldType::Boolean)
            value = number % 2 == 0;
        else if constexpr (type == FieldType::Text)
            value = sample_text(name, number);
        else if constexpr (type == FieldType::Enumeration)
            value = static_cast<T>(static_cast<std::size_t>(number) % std::size(engine::names_of<T>));
        else if constexpr (type == FieldType::TextList)
            value = {"first \"quoted\"", sample_text(name, number), ""};
        else if constexpr (type == FieldType::Json)
            value.text = R"({"名前": ")" + std::to_string(number) + "\"}";
        else
            value.value = std::string("\0\xff\xfe", 3) + sample_text(name, number);
    }
}

}  // namespace detail

/// The row of kind `Row` with this number: the same number gives the same row, another number another primary key.
template <class Row>
Row sample(std::int64_t number) {
    Row row;
    std::int64_t place = 0;
    engine::for_each_field<Row>([&](const auto& field) {
        detail::fill(row.*(field.member), field.name, place == 0 ? number : number + place);
        ++place;
    });
    return row;
}

}  // namespace dandori::test
