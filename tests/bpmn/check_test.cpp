#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "bpmn/bpmn.h"
#include "bpmn/check/rule.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

namespace fs = std::filesystem;

const fs::path& bad_files() {
    static const fs::path folder = fs::path(DANDORI_SOURCE_DIR) / "tests/bpmn/bad";
    return folder;
}

/// Every fault of a file, one line each, as `dandori check` prints them.
std::string faults_of(const fs::path& file, bool warnings = true, CheckDepth depth = CheckDepth::Structure) {
    const auto result = read(test::content_of(file), file.filename().string());
    std::vector<Finding> found;
    for (const Problem& each : result.problems) found.push_back({each, "", "", ""});
    if (result.definitions) {
        for (Finding& each : findings_of(*result.definitions, depth)) found.push_back(std::move(each));
    }
    std::string text;
    for (const Finding& each : found) {
        if (warnings || each.severity == Problem::Severity::Error) text += to_string(each) + "\n";
    }
    return text;
}

// A bad file beside its expected text; UPDATE_EXPECTED=1 writes the texts anew, to be read as a claim.
TEST(Checker, TellsTheFaultsOfEachBadFileWordForWord) {
    for (const auto& file : test::bpmn_files_below(bad_files())) {
        auto expected = file;
        expected.replace_extension(".txt");
        const std::string found = faults_of(file, true, CheckDepth::Soundness);
        if (std::getenv("UPDATE_EXPECTED")) std::ofstream(expected, std::ios::binary) << found;
        EXPECT_EQ(found, test::content_of(expected)) << file.filename();
        EXPECT_FALSE(found.empty()) << file.filename();
    }
}

TEST(Checker, HasABadFileForEachRule) {
    std::set<std::string> names;
    for (const check_detail::Rule* rule : check_detail::rules()) {
        EXPECT_TRUE(names.insert(std::string(rule->name)).second) << rule->name;
        EXPECT_TRUE(fs::exists(bad_files() / (std::string(rule->name) + ".bpmn"))) << rule->name;
    }
    for (const auto& file : test::bpmn_files_below(bad_files())) {
        EXPECT_TRUE(names.contains(file.stem().string())) << file.filename() << " belongs to no rule";
    }
}

TEST(Checker, AsksOfADrawingOnlyWhatTheNotationAsks) {
    const auto drawing = read(test::in_definitions("<bpmn:process id=\"p\"><bpmn:serviceTask id=\"t\"/>"
                                                   "<bpmn:exclusiveGateway id=\"g\"/></bpmn:process>"),
                              "f.bpmn");
    EXPECT_TRUE(check(*drawing.definitions).empty());
}

TEST(Checker, NamesTheRuleToADeployment) {
    const auto bad = read(test::in_process("<bpmn:startEvent id=\"s\"/>"), "f.bpmn");
    const auto problems = check(*bad.definitions);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(to_string(problems[0]), "f.bpmn:3: warning: [s] Start event 's' leads nowhere. Lead a flow to what follows, or to "
                                      "an end event. (dead_end)");
}

TEST(Checker, TellsNoFaultOfAWholeProcess) {
    const auto whole =
        read(test::in_process("<bpmn:startEvent id=\"s\"/><bpmn:sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"e\"/>"
                              "<bpmn:endEvent id=\"e\"/>"),
             "f.bpmn");
    EXPECT_TRUE(check(*whole.definitions).empty());
}

TEST(Checker, FindsNoErrorInTheFilesOfThisHouse) {
    for (const char* folder : {"tests", "processes"}) {
        for (const auto& file : test::bpmn_files_below(fs::path(DANDORI_SOURCE_DIR) / folder)) {
            if (file.parent_path() == bad_files()) continue;
            const std::string path = file.string();
            if (path.find("/tests/bench/peers/") != path.npos) continue;  // in the languages of other engines
            if (path.ends_with("/plain.bpmn")) continue;  // what it lacks is set in the properties panel
            EXPECT_EQ(faults_of(file, false), "") << file;
        }
    }
}

TEST(Checker, RefusesOfTheConformanceCasesJustThoseThatMustBe) {
    const auto files = test::bpmn_files_below(test::shared_folder("conformance"));
    if (files.empty()) {
        std::cout << "skipped: not found: " << test::shared_folder("conformance") << '\n';
        return;
    }
    int refused = 0;
    for (const auto& file : files) {
        const std::string expectation = test::content_of(file.parent_path() / "case.json");
        const bool either = expectation.find("any_of") != std::string::npos;
        const bool rejected = !either && expectation.find("\"rejected\"") != std::string::npos;
        const std::string errors = faults_of(file, false);
        EXPECT_EQ(errors.empty(), !rejected) << file << '\n' << errors;
        refused += rejected;
    }
    EXPECT_GE(refused, 23);
}

// Those made to be run by other programs name their work in other words; the rest are drawings, or Camunda 8's.
TEST(Checker, FindsNoErrorInTheReferenceModels) {
    const std::set<std::string> run_elsewhere{"C.1.0.bpmn", "C.1.1.bpmn", "C.3.0.bpmn"};
    const auto files = test::bpmn_files_below(test::shared_folder("miwg/Reference"));
    if (files.empty()) std::cout << "skipped: not found: " << test::shared_folder("miwg/Reference") << '\n';
    for (const auto& file : files) {
        if (run_elsewhere.contains(file.filename().string())) continue;
        EXPECT_EQ(faults_of(file, false), "") << file;
    }
}

}  // namespace
}  // namespace dandori::bpmn
