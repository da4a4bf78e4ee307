#include "adapters/postgres/postgres_store.h"

#include "adapters/postgres/postgres_dialect.h"
#include "adapters/sql/search_statement.h"
#include "adapters/sql/table_text.h"
#include "tests/adapters/postgres/database_of_a_test.h"
#include "tests/support/store_contract.h"

namespace dandori::test {

using postgres::PostgresStore;
using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;

namespace {

/// The tests of the contract take turns on one schema, since making the tables takes a second.
std::unique_ptr<Store> empty_store() {
    static const auto address = fresh_address(*shared_postgres());
    auto store = std::make_unique<PostgresStore>(address);
    std::string remove_all;
    for (const auto& kind : row_kinds()) remove_all += "DELETE FROM " + sql::quoted(kind.table) + ";";
    postgres::Connection(address, postgres::Purpose::Writing, "test").execute(remove_all);
    return store;
}

std::vector<MakeStore> postgres_stores() {
    if (!shared_postgres()) return {};
    return {empty_store};
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Postgres, StoreContract, testing::ValuesIn(postgres_stores()));
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(StoreContract);

TEST(PostgresStore, FindsEverythingAgainAfterItWasClosed) {
    SKIP_WITHOUT_POSTGRES();
    const auto address = fresh_address(*shared_postgres());
    const auto user = sample<User>(1);
    {
        PostgresStore store(address);
        put(store, user);
    }
    PostgresStore store(address);
    EXPECT_EQ(get<User>(store, user.username), user);
}

TEST(PostgresStore, KeepsTextsThatPostgresCantHold) {
    SKIP_WITHOUT_POSTGRES();
    PostgresStore store(fresh_address(*shared_postgres()));
    UserTask task;
    task.key = {1};
    task.name = std::string("a\0b\1c", 5);
    task.assignee = "\xff\xfe no UTF-8 \xe3\x81";
    task.candidate_groups = {std::string("g\0", 2), "\xff", "plain"};
    put(store, task);
    EXPECT_EQ(get<UserTask>(store, task.key), task);
    for (const auto& group : task.candidate_groups)
        EXPECT_EQ(find<UserTask>(store, Query{}.where("candidateGroups", Operator::Equals, {group})).total, 1) << group;
    EXPECT_EQ(find<UserTask>(store, Query{}.where("assignee", Operator::In, {*task.assignee, "x"})).total, 1);
    EXPECT_EQ(find<UserTask>(store, Query{}.where("name", Operator::Greater, {std::string("a\0a", 3)}).where("name", Operator::Less, {"a\1"})).total, 1);
}

/// A row whose key is lower than one that was written before, and one that was removed and comes again.
TEST(PostgresStore, TakesNewRowsInAnyOrderOfTheirKeys) {
    SKIP_WITHOUT_POSTGRES();
    PostgresStore store(fresh_address(*shared_postgres()));
    for (const std::int64_t key : {5, 9, 7, 9, 5, 10}) put(store, sample<Timer>(key));
    Batch batch;
    batch.remove<Timer>(sample<Timer>(9).key);
    const auto low = sample<Timer>(6);
    const auto high = sample<Timer>(11);
    batch.put(high);
    batch.put(low);
    store.commit(batch);
    put(store, sample<Timer>(9));
    std::vector<std::int64_t> keys;
    for (const auto& row : find<Timer>(store, Query{}).rows) keys.push_back(row.key.value - first_key);
    EXPECT_THAT(keys, ElementsAre(5, 6, 7, 9, 10, 11));
}

TEST(PostgresStore, WritesABatchOfAnySizeInOneStatement) {
    SKIP_WITHOUT_POSTGRES();
    const auto address = fresh_address(*shared_postgres());
    PostgresStore store(address);
    const auto transactions = [&] { return std::stoll(text_of(address, "SELECT pg_current_xact_id()::text")); };
    std::vector<ElementInstance> elements;
    for (std::int64_t key = 1; key <= 3'000; ++key) elements.push_back(sample<ElementInstance>(key));
    Batch batch;
    for (const auto& row : elements) batch.put(row);
    const auto task = sample<UserTask>(1);
    batch.put(task);
    batch.remove<Timer>({1});
    const auto before = transactions();
    store.commit(batch);
    EXPECT_EQ(transactions(), before + 2) << "one for the batch, one for the question";
    EXPECT_EQ(find<ElementInstance>(store, Query{}).total, 3'000);
}

TEST(PostgresStore, WritesMoreThanFitsIntoOneStatementInOneTransaction) {
    SKIP_WITHOUT_POSTGRES();
    PostgresStore store(fresh_address(*shared_postgres()));
    std::vector<Resource> resources;
    for (std::int64_t key = 1; key <= 3; ++key) {
        resources.push_back(sample<Resource>(key));
        resources.back().content.value.assign(9 << 20, static_cast<char>('a' + key));
    }
    Batch batch;
    for (const auto& row : resources) batch.put(row);
    store.commit(batch);
    EXPECT_TRUE(get<Resource>(store, resources[2].key) == resources[2]);
    EXPECT_EQ(find<Resource>(store, Query{}.first(10)).rows.size(), 3U);
}

TEST(PostgresStore, KeepsAServerAwayThatComesSecond) {
    SKIP_WITHOUT_POSTGRES();
    const auto address = fresh_address(*shared_postgres());
    {
        PostgresStore first(address);
        EXPECT_THAT([&] { PostgresStore second(address); },
                    ThrowsMessage<std::runtime_error>(AllOf(HasSubstr("The store " + address.described + " is in use by another server (dandori "),
                                                            HasSubstr("Stop that one first, or name another database or schema=NAME."))));
        EXPECT_NO_THROW(PostgresStore{fresh_address(*shared_postgres())});
    }
    EXPECT_NO_THROW(PostgresStore{address});
}

TEST(PostgresStore, FindsTheTasksOfAGroupInTheOrderOfTheirDueDatesWithoutSorting) {
    SKIP_WITHOUT_POSTGRES();
    const auto address = fresh_address(*shared_postgres());
    PostgresStore store(address);
    std::vector<UserTask> tasks;
    for (std::int64_t key = 1; key <= 2'000; ++key) {
        tasks.push_back({});
        tasks.back().key = {key};
        tasks.back().state = UserTaskState::Created;
        tasks.back().candidate_groups = {"group " + std::to_string(key % 20)};
        if (key % 3) tasks.back().due_date = Instant{key * 7 % 1'000};
    }
    Batch batch;
    for (const auto& task : tasks) batch.put(task);
    store.commit(batch);
    postgres::Connection connection(address, postgres::Purpose::Reading, "test");
    connection.execute("ANALYZE; SET plan_cache_mode = force_generic_plan");
    for (const bool is_descending : {false, true}) {
        Query query;
        query.where("candidateGroups", Operator::Equals, {"group 3"}).where("state", Operator::Equals, {"CREATED"});
        query.sorted_by("dueDate", is_descending).first(10);
        const auto statement = sql::search_statement(row_kind("user_task"), query, postgres::PostgresDialect{});
        connection.execute("PREPARE search AS " + statement.text);
        std::string plan;
        for (const auto& line : connection.execute("EXPLAIN EXECUTE search('group 3', 'CREATED', 10)")) plan += std::string(line[0].c_str()) + "\n";
        connection.execute("DEALLOCATE search");
        EXPECT_THAT(plan, HasSubstr("user_task_candidate_groups_by_value"));
        if (!is_descending) {
            EXPECT_THAT(plan, Not(HasSubstr("Sort"))) << plan;
        }
    }
}

/// The plan that the server keeps for following a table's lists was once made for the first statement, of one row; thousands then took it as
/// long as the square or cube of their number, until the statement's time was over.
TEST(PostgresStore, ChangesThousandsOfTasksAfterItChangedOne) {
    SKIP_WITHOUT_POSTGRES();
    PostgresStore store(fresh_address(*shared_postgres()));
    std::vector<UserTask> tasks;
    for (std::int64_t key = 1; key <= 8'000; ++key) {
        tasks.push_back({});
        tasks.back().key = {key};
        tasks.back().state = UserTaskState::Created;
        tasks.back().candidate_groups = {"group"};
    }
    const auto write_all = [&](std::size_t first, std::size_t last) {
        Batch batch;
        for (std::size_t each = first; each < last; ++each) batch.put(tasks[each]);
        store.commit(batch);
    };
    write_all(0, tasks.size());
    for (auto& task : tasks) task.state = UserTaskState::Completed;
    write_all(0, 1);
    write_all(1, tasks.size());
    const auto in_state = [&](const char* state) {
        Query query;
        query.where("candidateGroups", Operator::Equals, {"group"}).where("state", Operator::Equals, {state});
        query.limit = 1;
        return find<UserTask>(store, query).total;
    };
    EXPECT_EQ(in_state("CREATED"), 0);
    EXPECT_EQ(in_state("COMPLETED"), 8'000);
}

}  // namespace dandori::test
