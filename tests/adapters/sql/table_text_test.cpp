#include "adapters/sql/table_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "adapters/sqlite/sqlite_dialect.h"

namespace dandori::sql {

using testing::ElementsAre;

TEST(TableText, NamesColumnsInLowerCaseWithUnderscores) {
    EXPECT_EQ(column_name("processInstanceKey"), "\"process_instance_key\"");
    EXPECT_EQ(column_name("references"), "\"references\"");
}

TEST(TableText, GivesEveryFieldItsOwnColumn) {
    for (const auto& kind : engine::row_kinds()) {
        std::vector<std::string> names;
        for (const auto& field : kind.fields) names.push_back(column_name(field.name));
        std::sort(names.begin(), names.end());
        EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end()) << kind.table;
    }
}

TEST(TableText, CreatesATableOfTheFieldsAndRefersToTheInstance) {
    EXPECT_EQ(
        create_table_text(engine::row_kind("token"), sqlite::SqliteDialect{}),
        "CREATE TABLE \"token\" (\"token_key\" INTEGER NOT NULL PRIMARY KEY, "
        "\"process_instance_key\" INTEGER NOT NULL, \"scope_key\" INTEGER NOT NULL, \"element_id\" TEXT NOT NULL, "
        "\"flow_id\" TEXT NOT NULL, \"lineage\" TEXT NOT NULL, \"taken_flows\" TEXT NOT NULL, \"arrived_at\" INTEGER NOT NULL, "
        "\"held_by\" INTEGER, \"event\" TEXT NOT NULL, "
        "FOREIGN KEY (\"process_instance_key\") REFERENCES \"process_instance\" (\"process_instance_key\") "
        "DEFERRABLE INITIALLY DEFERRED) STRICT");
}

TEST(TableText, KeepsTextKeysWithoutARowNumber) {
    EXPECT_EQ(create_table_text(engine::row_kind("sequence"), sqlite::SqliteDialect{}),
              "CREATE TABLE \"sequence\" (\"name\" TEXT NOT NULL PRIMARY KEY, \"next\" INTEGER NOT NULL) "
              "STRICT, WITHOUT ROWID");
}

TEST(TableText, InsertsUpdatesAndRemovesByPrimaryKeyWithTheSameParameters) {
    const sqlite::SqliteDialect dialect;
    EXPECT_EQ(insert_text(engine::row_kind("sequence"), dialect),
              "INSERT INTO \"sequence\" (\"name\", \"next\") VALUES (?1, ?2) ON CONFLICT (\"name\") DO NOTHING");
    EXPECT_EQ(update_text(engine::row_kind("sequence"), dialect),
              "UPDATE \"sequence\" SET \"next\" = ?2 WHERE \"name\" = ?1");
    EXPECT_EQ(remove_text(engine::row_kind("sequence"), sqlite::SqliteDialect{}),
              "DELETE FROM \"sequence\" WHERE \"name\" = ?1");
}

TEST(TableText, IndexesFieldsAloneOrTogetherAndLeavesAbsentValuesOut) {
    std::vector<std::string> texts;
    for (const auto& index : indexes_of(engine::row_kind("job"), sqlite::SqliteDialect{})) texts.push_back(index.create_text);
    EXPECT_THAT(texts,
                ElementsAre("CREATE INDEX \"job_by_process_instance_key\" ON \"job\" (\"process_instance_key\")",
                            "CREATE INDEX \"job_by_type_activatable_at\" ON \"job\" (\"type\", \"activatable_at\") "
                            "WHERE \"activatable_at\" IS NOT NULL",
                            "CREATE INDEX \"job_by_type_tenant_id_process_definition_id_priority_job_key\" ON \"job\" (\"type\", \"tenant_id\", "
                            "\"process_definition_id\", \"priority\" DESC, \"job_key\") WHERE \"activatable_at\" IS NOT NULL"));
}

TEST(TableText, GivesIndexesNamesOfTheirOwnThatPostgresqlKeepsWhole) {
    std::set<std::string> names;
    for (const auto& kind : engine::row_kinds()) {
        for (const auto& index : indexes_of(kind, sqlite::SqliteDialect{})) {
            EXPECT_LE(index.name.size(), 63u) << index.name;
            EXPECT_TRUE(names.insert(index.name).second) << index.name;
        }
    }
}

TEST(TableText, IndexesAbsentValuesWhereTheyAreLookedFor) {
    const auto indexes = indexes_of(engine::row_kind("timer"), sqlite::SqliteDialect{});
    const auto found = std::ranges::find(indexes, "timer_by_process_instance_key_or_absent", &Index::name);
    ASSERT_NE(found, indexes.end());
    EXPECT_EQ(found->create_text, "CREATE INDEX \"timer_by_process_instance_key_or_absent\" ON \"timer\" (\"process_instance_key\")");
}

}  // namespace dandori::sql
