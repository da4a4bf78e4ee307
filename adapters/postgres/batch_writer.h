#pragma once
#include <bitset>
#include <map>

#include "adapters/postgres/row_io.h"

namespace dandori::postgres {

/// Writes batches: one statement for a whole batch, whatever it holds and however many rows.
///
/// Rows with a key above all that their table ever had are new: they are inserted without asking whether they are there. That
/// holds as long as nobody else writes, see server_lock.h.
class BatchWriter {
  public:
    /// Reads from the server how it knows our tables.
    explicit BatchWriter(Connection& connection) : connection_(connection), shapes_(read_table_shapes(connection)) {}

    /// Writes the batch and its number in one transaction, which is committed when this returns.
    void write(const engine::Batch& batch, std::int64_t number);

    /// The batch written last is committed. (When its connection was lost, write() could not tell.)
    void committed();

  private:
    enum class Way : std::size_t { Remove, Insert, Replace };
    static constexpr std::size_t ways = 3;
    static constexpr std::size_t parts_max = std::variant_size_v<engine::AnyRow> * ways;
    using Signature = std::bitset<parts_max>;

    /// Some rows or keys of one kind as an array; its place is kind and way.
    struct Part {
        std::size_t place;
        std::string array;
    };
    using Parts = std::vector<Part>;

    Parts parts_of(const engine::Batch& batch);
    template <class Row>
    void add_parts(Parts& parts, std::size_t kind, const engine::Batch& batch);
    template <class Row>
    void add_rows(Parts& parts, std::size_t kind, Way way, std::span<const Row* const> rows);
    void run(std::span<const Part> parts, std::int64_t number);
    const std::pair<const Signature, std::string>& statement_for(const Signature& needed);
    std::string statement_text(const Signature& signature) const;

    Connection& connection_;
    std::vector<TableShape> shapes_;
    std::vector<std::pair<std::size_t, std::int64_t>> new_highest_;  ///< by kind, of the batch that is being written
    struct Order {
        bool operator()(const Signature& a, const Signature& b) const { return a.to_string() < b.to_string(); }
    };
    std::map<Signature, std::string, Order> statements_;
};

}  // namespace dandori::postgres
