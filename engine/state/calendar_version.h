#pragma once
#include "engine/state/field.h"
#include "engine/state/process_instance.h"

namespace dandori::engine {

using CalendarVersionKey = Key<struct CalendarVersion>;

/// Where calendars came from: the processes folder at a start, or somebody's request.
enum class CalendarOrigin { Folder, Request };
template <>
inline constexpr std::string_view names_of<CalendarOrigin>[] = {"FOLDER", "REQUEST"};

/// Calendars that were put in force: they are until the next row's time. A row is never removed, so that what was counted once can be
/// counted again. The last members tell how far the open deadlines were recomputed by them.
struct CalendarVersion {
    CalendarVersionKey key;
    Instant in_force_from;
    std::optional<std::string> put_by;  ///< username
    CalendarOrigin origin = CalendarOrigin::Request;
    std::string holidays;       ///< the text of holidays.csv
    std::string service_hours;  ///< the text of service_hours.csv
    bool allow_earlier = false;                  ///< deadlines may move earlier, too
    std::vector<std::string> allow_earlier_for;  ///< these may: keys of timers and user tasks
    std::int32_t moved_later = 0, moved_earlier = 0;
    std::int32_t kept_back = 0;  ///< would be earlier, and nobody has said yes
    std::optional<Instant> recomputed_at;  ///< when all were; absent: it goes on
    ProcessInstanceKey seen_to;            ///< up to this instance it has been done

    static constexpr std::string_view table = "calendar_version";
    static constexpr auto fields() {
        using R = CalendarVersion;
        return Fields{field("calendarVersionKey", &R::key),
                      field("inForceFrom", &R::in_force_from),
                      field("putBy", &R::put_by),
                      field("origin", &R::origin),
                      field("holidays", &R::holidays),
                      field("serviceHours", &R::service_hours),
                      field("allowEarlier", &R::allow_earlier),
                      field("allowEarlierFor", &R::allow_earlier_for),
                      field("movedLater", &R::moved_later),
                      field("movedEarlier", &R::moved_earlier),
                      field("keptBack", &R::kept_back),
                      field("recomputedAt", &R::recomputed_at),
                      field("seenTo", &R::seen_to, FieldUse::Internal)};
    }
    bool operator==(const CalendarVersion&) const = default;
};

}  // namespace dandori::engine
