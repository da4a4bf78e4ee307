#pragma once
#include <cstdint>
#include <vector>

#include "adapters/postgres/connection.h"
#include "engine/port/row_kind.h"

namespace dandori::postgres {

/// How the server knows the rows of one table.
struct TableShape {
    std::uint32_t row_type = 0;         ///< its number for the type of the table's rows
    std::vector<std::size_t> fields;    ///< the kind's fields in the order of the table's columns, which an added column changes
    std::int64_t highest_key = INT64_MIN;  ///< of all rows that were ever seen in it, where the primary key is a number
};

/// The tables of all kinds, in the order of AnyRow.
std::vector<TableShape> read_table_shapes(Connection& connection);

}  // namespace dandori::postgres
