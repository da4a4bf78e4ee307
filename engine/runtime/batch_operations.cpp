// Batch operations: items are rows that wait for their turn; each is a command of its own, carried out between other commands.

#include <algorithm>

#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/rights.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

using lifecycle::advance;
using lifecycle::BatchOperationEvent;
using lifecycle::BatchOperationItemEvent;

constexpr std::size_t items_max = 100'000;  ///< all their rows are written in one commit

feel::Value text_of(const feel::Context& context, std::string_view name) {
    const feel::Value* value = context.find(name);
    return value ? *value : feel::Value(std::string());
}

Json plan_text(const StartBatchOperation& command) {
    feel::Context plan;
    if (command.migration) {
        feel::List mappings;
        for (const MappingInstruction& each : command.migration->mappings) {
            feel::Context mapping;
            mapping.put("source", each.source_element_id);
            mapping.put("target", each.target_element_id);
            mappings.push_back(feel::Value(std::move(mapping)));
        }
        plan.put("target", std::to_string(command.migration->target.value));
        plan.put("mappings", std::move(mappings));
    }
    feel::List moves;
    for (const MoveInstruction& each : command.moves) {
        feel::Context move;
        move.put("source", each.source.element_id);
        move.put("target", each.target_element_id);
        moves.push_back(feel::Value(std::move(move)));
    }
    if (!moves.empty()) plan.put("moves", std::move(moves));
    return {feel::to_json(feel::Value(std::move(plan)))};
}

/// The pairs of element ids of `mappings` or `moves`.
std::vector<std::pair<std::string, std::string>> pairs_of(const feel::Context& plan, std::string_view name) {
    std::vector<std::pair<std::string, std::string>> pairs;
    const feel::Value* list = plan.find(name);
    if (!list || !list->is_list()) return pairs;
    for (const feel::Value& each : list->as_list()) {
        pairs.emplace_back(text_of(each.as_context(), "source").as_string(), text_of(each.as_context(), "target").as_string());
    }
    return pairs;
}

MigrationPlan migration_of(const feel::Context& plan) {
    MigrationPlan migration{{std::stoll("0" + text_of(plan, "target").as_string())}, {}};
    for (auto& [source, target] : pairs_of(plan, "mappings")) migration.mappings.push_back({source, target});
    return migration;
}

bool has_something_at(const InstanceRows& rows, const std::string& element_id) {
    bool is_there = false;
    rows.elements.for_each([&](const ElementInstance& row) { is_there = is_there || row.element_id == element_id; });
    rows.tokens.for_each([&](const Token& row) { is_there = is_there || row.element_id == element_id; });
    return is_there;
}

/// Of the moves those that find something to move; all of them where none does, so that the refusal names it.
ModifyProcessInstance modification_of(const feel::Context& plan, const InstanceRows* rows, ProcessInstanceKey key) {
    std::vector<MoveInstruction> all, those;
    for (auto& [source, target] : pairs_of(plan, "moves")) {
        MoveInstruction move;
        move.source.element_id = source;
        move.target_element_id = target;
        move.ancestor_kind = MoveInstruction::Ancestor::Inferred;
        all.push_back(move);
        if (rows && has_something_at(*rows, source)) those.push_back(std::move(move));
    }
    return {key, {}, those.empty() ? all : those, {}};
}

/// What is needed to start a batch operation of a type; suspending and resuming are changes of how instances run, too.
Permission permission_of(BatchOperationType type) {
    switch (type) {
        case BatchOperationType::CancelProcessInstance: return Permission::CreateBatchOperationCancelProcessInstance;
        case BatchOperationType::DeleteDecisionDefinition: return Permission::CreateBatchOperationDeleteDecisionDefinition;
        case BatchOperationType::DeleteDecisionInstance: return Permission::CreateBatchOperationDeleteDecisionInstance;
        case BatchOperationType::DeleteProcessDefinition: return Permission::CreateBatchOperationDeleteProcessDefinition;
        case BatchOperationType::DeleteProcessInstance: return Permission::CreateBatchOperationDeleteProcessInstance;
        case BatchOperationType::MigrateProcessInstance: return Permission::CreateBatchOperationMigrateProcessInstance;
        case BatchOperationType::ResolveIncident: return Permission::CreateBatchOperationResolveIncident;
        case BatchOperationType::AddVariable:
        case BatchOperationType::UpdateVariable:
        case BatchOperationType::ModifyProcessInstance:
        case BatchOperationType::SuspendProcessInstance:
        case BatchOperationType::ResumeProcessInstance: return Permission::CreateBatchOperationModifyProcessInstance;
    }
    throw std::logic_error("No such type of batch operation.");
}

}  // namespace

Outcome<StartBatchOperation::Answer> Partition::execute(const StartBatchOperation& command, const Actor* actor) {
    const Permission permission = permission_of(command.type);
    if (!may(actor, ResourceType::Batch, Permission::Create, any_resource) && !may(actor, ResourceType::Batch, permission, any_resource))
        return tl::unexpected(insufficient(permission, ResourceType::Batch));
    std::vector<BatchSubjectKey> subjects;
    for (const ProcessInstanceKey each : command.instances) subjects.push_back({each.value});
    for (const DecisionEvaluationKey each : command.evaluations) subjects.push_back({each.value});
    if (subjects.size() > items_max) {
        return reject(Rejection::Code::InvalidArgument, "The filter finds " + std::to_string(subjects.size()) +
                                                            (command.instances.empty() ? " evaluations of decisions" : " process instances") +
                                                            "; a batch operation takes at most " + std::to_string(items_max) + ". Narrow the filter.");
    }
    if (command.type == BatchOperationType::MigrateProcessInstance && !deployed_.process(command.migration->target)) {
        return reject_not_found("MIGRATE", "migrate process instances to", "process definition", command.migration->target.value);
    }
    BatchOperation operation;
    operation.key = {next_key()};
    operation.type = command.type;
    operation.start_date = now_;
    operation.actor_type = actor ? ActorType::User : ActorType::Anonymous;
    if (actor) operation.actor_id = actor->username;
    operation.total_count = static_cast<std::int32_t>(subjects.size());
    operation.plan = plan_text(command);
    if (subjects.empty()) {
        advance(operation.state, BatchOperationEvent::Finish);
        operation.end_date = now_;
    } else {
        advance(operation.state, BatchOperationEvent::Start);
    }
    auto& waiting = batch_items_[operation.key];
    for (const BatchSubjectKey subject : subjects) {
        BatchOperationItem item;
        item.key = {next_key()};
        item.type = command.type;
        item.batch_operation_key = operation.key;
        item.item_key = subject;
        if (command.type != BatchOperationType::DeleteDecisionInstance) item.process_instance_key = {subject.value};
        waiting.push_back(item.key);
        batch_operation_items_.put(std::move(item));
    }
    if (waiting.empty()) batch_items_.erase(operation.key);
    return StartBatchOperation::Answer{batch_operations_.put(std::move(operation))};
}

Outcome<Done> Partition::execute(const ChangeBatchOperation& command, const Actor* actor) {
    if (!may(actor, ResourceType::Batch, Permission::Update, std::to_string(command.key.value)))
        return tl::unexpected(insufficient(Permission::Update, ResourceType::Batch));
    using Change = ChangeBatchOperation::Change;
    const std::string name = command.change == Change::Cancel ? "cancel" : command.change == Change::Suspend ? "suspend" : "resume";
    const std::string upper = command.change == Change::Cancel ? "CANCEL" : command.change == Change::Suspend ? "SUSPEND" : "RESUME";
    auto operation = batch_operations_.get(store_, command.key);
    if (!operation) return reject_not_found(upper, name, "batch operation", command.key.value);
    const auto event = command.change == Change::Cancel    ? BatchOperationEvent::Cancel
                       : command.change == Change::Suspend ? BatchOperationEvent::Suspend
                                                           : BatchOperationEvent::Resume;
    if (!lifecycle::next(operation->state, event)) {
        return reject(Rejection::Code::InvalidState, "Command '" + upper + "' rejected with code 'INVALID_STATE': Expected to " + name +
                                                         " batch operation with key '" + std::to_string(command.key.value) +
                                                         "', but it is in state '" + std::string(name_of(operation->state)) + "'");
    }
    advance(operation->state, event);
    if (command.change == Change::Cancel) operation->end_date = now_;
    if (command.change == Change::Suspend) suspended_batches_.insert(operation->key);
    else suspended_batches_.erase(operation->key);
    batch_operations_.put(std::move(*operation));
    return Done{};
}

bool Partition::has_batch_work() const { return recomputing_ || has_batch_items(); }

bool Partition::has_batch_items() const {
    return std::ranges::any_of(batch_items_, [&](const auto& each) { return !suspended_batches_.contains(each.first); });
}

void Partition::load_batch_operations() {
    batch_items_.clear();
    suspended_batches_.clear();
    for_all_rows<BatchOperationItem>(store_, Query{}.where_equals("state", BatchOperationItemState::Active),
                                     [&](BatchOperationItem row) { batch_items_[row.batch_operation_key].push_back(row.key); });
    for (const auto& [key, items] : batch_items_) {
        const auto operation = get<BatchOperation>(store_, key);
        if (operation && operation->state == BatchOperationState::Suspended) suspended_batches_.insert(key);
    }
}

void Partition::end_batch_item(BatchOperation& operation, BatchOperationItem item, BatchOperationItemEvent event,
                               std::optional<std::string> why) {
    advance(item.state, event);
    item.processed_date = now_;
    item.error_message = std::move(why);
    if (item.state == BatchOperationItemState::Failed) ++operation.failed_count;
    if (item.state == BatchOperationItemState::Completed || item.state == BatchOperationItemState::Skipped) ++operation.completed_count;
    batch_operation_items_.put(std::move(item));
    auto& waiting = batch_items_[operation.key];
    waiting.pop_front();
    if (!waiting.empty()) return;
    batch_items_.erase(operation.key);
    if (operation.state != BatchOperationState::Active) return;
    advance(operation.state, operation.failed_count > 0 ? BatchOperationEvent::FinishWithFailures : BatchOperationEvent::Finish);
    operation.end_date = now_;
}

Outcome<Done> Partition::carry_out_item(const BatchOperation& operation, const BatchOperationItem& item) {
    const auto read = feel::from_json(operation.plan.text);
    const feel::Context plan = read && read->is_context() ? read->as_context() : feel::Context{};
    const ProcessInstanceKey key = item.process_instance_key;
    switch (operation.type) {
        case BatchOperationType::CancelProcessInstance: return execute(CancelProcessInstance{key, {}}, nullptr);
        case BatchOperationType::DeleteProcessInstance: return execute(DeleteProcessInstance{key}, nullptr);
        case BatchOperationType::MigrateProcessInstance: return execute(MigrateProcessInstance{key, migration_of(plan)}, nullptr);
        case BatchOperationType::ModifyProcessInstance: return execute(modification_of(plan, instance(key), key), nullptr);
        case BatchOperationType::ResolveIncident: return resolve_all_incidents(key);
        case BatchOperationType::SuspendProcessInstance: return execute(SuspendProcessInstance{key}, nullptr);
        case BatchOperationType::ResumeProcessInstance: return execute(ResumeProcessInstance{key}, nullptr);
        case BatchOperationType::AddVariable:
        case BatchOperationType::UpdateVariable:
        case BatchOperationType::DeleteDecisionDefinition:
        case BatchOperationType::DeleteProcessDefinition: break;
        case BatchOperationType::DeleteDecisionInstance: return execute(DeleteDecisionEvaluation{{item.item_key.value}}, nullptr);
    }
    return reject(Rejection::Code::InvalidArgument, "Batch operations of type " + std::string(name_of(operation.type)) + " aren't carried out here.");
}

Outcome<Done> Partition::resolve_all_incidents(ProcessInstanceKey key) {
    InstanceRows* rows = instance(key);
    if (!rows) return reject_not_found("RESOLVE", "resolve the incidents of", "process instance", key.value);
    std::optional<Rejection> rejection;
    for (const IncidentKey incident : rows->incidents.keys_where([](const Incident&) { return true; })) {
        const Incident* row = rows->incidents.find(incident);
        if (!row) continue;  // what was resolved before has ended it
        if (row->job_key) {
            // A job that has used up its retries gets one more: who resolves in bulk can't look at each.
            Job* job = rows->jobs.change(*row->job_key);
            if (job && job->retries <= 0) job->retries = 1;
        }
        const auto resolved = execute(ResolveIncident{incident}, nullptr);
        if (!resolved && !rejection) rejection = resolved.error();
        execution_->run();
        if (!rows->process()) break;
    }
    if (rejection) return tl::unexpected(*rejection);
    return Done{};
}

void Partition::note_where(BatchOperationItem& item) {
    if (item.type == BatchOperationType::DeleteDecisionInstance) {
        const auto query = Query{}.where_equals("decisionEvaluationKey", DecisionEvaluationKey{item.item_key.value});
        for (const auto& row : find<DecisionInstance>(store_, Query(query).first(1)).rows)
            if (row.process_instance_key) item.process_instance_key = *row.process_instance_key;
    }
    if (const InstanceRows* rows = instance(item.process_instance_key)) {
        item.root_process_instance_key = rows->process()->root_process_instance_key;
    }
}

void Partition::work_on_batch_operations(std::size_t count_max) {
    if (!has_batch_items()) return recompute_deadlines(count_max);
    for (std::size_t count = 0; count < count_max; ++count) {
        const auto next = std::ranges::find_if(batch_items_, [&](const auto& each) { return !suspended_batches_.contains(each.first); });
        if (next == batch_items_.end()) return;
        begin_command();
        auto operation = *batch_operations_.get(store_, next->first);
        auto item = *batch_operation_items_.get(store_, next->second.front());
        note_where(item);
        if (operation.state == BatchOperationState::Canceled) {
            end_batch_item(operation, std::move(item), BatchOperationItemEvent::Cancel, {});
        } else {
            const auto outcome = carry_out_item(operation, item);
            if (outcome) {
                end_batch_item(operation, std::move(item), BatchOperationItemEvent::Complete, {});
            } else {
                // What is gone meanwhile needs nothing any more.
                const bool is_gone = outcome.error().code == Rejection::Code::NotFound && !instance(item.process_instance_key);
                end_batch_item(operation, std::move(item), is_gone ? BatchOperationItemEvent::Skip : BatchOperationItemEvent::Fail,
                               outcome.error().text);
            }
        }
        batch_operations_.put(std::move(operation));
        end_command();
    }
}

void Partition::fail_batch_item(const std::string& why) {
    const auto next = std::ranges::find_if(batch_items_, [&](const auto& each) { return !suspended_batches_.contains(each.first); });
    if (next == batch_items_.end()) return pass_over_deadlines();
    begin_command();
    auto operation = *batch_operations_.get(store_, next->first);
    end_batch_item(operation, *batch_operation_items_.get(store_, next->second.front()), BatchOperationItemEvent::Fail, why);
    batch_operations_.put(std::move(operation));
    end_command();
}

}  // namespace dandori::engine
