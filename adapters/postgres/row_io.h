#pragma once
// Rows into PostgreSQL's binary form and out of its text form, member by member.

#include <string>

#include "adapters/postgres/table_shape.h"
#include "engine/port/store.h"

namespace dandori::postgres {

/// Appends a row as an element of an array of the table's row type.
using AppendRow = void (*)(std::string& to, const void* row, const TableShape& shape);
AppendRow append_row_of(std::size_t kind);

/// Begins an array of `count` elements; each is a length and its bytes.
void append_array_head(std::string& to, std::uint32_t element_type, std::size_t count);
void append_element(std::string& to, std::int64_t number);
void append_element(std::string& to, const std::string& text);

constexpr std::uint32_t type_bigint = 20;
constexpr std::uint32_t type_text = 25;

/// The row of a result whose columns are all fields of the kind, in their order.
engine::AnyRow read_row(std::size_t kind, const pqxx::row& row);

}  // namespace dandori::postgres
