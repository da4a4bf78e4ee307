#include "engine/behavior/listeners.h"

#include "engine/behavior/jobs.h"

namespace dandori::engine {
namespace {

/// Null pointer if there are no more than `done` of the event.
const CompiledListener* listener_after(const std::vector<CompiledListener>& listeners, JobListenerEventType event, std::int32_t done) {
    for (const CompiledListener& each : listeners) {
        if (each.event == event && done-- == 0) return &each;
    }
    return nullptr;
}

JobListenerEventType event_of_phase(const ElementInstance& instance) {
    const bool is_body = instance.type == ElementType::MultiInstanceBody;
    switch (instance.life_cycle) {
        case ActivityLifeCycle::Ready: return is_body ? JobListenerEventType::BeforeAll : JobListenerEventType::Start;
        case ActivityLifeCycle::Completing: return is_body ? JobListenerEventType::Unspecified : JobListenerEventType::End;
        default: return JobListenerEventType::Unspecified;
    }
}

}  // namespace

Result<bool> tell_next_listener(Step& step) {
    const bool is_element = step.instance().type == step.node().type || step.instance().type == ElementType::MultiInstanceBody;
    if (step.node().listeners.empty() || !is_element) return false;
    const JobListenerEventType event = event_of_phase(step.instance());
    const CompiledListener* listener = listener_after(step.node().listeners, event, step.instance().listeners_done);
    if (!listener) return false;
    TRY(create_job(step.world(), step.rows(), step.process(), {step.model().id, step.key(), JobKind::ExecutionListener, event},
                   listener->job));
    return true;
}

Result<bool> tell_next_listener(World& world, InstanceRows& rows, const Executable& process, JobListenerEventType event) {
    const CompiledListener* listener = listener_after(process.listeners, event, rows.process()->listeners_done);
    if (!listener) return false;
    TRY(create_job(world, rows, process, {process.id, ElementInstanceKey{rows.key.value}, JobKind::ExecutionListener, event},
                   listener->job));
    return true;
}

}  // namespace dandori::engine
