// The program that the store's crash test kills: commits one batch after the other and writes a line for each that
// returned.
//
//     store_program FILE|ADDRESS      of SQLite or PostgreSQL

#include <iostream>

#include "adapters/postgres/postgres_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "tests/crash/acknowledgement.h"
#include "tests/crash/numbered_batch.h"

int main(int count, char** arguments) {
    using namespace dandori;
    if (count != 2) {
        std::cerr << "usage: store_program STORE\n";
        return 2;
    }
    try {
        const std::string name = arguments[1];
        const std::unique_ptr<engine::Store> opened =
            postgres::is_address(name) ? std::unique_ptr<engine::Store>(std::make_unique<postgres::PostgresStore>(postgres::read_address(name).value()))
                                       : std::make_unique<sqlite::SqliteStore>(name);
        auto& store = *opened;
        auto number = test::last_batch(store);
        if (!test::acknowledge(STDOUT_FILENO, "ready", number)) return 0;
        while (true) {
            test::commit_batch(store, ++number);
            if (!test::acknowledge(STDOUT_FILENO, "committed", number)) return 0;  // the test has gone
        }
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
