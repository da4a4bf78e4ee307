#pragma once
#include <algorithm>
#include <vector>

namespace dandori::engine {

/// Keys of the rows that a batch has changed: what the store says of these is old.
template <class RowKey>
class ChangedKeys {
  public:
    void add(const RowKey& key) { keys_.push_back(key); }

    bool contains(const RowKey& key) {
        if (sorted_ < keys_.size()) {
            const auto middle = keys_.begin() + static_cast<std::ptrdiff_t>(sorted_);
            std::sort(middle, keys_.end());
            std::inplace_merge(keys_.begin(), middle, keys_.end());
            sorted_ = keys_.size();
        }
        return std::binary_search(keys_.begin(), keys_.end(), key);
    }

    /// Calls `visit(key)` for each, for some more than once.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (const RowKey& key : keys_) visit(key);
    }

    void clear() {
        keys_.clear();
        sorted_ = 0;
    }

  private:
    std::vector<RowKey> keys_;
    std::size_t sorted_ = 0;
};

}  // namespace dandori::engine
