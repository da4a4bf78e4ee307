#include <gtest/gtest.h>

#include "tests/engine/dmn/models.h"
#include "tests/fuzz/driver.h"

namespace dandori {
namespace {

using namespace dmn::test;

// The places of attribute values and of texts between elements.
std::vector<std::pair<std::size_t, std::size_t>> values_of(const std::string& xml) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t at = 0; at < xml.size(); ++at) {
        const char close = xml[at] == '"' ? '"' : xml[at] == '>' ? '<' : '\0';
        if (close == '\0') continue;
        const std::size_t end = xml.find(close, at + 1);
        if (end == std::string::npos) break;
        found.emplace_back(at + 1, end - at - 1);
        at = close == '"' ? end : end - 1;
    }
    return found;
}

// Well-formed files all the same: values and texts of a model put in one another's places.
void fuzz_values(const std::vector<std::string>& corpus, std::uint64_t seed, std::size_t rounds) {
    std::mt19937_64 random(seed);
    for (std::size_t round = 0; round < rounds; ++round) {
        std::string xml = corpus[random() % corpus.size()];
        for (std::size_t changes = 1 + random() % 5; changes > 0; --changes) {
            const auto places = values_of(xml);
            const auto [from, from_size] = places[random() % places.size()];
            const auto [to, to_size] = places[random() % places.size()];
            xml.replace(to, to_size, xml.substr(from, from_size));
        }
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(xml.data()), xml.size());
    }
}

TEST(DmnFuzz, NoModelCanDoHarm) {
    const std::string types =
        "<itemDefinition "
        "name=\"tAge\"><typeRef>number</typeRef><allowedValues><text>[0..120]</text></allowedValues></itemDefinition>"
        "<itemDefinition name=\"tTree\"><itemComponent name=\"c\" "
        "isCollection=\"true\"><typeRef>tTree</typeRef></itemComponent>"
        "</itemDefinition>";
    const std::string tables =
        model(types + input("Age", "tAge") +
              decision("Risk", {"+Age"},
                       table("hitPolicy=\"PRIORITY\"", {{"Age", "number", "[0..120]", ""}},
                             {{"r", "string", "\"b\", \"a\"", "\"c\""}},
                             {{"< 10", "\"a\""}, {"[5..20)", "\"b\""}, {"not(7)", "\"a\""}, {"? > 3", "\"b\""}})) +
              decision("Sum", {"*Risk", "+Age"},
                       table("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", {{"Risk", "", "", ""}}, {{"s", "", "", ""}},
                             {{"\"a\"", "1"}, {"-", "Age * 2"}})));
    const std::string boxed =
        model(types + input("Name", "string") +
              decision("D", {"+Name"},
                       "<context><contextEntry><variable name=\"f\"/><functionDefinition><formalParameter name=\"x\" "
                       "typeRef=\"tTree\"/>" +
                           literal("x.c") + "</functionDefinition></contextEntry><contextEntry><invocation>" +
                           literal("f") + "<binding><parameter name=\"x\"/>" + literal("{c: []}") +
                           "</binding></invocation></contextEntry></context>") +
              decision("E", {"*D"},
                       "<for iteratorVariable=\"i\"><in><list>" + literal("1") + literal("2") +
                           "</list></in><return><conditional><if>" + literal("i > 1") + "</if><then>" + literal("D") +
                           "</then><else><filter><in>" + literal("[i]") + "</in><match>" + literal("item = 1") +
                           "</match></filter></else></conditional></return></for>") +
              "<businessKnowledgeModel id=\"k\" name=\"k\"><encapsulatedLogic><formalParameter name=\"n\"/>" +
              literal("k(n + 1)") +
              "</encapsulatedLogic></businessKnowledgeModel><decisionService id=\"s\" name=\"s\"><outputDecision "
              "href=\"#E\"/>"
              "<inputDecision href=\"#D\"/></decisionService><import namespace=\"urn:test\" name=\"me\"/>");
    test::fuzz({tables, boxed}, 20260403, 20'000);
    fuzz_values({tables, boxed}, 20260404, 5'000);
}

}  // namespace
}  // namespace dandori
