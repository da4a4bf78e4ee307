#include "engine/behavior/lineage.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "engine/feel/json.h"

namespace dandori::engine {

std::string branch_lineage(const std::string& lineage, std::int64_t split, std::int64_t branch) {
    std::string longer = lineage;
    if (!longer.empty()) longer += ' ';
    return longer += std::to_string(split) + "/" + std::to_string(branch);
}

bool comes_from(std::string_view lineage, std::string_view earlier) {
    if (!lineage.starts_with(earlier)) return false;
    return earlier.empty() || lineage.size() == earlier.size() || lineage[earlier.size()] == ' ';
}

std::string common_lineage(std::string_view left, std::string_view right) {
    std::size_t same = 0;
    for (std::size_t i = 0;; ++i) {
        const bool left_ends = i == left.size() || left[i] == ' ';
        const bool right_ends = i == right.size() || right[i] == ' ';
        if (left_ends && right_ends) same = i;
        if (i == left.size() || i == right.size() || left[i] != right[i]) break;
    }
    return std::string(left.substr(0, same));
}

std::string joined_to_json(const std::vector<JoinedToken>& tokens, bool resets) {
    feel::List list;
    for (const JoinedToken& token : tokens) list.push_back(feel::List{token.flow_id, token.lineage});
    feel::Context context;
    context.put("joined", std::move(list));
    if (resets) context.put("resets", true);
    return feel::to_json(feel::Value(std::move(context)));
}

std::vector<JoinedToken> joined_from(const ElementInstance& instance) {
    std::vector<JoinedToken> tokens;
    const auto memory = feel::from_json(instance.memory.text);
    const feel::Value* list = memory && memory->is_context() ? memory->as_context().find("joined") : nullptr;
    if (!list || !list->is_list()) return tokens;
    for (const feel::Value& each : list->as_list()) {
        tokens.push_back({each.as_list()[0].as_string(), each.as_list()[1].as_string()});
    }
    return tokens;
}

bool has_joined(const ElementInstance& instance) {
    const auto memory = feel::from_json(instance.memory.text);
    return memory && memory->is_context() && memory->as_context().find("joined");
}

namespace {

/// The split that the first entry of `lineage` behind `earlier` names.
std::int64_t next_split(std::string_view lineage, std::string_view earlier) {
    std::string_view rest = lineage.substr(earlier.size());
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    std::int64_t split = 0;
    std::from_chars(rest.data(), rest.data() + rest.size(), split);
    return split;
}

/// A place that tokens have come through.
struct Origin {
    std::int64_t key;
    std::string lineage;

    bool is_before(std::int64_t key_of_other, std::string_view lineage_of_other) const {
        return lineage_of_other == lineage ? key_of_other > key : may_lead_to(lineage_of_other);
    }
    /// Whether a token of this lineage can have come through here: the splits that it has come through since are later ones. One
    /// that has returned into a branch has an older split in its lineage.
    bool may_lead_to(std::string_view lineage_of_other) const {
        if (!comes_from(lineage_of_other, lineage)) return false;
        return lineage_of_other.size() == lineage.size() || next_split(lineage_of_other, lineage) >= key;
    }
};

bool waits_for_event(const bpmn::FlowNode& node) {
    if (node.kind == bpmn::FlowNodeKind::EventBasedGateway || node.kind == bpmn::FlowNodeKind::ReceiveTask) return true;
    return node.kind == bpmn::FlowNodeKind::IntermediateCatchEvent && node.event()->definition<bpmn::MessageEventDefinition>();
}

class Planner {
  public:
    Planner(const Executable& process, std::span<const ElementInstance> elements, std::span<const Token> tokens)
        : process_(process), elements_(elements), tokens_(tokens) {
        for (const ElementInstance& each : elements) by_key_[each.key.value] = &each;
    }

    ReturnPlan plan(ElementInstanceKey from, std::string_view target_id) {
        const auto start = by_key_.find(from.value);
        if (start == by_key_.end()) return refused("There is no element instance " + std::to_string(from.value) + ".");
        const ExecutableNode* target = process_.find(target_id);
        if (!target) {
            ReturnPlan plan = refused("'" + std::string(target_id) + "' is no element of process '" + process_.id + "'.");
            plan.rule = ReturnPlan::Rule::R6;
            return plan;
        }
        const ElementInstance* at = start->second;
        bool leaves_scope = false;
        while (!lies_in(*at, *target->node->parent)) {
            const auto around = by_key_.find(at->scope_key.value);
            if (around == by_key_.end()) return not_on_path(*start->second, target_id);
            if (around->second->type == ElementType::EventSubProcess) {
                // Beside one that doesn't interrupt, the others go on: what they do is not on its path.
                if (!interrupts(*around->second)) return not_on_path(*start->second, target_id);
            }
            leaves_scope = leaves_scope || around->second->type != ElementType::MultiInstanceBody;
            at = around->second;
        }
        std::vector<const ElementInstance*> runs;
        for (const ElementInstance& each : elements_) {
            const bool is_run = each.element_id == target_id && each.scope_key == at->scope_key && each.key.value < at->key.value &&
                                each.state == InstanceState::Completed && !each.loop_counter;
            if (is_run) runs.push_back(&each);
        }
        std::ranges::sort(runs, std::greater{}, [](const ElementInstance* each) { return each->key; });
        for (const ElementInstance* run : runs) {
            if (auto plan = plan_from(*at, *run, leaves_scope)) return std::move(*plan);
        }
        return not_on_path(*start->second, target_id);
    }

    ReturnPlan take_back(const ElementInstance& run) const {
        ReturnPlan plan;
        std::vector<Origin> origins{{run.key.value, run.lineage}};
        while (const ElementInstance* join = join_after(origins.back(), run.scope_key)) pass(*join, plan, origins);
        collect(plan, run, nullptr, origins);
        return plan;
    }

  private:
    static ReturnPlan refused(std::string why) {
        ReturnPlan plan;
        plan.why = std::move(why);
        return plan;
    }
    static ReturnPlan not_on_path(const ElementInstance& from, std::string_view target_id) {
        return refused("'" + std::string(target_id) + "' is not on the path by which '" + from.element_id +
                       "' was reached. Choose a step before the fork, or ask that person anew.");
    }

    const bpmn::FlowNode& node_of(const ElementInstance& instance) const { return *process_.find(instance.element_id)->node; }

    bool interrupts(const ElementInstance& event_sub_process) const {
        for (const bpmn::FlowNode* start : node_of(event_sub_process).scope()->start_events) {
            if (!start->event()->interrupting) return false;
        }
        return true;
    }

    /// Whether the instance is one of what the scope's own elements are, not a run inside a loop.
    bool lies_in(const ElementInstance& instance, const bpmn::Scope& scope) const {
        const auto around = by_key_.find(instance.scope_key.value);
        if (around == by_key_.end()) return !scope.owner;
        return around->second->type != ElementType::MultiInstanceBody && &node_of(*around->second) == scope.owner;
    }

    /// The first join that has taken a token which has come through the origin.
    const ElementInstance* join_after(const Origin& origin, ScopeKey scope, std::optional<ElementInstanceKey> until = {}) const {
        const ElementInstance* first = nullptr;
        for (const ElementInstance& each : elements_) {
            if (each.scope_key != scope || each.key.value <= origin.key || (until && each.key >= *until)) continue;
            if (first && each.key > first->key) continue;
            const auto joined = joined_from(each);
            if (std::ranges::any_of(joined, [&](const JoinedToken& token) { return origin.may_lead_to(token.lineage); })) {
                first = &each;
            }
        }
        return first;
    }

    /// What returns into a branch of the join waits there for the other branches' tokens no more.
    static void pass(const ElementInstance& join, ReturnPlan& plan, std::vector<Origin>& origins) {
        for (JoinedToken& token : joined_from(join)) {
            if (comes_from(token.lineage, origins.back().lineage)) continue;
            plan.rearmed.push_back({join.element_id, std::move(token.flow_id), std::move(token.lineage)});
        }
        origins.push_back({join.key.value, join.lineage});
    }

    std::optional<ReturnPlan> plan_from(const ElementInstance& at, const ElementInstance& run, bool leaves_scope) {
        ReturnPlan plan;
        std::vector<Origin> origins{{run.key.value, run.lineage}};
        while (!origins.back().is_before(at.key.value, at.lineage)) {
            const ElementInstance* join = join_after(origins.back(), at.scope_key, at.key);
            if (!join) return {};
            pass(*join, plan, origins);
        }
        collect(plan, run, &at, origins);
        const bool takes_back_others = plan.ended.size() + plan.removed.size() > 1 || at.lineage != origins.back().lineage;
        plan.rule = leaves_scope             ? ReturnPlan::Rule::R5
                    : !plan.rearmed.empty()  ? ReturnPlan::Rule::R3
                    : takes_back_others      ? ReturnPlan::Rule::R2
                                             : ReturnPlan::Rule::R1;
        return plan;
    }

    /// What comes of the origins, and `at` if given, with what lies in it.
    void collect(ReturnPlan& plan, const ElementInstance& run, const ElementInstance* at, const std::vector<Origin>& origins) const {
        const auto descends = [&](std::int64_t key, std::string_view lineage) {
            return std::ranges::any_of(origins, [&](const Origin& origin) { return origin.is_before(key, lineage); });
        };
        const auto is_origin = [&](std::int64_t key) { return std::ranges::find(origins, key, &Origin::key) != origins.end(); };
        plan.last_run = run.key;
        plan.scope = run.scope_key;
        plan.lineage = run.lineage;
        for (const ElementInstance& each : elements_) {
            const ElementInstance* outermost = outermost_in(each, run.scope_key);
            if (!outermost) continue;
            const bool is_meant = outermost == at || is_origin(outermost->key.value) || descends(outermost->key.value, outermost->lineage);
            if (!is_meant) continue;
            if (each.state == InstanceState::Active) {
                if (outermost == &each) plan.ended.push_back(each.key);
            } else if (each.state == InstanceState::Completed) {
                plan.passed.push_back(each.key);
            }
            const bpmn::FlowNode& node = node_of(each);
            plan.ends_waiting = plan.ends_waiting || waits_for_event(node);
            plan.passes_inclusive_gateway = plan.passes_inclusive_gateway ||
                                            (node.kind == bpmn::FlowNodeKind::InclusiveGateway && node.outgoing.size() > 1);
        }
        for (const Token& token : tokens_) {
            if (token.scope_key == run.scope_key && descends(token.key.value, token.lineage)) plan.removed.push_back(token.key);
        }
        std::ranges::sort(plan.ended);
        std::ranges::sort(plan.passed, std::greater{});
    }

    /// The instance directly in the scope that this one is or lies in; null pointer if it lies elsewhere.
    const ElementInstance* outermost_in(const ElementInstance& instance, ScopeKey scope) const {
        const ElementInstance* at = &instance;
        while (at->scope_key != scope) {
            const auto around = by_key_.find(at->scope_key.value);
            if (around == by_key_.end()) return nullptr;
            at = around->second;
        }
        return at;
    }

    const Executable& process_;
    std::span<const ElementInstance> elements_;
    std::span<const Token> tokens_;
    std::map<std::int64_t, const ElementInstance*> by_key_;
};

}  // namespace

ReturnPlan plan_return(const Executable& process, std::span<const ElementInstance> elements, std::span<const Token> tokens,
                       ElementInstanceKey from, std::string_view target_id) {
    return Planner(process, elements, tokens).plan(from, target_id);
}

ReturnPlan plan_taking_back(const Executable& process, std::span<const ElementInstance> elements, std::span<const Token> tokens,
                            const ElementInstance& run) {
    return Planner(process, elements, tokens).take_back(run);
}

}  // namespace dandori::engine
