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
    OfType& queue = types_[job.type];
    queue.later.emplace(*job.activatable_at, job.key);
    places_[job.key] = {&queue, *job.activatable_at, false, job.priority, job.process_instance_key};
}

std::optional<std::pair<JobKey, ProcessInstanceKey>> JobQueue::first(const std::string& type, Instant now) {
    const auto found = types_.find(type);
    if (found == types_.end()) return {};
    OfType& queue = found->second;
    while (!queue.later.empty() && queue.later.begin()->first <= now) {
        const JobKey key = queue.later.begin()->second;
        queue.later.erase(queue.later.begin());
        Place& place = places_[key];
        place.is_ready = true;
        queue.ready.emplace(-place.priority, key);
    }
    if (queue.ready.empty()) return {};
    const JobKey key = queue.ready.begin()->second;
    return std::pair{key, places_[key].instance};
}

std::optional<Instant> JobQueue::next_time(const std::string& type) const {
    const auto found = types_.find(type);
    if (found == types_.end() || found->second.later.empty()) return {};
    return found->second.later.begin()->first;
}

void JobQueue::clear() {
    types_.clear();
    places_.clear();
}

}  // namespace dandori::engine
