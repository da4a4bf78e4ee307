#include "adapters/http/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace dandori::http {

std::string http_date(Instant instant) {
    using namespace std::chrono;
    static constexpr std::array<const char*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto time = floor<seconds>(sys_time<milliseconds>{milliseconds{instant.milliseconds}});
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::array<char, 48> text;
    const int length =
        std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                      weekdays[weekday{day}.c_encoding()], unsigned{date.day()}, months[unsigned{date.month()} - 1],
                      int{date.year()}, static_cast<int>(clock.hours().count()),
                      static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace dandori::http
