#include "adapters/forms/form_task.h"

#include <sys/resource.h>

#include <boost/json.hpp>
#include <csignal>

#include "adapters/forms/documents.h"
#include "adapters/forms/outbox_folder.h"
#include "adapters/forms/read_back.h"
#include "adapters/forms/stored_forms.h"
#include "engine/identity/digest.h"
#include "tests/adapters/forms/feel_expressions.h"
#include "tests/adapters/forms/sample_forms.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/temporary_folder.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

std::string header(const std::string& key, const std::string& value) { return "<zeebe:header key=\"" + key + "\" value=\"" + value + "\"/>"; }

std::string task(const std::string& id, const std::string& type, const std::string& headers) {
    return "<serviceTask id=\"" + id + "\"><extensionElements><zeebe:taskDefinition type=\"" + type + "\" retries=\"2\"/><zeebe:taskHeaders>" + headers +
           "</zeebe:taskHeaders></extensionElements></serviceTask>";
}

/// An engine with a process that makes the form `every`, then hands it over into a folder.
class FormDesk : public testing::Test {
  protected:
    FormDesk() {
        desk.deploy(test::process_of("<startEvent id=\"s\"/>" + task("make", "dandori:form", header("template", "every") + header("number", "=formNo") + header("lines", "=people") + header("rowsVariable", "rows")) +
                                     task("hand", "dandori:handoff-folder", "") + "<endEvent id=\"e\"/>" + test::flows({"s", "make", "hand", "e"})));
        deploy_form(test::every_type);
    }

    void deploy_form(const std::string& text, const std::string& name = "request-forms/every-1.json") {
        ASSERT_TRUE(desk.try_deploy({{name, text}}));
    }

    EngineAccess access() { return access_to(desk.engine(), desk.clock); }

    std::vector<engine::ActivatedJob> jobs(std::string_view type) {
        engine::ActivateJobs command;
        command.type = std::string(type);
        command.timeout_ms = 60'000;
        command.count_max = 10;
        return desk.engine().execute(std::move(command))->jobs;
    }

    void make(const char* people = R"([{"name": "髙橋", "mail": "t@a.example.jp"}, {"name": "𠮷田", "mail": "y@a.example.jp"}])") {
        key = desk.start(json::serialize(json::object{{"caseNo", "ACC-R08-00001"}, {"formNo", "FR-1"}, {"people", json::parse(people)}}));
        for (const auto& job : jobs(form_job_type)) work_form_job(job, access(), test::feel_expressions(), log());
    }

    worker::Log log() {
        return [this](const std::string& line) { lines.push_back(line); };
    }

    json::object form() {
        const auto found = engine::find<engine::Variable>(desk.engine().reader(), engine::Query{}.where_equals("processInstanceKey", key).where_equals("name", std::string("form")));
        return found.rows.empty() ? json::object{} : json::parse(found.rows.front().value).as_object();
    }

    std::string incidents() {
        std::string all;
        for (const auto& incident : engine::find<engine::Incident>(desk.engine().reader(), engine::Query{}.where_equals("processInstanceKey", key)).rows) all += incident.error_message + "\n";
        return all;
    }

    test::Desk desk;
    engine::ProcessInstanceKey key;
    std::vector<std::string> lines;
};

using FormJob = FormDesk;
using HandoffFolder = FormDesk;

TEST_F(FormJob, PutsTheFilesAsideAndTellsWhere) {
    make();
    const auto made = form();
    EXPECT_EQ(made.at("isComplete"), true);
    EXPECT_EQ(made.at("lineCount"), 2);
    ASSERT_EQ(made.at("documents").as_array().size(), 2U);
    for (const auto& reference : made.at("documents").as_array()) {
        const auto document = engine::get<engine::Document>(desk.engine().reader(), json::value_to<std::string>(reference.at("documentId")));
        const auto content = engine::get<engine::DocumentContent>(desk.engine().reader(), json::value_to<std::string>(reference.at("documentId")));
        ASSERT_TRUE(document && content);
        EXPECT_EQ(document->content_hash, engine::sha256_hex(content->content.value));
        EXPECT_EQ(json::value_to<std::string>(reference.at("contentHash")), document->content_hash);
        EXPECT_EQ(document->process_instance_key, key);
        EXPECT_TRUE(document->file_name == "every_FR-1.xlsx" || document->file_name == "every_FR-1.csv");
        const auto read = read_back(*read_template(test::every_type), content->content.value, Wanted::Request);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->lines.at(1).request.at("name"), "𠮷田");
    }
    const auto records = made_forms(desk.engine().reader());
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records[0].record.number, "FR-1");
    EXPECT_EQ(records[0].record.lines.at(1).line_no, "2");
    EXPECT_EQ(records[0].record.lines.at(1).natural_key, (std::map<std::string, std::string>{{"mail", "y@a.example.jp"}}));
    EXPECT_EQ(incidents(), "");
}

TEST_F(FormJob, GivesTheLinesAsTheyStandInTheFileToBePrinted) {
    make(R"([{"name": "髙橋", "mail": "ｔ@a.example.jp", "size": "large", "until": "2027-03-31", "ok": true}])");
    const auto query = engine::Query{}.where_equals("processInstanceKey", key).where_equals("name", std::string("rows"));
    const auto rows = engine::find<engine::Variable>(desk.engine().reader(), query).rows;
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].value,
              R"([{"request_no":"ACC-R08-00001","line_no":"1","name":"髙橋","kana":null,"mail":"t@a.example.jp","account":null,"cidr":null,"size":"大（10人から）","until":"2027-03-31","ok":"TRUE","note":null}])");
}

TEST_F(FormJob, DoneTwicePutsTheSameFilesAsideOnce) {
    key = desk.start(R"({"caseNo": "ACC-R08-00001", "formNo": "FR-1", "people": [{"name": "a", "mail": "t@a.example.jp"}]})");
    const auto job = jobs(form_job_type).at(0);
    auto never_completes = access();
    never_completes.complete_job = [](engine::CompleteJob) -> engine::Outcome<engine::Done> { return tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "later"}); };
    work_form_job(job, never_completes, test::feel_expressions(), log());  // as where the server dies in between
    EXPECT_EQ(lines, std::vector<std::string>{"Job " + std::to_string(job.job.key.value) + " of 'make': later"});
    work_form_job(job, access(), test::feel_expressions(), log());
    EXPECT_EQ(form().at("documents").as_array().size(), 2U);
    EXPECT_EQ(engine::find<engine::Document>(desk.engine().reader(), engine::Query{}).rows.size(), 2U);
}

TEST_F(FormJob, TellsAPersonWhatToMendAndMakesNoFile) {
    make(R"([{"name": "a", "mail": "none"}])");
    const auto made = form();
    EXPECT_EQ(made.at("isComplete"), false);
    EXPECT_EQ(json::serialize(made.at("faults")),
              R"([{"line":1,"column":"mail","header":"メール","cell":"E5","message":"メールアドレスではありません","level":"error"}])");
    EXPECT_TRUE(made.at("documents").as_array().empty());
    EXPECT_TRUE(engine::find<engine::Document>(desk.engine().reader(), engine::Query{}).rows.empty());
}

TEST_F(FormJob, BecomesAnIncidentWhereOnlyTheModelCanBeMended) {
    deploy_form(R"({"id": "every"})");
    make();
    EXPECT_EQ(incidents(), "'request-forms/every-1.json': 'title' of the request form is missing; a text is needed.\n");
    EXPECT_TRUE(form().empty());
}

TEST_F(FormJob, TriesAgainWhereTheStoreTakesNoFile) {
    key = desk.start(R"({"caseNo": "ACC-R08-00001", "formNo": "FR-1", "people": [{"name": "a", "mail": "t@a.example.jp"}]})");
    auto full = access();
    full.put_document = [](engine::PutDocument, std::optional<engine::Actor>) -> engine::Outcome<engine::Done> {
        return tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "The disk is full."});
    };
    work_form_job(jobs(form_job_type).at(0), full, test::feel_expressions(), log());
    EXPECT_EQ(incidents(), "");
    EXPECT_TRUE(jobs(form_job_type).empty());  // not at once
    desk.clock.advance(60'000);
    work_form_job(jobs(form_job_type).at(0), full, test::feel_expressions(), log());
    EXPECT_EQ(incidents(), "The disk is full.\n");
}

TEST_F(FormJob, TakesTheVersionOfTheDay) {
    auto next = test::every_type;
    next.replace(next.find("\"version\": 1"), 12, "\"version\": 2, \"validFrom\": \"2027-04-01\"");
    next.replace(next.find("\"header\": \"氏名\""), 18, "\"header\": \"お名前\"");
    deploy_form(next, "request-forms/every-2.json");
    auto& reader = desk.engine().reader();
    EXPECT_EQ(form_for(reader, "every", "2027-03-31")->form.version, 1);
    EXPECT_EQ(form_for(reader, "every", "2027-04-01")->form.version, 2);
    EXPECT_EQ(form_of_version(reader, "every", 1)->form.version, 1);
    EXPECT_EQ(all_forms(reader).size(), 2U);
    EXPECT_EQ(form_for(reader, "other", "2027-04-01").error().text, "The request form 'other' is not deployed; a file request-forms/other-1.json is needed.");
    EXPECT_EQ(form_for(reader, "../x", "2027-04-01").error().text, "'../x' is no id of a request form.");
}

TEST_F(HandoffFolder, HoldsTheWholeFilesAndNothingElse) {
    make();
    const test::TemporaryFolder outer;
    const std::filesystem::path folder = outer / "outbox";
    const auto job = jobs(handoff_job_type).at(0);
    work_handoff_job(job, access(), folder, test::feel_expressions(), log());
    EXPECT_EQ(test::file_text(folder / "every_FR-1.csv").substr(0, 3), "\xEF\xBB\xBF");
    EXPECT_TRUE(read_back(*read_template(test::every_type), test::file_text(folder / "every_FR-1.xlsx"), Wanted::Request));
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files += entry.path().filename().string().front() != '.' ? 1U : 100U;
    EXPECT_EQ(files, 2U);
    EXPECT_TRUE(put_into_folder(folder, "every_FR-1.csv", test::file_text(folder / "every_FR-1.csv")));  // the same again
    EXPECT_FALSE(put_into_folder(folder, "every_FR-1.csv", "another"));
    EXPECT_FALSE(put_into_folder(folder, "../x", "x"));
    EXPECT_FALSE(put_into_folder(folder, ".x", "x"));
}

TEST_F(HandoffFolder, FullIsTriedAgainAndThenAnIncidentWithNothingHalfWritten) {
    make();
    const test::TemporaryFolder outer;
    const std::filesystem::path folder = outer / "outbox";
    ::rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto on_signal = ::signal(SIGXFSZ, SIG_IGN);
    ::rlimit little = before;
    little.rlim_cur = 100;
    const auto work = [&] {
        const auto job = jobs(handoff_job_type).at(0);
        ::setrlimit(RLIMIT_FSIZE, &little);
        work_handoff_job(job, access(), folder, test::feel_expressions(), log());
        ::setrlimit(RLIMIT_FSIZE, &before);
    };
    work();
    EXPECT_EQ(incidents(), "");
    desk.clock.advance(60'000);
    work();
    ::signal(SIGXFSZ, on_signal);
    EXPECT_EQ(incidents(), "'every_FR-1.xlsx' can't be written into the folder '" + folder.string() + "': File too large. Nothing was left there.\n");
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

}  // namespace
}  // namespace dandori::forms
