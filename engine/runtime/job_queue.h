#pragma once
// Which jobs may be handed out, by type: those of higher priority first, then oldest first.

#include <functional>

#include "engine/port/store.h"
#include "engine/runtime/window.h"

namespace dandori::engine {

/// Of each type and process the jobs that come first are in memory from when somebody first asked for the type; the store has the others.
class JobQueue {
  public:
    /// Whether jobs of this tenant and process may be handed out to who asks.
    using Wanted = std::function<bool(const std::string& tenant_id, const std::string& process_id)>;

    JobQueue(Reader& reader, std::size_t in_memory_max) : reader_(reader), in_memory_max_(in_memory_max) {}

    /// The job as it is at `now`: to be handed out from `activatable_at` on, or no longer at all.
    void update(const Job& job, bool is_over, Instant now);
    /// The first job of the type that may be handed out at `now`; none if there is no such.
    std::optional<std::pair<JobKey, ProcessInstanceKey>> first(const std::string& type, Instant now, const Wanted& wanted);
    bool has(const std::string& type, Instant now, const Wanted& wanted) { return first(type, now, wanted).has_value(); }
    /// Before this no other job of the type may be handed out; absent: there is none.
    std::optional<Instant> next_time(const std::string& type) const;
    /// What has changed is in the store now.
    void committed();
    void clear();

  private:
    using Origin = std::pair<std::string, std::string>;  ///< tenant and process id
    using Ready = Window<std::int32_t, JobKey, ProcessInstanceKey>;  ///< by priority, negated
    struct Waiting {
        std::int32_t priority = 0;
        ProcessInstanceKey instance;
    };
    using Later = Window<Instant, JobKey, Waiting>;
    struct OfOrigin {
        Ready ready;
        Later later;
    };
    struct OfType {
        std::map<Origin, OfOrigin> origins;
        bool is_asked_for = false;
        bool has_changed = false;
    };

    using Types = std::map<std::string, OfType>;

    void note_change(Types::iterator);
    OfOrigin& of_origin(OfType&, const Origin&);
    /// Every origin that the store has jobs of the type of.
    void find_origins(const std::string& type, OfType&);
    std::optional<Job> first_job(Query) const;
    std::vector<Ready::Entry> read_ready(Query of_origin, Instant now, const std::optional<Ready::Place>& after, std::size_t count) const;
    std::vector<Later::Entry> read_later(Query of_origin, const std::optional<Later::Place>& after, std::size_t count) const;

    Reader& reader_;
    std::size_t in_memory_max_;
    Types types_;
    std::vector<Types::iterator> changed_;  ///< since the last commit
};

}  // namespace dandori::engine
