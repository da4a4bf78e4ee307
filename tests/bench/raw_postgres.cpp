#include "tests/bench/raw_postgres.h"

#include <chrono>
#include <map>
#include <pqxx/nontransaction>
#include <pqxx/tablewriter>
#include <pqxx/transaction>

#include "adapters/postgres/postgres_dialect.h"
#include "adapters/postgres/row_io.h"
#include "adapters/sql/table_text.h"

namespace dandori::bench {
namespace {

using Steady = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// The rows of one kind in one commit, as they are sent.
struct Sent {
    std::size_t kind;
    std::string array;
    std::vector<std::string> lines;
};
using SentCommit = std::vector<Sent>;

const void* address_of(const engine::AnyRow& row) {
    return std::visit([](const auto& it) -> const void* { return &it; }, row);
}

/// A line of COPY's text form.
std::string line_of(const engine::RowKind& kind, const void* row) {
    std::string line;
    for (const auto& field : kind.fields) {
        if (&field != &kind.fields.front()) line += '\t';
        const auto cell = field.cell_of(row);
        if (const auto* number = std::get_if<std::int64_t>(&cell)) line += std::to_string(*number);
        else if (const auto* truth = std::get_if<bool>(&cell)) line += *truth ? 't' : 'f';
        else if (const auto* text = std::get_if<std::string>(&cell))
            for (const char c : *text) line += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
        else line += "\\N";
    }
    return line;
}

void make_plain_tables(postgres::Connection& connection) {
    const postgres::PostgresDialect dialect;
    for (const auto& kind : engine::row_kinds()) {
        std::string columns;
        for (const auto& field : kind.fields)
            columns += (columns.empty() ? "" : ", ") + sql::column_name(field.name) + " " + dialect.column_type(field.type);
        connection.execute("CREATE TABLE " + sql::quoted(kind.table) + " (" + columns + ")");
    }
}

std::vector<SentCommit> commits_of(const RecordedRows& rows, std::size_t rows_per_commit, const std::vector<postgres::TableShape>& shapes) {
    std::vector<SentCommit> commits;
    for (std::size_t done = 0; done < rows.size();) {
        std::map<std::size_t, Sent> kinds;
        for (std::size_t i = 0; i < rows_per_commit && done < rows.size(); ++i, ++done) {
            const auto kind = rows[done].index();
            Sent& sent = kinds[kind];
            sent.kind = kind;
            postgres::append_row_of(kind)(sent.array, address_of(rows[done]), shapes[kind]);
            sent.lines.push_back(line_of(engine::row_kind(kind), address_of(rows[done])));
        }
        SentCommit& commit = commits.emplace_back();
        for (auto& [kind, sent] : kinds) {
            std::string array;
            postgres::append_array_head(array, shapes[kind].row_type, sent.lines.size());
            commit.push_back({kind, array + sent.array, std::move(sent.lines)});
        }
    }
    return commits;
}

std::string table_of(const Sent& sent) { return sql::quoted(engine::row_kind(sent.kind).table); }

/// One statement, which is a transaction of its own.
void insert(postgres::Connection& connection, const SentCommit& commit) {
    std::string text;
    std::vector<pqxx::binarystring> arrays;
    for (const Sent& sent : commit) {
        arrays.emplace_back(sent.array.data(), sent.array.size());
        const std::string number = std::to_string(arrays.size());
        const std::string part = "INSERT INTO " + table_of(sent) + " SELECT * FROM unnest($" + number + "::" + table_of(sent) + "[])";
        if (arrays.size() == commit.size()) text += part;
        else text += (text.empty() ? "WITH part" : ", part") + number + " AS (" + part + ") ";
    }
    connection.run_binary(text, arrays);
}

void copy(pqxx::connection& connection, const SentCommit& commit) {
    pqxx::work transaction(connection);
    for (const Sent& sent : commit) {
// Only this class, though deprecated in favour of stream_to, takes a line that was made before.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        pqxx::tablewriter writer(transaction, std::string(engine::row_kind(sent.kind).table));
#pragma GCC diagnostic pop
        for (const auto& line : sent.lines) writer.write_raw_line(line);
        writer.complete();
    }
    transaction.commit();
}

}  // namespace

double seconds_of_raw_postgres(const postgres::Address& address, const RecordedRows& rows, std::size_t rows_per_commit, RawWay way,
                               std::vector<double>& each_ms) {
    postgres::Connection connection(address, postgres::Purpose::Writing, "bench");
    make_plain_tables(connection);
    const auto commits = commits_of(rows, rows_per_commit, postgres::read_table_shapes(connection));
    pqxx::connection copying(address.connection);
    pqxx::nontransaction(copying).exec("SET search_path TO " + sql::quoted(address.schema));
    const auto start = Steady::now();
    for (const SentCommit& commit : commits) {
        const auto begin = Steady::now();
        if (way == RawWay::Insert) insert(connection, commit);
        else copy(copying, commit);
        each_ms.push_back(Milliseconds(Steady::now() - begin).count());
    }
    return std::chrono::duration<double>(Steady::now() - start).count();
}

}  // namespace dandori::bench
