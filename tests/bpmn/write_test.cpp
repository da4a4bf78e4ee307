#include <gtest/gtest.h>

#include <iostream>

#include "bpmn/bpmn.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

// White space around the root element is no content.
XmlNode without_outer_space(XmlNode document) {
    std::erase_if(document.children, [](const XmlNode& each) { return each.kind == XmlNode::Kind::Text; });
    return document;
}

void expect_kept(const std::string& xml, const std::string& name) {
    const auto first = read(xml, name);
    ASSERT_TRUE(first.definitions) << name;
    const auto again = read(write(*first.definitions), name);
    ASSERT_TRUE(again.definitions) << name;
    EXPECT_TRUE(without_outer_space(again.definitions->document) == without_outer_space(first.definitions->document)) << name;
    EXPECT_EQ(again.problems.size(), first.problems.size()) << name;
}

TEST(Writer, KeepsWhatIsUnknown) {
    expect_kept(test::in_process("<bpmn:task id=\"t\" x:y=\"a&#10;b&quot;&lt;\" xmlns:x=\"urn:x\"><!-- kept -->"
                                 "<bpmn:extensionElements><x:thing><![CDATA[<a&b>]]></x:thing>&amp;</bpmn:extensionElements>"
                                 "</bpmn:task>"), "f.bpmn");
}

TEST(Writer, KeepsEveryFileOfTheOutsideSuites) {
    const auto files = test::outside_files();
    if (files.empty()) std::cout << "skipped: not found: " << test::shared_folder("") << '\n';
    for (const auto& file : files) expect_kept(test::content_of(file), file.string());
}

TEST(Reader, FindsNoFaultInTheReferenceModels) {
    const auto files = test::outside_files();
    if (files.empty()) std::cout << "skipped: not found: " << test::shared_folder("") << '\n';
    for (const auto& file : files) {
        if (file.string().find("nvalid") != std::string::npos) continue;
        for (const Problem& problem : read(test::content_of(file), file.filename().string()).problems) {
            if (problem.severity == Problem::Severity::Error) ADD_FAILURE() << file.parent_path() << to_string(problem);
        }
    }
}

}  // namespace
}  // namespace dandori::bpmn
