#pragma once
#include "engine/port/row_kind.h"
#include "engine/port/store.h"

namespace dandori::test {

/// Passes everything on and weighs what is written: rows put and removed, and the bytes of their cells (8 for a number).
class WeighingStore final : public engine::Store {
  public:
    struct Weight {
        std::int64_t rows = 0;
        std::int64_t bytes = 0;
    };

    explicit WeighingStore(engine::Store& store) : store_(store) {}

    /// What was written since it was last asked.
    Weight take() { return std::exchange(weight_, {}); }

    void commit(const engine::Batch& batch) override {
        const auto kinds = engine::row_kinds();
        std::size_t kind = 0;
        engine::for_each_row_kind([&]<class Row>() {
            for (const Row* row : batch.rows<Row>()) weigh(kinds[kind], row);
            weight_.rows += static_cast<std::int64_t>(batch.removed<Row>().size());
            ++kind;
        });
        store_.commit(batch);
    }
    engine::Found<engine::AnyRow> search(std::size_t kind, const engine::Query& query) override { return store_.search(kind, query); }
    engine::Reader& reader() override { return store_.reader(); }

  private:
    void weigh(const engine::RowKind& kind, const void* row) {
        ++weight_.rows;
        for (const engine::FieldKind& field : kind.fields) {
            const engine::Cell cell = field.cell_of(row);
            const auto* text = std::get_if<std::string>(&cell);
            weight_.bytes += text ? static_cast<std::int64_t>(text->size()) : 8;
        }
    }

    engine::Store& store_;
    Weight weight_;
};

}  // namespace dandori::test
