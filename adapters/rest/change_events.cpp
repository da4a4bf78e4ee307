#include "adapters/rest/change_events.h"

#include <algorithm>

#include "adapters/http/problem.h"
#include "adapters/rest/json_text.h"
#include "adapters/rest/rights.h"

namespace dandori::rest {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t keys_max = 500;         ///< of a kind, in one event
constexpr std::size_t listeners_max = 1'000;  ///< more are refused: each costs a few searches for each event
constexpr auto gathered_for = 200ms;
constexpr auto silent_for = 15s;

template <class Row>
void add(std::set<std::int64_t>& keys, const engine::Committed& commit, bool& is_complete) {
    for (const Row* row : commit.rows.rows<Row>()) {
        if (keys.size() < keys_max) keys.insert(row->key.value);
        else is_complete = is_complete && keys.contains(row->key.value);
    }
}

/// Those of the keys whose rows the caller may see.
template <class Row>
void write_seen(JsonText& json, engine::Reader& reader, const http::Caller& caller, std::string_view key_field, const std::set<std::int64_t>& keys) {
    json.begin_array();
    if (!keys.empty()) {
        engine::Query query;
        query.where(std::string(key_field), engine::Operator::In, std::vector<engine::Cell>(keys.begin(), keys.end()));
        limit_to_own(query, Row::table, caller);
        for (const Row& row : engine::find<Row>(reader, query.first(keys_max)).rows) json.key(row.key.value);
    }
    json.end_array();
}

}  // namespace

ChangeEvents::ChangeEvents(engine::Reader& reader, http::Guard& guard) : reader_(reader), guard_(guard), thread_([this] { work(); }) {}

ChangeEvents::~ChangeEvents() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    woken_.notify_one();
    thread_.join();
}

void ChangeEvents::add_routes(http::Router& router) {
    router.add("GET", "/api/events", [this](const http::Request& request, const http::Respond& respond) {
        auto caller = guard_.admit(request);
        if (!caller) return respond(std::move(caller.error()));
        {
            const std::lock_guard lock(mutex_);
            if (listeners_.size() >= listeners_max) {
                return respond(http::problem(503, "RESOURCE_EXHAUSTED", "Too many listen to changes already. Ask for what you need from time to time.", request.path));
            }
        }
        auto listener = std::make_shared<Listener>(Listener{request, std::move(*caller), nullptr, std::chrono::steady_clock::now()});
        listener->request.still_connected = nullptr;
        http::Response response{200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}}, "retry: 2000\n\n"};
        response.go_on = [this, listener](std::shared_ptr<http::ResponseStream> stream) {
            listener->stream = std::move(stream);
            const std::lock_guard lock(mutex_);
            if (is_stopping_) return;
            listeners_.push_back(listener);
            listener->stream->write(":\n\n");  // from here on nothing is missed
        };
        respond(std::move(response));
    });
}

void ChangeEvents::note(const engine::Committed& commit) {
    {
        const std::lock_guard lock(mutex_);
        if (listeners_.empty()) return;
        const bool was_empty = changes_.empty();
        add<engine::UserTask>(changes_.user_tasks, commit, changes_.is_complete);
        add<engine::ProcessInstance>(changes_.process_instances, commit, changes_.is_complete);
        add<engine::Incident>(changes_.incidents, commit, changes_.is_complete);
        if (!was_empty || changes_.empty()) return;
    }
    woken_.notify_one();
}

void ChangeEvents::work() {
    std::unique_lock lock(mutex_);
    while (!is_stopping_) {
        woken_.wait_for(lock, 1s, [&] { return is_stopping_ || !changes_.empty(); });
        if (!changes_.empty()) woken_.wait_for(lock, gathered_for, [&] { return is_stopping_; });
        if (is_stopping_) break;
        const Changes changes = std::exchange(changes_, {});
        std::erase_if(listeners_, [](const auto& each) { return !each->stream->is_open(); });
        const auto listeners = listeners_;
        lock.unlock();
        for (const auto& each : listeners) tell(*each, changes);
        lock.lock();
    }
    for (const auto& each : listeners_) each->stream->end();
    listeners_.clear();
}

void ChangeEvents::tell(Listener& listener, const Changes& changes) {
    const auto now = std::chrono::steady_clock::now();
    if (now - listener.spoken_to >= silent_for) {
        auto caller = guard_.admit(listener.request);
        if (!caller) return listener.stream->end();
        listener.caller = std::move(*caller);
        listener.stream->write(":\n\n");
        listener.spoken_to = now;
    }
    if (changes.empty()) return;
    try {
        const std::string data = data_for(listener.caller, changes);
        if (data.empty()) return;
        listener.stream->write("id: " + std::to_string(++events_) + "\nevent: change\ndata: " + data + "\n\n");
    } catch (const std::exception&) {
        listener.stream->end();  // the store can't be read; who comes again is told by a refusal
    }
}

std::string ChangeEvents::data_for(const http::Caller& caller, const Changes& changes) {
    JsonText json;
    json.begin_object().name("userTasks");
    write_seen<engine::UserTask>(json, reader_, caller, "userTaskKey", changes.user_tasks);
    json.name("processInstances");
    write_seen<engine::ProcessInstance>(json, reader_, caller, "processInstanceKey", changes.process_instances);
    json.name("incidents");
    write_seen<engine::Incident>(json, reader_, caller, "incidentKey", changes.incidents);
    json.name("isComplete").truth(changes.is_complete).end_object();
    std::string text = json.take();
    // Who may see nothing of it isn't told that anything happened.
    return text == R"({"userTasks":[],"processInstances":[],"incidents":[],"isComplete":true})" ? std::string() : text;
}

}  // namespace dandori::rest
