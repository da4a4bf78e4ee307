#include "adapters/sql/migration.h"

#include <algorithm>
#include <stdexcept>

#include "adapters/sql/table_text.h"

namespace dandori::sql {
namespace {

using engine::FieldKind;
using engine::RowKind;

constexpr std::string_view version_table = "schema_version";

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string bare_column_name(const FieldKind& field) {
    const auto name = column_name(field.name);
    return name.substr(1, name.size() - 2);
}

[[noreturn]] void refuse(const std::string& found, const std::string& known) {
    throw std::runtime_error("The store was made by a newer Dandori: it has " + found + ", this program knows " +
                             known + ". Start the newer program, or restore a backup from before its first start.");
}

/// The groups of a person stood in the person's row. Written for SQLite: no other store was there then.
Step people_become_members() {
    return {"Groups of people become memberships",
            {R"(CREATE TABLE "membership" ("membership_id" TEXT NOT NULL PRIMARY KEY, "circle_type" TEXT NOT NULL,
                "circle_id" TEXT NOT NULL, "member_type" TEXT NOT NULL, "member_id" TEXT NOT NULL) STRICT, WITHOUT ROWID)",
             R"(CREATE TABLE "user_group" ("group_id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "description" TEXT)
                STRICT, WITHOUT ROWID)",
             R"(INSERT INTO "membership" SELECT 'GROUP ' || "g" || ' USER ' || "username", 'GROUP', "g", 'USER', "username"
                FROM (SELECT "username", value AS "g" FROM "user_account", json_each("groups")
                UNION SELECT "username", 'administrators' FROM "user_account" WHERE "is_administrator" <> 0))",
             R"(INSERT INTO "user_group" SELECT DISTINCT "circle_id", "circle_id", NULL FROM "membership")",
             R"(INSERT INTO "membership" SELECT 'TENANT <default> USER ' || "username", 'TENANT', '<default>', 'USER', "username"
                FROM "user_account")",
             R"(ALTER TABLE "user_account" DROP COLUMN "groups")",
             R"(ALTER TABLE "user_account" DROP COLUMN "is_administrator")"}};
}

class Migration {
  public:
    Migration(SchemaAccess& database, const Schema& schema, const Dialect& dialect)
        : database_(database), schema_(schema), dialect_(dialect), tables_(database.tables()) {}

    bool run() {
        if (contains(tables_, version_table))
            take_steps();
        else
            begin_versions();
        for (const RowKind& kind : schema_.kinds) complete(kind);
        refuse_unknown_tables();
        return changed_;
    }

  private:
    void execute(const std::string& text) {
        database_.execute(text);
        changed_ = true;
    }

    void begin_versions() {
        if (!tables_.empty())
            throw std::runtime_error("The database holds tables, but not Dandori's: '" + tables_.front() +
                                     "'. Name a new file or an empty database.");
        execute("CREATE TABLE \"schema_version\" (\"version\" INTEGER NOT NULL)");
        execute("INSERT INTO \"schema_version\" VALUES (" + std::to_string(schema_.version()) + ")");
    }

    void take_steps() {
        const auto versions = database_.texts("SELECT \"version\" FROM \"schema_version\"");
        if (versions.size() != 1) throw std::runtime_error("The store's table 'schema_version' must have one row.");
        const std::int64_t found = std::stoll(versions.front());
        if (found > schema_.version())
            refuse("schema version " + versions.front(), "versions up to " + std::to_string(schema_.version()));
        if (found == schema_.version()) return;
        for (auto step = static_cast<std::size_t>(found - 1); step < schema_.steps.size(); ++step)
            for (const auto& statement : schema_.steps[step].statements) execute(statement);
        execute("UPDATE \"schema_version\" SET \"version\" = " + std::to_string(schema_.version()));
        tables_ = database_.tables();
    }

    void complete(const RowKind& kind) {
        const std::string table(kind.table);
        if (contains(tables_, table))
            add_columns(kind, database_.columns(table));
        else
            execute(create_table_text(kind, dialect_));
        const auto existing = database_.indexes(table);
        const auto wanted = indexes_of(kind, dialect_);
        for (const auto& name : existing)
            if (std::none_of(wanted.begin(), wanted.end(), [&](const Index& index) { return index.name == name; }))
                execute("DROP INDEX " + quoted(name));
        for (const auto& index : wanted)
            if (!contains(existing, index.name)) execute(index.create_text);
        for (const auto& index : list_indexes_of(kind)) {
            if (contains(tables_, index.table)) continue;
            for (const auto& text : create_list_index_texts(kind, index, dialect_)) execute(text);
        }
    }

    void add_columns(const RowKind& kind, const std::vector<std::string>& existing) {
        std::vector<std::string> known;
        for (const FieldKind& field : kind.fields) {
            known.push_back(bare_column_name(field));
            if (!contains(existing, known.back())) execute(add_column_text(kind, field, dialect_));
        }
        for (const auto& name : existing)
            if (!contains(known, name))
                refuse("column '" + name + "' in table '" + std::string(kind.table) + "'", "no such column");
    }

    void refuse_unknown_tables() {
        for (const auto& name : tables_) {
            const bool known = name == version_table || std::ranges::any_of(schema_.kinds, [&](const RowKind& it) {
                const auto lists = list_indexes_of(it);
                return it.table == name || std::ranges::find(lists, name, &ListIndex::table) != lists.end();
            });
            if (!known) refuse("table '" + name + "'", "no such table");
        }
    }

    SchemaAccess& database_;
    const Schema& schema_;
    const Dialect& dialect_;
    std::vector<std::string> tables_;
    bool changed_ = false;
};

}  // namespace

const Schema& current_schema() {
    static const Schema schema{
        engine::row_kinds(),
        {{"conditions no longer remember whether they held", {"ALTER TABLE \"conditional_subscription\" DROP COLUMN \"holds\""}},
         people_become_members()}};
    return schema;
}

bool bring_forward(SchemaAccess& database, const Schema& schema, const Dialect& dialect) {
    return Migration(database, schema, dialect).run();
}

}  // namespace dandori::sql
