#pragma once
// How a row describes itself, once: the store makes its columns of it, the search its filters, the REST API its members.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "engine/instant.h"
#include "engine/state/key.h"

namespace dandori::engine {

/// JSON text, kept as it came.
struct Json {
    std::string text = "{}";
    auto operator<=>(const Json&) const = default;
};

/// Bytes that are no text to us: a deployed file, a mail as it came.
struct Bytes {
    std::string value;
    auto operator<=>(const Bytes&) const = default;
};

/// The value of one field as stores and searches handle it: absent, number (keys and times too, in ms), truth, or text
/// (enumerations by their wire name, lists as JSON text, bytes).
using Cell = std::variant<std::monostate, std::int64_t, bool, std::string>;

/// What a column must be able to hold, and how a search may compare it.
enum class FieldType { Key, Integer, Boolean, Time, Text, Enumeration, TextList, Json, Bytes };

/// What a store should be able to find quickly, and what the API must not show.
enum class FieldUse { Plain, Indexed, Internal, InternalIndexed };

/// One field of a row: its wire name (Camunda 8 REST API v2 where it has one) and the member that holds it.
template <class RowType, class T>
struct Field {
    using Row = RowType;
    using Value = T;
    std::string_view name;
    T Row::* member;
    FieldUse use = FieldUse::Plain;
};

template <class Row, class T>
constexpr Field<Row, T> field(std::string_view name, T Row::* member, FieldUse use = FieldUse::Plain) {
    return {name, member, use};
}

namespace detail {
template <std::size_t index, class F>
struct FieldLeaf {
    F field;
};
template <class Indices, class... F>
struct FieldLeaves;
template <std::size_t... index, class... F>
struct FieldLeaves<std::index_sequence<index...>, F...> : FieldLeaf<index, F>... {
    constexpr explicit FieldLeaves(F... each) : FieldLeaf<index, F>{each}... {}
};
template <std::size_t index, class F>
constexpr F leaf_at(const FieldLeaf<index, F>& leaf) {
    return leaf.field;
}
}  // namespace detail

/// The fields of a row, in order. Every file that includes a row pays for this type, and a std::tuple of twenty costs the
/// compiler some hundred times as much.
template <class... F>
struct Fields : detail::FieldLeaves<std::index_sequence_for<F...>, F...> {
    using detail::FieldLeaves<std::index_sequence_for<F...>, F...>::FieldLeaves;
    static constexpr std::size_t count = sizeof...(F);
};
template <class... F>
Fields(F...) -> Fields<F...>;

/// The field of a row type with this number; the first is its primary key.
template <class Row, std::size_t index = 0>
constexpr auto field_at() {
    return detail::leaf_at<index>(Row::fields());
}
template <class Row, std::size_t index = 0>
using FieldAt = decltype(field_at<Row, index>());

template <class Row>
inline constexpr std::size_t field_count = decltype(Row::fields())::count;

/// The wire names of an enumeration, in the order of its values. Specialised beside each enumeration.
template <class E>
inline constexpr std::string_view names_of[] = {std::string_view{}};

template <class E>
concept Enumeration = std::is_enum_v<E>;

template <Enumeration E>
constexpr std::string_view name_of(E value) {
    return names_of<E>[static_cast<std::size_t>(value)];
}

/// The value with this wire name; in requests any case is accepted.
template <Enumeration E>
std::optional<E> value_of(std::string_view name) {
    const auto same = [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 32 : a) == (b >= 'a' && b <= 'z' ? b - 32 : b); };
    std::size_t index = 0;
    for (std::string_view candidate : names_of<E>) {
        if (candidate.size() == name.size()) {
            bool equal = true;
            for (std::size_t i = 0; i < name.size() && equal; ++i) equal = same(candidate[i], name[i]);
            if (equal) return static_cast<E>(index);
        }
        ++index;
    }
    return {};
}

namespace detail {
template <class T>
struct Inner {
    using Type = T;
    static constexpr bool nullable = false;
};
template <class T>
struct Inner<std::optional<T>> {
    using Type = T;
    static constexpr bool nullable = true;
};
template <class T>
inline constexpr bool is_key = false;
template <class What>
inline constexpr bool is_key<Key<What>> = true;
}  // namespace detail

/// Whether a field of type T may be absent.
template <class T>
inline constexpr bool is_nullable = detail::Inner<T>::nullable;

template <class T>
constexpr FieldType field_type() {
    using Type = typename detail::Inner<T>::Type;
    if constexpr (detail::is_key<Type>) return FieldType::Key;
    else if constexpr (std::is_same_v<Type, bool>) return FieldType::Boolean;
    else if constexpr (std::is_integral_v<Type>) return FieldType::Integer;
    else if constexpr (std::is_same_v<Type, Instant>) return FieldType::Time;
    else if constexpr (std::is_same_v<Type, std::string>) return FieldType::Text;
    else if constexpr (std::is_enum_v<Type>) return FieldType::Enumeration;
    else if constexpr (std::is_same_v<Type, std::vector<std::string>>) return FieldType::TextList;
    else if constexpr (std::is_same_v<Type, Json>) return FieldType::Json;
    else if constexpr (std::is_same_v<Type, Bytes>) return FieldType::Bytes;
    else static_assert(!sizeof(T), "a row may hold only the types listed here");
}

/// The cell of a field's value and back. `from_cell` of a cell that doesn't fit throws std::runtime_error: the store is damaged.
std::string text_list_to_json(const std::vector<std::string>&);
std::vector<std::string> text_list_from_json(const std::string&);
[[noreturn]] void throw_damaged_cell(std::string_view field_name);

template <class T>
Cell to_cell(const T& value) {
    if constexpr (is_nullable<T>) {
        return value ? to_cell(*value) : Cell{};
    } else {
        constexpr FieldType type = field_type<T>();
        if constexpr (type == FieldType::Key) return value.value;
        else if constexpr (type == FieldType::Boolean) return value;
        else if constexpr (type == FieldType::Integer) return static_cast<std::int64_t>(value);
        else if constexpr (type == FieldType::Time) return value.milliseconds;
        else if constexpr (type == FieldType::Text) return value;
        else if constexpr (type == FieldType::Enumeration) return std::string(name_of(value));
        else if constexpr (type == FieldType::TextList) return text_list_to_json(value);
        else if constexpr (type == FieldType::Json) return value.text;
        else return value.value;
    }
}

template <class T>
T from_cell(const Cell& cell, std::string_view field_name) {
    if constexpr (is_nullable<T>) {
        if (std::holds_alternative<std::monostate>(cell)) return std::nullopt;
        return from_cell<typename detail::Inner<T>::Type>(cell, field_name);
    } else {
        constexpr FieldType type = field_type<T>();
        const auto* number = std::get_if<std::int64_t>(&cell);
        if constexpr (type == FieldType::Boolean) {
            if (number) return *number != 0;  // SQLite has no truth type
            if (const auto* truth = std::get_if<bool>(&cell)) return *truth;
        } else if constexpr (type == FieldType::Key || type == FieldType::Time) {
            if (number) return T{*number};
        } else if constexpr (type == FieldType::Integer) {
            if (number) return static_cast<T>(*number);
        } else if (const auto* text = std::get_if<std::string>(&cell)) {
            if constexpr (type == FieldType::Text) return *text;
            else if constexpr (type == FieldType::TextList) return text_list_from_json(*text);
            else if constexpr (type == FieldType::Enumeration) {
                if (auto value = value_of<T>(*text)) return *value;
            } else return T{*text};
        }
        throw_damaged_cell(field_name);
    }
}

/// Calls `visit(field)` for each field of a row type, in order.
template <class Row, class Visit>
constexpr void for_each_field(Visit&& visit) {
    // Constants, or each call would make the whole list of fields anew.
    const auto visit_one = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
        constexpr auto field = field_at<Row, index>();
        visit(field);
    };
    [&]<std::size_t... index>(std::index_sequence<index...>) {
        (visit_one(std::integral_constant<std::size_t, index>{}), ...);
    }(std::make_index_sequence<field_count<Row>>{});
}

}  // namespace dandori::engine
