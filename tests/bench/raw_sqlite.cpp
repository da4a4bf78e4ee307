#include "tests/bench/raw_sqlite.h"

#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <stdexcept>

#include "adapters/sql/table_text.h"
#include "adapters/sqlite/sqlite_dialect.h"
#include "adapters/sqlite/sqlite_store.h"

namespace dandori::bench {
namespace {

using Seconds = std::chrono::duration<double>;
using Steady = std::chrono::steady_clock;

void must(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(database));
}

void execute(sqlite3* database, const std::string& text) {
    must(sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr), database);
}

/// The table of a kind with nothing but its columns.
std::string plain_table_text(const engine::RowKind& kind) {
    const sqlite::SqliteDialect dialect;
    std::string text;
    for (const auto& field : kind.fields) {
        text += text.empty() ? "" : ", ";
        text += sql::column_name(field.name) + " " + dialect.column_type(field.type);
        if (&field == &kind.fields.front()) text += " PRIMARY KEY";
    }
    return "CREATE TABLE " + sql::quoted(kind.table) + " (" + text + ")";
}

std::string insert_text(const engine::RowKind& kind) {
    std::string marks;
    for (std::size_t i = 0; i < kind.fields.size(); ++i) marks += i ? ", ?" : "?";
    return "INSERT OR REPLACE INTO " + sql::quoted(kind.table) + " VALUES (" + marks + ")";
}

template <class T>
void bind(sqlite3_stmt* statement, int number, const T& value) {
    using engine::FieldType;
    const auto text = [&](std::string_view it) {
        sqlite3_bind_text(statement, number, it.data(), static_cast<int>(it.size()), SQLITE_STATIC);
    };
    if constexpr (engine::is_nullable<T>) {
        if (value)
            bind(statement, number, *value);
        else
            sqlite3_bind_null(statement, number);
    } else {
        constexpr FieldType type = engine::field_type<T>();
        if constexpr (type == FieldType::Key)
            sqlite3_bind_int64(statement, number, value.value);
        else if constexpr (type == FieldType::Integer || type == FieldType::Boolean)
            sqlite3_bind_int64(statement, number, value);
        else if constexpr (type == FieldType::Time)
            sqlite3_bind_int64(statement, number, value.milliseconds);
        else if constexpr (type == FieldType::Text)
            text(value);
        else if constexpr (type == FieldType::Enumeration)
            text(engine::name_of(value));
        else if constexpr (type == FieldType::Json)
            text(value.text);
        else if constexpr (type == FieldType::Bytes)
            text(value.value);
        else
            text("[]");
    }
}

template <class Row>
void bind_row(sqlite3_stmt* statement, const Row& row) {
    int number = 0;
    engine::for_each_field<Row>([&](const auto& field) { bind(statement, ++number, row.*(field.member)); });
}

}  // namespace

double seconds_of_raw_inserts(const std::string& path, const RecordedRows& rows, std::size_t rows_per_commit, std::vector<double>* each_ms) {
    sqlite3* opened = nullptr;
    must(sqlite3_open(path.c_str(), &opened), opened);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(opened, sqlite3_close);
    execute(opened, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
    std::vector<std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>> inserts;
    for (const auto& kind : engine::row_kinds()) {
        execute(opened, plain_table_text(kind));
        sqlite3_stmt* insert = nullptr;
        must(sqlite3_prepare_v2(opened, insert_text(kind).c_str(), -1, &insert, nullptr), opened);
        inserts.emplace_back(insert, sqlite3_finalize);
    }

    const auto start = Steady::now();
    for (std::size_t done = 0; done < rows.size();) {
        const auto begin = Steady::now();
        execute(opened, "BEGIN IMMEDIATE");
        for (std::size_t i = 0; i < rows_per_commit && done < rows.size(); ++i, ++done) {
            sqlite3_stmt* insert = inserts[rows[done].index()].get();
            std::visit([&](const auto& row) { bind_row(insert, row); }, rows[done]);
            must(sqlite3_step(insert), opened);
            sqlite3_reset(insert);
        }
        execute(opened, "COMMIT");
        if (each_ms) each_ms->push_back(1'000 * Seconds(Steady::now() - begin).count());
    }
    return Seconds(Steady::now() - start).count();
}

double seconds_of_store_commits(const std::string& path, const Recording& recording, std::size_t rows_per_commit) {
    sqlite::SqliteStore store(path);
    engine::Batch definitions;
    for (const auto& any : recording.definitions) std::visit([&](const auto& row) { definitions.put(row); }, any);
    store.commit(definitions);
    const auto& rows = recording.rows;
    const auto start = Steady::now();
    for (std::size_t done = 0; done < rows.size();) {
        engine::Batch batch;
        for (std::size_t i = 0; i < rows_per_commit && done < rows.size(); ++i, ++done)
            std::visit([&](const auto& row) { batch.put(row); }, rows[done]);
        store.commit(batch);
    }
    return Seconds(Steady::now() - start).count();
}

}  // namespace dandori::bench
