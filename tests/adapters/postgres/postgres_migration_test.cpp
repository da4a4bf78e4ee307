// An older schema is brought forward, a newer one and servers that won't do are refused.
#include <gmock/gmock.h>

#include "adapters/postgres/schema_access.h"
#include "tests/adapters/postgres/database_of_a_test.h"
#include "tests/support/sample_rows.h"

namespace dandori::test {

using namespace engine;
using postgres::Connection;
using postgres::PostgresStore;
using postgres::Purpose;
using sql::Schema;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

class PostgresMigration : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT_POSTGRES();
        address_ = fresh_address(*shared_postgres());
    }
    void begin_with(const Schema& schema) {
        Connection connection(address_, Purpose::Writing, "test");
        postgres::bring_forward(connection, schema);
    }
    std::string schema_of_it() {
        return text_of(address_,
                       "SELECT string_agg(line, E'\\n' ORDER BY line) FROM (SELECT table_name || '.' || column_name || ' ' || data_type || coalesce(collation_name, '') "
                       "AS line FROM information_schema.columns WHERE table_schema = current_schema() UNION ALL "
                       "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()) AS lines");
    }
    void execute(const std::string& text) { Connection(address_, Purpose::Writing, "test").execute(text); }

    postgres::Address address_;
};

TEST_F(PostgresMigration, LeavesASchemaOfTodayAsItIs) {
    { PostgresStore store(address_); }
    const auto before = schema_of_it();
    EXPECT_THAT(before, HasSubstr("user_task.assignee text"));
    { PostgresStore store(address_); }
    EXPECT_EQ(schema_of_it(), before);
    EXPECT_EQ(text_of(address_, "SELECT version FROM schema_version"), std::to_string(sql::current_schema().version()));
}

/// The fields come to stand behind the others, so the order of the columns isn't that of the fields any more.
TEST_F(PostgresMigration, AddsFieldsThatRowsHaveGotSince) {
    std::vector<RowKind> old_kinds(row_kinds().begin(), row_kinds().end());
    for (auto& kind : old_kinds)
        if (kind.table == "user_account")
            std::erase_if(kind.fields, [](const FieldKind& field) { return field.name == "name" || field.name == "email" || field.name == "failedSignIns"; });
    begin_with(Schema{old_kinds, sql::current_schema().steps});
    execute("INSERT INTO user_account (username, password_hash) VALUES ('abe', 'hash')");
    PostgresStore store(address_);
    User expected;
    expected.username = "abe";
    expected.password_hash = "hash";
    EXPECT_EQ(get<User>(store, "abe"), expected);
    const auto other = sample<User>(1);
    put(store, other);
    EXPECT_EQ(get<User>(store, other.username), other);
}

TEST_F(PostgresMigration, AddsAListsTableAndFillsIt) {
    PostgresStore store(address_);
    UserTask task;
    task.key = {7};
    task.candidate_groups = {"a", "b"};
    put(store, task);
    execute("DROP TABLE user_task_candidate_groups; DROP FUNCTION user_task_candidate_groups_follow CASCADE");
    begin_with(sql::current_schema());
    EXPECT_EQ(text_of(address_, "SELECT count(*) FROM user_task_candidate_groups"), "2");
    task.candidate_groups = {"b"};
    put(store, task);
    EXPECT_EQ(text_of(address_, "SELECT string_agg(value, ',') FROM user_task_candidate_groups"), "b");
}

TEST_F(PostgresMigration, LeavesEverythingAsItWasWhenAStepFails) {
    begin_with(Schema{row_kinds(), {}});
    const auto before = schema_of_it();
    Schema schema{row_kinds(), {{"half a step", {"CREATE TABLE half (x INTEGER)", "INSERT INTO nowhere VALUES (1)"}}}};
    EXPECT_THAT([&] { begin_with(schema); }, ThrowsMessage<std::runtime_error>(HasSubstr("relation \"nowhere\" does not exist")));
    EXPECT_EQ(schema_of_it(), before);
    EXPECT_EQ(text_of(address_, "SELECT version FROM schema_version"), "1");
}

TEST_F(PostgresMigration, RefusesTheSchemaOfANewerProgram) {
    { PostgresStore store(address_); }
    execute("UPDATE schema_version SET version = 77");
    EXPECT_THAT([&] { PostgresStore store(address_); },
                ThrowsMessage<std::runtime_error>(HasSubstr("The store was made by a newer Dandori: it has schema version 77")));
}

TEST_F(PostgresMigration, RefusesASchemaOfSomethingElse) {
    execute("CREATE TABLE songs (title text)");
    EXPECT_THAT([&] { PostgresStore store(address_); }, ThrowsMessage<std::runtime_error>(HasSubstr("The database holds tables, but not Dandori's: 'songs'")));
    EXPECT_EQ(text_of(address_, "SELECT to_regclass('last_batch') IS NULL"), "t");
}

TEST_F(PostgresMigration, IsDoneOnceWhenTwoProgramsStartTogether) {
    std::atomic<int> opened = 0;
    {
        std::vector<std::jthread> programs;
        for (int i = 0; i < 3; ++i)
            programs.emplace_back([&] {
                try {
                    PostgresStore store(address_);
                    ++opened;
                } catch (const postgres::Fault& fault) {
                    EXPECT_THAT(fault.what(), HasSubstr("is in use by another server"));
                }
            });
    }
    EXPECT_GE(opened, 1);
    EXPECT_EQ(text_of(address_, "SELECT count(*) FROM schema_version"), "1");
}

TEST_F(PostgresMigration, SaysWhatIsWrongWithAServerThatWontDo) {
    const auto refuses = [&](const std::string& url, const std::string& words) {
        EXPECT_THAT([&] { PostgresStore store(postgres::read_address(url).value()); }, ThrowsMessage<std::runtime_error>(HasSubstr(words)));
    };
    const auto& server = *shared_postgres();
    execute("CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
    refuses(server.url("latin"), "its database 'latin' has the encoding LATIN1; UTF8 is needed.");
    execute("CREATE ROLE reader LOGIN; CREATE ROLE frozen LOGIN; ALTER ROLE frozen SET default_transaction_read_only = on; "
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    auto url = server.url();
    const auto as = [&](const std::string& role) { return "postgres://" + role + url.substr(url.find('@')); };
    refuses(as("frozen"), "transactions are read-only there (default_transaction_read_only). Turn that off");
    refuses(as("reader"), "permission denied for schema public (42501) The role must own Dandori's tables");
    refuses(as("nobody"), "role \"nobody\" does not exist");
    refuses(server.url("nowhere"), "database \"nowhere\" does not exist");
    refuses("postgres://dandori@127.0.0.1:1/postgres", "PostgreSQL can't be reached at postgres://dandori@127.0.0.1:1/postgres: ");
}

}  // namespace
}  // namespace dandori::test
