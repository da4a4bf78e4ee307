#include "adapters/cli/process_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/cli/client_commands.h"
#include "adapters/cli/people_commands.h"
#include "adapters/cli/table.h"
#include "tests/support/temporary_folder.h"

namespace dandori::cli {
namespace {

void write_file(const std::filesystem::path& path, std::string_view text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

TEST(ProcessFolder, DeploysModelsFormsAndMailsAndLeavesTheRest) {
    const test::TemporaryFolder folder;
    const std::filesystem::path process = folder / "leave";
    for (const char* name : {"leave.bpmn", "who.dmn", "leave.form", "README.md", "leave.story", "mails/ML-1.ja.txt",
                             "mails/notes.md", ".hidden.bpmn"}) {
        write_file(process / name, name);
    }
    const auto files = files_of_folder(process.string());
    ASSERT_TRUE(files) << files.error().text;
    std::vector<std::string> names;
    for (const auto& file : *files) {
        names.push_back(file.name);
        EXPECT_EQ(file.content, file.name);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"leave.bpmn", "leave.form", "who.dmn", "mails/ML-1.ja.txt"}));
    EXPECT_EQ(*process_folders(folder / ""), std::vector{process.string()});
}

TEST(ProcessFolder, SaysWhatIsMissing) {
    const test::TemporaryFolder folder;
    const std::string path = folder / "empty";
    std::filesystem::create_directories(path);
    EXPECT_EQ(files_of_folder(path).error().text,
              "'" + path + "' holds nothing to deploy; .bpmn, .dmn or .form files are expected.");
    EXPECT_EQ(files_of_folder(path + "/none").error().text, "'" + path + "/none' is no folder that can be read.");
    EXPECT_EQ(deployable_file(path + "/none.bpmn").error().text, "'" + path + "/none.bpmn' can't be read.");
}

TEST(Table, AlignsColumnsWithJapaneseText) {
    std::ostringstream out;
    write_table(out, {{"KEY", "TASK", "FOR"}, {"1", "承認", "x"}, {"22", "check", "y"}});
    EXPECT_EQ(out.str(), "KEY  TASK   FOR\n1    承認   x\n22   check  y\n");
}

TEST(ClientCommands, RefuseWhatIsNoKeyAndSayThatNobodyAnswers) {
    std::ostringstream out, errors;
    EXPECT_EQ(complete({}, {.task_key = "abc", .variables = "{}", .action = ""}, out, errors), 2);
    EXPECT_EQ(errors.str(), "dandori: 'abc' is no key of a user task; 'dandori tasks' lists them.\n");
    errors.str("");
    EXPECT_EQ(start({.server = "http://127.0.0.1:1", .username = "", .password = ""}, {.process = "p"}, out, errors),
              1);
    EXPECT_TRUE(errors.str().starts_with("dandori: No answer from http://127.0.0.1:1: ")) << errors.str();
    errors.str("");
    EXPECT_EQ(start({}, {.process = "p", .variables = "[1]"}, out, errors), 1);
    EXPECT_EQ(errors.str(), "dandori: --variables gave '[1]'; a JSON object is expected, such as '{\"amount\": 3}'.\n");
    EXPECT_EQ(out.str(), "");
}

TEST(PeopleCommands, SayWhichFileCantBeReadAndThatNobodyAnswers) {
    const test::TemporaryFolder folder;
    std::ostringstream out, errors;
    const Connection nobody{.server = "http://127.0.0.1:1", .username = "", .password = ""};
    EXPECT_EQ(import_people(nobody, {.file = folder / "none.csv", .password_file = "", .is_rehearsal = false}, out, errors), 2);
    EXPECT_EQ(errors.str(), "dandori: '" + (folder / "none.csv") + "' can't be read.\n");
    write_file(folder / "people.csv", "username\nabe\n");
    errors.str("");
    EXPECT_EQ(import_people(nobody, {.file = folder / "people.csv", .password_file = folder / "none", .is_rehearsal = false}, out, errors), 2);
    errors.str("");
    EXPECT_EQ(import_people(nobody, {.file = folder / "people.csv", .password_file = "", .is_rehearsal = true}, out, errors), 1);
    EXPECT_TRUE(errors.str().starts_with("dandori: No answer from http://127.0.0.1:1: ")) << errors.str();
    errors.str("");
    EXPECT_EQ(change_personnel(nobody, {.file = folder / "none.csv", .at = "2027-04-01", .is_rehearsal = true}, out, errors), 2);
    errors.str("");
    EXPECT_EQ(change_personnel(nobody, {.file = folder / "people.csv", .at = "2027-04-01", .is_rehearsal = false}, out, errors), 1);
    EXPECT_TRUE(errors.str().starts_with("dandori: No answer from http://127.0.0.1:1: ")) << errors.str();
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace dandori::cli
