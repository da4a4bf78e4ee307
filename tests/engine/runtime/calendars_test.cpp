// Other calendars come in force while deadlines run (the ward's calendar, section 4).

#include <atomic>
#include <fstream>
#include <map>

#include "engine/calendar/calendars_in_force.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

std::string reference_data(const char* name) {
    std::ifstream file(std::string(DANDORI_SOURCE_DIR "/processes/reference-data/") + name);
    return std::string(std::istreambuf_iterator<char>(file), {});
}
const std::string& holidays() {
    static const std::string text = reference_data("holidays.csv");
    return text;
}
std::string with_closed(const std::string& day) { return holidays() + day + ",,臨時閉庁日,extra_closed,,official\n"; }
/// Without the line that begins so.
std::string without(const std::string& begin) {
    std::string text = holidays();
    const auto at = text.find("\n" + begin);
    return text.erase(at, text.find('\n', at + 1) - at);
}

EngineSettings of_the_ward() {
    EngineSettings settings;
    settings.audit = AuditScope::People;
    settings.calendars = std::make_shared<const calendar::CalendarSet>(calendar::CalendarSet::read(holidays(), reference_data("service_hours.csv")).value());
    return settings;
}

/// A check with a due date of five business days, deemed approved when they are over, and a reminder each morning from the day before.
const std::string check = R"xml(<startEvent id="s"/><userTask id="check"><extensionElements><zeebe:userTask/>
    <zeebe:taskSchedule dueDate="=end of business period(today(), 5, &quot;ward_business&quot;) - duration(&quot;PT1M&quot;)"/>
    <zeebe:properties><zeebe:property name="approval.step" value="decide"/></zeebe:properties></extensionElements></userTask>
    <boundaryEvent id="lapse" attachedToRef="check"><extensionElements><zeebe:properties><zeebe:property name="approval.deemed" value="true"/>
    <zeebe:property name="approval.legalBasis" value="22(6)"/></zeebe:properties></extensionElements><timerEventDefinition>
    <timeDate>=end of business period(today(), 5, "ward_business")</timeDate></timerEventDefinition></boundaryEvent>
    <boundaryEvent id="remind" attachedToRef="check" cancelActivity="false"><timerEventDefinition>
    <timeCycle>="R/" + string(date and time(add business days(today(), 4, "ward_business"), time("09:00:00+09:00"))) + "/P1D"</timeCycle>
    </timerEventDefinition></boundaryEvent>
    <boundaryEvent id="hour" attachedToRef="check" cancelActivity="false"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
    <endEvent id="e"/>)xml" + flows({"s", "check", "e"}) + flows({"lapse", "e"}) + flows({"remind", "e"}) + flows({"hour", "e"});

class CalendarDesk : public Desk {
  public:
    CalendarDesk() : Desk(of_the_ward()) { clock.set(*instant_from_iso8601("2026-04-28T03:00:00Z")); }

    void put_in_force() { put({holidays(), reference_data("service_hours.csv"), CalendarOrigin::Folder}); }
    PutCalendars::Answer put(PutCalendars command) {
        const auto outcome = engine().execute(std::move(command));
        EXPECT_TRUE(outcome) << outcome.error().text;
        return outcome.value_or(PutCalendars::Answer{});
    }
    /// Lets the loop go round until all was recomputed.
    CalendarVersion recomputed() {
        const auto newest = [&] { return rows<CalendarVersion>(Query{}.sorted_by("calendarVersionKey", true)).at(0); };
        for (int i = 0; i < 10'000 && !newest().recomputed_at; ++i) wait(0);
        EXPECT_TRUE(newest().recomputed_at);
        return newest();
    }
    CalendarVersion changed(PutCalendars command) {
        put(std::move(command));
        return recomputed();
    }
    /// All of the preview, page by page.
    std::vector<DeadlineChange> preview(PreviewCalendars command) {
        std::vector<DeadlineChange> all;
        while (true) {
            const auto outcome = engine().execute(command);
            EXPECT_TRUE(outcome) << outcome.error().text;
            if (!outcome) return all;
            all.insert(all.end(), outcome->changes.begin(), outcome->changes.end());
            if (!outcome->next) return all;
            command.after = *outcome->next;
        }
    }
    /// `element date` of each timer and user task, in Tokyo, joined by commas.
    std::string due() {
        std::map<std::string, std::string> dates;
        for (const auto& row : rows<Timer>()) dates[row.element_id] = local(row.due_date);
        for (const auto& row : rows<UserTask>())
            if (row.due_date) dates[row.element_id] = local(*row.due_date);
        std::string text;
        for (const auto& [element, date] : dates) text += (text.empty() ? "" : ", ") + element + " " + date;
        return text;
    }
    static std::string local(Instant instant) { return to_iso8601(instant + 9 * 3'600'000).substr(0, 16); }
    static std::string lines(const std::vector<DeadlineChange>& changes) {
        std::string text;
        for (const auto& row : changes)
            text += row.element_id + " " + local(row.due_before) + " -> " + local(row.due_after) + " " + std::string(name_of(row.kind)) + "\n";
        return text;
    }
};

const std::string before = "check 2026-05-11T23:59, hour 2026-04-28T13:00, lapse 2026-05-12T00:00, remind 2026-05-08T09:00";
const std::string a_day_later = "check 2026-05-12T23:59, hour 2026-04-28T13:00, lapse 2026-05-13T00:00, remind 2026-05-11T09:00";
const std::string moves_a_day_later = "lapse 2026-05-12T00:00 -> 2026-05-13T00:00 TIMER\n"
                                      "remind 2026-05-08T09:00 -> 2026-05-11T09:00 TIMER\n"
                                      "check 2026-05-11T23:59 -> 2026-05-12T23:59 USER_TASK\n";

TEST(Calendars, ADayDeclaredClosedMovesWhatIsOpenLaterByItself) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(check));
    const auto key = desk.start();
    ASSERT_EQ(desk.due(), before);
    const std::string counted = desk.rows<UserTask>().front().reckoning.text;

    desk.clock.advance(600'000);
    PreviewCalendars preview{with_closed("2026-05-07"), {}, {}};
    EXPECT_EQ(desk.lines(desk.preview(preview)), moves_a_day_later);
    EXPECT_EQ(desk.due(), before) << "it was a preview";
    EXPECT_EQ(desk.rows<CalendarVersion>().size(), 1u);

    const auto version = desk.changed({with_closed("2026-05-07"), {}});
    EXPECT_EQ(desk.due(), a_day_later);
    EXPECT_EQ(version.moved_later, 3);
    EXPECT_EQ(version.moved_earlier + version.kept_back, 0);
    const auto changes = desk.rows<DeadlineChange>();
    EXPECT_EQ(desk.lines(changes), moves_a_day_later);
    for (const auto& row : changes) {
        EXPECT_EQ(row.process_instance_key, key);
        EXPECT_EQ(row.calendar_version_key, version.key);
        EXPECT_EQ(row.changed_at, desk.clock.now());
    }
    EXPECT_EQ(changes.back().reckoning_before.text, counted) << "what was said once stays true";
    EXPECT_NE(desk.rows<UserTask>().front().reckoning.text.find(R"({"date":"2026-05-07","counted":false,"reason":"臨時の閉庁日")"), std::string::npos)
        << desk.rows<UserTask>().front().reckoning.text;
    std::size_t audited = 0;
    for (const auto& row : desk.rows<AuditEntry>()) {
        if (row.user_task_key && row.changes.text == R"({"dueDate":[1778511540000,1778597940000]})") ++audited;
    }
    EXPECT_EQ(audited, 1u);

    desk.restart();
    EXPECT_EQ(desk.due(), a_day_later);
    desk.clock.set(*instant_from_iso8601("2026-05-11T15:00:00Z"));
    desk.wait(0);
    EXPECT_EQ(desk.active(key), "check") << "the period isn't over yet";
    desk.wait(24 * 3'600'000);
    EXPECT_EQ(desk.active(key), "");
    EXPECT_EQ(desk.rows<ApprovalDecision>().at(0).outcome, "deemed_approved");
    EXPECT_NE(desk.rows<ApprovalDecision>().at(0).reckoning->text.find("臨時の閉庁日"), std::string::npos);
}

TEST(Calendars, WhatCountsFromNowOnCountsByThem) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(check));
    desk.changed({with_closed("2026-05-07"), {}});
    desk.start();
    EXPECT_EQ(desk.due(), a_day_later);
    EXPECT_FALSE(*desk.engine().calendars()->get()->is_business_day("ward_business", {2026, 5, 7})) << "mails and documents, too";
    EXPECT_EQ(desk.lines(desk.preview({})), "");
    desk.restart();
    EXPECT_FALSE(*desk.engine().calendars()->get()->is_business_day("ward_business", {2026, 5, 7})) << "though the settings are the old ones";
}

TEST(Calendars, NothingMovesEarlierWithoutAYes) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(check));
    desk.start();
    const auto version = desk.changed({without("2026-05-06"), {}});
    EXPECT_EQ(desk.due(), before);
    EXPECT_EQ(version.kept_back, 3);
    EXPECT_EQ(version.moved_later + version.moved_earlier, 0);
    desk.restart();
    const auto kept = desk.preview({});
    EXPECT_EQ(desk.lines(kept), "lapse 2026-05-12T00:00 -> 2026-05-09T00:00 TIMER\n"
                                "remind 2026-05-08T09:00 -> 2026-05-07T09:00 TIMER\n"
                                "check 2026-05-11T23:59 -> 2026-05-08T23:59 USER_TASK\n") << "they wait for a person's yes";

    // A yes for one of them.
    PutCalendars yes;
    yes.allow_earlier_for = {std::to_string(kept.back().deadline_key.value)};
    EXPECT_FALSE(desk.put(yes).is_new);
    EXPECT_EQ(desk.recomputed().moved_earlier, 1);
    EXPECT_EQ(desk.due(), "check 2026-05-08T23:59, hour 2026-04-28T13:00, lapse 2026-05-12T00:00, remind 2026-05-08T09:00");
    EXPECT_EQ(desk.rows<CalendarVersion>().size(), 2u);

    yes = {};
    yes.allow_earlier = true;
    EXPECT_EQ(desk.changed(yes).moved_earlier, 2);
    EXPECT_EQ(desk.due(), "check 2026-05-08T23:59, hour 2026-04-28T13:00, lapse 2026-05-09T00:00, remind 2026-05-07T09:00");
    EXPECT_EQ(desk.lines(desk.preview({})), "");
    EXPECT_EQ(desk.rows<DeadlineChange>().size(), 3u);
}

TEST(Calendars, WhatWasKeptBackIsStillKnownAfterTheNextChange) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(check));
    desk.start();
    desk.changed({without("2026-05-06"), {}});
    const auto version = desk.changed({with_closed("2026-05-07"), {}});
    EXPECT_EQ(desk.due(), a_day_later) << "counted by the first, moved by the third";
    EXPECT_EQ(version.moved_later, 3);
}

TEST(Calendars, WhatAPersonOrVariablesHaveMovedStays) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(R"xml(<startEvent id="s"/><userTask id="mine"><extensionElements><zeebe:userTask/>
        <zeebe:taskSchedule dueDate="=add business days(date and time(asked), 5, &quot;ward_business&quot;)"/></extensionElements></userTask>
        <userTask id="theirs"><extensionElements><zeebe:userTask/>
        <zeebe:taskSchedule dueDate="=add business days(now(), 5, &quot;ward_business&quot;)"/></extensionElements></userTask>)xml" +
                           flows({"s", "mine"}) + flows({"s", "theirs"})));
    const auto key = desk.start(R"({"asked": "2026-04-28T12:00:00+09:00"})");
    ASSERT_EQ(desk.due(), "mine 2026-05-11T12:00, theirs 2026-05-11T12:00");
    UpdateUserTask update{desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("theirs"))).at(0).key, {}, {}, {}, {}, {}, {}};
    update.due_date = instant_from_iso8601("2026-05-20T03:00:00Z");
    ASSERT_TRUE(desk.engine().execute(update));
    ASSERT_TRUE(desk.engine().execute(SetVariables{scope_of(key), {R"({"asked": "2026-04-30T12:00:00+09:00"})"}, false}));
    EXPECT_EQ(desk.changed({with_closed("2026-05-07"), {}}).moved_later, 0);
    EXPECT_EQ(desk.due(), "mine 2026-05-11T12:00, theirs 2026-05-20T12:00");
}

TEST(Calendars, AnInputMappingIsCountedAnewAndWhatHasRemindedGoesOn) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(R"xml(<startEvent id="s"/><userTask id="check"><extensionElements><zeebe:userTask/>
        <zeebe:taskSchedule dueDate="=date and time(date(day), time(&quot;17:00:00+09:00&quot;))"/>
        <zeebe:ioMapping><zeebe:input source="=add business days(today(), 5, &quot;ward_business&quot;)" target="day"/></zeebe:ioMapping></extensionElements></userTask>
        <boundaryEvent id="remind" attachedToRef="check" cancelActivity="false"><timerEventDefinition>
        <timeCycle>="R/" + string(date and time(add business days(today(), 1, "ward_business"), time("09:00:00+09:00"))) + "/P1D"</timeCycle>
        </timerEventDefinition></boundaryEvent><endEvent id="e"/>)xml" + flows({"s", "check", "e"}) + flows({"remind", "e"})));
    desk.start();
    ASSERT_EQ(desk.due(), "check 2026-05-11T17:00, remind 2026-04-30T09:00");
    desk.clock.set(*instant_from_iso8601("2026-04-30T01:00:00Z"));
    desk.wait(0);
    ASSERT_EQ(desk.due(), "check 2026-05-11T17:00, remind 2026-05-01T09:00");
    desk.changed({with_closed("2026-04-30") + "2026-05-01,,臨時閉庁日,extra_closed,,official\n", {}});
    EXPECT_EQ(desk.due(), "check 2026-05-13T17:00, remind 2026-05-07T09:00") << "it begins anew on what is the day after now";
}

TEST(Calendars, ManyAreRecomputedBitByBitAndOnceAlsoWhenInterrupted) {
    CalendarDesk desk;
    desk.put_in_force();
    desk.deploy(process_of(check));
    for (int i = 0; i < 450; ++i) desk.start();
    std::atomic<int> steps = 0;
    const auto count_steps = [&](const Committed& commit) { steps += static_cast<int>(commit.rows.rows<CalendarVersion>().size()); };
    desk.engine().on_committed(count_steps);
    desk.put({with_closed("2026-05-07"), {}});
    desk.restart();
    desk.engine().on_committed(count_steps);
    EXPECT_EQ(desk.recomputed().moved_later, 3 * 450);
    EXPECT_GE(steps, 4) << "not all in one commit; of those right after the restart some may not be seen";
    const auto changes = desk.rows<DeadlineChange>(Query{}.first(5'000));
    EXPECT_EQ(changes.size(), 3u * 450u);
    std::map<DeadlineKey, int> times;
    for (const auto& row : changes) ++times[row.deadline_key];
    EXPECT_EQ(times.size(), changes.size()) << "each once";
    EXPECT_EQ(desk.rows<UserTask>(Query{}.where_equals("dueDate", *instant_from_iso8601("2026-05-12T14:59:00Z")).first(500)).size(), 450u);
}

TEST(Calendars, WhatCannotBeReadOrIsNotAllowedIsRefused) {
    CalendarDesk desk;
    const auto refused = [&](PutCalendars command, std::optional<Actor> actor = {}) {
        const auto outcome = desk.engine().execute(std::move(command), std::move(actor));
        EXPECT_FALSE(outcome);
        return outcome ? "" : outcome.error().text;
    };
    EXPECT_EQ(refused({}), "No calendars are stored yet, and 'holidays' is missing. Give the texts of both holidays.csv and service_hours.csv.");
    desk.put_in_force();
    EXPECT_NE(refused({"date,kind\n2026-13-07,national\n", {}}).find("Line 2 of the holidays"), std::string::npos);
    EXPECT_EQ(refused({std::string(1'000'001, 'x'), {}}), "A calendar's text has 1000001 bytes; at most 1000000 are taken.");
    EXPECT_EQ(refused({}, test::actor("x", {"iom.operator"})), "Insufficient permissions to perform operation 'UPDATE' on resource 'SYSTEM'.");
    const auto preview = desk.engine().execute(PreviewCalendars{}, test::actor("x", {"iom.operator"}));
    EXPECT_FALSE(preview);
    EXPECT_EQ(desk.rows<CalendarVersion>().size(), 1u);
}

}  // namespace
}  // namespace dandori::test
