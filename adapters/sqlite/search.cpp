#include "adapters/sqlite/search.h"

#include <optional>

#include "adapters/sql/page.h"
#include "adapters/sql/search_statement.h"
#include "adapters/sqlite/row_io.h"
#include "adapters/sqlite/sqlite_dialect.h"
#include "engine/port/row_kind.h"

namespace dandori::sqlite {
namespace {

using engine::AnyRow;
using engine::Found;
using engine::Query;
using engine::RowKind;

constexpr std::size_t connections_max = 4;

Prepared& prepare(Connection& connection, const sql::Statement& statement) {
    Prepared& prepared = connection.prepared(statement.text);
    int number = 0;
    for (const auto& parameter : statement.parameters) prepared.bind(++number, parameter);
    return prepared;
}

std::vector<AnyRow> rows_of(Connection& connection, std::size_t kind, const RowKind& row_kind, const Query& query) {
    const auto statement = sql::search_statement(row_kind, query, SqliteDialect{});
    Running running(prepare(connection, statement));
    std::vector<AnyRow> rows;
    while (running->step()) rows.push_back(read_row(kind, *running.operator->()));
    return rows;
}

std::int64_t count_of(Connection& connection, const RowKind& row_kind, const Query& query) {
    const auto statement = sql::count_statement(row_kind, query, SqliteDialect{});
    Running running(prepare(connection, statement));
    running->step();
    return running->number(0);
}

}  // namespace

Found<AnyRow> search(Connection& connection, std::size_t kind, const Query& query) {
    const RowKind& row_kind = engine::row_kind(kind);
    engine::check_query(row_kind, query);
    std::optional<Transaction> snapshot;
    if (query.count_total) snapshot.emplace(connection, "BEGIN");

    auto found = sql::page_of(row_kind, query, rows_of(connection, kind, row_kind, query));
    if (query.count_total) {
        found.total = sql::is_whole(query, found.rows.size()) ? static_cast<std::int64_t>(found.rows.size())
                                                              : count_of(connection, row_kind, query);
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
    return sqlite::search(*connection, kind, query);
}

std::unique_ptr<Connection> ReaderPool::take() {
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return !idle_.empty() || opened_ < connections_max; });
        if (!idle_.empty()) {
            auto connection = std::move(idle_.back());
            idle_.pop_back();
            return connection;
        }
        ++opened_;
    }
    try {
        auto connection = std::make_unique<Connection>(path_);
        connection->execute("PRAGMA query_only = ON; PRAGMA cache_size = -8192");
        return connection;
    } catch (...) {
        const std::lock_guard lock(mutex_);
        --opened_;
        returned_.notify_one();
        throw;
    }
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
    {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(connection));
    }
    returned_.notify_one();
}

}  // namespace dandori::sqlite
