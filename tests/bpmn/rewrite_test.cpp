// What is written from a model says all that the file said, as a second XML parser sees it: element by element,
// attribute by attribute, coordinate by coordinate, in the same order, what is unknown to us included.
#include <gtest/gtest.h>

#include <iostream>

#include "bpmn/bpmn.h"
#include "tests/bpmn/canonical_xml.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

void expect_nothing_lost(const std::string& before, const std::string& name) {
    const auto result = read(before, name);
    ASSERT_TRUE(result.definitions) << name;
    const std::string after = write(*result.definitions);
    EXPECT_EQ(difference(test::CanonicalXml(before), test::CanonicalXml(after)), "") << name;
    // The white space within tags, entities and quotes aren't taken over: it is written, not copied.
    EXPECT_EQ(write(*read(after, name).definitions), after) << name;
}

TEST(Rewriting, LosesNothingOfTheReferenceModels) {
    const auto files = test::bpmn_files_below(test::shared_folder("miwg/Reference"));
    if (files.empty()) {
        std::cout << "skipped: not found: " << test::shared_folder("miwg/Reference") << '\n';
        return;
    }
    std::size_t elements = 0, attributes = 0;
    for (const auto& file : files) {
        const std::string text = test::content_of(file);
        expect_nothing_lost(text, file.filename().string());
        elements += test::CanonicalXml(text).elements();
        attributes += test::CanonicalXml(text).attributes();
    }
    EXPECT_EQ(files.size(), 21u);
    std::cout << files.size() << " models, " << elements << " elements, " << attributes << " attributes\n";
}

TEST(Rewriting, LosesNothingOfTheModelsOfThisHouse) {
    std::size_t count = 0;
    for (const char* folder : {"processes", "tests/scenario", "tests/bpmn"}) {
        for (const auto& file : test::bpmn_files_below(std::filesystem::path(DANDORI_SOURCE_DIR) / folder)) {
            expect_nothing_lost(test::content_of(file), file.string());
            ++count;
        }
    }
    EXPECT_GE(count, 80u);
}

TEST(Rewriting, KeepsWhatNoToolOfOursKnows) {
    expect_nothing_lost(
        "<?xml version='1.0' encoding='ISO-8859-1'?><!-- before --><?tool keep me?>\n"
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace = 'urn:t'\n"
        "  xmlns:x='urn:x'><process id='p' x:owner='\xFC&#10;&quot;&lt;&#9;'><extensionElements><x:a x='1'>&lt; ]]&gt;"
        "<x:b xmlns:x='urn:other' x:c='&#x65e5;'/> mixed </x:a><![CDATA[<raw>&]]></extensionElements></process>\n"
        "</definitions><!-- after -->",
        "unknown.bpmn");
}

// The comparison itself: each kind of loss is seen.
TEST(Rewriting, IsComparedStrictly) {
    const auto differs = [](const std::string& left, const std::string& right) {
        return !difference(test::CanonicalXml(left), test::CanonicalXml(right)).empty();
    };
    EXPECT_FALSE(differs("<a x='1' y='2'/>", "<a y=\"2\" x=\"1\"></a>"));
    EXPECT_FALSE(differs("<a>&lt;</a>", "<a><![CDATA[<]]></a>"));
    EXPECT_TRUE(differs("<a x='1'/>", "<a x='2'/>"));
    EXPECT_TRUE(differs("<a x='1'/>", "<a/>"));
    EXPECT_TRUE(differs("<a><b/><c/></a>", "<a><c/><b/></a>"));
    EXPECT_TRUE(differs("<a><b/></a>", "<a/>"));
    EXPECT_TRUE(differs("<a>t</a>", "<a>t </a>"));
    EXPECT_TRUE(differs("<a xmlns='u'/>", "<a xmlns='v'/>"));
    EXPECT_TRUE(differs("<a xmlns:p='u' t='p:q'/>", "<a xmlns:o='u' t='p:q'/>"));
    EXPECT_TRUE(differs("<a><!--c--></a>", "<a/>"));
}

}  // namespace
}  // namespace dandori::bpmn
