#include "adapters/rest/shape.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "tests/support/sample_rows.h"

namespace dandori::rest {
namespace {

template <class Row>
std::string text_of(const Row& row) {
    JsonText json;
    write_row(json, row);
    return json.take();
}

TEST(RowAsJson, WritesKeysAsTextTimesAsIsoAndAbsentValuesAsNull) {
    engine::Job job;
    job.key = {2251799813685249};
    job.type = "say \"段取り\"";
    job.custom_headers.text = R"({"a":"b"})";
    job.deadline = Instant{1'775'091'600'000};
    const auto json = boost::json::parse(text_of(job));
    EXPECT_EQ(json.at("jobKey"), "2251799813685249");
    EXPECT_EQ(json.at("type"), "say \"段取り\"");
    EXPECT_EQ(json.at("customHeaders").at("a"), "b");
    EXPECT_EQ(json.at("deadline"), "2026-04-02T01:00:00.000Z");
    EXPECT_TRUE(json.at("endTime").is_null());
    EXPECT_EQ(json.at("retries"), 3);
    EXPECT_EQ(json.at("state"), "CREATED");
    EXPECT_EQ(json.at("hasFailedWithRetriesLeft"), false);
    EXPECT_FALSE(json.as_object().contains("activatableAt"));
}

TEST(RowAsJson, IsJsonForEveryKindOfRowThatHasNoBytes) {
    const auto is_json = [](const std::string& text) {
        boost::system::error_code error;
        return boost::json::parse(text, error).is_object() && !error;
    };
    for (int number = 1; number < 30; ++number) {
        EXPECT_TRUE(is_json(text_of(test::sample<engine::ProcessDefinition>(number))));
        EXPECT_TRUE(is_json(text_of(test::sample<engine::ProcessInstance>(number))));
        EXPECT_TRUE(is_json(text_of(test::sample<engine::ElementInstance>(number))));
        EXPECT_TRUE(is_json(text_of(test::sample<engine::UserTask>(number))));
        EXPECT_TRUE(is_json(text_of(test::sample<engine::Incident>(number))));
        EXPECT_TRUE(is_json(text_of(test::sample<engine::Resource>(number))));
    }
}

TEST(RowAsJson, HasTheMembersTheApiNames) {
    const auto names = [](const std::string& text) {
        std::string list;
        const auto json = boost::json::parse(text);
        for (const auto& member : json.as_object()) list += std::string(member.key()) + " ";
        return list;
    };
    EXPECT_EQ(
        names(text_of(engine::ProcessInstance{})),
        "processInstanceKey processDefinitionKey processDefinitionId processDefinitionName processDefinitionVersion "
        "processDefinitionVersionTag startDate endDate state hasIncident tenantId parentProcessInstanceKey "
        "parentElementInstanceKey rootProcessInstanceKey tags businessId ");
    EXPECT_EQ(names(text_of(engine::Incident{})),
              "incidentKey processDefinitionId errorType errorMessage elementId creationTime state tenantId "
              "processDefinitionKey "
              "processInstanceKey rootProcessInstanceKey elementInstanceKey jobKey ");
    EXPECT_EQ(names(text_of(engine::Form{})), "formKey formId version schema tenantId ");
}

}  // namespace
}  // namespace dandori::rest
