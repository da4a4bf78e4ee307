#pragma once
#include <functional>

#include "engine/engine.h"

namespace dandori::inbox {

/// What this room asks of the engine, nothing more; so its tests need no engine. All may be called by any thread.
struct InboxAccess {
    std::function<engine::Outcome<engine::Done>(engine::PutRow)> put_row;
    std::function<engine::Outcome<engine::Done>(engine::RemoveRow)> remove_row;
    std::function<engine::Outcome<engine::Done>(engine::PutDirectoryEntry)> put_person;
    std::function<std::shared_ptr<const engine::Directory>()> directory;
    std::function<engine::Outcome<engine::CreateProcessInstance::Answer>(engine::CreateProcessInstance,
                                                                         std::optional<engine::Actor>)>
        create_process_instance;
    std::function<engine::Outcome<engine::CorrelateMessage::Answer>(engine::CorrelateMessage,
                                                                    std::optional<engine::Actor>)>
        correlate_message;
    engine::Reader* reader = nullptr;
    const engine::Clock* clock = nullptr;
};

/// The engine itself. It and the clock must outlive every use.
inline InboxAccess access_to(engine::Engine& engine, const engine::Clock& clock) {
    return {.put_row = [&](engine::PutRow command) { return engine.execute(std::move(command)); },
            .remove_row = [&](engine::RemoveRow command) { return engine.execute(std::move(command)); },
            .put_person = [&](engine::PutDirectoryEntry command) { return engine.execute(std::move(command)); },
            .directory = [&] { return engine.directory(); },
            .create_process_instance =
                [&](engine::CreateProcessInstance command, std::optional<engine::Actor> actor) {
                    return engine.execute(std::move(command), std::move(actor));
                },
            .correlate_message =
                [&](engine::CorrelateMessage command, std::optional<engine::Actor> actor) {
                    return engine.execute(std::move(command), std::move(actor));
                },
            .reader = &engine.reader(),
            .clock = &clock};
}

}  // namespace dandori::inbox
