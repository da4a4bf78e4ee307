// BPMN 2.0.2, 10.5.5: without '=' a timer's time is a text of ISO 8601, or for a cycle a cron text. Only its form is
// looked at: whether there is such a day the engine finds out.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault time_unreadable{
    .severity = error,
    .what = {"{1} has the text \"{2}\" as {3}, which can't be read.", "{1}の{3}「{2}」が読めません。"},
    .mend = {"Write it as ISO 8601, such as {4}, or as an expression after '='.",
             "ISO 8601（例: {4}）か、「=」の後に式を書いてください。"},
};

/// Takes a text apart from the left.
struct Scan {
    std::string_view rest;

    bool take(char wanted) {
        if (rest.empty() || rest.front() != wanted) return false;
        rest.remove_prefix(1);
        return true;
    }
    std::size_t digits() {
        std::size_t count = 0;
        while (count < rest.size() && rest[count] >= '0' && rest[count] <= '9') ++count;
        rest.remove_prefix(count);
        return count;
    }
    bool digits(std::size_t wanted) { return digits() == wanted; }
};

// Parts such as 1Y2M, in this order, each once at most; fractions only of seconds. How many there were, -1: not so.
int duration_parts(Scan& scan, std::string_view units) {
    int parts = 0;
    std::size_t next = 0;
    while (!scan.rest.empty() && scan.rest.front() >= '0' && scan.rest.front() <= '9') {
        scan.digits();
        const bool fraction = scan.take('.') || scan.take(',');
        if (fraction && scan.digits() == 0) return -1;
        const auto unit = scan.rest.empty() ? units.npos : units.find(scan.rest.front(), next);
        if (unit == units.npos || (fraction && units[unit] != 'S')) return -1;
        scan.rest.remove_prefix(1);
        next = unit + 1;
        ++parts;
    }
    return parts;
}

bool is_duration(std::string_view text) {
    Scan scan{text};
    if (!scan.take('-')) scan.take('+');
    if (!scan.take('P')) return false;
    const int days = duration_parts(scan, "YMWD");
    int hours = 0;
    if (scan.take('T')) {
        hours = duration_parts(scan, "HMS");
        if (hours == 0) return false;
    }
    return days >= 0 && hours >= 0 && days + hours > 0 && scan.rest.empty();
}

// 2026-04-01, 2026-04-01T09:00, 2026-04-01T09:00:00.5+09:00, 2026-04-01T09:00:00[Asia/Tokyo]
bool is_date(std::string_view text) {
    Scan scan{text};
    if (!scan.digits(4) || !scan.take('-') || !scan.digits(2) || !scan.take('-') || !scan.digits(2)) return false;
    if (scan.rest.empty()) return true;
    if (!scan.take('T') || !scan.digits(2) || !scan.take(':') || !scan.digits(2)) return false;
    if (scan.take(':')) {
        if (!scan.digits(2)) return false;
        if (scan.take('.') && scan.digits() == 0) return false;
    }
    if (scan.take('@')) return !scan.rest.empty();
    if (!scan.take('Z') && (scan.take('+') || scan.take('-'))) {
        if (!scan.digits(2)) return false;
        scan.take(':');
        if (!scan.digits(2)) return false;
    }
    if (scan.take('[')) return scan.rest.size() > 1 && scan.rest.back() == ']';
    return scan.rest.empty();
}

bool is_cron(std::string_view text) {
    if (text.starts_with("@")) return true;
    int fields = 0;
    bool space = true;
    for (const char each : text) {
        if (space && each != ' ') ++fields;
        space = each == ' ';
    }
    return fields == 6;
}

// R/PT1H, R3/2026-04-01T09:00:00Z/P1D, or cron.
bool is_cycle(std::string_view text) {
    Scan scan{text};
    if (!scan.take('R')) return is_cron(text);
    scan.digits();
    if (!scan.take('/')) return false;
    const auto slash = scan.rest.find('/');
    if (slash == scan.rest.npos) return is_duration(scan.rest);
    const std::string_view first = scan.rest.substr(0, slash), second = scan.rest.substr(slash + 1);
    return (is_date(first) && (is_duration(second) || is_date(second))) || (is_duration(first) && is_date(second));
}

void look_at_time(const FlowNode& node, const std::optional<Expression>& time, bool (*fits)(std::string_view),
                  const Words& what, const Words& example, Findings& findings) {
    if (!time || blank(time->body) || time->body.starts_with("=") || fits(time->body)) return;
    findings.tell(node, time_unreadable, {titled(node), one_line(time->body), what, example});
}

}  // namespace

extern const Rule timer_text;
const Rule timer_text{
    .name = "timer_text",
    .why = {"A time that can't be read is found when drawn, not at the moment the timer is set.",
            "読めない時間は、タイマーが動く前に、描いた時点で見つけます。"},
    .faults = {&time_unreadable},
    .node =
        [](const FlowNode& node, Findings& findings) {
            if (!node.event()) return;
            for (const EventDefinition& definition : node.event()->definitions) {
                const auto* timer = std::get_if<TimerEventDefinition>(&definition);
                if (!timer) continue;
                look_at_time(node, timer->time_date, is_date, {"date", "日時"}, "2026-04-01T09:00:00+09:00", findings);
                look_at_time(node, timer->time_duration, is_duration, {"duration", "期間"}, "PT1H or P3D", findings);
                look_at_time(node, timer->time_cycle, is_cycle, {"cycle", "繰り返し"}, "R3/PT10M", findings);
            }
        },
};

}  // namespace dandori::bpmn::check_detail
