#pragma once
// Which rules of a decision table can match, by its input values, without trying them one by one.

#include <memory>
#include <vector>

#include "engine/dmn/cell.h"
#include "engine/dmn/few.h"

namespace dandori::dmn {

/// A set of rules, on the stack for tables of up to a thousand.
using RuleSet = Few<std::uint64_t, 16>;

/// Of those columns whose cells are all simple (see cell.h): for each segment the rules whose cell is true there.
struct TableIndex {
    struct Column {
        bool indexed = false;
        Segments segments;
        Bits rules;    ///< one row of `words` a segment
        Bits of_null;  ///< the rules whose cell is true of null
    };
    std::size_t words = 0;
    std::vector<Column> columns;

    /// The rules that the indexed columns leave; `tried` is told the columns that must still be evaluated: those not
    /// indexed, and those whose value is of another kind than their cells.
    void candidates(const Few<feel::Value>& inputs, RuleSet& left, Few<std::size_t>& tried) const;
};

/// Null pointer if no column can be indexed.
std::shared_ptr<const TableIndex> index_of(const TableBox&);

}  // namespace dandori::dmn
