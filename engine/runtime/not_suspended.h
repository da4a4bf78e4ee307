#pragma once
#include <set>

#include "engine/port/all_rows.h"

namespace dandori::engine {

/// Which of the instances that these rows belong to are suspended: until they are resumed, their timers, jobs and subscriptions wait for
/// nothing. Asked by itself, since PostgreSQL would join all instances for a search that asks for the first rows only.
template <class Row>
std::set<ProcessInstanceKey> suspended_of(Reader& reader, const std::vector<Row>& rows) {
    std::set<ProcessInstanceKey> suspended;
    std::vector<Cell> keys;
    for (const Row& row : rows) {
        const std::optional<ProcessInstanceKey> key = row.process_instance_key;
        if (key) keys.push_back(to_cell(*key));
    }
    if (keys.empty()) return suspended;
    Query query = Query{}.where("processInstanceKey", Operator::In, std::move(keys)).where_equals("state", InstanceState::Suspended);
    for_all_rows<ProcessInstance>(reader, std::move(query), [&](const ProcessInstance& row) { suspended.insert(row.key); });
    return suspended;
}

/// All rows that the query finds, but for those of suspended instances.
template <class Row>
std::vector<Row> rows_that_wait(Reader& reader, const Query& query) {
    std::vector<Row> rows;
    for_all_rows<Row>(reader, query, [&](Row row) { rows.push_back(std::move(row)); });
    const auto suspended = suspended_of(reader, rows);
    std::erase_if(rows, [&](const Row& row) { return suspended.contains(*row.process_instance_key); });
    return rows;
}

}  // namespace dandori::engine
