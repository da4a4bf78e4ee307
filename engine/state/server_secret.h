#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// Something random that the server made for itself and keeps, so that what it has signed holds after a restart. Never shown.
struct ServerSecret {
    std::string name;   ///< what it is for
    std::string value;  ///< in hexadecimal

    static constexpr std::string_view table = "server_secret";
    static constexpr auto fields() {
        using R = ServerSecret;
        return Fields{field("name", &R::name), field("value", &R::value, FieldUse::Internal)};
    }
    bool operator==(const ServerSecret&) const = default;
};

}  // namespace dandori::engine
