#pragma once
#include "engine/runtime/command.h"

namespace dandori::engine {

/// Administrators and the people of the desk (`iom.*`): they help what can't go on, and hand out the tray's mails. The
/// program itself may, too.
inline bool may_operate(const Actor* actor) {
    if (!actor || actor->is_administrator) return true;
    for (const std::string& group : actor->groups)
        if (group.starts_with("iom.")) return true;
    return false;
}

}  // namespace dandori::engine
