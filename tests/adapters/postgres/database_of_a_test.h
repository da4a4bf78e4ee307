#pragma once
#include <gtest/gtest.h>

#include "adapters/postgres/postgres_store.h"
#include "tests/support/postgres_server.h"

namespace dandori::test {

using namespace std::chrono_literals;

/// An address on this server, of a schema that no other test has.
inline postgres::Address fresh_address(const PostgresServer& server) {
    static int number = 0;
    return postgres::read_address(server.url() + "?schema=test_" + std::to_string(++number)).value();
}

/// Asks the database in a session of its own: the first column of the first row.
inline std::string text_of(const postgres::Address& address, const std::string& query) {
    postgres::Connection connection(address, postgres::Purpose::Writing, "test");
    const auto result = connection.execute(query);
    return result.empty() ? "no row" : result[0][0].c_str();
}

template <class Row>
void put(engine::Store& store, const Row& row) {
    engine::Batch batch;
    batch.put(row);
    store.commit(batch);
}

}  // namespace dandori::test

/// Ends a test where there is no PostgreSQL on the machine.
#define SKIP_WITHOUT_POSTGRES() \
    if (!dandori::test::shared_postgres()) GTEST_SKIP() << "skipped: PostgreSQL's programs were not found in /usr/lib/postgresql"
