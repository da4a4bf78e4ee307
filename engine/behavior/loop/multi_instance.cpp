// BPMN 2.0.2, 13.3.7 Multi-Instance Activity. The body is an element instance of its own; each run inside has its number,
// its item and the scope of its variables.
#include "engine/behavior/loop/multi_instance.h"

#include <algorithm>
#include <cstdlib>

#include "bpmn/model/property.h"
#include "engine/behavior/behavior.h"
#include "engine/behavior/compensation.h"
#include "engine/behavior/execution.h"
#include "engine/behavior/lineage.h"
#include "engine/behavior/user_task_owners.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

constexpr std::int64_t instances_max = 100'000;

/// What the body remembers between commands; kept as JSON in its row, which is written with each run: no list may be in it.
struct LoopMemory {
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
        return memory;
    }
    void write(ElementInstance& body) const {
        feel::Context context;
        context.put("total", total);
        context.put("started", started);
        context.put("completed", completed);
        context.put("terminated", terminated);
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

/// The list a sequential one goes through: read once while the instance is in memory. Null for a cardinality.
const feel::Value& input_list(Step& body) {
    InstanceRows& rows = body.rows();
    const auto [found, is_new] = rows.loop_inputs.try_emplace(body.scope());
    if (!is_new) return found->second;
    for (const LoopValueKey key : rows.loop_values.keys_of(body.scope())) {
        const LoopValue& row = *rows.loop_values.find(key);
        if (!row.variable.empty() || row.place != 0) continue;
        if (auto read = feel::from_json(row.value.text)) found->second = std::move(*read);
        break;
    }
    return found->second;
}

/// What a run is for: an item of the list, or one that was added to it meanwhile. Absent: it runs by a number.
std::optional<feel::Value> item_of(Step& body, std::int32_t counter, const feel::Value& input) {
    if (input.is_list() && static_cast<std::size_t>(counter) <= input.as_list().size()) return input.as_list()[static_cast<std::size_t>(counter) - 1];
    if (!body.node().multi_instance->input_collection) return {};
    InstanceRows& rows = body.rows();
    for (const LoopValueKey key : rows.loop_values.keys_of(body.scope())) {
        const LoopValue& row = *rows.loop_values.find(key);
        if (!row.variable.empty() || row.place != counter) continue;
        if (auto read = feel::from_json(row.value.text)) return std::move(*read);
    }
    return {};
}

void start_run(Step& body, std::int32_t counter, const feel::Value& input) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    feel::Context locals;
    locals.put("loopCounter", counter);
    if (!loop.input_element.empty()) {
        if (auto item = item_of(body, counter, input)) locals.put(loop.input_element, std::move(*item));
    }
    if (!loop.output_name.empty() && !locals.find(loop.output_name)) locals.put(loop.output_name, feel::Value{});
    body.execution().change_active_children(body.rows(), body.scope(), 1);
    body.execution().enter(body.rows(), body.model(), body.scope(), nullptr,
                           branch_lineage(body.instance().lineage, body.key().value, counter), {}, counter,
                           feel::Value(std::move(locals)));
}

void start_next(Step& body, LoopMemory& memory, const feel::Value& input) {
    start_run(body, static_cast<std::int32_t>(++memory.started), input);
}

/// Null for a cardinality.
Result<feel::Value> evaluated_input(Step& body) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    if (!loop.input_collection) return feel::Value{};
    std::string why;
    feel::Value input = body.evaluate(*loop.input_collection, &why);
    if (input.is_list()) return input;
    return fail(Failure::Kind::ExtractValue, body.what("inputCollection") + " gave " + feel::to_literal(input) +
                                                 "; a list is needed." + (why.empty() ? "" : " " + why));
}

/// Who is asked for an item of the list, where that is one person.
struct Member {
    std::string person;  ///< empty: several people, or nobody
    std::vector<std::string> posts;
    const feel::Value* item;

    Member(Step& body, const feel::Value& asked_for) : item(&asked_for) {
        const auto owners = owners_for_item(body, asked_for);
        if (!owners) return;
        posts = owners->candidate_groups;
        std::vector<std::string> people = owners->candidate_users;
        if (owners->assignee) people = {*owners->assignee};
        else {
            for (const std::string& post : posts) {
                for (std::string& each : body.world().people_in(post)) people.push_back(std::move(each));
            }
        }
        const bool is_one = !people.empty() && std::ranges::all_of(people, [&](const std::string& each) { return each == people.front(); });
        if (is_one) person = people.front();
    }

    /// Of one post that is asked about several things, each thing is asked about.
    bool is_again(const Member& earlier) const { return !person.empty() && person == earlier.person && (posts != earlier.posts || *item == *earlier.item); }
};

/// Who is two of the members by holding two posts (兼務) is asked once, for the first, unless `approval.count` says `capacity`.
feel::Value each_person_once(Step& body, feel::Value input) {
    const bool is_agreement = bpmn::property_of(body.model(), "approval.step") == "agree" && body.node().user_task;
    if (!is_agreement || !input.is_list() || bpmn::property_of(body.model(), "approval.count") == "capacity") return input;
    std::vector<Member> asked;
    feel::List members;
    for (const feel::Value& item : input.as_list()) {
        Member member(body, item);
        if (std::ranges::any_of(asked, [&](const Member& earlier) { return member.is_again(earlier); })) continue;
        asked.push_back(std::move(member));
        members.push_back(item);
    }
    return feel::Value(std::move(members));
}

/// Of those who answered the last time, whose answer stays (`approval.reopen`), by their places from 0; empty: all are asked.
std::vector<std::optional<feel::Value>> answers_that_stay(Step& body, const feel::Value& input) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    const std::string reopen = bpmn::property_of(body.model(), "approval.reopen");
    if (reopen.empty() || reopen == "all" || !input.is_list() || loop.output_collection.empty()) return {};
    const auto earlier = visible_variable(body.rows(), body.parent_scope(), loop.output_collection);
    if (!earlier || !earlier->is_list()) return {};
    std::vector<std::string> asked;
    if (reopen.starts_with("members:")) {
        std::string members = reopen.substr(8);
        std::erase_if(members, [](char letter) { return letter == '[' || letter == ']' || letter == '"'; });
        asked = bpmn::words_between_commas(members);
    }
    std::vector<std::optional<feel::Value>> stay;
    bool is_anybody_asked = false;
    for (const feel::Value& item : input.as_list()) {
        std::optional<feel::Value>& kept = stay.emplace_back();
        for (const feel::Value& answer : earlier->as_list()) {
            const feel::Value* member = answer.is_context() ? answer.as_context().find("member") : nullptr;
            const feel::Value* outcome = answer.is_context() ? answer.as_context().find("outcome") : nullptr;
            if (!member || *member != item || !outcome || !outcome->is_string()) continue;
            const bool is_asked = asked.empty() ? outcome->as_string() == "disagreed"
                                                : item.is_string() && std::ranges::find(asked, item.as_string()) != asked.end();
            if (!is_asked) kept = answer;
        }
        is_anybody_asked = is_anybody_asked || !kept;
    }
    // Who comes back to an agreement in which nobody would be asked wants to hear them all.
    return is_anybody_asked ? stay : std::vector<std::optional<feel::Value>>{};
}

Result<void> start_instances(Step& body) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    LoopMemory memory;
    const feel::Value whole = TRY(evaluated_input(body));
    const feel::Value input = each_person_once(body, whole);
    if (loop.input_collection) {
        memory.total = static_cast<std::int64_t>(input.as_list().size());
    } else {
        const feel::Value number = body.evaluate(*loop.loop_cardinality);
        const auto count = number.to_integer();
        if (!count || *count < 0) {
            return fail(Failure::Kind::ExtractValue, body.what("loopCardinality") + " gave " + feel::to_literal(number) +
                                                         "; a whole number that isn't negative is needed.");
        }
        memory.total = *count;
    }
    // Whoever is asked for their agreement must be somebody: an empty list is no agreement of all (approval patterns, 6.7).
    const std::string minimum = bpmn::property_of(body.model(), "approval.minimum");
    if (bpmn::property_of(body.model(), "approval.step") == "agree" && memory.total < (minimum.empty() ? 1 : std::atoll(minimum.c_str()))) {
        return fail(Failure::Kind::Unspecified, "APPROVER_NOT_FOUND: '" + body.model().id + "' asks " + std::to_string(memory.total) + " for their agreement; at least " +
                                                    (minimum.empty() ? std::string("1") : minimum) +
                                                    " is needed ('approval.minimum'). Say whom to ask in its list, or lead the flow past it.");
    }
    if (memory.total > instances_max) {
        return fail(Failure::Kind::Bounds, "'" + body.model().id + "' would run " + std::to_string(memory.total) +
                                               " times; at most " + std::to_string(instances_max) + " are allowed.");
    }
    if (!loop.output_collection.empty()) {
        body.set_local(loop.output_collection, feel::List(static_cast<std::size_t>(memory.total)));
    }
    // Kept also where who holds which post may give another list later.
    const bool is_shorter = input.is_list() && input.as_list().size() < whole.as_list().size();
    if (input.is_list() && (is_shorter || (loop.is_sequential && memory.total > 1))) add_loop_value(body.world(), body.rows(), body.scope(), "", 0, input);
    if (loop.is_sequential) {
        if (memory.total > 0) start_next(body, memory, input);
    } else {
        const auto stay = answers_that_stay(body, input);
        while (memory.started < memory.total) {
            const auto place = static_cast<std::size_t>(memory.started);
            if (place >= stay.size() || !stay[place]) {
                start_next(body, memory, input);
                continue;
            }
            ++memory.started;
            ++memory.completed;
            add_loop_value(body.world(), body.rows(), body.scope(), loop.output_collection, static_cast<std::int32_t>(place + 1), *stay[place]);
        }
    }
    memory.write(body.change());
    if (memory.total == 0) body.complete();
    return {};
}

Result<void> leave_with_collection(Step& body) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    if (!loop.output_collection.empty()) {
        feel::Value results = local_variable(body.rows(), body.scope(), loop.output_collection).value_or(feel::Value{});
        body.set_local(loop.output_collection, results);  // whole, for whoever looks back
        feel::Context collected;
        collected.put(loop.output_collection, std::move(results));
        body.propagate(feel::Value(std::move(collected)));
    }
    return leave_by_all_flows(body);
}

}  // namespace

namespace {

/// The nearest that waits for the message around the body gets it: the boundary of the activity first.
void throw_message_of_loop(Step& body, const std::string& name) {
    InstanceRows& rows = body.rows();
    for (std::optional<ScopeKey> at = body.scope(); at; at = parent_of(rows, *at)) {
        for (const MessageSubscriptionKey key : rows.subscriptions.keys_of(*at)) {
            const MessageSubscription& waiting = *rows.subscriptions.find(key);
            if (waiting.message_name != name) continue;
            auto event = std::make_shared<Event>();
            event->kind = CompiledEvent::Kind::Message;
            event->reference = waiting.element_id;
            body.execution().occur(rows, ElementInstanceKey{at->value}, std::move(event));
            return;
        }
    }
}

/// Handlers run inside who throws: an implicit throw event (13.3.7) within the body, which waits for it.
void throw_compensation_of_loop(Step& body, const std::string& activity_id) {
    feel::Context memory;
    memory.put("undoes", activity_id);
    auto event = std::make_shared<Event>();
    event->kind = CompiledEvent::Kind::Compensation;
    event->memory = feel::Value(std::move(memory));
    body.execution().change_active_children(body.rows(), body.scope(), 1);
    body.execution().enter(body.rows(), body.model(), body.scope(), nullptr, body.instance().lineage, std::move(event));
}

/// 13.3.7: what is thrown goes outward, to the boundary of the activity first.
Result<void> throw_event_of_loop(Step& inner, Step& body, const CompiledEvent& thrown) {
    Event event;
    event.kind = thrown.kind;
    if (thrown.code) event.code = TRY(inner.text(*thrown.code, "code"));
    switch (thrown.kind) {
        case CompiledEvent::Kind::Signal:
            inner.world().broadcast(inner.rows().process()->tenant_id, TRY(inner.text(thrown.name, "signal name")), {});
            return {};
        case CompiledEvent::Kind::Message:
            throw_message_of_loop(body, TRY(inner.text(thrown.name, "message name")));
            return {};
        case CompiledEvent::Kind::Escalation:
            inner.execution().throw_escalation(inner.rows(), inner.key(), event);
            return {};
        default: break;
    }
    if (inner.execution().throw_error(inner.rows(), inner.key(), event)) return {};
    return fail(Failure::Kind::UnhandledError,
                "Nobody catches the error '" + event.code + "' thrown by '" + inner.model().id + "' as one of its runs completes.");
}

}  // namespace

Result<void> inner_instance_completes(Step& inner) {
    const ElementInstanceKey body_key{inner.parent_scope().value};
    Step body(inner.execution(), inner.rows(), inner.process(), inner.node(), body_key);
    const CompiledMultiInstance& loop = *inner.node().multi_instance;
    LoopMemory memory = LoopMemory::of(body.instance());
    std::optional<feel::Value> output;
    if (!loop.output_collection.empty() && loop.output_element) output = inner.evaluate(*loop.output_element);
    ++memory.completed;
    // Before the condition, which may ask what was collected (as Camunda 8 does).
    if (output) {
        add_loop_value(body.world(), body.rows(), body.scope(), loop.output_collection, *inner.instance().loop_counter, *output);
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
    std::vector<const CompiledEvent*> undoing;
    for (const CompiledLoopThrow& each : loop.throws) {
        if (each.first_only && memory.completed > 1) continue;
        if (each.when) {
            const auto holds = each.when->evaluate(CounterScope(inner.rows(), inner.scope(), memory), inner.world().surroundings());
            if (!holds.value.is_true()) continue;
        }
        if (each.event.kind == CompiledEvent::Kind::Compensation) {
            undoing.push_back(&each.event);
            continue;
        }
        TRY(throw_event_of_loop(inner, body, each.event));
        if (!inner.execution().goes_on(inner.rows(), body_key)) return {};  // a boundary event of the activity has caught it
    }
    if (is_done) {
        memory.terminated = memory.started - memory.completed;
        body.execution().terminate_children(body.rows(), body.scope(), inner.key());
    } else if (loop.is_sequential && memory.started < memory.total) {
        start_next(body, memory, input_list(body));
    }
    memory.write(body.change());
    for (const CompiledEvent* each : undoing) throw_compensation_of_loop(body, each->activity_id);
    return {};
}

namespace {

Result<void> undo(Step& thrower) {
    const auto memory = feel::from_json(thrower.instance().memory.text);
    const feel::Value* activity = memory && memory->is_context() ? memory->as_context().find("undoes") : nullptr;
    if (!begin_compensation(thrower, activity ? activity->as_string() : std::string{})) thrower.complete();
    return {};
}

// The activity it stands for goes on by itself.
Result<void> leave_without_flow(Step&) { return {}; }

}  // namespace

constinit const Behavior implicit_throw_event{.activate = undo, .complete = leave_without_flow};

void note_terminated_run(Step& body) {
    LoopMemory memory = LoopMemory::of(body.instance());
    ++memory.terminated;
    if (body.node().multi_instance->is_sequential && memory.started < memory.total) start_next(body, memory, input_list(body));
    memory.write(body.change());
}

Result<void> run_again(Step& body, std::int32_t counter) {
    feel::Value input = input_list(body);
    if (!input.is_list()) input = TRY(evaluated_input(body));
    if (input.is_list() && !item_of(body, counter, input))
        return fail(Failure::Kind::ExtractValue, "The list of '" + body.model().id + "' has no item " + std::to_string(counter) + " any more.");
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    LoopMemory memory = LoopMemory::of(body.instance());
    --memory.completed;
    memory.write(body.change());
    // Whatever is null again, as before the answer.
    if (!loop.output_collection.empty()) add_loop_value(body.world(), body.rows(), body.scope(), loop.output_collection, counter, feel::Value{});
    std::vector<ElementInstanceKey> later;
    if (loop.is_sequential) {
        later = body.rows().elements.keys_of(body.scope());
        memory.started = counter;
        memory.write(body.change());
    }
    // The new one first, so that the body is never without any.
    start_run(body, counter, input);
    for (const ElementInstanceKey key : later) body.execution().terminate(body.rows(), key);
    return {};
}

Result<void> add_run(Step& body, const feel::Value& item) {
    const CompiledMultiInstance& loop = *body.node().multi_instance;
    if (!loop.input_collection) return fail(Failure::Kind::ExtractValue, "'" + body.model().id + "' repeats by a number, not for the items of a list.");
    LoopMemory memory = LoopMemory::of(body.instance());
    const auto place = static_cast<std::int32_t>(++memory.total);
    add_loop_value(body.world(), body.rows(), body.scope(), "", place, item);
    if (!loop.output_collection.empty()) add_loop_value(body.world(), body.rows(), body.scope(), loop.output_collection, place, feel::Value{});
    if (!loop.is_sequential) start_next(body, memory, feel::Value{});
    memory.write(body.change());
    return {};
}

bool has_completed_run(Step& body) { return LoopMemory::of(body.instance()).completed > 0; }

constinit const Behavior multi_instance_body{.activate = start_instances, .complete = leave_with_collection};

}  // namespace dandori::engine
