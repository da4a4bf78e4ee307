#include "tests/support/same_answers.h"

#include "adapters/memory/memory_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace dandori::test {

TEST(MemoryAndSqlite, FindTheSame) {
    const TemporaryFolder folder;
    memory::MemoryStore memory;
    sqlite::SqliteStore sqlite(folder / "store.db");
    expect_same_answers(memory, sqlite);
}

}  // namespace dandori::test
