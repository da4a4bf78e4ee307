#include "adapters/sqlite/schema_access.h"

#include "adapters/sql/table_text.h"
#include "adapters/sqlite/sqlite_dialect.h"

namespace dandori::sqlite {
namespace {

class SchemaAccess final : public sql::SchemaAccess {
  public:
    explicit SchemaAccess(Connection& connection) : connection_(connection) {}

    void execute(const std::string& text) override { connection_.execute(text); }

    std::vector<std::string> texts(const std::string& query) override { return texts_of(query, {}); }

    std::vector<std::string> tables() override {
        return texts_of("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'",
                        {});
    }

    std::vector<std::string> columns(const std::string& table) override {
        return texts_of("SELECT name FROM pragma_table_info(?1)", table);
    }

    std::vector<std::string> indexes(const std::string& table) override {
        return texts_of("SELECT name FROM pragma_index_list(?1) WHERE origin = 'c'", table);
    }

  private:
    std::vector<std::string> texts_of(const std::string& query, const std::optional<std::string>& operand) {
        Prepared prepared(connection_.get(), query);
        if (operand) prepared.bind_text(1, *operand);
        std::vector<std::string> result;
        while (prepared.step()) result.emplace_back(prepared.text(0));
        return result;
    }

    Connection& connection_;
};

/// SQLite's planner takes every index for equally good unless it has statistics. We know beforehand that a state has
/// many rows and a process instance few, and write that down where ANALYZE would, so that plans never depend on when
/// somebody ran it.
void write_planner_statistics(Connection& connection, const sql::Schema& schema) {
    connection.execute("ANALYZE \"schema_version\"; DELETE FROM sqlite_stat1");
    Prepared insert(connection.get(), "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?1, ?2, ?3)");
    for (const auto& kind : schema.kinds) {
        for (const auto& index : sql::indexes_of(kind, SqliteDialect{})) {
            std::string statistics = "1000000 " + std::to_string(index.rows_per_value);
            // Those in the middle tell little apart.
            for (std::size_t column = 1; column < index.columns.size(); ++column) {
                const bool is_last = column + 1 == index.columns.size();
                statistics += " " + std::to_string(is_last ? std::max<std::int64_t>(index.rows_per_value / (column == 1 ? 5 : 50'000), 1)
                                                           : index.rows_per_value);
            }
            insert.bind_text(1, kind.table);
            insert.bind_text(2, index.name);
            insert.bind_text(3, statistics);
            insert.run();
        }
        for (const auto& index : sql::list_indexes_of(kind)) {
            insert.bind_text(1, index.table);
            insert.bind_text(2, index.table + "_by_value");
            insert.bind_text(3, "1000000 5000 2000 5 1");
            insert.run();
        }
    }
}

}  // namespace

void bring_forward(Connection& connection, const sql::Schema& schema) {
    Transaction transaction(connection, "BEGIN IMMEDIATE");
    SchemaAccess access(connection);
    const bool changed = sql::bring_forward(access, schema, SqliteDialect{});
    if (changed) write_planner_statistics(connection, schema);
    transaction.commit();
    if (changed) connection.execute("ANALYZE sqlite_schema");  // takes up what was written; looks at no table
}

}  // namespace dandori::sqlite
