// Each rule of the checker has a model that breaks it in every way it knows, one that keeps it, texts in both
// languages, and its place in docs/designer/checker.md, which is made from these.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "bpmn/bpmn.h"
#include "bpmn/check/rule.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

namespace fs = std::filesystem;
using check_detail::Fault;
using check_detail::Rule;

fs::path example_of(const Rule& rule, const char* folder) {
    return fs::path(DANDORI_SOURCE_DIR) / "tests/bpmn" / folder / (std::string(rule.name) + ".bpmn");
}

std::vector<Finding> told_of(const fs::path& file) {
    const auto result = read(test::content_of(file), file.filename().string());
    std::vector<Finding> told;
    for (const Problem& each : result.problems) told.push_back({each, "", "", ""});
    if (result.definitions) {
        for (Finding& each : findings_of(*result.definitions, CheckDepth::Soundness)) told.push_back(std::move(each));
    }
    return told;
}

/// Whether the text is the sentence with its places {1}, {2} ... filled.
bool is_filled(std::string_view sentence, std::string_view text) {
    const auto place = sentence.find('{');
    if (place == sentence.npos) return sentence == text;
    if (!text.starts_with(sentence.substr(0, place))) return false;
    const std::string_view rest = sentence.substr(place + 3);
    for (std::size_t at = place; at <= text.size(); ++at) {
        if (is_filled(rest, text.substr(at))) return true;
    }
    return false;
}

const Finding* told_as(const Fault& fault, const Rule& rule, const std::vector<Finding>& problems) {
    for (const Finding& each : problems) {
        if (each.rule == rule.name && is_filled(fault.what.english, each.what) &&
            is_filled(fault.mend.english, each.mend) && is_filled(fault.what.japanese, each.what_japanese)) {
            return &each;
        }
    }
    return nullptr;
}

TEST(CheckerRules, AreBrokenInEveryWayByTheirBadFile) {
    for (const Rule* rule : check_detail::rules()) {
        const auto problems = told_of(example_of(*rule, "bad"));
        EXPECT_NE(rule->faults[0], nullptr) << rule->name;
        for (const Fault* fault : rule->faults) {
            if (!fault) continue;
            EXPECT_TRUE(told_as(*fault, *rule, problems)) << rule->name << ": " << fault->what.english;
        }
    }
}

TEST(CheckerRules, AreKeptByTheirGoodFile) {
    for (const Rule* rule : check_detail::rules()) {
        ASSERT_TRUE(fs::exists(example_of(*rule, "good"))) << rule->name;
        for (const Finding& each : told_of(example_of(*rule, "good"))) ADD_FAILURE() << to_string(each);
    }
}

TEST(CheckerRules, SpeakBothLanguages) {
    const auto is_japanese = [](std::string_view text) {
        return std::any_of(text.begin(), text.end(),
                           [](char each) { return static_cast<unsigned char>(each) >= 0xe3; });
    };
    const auto places = [](std::string_view text) {
        std::set<char> found;
        for (std::size_t at = 0; at + 2 < text.size(); ++at) {
            if (text[at] == '{' && text[at + 2] == '}') found.insert(text[at + 1]);
        }
        return found;
    };
    for (const Rule* rule : check_detail::rules()) {
        EXPECT_TRUE(is_japanese(rule->why.japanese)) << rule->name;
        EXPECT_FALSE(is_japanese(rule->why.english)) << rule->name;
        for (const Fault* fault : rule->faults) {
            if (!fault) continue;
            for (const auto* text : {&fault->what, &fault->mend}) {
                EXPECT_TRUE(text->english.ends_with(".") || text->english.ends_with("\".")) << text->english;
                EXPECT_TRUE(text->japanese.ends_with("。")) << text->japanese;
                EXPECT_FALSE(is_japanese(text->english)) << text->english;
                EXPECT_TRUE(is_japanese(text->japanese)) << text->japanese;
                EXPECT_EQ(places(text->english), places(text->japanese)) << text->english;
            }
        }
    }
}

std::string page() {
    std::string text =
        "# What the checker asks / チェックの規則\n\n"
        "Made from the rules (`bpmn/check`) and their examples (`tests/bpmn/bad`, `tests/bpmn/good`); don't edit it. "
        "`dandori check FILE --language ja` tells\nthe faults of a model in Japanese. An error keeps a model from being "
        "deployed, a warning doesn't, nor does what `soundness` finds: it\nlooks at the flow alone, and the data of a "
        "process may never let it get that far.\n";
    for (const Rule* rule : check_detail::rules()) {
        const std::string name(rule->name);
        const auto problems = told_of(example_of(*rule, "bad"));
        text += "\n## " + name + "\n\n" + std::string(rule->why.english) + "  \n" + std::string(rule->why.japanese) +
                "\n\n";
        text += rule->applies == Rule::Applies::Always ? "Asked of every drawing / すべての図に適用。 "
                                                       : "Asked of what is to be run / 実行するプロセスに適用。 ";
        text +=
            "[Example](../../tests/bpmn/bad/" + name + ".bpmn), [mended](../../tests/bpmn/good/" + name + ".bpmn).\n\n";
        text += "| | what is found / 見つかったこと | how to mend it / 直し方 |\n|---|---|---|\n";
        for (const Fault* fault : rule->faults) {
            const Finding* told = fault ? told_as(*fault, *rule, problems) : nullptr;
            if (!told) continue;
            const bool error = told->severity == Problem::Severity::Error;
            text += "| " + std::string(error ? "error" : "warning") + " | " + told->what + "<br>" +
                    told->what_japanese + " | " + told->mend + "<br>" + told->mend_japanese + " |\n";
        }
    }
    return text;
}

TEST(CheckerRules, ArePrintedInTheDesignersPage) {
    const fs::path file = fs::path(DANDORI_SOURCE_DIR) / "docs/designer/checker.md";
    if (std::getenv("UPDATE_EXPECTED")) std::ofstream(file, std::ios::binary) << page();
    EXPECT_EQ(test::content_of(file), page())
        << "The page is stale: UPDATE_EXPECTED=1 build/dev/tests/bpmn/bpmn_test --gtest_filter='CheckerRules.*'";
}

}  // namespace
}  // namespace dandori::bpmn
