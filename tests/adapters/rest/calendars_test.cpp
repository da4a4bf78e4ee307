// Other calendars by a request: the preview, what moves, and what waits for a yes.

#include <chrono>
#include <thread>

#include "engine/calendar/calendar_set.h"
#include "tests/adapters/rest/office.h"

namespace dandori::rest {
namespace {

const std::string some_days = "date,weekday_ja,name_ja,kind,moved_from,certainty\n2026-04-29,水,昭和の日,national,,official\n2026-05-04,月,みどりの日,national,,official\n"
                              "2026-05-05,火,こどもの日,national,,official\n2026-05-06,水,休日（振替）,substitute,2026-05-03,official\n";
const std::string hours = "hours_id,days,open,close,closed_on\nward_business,mon-fri,00:00,24:00,ward_closed\n";

class CalendarOffice : public Office {
  protected:
    ApiAnswer put(const boost::json::object& body, const std::string& behind = "", std::string_view user = "root!") {
        return own("PUT", "/api/calendars" + behind, boost::json::serialize(body), user);
    }
    ApiAnswer own(std::string_view method, const std::string& path, const std::string& body = "{}", std::string_view user = "root!") {
        test::HttpClient client(port());
        return read(client.ask(method, path, body, "application/json", "X-Test-User: " + std::string(user) + "\r\n"));
    }
    /// The newest calendars, once all deadlines were recomputed by them.
    boost::json::object recomputed() {
        const std::string newest = R"({"sort": [{"field": "calendarVersionKey", "order": "DESC"}]})";
        for (int i = 0; i < 6'000; ++i) {
            const auto found = own("POST", "/api/calendars/search", newest);
            const auto& row = found.json.at("items").at(0).as_object();
            if (!row.at("recomputedAt").is_null()) return row;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        ADD_FAILURE() << "They are never recomputed.";
        return {};
    }
};

TEST_F(CalendarOffice, APreviewTellsWhatMovesAndOnlyWhatBecomesLaterMovesByItself) {
    desk.clock.set(*instant_from_iso8601("2026-04-28T03:00:00Z"));
    EXPECT_EQ(put({{"holidays", some_days}, {"serviceHours", hours}}).status, 201);
    start(R"xml(<startEvent id="s"/><userTask id="check"><extensionElements><zeebe:userTask/>
        <zeebe:taskSchedule dueDate="=add business days(now(), 5, &quot;ward_business&quot;)"/></extensionElements></userTask>)xml" + test::flows({"s", "check"}));
    const std::string closed = some_days + "2026-05-07,木,臨時閉庁日,extra_closed,,official\n";
    const auto seen = put({{"holidays", closed}}, "?preview=true");
    ASSERT_EQ(seen.status, 200) << seen.raw.body;
    const auto& change = seen.json.at("changes").at(0).as_object();
    EXPECT_EQ(change.at("elementId"), "check");
    EXPECT_EQ(change.at("kind"), "USER_TASK");
    EXPECT_EQ(change.at("dueBefore"), "2026-05-11T03:00:00.000Z");
    EXPECT_EQ(change.at("dueAfter"), "2026-05-12T03:00:00.000Z");
    EXPECT_EQ(change.at("movement"), "LATER");
    EXPECT_TRUE(seen.json.at("next").is_null());
    EXPECT_EQ(own("POST", "/api/deadline-changes/search").json.at("items").as_array().size(), 0u) << "it was a preview";

    EXPECT_EQ(put({{"holidays", closed}}).status, 201);
    EXPECT_EQ(recomputed().at("movedLater"), 1);
    EXPECT_EQ(own("POST", "/api/deadline-changes/search").items("dueAfter"), "2026-05-12T03:00:00.000Z");

    EXPECT_EQ(put({{"holidays", some_days}}).status, 201);
    EXPECT_EQ(recomputed().at("keptBack"), 1);
    const auto waits = put({}, "?preview=true");
    ASSERT_EQ(waits.json.at("changes").as_array().size(), 1u) << waits.raw.body;
    EXPECT_EQ(waits.json.at("changes").at(0).at("movement"), "EARLIER");
    EXPECT_EQ(put({{"allowEarlierFor", boost::json::array{waits.json.at("changes").at(0).at("deadlineKey")}}}).status, 200) << "the same are in force";
    EXPECT_EQ(recomputed().at("movedEarlier"), 1);
    EXPECT_EQ(own("POST", "/api/deadline-changes/search").items("putBy"), "root root");
}

TEST_F(CalendarOffice, SaysWhatIsWrong) {
    EXPECT_NE(put({}).text("detail").find("No calendars are stored yet"), std::string::npos);
    const auto wrong = put({{"holidays", some_days + "2026-13-01,木,何の日,national,,official\n"}, {"serviceHours", hours}});
    EXPECT_EQ(wrong.status, 400);
    EXPECT_NE(wrong.text("detail").find("Line 6 of the holidays"), std::string::npos) << wrong.raw.body;
    EXPECT_EQ(put({{"allowEarlierFor", boost::json::array{"check"}}}).text("detail"),
              "'allowEarlierFor' names 'check'; keys of timers and user tasks are needed, as the preview gives them.");
    EXPECT_EQ(put({{"holidays", some_days}}, "", "ota:iom.operator").status, 403);
}

}  // namespace
}  // namespace dandori::rest
