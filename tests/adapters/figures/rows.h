#pragma once
#include <gtest/gtest.h>

#include "adapters/memory/memory_store.h"

namespace dandori::figures {

/// A store in memory that rows are put into.
class RowsOfFigures : public testing::Test {
  protected:
    template <class Row>
    void put(const Row& row) {
        engine::Batch batch;
        batch.put(row);
        store_.commit(batch);
    }
    void put_case(std::int64_t key, const std::string& number, std::int64_t started, std::optional<std::int64_t> ended = {}) {
        engine::ProcessInstance row;
        row.key = {key};
        row.process_definition_id = "incident";
        row.business_id = number;
        row.start_date = {started};
        if (ended) row.end_date = Instant{*ended};
        row.state = ended ? engine::InstanceState::Completed : engine::InstanceState::Active;
        put(row);
    }
    void put_variable(std::int64_t key, std::int64_t instance, std::int64_t scope, const std::string& name, const std::string& value) {
        engine::Variable row;
        row.key = {key};
        row.process_instance_key = {instance};
        row.scope_key = {scope};
        row.name = name;
        row.value = value;
        put(row);
    }
    void put_mail(std::int64_t key, engine::MailDirection direction, std::int64_t created) {
        engine::Mail row;
        row.key = {key};
        row.direction = direction;
        row.message_id = std::to_string(key);
        row.mailbox = "alert@desk.example.jp";
        row.created_at = {created};
        put(row);
    }
    memory::MemoryStore store_;
};

}  // namespace dandori::figures
