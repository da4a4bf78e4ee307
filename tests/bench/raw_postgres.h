#pragma once
#include "adapters/postgres/address.h"
#include "tests/bench/recorded_rows.h"

namespace dandori::bench {

enum class RawWay {
    Insert,  ///< all rows of a commit in one statement: an array for each kind of rows
    Copy     ///< a COPY for each kind of rows in a commit
};

/// What PostgreSQL can do at best with these rows: one table a kind with the same columns and no index at all, in an empty schema,
/// `rows_per_commit` rows a transaction, the server's own durability. Seconds it took; what is sent was made before. `each_ms` gets the
/// milliseconds of each transaction.
double seconds_of_raw_postgres(const postgres::Address& address, const RecordedRows& rows, std::size_t rows_per_commit, RawWay way,
                               std::vector<double>& each_ms);

}  // namespace dandori::bench
