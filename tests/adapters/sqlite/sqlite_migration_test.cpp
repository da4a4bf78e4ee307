// An older file is brought forward, a newer one refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "adapters/sql/migration.h"
#include "adapters/sqlite/schema_access.h"
#include "adapters/sqlite/sqlite_store.h"
#include "engine/identity/directory.h"
#include "tests/support/sample_rows.h"
#include "tests/support/temporary_folder.h"

namespace dandori::test {

using namespace engine;
using sql::Schema;
using sqlite::SqliteStore;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

/// The kinds of today without some fields of one: a schema as it may have been once.
std::vector<RowKind> kinds_without(std::string_view table, std::initializer_list<std::string_view> fields) {
    std::vector<RowKind> kinds(row_kinds().begin(), row_kinds().end());
    for (auto& kind : kinds)
        if (kind.table == table)
            std::erase_if(kind.fields, [&](const FieldKind& field) {
                return std::find(fields.begin(), fields.end(), field.name) != fields.end();
            });
    return kinds;
}

void execute(const std::string& path, const std::string& text) { sqlite::Connection(path).execute(text); }

std::string text_of(const std::string& path, const std::string& query) {
    sqlite::Connection connection(path);
    sqlite::Prepared prepared(connection.get(), query);
    return prepared.step() ? std::string(prepared.text(0)) : "no row";
}

std::string schema_of(const std::string& path) {
    return text_of(
        path, "SELECT group_concat(coalesce(sql, name), char(10)) FROM (SELECT * FROM sqlite_schema ORDER BY name)");
}

class SqliteMigration : public testing::Test {
  protected:
    TemporaryFolder folder_;
    const std::string path_ = folder_ / "store.db";
};

TEST_F(SqliteMigration, LeavesAFileOfTodayAsItIs) {
    { SqliteStore store(path_); }
    const auto before = schema_of(path_);
    { SqliteStore store(path_); }
    EXPECT_EQ(schema_of(path_), before);
    EXPECT_EQ(text_of(path_, "SELECT version FROM schema_version"), std::to_string(sql::current_schema().version()));
}

TEST_F(SqliteMigration, AddsFieldsThatRowsHaveGotSince) {
    const auto old_kinds = kinds_without("user_account", {"email", "post", "lockedUntil"});
    const Schema old{old_kinds, sql::current_schema().steps};
    { SqliteStore store(path_, old); }
    execute(path_, "INSERT INTO user_account VALUES ('abe', 'Abe', 'hash', 2)");

    SqliteStore store(path_);
    User expected;
    expected.username = "abe";
    expected.name = "Abe";
    expected.password_hash = "hash";
    expected.failed_sign_ins = 2;
    EXPECT_EQ(get<User>(store, "abe"), expected);
    expected.email = "abe@example.jp";
    Batch batch;
    batch.put(expected);
    store.commit(batch);
    EXPECT_EQ(find<User>(store, Query{}.where_equals("email", *expected.email)).total, 1);
    EXPECT_THAT(schema_of(path_), HasSubstr("user_account_by_email"));
}

TEST_F(SqliteMigration, AddsKindsOfRowsThatThereAreSince) {
    std::vector<RowKind> old_kinds(row_kinds().begin(), row_kinds().end());
    std::erase_if(old_kinds, [](const RowKind& kind) { return kind.table == "draft"; });
    { SqliteStore store(path_, Schema{old_kinds, sql::current_schema().steps}); }
    SqliteStore store(path_);
    const auto draft = sample<Draft>(1);
    Batch batch;
    batch.put(draft);
    store.commit(batch);
    EXPECT_EQ(get<Draft>(store, draft.id), draft);
}

TEST_F(SqliteMigration, TakesTheStepsThatAFileLacksInTheirOrder) {
    const auto kinds = row_kinds();
    Schema schema{kinds, {}};
    { SqliteStore store(path_, schema); }
    execute(path_, "INSERT INTO user_account VALUES ('abe', 'Abe', NULL, NULL, 'hash', 0, NULL)");
    schema.steps.push_back({"names get a title", {"UPDATE user_account SET name = name || ' 様'"}});
    schema.steps.push_back({"and a colon", {"UPDATE user_account SET name = name || ':'"}});
    { SqliteStore store(path_, schema); }
    { SqliteStore store(path_, schema); }
    EXPECT_EQ(text_of(path_, "SELECT name FROM user_account"), "Abe 様:");
    EXPECT_EQ(text_of(path_, "SELECT version FROM schema_version"), "3");
}

TEST_F(SqliteMigration, MakesMembershipsOfThePeoplesGroups) {
    std::vector<RowKind> old_kinds(row_kinds().begin(), row_kinds().end());
    std::erase_if(old_kinds, [](const RowKind& kind) { return kind.table == "membership" || kind.table == "user_group"; });
    { SqliteStore store(path_, Schema{old_kinds, {sql::current_schema().steps.front()}}); }
    execute(path_,
            "ALTER TABLE user_account ADD COLUMN groups TEXT NOT NULL DEFAULT '[]';"
            "ALTER TABLE user_account ADD COLUMN is_administrator INTEGER NOT NULL DEFAULT 0;"
            "INSERT INTO user_account (username, password_hash, failed_sign_ins, groups, is_administrator) VALUES "
            "('abe', '', 0, '[\"iom.operator\", \"administrators\"]', 1), ('eda', '', 0, '[]', 0)");
    SqliteStore store(path_);
    EXPECT_EQ(engine::groups_of(store, "abe"), (std::vector<std::string>{"administrators", "iom.operator"}));
    EXPECT_EQ(engine::groups_of(store, "eda"), std::vector<std::string>{});
    EXPECT_EQ(get<engine::UserGroup>(store, "iom.operator")->name, "iom.operator");
    EXPECT_EQ(engine::members_of(store, engine::CircleType::Tenant, "<default>", engine::OwnerType::User),
              (std::vector<std::string>{"abe", "eda"}));
}

TEST_F(SqliteMigration, LeavesTheFileAsItWasWhenAStepFails) {
    Schema schema{row_kinds(), {}};
    { SqliteStore store(path_, schema); }
    const auto before = schema_of(path_);
    schema.steps.push_back({"half a step", {"CREATE TABLE half (x INTEGER) STRICT", "INSERT INTO nowhere VALUES (1)"}});
    EXPECT_THAT([&] { SqliteStore store(path_, schema); },
                ThrowsMessage<std::runtime_error>(HasSubstr("no such table: nowhere")));
    EXPECT_EQ(schema_of(path_), before);
    EXPECT_EQ(text_of(path_, "SELECT version FROM schema_version"), "1");
}

TEST_F(SqliteMigration, RefusesAFileOfANewerProgram) {
    const auto older = kinds_without("draft", {"savedAt"});
    { SqliteStore store(path_); }
    EXPECT_THAT(
        [&] {
            SqliteStore store(path_, Schema{older, sql::current_schema().steps});
        },
        ThrowsMessage<std::runtime_error>(
            "The store was made by a newer Dandori: it has column 'saved_at' in table 'draft', this program knows no "
            "such column. Start the newer program, or restore a backup from before its first start."));
    execute(path_, "UPDATE schema_version SET version = 7");
    EXPECT_THAT(
        [&] { SqliteStore store(path_); },
        ThrowsMessage<std::runtime_error>(
            "The store was made by a newer Dandori: it has schema version 7, this program knows versions up to " +
            std::to_string(sql::current_schema().version()) +
            ". Start the newer program, or restore a backup from before its first start."));
    execute(path_, "UPDATE schema_version SET version = " + std::to_string(sql::current_schema().version()) +
                       "; CREATE TABLE novelty (x INTEGER) STRICT");
    EXPECT_THAT([&] { SqliteStore store(path_); },
                ThrowsMessage<std::runtime_error>(HasSubstr("it has table 'novelty'")));
}

TEST_F(SqliteMigration, RefusesADatabaseOfSomethingElse) {
    { std::ofstream file(path_); }
    execute(path_, "CREATE TABLE songs (title TEXT)");
    EXPECT_THAT(
        [&] { SqliteStore store(path_); },
        ThrowsMessage<std::runtime_error>("The database holds tables, but not Dandori's: 'songs'. Name a new file or "
                                          "an empty database."));
}

}  // namespace
}  // namespace dandori::test
