// BPMN 2.0.2, 13.3.7 Multi-Instance Activity. The body is an element instance of its own; each run inside has its number,
// its item and the scope of its variables.
#include "engine/behavior/loop/multi_instance.h"

#include "engine/behavior/behavior.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

constexpr std::int64_t instances_max = 100'000;

/// What the body remembers between commands; kept as JSON in its row.
struct LoopMemory {
    feel::List items;  ///< of a sequential one: those not started yet are read from here; empty for a cardinality
    std::int64_t total = 0, started = 0, completed = 0, terminated = 0;

    static LoopMemory of(const ElementInstance& body) {
        LoopMemory memory;
        const auto read = feel::from_json(body.memory.text);
        if (!read || !read->is_context()) return memory;
        const auto number = [&](std::string_view name) {
            const feel::Value* value = read->as_context().find(name);
            return value ? value->to_integer().value_or(0) : 0;
        };
        memory.total = number("total");
        memory.started = number("started");
        memory.completed = number("completed");
        memory.terminated = number("terminated");
        const feel::Value* items = read->as_context().find("items");
        if (items && items->is_list()) memory.items = items->as_list();
        return memory;
    }
    void write(ElementInstance& body) const {
        feel::Context context;
        context.put("total", total);
        context.put("started", started);
        context.put("completed", completed);
        context.put("terminated", terminated);
        if (!items.empty()) context.put("items", items);
        body.memory.text = feel::to_json(feel::Value(std::move(context)));
    }
};

/// The variables of the body with the counters that a completion condition may ask for (table 10.30).
class CounterScope : public feel::Scope {
  public:
    CounterScope(InstanceRows& rows, ScopeKey scope, const LoopMemory& memory) : variables_(rows, scope), memory_(memory) {}
    std::optional<feel::Value> find(std::string_view name) const override {
        if (name == "numberOfInstances") return feel::Value(memory_.total);
        if (name == "numberOfActiveInstances") {
            return feel::Value(memory_.started - memory_.completed - memory_.terminated);
        }
        if (name == "numberOfCompletedInstances") return feel::Value(memory_.completed);
        if (name == "numberOfTerminatedInstances") return feel::Value(memory_.terminated);
        return variables_.find(name);
    }

  private:
    VariableScope variables_;
    const LoopMemory& memory_;
};

void start_next(Step& body, LoopMemory& memory, const feel::List& items) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    const auto counter = static_cast<std::int32_t>(++memory.started);
    feel::Context locals;
    locals.put("loopCounter", counter);
    if (!loop.input_element.empty() && static_cast<std::size_t>(counter) <= items.size()) {
        locals.put(loop.input_element, items[static_cast<std::size_t>(counter) - 1]);
    }
    if (!loop.output_name.empty() && !locals.find(loop.output_name)) locals.put(loop.output_name, feel::Value{});
    body.execution().change_active_children(body.rows(), body.scope(), 1);
    body.execution().enter(body.rows(), body.model(), body.scope(), nullptr, body.instance().lineage, {}, counter,
                           feel::Value(std::move(locals)));
}

Result<void> start_instances(Step& body) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    LoopMemory memory;
    feel::List items;
    if (loop.input_collection) {
        std::string why;
        const feel::Value collection = body.evaluate(*loop.input_collection, &why);
        if (!collection.is_list()) {
            return fail(Failure::Kind::ExtractValue, body.what("inputCollection") + " gave " + feel::to_literal(collection) +
                                                         "; a list is needed." + (why.empty() ? "" : " " + why));
        }
        items = collection.as_list();
        memory.total = static_cast<std::int64_t>(items.size());
    } else {
        const feel::Value number = body.evaluate(*loop.loop_cardinality);
        const auto count = number.to_integer();
        if (!count || *count < 0) {
            return fail(Failure::Kind::ExtractValue, body.what("loopCardinality") + " gave " + feel::to_literal(number) +
                                                         "; a whole number that isn't negative is needed.");
        }
        memory.total = *count;
    }
    if (memory.total > instances_max) {
        return fail(Failure::Kind::Bounds, "'" + body.model().id + "' would run " + std::to_string(memory.total) +
                                               " times; at most " + std::to_string(instances_max) + " are allowed.");
    }
    if (!loop.output_collection.empty()) {
        body.set_local(loop.output_collection, feel::List(static_cast<std::size_t>(memory.total)));
    }
    if (loop.is_sequential) {
        memory.items = items;
        if (memory.total > 0) start_next(body, memory, items);
    } else {
        while (memory.started < memory.total) start_next(body, memory, items);
    }
    memory.write(body.change());
    if (memory.total == 0) body.complete();
    return {};
}

Result<void> leave_with_collection(Step& body) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    if (!loop.output_collection.empty()) {
        feel::Context collected;
        collected.put(loop.output_collection,
                      local_variable(body.rows(), body.scope(), loop.output_collection).value_or(feel::Value{}));
        body.propagate(feel::Value(std::move(collected)));
    }
    return leave_by_all_flows(body);
}

}  // namespace

Result<void> inner_instance_completes(Step& inner) {
    const ElementInstanceKey body_key{inner.parent_scope().value};
    Step body(inner.execution(), inner.rows(), inner.process(), inner.node(), body_key);
    const CompiledMultiInstance& loop = *inner.node().multi_instance;
    LoopMemory memory = LoopMemory::of(body.instance());
    const auto place = static_cast<std::size_t>(*inner.instance().loop_counter) - 1;
    std::optional<feel::Value> output;
    if (!loop.output_collection.empty() && loop.output_element) output = inner.evaluate(*loop.output_element);
    ++memory.completed;
    // Before the condition, which may ask what was collected (as Camunda 8 does).
    if (output) {
        feel::List collected;
        const auto before = local_variable(body.rows(), body.scope(), loop.output_collection);
        if (before && before->is_list()) collected = before->as_list();
        if (collected.size() <= place) collected.resize(place + 1);
        collected[place] = std::move(*output);
        body.set_local(loop.output_collection, std::move(collected));
    }
    bool is_done = false;
    if (loop.completion_condition) {
        const auto evaluation = loop.completion_condition->evaluate(CounterScope(inner.rows(), inner.scope(), memory),
                                                                    inner.world().surroundings());
        if (!evaluation.value.is_boolean()) {
            return fail(Failure::Kind::ExtractValue, inner.what("completionCondition") + " gave " +
                                                         feel::to_literal(evaluation.value) + "; a boolean is needed.");
        }
        is_done = evaluation.value.as_boolean();
    }
    for (const CompiledLoopThrow& each : loop.throws) {
        if (each.first_only && memory.completed > 1) continue;
        if (each.when) {
            const auto holds = each.when->evaluate(CounterScope(inner.rows(), inner.scope(), memory), inner.world().surroundings());
            if (!holds.value.is_true()) continue;
        }
        const std::string signal = TRY(inner.text(each.signal_name, "signal name"));
        inner.world().broadcast(signal, {});
        if (!inner.rows().elements.find(body_key)) return {};  // a boundary event of the activity has caught it
    }
    if (is_done) {
        memory.terminated = memory.started - memory.completed;
        body.execution().terminate_children(body.rows(), body.scope(), inner.key());
    } else if (loop.is_sequential && memory.started < memory.total) {
        start_next(body, memory, memory.items);
    }
    memory.write(body.change());
    return {};
}

constinit const Behavior multi_instance_body{.activate = start_instances, .complete = leave_with_collection};

}  // namespace dandori::engine
