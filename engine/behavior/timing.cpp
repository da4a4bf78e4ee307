#include "engine/behavior/timing.h"

namespace dandori::engine {
namespace {

struct RepeatingInterval {
    std::optional<std::int32_t> repetitions;  ///< absent: without end
    std::optional<Instant> start;
    feel::Value duration;
};

feel::Value duration_from_text(std::string_view text) {
    if (const auto days = feel::days_duration_from_text(text)) return *days;
    if (const auto months = feel::months_duration_from_text(text)) return *months;
    // Both in one, as ISO 8601 allows and FEEL does not: P1Y2M3DT4H.
    return {};
}

std::optional<RepeatingInterval> interval_from_text(const std::string& text, const std::string& zone) {
    if (text.size() < 2 || text[0] != 'R') return {};
    const auto slash = text.find('/');
    if (slash == std::string::npos) return {};
    RepeatingInterval interval;
    const std::string count = text.substr(1, slash - 1);
    if (!count.empty() && count != "-1") {
        std::int64_t number = 0;
        for (const char c : count) {
            if (c < '0' || c > '9' || number > 100'000'000) return {};
            number = number * 10 + (c - '0');
        }
        interval.repetitions = static_cast<std::int32_t>(number);
    }
    std::string rest = text.substr(slash + 1);
    const auto second = rest.find('/');
    if (second != std::string::npos) {
        interval.start = feel::to_instant(feel::Value(rest.substr(0, second)), zone);
        if (!interval.start) return {};
        rest = rest.substr(second + 1);
    }
    interval.duration = duration_from_text(rest);
    if (interval.duration.is_null()) return {};
    return interval;
}

bool is_positive(const feel::Value& duration) {
    if (duration.is_days_duration()) return duration.as_days_duration() > feel::DaysDuration{};
    return duration.is_months_duration() && duration.as_months_duration().months > 0;
}

}  // namespace

std::optional<Instant> later_by(Instant now, const feel::Value& duration, const std::string& zone) {
    if (duration.is_days_duration()) {
        const auto& length = duration.as_days_duration();
        return now + (length.seconds * 1000 + length.nanosecond / 1'000'000);
    }
    if (duration.is_months_duration()) {
        const auto local = feel::date_time_at(now, zone);
        if (!local) return {};
        const auto later = feel::plus(*local, duration.as_months_duration());
        if (!later) return {};
        return feel::to_instant(*later, zone);
    }
    return {};
}

Result<Schedule> first_due(CompiledTimer::Kind kind, const feel::Value& value, Instant now, const std::string& zone,
                           const std::string& element_id) {
    const auto wrong = [&](std::string_view wanted) {
        return fail(Failure::Kind::ExtractValue,
                    "The timer of '" + element_id + "' gave " + feel::to_literal(value) + "; " + std::string(wanted) + " is needed.");
    };
    switch (kind) {
        case CompiledTimer::Kind::Date: {
            const auto due = feel::to_instant(value, zone);
            if (!due) return wrong("a date and time");
            return Schedule{*due, {}, {}};
        }
        case CompiledTimer::Kind::Duration: {
            const feel::Value duration = value.is_string() ? duration_from_text(value.as_string()) : value;
            const auto due = later_by(now, duration, zone);
            if (!due) return wrong("a duration such as PT1H or P1D");
            return Schedule{*due < now ? now : *due, {}, {}};
        }
        case CompiledTimer::Kind::Cycle: break;
    }
    if (!value.is_string()) {
        // A bare duration repeats without end.
        if (!is_positive(value)) return wrong("a repeating interval such as R3/PT1H, or a cron text,");
        return Schedule{*later_by(now, value, zone), {}, "R/" + feel::to_text(value)};
    }
    const std::string& text = value.as_string();
    if (is_cron(text)) {
        const auto due = next_of_cron(text, now, zone);
        if (!due) return wrong("a cron text that comes round within eight years");
        return Schedule{*due, {}, text};
    }
    const auto interval = interval_from_text(text, zone);
    if (!interval || !is_positive(interval->duration)) return wrong("a repeating interval such as R3/PT1H, or a cron text,");
    if (interval->repetitions == 0) return wrong("at least one repetition");
    Instant due = *later_by(now, interval->duration, zone);
    if (interval->start) due = *interval->start < now ? now : *interval->start;
    std::optional<std::int32_t> after;
    if (interval->repetitions) after = *interval->repetitions - 1;
    return Schedule{due, after, text};
}

std::optional<Instant> next_due(const std::string& cycle, Instant last, Instant now, const std::string& zone) {
    if (is_cron(cycle)) return next_of_cron(cycle, last < now ? now : last, zone);
    const auto interval = interval_from_text(cycle, zone);
    if (!interval) return {};
    auto next = later_by(last, interval->duration, zone);
    if (!next) return {};
    const std::int64_t length = *next - last;
    if (length > 0 && (now - *next) / length > 1000) next = *next + (now - *next) / length * length;
    return next;
}

}  // namespace dandori::engine
