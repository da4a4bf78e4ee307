#pragma once
// Rows into statements and out of them, member by member, without a copy between.

#include "adapters/sqlite/connection.h"
#include "engine/port/store.h"

namespace dandori::sqlite {

/// Writes the batch's rows and removals of all kinds, in one transaction that the caller begins and ends.
class BatchWriter {
  public:
    explicit BatchWriter(Connection& connection) : connection_(connection) {}
    void write(const engine::Batch& batch);

  private:
    Connection& connection_;
};

/// The row that a statement stands on; its columns are all fields of the kind, in their order.
engine::AnyRow read_row(std::size_t kind, Prepared& statement);

}  // namespace dandori::sqlite
