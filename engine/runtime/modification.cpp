#include "engine/runtime/modification.h"

#include <algorithm>

#include "engine/behavior/variables.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

/// The sub-processes around a node, the outermost first.
std::vector<const bpmn::FlowNode*> scopes_around(const bpmn::FlowNode& node) {
    std::vector<const bpmn::FlowNode*> scopes;
    for (const bpmn::FlowNode* owner = node.parent->owner; owner; owner = owner->parent->owner) {
        scopes.insert(scopes.begin(), owner);
    }
    return scopes;
}

std::string quoted(const std::string& text) { return "'" + text + "'"; }
std::string quoted(std::int64_t key) { return "'" + std::to_string(key) + "'"; }

void merge(feel::Context& into, const feel::Value& variables) {
    for (const auto& [name, value] : variables.as_context().entries()) into.put(name, value);
}

}  // namespace

tl::unexpected<Rejection> Modification::refuse(std::string why) const {
    return reject(Rejection::Code::InvalidArgument,
                  "Command 'MODIFY' rejected with code 'INVALID_ARGUMENT': Expected to modify process instance " +
                      quoted(rows_.key.value) + ", but " + std::move(why));
}

Outcome<Done> Modification::plan(const ModifyProcessInstance& command) {
    if (command.activations.empty() && command.moves.empty() && command.terminations.empty()) {
        return refuse("there is no instruction. Say what to activate, move or terminate.");
    }
    // What ends comes first: no scope that ends may be found for what begins.
    for (const ElementSource& source : command.terminations) {
        const auto sources = find_sources(source);
        if (!sources) return tl::unexpected(sources.error());
        if (auto ended = end_sources(*sources); !ended) return ended;
    }
    for (const MoveInstruction& move : command.moves) {
        const auto sources = find_sources(move.source);
        if (!sources) return tl::unexpected(sources.error());
        if (auto ended = end_sources(*sources); !ended) return ended;
    }
    for (const auto& activation : command.activations) {
        auto planned = plan_arrival(activation.element_id, activation.ancestor, "", {}, activation.variables);
        if (!planned) return planned;
    }
    for (const MoveInstruction& move : command.moves) {
        if (auto planned = plan_move(move); !planned) return planned;
    }
    if (arrivals_.empty() && rows_.process()->parent_process_instance_key && leaves_nothing(scope_of(rows_.key))) {
        return refuse("nothing would be left of it, and the call activity of process instance " +
                      quoted(rows_.process()->parent_process_instance_key->value) +
                      " that called it would wait for ever. Terminate that call activity, or activate an element here.");
    }
    return Done{};
}

Outcome<Modification::Sources> Modification::find_sources(const ElementSource& source) const {
    Sources sources;
    if (source.key) {
        if (source.key->value == rows_.key.value) {
            return refuse("terminating the process instance itself is not a modification. Cancel it instead.");
        }
        const ElementInstance* element = rows_.elements.find(*source.key);
        if (!element || element->life_cycle == ActivityLifeCycle::Terminating) {
            return refuse("it has no active element instance with key " + quoted(source.key->value) + ".");
        }
        sources.elements.push_back(*source.key);
        return sources;
    }
    if (!process_.find(source.element_id)) {
        return refuse("its process " + quoted(process_.id) + " has no element " + quoted(source.element_id) + ".");
    }
    // Of a loop the body is meant, which ends its runs.
    sources.elements = rows_.elements.keys_where(
        [&](const ElementInstance& row) {
            return row.element_id == source.element_id && !row.loop_counter && row.life_cycle != ActivityLifeCycle::Terminating;
        });
    sources.tokens = rows_.tokens.keys_where([&](const Token& row) { return row.element_id == source.element_id; });
    if (sources.elements.empty() && sources.tokens.empty()) {
        return refuse("nothing is active in element " + quoted(source.element_id) + ", so nothing can be ended there.");
    }
    return sources;
}

Outcome<Done> Modification::end_sources(const Sources& sources) {
    for (const ElementInstanceKey key : sources.elements) {
        if (!ended_.insert(key).second) {
            return refuse("the instance " + quoted(key.value) + " of element " + quoted(rows_.elements.find(key)->element_id) +
                          " would be terminated twice. Name it in one instruction only.");
        }
        ending_order_.push_back(key);
    }
    for (const TokenKey key : sources.tokens) {
        if (!ended_tokens_.insert(key).second) {
            return refuse("what waits in front of element " + quoted(rows_.tokens.find(key)->element_id) +
                          " would be taken away twice. Name it in one instruction only.");
        }
    }
    return Done{};
}

bool Modification::ends(ScopeKey scope) const {
    for (std::optional<ScopeKey> at = scope; at && *at != scope_of(rows_.key); at = parent_of(rows_, *at)) {
        if (ended_.contains(ElementInstanceKey{at->value})) return true;
    }
    return false;
}

bool Modification::leaves_nothing(ScopeKey scope) const {
    bool nothing = true;
    rows_.tokens.for_each([&](const Token& row) { nothing = nothing && (row.scope_key != scope || ended_tokens_.contains(row.key)); });
    if (!nothing) return false;
    rows_.elements.for_each([&](const ElementInstance& row) {
        if (row.scope_key != scope || ended_.contains(row.key) || !nothing) return;
        // A scope stays unless something in it ends and it was the last there.
        nothing = row.active_children > 0 && row.type != ElementType::AdHocSubProcess && leaves_nothing(scope_of(row.key));
    });
    return nothing;
}

/// Where flow nodes run that are drawn beside the one that runs in `scope`: not the body of a loop but what is around it.
ScopeKey Modification::flow_scope(ScopeKey scope) const {
    const ElementInstance* element = rows_.elements.find(ElementInstanceKey{scope.value});
    return element && element->type == ElementType::MultiInstanceBody ? element->scope_key : scope;
}

/// The scope that the sub-process of a scope is drawn in, as it runs.
ScopeKey Modification::scope_above(ScopeKey scope) const {
    const ElementInstance* element = rows_.elements.find(ElementInstanceKey{scope.value});
    if (element->type == ElementType::AdHocSubProcessInnerInstance) element = rows_.elements.find(ElementInstanceKey{element->scope_key.value});
    return flow_scope(element->scope_key);
}

Outcome<std::optional<ScopeKey>> Modification::ancestor_of_move(const MoveInstruction& move, ScopeKey source_scope) const {
    using Ancestor = MoveInstruction::Ancestor;
    switch (move.ancestor_kind) {
        case Ancestor::Found: return std::nullopt;
        case Ancestor::Direct: return move.ancestor;
        case Ancestor::SourceParent: return std::optional(flow_scope(source_scope));
        case Ancestor::Inferred: break;
    }
    const auto target = find_target(move.target_element_id);
    if (!target) return tl::unexpected(target.error());
    const auto around = scopes_around(**target);
    ScopeKey at = flow_scope(source_scope);
    while (const ElementInstance* element = rows_.elements.find(ElementInstanceKey{at.value})) {
        const bpmn::FlowNode* node = process_.find(element->element_id)->node;
        if (element->type != ElementType::MultiInstanceBody && std::ranges::find(around, node) != around.end()) break;
        at = element->scope_key;
    }
    return std::optional(at);
}

Outcome<Done> Modification::plan_move(const MoveInstruction& move) {
    const auto sources = find_sources(move.source);
    if (!sources) return tl::unexpected(sources.error());
    const auto move_from = [&](ScopeKey scope, const std::string& lineage) -> Outcome<Done> {
        const auto ancestor = ancestor_of_move(move, scope);
        if (!ancestor) return tl::unexpected(ancestor.error());
        return plan_arrival(move.target_element_id, *ancestor, lineage, flow_scope(scope), move.variables);
    };
    for (const ElementInstanceKey key : sources->elements) {
        const ElementInstance& source = *rows_.elements.find(key);
        if (auto moved = move_from(source.scope_key, source.lineage); !moved) return moved;
    }
    for (const TokenKey key : sources->tokens) {
        const Token& source = *rows_.tokens.find(key);
        if (source.flow_id.empty() && !source.held_by) continue;  // only a complex gateway's mark that it waits for the rest
        if (auto moved = move_from(source.scope_key, source.lineage); !moved) return moved;
    }
    return Done{};
}

Outcome<const bpmn::FlowNode*> Modification::find_target(const std::string& element_id) const {
    const ExecutableNode* found = process_.find(element_id);
    if (!found) return refuse("its process " + quoted(process_.id) + " has no element " + quoted(element_id) + ".");
    const bpmn::FlowNode& node = *found->node;
    const auto unfit = [&](const std::string& what, const std::string& mend) {
        return refuse("element " + quoted(element_id) + " is " + what + ", which can't be activated by itself. " + mend);
    };
    if (node.kind == bpmn::FlowNodeKind::StartEvent) return unfit("a start event", "Activate what follows it.");
    if (node.kind == bpmn::FlowNodeKind::BoundaryEvent) return unfit("a boundary event", "Activate what follows it.");
    if (node.activity() && node.activity()->is_for_compensation) {
        return unfit("for compensation only", "Activate an event that throws compensation.");
    }
    return &node;
}

Outcome<std::size_t> Modification::check_ancestor(ScopeKey ancestor, const bpmn::FlowNode& target,
                                                  const std::vector<const bpmn::FlowNode*>& scopes) const {
    if (ancestor == scope_of(rows_.key)) return 0;
    const ElementInstance* element = rows_.elements.find(ElementInstanceKey{ancestor.value});
    const std::string name = "the ancestor " + quoted(ancestor.value) + " of element " + quoted(target.id);
    if (!element) return refuse(name + " is no active element instance of it.");
    const auto place = std::ranges::find(scopes, process_.find(element->element_id)->node);
    if (place == scopes.end()) {
        return refuse(name + " is an instance of " + quoted(element->element_id) + ", which isn't around " + quoted(target.id) + ".");
    }
    if (element->type == ElementType::MultiInstanceBody) {
        return refuse(name + " is the body of the multi-instance activity " + quoted(element->element_id) +
                      ". Name one of its runs.");
    }
    if (ends(ancestor)) return refuse(name + " is terminated by the same modification.");
    if (element->life_cycle != ActivityLifeCycle::Active) return refuse(name + " isn't active yet, or no longer: it has an incident.");
    return static_cast<std::size_t>(place - scopes.begin()) + 1;
}

Outcome<std::optional<ScopeKey>> Modification::running(const bpmn::FlowNode& scope, ScopeKey in, const bpmn::FlowNode& target) const {
    std::vector<const ElementInstance*> found;
    rows_.elements.for_each([&](const ElementInstance& row) {
        if (row.element_id != scope.id || row.type == ElementType::MultiInstanceBody || row.life_cycle == ActivityLifeCycle::Terminating) return;
        if (flow_scope(row.scope_key) == in && !ends(scope_of(row.key))) found.push_back(&row);
    });
    if (found.empty()) return std::nullopt;
    if (found.size() > 1) {
        std::string keys;
        for (const ElementInstance* each : found) keys += (keys.empty() ? "" : ", ") + std::to_string(each->key.value);
        return refuse("element " + quoted(target.id) + " could be activated in " + std::to_string(found.size()) + " instances of " +
                      quoted(scope.id) + ": " + keys + ". Choose one as its ancestor.");
    }
    if (found.front()->life_cycle != ActivityLifeCycle::Active) {
        return refuse("the instance of " + quoted(scope.id) + " around element " + quoted(target.id) +
                      " isn't active yet, or no longer: it has an incident. Resolve that first.");
    }
    return scope_of(found.front()->key);
}

Outcome<Modification::Place> Modification::make_scope(const bpmn::FlowNode& node, Place in, bool is_shared, const bpmn::FlowNode& target) {
    const ElementInstance* around = in.made ? nullptr : rows_.elements.find(ElementInstanceKey{in.existing.value});
    const bool is_inner = around && around->element_id == node.id;  // an activation of an ad-hoc sub-process that is there
    if (process_.at(node).type == ElementType::AdHocSubProcess && !is_inner) {
        return refuse("element " + quoted(target.id) + " lies in the ad-hoc sub-process " + quoted(node.id) +
                      ", which isn't running. Activate " + quoted(node.id) + " first, then its elements.");
    }
    if (process_.at(node).is_loop() && !is_inner) {
        return refuse("element " + quoted(target.id) + " lies in the multi-instance activity " + quoted(node.id) +
                      ", which isn't running: nobody could say for which item. Activate " + quoted(node.id) + " itself.");
    }
    for (std::size_t i = 0; is_shared && i < scopes_.size(); ++i) {
        const MadeScope& made = scopes_[i];
        if (made.is_shared && made.node == &node && made.in.made == in.made && made.in.existing == in.existing) return Place{{}, i};
    }
    scopes_.push_back({&node, in, {}, is_shared});
    return Place{{}, scopes_.size() - 1};
}

Outcome<Done> Modification::plan_arrival(const std::string& element_id, std::optional<ScopeKey> ancestor, std::string lineage,
                                         ScopeKey lineage_scope, const std::vector<VariableInstruction>& instructions) {
    const auto target = find_target(element_id);
    if (!target) return tl::unexpected(target.error());
    const bpmn::FlowNode& node = **target;
    const auto scopes = scopes_around(node);
    Place at{ancestor.value_or(scope_of(rows_.key))};
    std::vector<Place> places;  // of `scopes`
    std::size_t next = 0;
    if (ancestor) {
        const auto checked = check_ancestor(*ancestor, node, scopes);
        if (!checked) return tl::unexpected(checked.error());
        next = *checked;
        // The scopes above the ancestor, for variables.
        ScopeKey up = *ancestor;
        for (std::size_t i = next; i-- > 0;) {
            places.insert(places.begin(), Place{up});
            up = scope_above(up);
        }
    }
    const auto enter_ad_hoc = [&](const bpmn::FlowNode& scope) -> Outcome<Done> {
        const ElementInstance* there = at.made ? nullptr : rows_.elements.find(ElementInstanceKey{at.existing.value});
        if (!there || there->type != ElementType::AdHocSubProcess) return Done{};
        const auto made = make_scope(scope, at, false, node);
        if (!made) return tl::unexpected(made.error());
        at = places.back() = *made;
        return Done{};
    };
    if (next > 0) {
        if (auto entered = enter_ad_hoc(*scopes[next - 1]); !entered) return entered;
    }
    for (; next < scopes.size(); ++next) {
        const bpmn::FlowNode& scope = *scopes[next];
        std::optional<ScopeKey> there;
        if (!ancestor && !at.made) {
            const auto looked = running(scope, at.existing, node);
            if (!looked) return tl::unexpected(looked.error());
            there = *looked;
        }
        if (there) {
            at = Place{*there};
        } else {
            const auto made = make_scope(scope, at, !ancestor, node);
            if (!made) return tl::unexpected(made.error());
            at = *made;
        }
        places.push_back(at);
        if (auto entered = enter_ad_hoc(scope); !entered) return entered;
    }
    Arrival arrival{&node, at, "", {}};
    if (!at.made && at.existing == lineage_scope) {
        arrival.lineage = std::move(lineage);
    } else if (const ElementInstance* around = at.made ? nullptr : rows_.elements.find(ElementInstanceKey{at.existing.value})) {
        arrival.lineage = around->lineage;
    }
    for (const VariableInstruction& instruction : instructions) {
        const auto variables = variables_of(instruction.variables);
        if (!variables) return tl::unexpected(variables.error());
        if (instruction.scope_id.empty() || instruction.scope_id == process_.id) {
            merge(variables_[scope_of(rows_.key)], *variables);
        } else if (instruction.scope_id == node.id) {
            merge(arrival.locals, *variables);
        } else {
            const auto place = std::ranges::find_if(scopes, [&](const auto* each) { return each->id == instruction.scope_id; });
            if (place == scopes.end()) {
                return refuse("the variables for element " + quoted(element_id) + " name the scope " + quoted(instruction.scope_id) +
                              ", which is neither that element nor around it.");
            }
            const Place where = places[static_cast<std::size_t>(place - scopes.begin())];
            merge(where.made ? scopes_[*where.made].variables : variables_[where.existing], *variables);
        }
    }
    arrivals_.push_back(std::move(arrival));
    return Done{};
}

void Modification::carry_out(World& world, Execution& execution) {
    for (const auto& [scope, variables] : variables_) {
        for (const auto& [name, value] : variables.entries()) set_variable(world, rows_, scope, name, value);
    }
    execution.values_changed(rows_);
    // What begins comes first, so that no scope that both need is left empty between.
    std::vector<ScopeKey> made;
    const auto key_of = [&](const Place& place) { return place.made ? made[*place.made] : place.existing; };
    for (const MadeScope& scope : scopes_) {
        made.push_back(scope_of(execution.open_scope(rows_, *scope.node, key_of(scope.in), feel::Value(scope.variables))));
    }
    for (Arrival& arrival : arrivals_) {
        feel::Value locals = arrival.locals.empty() ? feel::Value{} : feel::Value(std::move(arrival.locals));
        execution.place(rows_, *arrival.node, key_of(arrival.in), std::move(arrival.lineage), std::move(locals));
    }
    std::vector<ScopeKey> left;
    for (const TokenKey key : ended_tokens_) {
        left.push_back(rows_.tokens.find(key)->scope_key);
        execution.remove_token(rows_, key);
    }
    for (const ElementInstanceKey key : ending_order_) {
        const ElementInstance* element = rows_.elements.find(key);
        if (!element) continue;  // with the scope it ran in
        left.push_back(element->scope_key);
        execution.terminate_from_outside(rows_, key);
    }
    for (const ScopeKey scope : left) execution.end_if_empty(rows_, scope);
}

}  // namespace dandori::engine
