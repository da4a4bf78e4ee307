#include "engine/runtime/audit.h"

#include <algorithm>
#include <boost/json.hpp>

#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/identity/audit_chain.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

constexpr std::int64_t trimming_ms = 60 * 60'000;
constexpr std::size_t trimmed_max = 1'000;  ///< rows removed in one command
constexpr std::int64_t audit_day_ms = 24 * 60 * 60'000;

boost::json::value audit_value(const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth;
    if (const auto* text = std::get_if<std::string>(&cell)) return boost::json::value(boost::json::string(*text));
    return nullptr;
}

/// What the row says about where it belongs.
template <class Row>
void take_context(AuditEntry& entry, const Row& row) {
    if constexpr (requires { row.tenant_id; }) entry.tenant_id = row.tenant_id;
    if constexpr (requires { row.process_definition_id; }) entry.process_definition_id = row.process_definition_id;
    if constexpr (requires { row.process_definition_key; }) entry.process_definition_key = row.process_definition_key;
    if constexpr (requires { row.process_instance_key; }) entry.process_instance_key = row.process_instance_key;
    if constexpr (requires { row.root_process_instance_key; }) entry.root_process_instance_key = row.root_process_instance_key;
    if constexpr (requires { row.element_instance_key; }) entry.element_instance_key = row.element_instance_key;
}

AuditDraft draft_of(AuditEntityType type, AuditOperation operation, AuditCategory category, std::string entity_key) {
    AuditDraft draft;
    draft.entry.entity_type = type;
    draft.entry.operation = operation;
    draft.entry.category = category;
    draft.entry.entity_key = std::move(entity_key);
    return draft;
}

AuditEntityType entity_of(CircleType type) {
    return type == CircleType::Group ? AuditEntityType::Group : type == CircleType::Role ? AuditEntityType::Role : AuditEntityType::Tenant;
}

AuditEntityType entity_of(OwnerType type) {
    switch (type) {
        case OwnerType::Group: return AuditEntityType::Group;
        case OwnerType::Role: return AuditEntityType::Role;
        case OwnerType::MappingRule: return AuditEntityType::MappingRule;
        case OwnerType::Client: return AuditEntityType::Client;
        default: return AuditEntityType::User;
    }
}

constexpr AuditEntityType directory_entities[] = {AuditEntityType::User, AuditEntityType::Group, AuditEntityType::Role,
                                                  AuditEntityType::Tenant, AuditEntityType::MappingRule};

}  // namespace

template <class Row>
Json audit_difference(const Row* before, const Row* after) {
    boost::json::object changes;
    for_each_field<Row>([&](const auto& field) {
        const Cell was = before ? to_cell(before->*(field.member)) : Cell{};
        const Cell is = after ? to_cell(after->*(field.member)) : Cell{};
        if (was == is) return;
        if (field.name == "passwordHash") changes["password"] = boost::json::array{nullptr, "(set)"};  // that it changed, not to what
        if (field.use == FieldUse::Internal || field.use == FieldUse::InternalIndexed) return;
        changes[field.name] = boost::json::array{audit_value(was), audit_value(is)};
    });
    return {boost::json::serialize(changes)};
}

void Partition::audit(AuditDraft draft, const Actor* actor, const Rejection* rejection) {
    AuditEntry& entry = draft.entry;
    entry.key = {next_key()};
    entry.timestamp = now_;
    entry.actor_type = !actor ? AuditActorType::Anonymous : actor->is_client ? AuditActorType::Client : AuditActorType::User;
    if (actor) entry.actor_id = actor->username;
    if (actor) entry.address = actor->address;
    entry.result = rejection ? AuditResult::Fail : AuditResult::Success;
    if (rejection) entry.text = rejection->text;
    else if (draft.changes) entry.changes = draft.changes();
    entry.previous_hash = last_audit_hash_;
    entry.hash = last_audit_hash_ = audit_hash(entry);
    next_number(audit_written_sequence);
    audit_entries_.put(std::move(entry));
    trim_audit();
}

void Partition::trim_audit() {
    if (settings_.audit_days_max == 0 || now_ - audit_trimmed_at_ < trimming_ms) return;
    const Instant oldest = now_ + -settings_.audit_days_max * audit_day_ms;
    const auto found = find<AuditEntry>(store_, Query{}.where("timestamp", Operator::Less, {to_cell(oldest)}).first(trimmed_max));
    for (const AuditEntry& row : found.rows) {
        if (audit_entries_.has_changed(row.key)) continue;  // by a command of this batch
        audit_entries_.remove(row.key);
        next_number(audit_removed_sequence);
    }
    // As long as there are more, the next command takes the next of them.
    if (found.rows.size() < trimmed_max) audit_trimmed_at_ = now_;
}

void Partition::load_audit() {
    audit_entries_.clear();
    audit_trimmed_at_ = {};
    const auto newest = find<AuditEntry>(store_, Query{}.sorted_by("auditLogKey", true).first(1));
    last_audit_hash_ = newest.rows.empty() ? "" : newest.rows.front().hash;
}

template <class Row>
void Partition::watch(AuditDraft& draft, Key<Row> key, LiveRows<Row> InstanceRows::* kind) {
    InstanceRows* rows = instance_with(key);
    const Row* row = rows ? (rows->*kind).find(key) : nullptr;
    if (!row) return;
    take_context(draft.entry, *row);
    draft.entry.entity_description = row->element_id;
    draft.changes = [this, before = *row, owner = rows->key, key, kind] {
        Json changes;
        const auto held = instances_.find(owner);
        if (held != instances_.end()) {
            ((*held->second.rows).*kind).peek(key, [&](const Row& after) { changes = audit_difference(&before, &after); });
        }
        return changes;
    };
}

AuditDraft Partition::draft_of_task(UserTaskKey key, AuditOperation operation) {
    auto draft = draft_of(AuditEntityType::UserTask, operation, AuditCategory::UserTasks, std::to_string(key.value));
    draft.entry.user_task_key = key;
    watch(draft, key, &InstanceRows::user_tasks);
    return draft;
}

std::optional<AuditDraft> Partition::draft_of_job(JobKey key, AuditOperation operation, bool is_workers) {
    if (is_workers && settings_.audit != AuditScope::Everything) return {};
    auto draft = draft_of(AuditEntityType::Job, operation, AuditCategory::DeployedResources, std::to_string(key.value));
    draft.entry.job_key = key;
    watch(draft, key, &InstanceRows::jobs);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const AssignUserTask& it) { return draft_of_task(it.key, AuditOperation::Assign); }
std::optional<AuditDraft> Partition::draft_audit(const UnassignUserTask& it) { return draft_of_task(it.key, AuditOperation::Unassign); }
std::optional<AuditDraft> Partition::draft_audit(const UpdateUserTask& it) { return draft_of_task(it.key, AuditOperation::Update); }
std::optional<AuditDraft> Partition::draft_audit(const CompleteUserTask& it) { return draft_of_task(it.key, AuditOperation::Complete); }
std::optional<AuditDraft> Partition::draft_audit(const ReturnUserTask& it) {
    auto draft = draft_of_task(it.key, AuditOperation::Modify);
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " returned to " + it.target_element_id + ": " + it.reason;
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const PullBack& it) {
    auto draft = draft_of_instance(instance(it.key), it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Modify);
    draft.entry.entity_description = "pulled back" + (it.reason.empty() ? "" : ": " + it.reason);
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const TakeUpUserTask& it) {
    auto draft = draft_of_task(it.key, AuditOperation::Modify);
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " taken up" +
                                     (it.target_element_id.empty() ? "" : " to " + it.target_element_id) + (it.reason.empty() ? "" : ": " + it.reason);
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const HoldUserTask& it) {
    auto draft = draft_of_task(it.key, AuditOperation::Update);
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " on hold" + (it.until ? " until " + to_iso8601(*it.until) : "") + ": " + it.reason;
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const ReleaseUserTask& it) {
    auto draft = draft_of_task(it.key, AuditOperation::Update);
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " no longer on hold";
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const ConsultOnUserTask& it) {
    auto draft = draft_of_task(it.key, AuditOperation::Update);
    std::string people;
    for (const std::string& each : it.people) people += (people.empty() ? "" : ", ") + each;
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " asked about: " + people;
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const AnswerConsultation& it) {
    const auto question = task_events_.get(store_, it.question);
    auto draft = draft_of_task(question ? question->user_task_key : UserTaskKey{}, AuditOperation::Update);
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " question " + std::to_string(it.question.value) + " answered";
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const AddApprover& it) {
    auto draft = draft_of_task(it.key, AuditOperation::Update);
    draft.entry.entity_description = draft.entry.entity_description.value_or("") + " approver added: " + it.member + (it.reason.empty() ? "" : ": " + it.reason);
    return draft;
}
std::optional<AuditDraft> Partition::draft_audit(const CompleteJob& it) { return draft_of_job(it.key, AuditOperation::Complete, true); }
std::optional<AuditDraft> Partition::draft_audit(const FailJob& it) { return draft_of_job(it.key, AuditOperation::Update, true); }
std::optional<AuditDraft> Partition::draft_audit(const ThrowJobError& it) { return draft_of_job(it.key, AuditOperation::Update, true); }
std::optional<AuditDraft> Partition::draft_audit(const UpdateJob& it) { return draft_of_job(it.key, AuditOperation::Update, false); }

std::optional<AuditDraft> Partition::draft_audit(const DeployResources& it) {
    auto draft = draft_of(AuditEntityType::Resource, AuditOperation::Create, AuditCategory::DeployedResources, "");
    draft.entry.tenant_id = it.tenant_id;
    std::string names;
    for (const auto& file : it.files) names += (names.empty() ? "" : ", ") + file.name;
    draft.entry.entity_description = names;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const DeleteResource& it) {
    return draft_of(AuditEntityType::Resource, AuditOperation::Delete, AuditCategory::DeployedResources, std::to_string(it.key));
}

std::optional<AuditDraft> Partition::draft_audit(const CreateProcessInstance& it) {
    auto draft = draft_of(AuditEntityType::ProcessInstance, AuditOperation::Create, AuditCategory::DeployedResources, "");
    draft.entry.tenant_id = it.tenant_id;
    if (!it.process_definition_id.empty()) draft.entry.process_definition_id = it.process_definition_id;
    draft.entry.process_definition_key = it.process_definition_key;
    return draft;
}

AuditDraft Partition::draft_of_instance(const InstanceRows* rows, std::int64_t key, AuditEntityType type, AuditOperation operation) {
    auto draft = draft_of(type, operation, AuditCategory::DeployedResources, std::to_string(key));
    if (!rows || !rows->process()) return draft;
    take_context(draft.entry, *rows->process());
    draft.entry.process_instance_key = rows->key;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const CancelProcessInstance& it) {
    auto draft = draft_of_instance(instance(it.key), it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Cancel);
    draft.entry.entity_description = it.reason;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const SetVariables& it) {
    InstanceRows* rows = owner_of(it.scope.value);
    auto draft = draft_of_instance(rows, it.scope.value, AuditEntityType::Variable, AuditOperation::Update);
    boost::system::error_code error;
    auto given = boost::json::parse(it.variables.text.empty() ? "{}" : it.variables.text, error);
    if (!rows || error || !given.is_object()) return draft;
    boost::json::object changes;
    for (const auto& member : given.get_object()) {
        const std::string name(member.key());
        const auto before = visible_variable(*rows, it.scope, name);
        changes[name] = boost::json::array{before ? boost::json::parse(feel::to_json(*before)) : boost::json::value(nullptr), member.value()};
    }
    draft.changes = [text = boost::json::serialize(changes)] { return Json{text}; };
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const ActivateAdHocElements& it) {
    return draft_of_instance(owner_of(it.ad_hoc_key.value), it.ad_hoc_key.value, AuditEntityType::ProcessInstance, AuditOperation::Modify);
}

std::optional<AuditDraft> Partition::draft_audit(const ResolveIncident& it) {
    auto draft = draft_of(AuditEntityType::Incident, AuditOperation::Resolve, AuditCategory::DeployedResources, std::to_string(it.key.value));
    watch(draft, it.key, &InstanceRows::incidents);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const EvaluateDecision& it) {
    auto draft = draft_of(AuditEntityType::Decision, AuditOperation::Evaluate, AuditCategory::DeployedResources,
                          it.key ? std::to_string(it.key->value) : it.id);
    draft.entry.tenant_id = it.tenant_id;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const DeleteDecisionEvaluation& it) {
    return draft_of(AuditEntityType::Decision, AuditOperation::Delete, AuditCategory::DeployedResources, std::to_string(it.key.value));
}

namespace {

/// Camunda 8 names no entity for messages and signals; they change the instances that take them.
AuditDraft draft_of_event(const std::string& what, const std::string& name, const std::string& tenant_id) {
    auto draft = draft_of(AuditEntityType::ProcessInstance, AuditOperation::Update, AuditCategory::DeployedResources, "");
    draft.entry.entity_description = what + " '" + name + "'";
    draft.entry.tenant_id = tenant_id;
    return draft;
}

}  // namespace

std::optional<AuditDraft> Partition::draft_audit(const PublishMessage& it) { return draft_of_event("message", it.name, it.tenant_id); }
std::optional<AuditDraft> Partition::draft_audit(const CorrelateMessage& it) { return draft_of_event("message", it.name, it.tenant_id); }
std::optional<AuditDraft> Partition::draft_audit(const BroadcastSignal& it) { return draft_of_event("signal", it.name, it.tenant_id); }

std::optional<AuditDraft> Partition::draft_audit(const PutDirectoryEntry& it) {
    const auto entity = directory_entities[it.entry.index()];
    const auto id = std::visit([](const auto& row) { return primary_key(row); }, it.entry);
    auto draft = draft_of(entity, it.is_new ? AuditOperation::Create : AuditOperation::Update, AuditCategory::Admin, id);
    std::visit(
        [&]<class Row>(const Row&) {
            draft.changes = [this, id, before = directory_row<Row>(id)] {
                const auto after = directory_row<Row>(id);
                return audit_difference(before ? &*before : nullptr, after ? &*after : nullptr);
            };
        },
        it.entry);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const RemoveDirectoryEntry& it) {
    return draft_of(directory_entities[static_cast<std::size_t>(it.kind)], AuditOperation::Delete, AuditCategory::Admin, it.id);
}

std::optional<AuditDraft> Partition::draft_audit(const ChangeMembership& it) {
    auto draft = draft_of(entity_of(it.membership.circle_type), it.is_removed ? AuditOperation::Unassign : AuditOperation::Assign,
                          AuditCategory::Admin, it.membership.circle_id);
    draft.entry.related_entity_key = it.membership.member_id;
    draft.entry.related_entity_type = entity_of(it.membership.member_type);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const PutAuthorization& it) {
    const AuthorizationKey key = it.authorization.key;
    auto draft = draft_of(AuditEntityType::Authorization, key ? AuditOperation::Update : AuditOperation::Create, AuditCategory::Admin,
                          key ? std::to_string(key.value) : "");
    draft.entry.related_entity_key = it.authorization.owner_id;
    draft.entry.related_entity_type = entity_of(it.authorization.owner_type);
    const Authorization* row = directory_.authorizations.find(key);
    draft.changes = [before = row ? std::optional(*row) : std::nullopt, after = it.authorization] {
        return audit_difference(before ? &*before : nullptr, &after);
    };
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const RemoveAuthorization& it) {
    auto draft = draft_of(AuditEntityType::Authorization, AuditOperation::Delete, AuditCategory::Admin, std::to_string(it.key.value));
    if (const Authorization* row = directory_.authorizations.find(it.key))
        draft.changes = [before = *row] { return audit_difference<Authorization>(&before, nullptr); };
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const PutClusterVariable& it) {
    const auto id = cluster_variable_id(it.variable.tenant_id, it.variable.name);
    auto draft = draft_of(AuditEntityType::Variable, it.is_new ? AuditOperation::Create : AuditOperation::Update, AuditCategory::Admin,
                          it.variable.name);
    draft.entry.tenant_id = it.variable.tenant_id;
    const ClusterVariable* row = directory_.variables.find(id);
    draft.changes = [before = row ? std::optional(*row) : std::nullopt, after = it.variable] {
        return audit_difference(before ? &*before : nullptr, &after);
    };
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const RemoveClusterVariable& it) {
    auto draft = draft_of(AuditEntityType::Variable, AuditOperation::Delete, AuditCategory::Admin, it.name);
    draft.entry.tenant_id = it.tenant_id;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const CreateSubstitution& it) {
    auto draft = draft_of(AuditEntityType::User, AuditOperation::Assign, AuditCategory::Admin, it.principal);
    std::string names;
    for (const auto& each : it.substitutes) names += (names.empty() ? "" : ", ") + each;
    draft.entry.entity_description = "substitutes: " + names + ", " + to_iso8601(it.from) + " to " + to_iso8601(it.until);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const RevokeSubstitution& it) {
    const Substitution* row = directory_.substitutions.find(it.key);
    auto draft = draft_of(AuditEntityType::User, AuditOperation::Unassign, AuditCategory::Admin, row ? row->principal : "");
    draft.entry.entity_description = "substitution " + std::to_string(it.key.value);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const PutCalendars& it) {
    auto draft = draft_of(AuditEntityType::Resource, AuditOperation::Update, AuditCategory::Admin, "");
    std::string files = it.holidays ? "holidays.csv" : "";
    if (it.service_hours) files += (files.empty() ? "" : ", ") + std::string("service_hours.csv");
    draft.entry.entity_description = "calendars: " + (files.empty() ? "those in force" : files) +
                                     (it.allow_earlier ? "; deadlines may be earlier" : "") +
                                     (it.allow_earlier_for.empty() ? "" : "; " + std::to_string(it.allow_earlier_for.size()) + " named deadlines may be earlier");
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const DefineTables&) {
    return draft_of(AuditEntityType::Resource, AuditOperation::Update, AuditCategory::DeployedResources, "tables");
}

std::optional<AuditDraft> Partition::draft_audit(const ChangeTable& it) {
    if (it.is_preview) return {};
    auto draft = draft_of(AuditEntityType::Resource, AuditOperation::Update, AuditCategory::Admin, it.change.table_id);
    draft.entry.entity_description = "table " + it.change.table_id + (it.change.reason.empty() ? "" : ": " + it.change.reason);
    return draft;
}

AuditDraft Partition::draft_of_deadline(const InstanceRows& rows, const MovedDeadline& deadline) {
    auto draft = draft_of_instance(&rows, deadline.key.value, AuditEntityType::ProcessInstance, AuditOperation::Update);
    if (deadline.kind == DeadlineKind::UserTask) {
        draft.entry.entity_type = AuditEntityType::UserTask;
        draft.entry.category = AuditCategory::UserTasks;
        draft.entry.user_task_key = UserTaskKey{deadline.key.value};
    }
    draft.entry.entity_description = deadline.element_id + ": due by other calendars";
    boost::json::object changes{{"dueDate", boost::json::array{deadline.due_before.milliseconds, deadline.due_after.milliseconds}}};
    draft.changes = [text = boost::json::serialize(changes)] { return Json{text}; };
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const PutDocument& it) {
    auto draft = draft_of(AuditEntityType::Resource, AuditOperation::Create, AuditCategory::Admin, it.document.id);
    draft.entry.entity_description = it.document.file_name;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const RemoveDocument& it) {
    return draft_of(AuditEntityType::Resource, AuditOperation::Delete, AuditCategory::Admin, it.id);
}

std::optional<AuditDraft> Partition::draft_audit(const SuspendProcessInstance& it) {
    return draft_of_instance(instance(it.key), it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Suspend);
}

std::optional<AuditDraft> Partition::draft_audit(const ResumeProcessInstance& it) {
    return draft_of_instance(instance(it.key), it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Resume);
}

std::optional<AuditDraft> Partition::draft_audit(const DeleteProcessInstance& it) {
    auto draft = draft_of_instance(nullptr, it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Delete);
    const auto over = get<ProcessInstance>(store_, it.key);
    if (over) take_context(draft.entry, *over);
    draft.entry.process_instance_key = it.key;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const ModifyProcessInstance& it) {
    auto draft = draft_of_instance(instance(it.key), it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Modify);
    const auto element = [](const ElementSource& source) { return source.key ? std::to_string(source.key->value) : source.element_id; };
    std::string told;
    const auto tell = [&told](const std::string& what) { told += (told.empty() ? "" : ", ") + what; };
    for (const auto& each : it.activations) tell("activate " + each.element_id);
    for (const auto& each : it.moves) tell("move " + element(each.source) + " to " + each.target_element_id);
    for (const auto& each : it.terminations) tell("terminate " + element(each));
    draft.entry.entity_description = told;
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const MigrateProcessInstance& it) {
    auto draft = draft_of_instance(instance(it.key), it.key.value, AuditEntityType::ProcessInstance, AuditOperation::Migrate);
    draft.entry.entity_description = "to process definition " + std::to_string(it.plan.target.value);
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const StartBatchOperation& it) {
    auto draft = draft_of(AuditEntityType::Batch, AuditOperation::Create, AuditCategory::DeployedResources, "");
    draft.entry.entity_description = std::string(name_of(it.type)) + " of " +
                                     (it.type == BatchOperationType::DeleteDecisionInstance
                                          ? std::to_string(it.evaluations.size()) + " evaluations of decisions"
                                          : std::to_string(it.instances.size()) + " process instances");
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const ChangeBatchOperation& it) {
    using enum ChangeBatchOperation::Change;
    const auto operation = it.change == Cancel    ? AuditOperation::Cancel
                           : it.change == Suspend ? AuditOperation::Suspend
                                                  : AuditOperation::Resume;
    return draft_of(AuditEntityType::Batch, operation, AuditCategory::DeployedResources, std::to_string(it.key.value));
}

std::optional<AuditDraft> Partition::draft_audit(const EvaluateConditionals& it) {
    auto draft = draft_of(AuditEntityType::ProcessInstance, AuditOperation::Evaluate, AuditCategory::DeployedResources, "");
    draft.entry.tenant_id = it.tenant_id;
    draft.entry.process_definition_key = it.process_definition_key;
    return draft;
}

// Camunda 8 names no entity for listeners to the tasks of all processes; they are set up like what is deployed.
std::optional<AuditDraft> Partition::draft_audit(const PutGlobalListener& it) {
    auto draft = draft_of(AuditEntityType::Resource, it.must_be_new ? AuditOperation::Create : AuditOperation::Update, AuditCategory::Admin,
                          it.listener.id);
    const auto found = std::find_if(global_listeners_.begin(), global_listeners_.end(),
                                    [&](const GlobalListener& each) { return each.id == it.listener.id; });
    const auto before = found == global_listeners_.end() ? std::nullopt : std::optional(*found);
    draft.changes = [before, after = it.listener] { return audit_difference(before ? &*before : nullptr, &after); };
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const DeleteGlobalListener& it) {
    return draft_of(AuditEntityType::Resource, AuditOperation::Delete, AuditCategory::Admin, it.id);
}

namespace {

AuditDraft draft_of_mail(const std::string& description) {
    auto draft = draft_of(AuditEntityType::ProcessInstance, AuditOperation::Update, AuditCategory::DeployedResources, "");
    draft.entry.entity_description = description;
    return draft;
}

void note_mail(AuditEntry& entry, const Mail& mail) {
    entry.entity_key = std::to_string(mail.key.value);
    entry.process_instance_key = mail.process_instance_key;
}

}  // namespace

std::optional<AuditDraft> Partition::draft_audit(const TakeMail& it) {
    if (!it.mail.message_id.empty() && mail_by_message_id(it.mail.message_id)) return {};
    return draft_of_mail("mail from " + it.mail.sender);
}
std::optional<AuditDraft> Partition::draft_audit(const AssignMail&) { return draft_of_mail("mail given to its case"); }

std::optional<AuditDraft> Partition::draft_audit(const PutRow& it) {
    auto draft = draft_of(AuditEntityType::User, AuditOperation::Create, AuditCategory::Admin, "");
    if (const auto* session = std::get_if<Session>(&it.row)) {
        if (sessions_.get(store_, session->token_hash)) return {};  // only looked at again
        draft.entry.entity_key = session->username;
        draft.entry.entity_description = "signed in";
        draft.entry.address = session->address.value_or("");
        return draft;
    }
    if (const auto* token = std::get_if<AccessToken>(&it.row)) {
        draft.entry.entity_key = token->username;
        draft.entry.entity_description = "access token '" + token->name + "'";
        return draft;
    }
    const auto* user = std::get_if<User>(&it.row);
    const auto before = user ? users_.get(store_, user->username) : std::nullopt;
    if (!before || user->failed_sign_ins <= before->failed_sign_ins) return {};
    draft.entry.entity_key = user->username;
    draft.entry.operation = AuditOperation::Update;
    draft.entry.entity_description = "sign-in refused, " + std::to_string(user->failed_sign_ins) + " in a row";
    return draft;
}

std::optional<AuditDraft> Partition::draft_audit(const RemoveRow& it) {
    auto draft = draft_of(AuditEntityType::User, AuditOperation::Delete, AuditCategory::Admin, "");
    if (it.table == RemoveRow::Table::Session) {
        const auto session = sessions_.get(store_, it.id);
        if (!session) return {};
        draft.entry.entity_key = session->username;
        draft.entry.entity_description = "signed out";
        return draft;
    }
    if (it.table != RemoveRow::Table::AccessToken) return {};
    const auto token = access_tokens_.get(store_, it.id);
    if (!token) return {};
    draft.entry.entity_key = token->username;
    draft.entry.entity_description = "access token '" + token->name + "'";
    return draft;
}

template <class Row>
std::optional<Row> Partition::directory_row(const std::string& id) {
    const auto copied = [](const Row* row) { return row ? std::optional<Row>(*row) : std::nullopt; };
    if constexpr (std::is_same_v<Row, User>) return users_.get(store_, id);
    else if constexpr (std::is_same_v<Row, UserGroup>) return copied(directory_.groups.find(id));
    else if constexpr (std::is_same_v<Row, Role>) return copied(directory_.roles.find(id));
    else if constexpr (std::is_same_v<Row, Tenant>) return copied(directory_.tenants.find(id));
    else return copied(directory_.mapping_rules.find(id));
}

void note_answer(AuditEntry& entry, const CreateProcessInstance::Answer& answer) {
    take_context(entry, answer.instance);
    entry.process_instance_key = answer.instance.key;
    entry.entity_key = std::to_string(answer.instance.key.value);
}
void note_answer(AuditEntry& entry, const DeployResources::Answer& answer) {
    entry.deployment_key = answer.deployment_key;
    entry.entity_key = std::to_string(answer.deployment_key.value);
}
void note_answer(AuditEntry& entry, const PutAuthorization::Answer& answer) { entry.entity_key = std::to_string(answer.key.value); }
void note_answer(AuditEntry& entry, const PublishMessage::Answer& answer) {
    entry.entity_key = std::to_string(answer.key.value);
    if (answer.correlated.size() == 1) entry.process_instance_key = answer.correlated.front();
}
void note_answer(AuditEntry& entry, const CorrelateMessage::Answer& answer) {
    entry.entity_key = std::to_string(answer.key.value);
    entry.process_instance_key = answer.process_instance_key;
}
void note_answer(AuditEntry& entry, const BroadcastSignal::Answer& answer) { entry.entity_key = std::to_string(answer.key); }
void note_answer(AuditEntry& entry, const EvaluateConditionals::Answer& answer) {
    entry.entity_key = std::to_string(answer.key);
    if (answer.started.size() == 1) entry.process_instance_key = answer.started.front().key;
}
void note_answer(AuditEntry& entry, const StartBatchOperation::Answer& answer) {
    entry.entity_key = std::to_string(answer.operation.key.value);
}
void note_answer(AuditEntry& entry, const TakeMail::Answer& answer) { note_mail(entry, answer.mail); }
void note_answer(AuditEntry& entry, const AssignMail::Answer& answer) { note_mail(entry, answer.mail); }
void note_answer(AuditEntry& entry, const DefineTables::Answer& answer) {
    const auto names = [](std::string_view what, const std::vector<std::string>& ids) {
        std::string text;
        for (const auto& id : ids) text += (text.empty() ? std::string(what) + ": " : ", ") + id;
        return text.empty() ? text : text + ". ";
    };
    entry.entity_description = names("tables added", answer.added) + names("redefined", answer.redefined) + names("with rows offered", answer.offered);
}
void note_answer(AuditEntry& entry, const ChangeTable::Answer& answer) {
    // Many rows would be a long entry that nobody reads: the version has them all.
    constexpr std::size_t rows_told_max = 100;
    const auto cells = [](const std::optional<Json>& row) { return row ? boost::json::parse(row->text) : boost::json::value(); };
    boost::json::object changes;
    for (const RowDifference& each : answer.differences) {
        if (changes.size() == rows_told_max) break;
        changes[each.row_id] = boost::json::array{cells(each.before), cells(each.after)};
    }
    entry.changes = {boost::json::serialize(changes)};
    entry.entity_description = *entry.entity_description + " (version " + std::to_string(answer.table.version) + ", " + std::to_string(answer.differences.size()) + " rows)";
}

}  // namespace dandori::engine
