// Signals (BPMN 2.0.2, 10.5.5.9): to everybody who waits when it is thrown, in every instance; kept for nobody.

#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {

void Partition::broadcast(const std::string& tenant_id, const std::string& signal_name, const feel::Value& variables) {
    for (const auto& place : waiting_signals_.of(tenant_id, signal_name, store_)) {
        auto event = std::make_shared<Event>();
        event->kind = CompiledEvent::Kind::Signal;
        event->variables = variables;
        if (place.instance) {
            InstanceRows* rows = instance(*place.instance);
            const SignalSubscription* row = rows ? rows->signals.find(place.key) : nullptr;
            if (!row || rows->process()->state == InstanceState::Suspended) continue;
            event->reference = row->element_id;
            event->index = row->event_index;
            const ElementInstanceKey waiting = *row->element_instance_key;
            execution_->occur(*rows, waiting, std::move(event));
        } else if (const SignalSubscription* row = start_signals_.find(place.key)) {
            event->index = row->event_index;
            const auto process = deployed_.executable(row->process_definition_key);
            start_by_event(*process, *process->find(row->element_id), std::move(event), {});
        }
    }
}

Outcome<BroadcastSignal::Answer> Partition::execute(const BroadcastSignal& command, const Actor* actor) {
    // Camunda 8 asks for this permission, too: a signal has no type of resource of its own.
    if (!may(actor, ResourceType::ProcessDefinition, Permission::UpdateProcessInstance, any_resource))
        return tl::unexpected(insufficient(Permission::UpdateProcessInstance, ResourceType::ProcessDefinition));
    if (!is_of_tenant(actor, command.tenant_id)) return tl::unexpected(not_of_tenant(command.tenant_id));
    if (command.name.empty()) return reject(Rejection::Code::InvalidArgument, "The signal has no name.");
    auto variables = variables_of(command.variables);
    if (!variables) return tl::unexpected(variables.error());
    broadcast(command.tenant_id, command.name, *variables);
    return BroadcastSignal::Answer{next_key()};
}

}  // namespace dandori::engine
