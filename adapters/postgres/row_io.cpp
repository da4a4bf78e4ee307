#include "adapters/postgres/row_io.h"

#include <array>
#include <charconv>

#include "adapters/postgres/stored_text.h"

namespace dandori::postgres {
namespace {

using engine::AnyRow;
using engine::FieldType;

constexpr std::uint32_t type_boolean = 16;
constexpr std::uint32_t type_bytea = 17;

template <class Number>
void append_number(std::string& to, Number value) {
    using Unsigned = std::make_unsigned_t<Number>;
    char bytes[sizeof(Number)];
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes[i] = static_cast<char>(static_cast<Unsigned>(value) >> (8 * (sizeof(Number) - 1 - i)));
    to.append(bytes, sizeof bytes);
}

void append_length(std::string& to, std::size_t length) { append_number(to, static_cast<std::int32_t>(length)); }

void append_bytes(std::string& to, std::string_view bytes) {
    append_length(to, bytes.size());
    to += bytes;
}

void append_text(std::string& to, std::string_view text) {
    if (is_storable(text))
        append_bytes(to, text);
    else
        append_bytes(to, to_stored(text));
}

/// JSON of the members as PostgreSQL can hold them, so that it can take the JSON apart.
std::string stored_list(const std::vector<std::string>& list) {
    std::vector<std::string> stored;
    for (const auto& member : list) stored.push_back(to_stored(member));
    return engine::text_list_to_json(stored);
}

template <class T>
constexpr std::uint32_t type_number() {
    constexpr FieldType type = engine::field_type<T>();
    if constexpr (type == FieldType::Boolean) return type_boolean;
    else if constexpr (type == FieldType::Bytes) return type_bytea;
    else if constexpr (type == FieldType::Key || type == FieldType::Integer || type == FieldType::Time) return type_bigint;
    else return type_text;
}

/// Length and bytes.
template <class T>
void append_value(std::string& to, const T& value) {
    if constexpr (engine::is_nullable<T>) {
        if (value)
            append_value(to, *value);
        else
            append_number(to, std::int32_t{-1});
    } else {
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Boolean) {
            append_length(to, 1);
            to += value ? '\1' : '\0';
        } else if constexpr (type_number<T>() == type_bigint) {
            append_length(to, sizeof(std::int64_t));
            if constexpr (type == FieldType::Key) append_number(to, value.value);
            else if constexpr (type == FieldType::Time) append_number(to, value.milliseconds);
            else append_number(to, static_cast<std::int64_t>(value));
        } else if constexpr (type == FieldType::Bytes)
            append_bytes(to, value.value);
        else if constexpr (type == FieldType::Enumeration)
            append_bytes(to, engine::name_of(value));
        else if constexpr (type == FieldType::Json)
            append_text(to, value.text);
        else if constexpr (type == FieldType::TextList)
            append_bytes(to, value.empty() ? "[]" : stored_list(value));
        else
            append_text(to, value);
    }
}

template <class Row, std::size_t index>
void append_field(std::string& to, const void* row) {
    constexpr auto member = engine::field_at<Row, index>().member;
    const auto& value = static_cast<const Row*>(row)->*member;
    append_number(to, type_number<std::decay_t<decltype(value)>>());
    append_value(to, value);
}

using AppendField = void (*)(std::string&, const void*);

template <class Row, std::size_t... index>
constexpr std::array<AppendField, sizeof...(index)> appenders_of(std::index_sequence<index...>) {
    return {append_field<Row, index>...};
}

template <class Row>
void append_row(std::string& to, const void* row, const TableShape& shape) {
    static constexpr auto appenders = appenders_of<Row>(std::make_index_sequence<engine::field_count<Row>>{});
    const auto begin = to.size();
    append_length(to, 0);
    append_length(to, appenders.size());
    for (const auto field : shape.fields) appenders[field](to, row);
    std::string length;
    append_length(length, to.size() - begin - 4);
    to.replace(begin, 4, length);
}

[[noreturn]] void throw_damaged(std::string_view field) { engine::throw_damaged_cell(field); }

std::int64_t number_in(std::string_view text, std::string_view field) {
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || rest != text.data() + text.size()) throw_damaged(field);
    return number;
}

/// `\x` and two digits a byte.
std::string bytes_in(std::string_view text, std::string_view field) {
    if (!text.starts_with("\\x") || text.size() % 2 != 0) throw_damaged(field);
    const auto half = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string bytes;
    bytes.reserve(text.size() / 2 - 1);
    for (std::size_t i = 2; i < text.size(); i += 2) bytes += static_cast<char>(half(text[i]) * 16 + half(text[i + 1]));
    return bytes;
}

template <class T>
T value_in(const pqxx::row& row, int column, std::string_view field) {
    if constexpr (engine::is_nullable<T>) {
        if (row[column].is_null()) return std::nullopt;
        return value_in<typename T::value_type>(row, column, field);
    } else {
        const auto cell = row[column];
        if (cell.is_null()) throw_damaged(field);
        const std::string_view text(cell.c_str(), cell.size());
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Boolean) return text == "t";
        else if constexpr (type == FieldType::Key || type == FieldType::Time) return T{number_in(text, field)};
        else if constexpr (type == FieldType::Integer) return static_cast<T>(number_in(text, field));
        else if constexpr (type == FieldType::Text) return from_stored(text);
        else if constexpr (type == FieldType::Bytes) return T{bytes_in(text, field)};
        else if constexpr (type == FieldType::Enumeration) {
            const auto value = engine::value_of<T>(text);
            if (!value) throw_damaged(field);
            return *value;
        } else if constexpr (type == FieldType::TextList) {
            if (text == "[]") return {};
            auto list = engine::text_list_from_json(std::string(text));
            for (auto& member : list) member = from_stored(member);
            return list;
        } else
            return T{from_stored(text)};
    }
}

template <class Row>
AnyRow read(const pqxx::row& from) {
    Row row;
    int column = 0;
    engine::for_each_field<Row>([&](const auto& field) {
        using Value = typename std::decay_t<decltype(field)>::Value;
        row.*(field.member) = value_in<Value>(from, column++, field.name);
    });
    return row;
}

struct KindIo {
    AppendRow append;
    AnyRow (*read)(const pqxx::row&);
};

const std::vector<KindIo>& kinds() {
    static const std::vector<KindIo> all = [] {
        std::vector<KindIo> made;
        engine::for_each_row_kind([&]<class Row>() { made.push_back({append_row<Row>, read<Row>}); });
        return made;
    }();
    return all;
}

}  // namespace

AppendRow append_row_of(std::size_t kind) { return kinds()[kind].append; }

void append_array_head(std::string& to, std::uint32_t element_type, std::size_t count) {
    append_number(to, std::int32_t{count == 0 ? 0 : 1});  // dimensions
    append_number(to, std::int32_t{0});                   // no absent elements
    append_number(to, element_type);
    if (count == 0) return;
    append_number(to, static_cast<std::int32_t>(count));
    append_number(to, std::int32_t{1});  // first index
}

void append_element(std::string& to, std::int64_t number) {
    append_length(to, sizeof number);
    append_number(to, number);
}

void append_element(std::string& to, const std::string& text) { append_text(to, text); }

AnyRow read_row(std::size_t kind, const pqxx::row& row) { return kinds()[kind].read(row); }

}  // namespace dandori::postgres
