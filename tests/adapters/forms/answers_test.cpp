#include "adapters/forms/answers.h"

#include <boost/json.hpp>

#include "adapters/forms/form_task.h"
#include "adapters/spreadsheet/csv.h"
#include "adapters/spreadsheet/write_workbook.h"
#include "tests/adapters/forms/feel_expressions.h"
#include "tests/adapters/forms/sample_forms.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

/// Three cases that have made the form `every`, with 1, 2 and 40 lines, and wait for their answers.
class AnswersToForms : public testing::Test {
  protected:
    AnswersToForms() : answers(access_to(desk.engine(), desk.clock)) {
        const std::string make =
            "<serviceTask id=\"make\"><extensionElements><zeebe:taskDefinition type=\"dandori:form\"/><zeebe:taskHeaders><zeebe:header key=\"template\" value=\"every\"/>"
            "<zeebe:header key=\"number\" value=\"=caseNo\"/><zeebe:header key=\"lines\" value=\"=people\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        // Each answer is added to what is known, but for lines that were answered for good.
        const std::string wait =
            "<receiveTask id=\"wait\" messageRef=\"m\"><extensionElements><zeebe:ioMapping><zeebe:output source=\"=concatenate(results, "
            "lines[not(some r in results satisfies r.lineNo = item.lineNo and r.result != &quot;question&quot;)])\" target=\"results\"/>"
            "<zeebe:output source=\"=told + 1\" target=\"told\"/></zeebe:ioMapping></extensionElements></receiveTask>";
        desk.deploy(test::process_of("<startEvent id=\"s\"/>" + make + wait + test::flows({"s", "make", "wait", "again"}) +
                                         "<exclusiveGateway id=\"again\"/><sequenceFlow id=\"back\" sourceRef=\"again\" targetRef=\"wait\"/>",
                                     "<message id=\"m\" name=\"every.answer\"><extensionElements><zeebe:subscription correlationKey=\"=caseNo\"/></extensionElements></message>"));
        EXPECT_TRUE(desk.try_deploy({{"request-forms/every-1.json", test::every_type}}));
        for (const auto& [number, lines] : {std::pair{1, 1}, {2, 2}, {3, 40}}) start(number, lines);
    }

    static std::string case_no(int number) { return "ACC-R08-0000" + std::to_string(number); }
    static std::string mail(int number, int line) { return "m" + std::to_string(number) + "-" + std::to_string(line) + "@a.example.jp"; }

    void start(int number, int lines) {
        json::array people;
        for (int line = 1; line <= lines; ++line) people.push_back({{"name", "髙橋"}, {"mail", mail(number, line)}});
        engine::CreateProcessInstance command;
        command.process_definition_id = "p";
        command.business_id = case_no(number);
        command.variables = {json::serialize(json::object{{"caseNo", case_no(number)}, {"people", people}, {"results", json::array{}}, {"told", 0}, {"receiptNo", "G-" + std::to_string(number)}})};
        const auto started = desk.engine().execute(command);
        ASSERT_TRUE(started) << started.error().text;
        keys[number] = started->instance.key;
        make();
    }

    void make() {
        engine::ActivateJobs command;
        command.type = std::string(form_job_type);
        command.timeout_ms = 60'000;
        command.count_max = 10;
        const auto jobs = desk.engine().execute(std::move(command));
        for (const auto& job : jobs->jobs) work_form_job(job, access_to(desk.engine(), desk.clock), test::feel_expressions(), [](const auto&) {});
    }

    json::value variable(int number, const std::string& name) {
        const auto query = engine::Query{}.where_equals("processInstanceKey", keys.at(number)).where_equals("name", name).first(1);
        return json::parse(engine::find<engine::Variable>(desk.engine().reader(), query).rows.at(0).value);
    }
    std::size_t answered(int number) { return variable(number, "results").as_array().size(); }

    std::string taken(const std::string& bytes, const std::string& name = "answer.csv") {
        const auto file = answers.take(name, bytes, {});
        EXPECT_TRUE(file) << file.error().text;
        return file ? file->id : "";
    }

    /// State, how it was matched, and to what, of each line.
    std::string seen(const std::string& id) {
        static constexpr const char* states[] = {"new", "same", "different", "unmatched", "unreadable"};
        static constexpr const char* ways[] = {"number", "request", "receipt", "key", "person", "nothing"};
        std::string all;
        const auto file = answers.find(id);
        if (!file) return "gone";
        for (const auto& line : file->lines) {
            all += std::string(states[static_cast<int>(line.state)]) + " " + ways[static_cast<int>(line.match.by)];
            if (line.match.by != MatchedBy::Nothing) all += " " + line.match.line.case_no + "/" + line.match.line.line_no;
            for (const auto& candidate : line.match.candidates) all += " ?" + candidate.case_no + "/" + candidate.line_no;
            for (const auto& fault : line.faults) all += " !" + fault;
            all += "\n";
        }
        return all + file->problem;
    }

    static constexpr const char* header = "依頼番号,行番号,結果,発行ID,回答日,連絡事項\r\n";

    test::Desk desk;
    Answers answers;
    std::map<int, engine::ProcessInstanceKey> keys;
};

using AnswerFiles = AnswersToForms;

TEST_F(AnswerFiles, OutOfOrderLetEachCaseGoOnAlone) {
    // The second file comes first: the big case in part, one line of the middle one rejected.
    std::string text = header;
    for (int line = 40; line > 5; --line) text += case_no(3) + "," + std::to_string(line) + ",発行済,u-" + std::to_string(line) + ",2026/4/20,\r\n";
    text += case_no(2) + ",2,却下,,2026/4/20,所属が確かめられない\r\n";
    const auto second = taken(text);
    auto confirmed = answers.confirm(second, {}, {});
    ASSERT_TRUE(confirmed) << confirmed.error().text;
    EXPECT_EQ(confirmed->lines, 36U);
    EXPECT_EQ(confirmed->cases, (std::vector<std::string>{case_no(2), case_no(3)}));
    EXPECT_EQ(answered(3), 35U);
    EXPECT_EQ(json::serialize(variable(2, "results")), R"([{"lineNo":2,"result":"rejected","issuedId":null,"answeredOn":"2026-04-20","message":"所属が確かめられない"}])");
    EXPECT_EQ(answered(1), 0U);

    spreadsheet::NewSheet sheet{.name = "回答", .columns = {{"行番号"}, {"結果"}, {"連絡事項"}, {"発行ID"}, {"依頼番号"}}};
    const auto row = [&](int number, std::optional<double> line, const char* result, const char* id, const char* message) {
        sheet.rows.push_back({line ? spreadsheet::CellValue(*line) : spreadsheet::CellValue(), std::string(result), std::string(message), std::string(id), case_no(number)});
    };
    row(2, 1, "照会", "", "綴りは");
    for (int line = 1; line <= 5; ++line) row(3, line, "発行済", "012345678901", "");
    row(1, {}, "発行済", "u-1", "");  // one line: its number isn't needed
    const auto first = taken(*spreadsheet::write_workbook({sheet}), "answer.xlsx");
    EXPECT_EQ(seen(first).substr(0, 54), "new number ACC-R08-00002/1\nnew number ACC-R08-00003/1\n");
    EXPECT_TRUE(seen(first).ends_with("new request ACC-R08-00001/1\n"));
    confirmed = answers.confirm(first, {}, {});
    ASSERT_TRUE(confirmed);
    EXPECT_EQ(confirmed->lines, 7U);
    EXPECT_EQ(confirmed->left, 0U);
    EXPECT_EQ(answered(1), 1U);
    EXPECT_EQ(answered(2), 2U);
    EXPECT_EQ(answered(3), 40U);
    EXPECT_TRUE(answers.waiting().empty());
    EXPECT_FALSE(answers.confirm(first, {}, {}));  // closed
    // A question may be answered later; that isn't different.
    EXPECT_EQ(seen(taken(std::string(header) + case_no(2) + ",1,発行済,u-2,2026/4/21,\r\n")), "new number ACC-R08-00002/1\n");
}

TEST_F(AnswerFiles, ThatCameBeforeAreKnownAndToldOnce) {
    const auto text = std::string(header) + case_no(1) + ",1,発行済,u-1,2026/4/20,\r\n";
    const auto id = taken(text);
    ASSERT_TRUE(answers.confirm(id, {}, {}));
    EXPECT_TRUE(answers.take("again.csv", text, {})->is_known);
    // The same in another file: nothing to tell.
    const auto other = taken(text + "\r\n\r\n");
    EXPECT_EQ(seen(other), "same number ACC-R08-00001/1\n");
    EXPECT_EQ(answers.confirm(other, {}, {})->lines, 0U);
    EXPECT_EQ(variable(1, "told"), 1);
}

TEST_F(AnswerFiles, ThatDifferAreToldAndTheFirstStays) {
    ASSERT_TRUE(answers.confirm(taken(std::string(header) + case_no(1) + ",1,発行済,u-1,2026/4/20,\r\n"), {}, {}));
    const auto other = taken(std::string(header) + case_no(1) + ",1,発行済,u-9,2026/4/21,\r\n");
    EXPECT_EQ(seen(other), "different number ACC-R08-00001/1\n");
    EXPECT_EQ(answers.find(other)->lines[0].earlier_id, "u-1");
    EXPECT_EQ(answers.confirm(other, {}, {})->lines, 1U);
    EXPECT_EQ(variable(1, "told"), 2);  // the case hears of it ...
    EXPECT_EQ(answered(1), 1U);         // ... and keeps the first
    EXPECT_EQ(variable(1, "results").at(0).at("issuedId"), "u-1");
}

TEST_F(AnswerFiles, AreMatchedByReceiptAndByWhatTheyAreAbout) {
    start(4, 1);
    const std::string head = "受付番号,メール,結果,発行ID\r\n";
    EXPECT_EQ(seen(taken(head + ",m2-2@a.example.jp,発行済,u-1\r\n")), "new key ACC-R08-00002/2\n");
    EXPECT_EQ(seen(taken(head + "G-3,ｍ3-7@a.example.jp,発行済,u-1\r\n")), "new receipt ACC-R08-00003/7\n");
    EXPECT_EQ(seen(taken(head + ",nobody@a.example.jp,発行済,u-1\r\n")), "unmatched nothing\n");
    // Twice the same person: a person chooses.
    engine::CreateProcessInstance command;
    command.process_definition_id = "p";
    command.business_id = case_no(5);
    command.variables = {R"({"caseNo": "ACC-R08-00005", "people": [{"name": "a", "mail": "m1-1@a.example.jp"}], "results": [], "told": 0, "receiptNo": "G-5"})"};
    keys[5] = desk.engine().execute(command)->instance.key;
    make();
    const auto id = taken(head + ",m1-1@a.example.jp,発行済,u-1\r\n,nobody@a.example.jp,却下,\r\n");
    EXPECT_EQ(seen(id), "unmatched nothing ?ACC-R08-00005/1 ?ACC-R08-00001/1\nunmatched nothing\n");
    EXPECT_EQ(seen(taken(head + "G-5,m1-1@a.example.jp,発行済,u-1\r\n")), "new receipt ACC-R08-00005/1\n");
    EXPECT_FALSE(answers.confirm(id, {{0, {"ACC-R08-09999", "1"}}}, {}));
    EXPECT_FALSE(answers.confirm(id, {{7, {case_no(1), "1"}}}, {}));
    const auto confirmed = answers.confirm(id, {{0, {case_no(1), "1"}}}, {});
    ASSERT_TRUE(confirmed);
    EXPECT_EQ(confirmed->lines, 1U);
    EXPECT_EQ(confirmed->left, 1U);  // the other line waits on
    EXPECT_EQ(answered(1), 1U);
    EXPECT_FALSE(answers.find(id)->is_closed);
    EXPECT_FALSE(answers.set_aside(id, "", {}));
    ASSERT_TRUE(answers.set_aside(id, "残りは別の区の方", {}));
    EXPECT_EQ(answers.find(id)->closing, "残りは別の区の方");
}

TEST_F(AnswerFiles, WaitWhateverIsWrongWithThem) {
    const auto damaged = taken(std::string("PK\x03\x04") + "nothing", "damaged.xlsx");
    EXPECT_TRUE(seen(damaged).starts_with("The file is no readable zip archive")) << seen(damaged);
    EXPECT_FALSE(answers.confirm(damaged, {}, {}));
    const auto faulty = taken(std::string(header) + case_no(1) + ",1,発行済,,2026/4/20,\r\n" + case_no(2) + ",1,保留,,,\r\n" + case_no(2) + ",2,発行済,u-1,来週,\r\n" +
                              case_no(3) + ",41,発行済,u-1,,\r\n");
    EXPECT_EQ(seen(faulty),
              "unreadable number ACC-R08-00001/1 !2行: 発行済なのに発行IDがありません\n"
              "unreadable number ACC-R08-00002/1 !3行3列: 結果「保留」は知られていません\n"
              "unreadable number ACC-R08-00002/2 !4行5列: 「来週」: 日付（例 2026/04/01）ではありません\n"
              "unmatched nothing\n");
    EXPECT_EQ(answers.confirm(faulty, {}, {})->left, 4U);
    EXPECT_EQ(answers.waiting().size(), 2U);
    desk.restart();
    Answers later(access_to(desk.engine(), desk.clock));
    EXPECT_EQ(later.waiting().size(), 2U);  // nothing is in memory alone
    EXPECT_FALSE(answers.take("empty.csv", "", {}));
    EXPECT_FALSE(answers.find("form-answer-x"));
}

TEST_F(AnswerFiles, OfATrustedSenderAreToldAtOnceWhereNothingIsOpen) {
    Answers trusting(access_to(desk.engine(), desk.clock), {"gcas@digital.example.jp"});
    const Arrival by_mail{Arrival::Way::Mail, "GCAS@digital.example.jp"}, by_stranger{Arrival::Way::Mail, "gcas@other.example.jp"};
    const auto first = trusting.take("1.csv", std::string(header) + case_no(1) + ",1,発行済,u-1,2026/4/20,\r\n", by_mail);
    ASSERT_TRUE(first);
    EXPECT_TRUE(trusting.find(first->id)->is_closed);
    EXPECT_EQ(trusting.find(first->id)->closed_by, "auto: gcas@digital.example.jp");
    EXPECT_EQ(answered(1), 1U);
    // Each of these has something to decide; a person isn't passed over.
    for (const std::string lines : {case_no(2) + ",1,発行済,u-2,,\r\n" + case_no(2) + ",9,発行済,u-9,,\r\n",  // a line that nobody asked for
                                    case_no(1) + ",1,発行済,u-9,,\r\n",                                       // another answer than before
                                    case_no(2) + ",1,保留,,,\r\n", std::string()}) {
        const auto taken = trusting.take("open.csv", header + lines, by_mail);
        ASSERT_TRUE(taken);
        EXPECT_FALSE(trusting.find(taken->id)->is_closed) << lines;
    }
    const auto clear = std::string(header) + case_no(2) + ",1,発行済,u-2,,\r\n";
    EXPECT_FALSE(trusting.find(trusting.take("2.csv", clear, by_stranger)->id)->is_closed);
    EXPECT_FALSE(trusting.find(trusting.take("3.csv", clear + "\r\n", {Arrival::Way::Upload, "gcas@digital.example.jp"})->id)->is_closed);
    EXPECT_EQ(answered(2), 0U);
    EXPECT_EQ(trusting.find(trusting.take("2.csv", clear, by_stranger)->id)->arrival.by, "gcas@other.example.jp");
}

TEST_F(AnswerFiles, LetAProcessKnowThatTheyWaitAndThatTheyAreClosed) {
    const std::string start =
        "<startEvent id=\"s\"><messageEventDefinition messageRef=\"w\"/></startEvent><userTask id=\"look\"><extensionElements><zeebe:userTask/></extensionElements></userTask>"
        "<boundaryEvent id=\"b\" attachedToRef=\"look\"><messageEventDefinition messageRef=\"c\"/></boundaryEvent><endEvent id=\"e\"/>"
        "<sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"look\"/><sequenceFlow id=\"f2\" sourceRef=\"b\" targetRef=\"e\"/>";
    auto text = test::process_of(start, "<message id=\"w\" name=\"form-answer.waiting\"/><message id=\"c\" name=\"form-answer.closed\"><extensionElements>"
                                        "<zeebe:subscription correlationKey=\"=answerId\"/></extensionElements></message>");
    text.replace(text.find("<process id=\"p\""), 15, "<process id=\"watch\"");
    desk.deploy(text);
    const auto open = [&] {
        const auto query = engine::Query{}.where_equals("processDefinitionId", std::string("watch")).where_equals("state", std::string("ACTIVE"));
        return engine::find<engine::ProcessInstance>(desk.engine().reader(), query).rows.size();
    };
    const auto lines = std::string(header) + case_no(1) + ",1,発行済,u-1,,\r\n";
    const auto id = taken(lines);
    EXPECT_EQ(open(), 1U);
    taken(lines);
    EXPECT_EQ(open(), 1U);
    const auto other = taken("no table");
    EXPECT_EQ(open(), 2U);
    ASSERT_TRUE(answers.confirm(id, {}, {}));
    EXPECT_EQ(open(), 1U);
    ASSERT_TRUE(answers.set_aside(other, "読めない", {}));
    EXPECT_EQ(open(), 0U);
    taken(lines);
    EXPECT_EQ(open(), 0U);
}

TEST_F(AnswerFiles, AreReadByTheVersionThatTheRequestWasMadeWith) {
    auto next = test::every_type;
    const auto change = [&](const std::string& from, const std::string& to) { next.replace(next.find(from), from.size(), to); };
    change("\"version\": 1", "\"version\": 2");
    change("\"result\": \"結果\"", "\"result\": \"処理結果\"");
    change("\"results\": {\"発行済\": \"issued\"", "\"results\": {\"発行済\": \"changed\"");
    change("\"header\": \"メール\"", "\"header\": \"連絡先\"");
    ASSERT_TRUE(desk.try_deploy({{"request-forms/every-2.json", next}}));
    start(6, 1);
    auto id = taken(std::string(header) + case_no(1) + ",1,発行済,u-1,,\r\n");
    EXPECT_EQ(answers.find(id)->form->version, 1);
    EXPECT_EQ(answers.find(id)->lines[0].result, "issued");
    id = taken("依頼番号,行番号,処理結果,発行ID\r\n" + case_no(6) + ",1,発行済,u-1\r\n");
    EXPECT_EQ(answers.find(id)->form->version, 2);
    EXPECT_EQ(answers.find(id)->lines[0].result, "changed");
    // Both headers: the request decides.
    id = taken("依頼番号,行番号,処理結果,結果,発行ID\r\n" + case_no(1) + ",1,発行済,発行済,u-1\r\n");
    EXPECT_EQ(answers.find(id)->form->version, 1);
}

}  // namespace
}  // namespace dandori::forms
