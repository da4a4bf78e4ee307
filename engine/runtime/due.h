#pragma once
// Timers by the time they are due.

#include "engine/port/store.h"
#include "engine/runtime/not_suspended.h"
#include "engine/runtime/window.h"

namespace dandori::engine {

class DueTimers {
  public:
    struct Due {
        TimerKey timer;
        std::optional<ProcessInstanceKey> instance;  ///< absent: of a start event
    };

    explicit DueTimers(std::size_t in_memory_max) : timers_(in_memory_max) {}

    void update(const Timer& timer, bool is_over) {
        if (is_over) timers_.update(timer.key, {});
        else timers_.update(timer.key, std::pair{timer.due_date, timer.process_instance_key});
    }

    /// The earliest that is due at `now`.
    std::optional<Due> first(Instant now, Reader& reader) {
        const auto entry = timers_.first(now, [&](const std::optional<Timers::Place>& after, std::size_t count) { return read(reader, after, count); });
        if (!entry) return {};
        return Due{entry->place.second, entry->content};
    }

    /// Before this none is due.
    std::optional<Instant> next_time() const { return timers_.earliest(); }

    void committed() { timers_.committed(); }
    void clear() { timers_.clear(); }

  private:
    using Timers = Window<Instant, TimerKey, std::optional<ProcessInstanceKey>>;

    static std::vector<Timers::Entry> read(Reader& reader, const std::optional<Timers::Place>& after, std::size_t count) {
        Query query = Query{}.sorted_by("dueDate").first(count);
        if (after) query.after = Cursor{to_cell(after->first), to_cell(after->second)};
        std::vector<Timers::Entry> entries;
        const auto rows = find<Timer>(reader, query).rows;
        const auto suspended = suspended_of(reader, rows);
        for (const Timer& row : rows) {
            const bool waits = !row.process_instance_key || !suspended.contains(*row.process_instance_key);
            entries.push_back({{row.due_date, row.key}, row.process_instance_key, waits});
        }
        return entries;
    }

    Timers timers_;
};

}  // namespace dandori::engine
