#include "engine/runtime/job_queue.h"

namespace dandori::engine {

void JobQueue::update(const Job& job, bool is_over) {
    const auto found = places_.find(job.key);
    if (found != places_.end()) {
        Place& place = found->second;
        if (place.is_ready) place.queue->ready.erase({-place.priority, job.key});
        else place.queue->later.erase({place.at, job.key});
        places_.erase(found);
    }
    if (is_over || !job.activatable_at) return;
    OfOrigin& queue = types_[job.type][{job.tenant_id, job.process_definition_id}];
    queue.later.emplace(*job.activatable_at, job.key);
    places_[job.key] = {&queue, *job.activatable_at, false, job.priority, job.process_instance_key};
}

std::optional<std::pair<JobKey, ProcessInstanceKey>> JobQueue::first(const std::string& type, Instant now, const Wanted& wanted) {
    const auto found = types_.find(type);
    if (found == types_.end()) return {};
    std::optional<std::pair<std::int32_t, JobKey>> best;
    for (auto& [origin, queue] : found->second) {
        // Also where nothing is wanted: what is due must not look as if it were still to come.
        while (!queue.later.empty() && queue.later.begin()->first <= now) {
            const JobKey key = queue.later.begin()->second;
            queue.later.erase(queue.later.begin());
            Place& place = places_[key];
            place.is_ready = true;
            queue.ready.emplace(-place.priority, key);
        }
        if (queue.ready.empty() || !wanted(origin.first, origin.second)) continue;
        if (!best || *queue.ready.begin() < *best) best = *queue.ready.begin();
    }
    if (!best) return {};
    return std::pair{best->second, places_[best->second].instance};
}

std::optional<Instant> JobQueue::next_time(const std::string& type) const {
    const auto found = types_.find(type);
    if (found == types_.end()) return {};
    std::optional<Instant> next;
    for (const auto& [origin, queue] : found->second) {
        if (!queue.later.empty() && (!next || queue.later.begin()->first < *next)) next = queue.later.begin()->first;
    }
    return next;
}

void JobQueue::clear() {
    types_.clear();
    places_.clear();
}

}  // namespace dandori::engine
