#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/cli/notation_commands.h"
#include "tests/support/temporary_folder.h"

namespace dandori::cli {
namespace {

struct Answer {
    int status = 0;
    std::string out, errors;
};

Answer run(int (*command)(const std::vector<std::string>&, std::ostream&, std::ostream&),
           const std::vector<std::string>& arguments) {
    std::ostringstream out, errors;
    const int status = command(arguments, out, errors);
    return {status, out.str(), errors.str()};
}

std::string written(const test::TemporaryFolder& folder, const std::string& name, const std::string& content) {
    const std::filesystem::path path = folder / name;
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
}

std::string process(const std::string& content) {
    return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">"
           "<process id=\"p\" isExecutable=\"true\">" +
           content + "</process></definitions>";
}

const std::string whole =
    process("<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/><endEvent id=\"e\"/>");

TEST(CheckCommand, IsSilentAboutWholeFiles) {
    const test::TemporaryFolder folder;
    const Answer answer = run(check_files, {written(folder, "a.bpmn", whole), written(folder, "b.bpmn", whole)});
    EXPECT_EQ(answer.status, 0);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.errors, "");
}

TEST(CheckCommand, TellsEachFaultOnALine) {
    const test::TemporaryFolder folder;
    const std::string bad = written(folder, "bad.bpmn", process("<serviceTask id=\"t\"/><callActivity id=\"c\"/>"));
    const Answer answer = run(check_files, {written(folder, "a.bpmn", whole), bad});
    EXPECT_EQ(answer.status, 1);
    EXPECT_EQ(
        answer.out,
        bad + ":1: error: [p] Process 'p' has no start event. Add one and lead a flow from it.\n" + bad +
            ":1: error: [t] Service task 't' says nothing of its work. Add zeebe:taskDefinition with the type that its "
            "workers ask for.\n" +
            bad +
            ":1: error: [c] Call activity 'c' names no process to call. Add zeebe:calledElement with a processId.\n" +
            bad +
            ":1: warning: [t] Service task 't' leads nowhere. Lead a flow to what follows, or to an end event.\n" +
            bad +
            ":1: warning: [c] Call activity 'c' leads nowhere. Lead a flow to what follows, or to an end event.\n");
}

TEST(CheckCommand, TakesWarningsForNoFailure) {
    const test::TemporaryFolder folder;
    const std::string lonely = written(folder, "a.bpmn", process("<startEvent id=\"s\"/><endEvent id=\"e\"/>"));
    const Answer answer = run(check_files, {lonely});
    EXPECT_EQ(answer.status, 0);
    EXPECT_NE(answer.out.find("warning: [e] End event 'e' can't be reached from any start."), std::string::npos)
        << answer.out;
}

TEST(CheckCommand, TellsWhatIsNoBpmn) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(run(check_files, {written(folder, "a.bpmn", "<html/>")}).status, 1);
    EXPECT_EQ(run(check_files, {written(folder, "b.bpmn", "<a><b></a>")}).status, 1);
    const std::string absent = (folder / "absent.bpmn");
    const Answer answer = run(check_files, {absent});
    EXPECT_EQ(answer.status, 1);
    EXPECT_EQ(answer.errors, absent + ": The file can't be read, or is empty.\n");
    EXPECT_EQ(run(check_files, {(folder / "")}).status, 1);
    EXPECT_EQ(run(check_files, {}).status, 2);
}

TEST(DrawCommand, WritesAPicture) {
    const test::TemporaryFolder folder;
    const std::string file = written(folder, "a.bpmn", whole), picture = (folder / "a.svg");
    EXPECT_EQ(run(draw_file, {file, "-o", picture}).status, 0);
    std::stringstream svg;
    svg << std::ifstream(picture).rdbuf();
    EXPECT_TRUE(svg.str().starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ")) << svg.str();
    EXPECT_NE(svg.str().find("data-element-id=\"f\""), std::string::npos);
    const Answer streamed = run(draw_file, {"-o", "-", file});
    EXPECT_EQ(streamed.out, svg.str());
}

TEST(DrawCommand, TellsWhatItCannotDo) {
    const test::TemporaryFolder folder;
    const std::string file = written(folder, "a.bpmn", whole);
    EXPECT_EQ(run(draw_file, {}).status, 2);
    EXPECT_EQ(run(draw_file, {file, "-o"}).status, 2);
    EXPECT_EQ(run(draw_file, {file, "--diagram", "x"}).status, 2);
    EXPECT_EQ(run(draw_file, {file, "b.bpmn"}).status, 2);
    const Answer second = run(draw_file, {file, "--diagram", "2"});
    EXPECT_EQ(second.status, 1);
    EXPECT_EQ(second.errors, file + ": There is no diagram 2; the file has 0.\n");
    const Answer nowhere = run(draw_file, {file, "-o", (folder / "no") + "/such/folder.svg"});
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_NE(nowhere.errors.find("can't be written"), std::string::npos);
    EXPECT_EQ(run(draw_file, {written(folder, "x.bpmn", "no xml"), "-o", "-"}).status, 1);
}

}  // namespace
}  // namespace dandori::cli
