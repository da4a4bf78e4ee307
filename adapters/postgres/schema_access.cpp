#include "adapters/postgres/schema_access.h"

#include <map>
#include <optional>

#include "adapters/postgres/cluster_tables.h"
#include "adapters/postgres/postgres_dialect.h"

namespace dandori::postgres {
namespace {

class SchemaAccess final : public sql::SchemaAccess {
  public:
    explicit SchemaAccess(Connection& connection) : connection_(connection) {}

    void execute(const std::string& text) override { connection_.execute(text); }

    std::vector<std::string> texts(const std::string& query) override { return first_column(connection_.execute(query)); }

    std::vector<std::string> tables() override {
        return texts("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT IN " + std::string(tables_beside_rows) +
                     " ORDER BY tablename");
    }

    std::vector<std::string> columns(const std::string& table) override {
        return names_of(columns_, table,
                        "SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                        "WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r'");
    }

    std::vector<std::string> indexes(const std::string& table) override {
        return names_of(indexes_, table,
                        "SELECT c.relname, n.relname FROM pg_class c JOIN pg_index i ON i.indrelid = c.oid JOIN pg_class n ON n.oid = i.indexrelid "
                        "WHERE NOT i.indisprimary");
    }

  private:
    /// Of all tables at once: a question for each would take longer than everything else at a start.
    using Names = std::optional<std::multimap<std::string, std::string>>;

    std::vector<std::string> names_of(Names& names, const std::string& table, const std::string& query) {
        if (!names) {
            names.emplace();
            for (const auto& row : connection_.execute(query + " AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())"))
                names->emplace(row[0].c_str(), row[1].c_str());
        }
        std::vector<std::string> found;
        for (auto [each, end] = names->equal_range(table); each != end; ++each) found.push_back(each->second);
        return found;
    }

    static std::vector<std::string> first_column(const pqxx::result& result) {
        std::vector<std::string> texts;
        for (const auto& row : result) texts.emplace_back(row[0].c_str());
        return texts;
    }

    Connection& connection_;
    Names columns_;  ///< as they were when they were asked for first: what the migration adds, it knows
    Names indexes_;
};

}  // namespace

void bring_forward(Connection& connection, const sql::Schema& schema) {
    try {
        Transaction transaction(connection, "BEGIN; SET LOCAL statement_timeout = 0");
        SchemaAccess access(connection);
        sql::bring_forward(access, schema, PostgresDialect{});
        if (connection.execute("SELECT to_regclass('last_batch')")[0][0].is_null())
            connection.execute("CREATE TABLE \"last_batch\" (\"number\" bigint NOT NULL); INSERT INTO \"last_batch\" VALUES (0)");
        transaction.commit();
    } catch (const Fault& fault) {
        constexpr std::string_view insufficient_privilege = "42501";
        if (fault.code() != insufficient_privilege) throw;
        throw Fault(std::string(fault.what()) + " The role must own Dandori's tables and may make new ones: let it own the database or the schema, "
                                                "or GRANT CREATE ON SCHEMA to it.",
                    fault.kind(), fault.code());
    }
}

}  // namespace dandori::postgres
