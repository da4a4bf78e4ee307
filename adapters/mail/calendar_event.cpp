#include "adapters/mail/calendar_event.h"

#include <array>
#include <cstdio>

#include "adapters/mail/charset.h"
#include "adapters/mail/header_text.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 3> method_names{"REQUEST", "PUBLISH", "CANCEL"};
constexpr std::size_t line_octets_max = 75;     // RFC 5545, 3.1
constexpr std::size_t text_bytes_max = 10'000;  // of one property

tl::unexpected<Failure> unusable_member(const std::string& name, const std::string& text) {
    return fail(Failure::Kind::ExtractValue, "Header 'calendarEvent' of the task: '" + name + "' " + text);
}

Result<std::string> text_member(const json::object& event, const std::string& name) {
    const auto* value = event.if_contains(name);
    if (!value || value->is_null()) return std::string();
    if (!value->is_string()) return unusable_member(name, "gave " + json::serialize(*value) + "; a text is needed.");
    return std::string(value->get_string());
}

Result<worker::TokyoTime> time_member(const json::object& event, const std::string& name) {
    const auto text = TRY(text_member(event, name));
    const auto time = worker::tokyo_time_in(text);
    if (!time || !time->minute_of_day) return unusable_member(name, "is '" + text + "'; a date with a time and an offset is needed.");
    return *time;
}

Result<int> sequence_of(const json::object& event) {
    const auto* value = event.if_contains("sequence");
    if (!value || value->is_null()) return 0;
    if (!value->is_int64() || value->get_int64() < 0 || value->get_int64() > 1'000'000'000)
        return unusable_member("sequence", "gave " + json::serialize(*value) + "; a whole number from 0 is needed.");
    return static_cast<int>(value->get_int64());
}

Result<CalendarEvent::Method> method_of(const json::object& event) {
    const auto text = TRY(text_member(event, "method"));
    if (text.empty()) return CalendarEvent::Method::Request;
    for (std::size_t at = 0; at < method_names.size(); ++at) {
        if (method_names[at] == text) return static_cast<CalendarEvent::Method>(at);
    }
    return unusable_member("method", "is '" + text + "'; REQUEST, PUBLISH or CANCEL is needed.");
}

/// RFC 5545, 3.3.11: what would end a text or begin something else in it is escaped; control characters have no place in it.
std::string escaped_text(const std::string& text) {
    std::string out;
    for (const char character : cut_utf8(text, text_bytes_max)) {
        if (character == '\n')
            out += "\\n";
        else if (character == '\\' || character == ';' || character == ',')
            out += std::string("\\") + character;
        else if (static_cast<unsigned char>(character) >= 0x20 && character != 0x7F)
            out += character;
    }
    return out;
}

/// A parameter's value in quotes, which can't hold quotes (RFC 5545, 3.2).
std::string quoted_parameter(const std::string& text) {
    std::string out = "\"";
    for (const char character : one_line(text)) out += character == '"' ? '\'' : character;
    return out + "\"";
}

std::string local_time(const worker::TokyoTime& time) {
    char text[32];
    const int minute = time.minute_of_day.value_or(0);
    std::snprintf(text, sizeof text, "%04d%02u%02uT%02d%02d%02d", time.year, time.month, time.day, minute / 60, minute % 60, time.second);
    return text;
}

std::string utc_time(Instant instant) {
    std::string text;
    for (const char character : to_iso8601(instant).substr(0, 19)) {
        if (character != '-' && character != ':') text += character;
    }
    return text + "Z";
}

/// Adds a content line, folded between characters.
void add_line(std::string& out, const std::string& line) {
    std::size_t room = line_octets_max;
    for (std::size_t at = 0; at < line.size();) {
        if (at > 0) out += "\r\n ";
        auto end = std::min(line.size(), at + room);
        while (end < line.size() && end > at && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
        out.append(line, at, end - at);
        at = end;
        room = line_octets_max - 1;  // the space that begins a folded line counts
    }
    out += "\r\n";
}

}  // namespace

std::string_view name_of(CalendarEvent::Method method) { return method_names[static_cast<std::size_t>(method)]; }

Result<CalendarEvent> read_calendar_event(const json::value& value, const std::string& uid_otherwise) {
    if (!value.is_object())
        return fail(Failure::Kind::ExtractValue, "Header 'calendarEvent' of the task: it gave " + json::serialize(value) +
                                                     "; a context with from, to and summary is needed.");
    const auto& members = value.get_object();
    CalendarEvent event;
    event.uid = TRY(text_member(members, "uid"));
    if (event.uid.empty()) event.uid = uid_otherwise;
    event.method = TRY(method_of(members));
    event.sequence = TRY(sequence_of(members));
    event.from = TRY(time_member(members, "from"));
    event.to = TRY(time_member(members, "to"));
    if (local_time(event.to) < local_time(event.from)) return unusable_member("to", "is before 'from'.");
    event.summary = TRY(text_member(members, "summary"));
    if (event.summary.empty()) return unusable_member("summary", "is missing; a text is needed.");
    event.location = TRY(text_member(members, "location"));
    event.description = TRY(text_member(members, "description"));
    return event;
}

std::string to_icalendar(const CalendarEvent& event, const CalendarPeople& people, Instant written_at) {
    const bool is_cancelled = event.method == CalendarEvent::Method::Cancel;
    std::string out;
    const auto add = [&](const std::string& line) { add_line(out, line); };
    const auto add_text = [&](const std::string& name, const std::string& text) {
        if (!text.empty()) add(name + ":" + escaped_text(text));
    };
    add("BEGIN:VCALENDAR");
    add("VERSION:2.0");
    add("PRODID:-//Dandori//Dandori//JA");
    add("METHOD:" + std::string(name_of(event.method)));
    add("BEGIN:VTIMEZONE");
    add("TZID:Asia/Tokyo");
    add("BEGIN:STANDARD");
    add("DTSTART:19700101T000000");
    add("TZOFFSETFROM:+0900");
    add("TZOFFSETTO:+0900");
    add("TZNAME:JST");
    add("END:STANDARD");
    add("END:VTIMEZONE");
    add("BEGIN:VEVENT");
    add_text("UID", one_line(event.uid));
    add("SEQUENCE:" + std::to_string(event.sequence));
    add("DTSTAMP:" + utc_time(written_at));
    add("DTSTART;TZID=Asia/Tokyo:" + local_time(event.from));
    add("DTEND;TZID=Asia/Tokyo:" + local_time(event.to));
    add_text("SUMMARY", event.summary);
    add_text("LOCATION", event.location);
    add_text("DESCRIPTION", event.description);
    add("STATUS:" + std::string(is_cancelled ? "CANCELLED" : "CONFIRMED"));
    add("ORGANIZER;CN=" + quoted_parameter(people.organizer_name) + ":mailto:" + one_line(people.organizer_address));
    if (event.method != CalendarEvent::Method::Publish) {
        for (const auto& address : people.attendees) add("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:" + one_line(address));
    }
    add("END:VEVENT");
    add("END:VCALENDAR");
    return out;
}

}  // namespace dandori::mail
