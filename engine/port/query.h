#pragma once
// A search over one kind of rows, in the terms of the rows' own field names. Plain data: an adapter makes SQL of it, the
// memory store a loop.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/state/rows.h"

namespace dandori::engine {

/// How a field is compared. List fields (`candidateGroups`) match when any member does. An absent value matches only
/// NotExists, NotEquals and NotIn.
enum class Operator {
    Equals, NotEquals, Exists, NotExists, In, NotIn,
    Like,  ///< `*` any run, `?` one character, backslash escapes; anchored at both ends, case matters
    Greater, GreaterOrEqual, Less, LessOrEqual,
    LongerThan, NotLongerThan  ///< a text of more characters than the operand, a number, says
};

/// One comparison. `field` must be a field of the searched row (see field.h); times are compared as milliseconds.
struct Condition {
    std::string field;
    Operator op = Operator::Equals;
    std::vector<Cell> operands;  ///< none for Exists and NotExists, one for most, any number for In and NotIn
};

/// Rows of another kind that must (or must not) exist: `other_field` of table `table` equals our `own_field`, and all
/// `conditions` hold there. "Instances that have a variable x = 1" is one of these.
struct Related {
    std::string table;
    std::string own_field;
    std::string other_field;
    std::vector<Condition> conditions;
    bool negated = false;
};

/// Conditions that hold together.
struct Group {
    std::vector<Condition> conditions;
    std::vector<Related> related;
};

struct Sort {
    std::string field;
    bool descending = false;
};

/// Place of a row in a sorted search: the values of the sort fields, then the primary key.
using Cursor = std::vector<Cell>;

/// A search: everything in `all` holds and of every entry in `any_of` at least one group. The primary key is always the
/// last sort field, so that pages neither repeat nor lose rows.
struct Query {
    Group all;
    std::vector<std::vector<Group>> any_of;
    std::vector<Sort> sort;
    std::size_t limit = 100;
    std::size_t from = 0;           ///< rows to skip; not together with a cursor
    std::optional<Cursor> after;    ///< only rows behind this place
    std::optional<Cursor> before;   ///< the last `limit` rows before this place, in the sort's order
    bool count_total = true;        ///< false saves the count where nobody reads it
    std::size_t total_max = SIZE_MAX;  ///< nobody wants to know of more: counting stops there

    /// `Query{}.where("type", Operator::Equals, cell)`
    Query& where(std::string field, Operator op, std::vector<Cell> operands = {}) {
        all.conditions.push_back({std::move(field), op, std::move(operands)});
        return *this;
    }
    template <class T>
    Query& where_equals(std::string field, const T& value) {
        return where(std::move(field), Operator::Equals, {to_cell(value)});
    }
    Query& sorted_by(std::string field, bool descending = false) {
        sort.push_back({std::move(field), descending});
        return *this;
    }
    Query& first(std::size_t count) {
        limit = count;
        count_total = false;
        return *this;
    }
};

/// What a search found. Cursors are absent where nothing was found.
template <class Row>
struct Found {
    std::vector<Row> rows;
    std::int64_t total = 0;  ///< of all pages, at most `total_max`; 0 where `count_total` was false
    std::optional<Cursor> start;
    std::optional<Cursor> end;
};

}  // namespace dandori::engine
