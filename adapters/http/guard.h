#pragma once
// Who asks: every request is admitted by a Guard before anything else is looked at.

#include <tl/expected.hpp>

#include "adapters/http/message.h"
#include "engine/runtime/command.h"

namespace dandori::http {

/// Somebody who was let in. Without an actor: `--auth none`, everything is allowed.
struct Caller {
    std::optional<engine::Actor> actor;
};

/// Admits a request, or gives the answer that refuses it (401 without a valid session or password, 403 for a missing CSRF token).
class Guard {
  public:
    virtual ~Guard() = default;
    virtual tl::expected<Caller, Response> admit(const Request&) = 0;
};

/// `--auth none`: admits everybody. Only on loopback.
class OpenGuard : public Guard {
  public:
    tl::expected<Caller, Response> admit(const Request&) override { return Caller{}; }
};

}  // namespace dandori::http
