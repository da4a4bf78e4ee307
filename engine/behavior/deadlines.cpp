#include "engine/behavior/deadlines.h"

#include <algorithm>

#include "engine/behavior/reckoning.h"
#include "engine/behavior/timing.h"
#include "engine/behavior/variables.h"
#include "engine/calendar/calendars_in_force.h"
#include "engine/feel/json.h"

namespace dandori::engine {
namespace {

bool asks_calendar(const TextOrExpression& text) { return text.expression && calendar::may_ask_calendar(text.expression->text()); }

/// Input mappings that ask a calendar, and bring a whole variable.
std::vector<const CompiledMapping*> inputs_by_calendar(const ExecutableNode& node) {
    std::vector<const CompiledMapping*> inputs;
    for (const CompiledMapping& each : node.inputs) {
        if (each.target.size() == 1 && calendar::may_ask_calendar(each.source.text())) inputs.push_back(&each);
    }
    return inputs;
}

/// The variables of a scope, with some values before them.
class Overlaid : public feel::Scope {
  public:
    Overlaid(InstanceRows& rows, ScopeKey scope) : behind_(rows, scope) {}
    std::optional<feel::Value> find(std::string_view name) const override {
        if (const feel::Value* value = over_.find(name)) return *value;
        return behind_.find(name);
    }
    void put(const std::string& name, feel::Value value) { over_.put(name, std::move(value)); }

  private:
    VariableScope behind_;
    feel::Context over_;
};

/// A due date as some calendars give it.
struct Dated {
    Instant due;
    std::optional<std::string> cycle;
    Json reckoning;
    bool is_as(Instant stored_due, const std::optional<std::string>& stored_cycle) const {
        return stored_cycle ? cycle == stored_cycle : due == stored_due;
    }
};

struct Counting {
    InstanceRows& rows;
    const Executable& process;
    const DeadlineCalendars& calendars;

    const ElementInstance* element(ElementInstanceKey key) const { return rows.elements.find(key); }

    /// When the expression was evaluated first; of rows that don't say so, when the element began.
    static Instant counted_at(const Json& reckoning, Instant began) {
        const auto read = feel::from_json(reckoning.text);
        const feel::Value* at = read && read->is_context() ? read->as_context().find("at") : nullptr;
        return (at && at->is_string() ? instant_from_iso8601(at->as_string()) : std::nullopt).value_or(began);
    }

    /// `read(scope, surroundings)` gives the date, or none.
    template <class Read>
    std::optional<Dated> by(const feel::FunctionLibrary& functions, ElementInstanceKey owner, Instant at, Read&& read) const {
        std::vector<feel::Value> notes;
        feel::Surroundings surroundings;
        surroundings.now = at;
        surroundings.zone = calendars.zone;
        surroundings.functions = &functions;
        surroundings.notes = &notes;
        const ScopeKey own{owner.value};
        Overlaid scope(rows, own);
        const ElementInstance* waiting = element(owner);
        const ExecutableNode* node = waiting ? process.find(waiting->element_id) : nullptr;
        if (node) {
            for (const CompiledMapping* each : inputs_by_calendar(*node)) {
                const std::string& name = each->target.front();
                // What has the name of the variable itself is of the scope around.
                const bool reads_itself = std::ranges::binary_search(each->source.names(), name);
                const ScopeKey from = reads_itself ? parent_of(rows, own).value_or(own) : own;
                if (reads_itself) scope.put(name, each->source.evaluate(VariableScope(rows, from), surroundings).value);
                else scope.put(name, each->source.evaluate(scope, surroundings).value);
            }
        }
        Reckoning::mappings_done(surroundings);
        const Reckoning reckoning(surroundings);
        std::optional<Dated> dated = read(scope, surroundings);
        if (dated) dated->reckoning = reckoning.json();
        return dated;
    }

    /// What the calendars make of a date; none where it stays.
    template <class Read>
    std::optional<Dated> moved(ElementInstanceKey owner, Instant at, Instant due, const std::optional<std::string>& cycle, Read&& read) const {
        auto now = by(calendars.by, owner, at, read);
        if (!now || now->is_as(due, cycle)) return {};
        for (const feel::FunctionLibrary* each : calendars.before) {
            const auto then = by(*each, owner, at, read);
            if (then && then->is_as(due, cycle)) return now;
        }
        return {};
    }

    std::optional<MovedDeadline> timer(const Timer& timer) const {
        const ExecutableNode* node = process.find(timer.element_id);
        const auto index = static_cast<std::size_t>(timer.event_index);
        if (!node || index >= node->events.size() || !node->events[index].timer || !timer.element_instance_key) return {};
        const CompiledTimer& model = *node->events[index].timer;
        const ElementInstance* waiting = element(*timer.element_instance_key);
        const ExecutableNode* owner = waiting ? process.find(waiting->element_id) : nullptr;
        if (!asks_calendar(model.value) && (!model.value.expression || !owner || inputs_by_calendar(*owner).empty())) return {};
        const Instant at = counted_at(timer.reckoning, waiting ? waiting->start_date : rows.process()->start_date);
        const auto read = [&](const feel::Scope& scope, const feel::Surroundings& surroundings) -> std::optional<Dated> {
            const auto value = model.value.expression->evaluate(scope, surroundings).value;
            if (value.is_null()) return {};
            auto schedule = first_due(model.kind, value, surroundings.now, calendars.zone, timer.element_id);
            if (!schedule) return {};
            return Dated{schedule->due, schedule->cycle, {}};
        };
        auto now = moved(*timer.element_instance_key, at, timer.due_date, timer.cycle, read);
        if (!now) return {};
        // What repeats comes next, not once more.
        while (now->cycle && now->due <= calendars.now && timer.due_date > now->due) {
            const auto next = next_due(*now->cycle, now->due, calendars.now, calendars.zone);
            if (!next || *next <= now->due) break;
            now->due = *next;
        }
        return moved_to(DeadlineKind::Timer, {timer.key.value}, timer.element_id, timer.due_date, timer.reckoning, std::move(*now));
    }

    std::optional<MovedDeadline> user_task(const UserTask& task) const {
        const ExecutableNode* node = process.find(task.element_id);
        if (!task.due_date || !node || !node->user_task || !node->user_task->due_date.expression) return {};
        const TextOrExpression& model = node->user_task->due_date;
        if (!asks_calendar(model) && inputs_by_calendar(*node).empty()) return {};
        const auto read = [&](const feel::Scope& scope, const feel::Surroundings& surroundings) -> std::optional<Dated> {
            const auto due = feel::to_instant(model.expression->evaluate(scope, surroundings).value, calendars.zone);
            return due ? std::optional(Dated{*due, {}, {}}) : std::nullopt;
        };
        auto now = moved(task.element_instance_key, counted_at(task.reckoning, task.creation_date), *task.due_date, {}, read);
        if (!now) return {};
        return moved_to(DeadlineKind::UserTask, {task.key.value}, task.element_id, *task.due_date, task.reckoning, std::move(*now));
    }

    static std::optional<MovedDeadline> moved_to(DeadlineKind kind, DeadlineKey key, const std::string& element_id, Instant before,
                                                 const Json& reckoning, Dated now) {
        if (now.due == before) return {};
        return MovedDeadline{kind, key, element_id, before, now.due, reckoning, std::move(now.reckoning), std::move(now.cycle)};
    }
};

}  // namespace

bool has_deadlines_by_calendar(const Executable& process) {
    return std::ranges::any_of(process.nodes, [](const ExecutableNode& node) {
        if (node.user_task && asks_calendar(node.user_task->due_date)) return true;
        if (std::ranges::any_of(node.events, [](const CompiledEvent& event) { return event.timer && asks_calendar(event.timer->value); })) return true;
        return !inputs_by_calendar(node).empty();
    });
}

std::vector<MovedDeadline> moved_deadlines(InstanceRows& rows, const Executable& process, const DeadlineCalendars& calendars) {
    const Counting counting{rows, process, calendars};
    std::vector<MovedDeadline> all;
    rows.timers.for_each([&](const Timer& row) {
        if (auto moved = counting.timer(row)) all.push_back(std::move(*moved));
    });
    rows.user_tasks.for_each([&](const UserTask& row) {
        if (auto moved = counting.user_task(row)) all.push_back(std::move(*moved));
    });
    return all;
}

}  // namespace dandori::engine
