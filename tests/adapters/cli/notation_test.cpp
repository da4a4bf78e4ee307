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
        bad + ":1: warning: [p] Process 'p' has no start event; what no flow leads to starts at once: 't' and 'c'. If a flow was forgotten, add a start event and lead flows from it. (process_without_start)\n" + bad +
            ":1: error: [t] Service task 't' says nothing of its work. Add zeebe:taskDefinition with the type that its "
            "workers ask for. (work_given)\n" +
            bad +
            ":1: error: [c] Call activity 'c' names no process to call. Add zeebe:calledElement with a processId. (call_activity_target)\n" +
            bad +
            ":1: warning: [t] Service task 't' leads nowhere. Lead a flow to what follows, or to an end event. (dead_end)\n" +
            bad +
            ":1: warning: [c] Call activity 'c' leads nowhere. Lead a flow to what follows, or to an end event. (dead_end)\n");
}

TEST(CheckCommand, SpeaksJapaneseWhereAsked) {
    const test::TemporaryFolder folder;
    const std::string bad = written(folder, "bad.bpmn", process("<startEvent id=\"s\"/>"));
    EXPECT_EQ(run(check_files, {bad, "--language", "ja"}).out,
              bad + ":1: 警告: [s] 開始イベント「s」から先に進むフローがありません。"
                    "次の要素か終了イベントへフローを引いてください。 (dead_end)\n");
    EXPECT_EQ(run(check_files, {"--language", "en", bad}).out, run(check_files, {bad}).out);
    EXPECT_EQ(run(check_files, {bad, "--language", "fr"}).status, 2);
    EXPECT_EQ(run(check_files, {bad, "--language"}).status, 2);
    EXPECT_EQ(run(check_files, {"--language", "ja"}).status, 2);
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

TEST(CheckCommand, TellsExpressionsThatDoNotParse) {
    const test::TemporaryFolder folder;
    const std::string file = written(
        folder, "a.bpmn",
        process(
            "<startEvent id=\"s\"/><sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/>"
            "<intermediateCatchEvent id=\"e\"><timerEventDefinition><timeDuration>=1 +</timeDuration>"
            "</timerEventDefinition></intermediateCatchEvent><sequenceFlow id=\"g\" sourceRef=\"e\" targetRef=\"z\"/>"
            "<endEvent id=\"z\"/>"));
    const Answer answer = run(check_files, {file});
    EXPECT_EQ(answer.status, 1);
    EXPECT_NE(answer.out.find(":1: error: [e] "), std::string::npos) << answer.out;
    EXPECT_NE(answer.out.find("FEEL"), std::string::npos) << answer.out;
}

TEST(CheckCommand, ChecksDecisionsToo) {
    const test::TemporaryFolder folder;
    const auto decisions = [](const std::string& expression) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" "
               "namespace=\"n\">"
               "<inputData id=\"i\" name=\"day\"><variable name=\"day\" typeRef=\"date\"/></inputData>"
               "<decision id=\"due\" name=\"due\"><variable name=\"due\"/>"
               "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
               "<literalExpression><text>" +
               expression + "</text></literalExpression></decision></definitions>";
    };
    const Answer good =
        run(check_files, {written(folder, "a.dmn", decisions("add business days(day, 2, \"ward_business\")"))});
    EXPECT_EQ(good.status, 0);
    EXPECT_EQ(good.out, "");
    const Answer bad = run(check_files, {written(folder, "b.dmn", decisions("1 +"))});
    EXPECT_EQ(bad.status, 1);
    EXPECT_NE(bad.out.find("b.dmn:1: error: "), std::string::npos) << bad.out;
}

TEST(CheckCommand, FindsNoErrorInTheProcessesOfThisHouse) {
    std::vector<std::string> files;
    for (const auto& each : std::filesystem::recursive_directory_iterator(DANDORI_SOURCE_DIR "/processes")) {
        const auto kind = each.path().extension();
        if (kind == ".bpmn" || kind == ".dmn") files.push_back(each.path().string());
    }
    ASSERT_FALSE(files.empty());
    const Answer answer = run(check_files, files);
    EXPECT_EQ(answer.status, 0) << answer.out;
    EXPECT_EQ(answer.out.find("error:"), std::string::npos) << answer.out;
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

TEST(RewriteCommand, WritesTheModelAnew) {
    const test::TemporaryFolder folder;
    const std::string file = written(folder, "a.bpmn", "<?xml version='1.0' encoding='ISO-8859-1'?>" + whole);
    const std::string copy = (folder / "b.bpmn");
    EXPECT_EQ(run(rewrite_file, {file, "-o", copy}).status, 0);
    std::stringstream text;
    text << std::ifstream(copy).rdbuf();
    EXPECT_TRUE(text.str().starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions ")) << text.str();
    EXPECT_EQ(run(check_files, {copy}).status, 0);
    EXPECT_EQ(run(rewrite_file, {file}).out, text.str());
}

TEST(RewriteCommand, TellsWhatItCannotDo) {
    const test::TemporaryFolder folder;
    const std::string file = written(folder, "a.bpmn", whole);
    EXPECT_EQ(run(rewrite_file, {}).status, 2);
    EXPECT_EQ(run(rewrite_file, {file, "--diagram", "1"}).status, 2);
    EXPECT_EQ(run(rewrite_file, {file, "-o", (folder / "no") + "/such/folder.bpmn"}).status, 1);
    const Answer broken = run(rewrite_file, {written(folder, "x.bpmn", "<a><b></a>"), "-o", "-"});
    EXPECT_EQ(broken.status, 1);
    EXPECT_NE(broken.errors.find("The XML is broken here"), std::string::npos) << broken.errors;
    EXPECT_EQ(broken.out, "");
}

}  // namespace
}  // namespace dandori::cli
