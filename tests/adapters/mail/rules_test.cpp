#include "adapters/mail/rules.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace dandori::mail {
namespace {

std::string fault_of(const std::string& json) {
    const auto rules = read_rules(json);
    return rules ? "none" : rules.error().text;
}

TEST(Rules, OfTheHouseAreWithoutFault) {
    std::ifstream file(DANDORI_SOURCE_DIR "/processes/intake/rules.json");
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_EQ(fault_of(text.str()), "none");
}

TEST(Rules, FaultsNameTheirPlace) {
    const std::pair<const char*, const char*> samples[]{
        {R"json({"formatVersion": 1})json", "none"},
        {R"json([])json", "Intake rules, $: an object is needed."},
        {R"json({"formatVersion": 2})json", "Intake rules, $.formatVersion: 1 is needed."},
        {R"json({"formatVersion": 1, "rulez": []})json", "Intake rules, $: the member 'rulez' is unknown."},
        {R"json({"formatVersion": 1, "ownAddresses": "x"})json",
         "Intake rules, $.ownAddresses: a list of texts is needed."},
        {R"json({"formatVersion": 1, "replyInterval": "soon"})json",
         "Intake rules, $.replyInterval: 'soon' is no duration such as PT1H."},
        {R"json({"formatVersion": 1, "automatic": [{"subject": "("}]})json",
         "Intake rules, $.automatic[0].subject: The pattern '(' is faulty at 1: missing closing parenthesis."},
        {R"json({"formatVersion": 1, "automatic": [{"monitoring": 3}]})json",
         "Intake rules, $.automatic[0].monitoring: true, false or the id of a source is needed."},
        {R"json({"formatVersion": 1, "monitoringSources": [{"id": "a", "when": {}, "fields": {"host": [{"in": "body", "pattern": "x"}]}}]})json",
         "Intake rules, $.monitoringSources[0].fields.host.tries[0].in: 'subject' or 'text' is needed."},
        {R"json({"formatVersion": 1, "monitoringSources": [{"id": "a", "when": {}, "severities": {"x": "bad"}}]})json",
         "Intake rules, $.monitoringSources[0].severities.x: critical, high, warning or information is needed."},
        {R"json({"formatVersion": 1, "rules": [{"id": "a", "when": {}}]})json",
         "Intake rules, $.rules[0].then: what becomes of the mail is needed."},
        {R"json({"formatVersion": 1, "rules": [{"id": "a", "when": {}, "then": {}}]})json",
         "Intake rules, $.rules[0].then: one of 'publish', 'tray' and 'record' is needed."},
        {R"json({"formatVersion": 1, "rules": [{"id": "a", "then": {"tray": "x"}}]})json",
         "Intake rules, $.rules[0].when: a condition is needed."},
        {R"json({"formatVersion": 1, "rules": [{"id": "a", "when": {}, "then": {"tray": "x"}}, {"id": "a", "when": {}, "then": {"tray": "y"}}]})json",
         "Intake rules, $.rules: the id 'a' is given twice."},
    };
    for (const auto& [json, fault] : samples) EXPECT_EQ(fault_of(json), fault) << json;
}

TEST(Rules, RefuseWhatIsNoJson) { EXPECT_TRUE(fault_of("{").starts_with("Intake rules, the file: it is no JSON: ")); }

}  // namespace
}  // namespace dandori::mail
