#include "engine/table/definition.h"

#include <gtest/gtest.h>

#include "engine/state/authorization.h"

namespace dandori::engine {
namespace {

std::string fault(const std::string& json) {
    const auto read = read_table_definition(json);
    return read ? "" : read.error().text;
}
std::string with_column(const std::string& members) { return R"({"table": "t", "title": "表", "columns": [{"name": "id", "key": true}, {)" + members + "}]}"; }

TEST(TableDefinitionTest, ReadsWhatATableIs) {
    const auto table = read_table_definition(R"({"table": "gcas-codes", "title": "コード", "titleEn": "Codes", "readers": ["*"], "editors": ["ward_is.*"],
        "processes": ["gcas-request"], "columns": [
            {"name": "list", "title": "一覧", "key": true}, {"name": "code", "key": true, "type": "integer"},
            {"name": "system", "refersTo": "systems"}, {"name": "mail", "refersTo": "mails.process_id", "type": "list", "required": true},
            {"name": "basis", "values": ["public", {"value": "spec", "title": "仕様書", "titleEn": "Specification"}]}]})");
    ASSERT_TRUE(table) << table.error().text;
    EXPECT_EQ(table->id, "gcas-codes");
    EXPECT_EQ(table->processes, std::vector<std::string>{"gcas-request"});
    ASSERT_EQ(table->columns.size(), 5u);
    EXPECT_TRUE(table->columns[0].is_key && table->columns[0].is_required);
    EXPECT_EQ(table->columns[1].type, ColumnType::Integer);
    EXPECT_EQ(table->columns[2].refers_to->table, "systems");
    EXPECT_EQ(table->columns[2].refers_to->column, "");
    EXPECT_EQ(table->columns[3].refers_to->column, "process_id");
    EXPECT_TRUE(table->columns[3].is_required && !table->columns[3].is_key);
    EXPECT_EQ(table->columns[4].values[0].value, "public");
    EXPECT_EQ(table->columns[4].values[1].title, "仕様書");
    EXPECT_FALSE(table->is_only_key("list"));
    EXPECT_EQ(table->referred({"gcas-codes", ""}), nullptr) << "it has two key columns";
    EXPECT_EQ(table->referred({"gcas-codes", "code"}), &table->columns[1]);
}

TEST(TableDefinitionTest, SaysWhichMemberIsWrong) {
    EXPECT_NE(fault("[]").find("must be a JSON object"), std::string::npos);
    EXPECT_NE(fault(R"({"table": "t", "columns": [{"name": "id", "key": true}]})").find("'title' must be a text"), std::string::npos);
    EXPECT_NE(fault(R"({"table": "a b", "title": "表"})").find("found 'a b'"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "1a")")).find("found '1a'"), std::string::npos);
    EXPECT_NE(fault(R"({"table": "t", "title": "表", "columns": []})").find("has no key"), std::string::npos);
    EXPECT_NE(fault(R"({"table": "t", "title": "表", "columns": [{"name": "id", "key": true}], "owner": "x"})").find("no member 'owner'"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "id")")).find("two columns 'id'"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "a-b")")).find("found 'a-b'"), std::string::npos) << "FEEL would subtract";
    EXPECT_NE(fault(with_column(R"("name": "a", "type": "money")")).find("column 'a': 'type' must be"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "a", "type": "boolean", "key": true)")).find("a key can't be of type boolean"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "a", "refersTo": "x y")")).find("found 'x y'"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "a", "type": "date", "values": ["b"])")).find("only a text or a list"), std::string::npos);
    EXPECT_NE(fault(with_column(R"("name": "a", "values": [""])")), "");
    EXPECT_NE(fault(std::string(table_definition_bytes_max + 1, ' ')).find("bytes"), std::string::npos);
}

TEST(TableDefinitionTest, GroupsSayWhoReadsAndWhoEdits) {
    TableDefinition table;
    table.readers = {"ward_dept/*"};
    table.editors = {"ward_is.leader", "iom.*"};
    Actor actor;
    EXPECT_FALSE(may_read(table, &actor));
    actor.groups = {"ward_dept/税務課.staff"};
    EXPECT_TRUE(may_read(table, &actor));
    EXPECT_FALSE(may_edit(table, &actor));
    actor.groups = {"iom.operator"};
    EXPECT_TRUE(may_edit(table, &actor) && may_read(table, &actor));
    actor.groups = {"ward_is.leaders"};
    EXPECT_FALSE(may_edit(table, &actor)) << "without a star the name is whole";
    EXPECT_TRUE(may_edit(table, nullptr)) << "the program itself";
    Authorization administrates;
    administrates.resource_type = ResourceType::System;
    administrates.resource_id = "*";
    administrates.permissions = {"UPDATE"};
    actor.grants = Grants(std::span(&administrates, 1));
    EXPECT_TRUE(may_edit(table, &actor));
    table.readers = {"*"};
    Actor anybody;
    EXPECT_TRUE(may_read(table, &anybody));
    EXPECT_FALSE(may_edit(table, &anybody));
}

}  // namespace
}  // namespace dandori::engine
