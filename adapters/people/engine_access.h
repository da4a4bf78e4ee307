#pragma once
#include <functional>

#include "engine/engine.h"

namespace dandori::people {

/// The commands that this room gives.
using Command = std::variant<engine::PutDirectoryEntry, engine::ChangeMembership, engine::RemoveDirectoryEntry, engine::AssignUserTask,
                             engine::UnassignUserTask, engine::UpdateUserTask, engine::RevokeSubstitution, engine::PutRow, engine::RemoveRow>;

/// What this room asks of the outside, nothing more. All may be called by any thread.
struct EngineAccess {
    std::function<engine::Outcome<engine::Done>(Command, std::optional<engine::Actor>)> execute;
    /// Checks a password for a person and hashes it; InvalidArgument says what it lacks. Takes a tenth of a second and more.
    std::function<engine::Outcome<std::string>(const std::string& password, const std::string& username)> hash_password;
    engine::Reader* reader = nullptr;
    const engine::Clock* clock = nullptr;
};

/// The engine itself. It and the clock must outlive every use.
inline EngineAccess access_to(engine::Engine& engine, const engine::Clock& clock,
                              std::function<engine::Outcome<std::string>(const std::string&, const std::string&)> hash_password) {
    return {.execute =
                [&](Command command, std::optional<engine::Actor> actor) {
                    return std::visit([&](auto& it) { return engine.execute(std::move(it), std::move(actor)); }, command);
                },
            .hash_password = std::move(hash_password),
            .reader = &engine.reader(),
            .clock = &clock};
}

}  // namespace dandori::people
