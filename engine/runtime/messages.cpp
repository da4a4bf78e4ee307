// Messages as Camunda 8 correlates them: one subscription and one start a process id; kept while they live.

#include <algorithm>

#include "engine/feel/json.h"
#include "engine/lifecycle/advance.h"
#include "engine/runtime/partition.h"

namespace dandori::engine {
namespace {

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
    execution_->occur(*rows, waiting, std::move(event));
    execution_->run();
    return true;
}

std::optional<ProcessInstanceKey> Partition::start_by_message(const Message& message, const WaitingSubscriptions::Place& place) {
    const MessageSubscription* row = start_subscriptions_.find(place.key);
    if (!row) return {};
    if (!message.correlation_key.empty() && has_started(place.process_id, message.correlation_key)) return {};
    const auto process = deployed_.executable(row->process_definition_key);
    const ExecutableNode* start = process->find(row->element_id);
    auto event = std::make_shared<Event>();
    event->kind = CompiledEvent::Kind::Message;
    event->variables = variables_of_message(message);
    event->reference = row->element_id;
    ProcessInstance instance;
    instance.key = {next_key()};
    if (!message.correlation_key.empty()) {
        instance.start_message_name = message.name;
        instance.start_correlation_key = message.correlation_key;
    }
    CorrelatedMessage log;
    log.key = {next_key()};
    log.message_key = message.key;
    log.message_name = message.name;
    log.correlation_key = message.correlation_key;
    log.correlation_time = now_;
    log.element_id = row->element_id;
    log.process_definition_id = row->process_definition_id;
    log.process_definition_key = row->process_definition_key;
    log.process_instance_key = instance.key;
    log.root_process_instance_key = instance.key;
    log.subscription_key = row->key;
    log.tenant_id = row->tenant_id;
    const ProcessInstanceKey key = instance.key;
    const ExecutableNode* const starts[] = {start};
    // has_started() is asked by the process's own id, which the instance gets in start(): remember it now.
    instance.process_definition_id = process->id;
    execution_->start(std::move(instance), *process, {}, starts, std::move(event));
    execution_->run();
    correlated_.put(std::move(log));
    return key;
}

void Partition::correlate(const Message& message, Correlation& done, bool only_first) {
    for (const auto& place : waiting_.of_instances(message.name, message.correlation_key)) {
        if (contains(done.processes, place.process_id) || !correlate_to_subscription(message, place)) continue;
        done.processes.push_back(place.process_id);
        done.instances.push_back(*place.instance);
        if (only_first) return;
    }
    for (const auto& place : waiting_.of_start_events(message.name)) {
        if (contains(done.processes, place.process_id)) continue;
        const auto key = start_by_message(message, place);
        if (!key) continue;
        done.processes.push_back(place.process_id);
        done.instances.push_back(*key);
        if (only_first) return;
    }
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
            look_up_buffered(row->message_name);
            const auto names = messages_by_name_.find(row->message_name);
            if (names == messages_by_name_.end()) continue;
            for (const MessageKey message_key : std::set<MessageKey>(names->second)) {
                const Message* message = messages_.find(message_key);
                if (!message || message->correlation_key != row->correlation_key.value_or("") || message->expires_at <= now_ ||
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
        for (const std::string& name : freed) {
            look_up_buffered(name);
            const auto names = messages_by_name_.find(name);
            if (names == messages_by_name_.end()) continue;
            for (const MessageKey message_key : std::set<MessageKey>(names->second)) {
                const Message* message = messages_.find(message_key);
                if (!message || message->expires_at <= now_) continue;
                for (const auto& place : waiting_.of_start_events(name)) {
                    if (contains(message->correlated_processes, place.process_id)) continue;
                    if (start_by_message(Message(*message), place)) {
                        messages_.change(message_key)->correlated_processes.push_back(place.process_id);
                    }
                }
            }
        }
    }
}

PublishMessage::Answer Partition::publish(const PublishMessage& command) {
    Message message;
    message.key = {next_key()};
    message.name = command.name;
    message.correlation_key = command.correlation_key;
    message.message_id = command.message_id;
    message.variables = command.variables;
    message.published_at = now_;
    message.expires_at = now_ + command.time_to_live_ms;
    Correlation done;
    correlate(message, done, false);
    if (command.time_to_live_ms > 0) {
        message.correlated_processes = done.processes;
        messages_by_name_[message.name].insert(message.key);
        expiring_.emplace(message.expires_at, message.key);
        messages_.put(message);
    }
    return {message.key, done.instances};
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

Outcome<PublishMessage::Answer> Partition::execute(const PublishMessage& command, const Actor*) {
    if (auto rejection = check_message(command.name, command.variables, command.time_to_live_ms)) return tl::unexpected(*rejection);
    look_up_buffered(command.name);
    if (command.message_id) {
        const auto names = messages_by_name_.find(command.name);
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
    return publish(command);
}

Outcome<CorrelateMessage::Answer> Partition::execute(const CorrelateMessage& command, const Actor*) {
    if (auto rejection = check_message(command.name, command.variables, 0)) return tl::unexpected(*rejection);
    Message message;
    message.key = {next_key()};
    message.name = command.name;
    message.correlation_key = command.correlation_key;
    message.variables = command.variables;
    message.published_at = now_;
    message.expires_at = now_;
    Correlation done;
    correlate(message, done, false);
    if (done.instances.empty()) {
        return reject(Rejection::Code::NotFound,
                      "Command 'CORRELATE' rejected with code 'NOT_FOUND': Expected to find subscription for message with name '" +
                          command.name + "' and correlation key '" + command.correlation_key + "', but none was found.");
    }
    return CorrelateMessage::Answer{message.key, done.instances.front()};
}

}  // namespace dandori::engine
