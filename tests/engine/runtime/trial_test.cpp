// Trying commands out: what is told is what happens when they are given, and nothing is kept.

#include <atomic>

#include "tests/engine/runtime/desk.h"
#include "tests/support/actors.h"

namespace dandori::test {
namespace {

using namespace engine;

/// Everything the store has, counters included.
std::vector<AnyRow> all_rows(Desk& desk) {
    std::vector<AnyRow> rows;
    for (std::size_t kind = 0; kind < std::variant_size_v<AnyRow>; ++kind) {
        auto found = desk.engine().reader().search(kind, Query{}.first(10'000));
        rows.insert(rows.end(), found.rows.begin(), found.rows.end());
    }
    return rows;
}

template <class Command>
Outcome<Effects> try_out(Desk& desk, Command command, std::optional<Actor> actor = {}) {
    std::promise<Outcome<Effects>> promise;
    auto outcome = promise.get_future();
    desk.engine().try_out(std::move(command), std::move(actor), [&](Outcome<Effects> it) { promise.set_value(std::move(it)); });
    return outcome.get();
}

bool is_number_sequence(const AnyRow& row) { return std::holds_alternative<Sequence>(row); }

/// Tries the command out, gives it, and compares what was told with what came.
template <class Command>
void expect_told_truly(Desk& desk, Command command) {
    const auto before = all_rows(desk);
    const auto told = try_out(desk, command);
    ASSERT_TRUE(told) << told.error().text;
    EXPECT_FALSE(told->empty());
    ASSERT_EQ(all_rows(desk), before) << "a trial leaves nothing";
    ASSERT_TRUE(desk.engine().execute(command));
    auto expected = before;
    std::erase_if(expected, is_number_sequence);
    for (const Effect& effect : *told) {
        if (effect.before) {
            EXPECT_EQ(std::erase(expected, *effect.before), 1u);
        }
        if (effect.after) expected.push_back(*effect.after);
    }
    auto found = all_rows(desk);
    std::erase_if(found, is_number_sequence);
    ASSERT_EQ(found.size(), expected.size());
    for (const AnyRow& row : found) EXPECT_EQ(std::erase(expected, row), 1u) << "kind " << row.index();
    EXPECT_TRUE(expected.empty());
}

template <class Row>
std::vector<Effect> effects_on(const Effects& effects) {
    std::vector<Effect> of_kind;
    for (const Effect& effect : effects) {
        if (std::holds_alternative<Row>(effect.after ? *effect.after : *effect.before)) of_kind.push_back(effect);
    }
    return of_kind;
}

const std::string news = R"(<message id="m" name="news"><extensionElements><zeebe:subscription correlationKey="=id"/></extensionElements></message>
<signal id="g" name="bell"/>)";
const std::string process = process_of(
    R"(<startEvent id="s"/><userTask id="u"><extensionElements><zeebe:userTask/></extensionElements></userTask>
       <receiveTask id="r" messageRef="m"/><intermediateCatchEvent id="c"><signalEventDefinition signalRef="g"/></intermediateCatchEvent>)" +
        service_task("a") + flows({"s", "u", "r", "c", "a"}) +
        R"(<boundaryEvent id="t" attachedToRef="r"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>)",
    news);

TEST(Trial, TellsWhatEachCommandThenDoes) {
    Desk desk;
    desk.deploy(process);
    CreateProcessInstance start;
    start.process_definition_id = "p";
    start.variables = {R"({"id": "7"})"};
    expect_told_truly(desk, start);
    const auto key = desk.rows<ProcessInstance>().front().key;
    expect_told_truly(desk, SetVariables{scope_of(key), {R"({"x": 1})"}, false});
    desk.publish("news", "7", R"({"late": true})", 60'000);  // it waits in the buffer for r
    const CompleteUserTask completion{desk.rows<UserTask>().front().key, {R"({"outcome": "approved"})"}, {}};
    const auto told = try_out(desk, completion);
    ASSERT_TRUE(told);
    EXPECT_EQ(effects_on<CorrelatedMessage>(*told).size(), 1u) << "the buffered message is taken at once";
    EXPECT_EQ(effects_on<UserTask>(*told).size(), 1u);
    expect_told_truly(desk, completion);
    EXPECT_EQ(desk.active(key), "c");
    expect_told_truly(desk, SuspendProcessInstance{key});
    expect_told_truly(desk, ResumeProcessInstance{key});
    ModifyProcessInstance back{key, {}, {}, {}};
    back.moves.push_back({{"c"}, "r"});
    expect_told_truly(desk, back);
    CorrelateMessage correlate{"news", "7", {}};
    expect_told_truly(desk, correlate);
    expect_told_truly(desk, BroadcastSignal{"bell", {}});
    EXPECT_EQ(desk.active(key), "a");
    const auto job = desk.activate("a").front().job.key;
    expect_told_truly(desk, FailJob{job, 0, "jam", 0, {}});
    ASSERT_TRUE(desk.engine().execute(UpdateJob{job, 1, {}}));
    expect_told_truly(desk, ResolveIncident{desk.incidents().front().key});
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a2") + flows({"s", "a2"})));
    const auto target = desk.rows<ProcessDefinition>(Query{}.sorted_by("version", true)).front().key;
    expect_told_truly(desk, MigrateProcessInstance{key, {target, {{"a", "a2"}}}});
    expect_told_truly(desk, CompleteJob{job, {}, {}});
    EXPECT_EQ(desk.instance(key).state, InstanceState::Completed);
    expect_told_truly(desk, DeleteProcessInstance{key});
}

TEST(Trial, TellsWhatAReturnTakesBack) {
    const auto person = [](const std::string& id) {
        return "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/></extensionElements></userTask>";
    };
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + person("draft") + person("left") + service_task("right") +
                           "<parallelGateway id=\"f\"/><parallelGateway id=\"j\"/>" + flows({"s", "draft", "f", "left", "j"}) +
                           flows({"f", "right", "j"})));
    const auto key = desk.start();
    ASSERT_TRUE(desk.engine().execute(CompleteUserTask{desk.rows<UserTask>().front().key, {}, {}}));
    EXPECT_EQ(desk.active(key), "left right");
    const auto left = desk.rows<UserTask>(Query{}.where_equals("elementId", std::string("left"))).front();
    expect_told_truly(desk, ReturnUserTask{left.key, "draft", "incomplete", {}});
    EXPECT_EQ(desk.active(key), "draft");
}

TEST(Trial, TellsWhatAPullBackAndATakeUpMove) {
    const auto step = [](const std::string& id, const std::string& kind) {
        return "<userTask id=\"" + id + R"("><extensionElements><zeebe:userTask/><zeebe:properties><zeebe:property name="approval.deferrable" value="true"/>
            <zeebe:property name="approval.step" value=")" + kind + "\"/></zeebe:properties></extensionElements></userTask>";
    };
    Desk desk;
    desk.deploy(process_of("<startEvent id=\"s\"/>" + step("first", "approve") + step("second", "approve") + step("last", "decide") + step("fix", "correct") +
                           flows({"s", "first", "second", "last"}) + flows({"fix", "first"})));
    const auto key = desk.start();
    expect_told_truly(desk, TakeUpUserTask{desk.rows<UserTask>().front().key, "last", "urgent"});
    EXPECT_EQ(desk.active(key), "last");
    expect_told_truly(desk, PullBack{key, ""});
    EXPECT_EQ(desk.active(key), "fix");
}

TEST(Trial, SendsNoMailAndWakesNobody) {
    Desk desk;
    std::atomic<int> told_of_mail = 0;
    desk.engine().on_mail_pending([&] { ++told_of_mail; });
    desk.deploy(process_of("<startEvent id=\"s\"/>" + service_task("a") + service_task("b") + flows({"s", "a", "b"})));
    desk.start();
    Mail mail;
    mail.recipients = {"hanako@example.jp"};
    mail.subject = "done";
    const CompleteJob completion{desk.activate("a").front().job.key, {}, {mail}};
    const auto told = try_out(desk, completion);
    ASSERT_TRUE(told);
    EXPECT_EQ(effects_on<Mail>(*told).size(), 1u);
    EXPECT_EQ(effects_on<Job>(*told).size(), 2u) << "that of a is over, that of b would come";
    EXPECT_EQ(told_of_mail, 0);
    EXPECT_TRUE(desk.rows<Mail>().empty());
    EXPECT_TRUE(desk.activate("b").empty());
    ASSERT_TRUE(desk.engine().execute(completion));
    desk.wait(0);
    EXPECT_EQ(told_of_mail, 1);
}

TEST(Trial, IsRefusedWhereTheCommandWouldBe) {
    Desk desk;
    desk.deploy(process);
    EXPECT_EQ(try_out(desk, CancelProcessInstance{ProcessInstanceKey{42}, {}}).error().code, Rejection::Code::NotFound);
    const auto key = desk.start(R"({"id": "7"})");
    EXPECT_EQ(try_out(desk, CancelProcessInstance{key, {}}, test::actor("hanako")).error().code, Rejection::Code::Forbidden);
    const auto refused = try_out(desk, ModifyProcessInstance{key, {}, {}, {{"nowhere"}}});
    EXPECT_NE(refused.error().text.find("has no element 'nowhere'"), std::string::npos);
}

TEST(Trial, SeesWhatBelongsToCasesThatAMessageStarted) {
    Desk desk;
    desk.deploy(process_of(R"(<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent>)" + service_task("a") + flows({"s", "a"}), news));
    PublishMessage message;
    message.name = "news";
    message.correlation_key = "7";
    message.time_to_live_ms = 60'000;
    expect_told_truly(desk, message);
    const auto key = desk.rows<ProcessInstance>().front().key;
    message.message_id = "second";
    const auto told = try_out(desk, message);
    ASSERT_TRUE(told);
    EXPECT_TRUE(effects_on<ProcessInstance>(*told).empty()) << "one with this key runs already";
    expect_told_truly(desk, message);
    expect_told_truly(desk, CancelProcessInstance{key, {}});  // the second message starts the next
    EXPECT_EQ(desk.rows<ProcessInstance>().size(), 2u);
}

}  // namespace
}  // namespace dandori::test
