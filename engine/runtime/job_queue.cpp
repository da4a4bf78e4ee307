#include "engine/runtime/job_queue.h"

#include <limits>

#include "engine/runtime/not_suspended.h"

namespace dandori::engine {
namespace {

Query of_type(const std::string& type) { return Query{}.where_equals("type", type); }

}  // namespace

void JobQueue::note_change(Types::iterator type) {
    if (!std::exchange(type->second.has_changed, true)) changed_.push_back(type);
}

void JobQueue::update(const Job& job, bool is_over, Instant now) {
    const auto type = types_.try_emplace(job.type).first;
    note_change(type);
    OfOrigin& origin = of_origin(type->second, {job.tenant_id, job.process_definition_id});
    const bool waits = !is_over && job.activatable_at;
    const bool is_ready = waits && *job.activatable_at <= now;
    origin.ready.update(job.key, is_ready ? std::optional(std::pair{-job.priority, job.process_instance_key}) : std::nullopt);
    origin.later.update(job.key, waits && !is_ready ? std::optional(std::pair{*job.activatable_at, Waiting{job.priority, job.process_instance_key}})
                                                    : std::nullopt);
}

std::optional<std::pair<JobKey, ProcessInstanceKey>> JobQueue::first(const std::string& type, Instant now, const Wanted& wanted) {
    const auto jobs = types_.try_emplace(type).first;
    if (!jobs->second.is_asked_for) find_origins(type, jobs->second);
    jobs->second.is_asked_for = true;
    std::optional<Ready::Entry> best;
    for (auto& [of, queue] : jobs->second.origins) {
        const Origin& origin = of;
        const auto query = [&] {
            return of_type(type).where_equals("tenantId", origin.first).where_equals("processDefinitionId", origin.second);
        };
        // Also where nothing is wanted: what is due must not look as if it were still to come.
        queue.later.begin_at(now);
        const auto read_later_ones = [&](const std::optional<Later::Place>& after, std::size_t count) { return read_later(query(), after, count); };
        while (const auto due = queue.later.first(now, read_later_ones)) {
            queue.later.update(due->place.second, {});
            queue.ready.update(due->place.second, std::pair{-due->content.priority, due->content.instance});
            note_change(jobs);
        }
        if (!wanted(origin.first, origin.second)) continue;
        constexpr std::int32_t lowest = std::numeric_limits<std::int32_t>::max();
        const auto first = queue.ready.first(
            lowest, [&](const std::optional<Ready::Place>& after, std::size_t count) { return read_ready(query(), now, after, count); });
        if (first && (!best || first->place < best->place)) best = first;
    }
    if (!best) return {};
    return std::pair{best->place.second, best->content};
}

std::optional<Instant> JobQueue::next_time(const std::string& type) const {
    const auto found = types_.find(type);
    if (found == types_.end() || !found->second.is_asked_for) return Instant{};
    std::optional<Instant> next;
    for (const auto& [origin, queue] : found->second.origins) {
        const auto earliest = queue.later.earliest();
        if (earliest && (!next || *earliest < *next)) next = earliest;
    }
    return next;
}

void JobQueue::committed() {
    for (const auto type : changed_) {
        type->second.has_changed = false;
        for (auto& [origin, queue] : type->second.origins) {
            queue.ready.committed();
            queue.later.committed();
        }
        if (!type->second.is_asked_for) types_.erase(type);
    }
    changed_.clear();
    if (types_.size() > in_memory_max_) clear();
}

void JobQueue::clear() {
    types_.clear();
    changed_.clear();
}

JobQueue::OfOrigin& JobQueue::of_origin(OfType& type, const Origin& origin) {
    return type.origins.try_emplace(origin, OfOrigin{Ready(in_memory_max_), Later(in_memory_max_)}).first->second;
}

void JobQueue::find_origins(const std::string& type, OfType& jobs) {
    // From one origin to the next, however many jobs each has.
    const auto any = [&] { return of_type(type).where("activatableAt", Operator::Exists); };
    std::optional<Job> job = first_job(any());
    while (job) {
        of_origin(jobs, {job->tenant_id, job->process_definition_id});
        auto next = first_job(any().where_equals("tenantId", job->tenant_id).where("processDefinitionId", Operator::Greater, {job->process_definition_id}));
        if (!next) next = first_job(any().where("tenantId", Operator::Greater, {job->tenant_id}));
        job = std::move(next);
    }
}

std::optional<Job> JobQueue::first_job(Query query) const {
    query.sorted_by("tenantId").sorted_by("processDefinitionId").sorted_by("priority", true).first(1);
    auto found = find<Job>(reader_, query);
    if (found.rows.empty()) return {};
    return std::move(found.rows.front());
}

std::vector<JobQueue::Ready::Entry> JobQueue::read_ready(Query query, Instant now, const std::optional<Ready::Place>& after,
                                                         std::size_t count) const {
    // Those that must wait are passed over here: a bound would lead PostgreSQL to another index, and to sort all that it finds there.
    query.where("activatableAt", Operator::Exists).sorted_by("priority", true).first(count);
    if (after) query.after = Cursor{to_cell(-after->first), to_cell(after->second)};
    std::vector<Ready::Entry> entries;
    const auto rows = find<Job>(reader_, query).rows;
    const auto suspended = suspended_of(reader_, rows);
    for (const Job& row : rows) {
        const bool waits = *row.activatable_at <= now && !suspended.contains(row.process_instance_key);
        entries.push_back({{-row.priority, row.key}, row.process_instance_key, waits});
    }
    return entries;
}

std::vector<JobQueue::Later::Entry> JobQueue::read_later(Query query, const std::optional<Later::Place>& after, std::size_t count) const {
    query.where("activatableAt", Operator::Exists).sorted_by("activatableAt").first(count);
    if (after) query.after = Cursor{to_cell(after->first), to_cell(after->second)};
    std::vector<Later::Entry> entries;
    const auto rows = find<Job>(reader_, query).rows;
    const auto suspended = suspended_of(reader_, rows);
    for (const Job& row : rows) {
        entries.push_back({{*row.activatable_at, row.key}, {row.priority, row.process_instance_key}, !suspended.contains(row.process_instance_key)});
    }
    return entries;
}

}  // namespace dandori::engine
