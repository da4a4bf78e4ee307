#pragma once
// The kinds of rows as data, for stores: the same descriptions as in engine/state, but walked at run time.

#include <span>

#include "engine/port/query.h"

namespace dandori::engine {

/// One field of a kind of rows.
struct FieldKind {
    std::string_view name;
    FieldType type = FieldType::Text;
    bool nullable = false;
    FieldUse use = FieldUse::Plain;
    Cell (*cell_of)(const void* row) = nullptr;  ///< `row` must point at a row of this kind
    Cell initial;                                ///< what a new row begins with
};

/// One kind of rows. The first field is the primary key.
struct RowKind {
    std::string_view table;
    std::vector<FieldKind> fields;

    /// Place of the field of this name; throws std::invalid_argument where there is none.
    std::size_t field_index(std::string_view name) const;
    const FieldKind& field(std::string_view name) const { return fields[field_index(name)]; }
};

/// All kinds, in the order of AnyRow. Made once; may be read by any thread.
std::span<const RowKind> row_kinds();

/// The kind at a place of AnyRow, or of a table's name; throws std::invalid_argument where there is none.
const RowKind& row_kind(std::size_t kind);
const RowKind& row_kind(std::string_view table);

/// Throws std::invalid_argument, saying what is wrong, unless all names of `query` are there, each operator has the
/// operands it needs and they are of the field's type (bytes can't be compared), and the cursors fit the sort.
void check_query(const RowKind& kind, const Query& query);

}  // namespace dandori::engine
