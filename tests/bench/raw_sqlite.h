#pragma once
#include <string>

#include "tests/bench/recorded_rows.h"

namespace dandori::bench {

/// What SQLite can do at best with these rows: one table a kind with the same columns and no index but the primary key,
/// one prepared INSERT each, `rows_per_commit` rows a transaction, the same durability as the store's. Seconds it took; `each_ms`, where
/// it is no null pointer, gets the milliseconds of each transaction.
double seconds_of_raw_inserts(const std::string& path, const RecordedRows& rows, std::size_t rows_per_commit, std::vector<double>* each_ms = nullptr);

/// The same rows through the SQLite store, without an engine; the definitions are there before time is taken.
double seconds_of_store_commits(const std::string& path, const Recording& recording, std::size_t rows_per_commit);

}  // namespace dandori::bench
