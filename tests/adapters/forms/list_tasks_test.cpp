#include "adapters/forms/list_tasks.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/forms/answers.h"
#include "adapters/spreadsheet/write_workbook.h"
#include "engine/identity/digest.h"
#include "tests/adapters/forms/feel_expressions.h"
#include "tests/adapters/forms/sample_forms.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

const std::string accounts = R"json({"id": "accounts", "version": 1, "title": "一覧", "codeLists": {"csp": {"aws": "AWS"}}, "columns": [
    {"key": "account", "header": "アカウント", "alsoCalled": ["UserName", "利用者ID"], "type": "id", "required": "must"},
    {"key": "csp", "header": "CSP", "type": "code", "codeList": "csp"},
    {"key": "to", "header": "終了", "type": "date"}, {"key": "mfa", "header": "MFA", "type": "boolean"}, {"key": "keys", "header": "鍵", "type": "integer"}]})json";
const std::string people = R"json({"id": "people", "version": 1, "title": "名簿", "columns": [
    {"key": "mail", "header": "メール", "type": "mail", "required": "must"}, {"key": "party", "header": "所属", "type": "text"}]})json";

/// A process that reads lists out of what it was given.
class ListDesk : public testing::Test {
  protected:
    ListDesk() {
        const auto header = [](const std::string& key, const std::string& value) { return "<zeebe:header key=\"" + key + "\" value=\"" + value + "\"/>"; };
        desk.deploy(test::process_of("<startEvent id=\"s\"/><serviceTask id=\"read\"><extensionElements><zeebe:taskDefinition type=\"dandori:read-list\"/><zeebe:taskHeaders>" +
                                     header("template", "=names") + header("documents", "=files") + header("text", "=text") +
                                     "</zeebe:taskHeaders></extensionElements></serviceTask><userTask id=\"u\"/>" + test::flows({"s", "read", "u"})));
        EXPECT_TRUE(desk.try_deploy({{"request-forms/accounts-1.json", accounts}, {"request-forms/people-1.json", people}, {"request-forms/every-1.json", test::every_type}}));
    }

    json::value put(const std::string& name, const std::string& bytes) {
        engine::PutDocument command;
        command.document.id = name;
        command.document.file_name = name;
        command.document.content_hash = engine::sha256_hex(bytes);
        command.document.size = static_cast<std::int64_t>(bytes.size());
        command.content = {bytes};
        EXPECT_TRUE(desk.engine().execute(std::move(command)));
        return {{"documentId", name}};
    }

    json::value read(json::object variables) {
        for (const char* name : {"names", "files", "text"}) variables.emplace(name, nullptr);
        const auto key = desk.start(json::serialize(variables));
        engine::ActivateJobs command;
        command.type = std::string(read_list_job_type);
        command.timeout_ms = 60'000;
        command.count_max = 1;
        const auto activated = desk.engine().execute(std::move(command));
        for (const auto& job : activated->jobs) work_list_job(job, access_to(desk.engine(), desk.clock), test::feel_expressions(), [](const auto& line) { ADD_FAILURE() << line; });
        const auto found = engine::find<engine::Variable>(desk.engine().reader(), engine::Query{}.where_equals("processInstanceKey", key).where_equals("name", std::string("list"))).rows;
        if (!found.empty()) return json::parse(found[0].value);
        const auto incidents = engine::find<engine::Incident>(desk.engine().reader(), engine::Query{}.where_equals("processInstanceKey", key)).rows;
        return incidents.empty() ? json::value("nothing") : json::value(incidents[0].error_message);
    }

    test::Desk desk;
};

TEST_F(ListDesk, ReadsEachFileByTheListThatFitsItWhateverItsHeadersAreCalled) {
    spreadsheet::NewSheet sheet{.name = "x", .columns = {{"終了"}, {"利用者ID"}, {"CSP"}, {"MFA"}, {"鍵"}, {"備考"}}};
    sheet.rows.push_back({std::string("令和9年3月31日"), std::string("ｕ－１"), std::string("AWS"), std::string("はい"), 2.0, std::string("?")});
    const auto read_them = read({{"names", {"people", "accounts"}}, {"files", {put("a.xlsx", *spreadsheet::write_workbook({sheet})), put("b.csv", "メール,所属\r\nA@x.example.jp,network\r\n")}}});
    EXPECT_EQ(json::serialize(read_them.at("lines")),
              R"([{"account":"u-1","csp":"aws","to":"2027-03-31","mfa":true,"keys":2,"list":"accounts"},{"mail":"A@x.example.jp","party":"network","list":"people"}])");
    EXPECT_EQ(read_them.at("isComplete"), true);
    EXPECT_EQ(read_them.at("files").at(0).at("fileName"), "a.xlsx");
    EXPECT_EQ(read_them.at("files").at(1).at("lineCount"), 1);
}

TEST_F(ListDesk, ReadsWhatWasPastedFromASpreadsheet) {
    const auto read_it = read({{"names", "accounts"}, {"text", "UserName\tCSP\t終了\nu-1\tAWS\t2027/3/31\n\"u-2\"\t\t\n"}});
    EXPECT_EQ(json::serialize(read_it.at("lines")),
              R"([{"account":"u-1","csp":"aws","to":"2027-03-31","mfa":null,"keys":null,"list":"accounts"},{"account":"u-2","csp":null,"to":null,"mfa":null,"keys":null,"list":"accounts"}])");
    EXPECT_EQ(read({{"names", "people"}, {"text", "メール,所属\na@x.example.jp,\"a,b\"\n"}}).at("lines").at(0).at("party"), "a,b");
    EXPECT_EQ(read({{"names", "people"}, {"text", "メール\t所属\na@x.example.jp\t\"a,\"\"b\nc\"\n"}}).at("lines").at(0).at("party"), "a,\"b\nc");
}

TEST_F(ListDesk, SaysWhereWhatIsWrongAndGoesOn) {
    const auto read_it = read({{"names", "accounts"}, {"files", {put("a.csv", "アカウント,CSP,終了\r\n,AWS,2027/3/31\r\nu-2,青空,いつか\r\n"), put("b.csv", "x,y\r\n"), put("c.xlsx", "PK no zip")}}});
    EXPECT_EQ(read_it.at("isComplete"), false);
    std::string told;
    for (const auto& fault : read_it.at("faults").as_array())
        told += json::value_to<std::string>(fault.at("file")) + " " + json::value_to<std::string>(fault.at("place")) + " " + json::value_to<std::string>(fault.at("message")).substr(0, 60) + "\n";
    EXPECT_TRUE(told.starts_with("a.csv 2行 「アカウント」がありません\na.csv 3行 3行2列: 「青空」")) << told;
    EXPECT_NE(told.find("a.csv 3行 3行3列: 「いつか」"), std::string::npos) << told;
    EXPECT_NE(told.find("b.csv  No row of the first 50 holds the headers of '一覧'"), std::string::npos) << told;
    EXPECT_NE(told.find("c.xlsx  "), std::string::npos) << told;
    EXPECT_EQ(read_it.at("faultCount"), 5);
    const auto nothing = read({{"names", "accounts"}});
    EXPECT_EQ(json::serialize(nothing.at("lines")), "[]");
    EXPECT_EQ(nothing.at("isComplete"), true);
}

TEST_F(ListDesk, LeavesToTheModellerWhatOnlyTheyCanMend) {
    EXPECT_EQ(read({{"names", "nobody"}}), "The request form 'nobody' is not deployed; a file request-forms/nobody-1.json is needed.");
    EXPECT_EQ(read({{"names", 1}}), "Header 'template' of the task: gave no text; the id of a list, or several, is needed");
    EXPECT_EQ(read({{"names", "people"}, {"files", "x"}}), "Header 'documents' of the task: holds what is no reference to a document");
    EXPECT_EQ(read({{"names", "people"}, {"files", {{{"documentId", "gone"}}}}}), "The document 'gone' is not there any more.");
}

TEST_F(ListDesk, IsNoFormThatAnswersOrThatCanBeFilled) {
    Answers answers(access_to(desk.engine(), desk.clock));
    const auto taken = answers.take("a.csv", "アカウント,CSP,終了,MFA,鍵\r\nu-1,AWS,,,\r\n", {});
    EXPECT_FALSE(answers.find(taken->id)->form);
}

json::array joined_rows(const char* lists, const char* keys) { return joined(json::parse(lists).as_object(), json::parse(keys).as_object()).value(); }

TEST(JoinedLists, HoldOneGroupForEachValue) {
    EXPECT_EQ(json::serialize(joined_rows(R"({"ledger": [{"id": "B"}, {"id": "a"}, {"id": null}], "export": [{"user": "ｂ", "n": 1}, {"user": "b "}, {"user": "c"}]})", R"({"ledger": "id", "export": "user"})")),
              R"([{"key":"a","ledger":[{"id":"a"}],"export":[]},{"key":"B","ledger":[{"id":"B"}],"export":[{"user":"ｂ","n":1},{"user":"b "}]},)"
              R"({"key":"c","ledger":[],"export":[{"user":"c"}]},{"key":null,"ledger":[{"id":null}],"export":[]}])");
    EXPECT_EQ(json::serialize(joined_rows(R"({"a": [{"n": 10}, {"n": "9"}], "b": null})", R"({"a": "n", "b": "n"})")), R"([{"key":10,"a":[{"n":10}],"b":[]},{"key":"9","a":[{"n":"9"}],"b":[]}])");
}

TEST(JoinedLists, SayWhatCantBeJoined) {
    const auto why = [](const char* lists, const char* keys) { return joined(json::parse(lists).as_object(), json::parse(keys).as_object()).error().text; };
    EXPECT_EQ(why(R"({"a": []})", "{}"), "Header 'keys' of the task: says nothing of the list 'a'; the name of the member that its rows are joined by is needed");
    EXPECT_EQ(why(R"({"a": 1})", R"({"a": "n"})"), "Header 'lists' of the task: gave no list for 'a'; a list of contexts is needed");
    EXPECT_EQ(why(R"({"a": [1]})", R"({"a": "n"})"), "Header 'lists' of the task: holds a row of 'a' that is no context");
    EXPECT_EQ(why(R"({"key": []})", R"({"key": "n"})"), "Header 'lists' of the task: calls a list 'key'; that is what the value is called");
}

}  // namespace
}  // namespace dandori::forms
