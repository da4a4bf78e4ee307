#pragma once
// What every store promises (engine/port/store.h, engine/port/query.h), as one list of tests. A store's test includes
// this file once and names a way to make an empty store:
//
//     INSTANTIATE_TEST_SUITE_P(Memory, StoreContract, testing::Values([] { return std::make_unique<MemoryStore>(); }));

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <thread>

#include "engine/port/store.h"
#include "tests/support/sample_rows.h"

namespace dandori::test {

using namespace engine;
using testing::ElementsAre;
using testing::IsEmpty;

using MakeStore = std::function<std::unique_ptr<Store>()>;

/// A store may insist that the process instance or the definition a row belongs to is there: these are, and most rows
/// of the tests belong to them.
inline const ProcessDefinitionKey home_definition{900};
inline const ProcessInstanceKey home{901};

template <class Row>
Row at_home(Row row) {
    if constexpr (requires { row.process_definition_key = home_definition; })
        row.process_definition_key = home_definition;
    if constexpr (requires { row.process_instance_key = home; }) row.process_instance_key = home;
    return row;
}

template <class Row>
Row home_sample(std::int64_t number) {
    return at_home(sample<Row>(number));
}

class StoreContract : public testing::TestWithParam<MakeStore> {
  protected:
    void SetUp() override {
        ProcessDefinition definition;
        definition.key = home_definition;
        ProcessInstance instance;
        instance.key = home;
        instance.process_definition_key = home_definition;
        put(definition, instance);
    }

    template <class Row>
    std::int64_t total() {
        constexpr bool is_home = std::is_same_v<Row, ProcessDefinition> || std::is_same_v<Row, ProcessInstance>;
        return find<Row>(*store_, Query{}).total - (is_home ? 1 : 0);
    }

    /// All process instances but the home.
    static Query instances() { return Query{}.where("processInstanceKey", Operator::NotEquals, {home.value}); }

    template <class... Row>
    void put(const Row&... rows) {
        Batch batch;
        (batch.put(rows), ...);
        store_->commit(batch);
    }

    template <class Row>
    void put_all(const std::vector<Row>& rows) {
        Batch batch;
        for (const Row& row : rows) batch.put(row);
        store_->commit(batch);
    }

    /// A user task with its key; the rest is set by the test.
    static UserTask task(std::int64_t key) {
        UserTask row = at_home(UserTask{});
        row.key = {key};
        row.state = UserTaskState::Created;
        return row;
    }

    template <class Row>
    std::vector<std::int64_t> keys(const Query& query) {
        std::vector<std::int64_t> result;
        for (const Row& row : find<Row>(store_->reader(), query).rows) result.push_back(primary_key(row).value);
        return result;
    }

    std::vector<std::int64_t> keys_where(std::string field, Operator op, std::vector<Cell> operands = {}) {
        return keys<UserTask>(Query{}.where(std::move(field), op, std::move(operands)));
    }

    std::unique_ptr<Store> store_ = GetParam()();
};

// --- commit

TEST_P(StoreContract, GivesEveryKindOfRowBackAsItWas) {
    for_each_row_kind([&]<class Row>() {
        SCOPED_TRACE(Row::table);
        const std::vector<Row> rows{home_sample<Row>(1), home_sample<Row>(2), home_sample<Row>(3)};
        put_all(rows);
        for (const Row& row : rows) {
            EXPECT_EQ(get<Row>(*store_, primary_key(row)), row);
            EXPECT_EQ(get<Row>(store_->reader(), primary_key(row)), row);
        }
        EXPECT_EQ(total<Row>(), 3);
    });
}

TEST_P(StoreContract, ReplacesTheRowWithTheSamePrimaryKey) {
    for_each_row_kind([&]<class Row>() {
        SCOPED_TRACE(Row::table);
        const Row first = home_sample<Row>(1);
        Row second = home_sample<Row>(2);
        second.*(engine::field_at<Row>().member) = primary_key(first);
        put(first);
        put(second);
        EXPECT_EQ(get<Row>(*store_, primary_key(first)), second);
        EXPECT_EQ(total<Row>(), 1);
    });
}

TEST_P(StoreContract, RemovesRowsByPrimaryKey) {
    put_all<Timer>({home_sample<Timer>(1), home_sample<Timer>(2), home_sample<Timer>(3)});
    Batch batch;
    batch.remove<Timer>(home_sample<Timer>(1).key);
    batch.remove<Timer>(home_sample<Timer>(3).key);
    batch.remove<Timer>({77});  // one that is not there is no fault
    store_->commit(batch);
    EXPECT_THAT(find<Timer>(*store_, Query{}).rows, ElementsAre(home_sample<Timer>(2)));
}

TEST_P(StoreContract, KeepsARowThatOneBatchRemovesAndPuts) {
    put(sample<User>(1));
    Batch batch;
    const User again = sample<User>(1);
    batch.put(again);
    batch.remove<User>(again.username);
    store_->commit(batch);
    EXPECT_EQ(get<User>(*store_, again.username), again);
}

TEST_P(StoreContract, TakesTheLastOfSeveralRowsWithOneKey) {
    UserTask first = task(1);
    UserTask last = task(1);
    last.priority = 99;
    put(first, last);
    EXPECT_THAT(find<UserTask>(*store_, Query{}).rows, ElementsAre(last));
}

TEST_P(StoreContract, TakesAnEmptyBatch) { EXPECT_NO_THROW(store_->commit(Batch{})); }

TEST_P(StoreContract, FindsAChangedRowByItsNewValueOnly) {
    UserTask row = task(1);
    row.assignee = "abe";
    put(row);
    row.assignee = "baba";
    put(row);
    EXPECT_THAT(keys_where("assignee", Operator::Equals, {"abe"}), IsEmpty());
    EXPECT_THAT(keys_where("assignee", Operator::Equals, {"baba"}), ElementsAre(1));
}

TEST_P(StoreContract, KeepsLargeAndOddBytes) {
    Resource resource = sample<Resource>(1);
    resource.content.value.resize(5'000'000);
    for (std::size_t i = 0; i < resource.content.value.size(); ++i)
        resource.content.value[i] = static_cast<char>(i * 31 + i / 256);
    put(resource);
    EXPECT_TRUE(get<Resource>(store_->reader(), resource.key) == resource);
}

TEST_P(StoreContract, KeepsTextsOfSeveralScripts) {
    Variable variable = home_sample<Variable>(1);
    variable.name = "変数";
    variable.value = "\"申請 → 承認 🈸 naïve\"";
    put(variable);
    EXPECT_EQ(get<Variable>(*store_, variable.key), variable);
}

TEST_P(StoreContract, KeepsTheSmallestAndTheLargestNumber) {
    Sequence low{.name = "low", .next = std::numeric_limits<std::int64_t>::min()};
    Sequence high{.name = "high", .next = std::numeric_limits<std::int64_t>::max()};
    put(low, high);
    EXPECT_EQ(get<Sequence>(*store_, "low"), low);
    EXPECT_EQ(get<Sequence>(*store_, "high"), high);
}

// --- conditions

TEST_P(StoreContract, ComparesTextsByTheOperators) {
    std::vector<UserTask> rows{task(1), task(2), task(3), task(4)};
    rows[0].assignee = "abe";
    rows[1].assignee = "Abe";
    rows[2].assignee = "段田";
    put_all(rows);  // 4 has none

    struct Case {
        Operator op;
        std::vector<Cell> operands;
        std::vector<std::int64_t> expected;
    };
    const Case cases[] = {
        {Operator::Equals, {"abe"}, {1}},
        {Operator::Equals, {"段田"}, {3}},
        {Operator::Equals, {""}, {}},
        {Operator::Equals, {"x' OR '1'='1"}, {}},
        {Operator::NotEquals, {"abe"}, {2, 3, 4}},
        {Operator::Exists, {}, {1, 2, 3}},
        {Operator::NotExists, {}, {4}},
        {Operator::In, {"abe", "段田", "nobody"}, {1, 3}},
        {Operator::In, {}, {}},
        {Operator::NotIn, {"abe", "段田"}, {2, 4}},
        {Operator::NotIn, {}, {1, 2, 3, 4}},
        {Operator::Greater, {"Abe"}, {1, 3}},
        {Operator::GreaterOrEqual, {"Abe"}, {1, 2, 3}},
        {Operator::Less, {"abe"}, {2}},
        {Operator::LessOrEqual, {"abe"}, {1, 2}},
        {Operator::Like, {"abe"}, {1}},
        {Operator::Like, {"?be"}, {1, 2}},
        {Operator::Like, {"?田"}, {3}},
        {Operator::Like, {"*"}, {1, 2, 3}},
    };
    for (const auto& [op, operands, expected] : cases) {
        SCOPED_TRACE("operator " + std::to_string(static_cast<int>(op)) + " " + testing::PrintToString(operands));
        EXPECT_EQ(keys_where("assignee", op, operands), expected);
        EXPECT_EQ(keys<UserTask>(Query{}.where("assignee", op, operands).first(100)), expected);
    }
}

TEST_P(StoreContract, ComparesPatternsAsWritten) {
    const std::string texts[] = {"",      "50%", "50% off", "a_b", "a*b", "a?b",
                                 "a[b]c", "ab",  "a\\b",    "[a]", "^a",  "ウ]ア"};
    std::int64_t key = 0;
    for (const auto& text : texts) {
        UserTask row = task(++key);
        row.name = text;
        put(row);
    }
    struct Case {
        std::string pattern;
        std::vector<std::string> expected;
    };
    const Case cases[] = {
        {"", {""}},
        {"50%", {"50%"}},
        {"50%*", {"50%", "50% off"}},
        {"a_b", {"a_b"}},
        {"a\\*b", {"a*b"}},
        {"a\\?b", {"a?b"}},
        {"a?b", {"a_b", "a*b", "a?b", "a\\b"}},
        {"a*b", {"a_b", "a*b", "a?b", "ab", "a\\b"}},
        {"a[b]c", {"a[b]c"}},
        {"*]*", {"a[b]c", "[a]", "ウ]ア"}},
        {"[a]", {"[a]"}},
        {"\\[a\\]", {"[a]"}},
        {"^a", {"^a"}},
        {"a\\\\b", {"a\\b"}},
        {"ウ*", {"ウ]ア"}},
        {"???", {"50%", "a_b", "a*b", "a?b", "a\\b", "[a]", "ウ]ア"}},
        {"*b\\", {}},
    };
    for (const auto& [pattern, expected] : cases) {
        SCOPED_TRACE(pattern);
        std::vector<std::string> names;
        for (const auto& row : find<UserTask>(*store_, Query{}.where("name", Operator::Like, {pattern})).rows)
            names.push_back(row.name.value_or("none"));
        EXPECT_EQ(names, expected);
    }
}

TEST_P(StoreContract, ComparesNumbersTimesAndTruths) {
    UserTask a = task(1);
    UserTask b = task(2);
    a.priority = 9;
    b.priority = 10;
    a.due_date = Instant{1'000};
    put(a, b);
    EXPECT_THAT(keys_where("priority", Operator::Greater, {std::int64_t{9}}), ElementsAre(2));
    EXPECT_THAT(keys_where("priority", Operator::In, {std::int64_t{9}, std::int64_t{11}}), ElementsAre(1));
    EXPECT_THAT(keys_where("dueDate", Operator::LessOrEqual, {std::int64_t{1'000}}), ElementsAre(1));
    EXPECT_THAT(keys_where("dueDate", Operator::NotEquals, {std::int64_t{1'000}}), ElementsAre(2));
    EXPECT_THAT(keys_where("userTaskKey", Operator::GreaterOrEqual, {std::int64_t{2}}), ElementsAre(2));
    EXPECT_THAT(keys_where("state", Operator::Equals, {"CREATED"}), ElementsAre(1, 2));

    ProcessInstance with = home_sample<ProcessInstance>(1);
    ProcessInstance without = home_sample<ProcessInstance>(2);
    with.has_incident = true;
    without.has_incident = false;
    put(with, without);
    EXPECT_THAT(keys<ProcessInstance>(instances().where_equals("hasIncident", true)), ElementsAre(with.key.value));
    EXPECT_THAT(keys<ProcessInstance>(instances().where("hasIncident", Operator::NotEquals, {true})),
                ElementsAre(without.key.value));
}

TEST_P(StoreContract, ComparesAnyMemberOfAList) {
    UserTask both = task(1);
    UserTask one = task(2);
    both.candidate_groups = {"iom.operator", "係長 \"A\""};
    one.candidate_groups = {"ward_is.chief"};
    put(both, one, task(3));
    const auto groups = [&](Operator op, std::vector<Cell> operands) {
        return keys_where("candidateGroups", op, std::move(operands));
    };
    EXPECT_THAT(groups(Operator::Equals, {"係長 \"A\""}), ElementsAre(1));
    EXPECT_THAT(groups(Operator::NotEquals, {"iom.operator"}), ElementsAre(2, 3));
    EXPECT_THAT(groups(Operator::In, {"ward_is.chief", "iom.operator"}), ElementsAre(1, 2));
    EXPECT_THAT(groups(Operator::NotIn, {"ward_is.chief"}), ElementsAre(1, 3));
    EXPECT_THAT(groups(Operator::Like, {"*chief"}), ElementsAre(2));
    EXPECT_THAT(groups(Operator::Exists, {}), ElementsAre(1, 2));
    EXPECT_THAT(groups(Operator::NotExists, {}), ElementsAre(3));
    EXPECT_THAT(groups(Operator::Equals, {"iom"}), IsEmpty());
}

TEST_P(StoreContract, HoldsAllConditionsAndOneOfEachChoice) {
    std::vector<UserTask> rows;
    for (std::int64_t key = 1; key <= 6; ++key) {
        rows.push_back(task(key));
        rows.back().priority = static_cast<std::int32_t>(key);
        rows.back().assignee = key % 2 ? "odd" : "even";
    }
    put_all(rows);
    const auto group = [](std::string field, Operator op, std::vector<Cell> operands) {
        return Group{{Condition{std::move(field), op, std::move(operands)}}, {}};
    };
    Query query = Query{}.where("priority", Operator::Less, {std::int64_t{6}});
    query.any_of.push_back(
        {group("assignee", Operator::Equals, {"odd"}), group("priority", Operator::Equals, {std::int64_t{4}})});
    EXPECT_THAT(keys<UserTask>(query), ElementsAre(1, 3, 4, 5));
    query.any_of.push_back({group("priority", Operator::Greater, {std::int64_t{3}})});
    EXPECT_THAT(keys<UserTask>(query), ElementsAre(4, 5));
    query.any_of.push_back({Group{}});
    EXPECT_THAT(keys<UserTask>(query), ElementsAre(4, 5));
    query.any_of.push_back({});
    EXPECT_THAT(keys<UserTask>(query), IsEmpty());
}

TEST_P(StoreContract, FindsRowsByRelatedRows) {
    std::vector<Variable> variables(3);
    const auto variable = [](std::int64_t key, std::int64_t instance, std::string name, std::string value) {
        Variable row;
        row.key = {key};
        row.process_instance_key = {instance};
        row.scope_key = {instance};
        row.name = std::move(name);
        row.value = std::move(value);
        return row;
    };
    variables = {variable(11, 1, "x", "1"), variable(12, 2, "x", "2"), variable(13, 2, "y", "1")};
    for (const std::int64_t key : {1, 2, 3}) {
        ProcessInstance row = at_home(ProcessInstance{});
        row.key = {key};
        if (key != 2) row.parent_process_instance_key = ProcessInstanceKey{2};
        put(row);
    }
    put_all(variables);
    Related related{"variable",
                    "processInstanceKey",
                    "processInstanceKey",
                    {{"name", Operator::Equals, {"x"}}, {"value", Operator::Equals, {"1"}}},
                    false};
    Query query = instances();
    query.all.related = {related};
    EXPECT_THAT(keys<ProcessInstance>(query), ElementsAre(1));
    query.all.related[0].negated = true;
    EXPECT_THAT(keys<ProcessInstance>(query), ElementsAre(2, 3));
    query.all.related[0].conditions.clear();
    EXPECT_THAT(keys<ProcessInstance>(query), ElementsAre(3));

    // By the other's primary key, and from a field that may be absent.
    Related parent{"process_instance", "parentProcessInstanceKey", "processInstanceKey", {}, false};
    query.all.related = {parent};
    EXPECT_THAT(keys<ProcessInstance>(query), ElementsAre(1, 3));
    query.all.related[0].negated = true;
    EXPECT_THAT(keys<ProcessInstance>(query), ElementsAre(2));
    // In a choice, and by a field without an index.
    query = instances();
    query.any_of = {{Group{{}, {Related{"variable", "processInstanceKey", "scopeKey", {}, false}}}}};
    EXPECT_THAT(keys<ProcessInstance>(query), ElementsAre(1, 2));
}

// --- order and pages

TEST_P(StoreContract, SortsByFieldsThenByPrimaryKeyWithAbsentValuesFirst) {
    std::vector<UserTask> rows{task(1), task(2), task(3), task(4)};
    rows[0].priority = 2;
    rows[1].priority = 1;
    rows[2].priority = 2;
    rows[3].priority = 1;
    rows[0].due_date = Instant{20};
    rows[2].due_date = Instant{10};
    put_all(rows);
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("priority")), ElementsAre(2, 4, 1, 3));
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("priority", true)), ElementsAre(1, 3, 2, 4));
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("dueDate")), ElementsAre(2, 4, 3, 1));
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("dueDate", true)), ElementsAre(1, 3, 2, 4));
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("priority").sorted_by("dueDate", true)), ElementsAre(2, 4, 1, 3));
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("userTaskKey", true)), ElementsAre(4, 3, 2, 1));
    const auto due = Query{}.where("dueDate", Operator::LessOrEqual, {std::int64_t{20}}).sorted_by("dueDate").first(1);
    EXPECT_THAT(keys<UserTask>(due), ElementsAre(3));
}

TEST_P(StoreContract, SortsTextsByTheirBytes) {
    const std::string names[] = {"b", "B", "a", "é", "段", "🈸", "a0", ""};
    std::int64_t key = 0;
    for (const auto& name : names) {
        UserTask row = task(++key);
        row.name = name;
        put(row);
    }
    EXPECT_THAT(keys<UserTask>(Query{}.sorted_by("name")), ElementsAre(8, 2, 3, 7, 1, 4, 5, 6));
}

/// Every way to page must give the same rows as one long page, however many ties there are.
TEST_P(StoreContract, PagesNeitherRepeatNorLoseRowsInEitherDirection) {
    std::vector<UserTask> rows;
    for (std::int64_t key = 1; key <= 23; ++key) {
        rows.push_back(task(key));
        rows.back().priority = static_cast<std::int32_t>(key % 3);
        if (key % 4) rows.back().due_date = Instant{key % 2};
        if (key % 5) rows.back().assignee = key % 2 ? "odd" : "even";
    }
    put_all(rows);
    const std::vector<std::vector<Sort>> sorts{{},
                                               {{"priority", false}},
                                               {{"priority", true}},
                                               {{"dueDate", false}},
                                               {{"dueDate", true}},
                                               {{"priority", true}, {"dueDate", false}},
                                               {{"dueDate", true}, {"assignee", true}, {"priority", false}},
                                               {{"userTaskKey", true}}};
    for (const auto& sort : sorts) {
        SCOPED_TRACE(sort.empty() ? "no sort" : sort.front().field + (sort.front().descending ? " descending" : ""));
        Query query;
        query.sort = sort;
        const auto expected = keys<UserTask>(query);
        ASSERT_EQ(expected.size(), 23U);
        query.limit = 4;

        std::vector<std::int64_t> forward;
        std::optional<Cursor> last;
        for (query.after = {}; forward.size() < 30;) {
            const auto page = find<UserTask>(*store_, query);
            EXPECT_EQ(page.total, 23);
            if (page.rows.empty()) break;
            for (const auto& row : page.rows) forward.push_back(row.key.value);
            last = query.after = page.end;
        }
        EXPECT_EQ(forward, expected);

        std::vector<std::int64_t> backward{expected.back()};
        query.after = {};
        for (query.before = last; backward.size() < 30;) {
            const auto page = find<UserTask>(*store_, query);
            if (page.rows.empty()) break;
            std::vector<std::int64_t> part;
            for (const auto& row : page.rows) part.push_back(row.key.value);
            backward.insert(backward.begin(), part.begin(), part.end());
            query.before = page.start;
        }
        EXPECT_EQ(backward, expected);

        query.before = {};
        std::vector<std::int64_t> skipping;
        for (query.from = 0; query.from < 28; query.from += 4)
            for (const auto key : keys<UserTask>(query)) skipping.push_back(key);
        EXPECT_EQ(skipping, expected);
    }
}

TEST_P(StoreContract, CountsAllPagesOnlyWhenAsked) {
    put_all<UserTask>({task(1), task(2), task(3)});
    Query query;
    query.limit = 1;
    EXPECT_EQ(find<UserTask>(*store_, query).total, 3);
    query.total_max = 2;
    EXPECT_EQ(find<UserTask>(*store_, query).total, 2) << "and no further than somebody wants to know";
    query.total_max = 4;
    EXPECT_EQ(find<UserTask>(*store_, query).total, 3);
    query.count_total = false;
    EXPECT_EQ(find<UserTask>(*store_, query).total, 0);
    query.count_total = true;
    query.limit = 0;
    const auto counted = find<UserTask>(*store_, query);
    EXPECT_EQ(counted.total, 3);
    EXPECT_THAT(counted.rows, IsEmpty());
    EXPECT_EQ(counted.start, std::nullopt);
    EXPECT_EQ(counted.end, std::nullopt);
}

TEST_P(StoreContract, ComparesTheLengthOfTextsInCharacters) {
    UserTask three = task(1), four = task(2);
    three.element_id = "段取り";
    four.element_id = "four";
    put_all<UserTask>({three, four});
    EXPECT_EQ(keys<UserTask>(Query{}.where("elementId", Operator::LongerThan, {std::int64_t{3}})), (std::vector<std::int64_t>{2}));
    EXPECT_EQ(keys<UserTask>(Query{}.where("elementId", Operator::NotLongerThan, {std::int64_t{3}})), (std::vector<std::int64_t>{1}));
    EXPECT_EQ(keys<UserTask>(Query{}.where("assignee", Operator::LongerThan, {std::int64_t{0}})).size(), 0u) << "what is absent has no length";
}

TEST_P(StoreContract, GivesCursorsOfTheSortFieldsAndThePrimaryKey) {
    UserTask row = task(7);
    row.due_date = Instant{5};
    put(row);
    const auto found = find<UserTask>(*store_, Query{}.sorted_by("dueDate").sorted_by("assignee").sorted_by("name"));
    const Cursor expected{std::int64_t{5}, Cell{}, Cell{}, std::int64_t{7}};
    EXPECT_EQ(found.start, expected);
    EXPECT_EQ(found.end, expected);
}

// --- what is refused

TEST_P(StoreContract, RefusesASearchThatMakesNoSense) {
    put(task(1));
    const auto refuses = [&](const Query& query) {
        EXPECT_THROW(find<UserTask>(*store_, query), std::invalid_argument);
        EXPECT_THROW(find<UserTask>(store_->reader(), query), std::invalid_argument);
    };
    refuses(Query{}.where_equals("nosuch", std::string("x")));
    refuses(Query{}.sorted_by("nosuch"));
    refuses(Query{}.where("assignee", Operator::Equals));
    refuses(Query{}.where("assignee", Operator::Equals, {"a", "b"}));
    refuses(Query{}.where("assignee", Operator::Exists, {"a"}));
    refuses(Query{}.where("assignee", Operator::Equals, {std::int64_t{1}}));
    refuses(Query{}.where("priority", Operator::Equals, {"1"}));
    refuses(Query{}.where("priority", Operator::Like, {std::int64_t{1}}));
    refuses(Query{}.where("assignee", Operator::Equals, {Cell{}}));
    EXPECT_THROW(find<Resource>(*store_, Query{}.where("content", Operator::Equals, {"x"})), std::invalid_argument);
    Query related;
    related.all.related = {Related{"nosuch", "userTaskKey", "userTaskKey", {}, false}};
    refuses(related);
    related.all.related = {Related{"variable", "userTaskKey", "nosuch", {}, false}};
    refuses(related);
    Query cursor;
    cursor.after = Cursor{};
    refuses(cursor);
    cursor.after = Cursor{"text"};
    refuses(cursor);
    cursor.after = cursor.before = Cursor{std::int64_t{1}};
    refuses(cursor);
    EXPECT_THROW(store_->search(std::variant_size_v<AnyRow>, Query{}), std::invalid_argument);
    EXPECT_THAT(keys<UserTask>(Query{}), ElementsAre(1));
}

// --- readers beside the writer

TEST_P(StoreContract, ShowsACommittedBatchToEveryReaderAtOnce) {
    for (std::int64_t key = 1; key <= 50; ++key) {
        put(task(key));
        ASSERT_EQ(find<UserTask>(store_->reader(), Query{}).total, key);
        ASSERT_EQ(find<UserTask>(*store_, Query{}).total, key);
    }
}

/// Each batch writes the same number into three rows: a reader must never see two numbers, nor go back in time.
TEST_P(StoreContract, NeverShowsHalfABatch) {
    constexpr std::int64_t last = 200;
    std::atomic<bool> over = false;
    std::atomic<int> torn = 0;
    std::atomic<int> backward = 0;
    const auto write = [&](std::int64_t number) {
        const Sequence a{.name = "a", .next = number};
        const Sequence b{.name = "b", .next = number};
        const Timer timer = home_sample<Timer>(number);
        Batch batch;
        batch.put(a);
        batch.put(b);
        batch.put(timer);
        if (number > 1) batch.remove<Timer>(home_sample<Timer>(number - 1).key);
        store_->commit(batch);
    };
    write(1);
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] {
            std::int64_t seen = 0;
            do {
                const auto found = find<Sequence>(store_->reader(), Query{});
                if (found.rows.size() != 2 || found.total != 2 || found.rows[0].next != found.rows[1].next) ++torn;
                if (!found.rows.empty() && found.rows[0].next < seen) ++backward;
                if (!found.rows.empty()) seen = found.rows[0].next;
                if (find<Timer>(store_->reader(), Query{}).rows.size() != 1) ++torn;
            } while (!over);
        });
    for (std::int64_t number = 2; number <= last; ++number) write(number);
    over = true;
    readers.clear();
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(backward, 0);
    EXPECT_EQ(get<Sequence>(store_->reader(), "b")->next, last);
}

}  // namespace dandori::test
