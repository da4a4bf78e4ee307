#include "adapters/forms/inbox_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <fstream>
#include <sstream>

#include "tests/adapters/forms/sample_forms.h"
#include "tests/engine/runtime/desk.h"
#include "tests/support/temporary_folder.h"

namespace dandori::forms {
namespace {

namespace fs = std::filesystem;

/// A folder beside a desk where one case runs whose form was made by hand.
class FolderForAnswers : public testing::Test {
  protected:
    FolderForAnswers() {
        access = access_to(desk.engine(), desk.clock);
        const auto publish = access.publish;
        access.publish = [this, publish](engine::PublishMessage message) -> engine::Outcome<engine::PublishMessage::Answer> {
            if (is_down) return tl::unexpected(engine::Rejection{engine::Rejection::Code::Unavailable, "Not now."});
            told.push_back(message.name + " " + boost::json::serialize(boost::json::parse(message.variables.text)));
            return publish(std::move(message));
        };
        answers.emplace(access);
        inbox.emplace(fs::path(folder / ".").parent_path(), access, *answers, [this](const std::string& line) { log.push_back(line); });
        desk.deploy(test::process_of("<startEvent id=\"s\"/><userTask id=\"t\"><extensionElements><zeebe:userTask/></extensionElements></userTask>" + test::flows({"s", "t"})));
        EXPECT_TRUE(desk.try_deploy({{"request-forms/every-1.json", test::every_type}}));
        engine::CreateProcessInstance command;
        command.process_definition_id = "p";
        command.business_id = "ACC-R08-00001";
        EXPECT_TRUE(desk.engine().execute(command));
    }

    static std::string answer(const std::string& id) { return "依頼番号,行番号,結果,発行ID\r\nACC-R08-00001,1,発行済," + id + "\r\n"; }
    fs::path path(const std::string& name) const { return fs::path(folder / ".").parent_path() / name; }
    void put(const std::string& name, const std::string& bytes) { std::ofstream(path(name), std::ios::binary) << bytes; }
    std::string content(const std::string& name) const {
        std::ifstream file(path(name), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    void look_twice() {
        inbox->look();
        inbox->look();
    }
    std::vector<std::string> names(const std::string& of) const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(path(of))) found.push_back(entry.path().filename().string());
        std::sort(found.begin(), found.end());
        return found;
    }

    test::Desk desk;
    test::TemporaryFolder folder;
    EngineAccess access;
    std::optional<Answers> answers;
    std::optional<InboxFolder> inbox;
    std::vector<std::string> told, log;
    bool is_down = false;
};

using Names = std::vector<std::string>;

TEST_F(FolderForAnswers, TakesAFileOnceItStandsStill) {
    put("回答.csv", answer("u-1").substr(0, 60));
    inbox->look();
    put("回答.csv", answer("u-1"));  // it grew
    inbox->look();
    EXPECT_TRUE(answers->waiting().empty());
    inbox->look();
    ASSERT_EQ(answers->waiting().size(), 1U);
    const auto file = answers->waiting()[0];
    EXPECT_EQ(file.file_name, "回答.csv");
    EXPECT_EQ(file.arrival.way, Arrival::Way::Folder);
    EXPECT_EQ(file.lines.at(0).match.line.case_no, "ACC-R08-00001");
    EXPECT_EQ(content("taken/回答.csv"), answer("u-1"));
    EXPECT_FALSE(fs::exists(path("回答.csv")));
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0], "form-answer.waiting {\"fileName\":\"回答.csv\",\"cameBy\":\"FOLDER\",\"sender\":null,\"answerId\":\"" + file.id +
                           "\",\"formTitle\":\"すべての型\",\"problem\":null,\"lineCount\":1,\"unmatchedCount\":0,\"differentCount\":0}");
}

TEST_F(FolderForAnswers, LeavesWhatIsBeingWritten) {
    for (const char* name : {".a.csv", "a.csv.part", "a.csv.tmp", "a.csv.filepart", "a.csv~"}) put(name, answer("u-1"));
    look_twice();
    EXPECT_TRUE(answers->waiting().empty());
    fs::rename(path("a.csv.part"), path("a.csv"));
    look_twice();
    EXPECT_EQ(answers->waiting().size(), 1U);
}

TEST_F(FolderForAnswers, KeepsTheSameFileAndAnotherOfTheSameNameApart) {
    put("a.csv", answer("u-1"));
    look_twice();
    put("a.csv", answer("u-1"));
    look_twice();
    put("a.csv", answer("u-2"));
    look_twice();
    EXPECT_EQ(answers->waiting().size(), 2U);
    EXPECT_EQ(names("taken"), (Names{"a-2.csv", "a-3.csv", "a.csv"}));
    EXPECT_EQ(content("taken/a-3.csv"), answer("u-2"));
    EXPECT_EQ(told.size(), 3U);  // the second by the first one's id: the engine takes it once
}

TEST_F(FolderForAnswers, RefusesWhatIsNoAnswerWithTheReasonBesideIt) {
    put("empty.csv", "");
    put("photo.csv", "a,b\r\n1,2\r\n");
    put("unanswered.csv", "依頼番号,行番号,結果,発行ID\r\nACC-R08-00001,1,,\r\n");
    put("large.csv", std::string(answer_bytes_max + 1, 'x'));
    put("secret", "root");
    fs::create_symlink(path("secret"), path("link.csv"));
    fs::create_directory(path("folder.csv"));
    put(std::string(200, 'n') + ".csv", answer("u-1"));
    ASSERT_EQ(::mkfifo(path("pipe.csv").c_str(), 0600), 0);
    look_twice();
    EXPECT_TRUE(answers->waiting().empty());
    EXPECT_EQ(content("rejected/empty.csv.reason.txt"), "The file is empty.\n");
    EXPECT_EQ(content("rejected/unanswered.csv.reason.txt"), "The file has the headers of 'すべての型', but no line of it is answered.\n");
    EXPECT_EQ(content("rejected/large.csv.reason.txt"), "The file has 10485761 bytes; at most 10485760 are taken.\n");
    EXPECT_EQ(content("rejected/link.csv.reason.txt"), "It is no plain file; links and the like aren't followed.\n");
    EXPECT_EQ(content("rejected/pipe.csv.reason.txt"), "It is no plain file; links and the like aren't followed.\n");
    EXPECT_TRUE(content("rejected/photo.csv.reason.txt").starts_with("No row of the first 50 holds the headers of 'すべての型' version 1"));
    EXPECT_EQ(fs::file_size(path("rejected/large.csv")), answer_bytes_max + 1);
    EXPECT_TRUE(fs::is_symlink(path("rejected/link.csv")));
    EXPECT_EQ(names("rejected").size(), 16U);  // eight, each with its reason
    EXPECT_EQ(names("").size(), 3U);           // taken, rejected, and the folder that is none of ours
    EXPECT_EQ(told.size(), 8U);
    EXPECT_EQ(told[0], R"(form-answer.refused {"fileName":"empty.csv","cameBy":"FOLDER","sender":null,"problem":"The file is empty."})");
    put("empty.csv", "");  // again
    look_twice();
    EXPECT_TRUE(fs::exists(path("rejected/empty-2.csv.reason.txt")));
}

TEST_F(FolderForAnswers, LeavesEverythingWhereItIsWhileTheStoreIsAway) {
    is_down = true;
    put("a.csv", answer("u-1"));
    put("empty.csv", "");
    look_twice();
    look_twice();
    EXPECT_TRUE(fs::exists(path("a.csv")));
    EXPECT_TRUE(fs::exists(path("empty.csv")));
    EXPECT_EQ(log, (Names{"'a.csv' can't be taken now, and stays in the folder: Not now.", "'empty.csv' can't be refused now, and stays in the folder: Not now."}));  // said once
    is_down = false;
    inbox->look();
    EXPECT_TRUE(fs::exists(path("taken/a.csv")));
    EXPECT_TRUE(fs::exists(path("rejected/empty.csv")));
    EXPECT_EQ(told.size(), 2U);
    EXPECT_EQ(answers->waiting().size(), 1U);
}

TEST_F(FolderForAnswers, SaysWhenItCantBeLookedThrough) {
    fs::remove_all(path(""));
    std::ofstream(fs::path(folder / ".").parent_path()) << "a file in its place";
    look_twice();
    ASSERT_EQ(log.size(), 1U);
    EXPECT_TRUE(log[0].starts_with("The folder '")) << log[0];
}

TEST_F(FolderForAnswers, IsLookedThroughUntilThePollerGoes) {
    InboxFolderPoller poller(fs::path(folder / ".").parent_path(), access, *answers, [](const auto&) {}, std::chrono::milliseconds(5));
    put("a.csv", answer("u-1"));
    for (int round = 0; round < 2'000 && !fs::exists(path("taken/a.csv")); ++round) ::usleep(5'000);
    EXPECT_TRUE(fs::exists(path("taken/a.csv")));
}

}  // namespace
}  // namespace dandori::forms
