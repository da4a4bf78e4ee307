#include "adapters/mail/calendar_event.h"

#include <gtest/gtest.h>

#include "adapters/mail/compose.h"
#include "adapters/mail/message.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

json::object window() {
    return {{"from", "2026-04-20T19:00:00+09:00"}, {"to", "2026-04-20T12:30:00Z"}, {"summary", "税務システムの定期保守"}};
}
const CalendarPeople people{"統合運用管理", "desk@desk.example.jp", {"a@x.jp", "b@x.jp"}};
const Instant now = *instant_from_iso8601("2026-04-07T10:00:00+09:00");

std::string fault_of(const json::value& value) {
    const auto event = read_calendar_event(value, "u");
    return event ? "none" : event.error().text;
}

/// The content lines, unfolded (RFC 5545, 3.1).
std::vector<std::string> lines_of(std::string file) {
    for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ")) file.erase(at, 3);
    std::vector<std::string> lines;
    for (std::size_t at = 0, end; (end = file.find("\r\n", at)) != std::string::npos; at = end + 2) lines.push_back(file.substr(at, end - at));
    return lines;
}

TEST(CalendarEvent, IsWrittenWithItsZone) {
    auto value = window();
    value["sequence"] = 2;
    value["location"] = "SYS-46";
    const auto event = read_calendar_event(value, "MNT-R08-00001@desk.example.jp");
    ASSERT_TRUE(event) << event.error().text;
    EXPECT_EQ(lines_of(to_icalendar(*event, people, now)),
              (std::vector<std::string>{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dandori//Dandori//JA", "METHOD:REQUEST", "BEGIN:VTIMEZONE",
                                        "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900",
                                        "TZNAME:JST", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT", "UID:MNT-R08-00001@desk.example.jp",
                                        "SEQUENCE:2", "DTSTAMP:20260407T010000Z", "DTSTART;TZID=Asia/Tokyo:20260420T190000",
                                        "DTEND;TZID=Asia/Tokyo:20260420T213000", "SUMMARY:税務システムの定期保守", "LOCATION:SYS-46",
                                        "STATUS:CONFIRMED", "ORGANIZER;CN=\"統合運用管理\":mailto:desk@desk.example.jp",
                                        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:a@x.jp",
                                        "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:b@x.jp", "END:VEVENT",
                                        "END:VCALENDAR"}));
}

TEST(CalendarEvent, IsCancelledOrPublished) {
    auto value = window();
    value["method"] = "CANCEL";
    const auto cancelled = to_icalendar(*read_calendar_event(value, "u"), people, now);
    EXPECT_NE(cancelled.find("METHOD:CANCEL\r\n"), std::string::npos);
    EXPECT_NE(cancelled.find("STATUS:CANCELLED\r\n"), std::string::npos);
    value["method"] = "PUBLISH";
    EXPECT_EQ(to_icalendar(*read_calendar_event(value, "u"), people, now).find("ATTENDEE"), std::string::npos);
}

TEST(CalendarEvent, FoldsBetweenCharactersAndLetsNoValueAddALine) {
    auto value = window();
    value["summary"] = "a;b,c\\d\r\nATTENDEE:mailto:x@y\x01";
    std::string much;
    for (int time = 0; time < 200; ++time) much += "保守";
    value["description"] = much;
    value["uid"] = "u\r\nBEGIN:VALARM";
    const auto file = to_icalendar(*read_calendar_event(value, "u"), {"a\"b\r\nX:", "desk@desk.example.jp", {}}, now);
    for (std::size_t at = 0, end; (end = file.find("\r\n", at)) != std::string::npos; at = end + 2) {
        EXPECT_LE(end - at, 75u);
        EXPECT_NE(static_cast<unsigned char>(file[at]) & 0xC0, 0x80) << "a character is cut";
        EXPECT_NE(static_cast<unsigned char>(file[at + 1]) & 0xC0, 0x80) << "a character is cut";
    }
    const auto lines = lines_of(file);
    const auto has = [&](const std::string& line) { return std::count(lines.begin(), lines.end(), line); };
    EXPECT_EQ(has("SUMMARY:a\\;b\\,c\\\\d\\nATTENDEE:mailto:x@y"), 1);
    EXPECT_EQ(has("DESCRIPTION:" + much), 1);
    EXPECT_EQ(has("UID:u  BEGIN:VALARM"), 1);
    EXPECT_EQ(has("ORGANIZER;CN=\"a'b  X:\":mailto:desk@desk.example.jp"), 1);
}

TEST(CalendarEvent, SaysWhatItNeeds) {
    const auto with = [](const std::string& name, const json::value& value) {
        auto event = window();
        event[name] = value;
        return event;
    };
    EXPECT_EQ(fault_of("text"), "Header 'calendarEvent' of the task: it gave \"text\"; a context with from, to and summary is needed.");
    EXPECT_EQ(fault_of(with("from", nullptr)), "Header 'calendarEvent' of the task: 'from' is ''; a date with a time and an offset is needed.");
    EXPECT_EQ(fault_of(with("to", "2026-04-20")), "Header 'calendarEvent' of the task: 'to' is '2026-04-20'; a date with a time and an offset is needed.");
    EXPECT_EQ(fault_of(with("to", "2026-04-20T10:00:00+09:00")), "Header 'calendarEvent' of the task: 'to' is before 'from'.");
    EXPECT_EQ(fault_of(with("summary", "")), "Header 'calendarEvent' of the task: 'summary' is missing; a text is needed.");
    EXPECT_EQ(fault_of(with("location", 1)), "Header 'calendarEvent' of the task: 'location' gave 1; a text is needed.");
    EXPECT_EQ(fault_of(with("sequence", -1)), "Header 'calendarEvent' of the task: 'sequence' gave -1; a whole number from 0 is needed.");
    EXPECT_EQ(fault_of(with("method", "DELETE")), "Header 'calendarEvent' of the task: 'method' is 'DELETE'; REQUEST, PUBLISH or CANCEL is needed.");
}

TEST(CalendarEvent, StandsInTheMailBesideTheTextAndAsAFile) {
    engine::Mail row;
    row.message_id = "job.7@desk.example.jp";
    row.recipients = {"a@x.jp"};
    row.subject = "予定";
    row.text = "本文\n";
    row.html = "<p>本文</p>";
    const CalendarPart part{"REQUEST", to_icalendar(*read_calendar_event(window(), "u"), people, now), "MNT-R08-00001.ics"};
    const auto raw = compose(row, {}, &part);
    EXPECT_EQ(raw, compose(row, {}, &part));
    const auto message = read_message(raw);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->text, "本文\n");
    ASSERT_EQ(message->attachments.size(), 2u);
    EXPECT_EQ(message->attachments[0].type, "text/calendar");
    EXPECT_EQ(message->attachments[1].type, "application/ics");
    EXPECT_EQ(message->attachments[1].name, "MNT-R08-00001.ics");
    EXPECT_EQ(message->attachments[1].size, part.content.size());
    EXPECT_NE(raw.find("method=REQUEST"), std::string::npos);
}

}  // namespace
}  // namespace dandori::mail
