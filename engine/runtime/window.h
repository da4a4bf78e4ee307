#pragma once
// The first rows of a long order in memory, the others in the store.

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/runtime/changed_keys.h"

namespace dandori::engine {

/// Rows in an order of their own, of which those that come first are asked for: by when they are due, by priority.
///
/// In memory are the store's rows up to some place, read page by page when they are needed, and every row that the batch has changed.
/// So the store may be read at any time: what it says of a row that has changed meanwhile is not looked at.
template <class Order, class RowKey, class Content>
class Window {
  public:
    using Place = std::pair<Order, RowKey>;
    struct Entry {
        Place place;
        Content content;
        bool waits = true;  ///< false: it only tells how far the store was read
    };

    /// More than `count_max` rows don't stay in memory beyond a commit.
    explicit Window(std::size_t count_max) : count_max_(std::max<std::size_t>(count_max, 2)) {}

    /// The row as it is now; absent: it waits for nothing any more.
    void update(const RowKey& key, std::optional<std::pair<Order, Content>> now) {
        if (const auto found = orders_.find(key); found != orders_.end()) {
            entries_.erase({found->second, key});
            orders_.erase(found);
        }
        if (!is_whole_) changed_.add(key);
        if (now) insert({now->first, key}, std::move(now->second));
    }

    /// What comes before `order` isn't of interest, unless it has changed; says nothing once the store was asked.
    void begin_at(const Order& order) {
        if (!until_ && !is_whole_) until_ = Place{order, RowKey{std::numeric_limits<std::int64_t>::max()}};
    }

    /// The first row, if its order is not beyond `last`. `read(after, count)` gives so many of the store's entries behind a place, fewer if
    /// there are no more.
    template <class Read>
    std::optional<Entry> first(const Order& last, Read&& read) {
        while (true) {
            const auto begin = entries_.begin();
            if (begin != entries_.end() && is_known(begin->first)) {
                if (last < begin->first.first) return {};
                return Entry{begin->first, begin->second};
            }
            if (is_whole_ || (until_ && last < until_->first)) return {};
            read_more(read);
        }
    }

    /// No row that wasn't asked for yet has an earlier order; absent: there is none.
    std::optional<Order> earliest() const {
        const auto begin = entries_.begin();
        if (begin != entries_.end() && is_known(begin->first)) return begin->first.first;
        if (is_whole_) return {};
        return until_ ? until_->first : Order{};
    }

    /// What has changed is in the store now.
    void committed() {
        if (!is_whole_) {
            changed_.for_each([&](const RowKey& key) {
                const auto found = orders_.find(key);
                if (found == orders_.end() || is_known({found->second, key})) return;
                entries_.erase({found->second, key});
                orders_.erase(found);
            });
            changed_.clear();
        }
        if (entries_.size() <= count_max_) return;
        while (entries_.size() > count_max_ / 2) {
            const auto last = std::prev(entries_.end());
            orders_.erase(last->first.second);
            entries_.erase(last);
        }
        until_ = std::prev(entries_.end())->first;
        is_whole_ = false;
    }

    void clear() {
        entries_.clear();
        orders_.clear();
        changed_.clear();
        until_.reset();
        is_whole_ = false;
    }

  private:
    bool is_known(const Place& place) const { return is_whole_ || (until_ && place <= *until_); }

    void insert(const Place& place, Content content) {
        orders_[place.second] = place.first;
        entries_.emplace(place, std::move(content));
    }

    template <class Read>
    void read_more(Read& read) {
        const std::size_t count = std::min(count_max_ / 2, page_max);
        std::vector<Entry> page = read(std::as_const(until_), count);
        is_whole_ = page.size() < count;
        if (!page.empty()) until_ = page.back().place;
        for (Entry& entry : page) {
            if (entry.waits && !changed_.contains(entry.place.second)) insert(entry.place, std::move(entry.content));
        }
        if (is_whole_) changed_.clear();
    }

    static constexpr std::size_t page_max = 1'000;

    std::size_t count_max_;
    std::map<Place, Content> entries_;
    std::unordered_map<RowKey, Order> orders_;
    ChangedKeys<RowKey> changed_;  ///< while not all rows are here
    std::optional<Place> until_;   ///< the store's rows up to here are in memory
    bool is_whole_ = false;        ///< all of them are
};

}  // namespace dandori::engine
