// By what right somebody decides, and what is written down of it: the approval patterns' sections 1, 2, 6.11 and 6.12.

#include <algorithm>

#include "bpmn/model/property.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/identity/audit_chain.h"
#include "engine/identity/digest.h"
#include "engine/port/all_rows.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/returns.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

bool holds_one(const std::vector<std::string>& list, std::string_view text) { return std::ranges::find(list, text) != list.end(); }

std::string date_of(Instant time) { return to_iso8601(time).substr(0, 10); }

/// Whether a timer interrupts the task of this element: it hangs there, or at the loop whose run it is.
bool is_of(const Timer& timer, const ElementInstance& element) {
    return timer.element_instance_key == element.key || scope_of(*timer.element_instance_key) == element.scope_key;
}

/// Four eyes: who has typed in what others said is no judge of it.
std::optional<Rejection> has_typed(const std::string& username, const std::vector<ApprovalDecision>& decisions) {
    for (const ApprovalDecision& each : decisions) {
        if (each.authority != Authority::ProxyEntry || each.actor_id != username) continue;
        return Rejection{Rejection::Code::Forbidden, "'" + username + "' typed in for '" + each.principal_id + "' what was said on '" + each.element_id +
                                                         "' (代行入力) and may not decide in this case. Somebody else must."};
    }
    return {};
}

}  // namespace

std::string person_in(const std::optional<feel::Value>& value) {
    if (!value) return {};
    if (value->is_string()) return value->as_string();
    if (!value->is_context()) return {};
    for (const char* member : {"username", "id"}) {
        const feel::Value* found = value->as_context().find(member);
        if (found && found->is_string()) return found->as_string();
    }
    return {};
}

std::optional<ProcessInstance> case_to_cancel(Reader& reader, InstanceRows& rows, ScopeKey scope, const std::string& variable) {
    const auto number = visible_variable(rows, scope, variable);
    if (!number || !number->is_string() || number->as_string().empty()) return {};
    auto found = find<ProcessInstance>(reader, Query{}.where_equals("businessId", number->as_string()).first(1)).rows;
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

const bpmn::FlowNode& Partition::model_of(const UserTask& task) {
    return *deployed_.executable(task.process_definition_key)->find(task.element_id)->node;
}

bool Partition::is_away(const std::string& username) const {
    bool found = false;
    directory().substitutions.for_each([&](const Substitution& row) { found = found || (row.principal == username && row.holds_at(now_)); });
    return found;
}

std::vector<std::string> Partition::circle_members(const std::string& group) const {
    std::vector<std::string> people;
    directory().memberships.for_each([&](const Membership& row) {
        if (row.circle_type == CircleType::Group && row.circle_id == group && row.member_type == OwnerType::User) people.push_back(row.member_id);
    });
    return people;
}

std::optional<Rejection> Partition::self_approval(const Actor& actor, InstanceRows& rows, const UserTask& task, const bpmn::FlowNode& node) {
    if (!decides(bpmn::property_of(node, "approval.step"))) return {};
    if (bpmn::property_of(node, "approval.selfApproval") == "allowed") return {};
    const ScopeKey scope = scope_of(task.element_instance_key);
    const std::string applicant = person_in(visible_variable(rows, scope, "applicant"));
    const bool typed_it = !applicant.empty() && actor.username == rows.process()->started_by;
    if (actor.username != applicant && !typed_it) return {};
    return Rejection{Rejection::Code::Forbidden, "'" + actor.username + "' " + (typed_it && actor.username != applicant ? "filed this for '" + applicant + "'" : "is the applicant") +
                                                     " and may not decide on it ('approval.selfApproval' of '" + task.element_id + "')."};
}

std::optional<Partition::Standing> Partition::standing_for_others(const Actor& actor, const UserTask& task, const bpmn::FlowNode& node) const {
    if (bpmn::property_of(node, "approval.delegable") == "false") return {};
    std::optional<Standing> found;
    directory().substitutions.for_each([&](const Substitution& row) {
        if (found || !row.holds_at(now_) || row.acts == SubstitutionActs::Apply || !row.is_for(task.process_definition_id)) return;
        if (!holds_one(row.substitutes, actor.username)) return;
        const bool is_candidate_of_it = holds_one(task.candidate_users, row.principal) || std::ranges::any_of(task.candidate_groups, [&](const auto& group) {
                                            return holds_one(circle_members(group), row.principal);
                                        });
        if (task.assignee ? *task.assignee == row.principal : is_candidate_of_it)
            found = Standing{Authority::Substitute, actor.username, row.principal, row.key, actor.address, ""};
    });
    return found;
}

Actor Partition::person_of(const std::string& username) const {
    Actor person;
    person.username = username;
    directory().memberships.for_each([&](const Membership& row) {
        if (row.circle_type == CircleType::Group && row.member_type == OwnerType::User && row.member_id == username) person.groups.push_back(row.circle_id);
    });
    return person;
}

std::vector<std::string> Partition::deciders_of(const UserTask& task) const {
    if (task.assignee) return {*task.assignee};
    std::vector<std::string> deciders = task.candidate_users;
    for (const std::string& group : task.candidate_groups) {
        for (std::string& each : circle_members(group)) deciders.push_back(std::move(each));
    }
    return deciders;
}

std::optional<Rejection> Partition::wrong_proxy(const ProxyEntry& proxy, const Actor* actor) {
    using Code = Rejection::Code;
    if (!actor) return Rejection{Code::InvalidArgument, "Who types for another (代行入力) must be known: sign in."};
    if (proxy.principal == actor->username) return Rejection{Code::InvalidArgument, "'" + actor->username + "' can't type for themselves: leave 'proxy' out."};
    if (!users_.get(store_, proxy.principal)) return Rejection{Code::InvalidArgument, "'proxy.principal' is '" + proxy.principal + "'; the username of a person is needed."};
    if (is_blank(proxy.evidence))
        return Rejection{Code::InvalidArgument, "A proxy entry (代行入力) needs evidence: say in 'proxy.evidence' how '" + proxy.principal + "' said so, when, and where that is kept."};
    return {};
}

Outcome<Partition::Standing> Partition::standing_of_proxy(const ProxyEntry& proxy, const Actor* actor, InstanceRows& rows, const UserTask& task) {
    const bool is_desk = may(actor, ResourceType::Component, Permission::Access, "operate") ||
                         may(actor, ResourceType::ProcessDefinition, Permission::CompleteUserTask, task.process_definition_id);
    if (!is_desk) return reject(Rejection::Code::Forbidden, "Only the desk, or who may complete all user tasks of the process, types for others (代行入力).");
    if (auto wrong = wrong_proxy(proxy, actor)) return tl::unexpected(std::move(*wrong));
    const bpmn::FlowNode& node = model_of(task);
    if (decides(bpmn::property_of(node, "approval.step")) && bpmn::property_of(node, "approval.proxyEntry") != "allowed") {
        return reject(Rejection::Code::Forbidden, "On '" + task.element_id + "' is decided, and nobody types that for another: its 'approval.proxyEntry' is not 'allowed'. "
                                                  "Let a substitute decide, or somebody in rank.");
    }
    const Actor principal = person_of(proxy.principal);
    if (task.assignee ? *task.assignee != principal.username : !is_candidate(task, principal))
        return reject(Rejection::Code::Forbidden, "'" + proxy.principal + "' has no say on '" + task.element_id + "': they are neither its assignee nor, without one, a candidate.");
    if (auto refused = self_approval(principal, rows, task, node)) return tl::unexpected(std::move(*refused));
    if (auto refused = self_approval(*actor, rows, task, node)) return tl::unexpected(std::move(*refused));
    // Who has decided themselves doesn't type others' decisions in the same case.
    const ProcessInstance& process = *rows.process();
    const auto decisions = decisions_of(process.root_process_instance_key.value_or(process.key));
    const auto gone = void_among(decisions);
    if (decides(bpmn::property_of(node, "approval.step"))) {
        if (auto refused = has_typed(principal.username, decisions)) return tl::unexpected(std::move(*refused));
    }
    for (const ApprovalDecision& each : decisions) {
        if (each.actor_id != actor->username || each.authority == Authority::ProxyEntry || !decides(bpmn::property_of(node, "approval.step"))) continue;
        if (holds_one(gone, std::to_string(each.key.value))) continue;
        if (is_approval(each.outcome) || each.outcome == "rejected" || each.outcome == "disagreed")
            return reject(Rejection::Code::Forbidden, "'" + actor->username + "' has decided on '" + each.element_id + "' in this case. Somebody else must type this.");
    }
    if (auto held = held_against(task, *actor, proxy.principal)) return tl::unexpected(std::move(*held));
    return Standing{Authority::ProxyEntry, actor->username, proxy.principal, {}, actor->address, proxy.evidence};
}

Outcome<bool> Partition::may_be_acted_on(InstanceRows& rows, const UserTask& task, const bpmn::FlowNode& node) {
    std::string text = bpmn::property_of(node, "approval.actingDecisionIf");
    if (text.empty()) return true;
    if (text.starts_with('=')) text.erase(0, 1);
    const auto refuse = [&](const std::string& why) {
        return reject(Rejection::Code::Forbidden, "Nobody may decide on '" + task.element_id + "' in place of who is away: 'approval.actingDecisionIf' " + why);
    };
    const auto condition = feel::Expression::parse(text);
    if (!condition) return refuse("can't be read: " + condition.error().text + " Deploy a model that mends it.");
    const feel::Value variables = visible_variables(rows, scope_of(task.element_instance_key));
    const feel::Value holds = condition->evaluate(feel::ContextScope(variables.is_context() ? variables.as_context() : feel::Context{}), surroundings_).value;
    if (!holds.is_boolean()) return refuse("(" + text + ") gave neither true nor false.");
    if (!holds.as_boolean()) return refuse("(" + text + ") does not hold.");
    return true;
}

Outcome<std::optional<Partition::Standing>> Partition::acting_decision(const Actor& actor, InstanceRows& rows, const UserTask& task, const bpmn::FlowNode& node) {
    using Found = std::optional<Standing>;
    const std::string ranks = bpmn::property_of(node, "approval.actingDecision");
    if (bpmn::property_of(node, "approval.step") != "decide" || ranks.empty() || ranks == "none") return Found{};
    const std::vector<std::string> deciders = deciders_of(task);
    const auto all_away = [&](const std::vector<std::string>& people) { return std::ranges::all_of(people, [&](const auto& each) { return is_away(each); }); };
    if (deciders.empty() || holds_one(deciders, actor.username) || !all_away(deciders)) return Found{};
    for (const std::string& rank : bpmn::words_between_commas(ranks)) {
        if (holds_one(actor.groups, rank)) {
            if (const auto may_be = may_be_acted_on(rows, task, node); !may_be) return tl::unexpected(may_be.error());
            return Found{Standing{Authority::ActingDecision, actor.username, deciders.front(), {}, actor.address, ""}};
        }
        if (!all_away(circle_members(rank))) return Found{};  // who is before them is there
    }
    return Found{};
}

void Partition::ask_for_later_inspection(InstanceRows& rows, const UserTask& task, const ApprovalDecision& decision, const std::string& reader) {
    std::optional<Instant> back;
    directory().substitutions.for_each([&](const Substitution& row) {
        if (row.principal == reader && row.holds_at(now_) && (!back || *back < row.until)) back = row.until;
    });
    feel::Context told;
    told.put("decisionKey", std::to_string(decision.key.value));
    told.put("caseKey", std::to_string(decision.case_key.value));
    told.put("caseNo", decision.case_no.value_or(""));
    told.put("step", task.name.value_or(task.element_id));
    told.put("outcome", decision.outcome);
    told.put("reason", decision.reason);
    told.put("authority", std::string(name_of(decision.authority)));
    told.put("evidence", decision.evidence.value_or(""));
    const auto user = users_.get(store_, reader);
    told.put("decider", reader);
    told.put("deciderName", user && user->name ? *user->name : reader);
    told.put("deputy", decision.actor_id);
    told.put("deputyName", decision.actor_name.value_or(decision.actor_id));
    told.put("applicant", person_in(visible_variable(rows, scope_of(task.element_instance_key), "applicant")));
    told.put("decidedAt", to_iso8601(decision.decided_at));
    told.put("backAt", to_iso8601(back.value_or(now_)));
    PublishMessage message;
    message.name = "approval.later-inspection";
    message.correlation_key = std::to_string(decision.key.value) + "/" + reader;
    message.tenant_id = decision.tenant_id;
    message.variables.text = feel::to_json(feel::Value(std::move(told)));
    sent_.push_back(std::move(message));
}

Outcome<Partition::Standing> Partition::standing(const Actor* actor, InstanceRows& rows, const UserTask& task, std::string_view doing) {
    if (!actor) return Standing{Authority::Rule, "", "", {}, "", ""};
    auto found = standing_whatever_holds(*actor, rows, task, doing);
    if (!found) return found;
    if (auto held = held_against(task, *actor, found->principal)) return tl::unexpected(std::move(*held));
    return found;
}

Outcome<Partition::Standing> Partition::standing_whatever_holds(const Actor& who, InstanceRows& rows, const UserTask& task, std::string_view doing) {
    const Actor* actor = &who;
    const bpmn::FlowNode& node = model_of(task);
    if (auto refused = self_approval(*actor, rows, task, node)) return tl::unexpected(std::move(*refused));
    if (decides(bpmn::property_of(node, "approval.step"))) {
        if (auto refused = has_typed(actor->username, decisions_of(rows.process()->root_process_instance_key.value_or(rows.key)))) return tl::unexpected(std::move(*refused));
    }
    const bool is_theirs = task.assignee ? *task.assignee == actor->username : is_candidate(task, *actor);
    const bool may_themselves = may(actor, task, Permission::Complete, Permission::CompleteUserTask);
    if (may_themselves && is_theirs) return Standing{Authority::Self, actor->username, actor->username, {}, actor->address, ""};
    if (auto for_another = standing_for_others(*actor, task, node)) return std::move(*for_another);
    auto deputy = acting_decision(*actor, rows, task, node);
    if (!deputy) return tl::unexpected(std::move(deputy.error()));
    if (*deputy) return std::move(**deputy);
    if (may_themselves) return Standing{Authority::Administrator, actor->username, actor->username, {}, actor->address, ""};
    // Who stood in until a moment ago is told so, not that they never might.
    std::optional<Instant> ended;
    directory().substitutions.for_each([&](const Substitution& row) {
        const bool is_over = !row.revoked_at && row.until <= now_ && holds_one(row.substitutes, actor->username);
        if (is_over && (!task.assignee || *task.assignee == row.principal) && (!ended || *ended < row.until)) ended = row.until;
    });
    std::string why = "This user task may only be " + std::string(doing) +
                      " by its assignee or, without one, by its candidates, by who stands in for them, or by whose authorizations say so.";
    if (ended) why += " A substitution ended " + date_of(*ended) + ".";
    return reject(Rejection::Code::Forbidden, std::move(why));
}

feel::Context Partition::told_in_change(const Standing& standing) const {
    feel::Context told;
    told.put("authority", std::string(name_of(standing.authority)));
    told.put("actor", standing.actor);
    told.put("principal", standing.principal);
    if (standing.substitution) told.put("substitution", standing.substitution->value);
    told.put("address", standing.address);
    told.put("evidence", standing.evidence);
    return told;
}

void Partition::user_task_completes(InstanceRows& rows, const UserTask& task, const feel::Context& change) {
    const feel::Value* told = change.find("standing");
    if (!told || bpmn::property_of(model_of(task), "approval.step").empty()) return;
    const auto read = feel::from_json(task.answer.text);
    const feel::Context answer = read && read->is_context() ? read->as_context() : feel::Context{};
    const auto text_in = [&](const char* name) {
        const feel::Value* value = answer.find(name);
        return value && value->is_string() ? value->as_string() : std::string();
    };
    const bool is_correction = bpmn::property_of(model_of(task), "approval.step") == "correct";
    std::string outcome = text_in("outcome");
    if (outcome.empty()) outcome = is_correction ? "submitted" : "";
    if (outcome.empty()) return;
    const feel::Context& standing = told->as_context();
    Standing by_right;
    by_right.authority = value_of<Authority>(standing.find("authority")->as_string()).value_or(Authority::Self);
    by_right.actor = standing.find("actor")->as_string();
    by_right.principal = standing.find("principal")->as_string();
    if (const feel::Value* key = standing.find("substitution")) by_right.substitution = SubstitutionKey{key->to_integer().value_or(0)};
    by_right.address = standing.find("address")->as_string();
    if (const feel::Value* evidence = standing.find("evidence")) by_right.evidence = evidence->as_string();
    std::string reason;
    for (const char* name : {"reason", "returnReason", "rejectReason", "opinion", "comment"}) {
        if (reason.empty()) reason = text_in(name);
    }
    Decided decided;
    decided.outcome = std::move(outcome);
    decided.reason = std::move(reason);
    decided.edits = edits_of(rows, task, answer);
    note_decision(rows, task, by_right, decided);
}

std::vector<ApprovalDecision> Partition::skipped_before(const UserTask& task, const std::string& decider, const std::vector<ApprovalDecision>& of_case) const {
    std::vector<ApprovalDecision> skipped;
    for (auto row = of_case.rbegin(); row != of_case.rend(); ++row) {
        if (row->process_instance_key != task.process_instance_key || row->key.value > task.key.value) continue;
        const bool was_taken_up = row->outcome == "skipped" && row->target_element_id == task.element_id && row->actor_id == decider;
        if (!was_taken_up) break;
        skipped.push_back(*row);
    }
    std::ranges::reverse(skipped);
    return skipped;
}

std::vector<ApprovalDecision> Partition::decisions_of(ProcessInstanceKey case_key) {
    std::vector<ApprovalDecision> rows;
    for_all_rows<ApprovalDecision>(store_, Query{}.where_equals("caseKey", case_key), [&](ApprovalDecision row) { rows.push_back(std::move(row)); });
    approval_decisions_.for_each([&](const ApprovalDecision& row) {
        if (row.case_key == case_key) rows.push_back(row);
    });
    return rows;
}

void Partition::name_person(const std::string& username, std::optional<std::string>& name, std::optional<std::string>& section,
                            std::optional<std::string>& post) {
    const auto user = username.empty() ? std::nullopt : users_.get(store_, username);
    if (!user) return;
    name = user->name;
    post = user->post;
    directory().memberships.for_each([&](const Membership& row) {
        const auto dot = row.circle_id.rfind('.');
        const bool is_post = row.circle_type == CircleType::Group && row.member_type == OwnerType::User && row.member_id == username;
        if (!section && is_post && dot != std::string::npos) section = row.circle_id.substr(0, dot);
    });
}

const bpmn::FlowNode* Partition::deemed_by(const Timer& timer) {
    const ExecutableNode* event = deployed_.executable(timer.process_definition_key)->find(timer.element_id);
    const std::string deemed = bpmn::property_of(*event->node, "approval.deemed");
    return deemed.empty() || deemed == "false" ? nullptr : event->node;
}

void Partition::note_lapse(InstanceRows& rows, const Timer& timer) {
    if (rows.user_tasks.empty()) return;
    const bpmn::FlowNode* event = deemed_by(timer);
    if (!event) return;
    Decided decided;
    decided.outcome = "deemed_approved";
    decided.effective_at = timer.due_date;
    decided.legal_basis = bpmn::property_of(*event, "approval.legalBasis");
    if (timer.reckoning != Json{}) decided.reckoning = timer.reckoning;
    rows.user_tasks.for_each([&](const UserTask& task) {
        const ElementInstance* element = rows.elements.find(task.element_instance_key);
        if (!element || !is_of(timer, *element) || bpmn::property_of(model_of(task), "approval.step").empty()) return;
        note_decision(rows, task, {Authority::Rule, "", "", {}, "", ""}, decided);
    });
}

InstanceRows* Partition::instance_with_task(UserTaskKey key) {
    InstanceRows* rows = instance_with(key);
    const UserTask* task = rows ? rows->user_tasks.find(key) : nullptr;
    const ElementInstance* element = task ? rows->elements.find(task->element_instance_key) : nullptr;
    if (!element || rows->process()->state == InstanceState::Suspended) return rows;
    const Timer* lapsed = nullptr;
    rows->timers.for_each([&](const Timer& timer) {
        if (!is_of(timer, *element) || now_ < timer.due_date || (lapsed && lapsed->due_date <= timer.due_date)) return;
        const bpmn::FlowNode& event = *deployed_.executable(timer.process_definition_key)->find(timer.element_id)->node;
        if (event.kind == bpmn::FlowNodeKind::BoundaryEvent && event.event()->interrupting) lapsed = &timer;
    });
    if (lapsed) {
        trigger_timer(*rows, *lapsed);
        run();
    }
    return rows;
}

void Partition::note_decision(InstanceRows& rows, const UserTask& task, const Standing& standing, const Decided& decided) {
    const ProcessInstance& process = *rows.process();
    const bpmn::FlowNode& node = model_of(task);
    const auto earlier = decisions_of(process.root_process_instance_key.value_or(process.key));
    ApprovalDecision row;
    row.case_key = process.root_process_instance_key.value_or(process.key);
    row.case_no = process.business_id;
    row.process_instance_key = process.key;
    row.process_definition_id = process.process_definition_id;
    row.tenant_id = process.tenant_id;
    row.element_id = task.element_id;
    row.element_instance_key = task.element_instance_key;
    row.user_task_key = task.key;
    if (!earlier.empty()) {
        // What the applicant took back and files again is the same round: nobody has decided.
        const bool is_anew = bpmn::property_of(node, "approval.step") == "correct" && decided.outcome != "pulled_back" && earlier.back().outcome != "pulled_back";
        row.round = earlier.back().round + (is_anew ? 1 : 0);
        row.previous_hash = earlier.back().hash;
    }
    const bool is_there = rows.elements.find(task.element_instance_key);
    row.document_version = document_version(rows, task);
    row.version_number = (earlier.empty() ? 1 : earlier.back().version_number.value_or(1)) + (decided.edits ? 1 : 0);
    row.edits = decided.edits;
    row.outcome = decided.outcome;
    row.authority = standing.authority;
    row.actor_id = standing.actor;
    row.principal_id = standing.principal;
    name_person(row.actor_id, row.actor_name, row.actor_section, row.actor_post);
    name_person(row.principal_id, row.principal_name, row.principal_section, row.principal_post);
    row.substitution_key = standing.substitution;
    row.reason = decided.reason;
    row.decided_at = now_;
    row.effective_at = decided.effective_at.value_or(now_);
    std::string basis = decided.legal_basis.empty() ? bpmn::property_of(node, "approval.legalBasis") : decided.legal_basis;
    if (!basis.empty()) row.legal_basis = std::move(basis);
    if (!standing.address.empty()) row.client_address = standing.address;
    if (!standing.evidence.empty()) row.evidence = standing.evidence;
    row.target_element_id = decided.target;
    row.reckoning = decided.reckoning;
    row.voids = decided.voids;
    row.restores = decided.restores;
    // Their own step, to which they took the case up.
    const auto skipped = skipped_before(task, row.actor_id, earlier);
    if (row.authority == Authority::Self && row.outcome != "skipped" && !skipped.empty()) row.authority = Authority::TakenUp;
    if (decided.outcome == "returned") {
        // Approvals that the case will pass again: of the steps that a return names, else, to the applicant, all.
        const auto gone = void_among(earlier);
        for (const auto& each : earlier) {
            const bool is_passed = !decided.passed || std::ranges::find(*decided.passed, each.element_instance_key) != decided.passed->end();
            if (is_approval(each.outcome) && is_passed && !holds_one(gone, std::to_string(each.key.value))) row.voids.push_back(std::to_string(each.key.value));
        }
    }
    // What was approved of an earlier version stands, marked as such, unless the step says otherwise.
    const std::string edit_voids = row.edits ? bpmn::property_of(node, "approval.editVoids") : std::string();
    if (edit_voids == "earlier" || edit_voids == "all") {
        const auto gone = void_among(earlier);
        for (const ApprovalDecision& each : earlier) {
            const bool is_meant = edit_voids == "all" || each.process_instance_key == row.process_instance_key;
            const std::string key = std::to_string(each.key.value);
            if (is_meant && is_approval(each.outcome) && !holds_one(gone, key) && !holds_one(row.voids, key)) row.voids.push_back(key);
        }
    }
    row.key = {next_key()};
    row.hash = decision_hash(row);
    // 6.11, 6.12: in whose absence or name it was decided, and who was passed over, reads it. The process that sees to it is the house's
    // own; nothing waits for it.
    if (row.authority == Authority::ActingDecision || row.authority == Authority::ProxyEntry) ask_for_later_inspection(rows, task, row, row.principal_id);
    if (row.authority == Authority::TakenUp && (is_approval(row.outcome) || row.outcome == "rejected")) {
        for (const ApprovalDecision& each : skipped) {
            if (!each.principal_id.empty()) ask_for_later_inspection(rows, task, row, each.principal_id);
        }
    }
    // 取消申請: what was decided in the other case no longer holds, and its own chain says so.
    const std::string cancels = bpmn::property_of(node, "approval.cancels");
    const auto cancelled = !cancels.empty() && is_approval(row.outcome) ? case_to_cancel(store_, rows, is_there ? scope_of(task.element_instance_key) : scope_of(rows.key), cancels)
                                                                        : std::nullopt;
    const auto of_other = cancelled ? decisions_of(cancelled->key) : std::vector<ApprovalDecision>{};
    if (!of_other.empty()) {
        ApprovalDecision other = row;
        const ApprovalDecision& last = of_other.back();
        const auto gone = void_among(of_other);
        other.case_key = cancelled->key;
        other.case_no = cancelled->business_id;
        other.process_instance_key = cancelled->key;
        other.process_definition_id = cancelled->process_definition_id;
        other.tenant_id = cancelled->tenant_id;
        other.element_id = last.element_id;
        other.element_instance_key = last.element_instance_key;
        other.user_task_key = last.user_task_key;
        other.round = last.round;
        other.document_version = last.document_version;
        other.version_number = last.version_number;
        other.edits.reset();
        other.outcome = "cancelled";
        other.reason = row.case_no.value_or(std::to_string(row.case_key.value)) + (row.reason.empty() ? "" : ": " + row.reason);
        other.restores.clear();
        other.voids.clear();
        for (const ApprovalDecision& each : of_other) {
            if (is_approval(each.outcome) && !holds_one(gone, std::to_string(each.key.value))) other.voids.push_back(std::to_string(each.key.value));
        }
        other.previous_hash = last.hash;
        other.key = {next_key()};
        other.hash = decision_hash(other);
        approval_decisions_.put(std::move(other));
    }
    approval_decisions_.put(std::move(row));
}

Outcome<CreateSubstitution::Answer> Partition::execute(const CreateSubstitution& command, const Actor* actor) {
    Substitution row;
    row.principal = command.principal.empty() && actor ? actor->username : command.principal;
    const auto wrong = [](std::string why) { return reject(Rejection::Code::InvalidArgument, std::move(why)); };
    const bool is_own = actor && row.principal == actor->username;
    if (!is_own && !may(actor, ResourceType::User, Permission::Update, row.principal)) return tl::unexpected(insufficient(Permission::Update, ResourceType::User));
    if (!users_.get(store_, row.principal)) return reject(Rejection::Code::NotFound, "There is no person '" + row.principal + "' who could be away.");
    if (command.until <= command.from) return wrong("'until' must be later than 'from'.");
    if (command.from.milliseconds < now_.milliseconds - 60'000) return wrong("A substitution doesn't begin in the past: 'from' is " + to_iso8601(command.from) + ".");
    if (command.reason.find_first_not_of(" \t\r\n") == std::string::npos && !is_own) return wrong("Who says it for somebody else gives a 'reason'.");
    for (const std::string& each : command.substitutes) {
        if (each == row.principal) return wrong("'" + each + "' can't stand in for themselves.");
        if (!users_.get(store_, each)) return reject(Rejection::Code::NotFound, "There is no person '" + each + "' who could stand in.");
    }
    row.key = {next_key()};
    row.substitutes = command.substitutes;
    row.from = command.from;
    row.until = command.until;
    row.process_definition_ids = command.process_definition_ids;
    row.acts = command.acts;
    row.reason = command.reason;
    row.granted_by = actor ? actor->username : "";
    row.created_at = now_;
    CreateSubstitution::Answer answer{row, {}};
    directory_.substitutions.for_each([&](const Substitution& other) {
        if (other.revoked_at || other.until <= row.from || row.until <= other.from) return;
        if (holds_one(row.substitutes, other.principal)) {
            answer.warnings.push_back("'" + other.principal + "' is away then, too, and nobody stands in for them with these tasks: substitution isn't handed on.");
        }
        if (holds_one(other.substitutes, row.principal)) {
            answer.warnings.push_back("The tasks of '" + other.principal + "', for whom '" + row.principal + "' stands in, are not handed on.");
        }
    });
    directory_.substitutions.put(std::move(row));
    return answer;
}

Outcome<Done> Partition::execute(const RevokeSubstitution& command, const Actor* actor) {
    Substitution* row = directory_.substitutions.change(command.key);
    if (!row) return reject(Rejection::Code::NotFound, "There is no substitution '" + std::to_string(command.key.value) + "'.");
    const bool is_own = actor && row->principal == actor->username;
    if (!is_own && !may(actor, ResourceType::User, Permission::Update, row->principal)) return tl::unexpected(insufficient(Permission::Update, ResourceType::User));
    if (row->revoked_at || row->until <= now_) return reject(Rejection::Code::InvalidState, "The substitution '" + std::to_string(command.key.value) + "' has ended already.");
    row->revoked_at = now_;
    return Done{};
}

}  // namespace dandori::engine
