// Messages as Camunda 8 correlates them: one subscription and one start a process id; kept while they live.

#include <algorithm>
#include <utility>

#include "engine/behavior/correlations.h"
#include "engine/behavior/lineage.h"
#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"
#include "engine/runtime/rights.h"

namespace dandori::engine {
namespace {

/// So long a message that an element threw is kept for somebody who doesn't wait yet: a day.
constexpr std::int64_t sent_message_time_to_live_ms = std::int64_t{24} * 3600 * 1000;

bool contains(const std::vector<std::string>& list, const std::string& text) { return std::ranges::find(list, text) != list.end(); }

feel::Value variables_of_message(const Message& message) {
    auto value = feel::from_json(message.variables.text);
    return value ? std::move(*value) : feel::Value{};
}

}  // namespace

bool Partition::correlate_to_subscription(const Message& message, const WaitingSubscriptions::Place& place) {
    InstanceRows* rows = instance(*place.instance);
    if (rows && rows->process()->state == InstanceState::Suspended) return false;  // suspended within this very command or batch
    MessageSubscription* row = rows ? rows->subscriptions.change(place.key) : nullptr;
    if (!row) return false;
    const ElementInstanceKey waiting = *row->element_instance_key;
    CorrelatedMessage log;
    log.key = {next_key()};
    log.message_key = message.key;
    log.message_name = message.name;
    log.correlation_key = row->correlation_key;
    log.correlation_time = now_;
    log.element_id = row->element_id;
    log.element_instance_key = waiting;
    log.process_definition_id = row->process_definition_id;
    log.process_definition_key = row->process_definition_key;
    log.process_instance_key = rows->key;
    log.root_process_instance_key = row->root_process_instance_key;
    log.subscription_key = row->key;
    log.tenant_id = row->tenant_id;
    auto event = std::make_shared<Event>();
    event->kind = CompiledEvent::Kind::Message;
    event->variables = variables_of_message(message);
    event->reference = row->element_id;
    event->index = row->event_index;
    row->last_updated_date = now_;
    // What doesn't interrupt may happen again: its subscription stays.
    const auto process = deployed_.executable(row->process_definition_key);
    const ExecutableNode* catcher = process->find(row->element_id);
    const bpmn::Event* position = catcher ? catcher->node->event() : nullptr;
    const bool stays = position && !position->interrupting &&
                       (position->position == bpmn::EventPosition::Boundary || position->position == bpmn::EventPosition::Start);
    if (!stays) {
        lifecycle::advance(row->state, lifecycle::MessageSubscriptionEvent::Correlate);
        rows->subscriptions.finish(place.key);
    }
    correlated_.put(std::move(log));
    note_correlations(*rows, *process, message.name, event->variables, surroundings_);
    execution_->occur(*rows, waiting, std::move(event));
    execution_->run();
    return true;
}

Partition::Started Partition::start_by_message(const Message& message, const WaitingSubscriptions::Place& place, bool must_start) {
    const MessageSubscription* row = start_subscriptions_.find(place.key);
    if (!row) return {};
    const auto process = deployed_.executable(row->process_definition_key);
    const ExecutableNode& starter = *process->find(row->element_id);
    const std::string key = start_key_of(message, *process);
    const auto running = key.empty() ? std::optional<ProcessInstanceKey>() : started_by(process->tenant_id, place.process_id, key);
    if (!running && must_start && !would_start(*process, starter, row->event_index, key)) return {};
    auto event = std::make_shared<Event>();
    event->kind = CompiledEvent::Kind::Message;
    event->variables = variables_of_message(message);
    event->index = row->event_index;
    CorrelatedMessage log;
    log.key = {next_key()};
    log.message_key = message.key;
    log.message_name = message.name;
    log.correlation_key = message.correlation_key;
    log.correlation_time = now_;
    log.element_id = row->element_id;
    log.process_definition_id = row->process_definition_id;
    log.process_definition_key = row->process_definition_key;
    log.subscription_key = row->key;
    log.tenant_id = row->tenant_id;
    InstanceRows* rows = nullptr;
    if (running) {
        // With an explicit key, Camunda 8's rule: no second start while the first is active.
        rows = message.correlation_key.empty() ? instance(*running) : nullptr;
        if (!rows || !start_within(*rows, *process, starter, std::move(event))) return {};
    } else {
        ProcessInstance instance;
        if (!key.empty()) {
            instance.start_message_name = message.name;
            instance.start_correlation_key = key;
        }
        instance.correlation = correlations_told({}, *process, message.name, event->variables, surroundings_);
        rows = start_by_event(*process, starter, std::move(event), std::move(instance));
        if (!rows) return {true, {}};
    }
    log.process_instance_key = rows->key;
    log.root_process_instance_key = rows->key;
    const ProcessInstanceKey started = rows->key;
    execution_->run();
    correlated_.put(std::move(log));
    return {true, started};
}

bool Partition::start_within(InstanceRows& rows, const Executable& process, const ExecutableNode& starter, std::shared_ptr<Event> event) {
    if (rows.process()->process_definition_key != process.key || starter.waits_for_all()) return false;
    const ExecutableNode& entry = process.entry_of(starter);
    const auto was_taken = [&](const bpmn::SequenceFlow* flow) { return rows.has_taken(flow->id); };
    if (std::ranges::any_of(entry.node->outgoing, was_taken)) return false;
    event->reference = starter.node->id;
    const ScopeKey scope = scope_of(rows.key);
    execution_->change_active_children(rows, scope, 1);
    execution_->enter(rows, *entry.node, scope, nullptr, branch_lineage("", rows.key.value, next_key()), std::move(event));
    return true;
}

void Partition::correlate(const Message& message, Correlation& done, bool must_start) {
    for (const auto& place : waiting_.of_instances(message.tenant_id, message.name, message.correlation_key, store_)) {
        if (contains(done.processes, place.process_id) || !correlate_to_subscription(message, place)) continue;
        done.processes.push_back(place.process_id);
        done.instances.push_back(*place.instance);
    }
    for (const auto& place : waiting_by_properties(message.tenant_id, message.name, variables_of_message(message))) {
        if (contains(done.processes, place.process_id) || !correlate_to_subscription(message, place)) continue;
        done.processes.push_back(place.process_id);
        done.instances.push_back(*place.instance);
    }
    for (const auto& place : waiting_.of_start_events(message.tenant_id, message.name)) {
        if (contains(done.processes, place.process_id)) continue;
        const Started started = start_by_message(message, place, must_start);
        if (!started.is_taken) continue;
        done.processes.push_back(place.process_id);
        if (started.instance) done.instances.push_back(*started.instance);
    }
}

std::vector<WaitingSubscriptions::Place> Partition::waiting_by_properties(const std::string& tenant_id, const std::string& name,
                                                                                   const feel::Value& variables) {
    std::vector<WaitingSubscriptions::Place> told, open;
    for (const auto& conversation : waiting_.conversations(tenant_id, name, store_)) {
        const auto process = deployed_.executable(conversation.first);
        const auto text = correlation_of_message(*process->correlation(conversation.second), name, variables, surroundings_);
        if (!text) continue;
        for (auto& place : waiting_.of_conversation(tenant_id, name, conversation, text, store_)) told.push_back(std::move(place));
        for (auto& place : waiting_.of_conversation(tenant_id, name, conversation, {}, store_)) open.push_back(std::move(place));
    }
    told.insert(told.end(), open.begin(), open.end());
    return told;
}

std::optional<std::string> Partition::ambiguity(const std::string& tenant_id, const std::string& name, const feel::Value& variables) {
    for (const auto& conversation : waiting_.conversations(tenant_id, name, store_)) {
        const auto process = deployed_.executable(conversation.first);
        const auto text = correlation_of_message(*process->correlation(conversation.second), name, variables, surroundings_);
        std::set<ProcessInstanceKey> instances;
        if (text) {
            for (const auto& place : waiting_.of_conversation(tenant_id, name, conversation, text, store_)) instances.insert(*place.instance);
        }
        if (instances.size() < 2) continue;
        return "The message '" + name + "' fits " + std::to_string(instances.size()) + " instances of process '" + process->id + "', '" +
               std::to_string(instances.begin()->value) + "' and '" + std::to_string(std::next(instances.begin())->value) +
               "' among them, by correlation key '" + conversation.second + "'; it can go to one only.";
    }
    return {};
}

bool Partition::fits(const Message& message, const MessageSubscription& row) {
    if (row.correlation_id.empty()) return message.correlation_key == row.correlation_key.value_or("");
    const auto process = deployed_.executable(row.process_definition_key);
    const auto text =
        correlation_of_message(*process->correlation(row.correlation_id), message.name, variables_of_message(message), surroundings_);
    return text && (!row.correlation_key || row.correlation_key == text);
}

std::string Partition::start_key_of(const Message& message, const Executable& process) const {
    if (!message.correlation_key.empty()) return message.correlation_key;
    for (const CompiledCorrelation& correlation : process.correlations) {
        const auto text = correlation_of_message(correlation, message.name, variables_of_message(message), surroundings_);
        if (text) return correlation.id + "=" + *text;
    }
    return "";
}

void Partition::correlate_buffered() {
    while (!opened_.empty() || !freed_.empty()) {
        // Subscriptions of this command are in no index yet; they are looked at row by row.
        const auto opened = std::exchange(opened_, {});
        const auto freed = std::exchange(freed_, {});
        for (const MessageSubscriptionKey key : opened) {
            const ProcessInstanceKey* owner = nullptr;
            const MessageSubscription* row = nullptr;
            for (const ProcessInstanceKey& touched : touched_) {
                row = instances_.at(touched).rows->subscriptions.find(key);
                if (row) {
                    owner = &touched;
                    break;
                }
            }
            if (!row || instances_.at(*owner).rows->process()->state == InstanceState::Suspended) continue;
            look_up_buffered({row->tenant_id, row->message_name});
            const auto names = messages_by_name_.find({row->tenant_id, row->message_name});
            if (names == messages_by_name_.end()) continue;
            for (const MessageKey message_key : std::set<MessageKey>(names->second)) {
                const Message* message = messages_.find(message_key);
                if (!message || !fits(*message, *row) || message->expires_at <= now_ ||
                    contains(message->correlated_processes, row->process_definition_id)) {
                    continue;
                }
                const WaitingSubscriptions::Place place{key, *owner, row->process_definition_id};
                const std::string process_id = row->process_definition_id;
                messages_.change(message_key)->correlated_processes.push_back(process_id);
                correlate_to_subscription(Message(*message), place);
                break;
            }
        }
        for (const auto& name : freed) {
            look_up_buffered(name);
            const auto names = messages_by_name_.find(name);
            if (names == messages_by_name_.end()) continue;
            for (const MessageKey message_key : std::set<MessageKey>(names->second)) {
                const Message* message = messages_.find(message_key);
                if (!message || message->expires_at <= now_) continue;
                for (const auto& place : waiting_.of_start_events(name.first, name.second)) {
                    if (contains(message->correlated_processes, place.process_id)) continue;
                    if (start_by_message(Message(*message), place, false).is_taken) {
                        messages_.change(message_key)->correlated_processes.push_back(place.process_id);
                    }
                }
            }
        }
    }
}

PublishMessage::Answer Partition::publish(const PublishMessage& command, bool for_several) {
    Message message;
    message.key = {next_key()};
    message.name = command.name;
    message.tenant_id = command.tenant_id;
    message.correlation_key = command.correlation_key;
    message.message_id = command.message_id;
    message.variables = command.variables;
    message.published_at = now_;
    message.expires_at = now_ + command.time_to_live_ms;
    Correlation done;
    correlate(message, done);
    if (command.time_to_live_ms > 0 && (for_several || done.processes.empty())) {
        message.correlated_processes = done.processes;
        messages_by_name_[{message.tenant_id, message.name}].insert(message.key);
        expiring_.emplace(message.expires_at, message.key);
        messages_.put(message);
    }
    return {message.key, done.instances};
}

Result<void> Partition::send(InstanceRows& thrower, const std::string& name, const std::string& correlation_key,
                             feel::Value variables) {
    if (const auto several = ambiguity(thrower.process()->tenant_id, name, variables)) {
        return fail(Failure::Kind::Unspecified, *several + " End or correct one of them, then resolve the incident.");
    }
    note_correlations(thrower, *deployed_.executable(thrower.process()->process_definition_key), name, variables, surroundings_);
    PublishMessage message;
    message.name = name;
    message.tenant_id = thrower.process()->tenant_id;
    message.correlation_key = correlation_key;
    message.time_to_live_ms = sent_message_time_to_live_ms;
    message.variables.text = feel::to_json(variables);
    sent_.push_back(std::move(message));
    return {};
}

void Partition::deliver_sent() {
    for (const PublishMessage& message : std::exchange(sent_, {})) publish(message, false);
}

namespace {

std::optional<Rejection> check_message(const std::string& name, const Json& variables, std::int64_t time_to_live_ms) {
    if (name.empty()) return Rejection{Rejection::Code::InvalidArgument, "The message has no name."};
    if (time_to_live_ms < 0) return Rejection{Rejection::Code::InvalidArgument, "timeToLive must not be negative."};
    const auto read = variables_of(variables);
    if (!read) return read.error();
    return {};
}

}  // namespace

Outcome<PublishMessage::Answer> Partition::execute(const PublishMessage& command, const Actor* actor) {
    if (!is_of_tenant(actor, command.tenant_id)) return tl::unexpected(not_of_tenant(command.tenant_id));
    if (auto rejection = check_message(command.name, command.variables, command.time_to_live_ms)) return tl::unexpected(*rejection);
    look_up_buffered({command.tenant_id, command.name});
    if (command.message_id) {
        const auto names = messages_by_name_.find({command.tenant_id, command.name});
        if (names != messages_by_name_.end()) {
            for (const MessageKey key : names->second) {
                const Message* message = messages_.find(key);
                if (message && message->message_id == command.message_id && message->correlation_key == command.correlation_key) {
                    return reject(Rejection::Code::AlreadyExists,
                                  "Command 'PUBLISH' rejected with code 'ALREADY_EXISTS': Expected to publish a new message with id '" +
                                      *command.message_id + "', but a message with that id was already published");
                }
            }
        }
    }
    if (const auto several = ambiguity(command.tenant_id, command.name, *variables_of(command.variables)))
        return reject(Rejection::Code::InvalidState, *several);
    return publish(command);
}

Outcome<CorrelateMessage::Answer> Partition::execute(const CorrelateMessage& command, const Actor* actor) {
    if (!is_of_tenant(actor, command.tenant_id)) return tl::unexpected(not_of_tenant(command.tenant_id));
    if (auto rejection = check_message(command.name, command.variables, 0)) return tl::unexpected(*rejection);
    if (const auto several = ambiguity(command.tenant_id, command.name, *variables_of(command.variables)))
        return reject(Rejection::Code::InvalidState, *several);
    Message message;
    message.key = {next_key()};
    message.name = command.name;
    message.tenant_id = command.tenant_id;
    message.correlation_key = command.correlation_key;
    message.variables = command.variables;
    message.published_at = now_;
    message.expires_at = now_;
    Correlation done;
    correlate(message, done, true);
    if (done.instances.empty()) {
        return reject(Rejection::Code::NotFound,
                      "Command 'CORRELATE' rejected with code 'NOT_FOUND': Expected to find subscription for message with name '" +
                          command.name + "' and correlation key '" + command.correlation_key + "', but none was found.");
    }
    return CorrelateMessage::Answer{message.key, done.instances.front()};
}

}  // namespace dandori::engine
