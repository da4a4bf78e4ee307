#pragma once
// One call of the API on its way: what was asked, by whom, and how it is answered.

#include <boost/json/value.hpp>
#include <memory>

#include "adapters/http/guard.h"
#include "adapters/http/problem.h"
#include "adapters/rest/body.h"
#include "adapters/rest/effects.h"
#include "adapters/rest/json_text.h"
#include "adapters/rest/rest.h"
#include "adapters/rest/rights.h"

namespace dandori::rest {

/// What all handlers share.
struct Api {
    engine::Engine& engine;
    http::Guard& guard;
    RestSettings settings;
};

/// The way back to the client. Copyable; one of the copies answers, once.
class Reply {
  public:
    Reply(http::Respond respond, std::string path) : respond_(std::move(respond)), path_(std::move(path)) {}

    void respond(http::Response response) const { respond_(std::move(response)); }
    void json(std::string text, int status = 200) const;
    void no_content() const;
    /// A deployed file as it came. Browsers must not run what is in it.
    /// With a name it is saved under that, not shown.
    void file(std::string content, std::string_view content_type, std::string_view name = {}) const;
    void refuse(int status, std::string_view title, std::string_view detail) const;
    /// What the engine refused: `Command 'COMPLETE' rejected with code 'NOT_FOUND': ...`.
    void reject(std::string_view intent, const engine::Rejection&) const;
    /// A fault in the request: 400.
    void refuse(const Failure&) const;
    void not_found(std::string_view what, std::int64_t key) const;

  private:
    http::Respond respond_;
    std::string path_;
};

struct Call {
    std::shared_ptr<const Api> api;
    const http::Request& request;  ///< only until the handler returns
    boost::json::value json;       ///< the body; null where there is none
    http::Caller caller;
    Reply reply;
    bool is_trial = false;  ///< below /api/dry-run: told what would happen, and nothing does

    const engine::Actor* actor() const { return actor_of(caller); }
    engine::Reader& reader() const { return api->settings.reader ? *api->settings.reader : api->engine.reader(); }
    bool has_tenants() const { return api->settings.has_tenants; }
    Result<Body> body() const { return Body::of(json, request.body); }

    /// The key that stands in the path.
    template <class K>
    Result<K> key(std::string_view name) const {
        return K{TRY(path_number(name))};
    }
    /// `true` or `false` behind the `?`.
    Result<bool> truth_in_query(std::string_view name, bool otherwise) const;

  private:
    Result<std::int64_t> path_number(std::string_view name) const;

  public:
    /// Whether the caller has the permission for the resource of this id; where not, the call has been answered.
    bool permits(engine::ResourceType, engine::Permission, std::string_view id) const;

    /// Hands a command to the engine; `write(reply, answer)` is called on the engine's thread when it is done.
    template <class Command, class Write>
    void submit(std::string_view intent, Command command, Write write) const {
        if constexpr (engine::can_be_tried<Command>) {
            if (is_trial) return try_out(intent, std::move(command));
        }
        api->engine.submit(
            std::move(command), caller.actor,
            [reply = reply, intent, write = std::move(write)](engine::Outcome<typename Command::Answer> outcome) {
                if (outcome)
                    write(reply, *outcome);
                else
                    reply.reject(intent, outcome.error());
            });
    }

    template <class Command>
    void try_out(std::string_view intent, Command command) const {
        const bool may_see_all =
            engine::may(actor(), engine::ResourceType::ProcessDefinition, engine::Permission::ReadProcessInstance, engine::any_resource);
        api->engine.try_out(std::move(command), caller.actor, [reply = reply, intent, may_see_all](engine::Outcome<engine::Effects> told) {
            if (told)
                reply.json(effects_text(*told, may_see_all));
            else
                reply.reject(intent, told.error());
        });
    }

    /// The same for a command whose answer says nothing: 204.
    template <class Command>
    void submit_done(std::string_view intent, Command command) const {
        submit(intent, std::move(command), [](const Reply& reply, const engine::Done&) { reply.no_content(); });
    }
};

enum class Takes { Json, Form };

/// Marks a line whose command can be tried out by the same method, path and body below `/api/dry-run`.
inline constexpr bool tried = true;

/// A line of the route table. A Failure is answered with 400.
struct Route {
    std::string_view method;
    std::string_view path;  ///< below /v2, or below /api
    Who who;
    Result<void> (*handle)(Call&);
    Takes takes = Takes::Json;
    bool is_tried = false;
    std::string_view below = "/v2";  ///< `/api` for what Camunda has no name for
};

}  // namespace dandori::rest
