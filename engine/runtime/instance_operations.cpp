// What people do to running instances from outside: modify, migrate, suspend, resume; and delete those that are over.

#include <algorithm>

#include "engine/lifecycle/advance.h"
#include "engine/port/all_rows.h"
#include "engine/port/row_kind.h"
#include "engine/runtime/rights.h"
#include "engine/runtime/migration.h"
#include "engine/runtime/modification.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

/// Why somebody may not change how an instance runs; none: they may.
std::optional<Rejection> forbid_operation(const InstanceRows* rows, const Actor* actor) {
    if (!rows || may_change(*rows->process(), actor, Permission::ModifyProcessInstance)) return {};
    return insufficient(Permission::ModifyProcessInstance, ResourceType::ProcessDefinition);
}

tl::unexpected<Rejection> wrong_instance_state(const std::string& command, const std::string& doing, ProcessInstanceKey key,
                                               const std::string& found) {
    return reject(Rejection::Code::InvalidState, "Command '" + command + "' rejected with code 'INVALID_STATE': Expected to " + doing +
                                                     " process instance with key '" + std::to_string(key.value) + "', but it " + found);
}

tl::unexpected<Rejection> ends_already(const std::string& command, const std::string& doing, ProcessInstanceKey key) {
    return wrong_instance_state(command, doing, key, "is just ending; listeners look at that. Wait until they are done.");
}

bool goes_on(const InstanceRows& rows) {
    const ProcessLifeCycle now = rows.process()->life_cycle;
    return now == ProcessLifeCycle::Active || now == ProcessLifeCycle::Suspended;
}

}  // namespace

std::optional<Rejection> Partition::waits_for_resumption(const InstanceRows& rows, const std::string& command, const std::string& doing) const {
    if (rows.process()->state != InstanceState::Suspended) return {};
    return Rejection{Rejection::Code::InvalidState,
                     "Command '" + command + "' rejected with code 'INVALID_STATE': Expected to " + doing + ", but its process instance '" +
                         std::to_string(rows.key.value) + "' is in state 'SUSPENDED'. Resume that first."};
}

Outcome<Done> Partition::execute(const ModifyProcessInstance& command, const Actor* actor) {
    InstanceRows* rows = instance(command.key);
    if (!rows || !is_of_tenant(actor, rows->process()->tenant_id))
        return reject_not_found("MODIFY", "modify", "process instance", command.key.value);
    if (auto refused = forbid_operation(rows, actor)) return tl::unexpected(*refused);
    if (auto waits = waits_for_resumption(*rows, "MODIFY", "modify it")) return tl::unexpected(*waits);
    if (rows->process()->life_cycle != ProcessLifeCycle::Active) return ends_already("MODIFY", "modify", command.key);
    const auto process = deployed_.executable(rows->process()->process_definition_key);
    Modification modification(*rows, *process);
    if (auto planned = modification.plan(command); !planned) return planned;
    modification.carry_out(*this, *execution_);
    return Done{};
}

Outcome<Done> Partition::execute(const MigrateProcessInstance& command, const Actor* actor) {
    InstanceRows* rows = instance(command.key);
    if (!rows || !is_of_tenant(actor, rows->process()->tenant_id))
        return reject_not_found("MIGRATE", "migrate", "process instance", command.key.value);
    if (auto refused = forbid_operation(rows, actor)) return tl::unexpected(*refused);
    if (!goes_on(*rows)) return ends_already("MIGRATE", "migrate", command.key);
    const ProcessDefinition* definition = deployed_.process(command.plan.target);
    if (!definition || definition->state != DefinitionState::Active) {
        return reject_not_found("MIGRATE", "migrate a process instance to", "process definition", command.plan.target.value);
    }
    const auto source = deployed_.executable(rows->process()->process_definition_key);
    const auto target = deployed_.executable(definition->key);
    Migration migration(*this, *rows, *source, *target);
    if (auto planned = migration.plan(command.plan); !planned) return planned;
    note_start_message(*rows->process(), false);
    // They wait in the queue of another process from now on.
    rows->jobs.for_each([&](const Job& row) { job_queue_.update(row, true, now_); });
    migration.carry_out(*execution_);
    note_start_message(*rows->process(), true);
    return Done{};
}

std::vector<InstanceRows*> Partition::with_called(InstanceRows& root) {
    std::vector<InstanceRows*> all{&root};
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto calls = all[i]->elements.keys_where([](const ElementInstance& row) { return row.type == ElementType::CallActivity; });
        for (const ElementInstanceKey call : calls) {
            for (const ProcessInstanceKey called : called_by(all[i]->key, call)) {
                if (InstanceRows* rows = instance(called)) all.push_back(rows);
            }
        }
    }
    return all;
}

Outcome<Done> Partition::execute(const SuspendProcessInstance& command, const Actor* actor) {
    InstanceRows* root = instance(command.key);
    if (!root || !is_of_tenant(actor, root->process()->tenant_id))
        return reject_not_found("SUSPEND", "suspend", "process instance", command.key.value);
    if (auto refused = forbid_operation(root, actor)) return tl::unexpected(*refused);
    if (root->process()->state == InstanceState::Suspended) {
        return wrong_instance_state("SUSPEND", "suspend", command.key, "is in state 'SUSPENDED' already");
    }
    if (root->process()->parent_process_instance_key) {
        return wrong_instance_state("SUSPEND", "suspend", command.key,
                                    "was called by another. Suspend the root process instance '" +
                                        std::to_string(root->process()->root_process_instance_key->value) + "' instead.");
    }
    const auto all = with_called(*root);
    for (const InstanceRows* rows : all) {
        if (!goes_on(*rows)) return ends_already("SUSPEND", "suspend", rows->key);
    }
    for (InstanceRows* rows : all) {
        ProcessInstance& process = *rows->process_instance.change(rows->key);
        lifecycle::advance(process.life_cycle, lifecycle::ProcessEvent::Suspend);
        process.state = InstanceState::Suspended;
        index_waiting(*rows);
    }
    return Done{};
}

Outcome<Done> Partition::execute(const ResumeProcessInstance& command, const Actor* actor) {
    InstanceRows* root = instance(command.key);
    if (!root || !is_of_tenant(actor, root->process()->tenant_id))
        return reject_not_found("RESUME", "resume", "process instance", command.key.value);
    if (auto refused = forbid_operation(root, actor)) return tl::unexpected(*refused);
    if (root->process()->state != InstanceState::Suspended) {
        return wrong_instance_state("RESUME", "resume", command.key, "is in state 'ACTIVE'; only what is suspended can be resumed");
    }
    if (root->process()->parent_process_instance_key) {
        return wrong_instance_state("RESUME", "resume", command.key,
                                    "was called by another. Resume the root process instance '" +
                                        std::to_string(root->process()->root_process_instance_key->value) + "' instead.");
    }
    for (InstanceRows* rows : wake(*root)) {
        rows->subscriptions.for_each([&](const MessageSubscription& row) { subscription_opened(row); });
        execution_->resumed(*rows);
    }
    return Done{};
}

std::vector<InstanceRows*> Partition::wake(InstanceRows& root) {
    auto all = with_called(root);
    std::erase_if(all, [](const InstanceRows* rows) { return rows->process()->state != InstanceState::Suspended; });
    for (InstanceRows* rows : all) {
        ProcessInstance& process = *rows->process_instance.change(rows->key);
        lifecycle::advance(process.life_cycle, lifecycle::ProcessEvent::Resume);
        process.state = InstanceState::Active;
        index_waiting(*rows);
    }
    return all;
}

void Partition::index_waiting(InstanceRows& rows) {
    const bool is_suspended = rows.process()->state == InstanceState::Suspended;
    rows.jobs.for_each([&](const Job& row) { job_queue_.update(row, is_suspended, now_); });
    rows.timers.for_each([&](const Timer& row) { due_.update(row, is_suspended); });
    rows.subscriptions.for_each([&](const MessageSubscription& row) { waiting_.update(row, is_suspended); });
    rows.signals.for_each([&](const SignalSubscription& row) { waiting_signals_.update(row, is_suspended); });
}

Outcome<Done> Partition::execute(const DeleteProcessInstance& command, const Actor* actor) {
    const InstanceRows* running = instance(command.key);
    const auto found = instances_.find(command.key);
    std::optional<ProcessInstance> row = get<ProcessInstance>(store_, command.key);
    if (found != instances_.end()) found->second.rows->process_instance.peek(command.key, [&](const ProcessInstance& last) { row = last; });
    if (!row || deleted_.contains(command.key) || !is_of_tenant(actor, row->tenant_id))
        return reject_not_found("DELETE", "delete", "process instance", command.key.value);
    if (!may(actor, ResourceType::ProcessDefinition, Permission::DeleteProcessInstance, row->process_definition_id))
        return tl::unexpected(insufficient(Permission::DeleteProcessInstance, ResourceType::ProcessDefinition));
    if (running) return wrong_instance_state("DELETE", "delete", command.key, "is not over yet. Cancel it first.");
    std::vector<ProcessInstanceKey> keys{command.key};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        for (const ProcessInstance& called : ever_called_by(keys[i])) keys.push_back(called.key);
    }
    for (const ProcessInstanceKey key : keys) delete_rows_of(key);
    return Done{};
}

void Partition::delete_rows_of(ProcessInstanceKey key) {
    deleted_.insert(key);
    for_each_row_kind([&]<class Row>() {
        // Mails are people's letters, documents may be shown elsewhere, too, the audit log is told of what was deleted, and a
        // batch operation goes on telling what it did.
        constexpr bool outlives = std::is_same_v<Row, Mail> || std::is_same_v<Row, Document> || std::is_same_v<Row, AuditEntry> ||
                                  std::is_same_v<Row, BatchOperationItem>;
        if constexpr (!outlives) {
            const auto fields = row_kind(Row::table).fields;
            const bool is_of_instance = std::ranges::any_of(fields, [](const FieldKind& each) { return each.name == "processInstanceKey"; });
            if (!is_of_instance) return;
            auto& removed = static_cast<Deleted<Row>&>(deleted_rows_).keys;
            for_all_rows<Row>(store_, Query{}.where_equals("processInstanceKey", key), [&](Row row) { removed.push_back(primary_key(row)); });
        }
    });
    // It ended in this very batch: what wasn't written yet needn't be.
    const auto held = instances_.find(key);
    if (held != instances_.end()) held->second.rows->for_each_kind([](auto& rows) { rows.remove_all(); });
}

}  // namespace dandori::engine
