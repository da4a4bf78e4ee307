#include "tests/bench/stores.h"

#include <cstring>
#include <filesystem>
#include <map>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "adapters/memory/memory_store.h"
#include "adapters/postgres/postgres_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "tests/bench/postgres_server.h"

namespace dandori::bench {
namespace {

using namespace engine;

/// Rows as bytes behind one another: length and content of texts, eight bytes of what is a number.
class Encoder {
  public:
    template <class Row>
    void put_row(const Row& row) {
        for_each_field<Row>([&](const auto& field) { put_value(row.*(field.member)); });
    }
    void clear() { size_ = 0; }

  private:
    template <class T>
    void put_value(const T& value) {
        if constexpr (is_nullable<T>) {
            put_number(value ? 1 : 0);
            if (value) put_value(*value);
        } else if constexpr (constexpr FieldType type = field_type<T>(); type == FieldType::Key) {
            put_number(value.value);
        } else if constexpr (type == FieldType::Integer || type == FieldType::Boolean || type == FieldType::Enumeration) {
            put_number(static_cast<std::int64_t>(value));
        } else if constexpr (type == FieldType::Time) {
            put_number(value.milliseconds);
        } else if constexpr (type == FieldType::Text) {
            put_text(value);
        } else if constexpr (type == FieldType::Json) {
            put_text(value.text);
        } else if constexpr (type == FieldType::Bytes) {
            put_text(value.value);
        } else {
            put_number(static_cast<std::int64_t>(value.size()));
            for (const std::string& each : value) put_text(each);
        }
    }
    void put_number(std::int64_t number) { put(&number, sizeof number); }
    void put_text(const std::string& text) {
        put_number(static_cast<std::int64_t>(text.size()));
        put(text.data(), text.size());
    }
    void put(const void* bytes, std::size_t size) {
        if (size_ + size > bytes_.size()) bytes_.resize(2 * (size_ + size));
        std::memcpy(bytes_.data() + size_, bytes, size);
        size_ += size;
    }

    std::vector<char> bytes_;
    std::size_t size_ = 0;
};

/// Encodes what process instances write, and keeps no more of it than how many of them and of their elements came to which state; all
/// other rows are kept in memory. For workloads whose instances never wait.
class EncodedStore final : public Store {
  public:
    void commit(const Batch& batch) override {
        Batch kept;
        const std::lock_guard lock(counting_);
        bytes_.clear();
        for_each_row_kind([&]<class Row>() {
            constexpr bool is_history = std::is_same_v<Row, ProcessInstance> || std::is_same_v<Row, ElementInstance> || std::is_same_v<Row, Variable>;
            for (const Row* row : batch.rows<Row>()) {
                bytes_.put_row(*row);
                if constexpr (!is_history) kept.put(*row);
                if constexpr (std::is_same_v<Row, ProcessInstance>) ++instances_[row->state];
                if constexpr (std::is_same_v<Row, ElementInstance>) ++elements_[row->state];
            }
            if constexpr (!is_history)
                for (const auto& key : batch.removed<Row>()) kept.remove<Row>(key);
        });
        others_.commit(kept);
    }
    /// Of instances and elements only the number of those in one state is known.
    Found<AnyRow> search(std::size_t kind, const Query& query) override {
        auto found = others_.search(kind, query);
        const bool is_instance = kind == AnyRow(ProcessInstance{}).index();
        if (!is_instance && kind != AnyRow(ElementInstance{}).index()) return found;
        if (query.all.conditions.empty() || query.all.conditions.front().op != Operator::Equals) return found;
        const std::lock_guard lock(counting_);
        for (const auto& [state, number] : is_instance ? instances_ : elements_) {
            if (query.all.conditions.front().operands.front() == to_cell(state)) found.total = number;
        }
        return found;
    }
    Reader& reader() override { return *this; }

  private:
    memory::MemoryStore others_;
    std::mutex counting_;
    Encoder bytes_;
    std::map<InstanceState, std::int64_t> instances_, elements_;
};

}  // namespace

std::unique_ptr<Store> open_store(const std::string& name, const std::string& folder) {
    if (name == "memory") return std::make_unique<memory::MemoryStore>();
    if (name == "encoded") return std::make_unique<EncodedStore>();
    if (name == "sqlite") {
        std::filesystem::create_directories(folder);
        return std::make_unique<sqlite::SqliteStore>(folder + "/bench.db");
    }
    if (name == "postgres") return std::make_unique<postgres::PostgresStore>(empty_schema("bench"));
    throw std::invalid_argument("There is no store '" + name + "'; there are memory, encoded, sqlite and postgres.");
}

}  // namespace dandori::bench
