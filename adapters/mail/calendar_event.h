#pragma once
// A time that a mail puts into the calendars of its readers: one event of iCalendar (RFC 5545), sent as RFC 5546 and 6047 say.

#include <string>
#include <vector>

#include "adapters/worker/expression.h"
#include "adapters/worker/japanese_time.h"
#include "engine/instant.h"

namespace dandori::mail {

struct CalendarEvent {
    /// Request: it takes place, or has changed. Publish: the same, nobody in particular is invited. Cancel: it doesn't.
    enum class Method { Request, Publish, Cancel };
    Method method = Method::Request;
    std::string uid;  ///< the same for all mails about one event
    int sequence = 0;  ///< raised with each change: the highest is what holds
    worker::TokyoTime from, to;
    std::string summary, location, description;
};

/// The value of a send task's header `calendarEvent`: `{uid, from, to, summary, location, description, sequence, method}`. `from`, `to` and
/// `summary` must be there, `uid` is else `uid_otherwise`, `method` `REQUEST`, `PUBLISH` or `CANCEL`. Fails naming the member.
Result<CalendarEvent> read_calendar_event(const boost::json::value&, const std::string& uid_otherwise);

/// Who sends the event, and to whom.
struct CalendarPeople {
    std::string organizer_name, organizer_address;
    std::vector<std::string> attendees;  ///< addresses; a published event names none
};

/// The event as a file: CRLF line ends, folded at 75 octets, times of Asia/Tokyo. No value can add a line.
std::string to_icalendar(const CalendarEvent&, const CalendarPeople&, Instant written_at);

/// `REQUEST`, `PUBLISH`, `CANCEL`
std::string_view name_of(CalendarEvent::Method);

}  // namespace dandori::mail
