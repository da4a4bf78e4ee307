#pragma once
#include "adapters/memory/memory_store.h"
#include "engine/identity/directory.h"
#include "engine/identity/resting_store.h"

namespace dandori::test {

/// Somebody of these groups, with the rights that a new store gives them.
inline engine::Actor actor(const std::string& username, const std::vector<std::string>& groups = {}) {
    static const engine::Directory directory = [] {
        memory::MemoryStore store;
        engine::add_default_rows(store);
        return engine::Directory::read(store, false);
    }();
    return directory.actor(engine::OwnerType::User, username, {}, {}, groups);
}

/// Somebody who may do everything.
inline engine::Actor administrator(const std::string& username = "root") { return actor(username, {"administrators"}); }

}  // namespace dandori::test
