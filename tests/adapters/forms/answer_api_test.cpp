#include "adapters/forms/answer_api.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/adapters/forms/sample_forms.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

/// Two running cases whose forms were made by hand.
class FormAnswerApi : public testing::Test {
  protected:
    FormAnswerApi() : answers(access_to(desk.engine(), desk.clock)), api(access_to(desk.engine(), desk.clock), answers) {
        desk.deploy(test::process_of("<startEvent id=\"s\"/><userTask id=\"t\"><extensionElements><zeebe:userTask/></extensionElements></userTask>" + test::flows({"s", "t"})));
        EXPECT_TRUE(desk.try_deploy({{"request-forms/every-1.json", test::every_type}}));
        for (const char* number : {"ACC-R08-00001", "ACC-R08-00002"}) {
            engine::CreateProcessInstance command;
            command.process_definition_id = "p";
            command.business_id = number;
            keys.push_back(desk.engine().execute(command)->instance.key);
        }
        of_the_desk.is_of_the_desk = true;
        at_first_case.may_work_case = [this](engine::ProcessInstanceKey key) { return key == keys[0]; };
    }

    static std::string answer_for(const std::string& number) { return "依頼番号,行番号,結果,発行ID\r\n" + number + ",1,発行済,u-1\r\n"; }
    static std::string id_of(const ApiAnswer& answer) { return json::value_to<std::string>(json::parse(answer.body).at("answerId")); }

    test::Desk desk;
    Answers answers;
    AnswerApi api;
    std::vector<engine::ProcessInstanceKey> keys;
    AnswerVisitor of_the_desk, at_first_case;
};

TEST_F(FormAnswerApi, ShowsTheDeskHowAFileIsReadAndTakesItsWord) {
    const auto posted = api.post(answer_for("ACC-R08-00001"), "回答.csv", "", of_the_desk);
    EXPECT_EQ(posted.status, 201);
    const auto shown = json::parse(posted.body);
    EXPECT_EQ(shown.at("formTitle"), "すべての型");
    EXPECT_EQ(shown.at("lines").at(0).at("state"), "NEW");
    EXPECT_EQ(shown.at("lines").at(0).at("matchedBy"), "NUMBER");
    EXPECT_EQ(shown.at("lines").at(0).at("caseNo"), "ACC-R08-00001");
    EXPECT_EQ(api.post(answer_for("ACC-R08-00001"), "again.csv", "", of_the_desk).status, 200);
    EXPECT_EQ(json::parse(api.list(of_the_desk).body).at("items").as_array().size(), 1U);
    EXPECT_EQ(api.file(id_of(posted), of_the_desk).body, answer_for("ACC-R08-00001"));
    EXPECT_EQ(api.file(id_of(posted), of_the_desk).file_name, "回答.csv");
    EXPECT_EQ(api.confirm(id_of(posted), "", of_the_desk).body, R"({"cases":["ACC-R08-00001"],"lines":1,"left":0})");
    EXPECT_EQ(json::parse(api.get(id_of(posted), of_the_desk).body).at("state"), "CLOSED");
    EXPECT_EQ(api.list(of_the_desk).body, R"({"items":[]})");
}

TEST_F(FormAnswerApi, LetsOthersAnswerTheCasesTheyWorkOnAlone) {
    EXPECT_EQ(api.post(answer_for("ACC-R08-00001"), "a.csv", "", at_first_case).status, 403);
    EXPECT_EQ(api.post(answer_for("ACC-R08-00001"), "a.csv", "ACC-R08-00002", at_first_case).status, 403);
    const auto own = api.post(answer_for("ACC-R08-00001"), "a.csv", "ACC-R08-00001", at_first_case);
    EXPECT_EQ(own.status, 201);
    EXPECT_EQ(api.list(at_first_case).status, 403);
    EXPECT_EQ(api.confirm(id_of(own), "{}", at_first_case).status, 200);
    // A file with another's case is kept for the desk, and shows nothing of it.
    const auto other = api.post(answer_for("ACC-R08-00002"), "b.csv", "ACC-R08-00001", at_first_case);
    EXPECT_EQ(other.status, 202);
    EXPECT_FALSE(json::parse(other.body).as_object().contains("lines"));
    EXPECT_EQ(api.get(id_of(other), at_first_case).status, 404);
    EXPECT_EQ(api.file(id_of(other), at_first_case).status, 404);
    EXPECT_EQ(api.confirm(id_of(other), "{}", at_first_case).status, 404);
    EXPECT_EQ(api.set_aside(id_of(other), "{}", at_first_case).status, 403);
    EXPECT_EQ(api.get(id_of(other), of_the_desk).status, 200);
}

TEST_F(FormAnswerApi, RefusesWhatItDoesntUnderstand) {
    const auto id = id_of(api.post(answer_for("ACC-R08-00009"), "a.csv", "", of_the_desk));
    for (const char* body : {"[]", "{\"choice\": []}", "{\"choices\": 1}", "{\"choices\": [{\"index\": -1}]}", "{\"choices\": [{\"index\": 0, \"caseNo\": \"\"}]}",
                             "{\"choices\": [{\"index\": 5, \"caseNo\": \"ACC-R08-00001\", \"lineNo\": \"1\"}]}"})
        EXPECT_EQ(api.confirm(id, body, of_the_desk).status, 400) << body;
    EXPECT_EQ(api.confirm(id, R"({"choices": [{"index": 0, "caseNo": "ACC-R08-00009", "lineNo": "1"}]})", of_the_desk).status, 404);
    EXPECT_EQ(api.confirm(id, R"({"choices": [{"index": 0, "caseNo": "ACC-R08-00002", "lineNo": "1"}]})", of_the_desk).body, R"({"cases":["ACC-R08-00002"],"lines":1,"left":0})");
    EXPECT_EQ(api.set_aside(id, R"({"reason": "x"})", of_the_desk).status, 404);  // closed
    EXPECT_EQ(api.post("", "a.csv", "", of_the_desk).status, 400);
    EXPECT_EQ(api.get("unknown", of_the_desk).status, 404);
    const auto waiting = id_of(api.post("x", "x.csv", "", of_the_desk));
    EXPECT_EQ(api.set_aside(waiting, "{}", of_the_desk).status, 400);
    EXPECT_EQ(api.set_aside(waiting, R"({"reason": "関係のないファイル"})", of_the_desk).status, 204);
}

}  // namespace
}  // namespace dandori::forms
