#include "engine/port/row_kind.h"

#include <stdexcept>

namespace dandori::engine {
namespace {

template <class Row, std::size_t index>
Cell cell_at(const void* row) {
    constexpr auto member = field_at<Row, index>().member;
    return to_cell(static_cast<const Row*>(row)->*member);
}

template <class Row, std::size_t... index>
std::vector<FieldKind> fields_of(std::index_sequence<index...>) {
    const Row new_row;
    return {FieldKind{field_at<Row, index>().name, field_type<typename FieldAt<Row, index>::Value>(),
                      is_nullable<typename FieldAt<Row, index>::Value>, field_at<Row, index>().use, cell_at<Row, index>, cell_at<Row, index>(&new_row)}...};
}

std::vector<RowKind> make_kinds() {
    std::vector<RowKind> kinds;
    for_each_row_kind([&]<class Row>() {
        kinds.push_back({Row::table, fields_of<Row>(std::make_index_sequence<field_count<Row>>{})});
    });
    return kinds;
}

[[noreturn]] void refuse(const RowKind& kind, std::string_view field, std::string_view what) {
    throw std::invalid_argument("Search of '" + std::string(kind.table) + "': field '" + std::string(field) + "' " +
                                std::string(what));
}

bool fits(const Cell& cell, FieldType type) {
    switch (type) {
        case FieldType::Key:
        case FieldType::Integer:
        case FieldType::Time: return std::holds_alternative<std::int64_t>(cell);
        case FieldType::Boolean: return std::holds_alternative<bool>(cell);
        case FieldType::Text:
        case FieldType::Enumeration:
        case FieldType::TextList:
        case FieldType::Json:
        case FieldType::Bytes: return std::holds_alternative<std::string>(cell);
    }
    return false;
}

bool is_text(FieldType type) {
    return type == FieldType::Text || type == FieldType::Enumeration || type == FieldType::TextList ||
           type == FieldType::Json;
}

void check_operand_count(const RowKind& kind, const Condition& condition) {
    const auto count = condition.operands.size();
    switch (condition.op) {
        case Operator::In:
        case Operator::NotIn: return;
        case Operator::Exists:
        case Operator::NotExists:
            if (count != 0) refuse(kind, condition.field, "takes no operand when asked whether it exists.");
            return;
        case Operator::Equals:
        case Operator::NotEquals:
        case Operator::Like:
        case Operator::Greater:
        case Operator::GreaterOrEqual:
        case Operator::Less:
        case Operator::LessOrEqual:
        case Operator::LongerThan:
        case Operator::NotLongerThan:
            if (count != 1) refuse(kind, condition.field, "needs one operand, got " + std::to_string(count) + ".");
            return;
    }
}

void check_condition(const RowKind& kind, const Condition& condition) {
    const FieldKind& field = kind.field(condition.field);
    check_operand_count(kind, condition);
    if (condition.op == Operator::LongerThan || condition.op == Operator::NotLongerThan) {
        if (field.type != FieldType::Text || !std::holds_alternative<std::int64_t>(condition.operands.front()))
            refuse(kind, field.name, "is no text with a length, or the length is no number.");
        return;
    }
    for (const Cell& operand : condition.operands)
        if (!fits(operand, field.type)) refuse(kind, field.name, "got an operand of another type.");
    if (field.type == FieldType::Bytes && !condition.operands.empty()) refuse(kind, field.name, "can't be compared.");
    if (condition.op == Operator::Like && !is_text(field.type)) refuse(kind, field.name, "is no text for a pattern.");
}

void check_group(const RowKind& kind, const Group& group) {
    for (const Condition& condition : group.conditions) check_condition(kind, condition);
    for (const Related& related : group.related) {
        const RowKind& other = row_kind(related.table);
        kind.field_index(related.own_field);
        other.field_index(related.other_field);
        for (const Condition& condition : related.conditions) check_condition(other, condition);
    }
}

void check_cursor(const RowKind& kind, const Query& query, const Cursor& cursor) {
    const auto fits_or_absent = [&](const Cell& cell, const FieldKind& field) {
        if (field.nullable && std::holds_alternative<std::monostate>(cell)) return;
        if (!fits(cell, field.type)) refuse(kind, field.name, "does not fit the cursor.");
    };
    if (cursor.size() != query.sort.size() + 1) refuse(kind, kind.fields.front().name, "does not fit the cursor.");
    for (std::size_t i = 0; i < query.sort.size(); ++i) fits_or_absent(cursor[i], kind.field(query.sort[i].field));
    fits_or_absent(cursor.back(), kind.fields.front());
}

}  // namespace

std::size_t RowKind::field_index(std::string_view name) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == name) return i;
    refuse(*this, name, "is not there.");
}

std::span<const RowKind> row_kinds() {
    static const std::vector<RowKind> kinds = make_kinds();
    return kinds;
}

const RowKind& row_kind(std::size_t kind) {
    const auto kinds = row_kinds();
    if (kind >= kinds.size()) throw std::invalid_argument("There is no kind of rows " + std::to_string(kind) + ".");
    return kinds[kind];
}

const RowKind& row_kind(std::string_view table) {
    for (const RowKind& kind : row_kinds())
        if (kind.table == table) return kind;
    throw std::invalid_argument("There is no kind of rows '" + std::string(table) + "'.");
}

void check_query(const RowKind& kind, const Query& query) {
    check_group(kind, query.all);
    for (const auto& groups : query.any_of)
        for (const Group& group : groups) check_group(kind, group);
    for (const Sort& sort : query.sort) kind.field_index(sort.field);
    if (query.after && query.before) throw std::invalid_argument("A search goes on after one place or before one.");
    if (query.after) check_cursor(kind, query, *query.after);
    if (query.before) check_cursor(kind, query, *query.before);
}

}  // namespace dandori::engine
