#pragma once
// What is asked of an identity provider. This room opens no connection itself.

#include <functional>
#include <string>

#include "engine/failure.h"

namespace dandori::inbox {

struct Outgoing {
    std::string url;
    std::string form;           ///< posted as `application/x-www-form-urlencoded`; empty: GET
    std::string authorization;  ///< the header; empty: none
};

/// The body of the answer; a failure where it isn't 2xx. May take seconds. Called by several threads.
using Fetch = std::function<Result<std::string>(const Outgoing&)>;

}  // namespace dandori::inbox
