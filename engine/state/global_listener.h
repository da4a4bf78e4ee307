#pragma once
#include "engine/state/field.h"

namespace dandori::engine {

/// Who has set a global listener up (Camunda 8 REST API v2).
enum class GlobalListenerSource { Configuration, Api };
template <>
inline constexpr std::string_view names_of<GlobalListenerSource>[] = {"CONFIGURATION", "API"};

/// A listener to the user tasks of all processes.
struct GlobalListener {
    std::string id;
    std::string type;  ///< of its jobs
    std::int32_t retries = 3;
    std::vector<std::string> event_types;  ///< `creating`, `assigning` ..., or `all`
    bool after_non_global = false;         ///< after the listeners of the model instead of before
    std::int32_t priority = 50;            ///< the higher one first
    GlobalListenerSource source = GlobalListenerSource::Api;

    static constexpr std::string_view table = "global_listener";
    static constexpr auto fields() {
        using R = GlobalListener;
        return Fields{field("id", &R::id),
                      field("type", &R::type),
                      field("retries", &R::retries),
                      field("eventTypes", &R::event_types),
                      field("afterNonGlobal", &R::after_non_global),
                      field("priority", &R::priority),
                      field("source", &R::source)};
    }
    bool operator==(const GlobalListener&) const = default;
};

}  // namespace dandori::engine
