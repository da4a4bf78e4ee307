// Trying a command out: a partition that looks over the shoulder of the live one, and what it would have written.

#include "engine/runtime/partition.h"

namespace dandori::engine {

Partition::Partition(Scratch scratch)
    : store_(scratch.live.store_), clock_(scratch.live.clock_), settings_(scratch.live.settings_),
      surroundings_(scratch.live.surroundings_), now_(clock_.now()), deployed_(scratch.live.deployed_), live_(&scratch.live),
      start_timers_(live_->start_timers_), start_subscriptions_(live_->start_subscriptions_), start_signals_(live_->start_signals_),
      start_occurrences_(live_->start_occurrences_),
      sequences_(live_->sequences_), next_key_(live_->next_key_), global_listeners_(live_->global_listeners_) {
    surroundings_.notes = &notes_;
    waiting_.look_behind(&live_->waiting_);
    waiting_signals_.look_behind(&live_->waiting_signals_);
}

void Partition::look_up_buffered(const TenantAndName& message) {
    if (!live_ || messages_by_name_.contains(message)) return;
    auto& keys = messages_by_name_[message];
    const auto there = live_->messages_by_name_.find(message);
    if (there == live_->messages_by_name_.end()) return;
    for (const MessageKey key : there->second) {
        if (const Message* row = live_->messages_.find(key)) {
            messages_.load(*row);
            keys.insert(key);
        }
    }
}

Effects Partition::effects() {
    Batch batch;
    collect(batch);
    Effects effects;
    for_each_row_kind([&]<class Row>() {
        if constexpr (!std::is_same_v<Row, Sequence>) {  // which numbers are given next is no effect
            std::map<PrimaryKey<Row>, Effect> by_key;
            for (const Row* row : batch.rows<Row>()) by_key[primary_key(*row)].after = *row;
            for (const auto& key : batch.removed<Row>()) by_key[key];
            for (auto& [key, effect] : by_key) {
                if (auto before = get<Row>(store_, key)) effect.before = std::move(*before);
                if (effect.before != effect.after) effects.push_back(std::move(effect));
            }
        }
    });
    return effects;
}

}  // namespace dandori::engine
