#include "engine/runtime/migration.h"

#include <algorithm>

#include "engine/behavior/subscriptions.h"
#include "engine/feel/json.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string kind_words(const ExecutableNode& node) {
    std::string words(bpmn::element_name(node.node->kind));
    if (node.multi_instance) words += node.multi_instance->is_sequential ? " (sequential multi-instance)" : " (parallel multi-instance)";
    if (node.standard_loop) words += " (loop)";
    if (node.type == ElementType::EventSubProcess) words += " (triggered by event)";
    if (node.user_task) words += " (user task of the engine)";
    if (node.job) words += " (job)";
    for (const CompiledEvent& event : node.events) {
        constexpr std::string_view names[] = {"message", "timer", "error", "escalation", "signal", "conditional", "compensation", "cancel", "terminate", "link"};
        words += " (" + std::string(names[static_cast<std::size_t>(event.kind)]) + ")";
    }
    const bpmn::Event* event = node.node->event();
    const bool may_interrupt = event && (event->position == bpmn::EventPosition::Boundary || event->position == bpmn::EventPosition::Start);
    if (may_interrupt && !event->interrupting) words += " (not interrupting)";
    return words;
}

/// What waits beside an element that is active: its boundary events, the event sub-processes in it, and what an event-based
/// gateway looks out for. A catching element's own event is among them.
std::vector<const bpmn::FlowNode*> catchers_at(const bpmn::FlowNode& node, const ElementInstance& instance) {
    std::vector<const bpmn::FlowNode*> catchers;
    const auto add_event_sub_processes = [&](const bpmn::Scope& scope) {
        for (const bpmn::FlowNode* each : scope.event_sub_processes) {
            catchers.insert(catchers.end(), each->scope()->start_events.begin(), each->scope()->start_events.end());
        }
    };
    if (instance.type == ElementType::AdHocSubProcessInnerInstance) return catchers;
    if (node.activity() && !instance.loop_counter) catchers = node.activity()->boundary_events;
    if (instance.type == ElementType::MultiInstanceBody) return catchers;
    if (node.scope()) add_event_sub_processes(*node.scope());
    else if (node.kind == bpmn::FlowNodeKind::EventBasedGateway) {
        for (const bpmn::SequenceFlow* flow : node.outgoing) catchers.push_back(flow->target);
    } else {
        catchers.push_back(&node);
    }
    return catchers;
}

/// What an ad-hoc sub-process has yet to activate: contexts with an `id`, in its memory.
feel::List planned_in(const ElementInstance& ad_hoc) {
    const auto memory = feel::from_json(ad_hoc.memory.text);
    const feel::Value* planned = memory && memory->is_context() ? memory->as_context().find("planned") : nullptr;
    return planned && planned->is_list() ? planned->as_list() : feel::List{};
}

std::vector<std::string> planned_ids(const ElementInstance& ad_hoc) {
    std::vector<std::string> ids;
    for (const feel::Value& each : planned_in(ad_hoc)) ids.push_back(each.as_context().find("id")->as_string());
    return ids;
}

template <class Rename>
void rename_planned(ElementInstance& ad_hoc, const Rename& rename) {
    feel::List planned;
    for (const feel::Value& each : planned_in(ad_hoc)) {
        feel::Context entry = each.as_context();
        std::string id = entry.find("id")->as_string();
        rename(id);
        entry.put("id", id);
        planned.push_back(feel::Value(std::move(entry)));
    }
    if (planned.empty()) return;
    feel::Context memory = feel::from_json(ad_hoc.memory.text)->as_context();
    memory.put("planned", std::move(planned));
    ad_hoc.memory.text = feel::to_json(feel::Value(std::move(memory)));
}

std::vector<const bpmn::FlowNode*> catchers_of_process(const Executable& process) {
    std::vector<const bpmn::FlowNode*> catchers;
    for (const bpmn::FlowNode* each : process.process->scope.event_sub_processes) {
        catchers.insert(catchers.end(), each->scope()->start_events.begin(), each->scope()->start_events.end());
    }
    return catchers;
}

}  // namespace

tl::unexpected<Rejection> Migration::refuse(Rejection::Code code, const std::string& why) const {
    const std::string name = code == Rejection::Code::InvalidState ? "INVALID_STATE" : "INVALID_ARGUMENT";
    return reject(code, "Command 'MIGRATE' rejected with code '" + name + "': Expected to migrate process instance '" +
                            std::to_string(rows_.key.value) + "' to process definition '" + std::to_string(target_.key.value) +
                            "', but " + why);
}

const ExecutableNode* Migration::mapped(std::string_view source_id) const {
    if (source_id.ends_with(inner_instance_suffix)) source_id.remove_suffix(inner_instance_suffix.size());
    const auto found = nodes_.find(source_id);
    return found == nodes_.end() ? nullptr : found->second;
}

const bpmn::SequenceFlow* Migration::mapped_flow(const std::string& source_id) const {
    const auto found = flows_.find(source_id);
    if (found != flows_.end()) return found->second;
    const auto* same = target_.definitions->find_as<bpmn::SequenceFlow>(source_id);
    return same && same->parent->process == target_.process ? same : nullptr;
}

Outcome<Done> Migration::read(const MigrationPlan& plan) {
    for (const MappingInstruction& mapping : plan.mappings) {
        const std::string from = in_quotes(mapping.source_element_id), to = in_quotes(mapping.target_element_id);
        if (nodes_.contains(mapping.source_element_id) || flows_.contains(mapping.source_element_id)) {
            return refuse(Rejection::Code::InvalidArgument, "element " + from + " is mapped twice.");
        }
        const auto* flow = source_.definitions->find_as<bpmn::SequenceFlow>(mapping.source_element_id);
        if (flow && flow->parent->process == source_.process) {
            const auto* target = target_.definitions->find_as<bpmn::SequenceFlow>(mapping.target_element_id);
            if (!target || target->parent->process != target_.process) {
                return refuse(Rejection::Code::InvalidArgument, "the target has no sequence flow " + to + ".");
            }
            flows_[mapping.source_element_id] = target;
            continue;
        }
        if (!source_.find(mapping.source_element_id)) {
            return refuse(Rejection::Code::InvalidArgument, "its process has no element " + from + ".");
        }
        const ExecutableNode* target = target_.find(mapping.target_element_id);
        if (!target) return refuse(Rejection::Code::InvalidArgument, "the target has no element " + to + ".");
        nodes_[mapping.source_element_id] = target;
    }
    for (const auto& [source_id, target] : nodes_) {
        const std::string before = kind_words(*source_.find(source_id)), after = kind_words(*target);
        if (before != after) {
            return impossible("element " + in_quotes(source_id) + " is mapped to " + in_quotes(target->node->id) +
                              ", which is of another kind: " + before + " can't become " + after + ".");
        }
    }
    return Done{};
}

Outcome<Done> Migration::check_element(const ElementInstance& element) const {
    const bpmn::FlowNode& before = *source_.find(element.element_id)->node;
    const ExecutableNode* target = mapped(element.element_id);
    if (element.life_cycle == ActivityLifeCycle::Terminating) {
        return impossible("listeners look at how element " + in_quotes(element.element_id) + " is terminated. Migrate once they are done.");
    }
    if (!target) {
        return impossible("element " + in_quotes(element.element_id) + " is active and has no mapping. Map it to an element of the target.");
    }
    const bpmn::FlowNode* around_before = before.parent->owner;
    const bpmn::FlowNode* around_after = target->node->parent->owner;
    // What undoes a scope that is over may run where that scope isn't mapped: there the id must be the same.
    const ExecutableNode* around_mapped = around_before ? mapped(around_before->id) : nullptr;
    const bool fits = !around_before ? !around_after
                                     : around_after && (around_mapped ? around_mapped->node == around_after
                                                                      : around_before->id == around_after->id);
    if (!fits) {
        return impossible("element " + in_quotes(element.element_id) + " lies in " +
                          (around_before ? in_quotes(around_before->id) : "the process itself") + ", and " + in_quotes(target->node->id) +
                          " in " + (around_after ? in_quotes(around_after->id) : "the process itself") +
                          ". The scopes around an active element must be mapped to those around its target.");
    }
    return element.type == ElementType::AdHocSubProcess ? check_plan(element) : Outcome<Done>(Done{});
}

Outcome<Done> Migration::check_token(const Token& token) const {
    if (token.held_by) {
        return impossible("a token waits for listeners in front of " + in_quotes(token.element_id) + ". Migrate once they are done.");
    }
    const ExecutableNode* target = mapped(token.element_id);
    if (!target) {
        return impossible("a token waits in front of " + in_quotes(token.element_id) + ", which has no mapping. Map it to a join of the target.");
    }
    const auto leads_there = [&](const std::string& flow_id) {
        const bpmn::SequenceFlow* flow = mapped_flow(flow_id);
        return flow && flow->target == target->node;
    };
    std::string flows = token.flow_id.empty() ? token.taken_flows : token.flow_id;  // a complex gateway's mark names its flows there
    for (std::size_t from = 0; from < flows.size();) {
        const std::size_t to = std::min(flows.find(' ', from), flows.size());
        const std::string flow = flows.substr(from, to - from);
        if (!leads_there(flow)) {
            return impossible("a token came to " + in_quotes(token.element_id) + " by sequence flow " + in_quotes(flow) +
                              ", and no such flow leads to " + in_quotes(target->node->id) + ". Map the sequence flow, too.");
        }
        from = to + 1;
    }
    return Done{};
}

Outcome<Done> Migration::check_compensable(const Compensable& row) const {
    const ExecutableNode* activity = mapped(row.activity_id) ? mapped(row.activity_id) : target_.find(row.activity_id);
    const auto refusal = [&](const std::string& why) {
        return impossible("the completed activity " + in_quotes(row.activity_id) + " could still be compensated, and " + why +
                          " Map it to an activity with a compensation handler.");
    };
    if (!activity || !activity->node->activity()) return refusal("the target has no activity for it.");
    if (row.handler_id.empty()) return Done{};
    for (const bpmn::FlowNode* boundary : activity->node->activity()->boundary_events) {
        if (boundary->event()->compensation_handler) return Done{};
    }
    return refusal("its target " + in_quotes(activity->node->id) + " has no compensation handler.");
}

Outcome<Done> Migration::check_plan(const ElementInstance& ad_hoc) const {
    for (const std::string& id : planned_ids(ad_hoc)) {
        const ExecutableNode* node = mapped(id) ? mapped(id) : target_.find(id);
        if (!node || node->node->parent->owner != mapped(ad_hoc.element_id)->node) {
            return impossible("element " + in_quotes(id) + " is yet to run in " + in_quotes(ad_hoc.element_id) +
                              ", and the target has none for it. Map it, too.");
        }
    }
    return Done{};
}

Outcome<Done> Migration::plan_catchers(ElementInstanceKey owner, const std::vector<const bpmn::FlowNode*>& before,
                                       const std::vector<const bpmn::FlowNode*>& after) {
    std::vector<const bpmn::FlowNode*> kept;
    for (const bpmn::FlowNode* catcher : before) {
        const ExecutableNode* target = mapped(catcher->id);
        if (!target) {
            closed_.push_back({owner, &source_.at(*catcher)});
        } else if (std::ranges::find(after, target->node) == after.end()) {
            return impossible("the event " + in_quotes(catcher->id) + " waits beside an active element, and its target " +
                              in_quotes(target->node->id) + " isn't beside that element's target.");
        } else {
            kept.push_back(target->node);
        }
    }
    for (const bpmn::FlowNode* catcher : after) {
        if (std::ranges::find(kept, catcher) != kept.end()) continue;
        const ExecutableNode& node = target_.at(*catcher);
        if (const auto opens = check_subscriptions(world_, rows_, target_, node, ScopeKey{owner.value}); !opens) {
            return impossible("what " + in_quotes(catcher->id) + " would wait for can't be read: " + opens.error().text);
        }
        opened_.push_back({owner, &node});
    }
    return Done{};
}

Outcome<Done> Migration::plan(const MigrationPlan& plan) {
    if (auto done = read(plan); !done) return done;
    std::optional<Rejection> rejection;
    const auto note = [&](const Outcome<Done>& done) {
        if (!done && !rejection) rejection = done.error();
    };
    rows_.elements.for_each([&](const ElementInstance& row) { if (!rejection) note(check_element(row)); });
    rows_.tokens.for_each([&](const Token& row) { if (!rejection) note(check_token(row)); });
    rows_.jobs.for_each([&](const Job& row) {
        // What comes after it is counted in the listeners of the old model.
        const bool is_listener = row.kind == JobKind::ExecutionListener || row.kind == JobKind::TaskListener;
        if (is_listener && !rejection) note(impossible("a listener of " + in_quotes(row.element_id) + " isn't done. Migrate once it is."));
    });
    rows_.compensables.for_each([&](const Compensable& row) { if (!rejection) note(check_compensable(row)); });
    if (!rejection) note(plan_catchers(ElementInstanceKey{rows_.key.value}, catchers_of_process(source_), catchers_of_process(target_)));
    rows_.elements.for_each([&](const ElementInstance& row) {
        // What isn't active yet, or no longer, waits for nothing.
        if (rejection || row.life_cycle != ActivityLifeCycle::Active) return;
        note(plan_catchers(row.key, catchers_at(*source_.find(row.element_id)->node, row),
                           catchers_at(*mapped(row.element_id)->node, row)));
    });
    if (rejection) return tl::unexpected(*rejection);
    return Done{};
}

std::string Migration::mapped_taken_flows(const Token& mark) const {
    std::string flows;
    for (std::size_t from = 0; from < mark.taken_flows.size();) {
        const std::size_t to = std::min(mark.taken_flows.find(' ', from), mark.taken_flows.size());
        flows += (flows.empty() ? "" : " ") + mapped_flow(mark.taken_flows.substr(from, to - from))->id;
        from = to + 1;
    }
    return flows;
}

void Migration::carry_out(Execution& execution) {
    for (const Catcher& each : closed_) execution.unsubscribe(rows_, each.owner, each.node->node->id);
    const auto all = [](const auto&) { return true; };
    const auto new_id = [&](std::string& id) {
        const ExecutableNode* node = mapped(id) ? mapped(id) : target_.find(id);
        const bool is_inner = id.ends_with(inner_instance_suffix);
        if (node) id = node->node->id + (is_inner ? std::string(inner_instance_suffix) : "");
        else if (id == source_.id) id = target_.id;  // an incident of the process itself
    };
    const auto carry = [&](auto& rows, auto&& change) {
        for (const auto key : rows.keys_where(all)) {
            auto& row = *rows.change(key);
            if constexpr (requires { row.element_id; }) new_id(row.element_id);
            if constexpr (requires { row.process_definition_key; }) row.process_definition_key = target_.key;
            if constexpr (requires { row.process_definition_id; }) row.process_definition_id = target_.id;
            change(row);
        }
    };
    const auto nothing_more = [](auto&) {};
    carry(rows_.elements, [&](ElementInstance& row) {
        const ExecutableNode& node = *target_.find(row.element_id);
        row.element_name = node.node->name.empty() ? node.node->id : node.node->name;
        if (row.type != ElementType::AdHocSubProcess) return;
        rename_planned(row, new_id);
    });
    carry(rows_.tokens, [&](Token& row) {
        if (row.flow_id.empty()) row.taken_flows = mapped_taken_flows(row);
        else row.flow_id = mapped_flow(row.flow_id)->id;
    });
    carry(rows_.jobs, nothing_more);
    carry(rows_.user_tasks, [&](UserTask& row) {
        row.process_definition_version = target_.version;
        row.process_name.reset();
        if (!target_.name.empty()) row.process_name = target_.name;
    });
    carry(rows_.timers, nothing_more);
    carry(rows_.subscriptions, [&](MessageSubscription& row) { row.last_updated_date = world_.now(); });
    carry(rows_.signals, nothing_more);
    carry(rows_.conditions, nothing_more);
    carry(rows_.occurrences, nothing_more);
    carry(rows_.incidents, nothing_more);
    carry(rows_.compensables, [&](Compensable& row) {
        new_id(row.activity_id);
        if (row.handler_id.empty()) return;
        for (const bpmn::FlowNode* boundary : target_.find(row.activity_id)->node->activity()->boundary_events) {
            if (const auto* handler = boundary->event()->compensation_handler) row.handler_id = handler->id;
        }
    });
    carry(rows_.process_instance, [&](ProcessInstance& row) {
        row.process_definition_version = target_.version;
        row.process_definition_version_tag = target_.version_tag;
        row.process_definition_name.reset();
        if (!target_.name.empty()) row.process_definition_name = target_.name;
    });
    for (const Catcher& each : opened_) {
        const auto opened = open_subscriptions(world_, rows_, target_, *each.node, ScopeKey{each.owner.value}, each.owner);
        if (!opened) throw std::logic_error("A subscription that could be opened a moment ago can't be now: " + opened.error().text);
    }
    execution.definition_changed(rows_);
}

}  // namespace dandori::engine
