#include "tests/bench/postgres_server.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "adapters/sql/table_text.h"

namespace dandori::bench {
namespace {

postgres::Address address_of(const std::string& schema) {
    const char* server = std::getenv("DANDORI_TEST_POSTGRES");
    if (!server) throw std::runtime_error("DANDORI_TEST_POSTGRES names no server; run this by tests/postgres/run.");
    return postgres::read_address(std::string(server) + "?schema=" + schema).value();
}

/// What stands in /proc/PID/stat behind the program's name, from the third field on.
std::vector<std::string> fields_of_process(const std::string& pid) {
    std::ifstream file("/proc/" + pid + "/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream words(text.substr(std::min(text.size(), text.rfind(')') + 1)));
    std::vector<std::string> fields;
    for (std::string word; words >> word;) fields.push_back(word);
    return fields;
}

/// CPU of a process and of those of its children that have ended, in seconds.
double cpu_seconds_of(const std::vector<std::string>& fields) {
    double ticks = 0;
    for (std::size_t each = 11; each <= 14 && each < fields.size(); ++each) ticks += std::stod(fields[each]);
    return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double cpu_seconds_of_server(int session) {
    const std::string server = fields_of_process(std::to_string(session)).at(1);
    double seconds = cpu_seconds_of(fields_of_process(server));
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        const auto fields = fields_of_process(name);
        if (fields.size() > 1 && fields[1] == server) seconds += cpu_seconds_of(fields);
    }
    return seconds;
}

}  // namespace

void drop_schema(const std::string& name) {
    postgres::Connection(address_of("public"), postgres::Purpose::Writing, "bench").execute("DROP SCHEMA IF EXISTS " + sql::quoted(name) + " CASCADE");
}

postgres::Address empty_schema(const std::string& name) {
    drop_schema(name);
    const auto address = address_of(name);
    postgres::Connection(address, postgres::Purpose::Writing, "bench").execute("CHECKPOINT");
    return address;
}

ServerMeter::ServerMeter() : connection_(address_of("public"), postgres::Purpose::Writing, "bench") {
    connection_.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
    last_ = read();
}

ServerCounts ServerMeter::read() {
    const auto row = connection_.execute("SELECT pg_current_wal_insert_lsn() - '0/0', (SELECT sum(calls) FROM pg_stat_statements)");
    return {row[0][0].as<double>(), row[0][1].is_null() ? 0 : row[0][1].as<double>(), cpu_seconds_of_server(connection_.process_id())};
}

ServerCounts ServerMeter::passed() {
    const ServerCounts now = read();
    // The statement that read the last counts wasn't among them yet.
    const ServerCounts passed{now.wal_bytes - last_.wal_bytes, now.statements - last_.statements - 1, now.cpu_seconds - last_.cpu_seconds};
    last_ = now;
    return passed;
}

}  // namespace dandori::bench
