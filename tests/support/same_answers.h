#pragma once
// Two stores, one meaning: random searches must find the same in both. The contract says what is right in cases somebody
// thought of; this looks for the others.

#include <gtest/gtest.h>

#include <random>

#include "engine/port/row_kind.h"
#include "engine/port/store.h"

namespace dandori::test {

using namespace engine;

namespace same_answers {

/// Draws from few values, so that conditions hold now and then and sorts have ties.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : random_(seed) {}

    std::int64_t number(std::int64_t below) {
        return std::uniform_int_distribution<std::int64_t>(0, below - 1)(random_);
    }
    bool once_in(std::int64_t n) { return number(n) == 0; }

    std::string text() {
        static const std::string alphabet[] = {"a", "b",  "A", "*", "?",  "[", "]", "^",
                                               "-", "\\", "'", "%", "段", "é", " "};
        std::string result;
        for (auto left = number(4); left > 0; --left) result += alphabet[number(std::size(alphabet))];
        return result;
    }

    template <class T>
    T value() {
        if constexpr (is_nullable<T>) {
            if (once_in(3)) return std::nullopt;
            return value<typename T::value_type>();
        } else {
            constexpr FieldType type = field_type<T>();
            if constexpr (type == FieldType::Key || type == FieldType::Time)
                return T{number(6)};
            else if constexpr (type == FieldType::Boolean)
                return once_in(2);
            else if constexpr (type == FieldType::Integer)
                return static_cast<T>(number(6) - 2);
            else if constexpr (type == FieldType::Text)
                return text();
            else if constexpr (type == FieldType::Enumeration)
                return static_cast<T>(number(3));
            else if constexpr (type == FieldType::TextList) {
                T list(static_cast<std::size_t>(number(3)));
                for (auto& each : list) listed_.push_back(each = text());
                return list;
            } else
                return T{text()};
        }
    }

    template <class Row>
    Row row(std::int64_t key) {
        Row row;
        for_each_field<Row>([&](const auto& field) {
            using T = typename std::decay_t<decltype(field)>::Value;
            row.*(field.member) = value<T>();
        });
        row.key = {key};
        return row;
    }

    Cell operand(const FieldKind& field) {
        switch (field.type) {
            case FieldType::Key:
            case FieldType::Time: return number(6);
            case FieldType::Integer: return number(6) - 2;
            case FieldType::Boolean: return once_in(2);
            case FieldType::Enumeration: return std::string(once_in(2) ? "CREATED" : "CREATING");
            case FieldType::TextList:
                if (!listed_.empty() && !once_in(4)) return listed_[static_cast<std::size_t>(number(std::ssize(listed_)))];
                return text();
            default: return text();
        }
    }

    const FieldKind& field(const RowKind& kind) {
        return kind.fields[static_cast<std::size_t>(number(std::ssize(kind.fields)))];
    }

    Condition condition(const RowKind& kind) {
        const FieldKind& chosen = field(kind);
        Condition result{std::string(chosen.name), static_cast<Operator>(number(11)), {}};
        const bool is_number =
            std::holds_alternative<std::int64_t>(operand(chosen)) || chosen.type == FieldType::Boolean;
        if (result.op == Operator::Like && is_number) result.op = Operator::NotEquals;
        auto count = result.op == Operator::Exists || result.op == Operator::NotExists ? 0 : 1;
        if (result.op == Operator::In || result.op == Operator::NotIn) count = static_cast<int>(number(4));
        for (; count > 0; --count) result.operands.push_back(operand(chosen));
        return result;
    }

    Group group(const RowKind& kind) {
        Group result;
        for (auto left = number(3); left > 0; --left) result.conditions.push_back(condition(kind));
        if (once_in(4)) {
            const RowKind& other = row_kind("variable");
            result.related.push_back({"variable",
                                      once_in(2) ? "processInstanceKey" : "rootProcessInstanceKey",
                                      once_in(2) ? "processInstanceKey" : "scopeKey",
                                      {condition(other)},
                                      once_in(2)});
        }
        return result;
    }

    Query query(const RowKind& kind) {
        Query result;
        result.all = group(kind);
        if (kind.table == "user_task" && once_in(3)) {
            const auto* list = once_in(2) ? "candidateGroups" : "candidateUsers";
            result.all.conditions.push_back({list, Operator::Equals, {operand(kind.field(list))}});
        }
        for (auto left = number(3); left > 0; --left) {
            auto& groups = result.any_of.emplace_back();
            for (auto more = number(3); more > 0; --more) groups.push_back(group(kind));
        }
        for (auto left = number(3); left > 0; --left)
            result.sort.push_back({once_in(3) && kind.table == "user_task" ? "dueDate" : std::string(field(kind).name), once_in(2)});
        result.limit = static_cast<std::size_t>(number(8));
        result.count_total = once_in(2);
        if (once_in(3)) result.from = static_cast<std::size_t>(number(5));
        return result;
    }

  private:
    std::mt19937_64 random_;
    std::vector<std::string> listed_;  ///< that stand in lists, so that searches find some
};

template <class Row>
void expect_same(Store& one, Store& other, const Query& query) {
    const auto expected = find<Row>(one, query);
    const auto found = find<Row>(other, query);
    ASSERT_EQ(found.rows, expected.rows);
    ASSERT_EQ(found.total, expected.total);
    ASSERT_EQ(found.start, expected.start);
    ASSERT_EQ(found.end, expected.end);
}

/// The search itself, and the pages behind and before what it found.
template <class Row>
void expect_same_pages(Store& one, Store& other, Query query) {
    expect_same<Row>(one, other, query);
    const auto page = find<Row>(one, query);
    query.from = 0;
    query.after = page.end;
    expect_same<Row>(one, other, query);
    query.after = {};
    query.before = page.start;
    expect_same<Row>(one, other, query);
}

}  // namespace same_answers

/// Fills two empty stores with the same random rows and expects the same answers to random searches, while rows change and go.
inline void expect_same_answers(Store& one, Store& other, int searches = 3'000) {
    using namespace same_answers;
    constexpr std::uint64_t seed = 20260402;
    Draw draw(seed);

    std::vector<ProcessInstance> instances;
    std::vector<UserTask> tasks;
    std::vector<Variable> variables;
    ProcessDefinition definition;
    Batch batch;
    batch.put(definition);
    for (std::int64_t key = 0; key < 6; ++key) {
        instances.push_back(draw.row<ProcessInstance>(key));
        instances.back().process_definition_key = definition.key;
    }
    for (std::int64_t key = 1; key <= 40; ++key) {
        tasks.push_back(draw.row<UserTask>(key));
        variables.push_back(draw.row<Variable>(key));
    }
    for (const auto& row : instances) batch.put(row);
    for (const auto& row : tasks) batch.put(row);
    for (const auto& row : variables) batch.put(row);
    one.commit(batch);
    other.commit(batch);

    for (int i = 0; i < searches; ++i) {
        if (i % 50 == 49) {  // some tasks change, and some are removed
            std::vector<UserTask> changed;
            for (int count = 0; count < 5; ++count) changed.push_back(draw.row<UserTask>(1 + draw.number(40)));
            Batch changes;
            const UserTaskKey gone{1 + draw.number(40)};
            changes.remove<UserTask>(gone);
            std::erase_if(changed, [&](const UserTask& row) { return row.key == gone; });
            for (const auto& row : changed) changes.put(row);
            one.commit(changes);
            other.commit(changes);
        }
        SCOPED_TRACE("seed " + std::to_string(seed) + ", search " + std::to_string(i));
        expect_same_pages<UserTask>(one, other, draw.query(row_kind("user_task")));
        expect_same_pages<ProcessInstance>(one, other, draw.query(row_kind("process_instance")));
        if (testing::Test::HasFatalFailure()) return;
    }
}

}  // namespace dandori::test
