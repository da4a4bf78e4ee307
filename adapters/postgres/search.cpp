#include "adapters/postgres/search.h"

#include <optional>

#include "adapters/postgres/postgres_dialect.h"
#include "adapters/postgres/row_io.h"
#include "adapters/sql/page.h"
#include "adapters/sql/search_statement.h"

namespace dandori::postgres {
namespace {

using engine::AnyRow;
using engine::Found;
using engine::Query;
using engine::RowKind;

constexpr std::size_t connections_max = 4;

pqxx::result result_of(Connection& connection, const sql::Statement& statement) {
    return connection.run(statement.text, statement.parameters);
}

}  // namespace

Found<AnyRow> search(Connection& connection, std::size_t kind, const Query& query) {
    const RowKind& row_kind = engine::row_kind(kind);
    engine::check_query(row_kind, query);
    const PostgresDialect dialect;
    std::optional<Transaction> snapshot;
    if (query.count_total) snapshot.emplace(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");

    std::vector<AnyRow> rows;
    for (const auto& row : result_of(connection, sql::search_statement(row_kind, query, dialect))) rows.push_back(read_row(kind, row));
    auto found = sql::page_of(row_kind, query, std::move(rows));
    if (query.count_total) {
        found.total = sql::is_whole(query, found.rows.size())
                          ? static_cast<std::int64_t>(found.rows.size())
                          : result_of(connection, sql::count_statement(row_kind, query, dialect))[0][0].as<std::int64_t>();
        snapshot->commit();
    }
    return found;
}

Found<AnyRow> ReaderPool::search(std::size_t kind, const Query& query) {
    auto connection = take();
    struct GiveBack {
        ReaderPool& pool;
        std::unique_ptr<Connection>& connection;
        ~GiveBack() { pool.give_back(std::move(connection)); }
    } give_back{*this, connection};
    if (connection) {
        try {
            return postgres::search(*connection, kind, query);
        } catch (const Fault& fault) {
            if (fault.kind() != Fault::Kind::Lost) throw;
            connection.reset();
        }
    }
    connection = std::make_unique<Connection>(address_, Purpose::Reading, program_name_);
    return postgres::search(*connection, kind, query);
}

std::unique_ptr<Connection> ReaderPool::take() {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [&] { return taken_ < connections_max; });
    ++taken_;
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        --taken_;
        if (connection && connection->is_alive()) idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}  // namespace dandori::postgres
