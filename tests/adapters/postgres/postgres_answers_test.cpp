#include "adapters/memory/memory_store.h"
#include "tests/adapters/postgres/database_of_a_test.h"
#include "tests/support/same_answers.h"

namespace dandori::test {

TEST(MemoryAndPostgres, FindTheSame) {
    SKIP_WITHOUT_POSTGRES();
    memory::MemoryStore memory;
    postgres::PostgresStore store(fresh_address(*shared_postgres()));
    expect_same_answers(memory, store, 1'000);
}

}  // namespace dandori::test
