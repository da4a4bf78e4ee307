// How many jobs were made, completed and failed in a span of time: over all, by type, by worker, by error.
#include <boost/json.hpp>
#include <map>
#include <set>

#include "adapters/rest/dashboard.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"
#include "engine/feel/temporal.h"

namespace dandori::rest {
namespace {

using engine::Cell;
using engine::Job;
using engine::JobState;
using engine::Operator;

struct Span {
    Instant from;
    Instant to;  ///< no longer in it

    bool has(Instant time) const { return from <= time && time < to; }
};

struct JobMetric {
    std::int64_t count = 0;
    std::optional<Instant> last;

    void add(Instant time) {
        ++count;
        if (!last || *last < time) last = time;
    }
};

struct JobCounts {
    JobMetric created;
    JobMetric completed;
    JobMetric failed;
    std::set<std::string> workers;

    void add(const Job& job, const Span& span) {
        if (span.has(job.creation_time)) created.add(job.creation_time);
        if (job.state == JobState::Completed && job.end_time && span.has(*job.end_time)) completed.add(*job.end_time);
        const bool has_failed = job.state == JobState::Failed || job.state == JobState::ErrorThrown;
        if (has_failed && span.has(job.last_update_time)) failed.add(job.last_update_time);
        if (!job.worker.empty()) workers.insert(job.worker);
    }
};

void write_metric(JsonText& json, std::string_view name, const JobMetric& metric) {
    json.name(name).begin_object().name("count").number(metric.count).name("lastUpdatedAt");
    write_value(json, metric.last);
    json.end_object();
}

void write_counts(JsonText& json, const JobCounts& counts) {
    write_metric(json, "created", counts.created);
    write_metric(json, "completed", counts.completed);
    write_metric(json, "failed", counts.failed);
}

/// Jobs that were made or last touched within the span.
engine::Query jobs_within(const Span& span) {
    const auto within = [&](const char* field) {
        return engine::Group{{{field, Operator::GreaterOrEqual, {Cell{span.from.milliseconds}}},
                              {field, Operator::Less, {Cell{span.to.milliseconds}}}},
                             {}};
    };
    engine::Query query;
    query.any_of.push_back({within("creationTime"), within("lastUpdateTime")});
    return query;
}

Result<Span> checked(std::optional<Instant> from, std::optional<Instant> to, const std::string& prefix) {
    if (!from || !to)
        return fail(Failure::Kind::Syntax, "'" + prefix + (from ? "to" : "from") +
                                               "' is missing; a time like 2026-01-31T12:00:00Z is needed.");
    return Span{*from, *to};
}

Result<void> count_all_jobs(Call& call) {
    const auto time = [&](std::string_view name) -> Result<std::optional<Instant>> {
        const auto text = call.request.query_parameter(name);
        if (!text) return std::optional<Instant>{};
        return std::optional<Instant>{
            TRY(read_time(boost::json::value(boost::json::string(*text)), std::string(name)))};
    };
    const auto span = TRY(checked(TRY(time("from")), TRY(time("to")), ""));
    auto query = jobs_within(span);
    if (const auto type = call.request.query_parameter("jobType")) query.where_equals("type", std::string(*type));
    JobCounts counts;
    for_each_visible_row<Job>(call, query, [&](const Job& job) { counts.add(job, span); });
    JsonText json;
    json.begin_object();
    write_counts(json, counts);
    call.reply.json(json.name("isIncomplete").truth(false).end_object().take());
    return {};
}

/// What a request for statistics asks: a span, a filter on some of the jobs' fields, and a page of groups.
struct Asked {
    Span span;
    engine::Query query;
    std::size_t limit = 100;
    std::string after;  ///< the name of the last group of the page before
    std::int64_t step_ms = 0;  ///< of a series of times
};

/// How long each step of a series is: as `resolution` says, else a minute or what makes a hundred of them.
Result<std::int64_t> read_step(Body& filter, const Span& span) {
    constexpr std::int64_t minute_ms = 60'000;
    const std::int64_t whole = std::max<std::int64_t>(0, span.to - span.from);
    const auto text = TRY(filter.text("resolution"));
    if (!text) return std::max(minute_ms, whole / 100 / minute_ms * minute_ms);
    const auto duration = feel::days_duration_from_text(*text);
    const std::int64_t ms = duration ? duration->seconds * 1'000 : 0;
    if (ms < 1'000) return fail(Failure::Kind::Syntax, "'filter.resolution' is '" + *text + "'; a duration of at least a second is needed, such as PT1H.");
    if (whole / ms >= 10'000) return fail(Failure::Kind::Bounds, "'filter.resolution' makes more than 10,000 steps of that time; take a longer one.");
    return ms;
}

Result<Asked> read_asked(Call& call, std::string_view needed, std::span<const SearchRules::Alias> fields, bool has_steps = false) {
    auto body = TRY(call.body());
    auto filter = TRY(body.object("filter"));
    if (!filter) return fail(Failure::Kind::Syntax, "'filter' is missing; an object with 'from' and 'to' is needed.");
    const auto from = TRY(filter->time("from"));
    const auto to = TRY(filter->time("to"));
    Asked asked{TRY(checked(from, to, "filter.")), {}, 100, {}};
    asked.query = jobs_within(asked.span);
    if (!needed.empty() && !filter->find(needed))
        return fail(Failure::Kind::Syntax, "'" + filter->full_name(needed) + "' is missing; a text is needed.");
    for (const auto& [name, field] : fields) {
        if (const auto* value = filter->find(name))
            TRY(read_conditions(*shape_of<Job>().find_shown(field), *value, filter->full_name(name),
                                asked.query.all.conditions));
    }
    if (has_steps) asked.step_ms = TRY(read_step(*filter, asked.span));
    TRY(filter->nothing_else());
    if (auto page = TRY(body.object("page"))) {
        asked.limit = static_cast<std::size_t>(TRY(page->integer("limit", 1, page_limit_max)).value_or(100));
        if (const auto text = TRY(page->text("after"))) {
            const auto cursor = cursor_from_text(*text, {});
            const auto* name = cursor ? std::get_if<std::string>(&cursor->front()) : nullptr;
            if (!name) return fail(Failure::Kind::Syntax, "'page.after' is no cursor of these statistics.");
            asked.after = *name;
        }
        TRY(page->nothing_else());
    }
    TRY(body.nothing_else());
    return asked;
}

/// Answers with a page of groups, by name; `write` writes a group's members.
template <class Write>
void answer_groups(Call& call, const Asked& asked, const std::map<std::string, JobCounts>& groups, Write write) {
    JsonText json;
    json.begin_object().name("items").begin_array();
    std::optional<engine::Cursor> start;
    std::optional<engine::Cursor> end;
    std::size_t count = 0;
    auto it = asked.after.empty() ? groups.begin() : groups.upper_bound(asked.after);
    for (; it != groups.end() && count < asked.limit; ++it, ++count) {
        end = engine::Cursor{Cell{it->first}};
        if (!start) start = end;
        json.begin_object();
        write(json, it->first, it->second);
        json.end_object();
    }
    json.end_array();
    write_page(json, static_cast<std::int64_t>(groups.size()), start, end, {});
    call.reply.json(json.end_object().take());
}

constexpr SearchRules::Alias by_type_fields[]{{"jobType", "type"}};
constexpr SearchRules::Alias error_fields[]{
    {"jobType", "type"}, {"errorCode", "errorCode"}, {"errorMessage", "errorMessage"}};

Result<void> count_jobs_by_type(Call& call) {
    const auto asked = TRY(read_asked(call, "", by_type_fields));
    std::map<std::string, JobCounts> groups;
    for_each_visible_row<Job>(call, asked.query, [&](const Job& job) { groups[job.type].add(job, asked.span); });
    answer_groups(call, asked, groups, [](JsonText& json, const std::string& type, const JobCounts& counts) {
        json.name("jobType").text(type);
        write_counts(json, counts);
        json.name("workers").number(static_cast<std::int64_t>(counts.workers.size()));
    });
    return {};
}

Result<void> count_jobs_by_worker(Call& call) {
    const auto asked = TRY(read_asked(call, "jobType", by_type_fields));
    std::map<std::string, JobCounts> groups;
    for_each_visible_row<Job>(call, asked.query, [&](const Job& job) {
        if (!job.worker.empty()) groups[job.worker].add(job, asked.span);
    });
    answer_groups(call, asked, groups, [](JsonText& json, const std::string& worker, const JobCounts& counts) {
        json.name("worker").text(worker);
        write_counts(json, counts);
    });
    return {};
}

Result<void> count_jobs_by_error(Call& call) {
    const auto asked = TRY(read_asked(call, "jobType", error_fields));
    // The group's name is both texts with a NUL between them. A code that has one itself would only be shown split.
    std::map<std::string, JobCounts> groups;
    for_each_visible_row<Job>(call, asked.query, [&](const Job& job) {
        if (job.error_code || job.error_message)
            groups[job.error_code.value_or("") + '\0' + job.error_message.value_or("")].add(job, asked.span);
    });
    answer_groups(call, asked, groups, [](JsonText& json, const std::string& name, const JobCounts& counts) {
        const auto split = name.find('\0');
        json.name("errorCode").text(std::string_view(name).substr(0, split));
        json.name("errorMessage").text(std::string_view(name).substr(split + 1));
        json.name("workers").number(static_cast<std::int64_t>(counts.workers.size()));
    });
    return {};
}

Result<void> count_jobs_over_time(Call& call) {
    const auto asked = TRY(read_asked(call, "jobType", by_type_fields, true));
    // Named by their times with leading zeros, so that their order is that of time; steps without a job are told too.
    const auto name_of_step = [](std::int64_t ms) {
        char text[24];
        std::snprintf(text, sizeof text, "%020lld", static_cast<long long>(ms));
        return std::string(text);
    };
    std::map<std::string, JobCounts> steps;
    for (std::int64_t at = asked.span.from.milliseconds; at < asked.span.to.milliseconds; at += asked.step_ms) steps[name_of_step(at)];
    for_each_visible_row<Job>(call, asked.query, [&](const Job& job) {
        std::set<std::int64_t> touched;
        for (const auto& time : {std::optional(job.creation_time), job.end_time, std::optional(job.last_update_time)}) {
            if (time && asked.span.has(*time)) touched.insert((*time - asked.span.from) / asked.step_ms);
        }
        for (const std::int64_t index : touched) {
            const Instant begin = asked.span.from + index * asked.step_ms;
            const Instant end{std::min((begin + asked.step_ms).milliseconds, asked.span.to.milliseconds)};
            steps[name_of_step(begin.milliseconds)].add(job, Span{begin, end});
        }
    });
    answer_groups(call, asked, steps, [](JsonText& json, const std::string& step, const JobCounts& counts) {
        json.name("time").text(to_iso8601(Instant{std::stoll(step)}));
        write_counts(json, counts);
    });
    return {};
}

}  // namespace

std::vector<Route> job_statistics_routes() {
    return {{"POST", "/jobs/statistics/time-series", who_may(engine::ResourceType::System, engine::Permission::ReadJobMetric), count_jobs_over_time},
            {"GET", "/jobs/statistics/global", who_may(engine::ResourceType::System, engine::Permission::ReadJobMetric), count_all_jobs},
            {"POST", "/jobs/statistics/by-types", who_may(engine::ResourceType::System, engine::Permission::ReadJobMetric), count_jobs_by_type},
            {"POST", "/jobs/statistics/by-workers", who_may(engine::ResourceType::System, engine::Permission::ReadJobMetric), count_jobs_by_worker},
            {"POST", "/jobs/statistics/errors", who_may(engine::ResourceType::System, engine::Permission::ReadJobMetric), count_jobs_by_error}};
}

}  // namespace dandori::rest
