#pragma once
#include <mutex>
#include <vector>

#include "engine/port/store.h"

namespace dandori::bench {

/// Every row that was written, in the order of writing.
using RecordedRows = std::vector<engine::AnyRow>;

/// What a measurement wrote, and what had been written before it that its rows refer to.
struct Recording {
    RecordedRows definitions;
    RecordedRows rows;
};

/// Passes everything on, counts, and keeps copies of the rows when asked to.
/// Between hold() and release() commits wait.
class CountingStore final : public engine::Store {
  public:
    explicit CountingStore(engine::Store& store) : store_(store) {}

    void record_into(RecordedRows* recorded) { recorded_ = recorded; }
    std::int64_t commits() const { return commits_; }
    std::int64_t rows() const { return rows_; }
    void hold() { held_.lock(); }
    void release() { held_.unlock(); }

    void commit(const engine::Batch& batch) override {
        const std::lock_guard until_released(held_);
        engine::for_each_row_kind([&]<class Row>() {
            rows_ += static_cast<std::int64_t>(batch.rows<Row>().size());
            if (recorded_)
                for (const Row* row : batch.rows<Row>()) recorded_->emplace_back(*row);
        });
        ++commits_;
        store_.commit(batch);
    }
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override {
        return store_.search(kind, query);
    }
    engine::Reader& reader() override { return store_.reader(); }

  private:
    engine::Store& store_;
    RecordedRows* recorded_ = nullptr;
    std::int64_t commits_ = 0;
    std::int64_t rows_ = 0;
    std::mutex held_;
};

}  // namespace dandori::bench
