// Models of other people's tools, as they stand and as rewritten here: what is executable and speaks FEEL is deployed;
// what is written for another language is refused, and told where.
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "bpmn/bpmn.h"
#include "tests/bpmn/files.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

TEST(ReferenceModels, ExecutableOnesAreDeployedAlsoWhenRewritten) {
    // Their conditions are JUEL, XPath and of no language; no engine of another language can run them.
    const std::map<std::string, std::string> other_languages{
        {"C.1.0.bpmn", "[invoiceApproved] The condition of flow 'invoiceApproved' is the text \"${approved}\""},
        {"C.1.1.bpmn", "is the text \"bpmn:getDataObject('approved')\", not an expression"},
        {"C.3.0.bpmn", "is the text \"Service Level == 'Premium'\", not an expression"},
    };
    const auto files = bpmn::test::bpmn_files_below(bpmn::test::shared_folder("miwg/Reference"));
    if (files.empty()) {
        std::cout << "skipped: not found: " << bpmn::test::shared_folder("miwg/Reference") << '\n';
        return;
    }
    int deployed = 0, refused = 0;
    for (const auto& file : files) {
        const std::string name = file.filename().string(), text = bpmn::test::content_of(file);
        const auto model = bpmn::read(text, name).definitions;
        ASSERT_TRUE(model) << name;
        const bool executable = std::any_of(model->processes.begin(), model->processes.end(),
                                            [](const bpmn::Process& process) { return process.is_executable; });
        if (!executable) continue;
        Desk desk;
        for (const std::string& version : {text, bpmn::write(*model)}) {
            const auto outcome = desk.try_deploy({{name, version}});
            if (const auto known = other_languages.find(name); known != other_languages.end()) {
                ASSERT_FALSE(outcome) << name;
                EXPECT_NE(outcome.error().text.find(known->second), std::string::npos) << outcome.error().text;
                ++refused;
            } else {
                EXPECT_TRUE(outcome) << name << '\n' << (outcome ? "" : outcome.error().text);
                ++deployed;
            }
        }
    }
    EXPECT_EQ(deployed, 8);
    EXPECT_EQ(refused, 6);
}

}  // namespace
}  // namespace dandori::test
