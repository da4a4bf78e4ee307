#include "adapters/sql/search_statement.h"

#include <algorithm>
#include <optional>

#include "adapters/sql/table_text.h"

namespace dandori::sql {
namespace {

using engine::Cell;
using engine::Condition;
using engine::FieldKind;
using engine::FieldType;
using engine::Operator;
using engine::Query;
using engine::RowKind;

bool is_absent(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

std::string_view sign_of(Operator op) {
    switch (op) {
        case Operator::Greater: return " > ";
        case Operator::GreaterOrEqual: return " >= ";
        case Operator::Less: return " < ";
        case Operator::LessOrEqual: return " <= ";
        default: return " = ";
    }
}

/// Grows a text and its parameters together.
class Writer {
  public:
    Writer(const RowKind& kind, const Query& query, const Dialect& dialect) : kind_(kind), dialect_(dialect) {
        // A member of a list that must be there leads to its rows at once.
        for (const auto& index : list_indexes_of(kind)) {
            for (const Condition& each : query.all.conditions) {
                if (each.field == index.list && each.op == Operator::Equals && !leading_) leading_ = {index, &each};
            }
        }
    }

    /// Whether the list's table alone tells which rows are found.
    bool is_told_by_list(const Query& query) const {
        return leading_ && query.any_of.empty() && query.all.related.empty() && std::ranges::all_of(query.all.conditions, [&](const Condition& each) {
                   return &each == leading_->condition || leading_->index.has(kind_, each.field);
               });
    }

    void from(bool needs_rows) {
        text(" FROM ");
        if (leading_) text(quoted(leading_->index.table) + " AS m");
        if (leading_ && needs_rows) text(" CROSS JOIN ");
        if (needs_rows) text(quoted(kind_.table) + " AS r");
        text(" WHERE ");
        if (leading_) text("m." + leading_->index.value() + " = " + parameter(leading_->condition->operands.front()) + " AND ");
        if (leading_ && needs_rows) text("r." + column_name(kind_.fields.front().name) + " = m." + column_name(kind_.fields.front().name) + " AND ");
    }

    Statement take() && { return std::move(statement_); }
    void text(std::string_view more) { statement_.text += more; }
    void number(std::size_t value) { text(parameter(static_cast<std::int64_t>(value))); }

    void where(const Query& query) {
        group(kind_, "r.", query.all);
        for (const auto& groups : query.any_of) {
            text(" AND (");
            bool first = true;
            for (const auto& each : groups) {
                if (!std::exchange(first, false)) text(" OR ");
                text("(");
                group(kind_, "r.", each);
                text(")");
            }
            text(first ? "FALSE)" : ")");
        }
    }

    /// Only what comes behind `place` when sorted this way; each field decides where those before it are equal.
    void beyond(const std::vector<engine::Sort>& order, const engine::Cursor& place) {
        text(" AND ");
        bound_of_first(order.front(), place.front());
        text("(");
        for (std::size_t decides = 0; decides < order.size(); ++decides) {
            if (decides) text(" OR ");
            text("(");
            for (std::size_t equal = 0; equal < decides; ++equal) {
                is_equal(order[equal], place[equal]);
                text(" AND ");
            }
            is_beyond(order[decides], place[decides]);
            text(")");
        }
        text(")");
    }

    void order_by(const std::vector<engine::Sort>& order) {
        text(" ORDER BY ");
        bool first = true;
        for (const auto& sort : order) {
            if (!std::exchange(first, false)) text(", ");
            text(own_column(sort.field));
            const bool nullable = kind_.field(sort.field).nullable;
            text(sort.descending ? " DESC" : " ASC");
            if (nullable) text(sort.descending ? " NULLS LAST" : " NULLS FIRST");
        }
    }

  private:
    std::string parameter(Cell value) {
        statement_.parameters.push_back(std::move(value));
        return dialect_.parameter(statement_.parameters.size());
    }

    /// Of the row that is searched: from the list's table, if it has it.
    std::string own_column(std::string_view field) const { return column(leading_ && leading_->index.has(kind_, field) ? "m." : "r.", field); }

    static std::string column(std::string_view prefix, std::string_view field) {
        return std::string(prefix) + column_name(field);
    }

    void group(const RowKind& kind, std::string_view prefix, const engine::Group& group) {
        text("TRUE");
        for (const Condition& each : group.conditions) {
            if (leading_ && &each == leading_->condition) continue;
            text(" AND ");
            condition(kind, prefix, each);
        }
        for (const engine::Related& each : group.related) related(each);
    }

    void related(const engine::Related& related) {
        const RowKind& other = engine::row_kind(std::string_view(related.table));
        text(related.negated ? " AND NOT EXISTS (SELECT 1 FROM " : " AND EXISTS (SELECT 1 FROM ");
        text(quoted(other.table) + " AS o WHERE " + column("o.", related.other_field) + " = " +
             own_column(related.own_field));
        for (const Condition& each : related.conditions) {
            text(" AND ");
            condition(other, "o.", each);
        }
        text(")");
    }

    void condition(const RowKind& kind, std::string_view prefix, const Condition& condition) {
        const FieldKind& field = kind.field(condition.field);
        const std::string name = &kind == &kind_ && prefix == "r." ? own_column(field.name) : column(prefix, field.name);
        if (field.type == FieldType::TextList) {
            list_condition(name, field, condition);
            return;
        }
        switch (condition.op) {
            case Operator::Exists: text(name + " IS NOT NULL"); return;
            case Operator::NotExists: text(name + " IS NULL"); return;
            case Operator::NotEquals:
            case Operator::NotIn:
                text(field.nullable ? "(" + name + " IS NULL OR NOT " : "(NOT ");
                comparison(name, field.type, condition);
                text(")");
                return;
            default: comparison(name, field.type, condition);
        }
    }

    void list_condition(const std::string& name, const FieldKind& field, const Condition& condition) {
        if (condition.op == Operator::Exists || condition.op == Operator::NotExists) {
            const bool exists = condition.op == Operator::Exists;
            text("coalesce(" + name + ", '[]')" + (exists ? " <> '[]'" : " = '[]'"));
            return;
        }
        const bool negated = condition.op == Operator::NotEquals || condition.op == Operator::NotIn;
        text(negated ? "NOT EXISTS (SELECT 1 FROM " : "EXISTS (SELECT 1 FROM ");
        text(dialect_.members_of(name) + " WHERE ");
        comparison(dialect_.member(), field.type, condition);
        text(")");
    }

    /// The comparison that says yes; the caller turns it round for NotEquals and NotIn.
    void comparison(const std::string& expression, FieldType type, const Condition& condition) {
        switch (condition.op) {
            case Operator::In:
            case Operator::NotIn:
                text(dialect_.is_one_of(expression, type, parameter(dialect_.list_of(condition.operands))));
                return;
            case Operator::Like: {
                const auto& pattern = std::get<std::string>(condition.operands.front());
                text(dialect_.is_like(expression, parameter(dialect_.like_pattern(pattern))));
                return;
            }
            case Operator::LongerThan: text("length(" + expression + ") > " + parameter(condition.operands.front())); return;
            case Operator::NotLongerThan: text("length(" + expression + ") <= " + parameter(condition.operands.front())); return;
            default: text(expression + std::string(sign_of(condition.op)) + parameter(condition.operands.front()));
        }
    }

    void is_equal(const engine::Sort& sort, const Cell& value) {
        const auto name = own_column(sort.field);
        text(is_absent(value) ? name + " IS NULL" : name + " = " + parameter(value));
    }

    /// Absent values come first when ascending, last when descending.
    void is_beyond(const engine::Sort& sort, const Cell& value) {
        const auto name = own_column(sort.field);
        if (is_absent(value)) {
            text(sort.descending ? "FALSE" : name + " IS NOT NULL");
            return;
        }
        const auto compared = name + (sort.descending ? " < " : " > ") + parameter(value);
        const bool absent_is_beyond = sort.descending && kind_.field(sort.field).nullable;
        text(absent_is_beyond ? "(" + compared + " OR " + name + " IS NULL)" : compared);
    }

    /// Says nothing new, but lets the database begin in the middle of an index.
    void bound_of_first(const engine::Sort& sort, const Cell& value) {
        const bool absent_is_beyond = sort.descending && kind_.field(sort.field).nullable;
        if (is_absent(value) || absent_is_beyond) return;
        text(own_column(sort.field) + (sort.descending ? " <= " : " >= ") + parameter(value) + " AND ");
    }

    struct Leading {
        ListIndex index;
        const Condition* condition;
    };

    const RowKind& kind_;
    const Dialect& dialect_;
    std::optional<Leading> leading_;
    Statement statement_;
};

/// The sort with the primary key at its end; the other way round for a search with `before`.
std::vector<engine::Sort> full_order(const RowKind& kind, const Query& query) {
    auto order = query.sort;
    order.push_back({std::string(kind.fields.front().name), false});
    if (query.before)
        for (auto& sort : order) sort.descending = !sort.descending;
    return order;
}

}  // namespace

Statement search_statement(const RowKind& kind, const Query& query, const Dialect& dialect) {
    const auto order = full_order(kind, query);
    const auto& cursor = query.before ? query.before : query.after;
    Writer writer(kind, query, dialect);
    writer.text("SELECT " + column_list(kind, "r."));
    writer.from(true);
    writer.where(query);
    if (cursor) writer.beyond(order, *cursor);
    writer.order_by(order);
    writer.text(" LIMIT ");
    writer.number(query.limit);
    if (query.from && !cursor) {
        writer.text(" OFFSET ");
        writer.number(query.from);
    }
    return std::move(writer).take();
}

Statement count_statement(const RowKind& kind, const Query& query, const Dialect& dialect) {
    const bool is_bounded = query.total_max != SIZE_MAX;
    Writer writer(kind, query, dialect);
    writer.text(is_bounded ? "SELECT count(*) FROM (SELECT 1" : "SELECT count(*)");
    writer.from(!writer.is_told_by_list(query));
    writer.where(query);
    if (is_bounded) {
        writer.text(" LIMIT ");
        writer.number(query.total_max);
        writer.text(") AS counted");
    }
    return std::move(writer).take();
}

}  // namespace dandori::sql
