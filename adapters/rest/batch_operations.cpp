// The same for all process instances of a filter, and how far it has come.
#include <array>
#include <boost/json.hpp>

#include "adapters/rest/instance_operations.h"
#include "adapters/rest/instance_search.h"
#include "adapters/rest/routes.h"
#include "adapters/rest/rows.h"

namespace dandori::rest {

void submit_batch(Call& call, engine::StartBatchOperation command) {
    call.submit("CREATE", std::move(command), [](const Reply& reply, const engine::StartBatchOperation::Answer& answer) {
        JsonText json;
        json.begin_object().name("batchOperationKey").key(answer.operation.key.value);
        json.name("batchOperationType").text(engine::name_of(answer.operation.type)).end_object();
        reply.json(json.take());
    });
}

namespace {

using engine::BatchOperation;
using engine::BatchOperationItem;
using engine::BatchOperationType;
using engine::Operator;
using engine::ProcessInstance;

constexpr std::size_t instances_read_max = 1'000'000;  ///< the engine refuses far fewer, and says so

/// Which instances an operation can be about at all.
void limit_to_sensible(engine::Query& query, BatchOperationType type) {
    switch (type) {
        case BatchOperationType::CancelProcessInstance:
        case BatchOperationType::SuspendProcessInstance:
        case BatchOperationType::ResumeProcessInstance:
            query.where("endDate", Operator::NotExists).where("parentProcessInstanceKey", Operator::NotExists);
            return;
        case BatchOperationType::ResolveIncident: query.where_equals("hasIncident", true); return;
        case BatchOperationType::DeleteProcessInstance: query.where("endDate", Operator::Exists); return;
        default: query.where("endDate", Operator::NotExists);
    }
}

Result<std::vector<engine::ProcessInstanceKey>> read_instances(Call& call, Body& body, BatchOperationType type) {
    const auto* filter = body.find("filter");
    if (!filter || !filter->is_object())
        return fail(Failure::Kind::Syntax, "'filter' is missing; an object as in the search of process instances is needed ({} for all).");
    auto query = TRY(read_search(shape_of<ProcessInstance>(), process_instance_search, boost::json::object{{"filter", *filter}}));
    limit_to_sensible(query, type);
    limit_to_own(query, ProcessInstance::table, call.caller);
    std::vector<engine::ProcessInstanceKey> keys;
    for_each_row<ProcessInstance>(call.reader(), std::move(query), [&](const ProcessInstance& row) {
        if (keys.size() < instances_read_max) keys.push_back(row.key);
    });
    return keys;
}

template <BatchOperationType type>
Result<void> start_batch(Call& call) {
    auto body = TRY(call.body());
    engine::StartBatchOperation command{type, {}};
    command.instances = TRY(read_instances(call, body, type));
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    submit_batch(call, std::move(command));
    return {};
}

Result<void> start_migration(Call& call) {
    auto body = TRY(call.body());
    engine::StartBatchOperation command{BatchOperationType::MigrateProcessInstance, {}};
    auto plan = TRY(body.object("migrationPlan"));
    if (!plan) return fail(Failure::Kind::Syntax, "'migrationPlan' is missing; an object is needed.");
    command.migration = TRY(read_migration_plan(*plan));
    TRY(plan->nothing_else());
    command.instances = TRY(read_instances(call, body, command.type));
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    submit_batch(call, std::move(command));
    return {};
}

Result<void> start_modification(Call& call) {
    auto body = TRY(call.body());
    engine::StartBatchOperation command{BatchOperationType::ModifyProcessInstance, {}};
    for (auto& each : TRY(body.objects("moveInstructions"))) {
        engine::MoveInstruction move;
        move.source.element_id = TRY(each.required_text("sourceElementId"));
        move.target_element_id = TRY(each.required_text("targetElementId"));
        TRY(each.nothing_else());
        command.moves.push_back(std::move(move));
    }
    if (command.moves.empty())
        return fail(Failure::Kind::Syntax, "'moveInstructions' is missing; a list of objects with 'sourceElementId' and 'targetElementId' is needed.");
    command.instances = TRY(read_instances(call, body, command.type));
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    submit_batch(call, std::move(command));
    return {};
}

Result<void> resolve_incidents_of_instance(Call& call) {
    const auto key = TRY(call.key<engine::ProcessInstanceKey>("processInstanceKey"));
    auto body = TRY(call.body());
    TRY(body.accept_reference());
    TRY(body.nothing_else());
    const auto instance = visible_row<ProcessInstance>(call, key);
    if (!instance || engine::is_over(instance->state)) {
        call.reply.not_found("Process instance", key.value);
        return {};
    }
    submit_batch(call, {BatchOperationType::ResolveIncident, {key}});
    return {};
}

template <engine::ChangeBatchOperation::Change change>
Result<void> change_batch(Call& call) {
    const auto key = TRY(call.key<engine::BatchOperationKey>("batchOperationKey"));
    TRY(TRY(call.body()).nothing_else());
    call.submit_done("UPDATE", engine::ChangeBatchOperation{key, change});
    return {};
}

/// Faults of a whole partition; ours has one, whose faults are told where the operation is asked for.
void write_errors(JsonText& json, const BatchOperation&) { json.name("errors").begin_array().end_array(); }

constexpr std::array operation_aliases{SearchRules::Alias{"operationType", "batchOperationType"}};

Result<void> search_batch_operations(Call& call) {
    return answer_search<BatchOperation>(call, {.aliases = operation_aliases}, write_errors);
}

Result<void> get_batch_operation(Call& call) { return answer_row<BatchOperation>(call, "Batch operation", write_errors); }

Result<void> search_batch_items(Call& call) { return answer_search<BatchOperationItem>(call); }

}  // namespace

std::vector<Route> batch_operation_routes() {
    using Change = engine::ChangeBatchOperation::Change;
    return {{"POST", "/process-instances/cancellation", who_may_batch(engine::Permission::CreateBatchOperationCancelProcessInstance), start_batch<BatchOperationType::CancelProcessInstance>},
            {"POST", "/process-instances/deletion", who_may_batch(engine::Permission::CreateBatchOperationDeleteProcessInstance), start_batch<BatchOperationType::DeleteProcessInstance>},
            {"POST", "/process-instances/incident-resolution", who_may_batch(engine::Permission::CreateBatchOperationResolveIncident), start_batch<BatchOperationType::ResolveIncident>},
            {"POST", "/process-instances/suspension", who_may_batch(engine::Permission::CreateBatchOperationModifyProcessInstance), start_batch<BatchOperationType::SuspendProcessInstance>},
            {"POST", "/process-instances/resumption", who_may_batch(engine::Permission::CreateBatchOperationModifyProcessInstance), start_batch<BatchOperationType::ResumeProcessInstance>},
            {"POST", "/process-instances/migration", who_may_batch(engine::Permission::CreateBatchOperationMigrateProcessInstance), start_migration},
            {"POST", "/process-instances/modification", who_may_batch(engine::Permission::CreateBatchOperationModifyProcessInstance), start_modification},
            {"POST", "/process-instances/{processInstanceKey}/incident-resolution", who_may_batch(engine::Permission::CreateBatchOperationResolveIncident), resolve_incidents_of_instance},
            {"POST", "/batch-operations/search", Who::Admitted, search_batch_operations},
            {"GET", "/batch-operations/{batchOperationKey}", Who::Admitted, get_batch_operation},
            {"POST", "/batch-operation-items/search", Who::Admitted, search_batch_items},
            {"POST", "/batch-operations/{batchOperationKey}/cancellation", who_may(engine::ResourceType::Batch, engine::Permission::Update), change_batch<Change::Cancel>},
            {"POST", "/batch-operations/{batchOperationKey}/suspension", who_may(engine::ResourceType::Batch, engine::Permission::Update), change_batch<Change::Suspend>},
            {"POST", "/batch-operations/{batchOperationKey}/resumption", who_may(engine::ResourceType::Batch, engine::Permission::Update), change_batch<Change::Resume>}};
}

}  // namespace dandori::rest
