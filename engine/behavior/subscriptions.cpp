#include "engine/behavior/subscriptions.h"

#include "engine/behavior/correlations.h"
#include "engine/behavior/reckoning.h"
#include "engine/behavior/timing.h"
#include "engine/behavior/variables.h"
#include "engine/lifecycle/advance.h"

namespace dandori::engine {
namespace {

struct Opening {
    World& world;
    InstanceRows& rows;
    const Executable& process;
    const bpmn::FlowNode& catcher;
    ScopeKey scope;
    ElementInstanceKey owner;
    bool only_checks = false;
    std::int32_t index = 0;  ///< of the definition that is opened

    feel::Evaluation evaluate(const feel::Expression& expression) {
        return expression.evaluate(VariableScope(rows, scope), world.surroundings());
    }

    Result<std::string> text(const TextOrExpression& source, const std::string& attribute) {
        if (!source.expression) return source.text;
        return as_text(evaluate(*source.expression), attribute);
    }

    Result<std::string> as_text(const feel::Evaluation& evaluation, const std::string& attribute) {
        const feel::Value& value = evaluation.value;
        if (value.is_string()) return value.as_string();
        if (value.is_number()) return value.as_number().to_text();
        std::string why = evaluation.warnings.empty() ? "" : " " + evaluation.warnings.front().text;
        return fail(Failure::Kind::ExtractValue, "'" + attribute + "' of '" + catcher.id + "' gave " + feel::to_literal(value) +
                                                     "; a text or a number is needed." + why);
    }

    Result<void> open_timer(const CompiledTimer& timer) {
        const Reckoning reckoning(world.surroundings());
        feel::Value value = timer.value.text;
        if (timer.value.expression) {
            feel::Evaluation evaluation = evaluate(*timer.value.expression);
            if (evaluation.value.is_null()) {
                std::string why = evaluation.warnings.empty() ? "" : " " + evaluation.warnings.front().text;
                return fail(Failure::Kind::ExtractValue,
                            "The timer of '" + catcher.id + "' gave null; a date and time or a duration is needed." + why);
            }
            value = std::move(evaluation.value);
        }
        const Schedule schedule = TRY(first_due(timer.kind, value, world.now(), world.surroundings().zone, catcher.id));
        if (only_checks) return {};
        Timer row;
        row.key = {world.next_key()};
        row.process_definition_key = process.key;
        row.process_instance_key = rows.key;
        row.element_instance_key = owner;
        row.element_id = catcher.id;
        row.event_index = index;
        row.due_date = schedule.due;
        row.repetitions = schedule.repetitions;
        row.cycle = schedule.cycle;
        row.tenant_id = rows.process()->tenant_id;
        row.reckoning = reckoning.json();
        rows.timers.put(std::move(row));
        return {};
    }

    Result<void> open_message(const CompiledEvent& event) {
        MessageSubscription row;
        row.message_name = TRY(text(event.name, "message name"));
        if (event.correlation_key) row.correlation_key = TRY(as_text(evaluate(*event.correlation_key), "correlationKey"));
        else if (!event.correlation_id.empty()) {
            row.correlation_id = event.correlation_id;
            row.correlation_key = TRY(correlation_of_instance(*process.correlation(event.correlation_id), *rows.process(),
                                                              VariableScope(rows, scope), world.surroundings()));
        }
        // Another of the messages that start an instance together (10.6.6): the one that came first has told the key.
        else row.correlation_key = rows.process()->start_correlation_key;
        if (only_checks) return {};
        row.key = {world.next_key()};
        row.process_definition_id = process.id;
        row.process_definition_key = process.key;
        row.process_instance_key = rows.key;
        row.root_process_instance_key = rows.process()->root_process_instance_key;
        row.element_id = catcher.id;
        row.event_index = index;
        row.element_instance_key = owner;
        row.last_updated_date = world.now();
        row.tenant_id = rows.process()->tenant_id;
        world.subscription_opened(rows.subscriptions.put(std::move(row)));
        return {};
    }

    void open_condition() {
        if (only_checks) return;
        ConditionalSubscription row;
        row.key = {world.next_key()};
        row.process_definition_key = process.key;
        row.process_instance_key = rows.key;
        row.element_instance_key = owner;
        row.element_id = catcher.id;
        row.event_index = index;
        rows.new_conditions.push_back(row.key);  // it may hold already
        rows.conditions.put(std::move(row));
    }

    Result<void> open_signal(const CompiledEvent& event) {
        SignalSubscription row;
        row.signal_name = TRY(text(event.name, "signal name"));
        if (only_checks) return {};
        row.key = {world.next_key()};
        row.process_definition_id = process.id;
        row.process_definition_key = process.key;
        row.process_instance_key = rows.key;
        row.element_instance_key = owner;
        row.element_id = catcher.id;
        row.event_index = index;
        row.tenant_id = rows.process()->tenant_id;
        world.signal_subscription_opened(rows.signals.put(std::move(row)));
        return {};
    }
};

Result<void> open_all(Opening opening, const ExecutableNode& catcher) {
    for (const CompiledEvent& event : catcher.events) {
        if (event.kind == CompiledEvent::Kind::Timer) TRY(opening.open_timer(*event.timer));
        if (event.kind == CompiledEvent::Kind::Message) TRY(opening.open_message(event));
        if (event.kind == CompiledEvent::Kind::Conditional) opening.open_condition();
        if (event.kind == CompiledEvent::Kind::Signal) TRY(opening.open_signal(event));
        ++opening.index;
    }
    return {};
}

}  // namespace

Result<void> open_subscriptions(World& world, InstanceRows& rows, const Executable& process, const ExecutableNode& catcher,
                                ScopeKey scope, ElementInstanceKey owner) {
    return open_all({world, rows, process, *catcher.node, scope, owner}, catcher);
}

Result<void> check_subscriptions(World& world, InstanceRows& rows, const Executable& process, const ExecutableNode& catcher,
                                 ScopeKey scope) {
    return open_all({world, rows, process, *catcher.node, scope, {}, true}, catcher);
}

void timer_triggered(World& world, InstanceRows& rows, TimerKey key) {
    Timer* timer = rows.timers.change(key);
    if (!timer) return;
    if (timer->cycle && (!timer->repetitions || *timer->repetitions > 0)) {
        if (const auto next = next_due(*timer->cycle, timer->due_date, world.now(), world.surroundings().zone)) {
            timer->due_date = *next;
            timer->reckoning = {};  // it was of the first time
            if (timer->repetitions) --*timer->repetitions;
            return;
        }
    }
    lifecycle::advance(timer->state, lifecycle::TimerEvent::Trigger);
    rows.timers.remove(key);
}

}  // namespace dandori::engine
