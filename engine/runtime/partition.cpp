#include "engine/runtime/partition.h"

#include <algorithm>

#include "engine/calendar/calendars_in_force.h"
#include "engine/behavior/subscriptions.h"
#include "engine/behavior/variables.h"
#include "engine/feel/json.h"
#include "engine/port/all_rows.h"

namespace dandori::engine {
namespace {

constexpr std::string_view key_sequence = "key";
constexpr std::size_t spare_instances_max = 1'000;  ///< as many as a large batch has

std::string start_name(const std::string& tenant_id, const std::string& process_id, const std::string& correlation_key) {
    return tenant_id + ' ' + std::to_string(process_id.size()) + ':' + process_id + correlation_key;
}

}  // namespace

tl::unexpected<Rejection> reject_not_found(std::string_view command, std::string_view doing, std::string_view what, std::int64_t key) {
    return reject(Rejection::Code::NotFound, "Command '" + std::string(command) + "' rejected with code 'NOT_FOUND': Expected to " +
                                                 std::string(doing) + " " + std::string(what) + " with key '" + std::to_string(key) +
                                                 "', but no such " + std::string(what) + " was found");
}

Outcome<feel::Value> variables_of(const Json& json) {
    static const feel::Value none = feel::Context{};
    if (json.text.empty() || json.text == "{}") return none;
    auto value = feel::from_json(json.text);
    if (!value) return reject(Rejection::Code::InvalidArgument, "The variables can't be read: " + value.error().text);
    if (!value->is_context()) return reject(Rejection::Code::InvalidArgument, "The variables must be a JSON object.");
    return std::move(*value);
}

Partition::Partition(Store& store, const Clock& clock, const EngineSettings& settings)
    : store_(store), clock_(clock), settings_(settings), now_(clock.now()), own_deployed_(store), deployed_(*own_deployed_) {
    functions_ = calendar::feel_functions(settings.in_force, settings.zone);
    surroundings_.zone = settings.zone;
    surroundings_.functions = &functions_;
    surroundings_.notes = &notes_;
    reload();
}

void Partition::reload() {
    store_.load_anew();
    execution_.reset();
    instances_.clear();
    recently_used_.clear();
    touched_.clear();
    pending_.clear();
    owners_.clear();
    called_.clear();
    started_by_message_.clear();
    job_queue_.clear();
    due_.clear();
    waiting_.clear();
    waiting_signals_.clear();
    start_signals_ = {};
    messages_ = {};
    messages_by_name_.clear();
    expiring_.clear();
    start_timers_ = {};
    start_subscriptions_ = {};
    start_occurrences_ = {};
    opened_.clear();
    sent_.clear();
    freed_.clear();
    resources_.clear();
    process_definitions_.clear();
    requirements_.clear();
    decisions_.clear();
    forms_.clear();
    correlated_.clear();
    decision_instances_.clear();
    mails_.clear();
    users_.clear();
    sessions_.clear();
    drafts_.clear();
    batch_operations_.clear();
    batch_operation_items_.clear();
    deleted_rows_ = {};
    deleted_.clear();
    access_tokens_.clear();
    server_secrets_.clear();
    calendar_versions_.clear();
    deadline_changes_.clear();
    data_tables_.clear();
    data_table_rows_.clear();
    data_table_versions_.clear();
    documents_.clear();
    document_contents_.clear();
    directory_.load(store_);
    load_audit();
    approval_decisions_.clear();
    task_events_.clear();
    sequences_.clear();
    changed_sequences_.clear();
    ended_.clear();
    begun_change_.reset();
    ended_changes_.clear();
    changed_global_listeners_.clear();
    has_pending_mail_ = false;
    load_global_listeners();
    deployed_.load();
    for_all_rows<Sequence>(store_, {}, [&](Sequence row) { sequences_[row.name] = row.next; });
    const auto keys = sequences_.find(std::string(key_sequence));
    next_key_ = committed_next_key_ = keys == sequences_.end() ? first_key : keys->second;
    load_batch_operations();
    load_calendars();
    // Jobs, timers and subscriptions of instances are read when they are needed.
    const Query of_start_events = Query{}.where("processInstanceKey", Operator::NotExists);
    for_all_rows<Timer>(store_, of_start_events, [&](Timer row) { start_timers_.load(std::move(row)); });
    for_all_rows<MessageSubscription>(store_, of_start_events, [&](MessageSubscription row) {
        if (row.state != MessageSubscriptionState::Created) return;
        waiting_.update(row, false);
        start_subscriptions_.load(std::move(row));
    });
    for_all_rows<SignalSubscription>(store_, of_start_events, [&](SignalSubscription row) {
        waiting_signals_.update(row, false);
        start_signals_.load(std::move(row));
    });
    for_all_rows<EventOccurrence>(store_, of_start_events, [&](EventOccurrence row) { start_occurrences_.load(std::move(row)); });
    for_all_rows<Message>(store_, {}, [&](Message row) {
        messages_by_name_[{row.tenant_id, row.name}].insert(row.key);
        expiring_.emplace(row.expires_at, row.key);
        messages_.load(std::move(row));
    });
}

void Partition::note_start_message(const ProcessInstance& row, bool is_running) {
    if (!row.start_correlation_key) return;
    const std::string name = start_name(row.tenant_id, row.process_definition_id, *row.start_correlation_key);
    started_by_message_[name] = is_running ? std::optional(row.key) : std::nullopt;
}

std::int64_t Partition::next_key() {
    return next_key_++;
}

std::int64_t Partition::next_number(const std::string& sequence) {
    std::int64_t& next = sequences_[sequence];
    if (next == 0) next = 1;
    const std::int64_t number = next++;
    changed_sequences_.put({sequence, next});
    return number;
}

std::int64_t Partition::directory_version() const {
    const auto found = sequences_.find(std::string(directory_sequence));
    return found == sequences_.end() ? 0 : found->second;
}

std::string Partition::case_prefix(const std::string& kind) const {
    const auto local = feel::date_time_at(now_, settings_.zone);
    if (!local) return kind;
    const int fiscal_year = local->date.year - (local->date.month < 4 ? 1 : 0);
    // 令和 began in 2019; fiscal years before it are 平成.
    const int era_year = fiscal_year >= 2019 ? fiscal_year - 2018 : fiscal_year - 1988;
    return kind + "-" + (fiscal_year >= 2019 ? "R" : "H") + (era_year < 10 ? "0" : "") + std::to_string(era_year);
}

Result<std::shared_ptr<const Executable>> Partition::called_process(const std::string& id, const bpmn::zeebe::Binding& binding,
                                                                    DeploymentKey caller) {
    const ProcessDefinition* row = deployed_.process(id, binding, caller);
    if (!row) {
        return fail(Failure::Kind::CalledElement, "There is no process '" + id + "' deployed" +
                                                      (binding.version_tag.empty() ? "." : " with version tag '" + binding.version_tag + "'."));
    }
    return deployed_.executable(row->key);
}

Result<FormKey> Partition::form(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) {
    const Form* row = deployed_.form(id, binding, caller);
    if (!row) return fail(Failure::Kind::FormNotFound, "There is no form '" + id + "' deployed. Deploy it and resolve the incident.");
    return row->key;
}

Result<ResourceKey> Partition::resource(const std::string& id, const bpmn::zeebe::Binding& binding, DeploymentKey caller) {
    const Resource* row = deployed_.resource(id, binding, caller);
    if (!row) return fail(Failure::Kind::ResourceNotFound, "There is no resource '" + id + "' deployed. Deploy it and resolve the incident.");
    return row->key;
}

InstanceRows* Partition::instance(ProcessInstanceKey key) {
    const auto found = instances_.find(key);
    if (found != instances_.end()) {
        touch(found->second);
        return found->second.rows->process() ? found->second.rows.get() : nullptr;
    }
    auto rows = load_instance(store_, key, spare_rows_);
    if (!rows) return nullptr;
    const auto own = [&](const auto& row) { owners_[row.key.value] = key; };
    rows->elements.for_each(own);
    rows->jobs.for_each(own);
    rows->user_tasks.for_each(own);
    rows->incidents.for_each(own);
    const ProcessInstance& process = *rows->process();
    if (process.parent_element_instance_key) called_[process.parent_element_instance_key->value].push_back(key);
    Held& held = hold(key, std::move(rows));
    if (process.parent_element_instance_key) held.called_from = process.parent_element_instance_key->value;
    held.rows->shared = &shared_variables(held.rows->process()->tenant_id);
    touch(held);
    return held.rows.get();
}

Partition::Held& Partition::hold(ProcessInstanceKey key, std::unique_ptr<InstanceRows> rows) {
    if (!rows && !spare_instances_.empty()) {
        auto node = std::move(spare_instances_.back());
        spare_instances_.pop_back();
        node.key() = key;
        instances_.insert(std::move(node));
    }
    Held& held = instances_[key];
    if (rows) held.rows = std::move(rows);
    if (!held.rows) held.rows = std::make_unique<InstanceRows>(spare_rows_);
    held.rows->key = key;
    if (spare_used_.empty()) recently_used_.push_front(key);
    else recently_used_.splice(recently_used_.begin(), spare_used_, spare_used_.begin());
    recently_used_.front() = key;
    held.used = recently_used_.begin();
    return held;
}

std::vector<ProcessInstanceKey> Partition::called_by(ProcessInstanceKey caller, ElementInstanceKey call) {
    std::set<ProcessInstanceKey> keys;
    const auto in_memory = called_.find(call.value);
    if (in_memory != called_.end()) keys.insert(in_memory->second.begin(), in_memory->second.end());
    Query query;
    query.where_equals("parentProcessInstanceKey", caller).where("endDate", Operator::NotExists);
    for_all_rows<ProcessInstance>(store_, query, [&](ProcessInstance row) {
        if (row.parent_element_instance_key == call) keys.insert(row.key);
    });
    return {keys.begin(), keys.end()};
}

InstanceRows& Partition::add_instance(ProcessInstance row) {
    const ProcessInstanceKey key = row.key;
    Held& held = hold(key);
    if (row.parent_element_instance_key) {
        held.called_from = row.parent_element_instance_key->value;
        called_[held.called_from].push_back(key);
    }
    note_start_message(row, true);
    held.rows->shared = &shared_variables(row.tenant_id);
    held.rows->process_instance.put(std::move(row));
    touch(held);
    return *held.rows;
}

void Partition::instance_ends(InstanceRows& rows) {
    const ProcessInstance& row = *rows.process();
    note_start_message(row, false);
    if (row.start_correlation_key && row.start_message_name) freed_.emplace_back(row.tenant_id, *row.start_message_name);
    if (awaited_.contains(rows.key)) ended_[rows.key] = {row, local_variables(rows, scope_of(rows.key))};
}

void Partition::subscription_opened(const MessageSubscription& subscription) { opened_.push_back(subscription.key); }

const Partition::Ended* Partition::ended(ProcessInstanceKey key) const {
    const auto found = ended_.find(key);
    return found == ended_.end() ? nullptr : &found->second;
}

const feel::Value& Partition::shared_variables(const std::string& tenant_id) {
    return live_ ? live_->shared_variables(tenant_id) : directory_.shared(tenant_id);
}

std::optional<ProcessInstanceKey> Partition::started_by(const std::string& tenant_id, const std::string& process_id,
                                                        const std::string& correlation_key) {
    const auto found = started_by_message_.find(start_name(tenant_id, process_id, correlation_key));
    if (found != started_by_message_.end()) return found->second;
    const auto running = find<ProcessInstance>(store_, Query{}
                                                           .where_equals("startCorrelationKey", correlation_key)
                                                           .where("endDate", Operator::NotExists)
                                                           .where_equals("processDefinitionId", process_id)
                                                           .where_equals("tenantId", tenant_id)
                                                           .first(1));
    return running.rows.empty() ? std::nullopt : std::optional(running.rows.front().key);
}

void Partition::touch(Held& held) {
    recently_used_.splice(recently_used_.begin(), recently_used_, held.used);
    if (held.is_touched) return;
    held.is_touched = true;
    touched_.push_back(held.rows->key);
}

void Partition::index(InstanceRows& rows) {
    const ProcessInstanceKey key = rows.key;
    const auto own = [&](const auto& row, bool is_over) {
        if (is_over) owners_.erase(row.key.value);
        else owners_[row.key.value] = key;
    };
    const bool is_suspended = rows.process() && rows.process()->state == InstanceState::Suspended;
    rows.elements.end_of_command(own);
    rows.user_tasks.end_of_command(own);
    rows.incidents.end_of_command(own);
    rows.jobs.end_of_command([&](const Job& row, bool is_over) {
        own(row, is_over);
        job_queue_.update(row, is_over || is_suspended, now_);
    });
    rows.timers.end_of_command([&](const Timer& row, bool is_over) { due_.update(row, is_over || is_suspended); });
    rows.subscriptions.end_of_command(
        [&](const MessageSubscription& row, bool is_over) { waiting_.update(row, is_over || is_suspended); });
    rows.signals.end_of_command(
        [&](const SignalSubscription& row, bool is_over) { waiting_signals_.update(row, is_over || is_suspended); });
    const auto nothing = [](const auto&, bool) {};
    rows.conditions.end_of_command(nothing);
    rows.occurrences.end_of_command(nothing);
    rows.compensables.end_of_command(nothing);
    rows.loop_values.end_of_command(nothing);
    rows.tokens.end_of_command(nothing);
    rows.variables.end_of_command(nothing);
    rows.process_instance.end_of_command([&](ProcessInstance& row, bool) {
        if (!rows.taken_flows.empty()) {
            row.taken_flows.text = "{";
            for (const auto& [flow, times] : rows.taken_flows) {
                if (row.taken_flows.text.size() > 1) row.taken_flows.text += ',';
                feel::append_json(row.taken_flows.text, flow);
                row.taken_flows.text += ':';
                row.taken_flows.text += std::to_string(times);
            }
            row.taken_flows.text += '}';
        }
    });
}

void Partition::begin_command() {
    now_ = clock_.now();
    surroundings_.now = now_;
    notes_.clear();
    surroundings_.seed = static_cast<std::uint64_t>(next_key_) * 0x9E3779B97F4A7C15ULL;
    if (!execution_) execution_.emplace(*this, settings_.elements_per_command_max);
}

void Partition::end_command() {
    run();
    execution_->end_of_command();
    for (const ProcessInstanceKey key : touched_) {
        Held& held = instances_.at(key);
        held.is_touched = false;
        index(*held.rows);
        if (!held.is_pending) {
            held.is_pending = true;
            pending_.push_back(key);
        }
    }
    touched_.clear();
    const auto nothing = [](const auto&, bool) {};
    messages_.end_of_command(nothing);
    directory_.end_of_command();
    start_timers_.end_of_command([&](const Timer& row, bool is_over) { due_.update(row, is_over); });
    start_subscriptions_.end_of_command([&](const MessageSubscription& row, bool is_over) { waiting_.update(row, is_over); });
    start_occurrences_.end_of_command(nothing);
    start_signals_.end_of_command([&](const SignalSubscription& row, bool is_over) { waiting_signals_.update(row, is_over); });
}

void Partition::run() {
    do {
        execution_->run();
        deliver_sent();
        correlate_buffered();
    } while (!execution_->is_idle() || !sent_.empty());
}

InstanceRows* Partition::owner_of(std::int64_t key) {
    const auto found = owners_.find(key);
    if (found != owners_.end()) return instance(found->second);
    if (InstanceRows* rows = instance(ProcessInstanceKey{key})) return rows;
    const auto element = get<ElementInstance>(store_, ElementInstanceKey{key});
    return element ? instance(element->process_instance_key) : nullptr;
}

template <class Row>
InstanceRows* Partition::instance_with(Key<Row> key) {
    const auto found = owners_.find(key.value);
    if (found != owners_.end()) return instance(found->second);
    const auto row = get<Row>(store_, key);
    return row ? instance(row->process_instance_key) : nullptr;
}

template InstanceRows* Partition::instance_with(Key<Job>);
template InstanceRows* Partition::instance_with(Key<UserTask>);
template InstanceRows* Partition::instance_with(Key<Incident>);

void Partition::trigger_timer(InstanceRows& rows, const Timer& timer) {
    note_lapse(rows, timer);
    widen_owners(rows, timer);
    const ElementInstanceKey waiting = *timer.element_instance_key;
    auto event = std::make_shared<Event>();
    event->kind = CompiledEvent::Kind::Timer;
    event->reference = timer.element_id;
    event->index = timer.event_index;
    timer_triggered(*this, rows, timer.key);
    execution_->occur(rows, waiting, std::move(event));
}

bool Partition::trigger_due(std::size_t count_max) {
    bool any = false;
    for (std::size_t count = 0; count < count_max; ++count) {
        begin_command();
        while (!expiring_.empty() && expiring_.begin()->first <= now_) {
            const MessageKey key = expiring_.begin()->second;
            expiring_.erase(expiring_.begin());
            if (const Message* message = messages_.find(key)) {
                messages_by_name_[{message->tenant_id, message->name}].erase(key);
                messages_.remove(key);
                any = true;
            }
        }
        const auto due = due_.first(now_, store_);
        if (!due) {
            end_command();
            return any;
        }
        any = true;
        if (due->instance) {
            InstanceRows* rows = instance(*due->instance);
            const Timer* timer = rows ? rows->timers.find(due->timer) : nullptr;
            if (timer) {
                trigger_timer(*rows, *timer);
            } else {
                Timer gone;
                gone.key = due->timer;
                due_.update(gone, true);
            }
        } else if (const Timer* timer = start_timers_.find(due->timer)) {
            auto event = std::make_shared<Event>();
            event->kind = CompiledEvent::Kind::Timer;
            event->index = timer->event_index;
            const auto process = deployed_.executable(timer->process_definition_key);
            const ExecutableNode* starter = process->find(timer->element_id);
            trigger_start_timer(due->timer);
            start_by_event(*process, *starter, std::move(event), {});
        }
        end_command();
    }
    return any;
}

void Partition::set_aside_first_due() {
    if (const auto due = due_.first(clock_.now(), store_)) {
        Timer row;
        row.key = due->timer;
        due_.update(row, true);
    }
}

std::optional<Instant> Partition::next_due() const {
    std::optional<Instant> next = due_.next_time();
    if (!expiring_.empty() && (!next || expiring_.begin()->first < *next)) next = expiring_.begin()->first;
    return next;
}

void Partition::collect(Batch& batch) {
    if (next_key_ != committed_next_key_) changed_sequences_.put({std::string(key_sequence), next_key_});
    for (const ProcessInstanceKey key : pending_) {
        instances_.at(key).rows->for_each_kind([&](auto& rows) { rows.collect(batch); });
    }
    messages_.collect(batch);
    start_timers_.collect(batch);
    start_subscriptions_.collect(batch);
    start_signals_.collect(batch);
    start_occurrences_.collect(batch);
    resources_.collect(batch);
    process_definitions_.collect(batch);
    requirements_.collect(batch);
    decisions_.collect(batch);
    forms_.collect(batch);
    correlated_.collect(batch);
    decision_instances_.collect(batch);
    mails_.collect(batch);
    users_.collect(batch);
    sessions_.collect(batch);
    drafts_.collect(batch);
    batch_operations_.collect(batch);
    batch_operation_items_.collect(batch);
    for_each_row_kind([&]<class Row>() {
        for (const auto& key : static_cast<Deleted<Row>&>(deleted_rows_).keys) batch.remove<Row>(key);
    });
    access_tokens_.collect(batch);
    server_secrets_.collect(batch);
    calendar_versions_.collect(batch);
    deadline_changes_.collect(batch);
    data_tables_.collect(batch);
    data_table_rows_.collect(batch);
    data_table_versions_.collect(batch);
    documents_.collect(batch);
    document_contents_.collect(batch);
    directory_.collect(batch);
    audit_entries_.collect(batch);
    approval_decisions_.collect(batch);
    task_events_.collect(batch);
    if (directory_.has_changed()) next_number(std::string(directory_sequence));
    changed_sequences_.collect(batch);
    changed_global_listeners_.collect(batch);
}

void Partition::committed() {
    for (const ProcessInstanceKey key : pending_) {
        Held& held = instances_.at(key);
        held.is_pending = false;
        held.rows->for_each_kind([](auto& rows) { rows.committed(); });
        if (!held.rows->process()) forget_instance(key);
    }
    pending_.clear();
    started_by_message_.clear();
    job_queue_.committed();
    due_.committed();
    waiting_.committed();
    waiting_signals_.committed();
    messages_.committed();
    start_timers_.committed();
    start_subscriptions_.committed();
    start_signals_.committed();
    start_occurrences_.committed();
    resources_.clear();
    process_definitions_.clear();
    requirements_.clear();
    decisions_.clear();
    forms_.clear();
    correlated_.clear();
    decision_instances_.clear();
    mails_.clear();
    users_.clear();
    sessions_.clear();
    drafts_.clear();
    batch_operations_.clear();
    batch_operation_items_.clear();
    deleted_rows_ = {};
    deleted_.clear();
    access_tokens_.clear();
    server_secrets_.clear();
    calendar_versions_.clear();
    deadline_changes_.clear();
    data_tables_.clear();
    data_table_rows_.clear();
    data_table_versions_.clear();
    documents_.clear();
    document_contents_.clear();
    directory_.committed();
    audit_entries_.clear();
    approval_decisions_.clear();
    task_events_.clear();
    changed_sequences_.clear();
    committed_next_key_ = next_key_;
    changed_global_listeners_.clear();
    has_pending_mail_ = false;
    evict();
}

void Partition::forget_instance(ProcessInstanceKey key) {
    const auto found = instances_.find(key);
    Held& held = found->second;
    InstanceRows& rows = *held.rows;
    const auto disown = [&](const auto& row) { owners_.erase(row.key.value); };
    rows.elements.for_each(disown);
    rows.jobs.for_each(disown);
    rows.user_tasks.for_each(disown);
    rows.incidents.for_each(disown);
    if (held.called_from) {
        const auto called = called_.find(held.called_from);
        std::erase(called->second, key);
        if (called->second.empty()) called_.erase(called);
    }
    if (spare_instances_.size() == spare_instances_max) {
        recently_used_.erase(held.used);
        instances_.erase(found);
        return;
    }
    spare_used_.splice(spare_used_.begin(), recently_used_, held.used);
    rows.clear();
    held.called_from = 0;
    held.is_touched = held.is_pending = false;
    spare_instances_.push_back(instances_.extract(found));
}

void Partition::evict() {
    while (instances_.size() > settings_.instances_in_memory_max) forget_instance(recently_used_.back());
}

}  // namespace dandori::engine
