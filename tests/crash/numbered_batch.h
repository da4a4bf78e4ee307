#pragma once
// Batches with a number, of which one can tell afterwards whether they are there as a whole: each moves a counter and a
// timer and adds a resource of its own.

#include "engine/port/store.h"
#include "tests/support/sample_rows.h"

namespace dandori::test {

inline engine::Resource resource_of_batch(std::int64_t number) {
    auto resource = sample<engine::Resource>(number);
    resource.content.value.assign(static_cast<std::size_t>(number * 7'919 % 60'000),
                                  static_cast<char>('a' + number % 26));
    return resource;
}

inline engine::Timer timer_of_batch(std::int64_t number) {
    auto timer = sample<engine::Timer>(number);
    timer.process_definition_key = {1};
    return timer;
}

inline std::int64_t last_batch(engine::Reader& reader) {
    const auto counter = engine::get<engine::Sequence>(reader, "batch");
    return counter ? counter->next : 0;
}

inline void commit_batch(engine::Store& store, std::int64_t number) {
    engine::ProcessDefinition definition;
    definition.key = {1};
    engine::Sequence counter;
    counter.name = "batch";
    counter.next = number;
    const auto resource = resource_of_batch(number);
    const auto timer = timer_of_batch(number);
    engine::Batch batch;
    batch.put(definition);
    batch.put(counter);
    batch.put(resource);
    batch.put(timer);
    if (number > 1) batch.remove<engine::Timer>(timer_of_batch(number - 1).key);
    store.commit(batch);
}

}  // namespace dandori::test
