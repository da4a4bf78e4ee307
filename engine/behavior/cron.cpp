#include <array>
#include <bitset>
#include <map>

#include "engine/behavior/timing.h"

namespace dandori::engine {
namespace {

struct CronField {
    std::string_view name;
    int low, high;
};
constexpr std::array<CronField, 6> cron_fields{
    {{"second", 0, 59}, {"minute", 0, 59}, {"hour", 0, 23}, {"day", 1, 31}, {"month", 1, 12}, {"weekday", 0, 7}}};
constexpr std::string_view month_names = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
constexpr std::string_view weekday_names = "SUNMONTUEWEDTHUFRISAT";

using Cron = std::array<std::bitset<64>, 6>;

std::optional<int> cron_number(std::string_view text, std::size_t field) {
    if (text.size() == 3 && (field == 4 || field == 5)) {
        std::string upper(text);
        for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        const auto at = (field == 4 ? month_names : weekday_names).find(upper);
        if (at != std::string_view::npos && at % 3 == 0) return static_cast<int>(at / 3) + (field == 4 ? 1 : 0);
    }
    if (text.empty() || text.size() > 2) return {};
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    if (number < cron_fields[field].low || number > cron_fields[field].high) return {};
    return number;
}

bool read_cron_part(std::string_view part, std::size_t field, std::bitset<64>& out) {
    int step = 1;
    const auto slash = part.find('/');
    if (slash != std::string_view::npos) {
        int number = 0;
        for (const char c : part.substr(slash + 1)) {
            if (c < '0' || c > '9' || number > 99) return false;
            number = number * 10 + (c - '0');
        }
        if (number == 0) return false;
        step = number;
        part = part.substr(0, slash);
    }
    int low = cron_fields[field].low, high = cron_fields[field].high;
    if (field == 5) high = 6;
    if (part != "*" && part != "?") {
        const auto dash = part.find('-', 1);
        const auto first = cron_number(part.substr(0, dash), field);
        if (!first) return false;
        low = *first;
        if (dash != std::string_view::npos) {
            const auto last = cron_number(part.substr(dash + 1), field);
            if (!last || *last < low) return false;
            high = *last;
        } else if (slash == std::string_view::npos) {
            high = low;
        }
    }
    for (int i = low; i <= high; i += step) out.set(static_cast<std::size_t>(field == 5 && i == 7 ? 0 : i));
    return true;
}

std::optional<Cron> read_cron(const std::string& text) {
    static const std::map<std::string, std::string, std::less<>> named{
        {"@yearly", "0 0 0 1 1 *"}, {"@annually", "0 0 0 1 1 *"}, {"@monthly", "0 0 0 1 * *"}, {"@weekly", "0 0 0 * * 0"},
        {"@daily", "0 0 0 * * *"},  {"@midnight", "0 0 0 * * *"}, {"@hourly", "0 0 * * * *"}};
    const auto found = named.find(text);
    std::string_view rest = found == named.end() ? std::string_view(text) : std::string_view(found->second);
    Cron cron;
    for (std::size_t field = 0; field < 6; ++field) {
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(word.size());
        if (word.empty()) return {};
        while (!word.empty()) {
            const auto comma = word.find(',');
            if (!read_cron_part(word.substr(0, comma), field, cron[field])) return {};
            word = comma == std::string_view::npos ? std::string_view{} : word.substr(comma + 1);
        }
    }
    if (rest.find_first_not_of(' ') != std::string_view::npos) return {};
    return cron;
}

}  // namespace

bool is_cron(const std::string& text) { return read_cron(text).has_value(); }

std::optional<Instant> next_of_cron(const std::string& text, Instant after, const std::string& zone) {
    const auto cron = read_cron(text);
    const auto local = feel::date_time_at(after + 1000, zone);
    if (!cron || !local) return {};
    const auto fits = [&](std::size_t field, int value) { return (*cron)[field].test(static_cast<std::size_t>(value)); };
    const std::int64_t first_day = feel::days_from_date(local->date);
    for (std::int64_t day = first_day; day <= first_day + 8 * 366; ++day) {
        const auto date = feel::date_from_days(day);
        if (!date) return {};
        if (!fits(4, date->month) || !fits(3, date->day) || !fits(5, feel::weekday(*date) % 7)) continue;
        for (int hour = 0; hour < 24; ++hour) {
            if (!fits(2, hour)) continue;
            for (int minute = 0; minute < 60; ++minute) {
                if (!fits(1, minute)) continue;
                for (int second = 0; second < 60; ++second) {
                    if (!fits(0, second)) continue;
                    feel::DateTime at;
                    at.date = *date;
                    at.time.hour = static_cast<std::uint8_t>(hour);
                    at.time.minute = static_cast<std::uint8_t>(minute);
                    at.time.second = static_cast<std::uint8_t>(second);
                    const auto instant = feel::to_instant(at, zone);
                    if (instant && *instant > after) return instant;
                }
            }
        }
    }
    return {};
}

}  // namespace dandori::engine
