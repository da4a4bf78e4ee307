#include "adapters/documents/stored_records.h"

#include <gtest/gtest.h>

#include "adapters/memory/memory_store.h"

namespace dandori::documents {
namespace {

class RowsOfDocuments : public testing::Test {
  protected:
    template <class Row>
    void put(const Row& row) {
        engine::Batch batch;
        batch.put(row);
        store_.commit(batch);
    }
    void put_resource(std::int64_t key, const std::string& name, const std::string& content) {
        engine::Resource resource;
        resource.key = {key};
        resource.name = name;
        resource.content.value = content;
        put(resource);
    }
    void put_decision(std::int64_t key, const std::string& outcome, std::vector<std::string> voids = {},
                      std::vector<std::string> restores = {}) {
        engine::ApprovalDecision row;
        row.key = {key};
        row.case_key = {10};
        row.element_id = "H30";
        row.element_instance_key = {30};
        row.outcome = outcome;
        row.voids = std::move(voids);
        row.restores = std::move(restores);
        put(row);
    }
    engine::Job job() const {
        engine::Job job;
        job.process_instance_key = {11};
        job.root_process_instance_key = engine::ProcessInstanceKey{10};
        job.element_instance_key = {31};
        job.creation_time = {5'000};
        return job;
    }
    memory::MemoryStore store_;
    StoredRecords records_{store_};
};

TEST_F(RowsOfDocuments, GiveTheNewestTemplateOfTheName) {
    put_resource(1, "documents/DOC-x.ja.json", R"({"title": "alt", "blocks": [{"space": 1}]})");
    put_resource(2, "documents/DOC-x.ja.json", R"({"title": "neu", "blocks": [{"space": 1}]})");
    put_resource(3, "documents/OTHER-DOC-x.ja.json", R"({"title": "other", "blocks": [{"space": 1}]})");
    EXPECT_EQ(records_.template_of("DOC-x")->title, "neu");
    EXPECT_EQ(records_.template_of("DOC-y").error().text,
              "Document template 'DOC-y' is not deployed; a file documents/DOC-y.ja.json is needed.");
    EXPECT_EQ(records_.template_of("../x").error().text, "'../x' is no id of a document template.");
}

TEST_F(RowsOfDocuments, TellTheDecisionsOfTheWholeCaseInTheWordsOfItsSteps) {
    put_resource(1, "m.bpmn", R"(<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
        id="d" targetNamespace="urn:test"><process id="p" isExecutable="true"><userTask id="H30"><extensionElements><zeebe:properties>
        <zeebe:property name="approval.outcomes" value="approved=承認,
          objected=異議" /></zeebe:properties></extensionElements></userTask></process></definitions>)");
    engine::ProcessDefinition definition;
    definition.key = {20};
    definition.id = "p";
    definition.resource_key = {1};
    put(definition);
    engine::ElementInstance element;
    element.key = {30};
    element.element_id = "H30";
    element.element_name = "H30 点検する";
    element.process_definition_key = {20};
    put(element);
    put_decision(100, "objected");
    put_decision(101, "approved");
    put_decision(102, "deemed_approved", {"101"});
    put_decision(103, "acknowledged", {"102"});
    put_decision(104, "approved", {"103"}, {"102"});
    const auto approvals = records_.approvals_of(job());
    std::string told;
    for (const auto& one : approvals) told += one.outcome_words + (one.holds ? " " : "× ");
    EXPECT_EQ(told, "異議 承認× みなし承認 acknowledged× 承認 ");
    EXPECT_EQ(approvals.at(0).step_name, "H30 点検する");
}

TEST_F(RowsOfDocuments, TellWhenTheTaskBegan) {
    EXPECT_EQ(records_.begin_of(job()), Instant{5'000});
    engine::ElementInstance element;
    element.key = {31};
    element.start_date = {4'000};
    put(element);
    EXPECT_EQ(records_.begin_of(job()), Instant{4'000});
}

}  // namespace
}  // namespace dandori::documents
