#pragma once
// The engine's part of the inbox's tests: rows that are put are there at once.

#include "adapters/inbox/accounts.h"
#include "adapters/memory/memory_store.h"
#include "engine/identity/resting_store.h"
#include "tests/support/hand_moved_clock.h"

namespace dandori::inbox::test {

/// Hashing that costs next to nothing, so that tests can sign in often.
inline AccountSettings quick_accounts() {
    AccountSettings settings;
    settings.password_cost = {1, 8192};
    return settings;
}

struct WrittenRows {
    WrittenRows() { engine::add_default_rows(store); }
    memory::MemoryStore store;
    dandori::test::HandMovedClock clock;

    template <class Row>
    void put(const Row& row) {
        engine::Batch batch;
        batch.put(row);
        store.commit(batch);
    }

    InboxAccess access() {
        InboxAccess access;
        access.reader = &store;
        access.clock = &clock;
        access.put_row = [this](engine::PutRow command) -> engine::Outcome<engine::Done> {
            return std::visit(
                [&]<class Row>(const Row& row) -> engine::Outcome<engine::Done> {
                    if (command.only_if_absent && engine::get<Row>(store, engine::primary_key(row)))
                        return tl::unexpected(
                            engine::Rejection{engine::Rejection::Code::AlreadyExists, "It is there already."});
                    put(row);
                    return engine::Done{};
                },
                command.row);
        };
        access.put_person = [this](engine::PutDirectoryEntry command) -> engine::Outcome<engine::Done> {
            const auto& user = std::get<engine::User>(command.entry);
            if (command.is_new && engine::get<engine::User>(store, user.username))
                return tl::unexpected(engine::Rejection{engine::Rejection::Code::AlreadyExists, "It is there already."});
            engine::put_person(store, user, command.groups);
            return engine::Done{};
        };
        access.directory = [this] {
            return std::make_shared<const engine::Directory>(engine::Directory::read(store, false));
        };
        access.remove_row = [this](engine::RemoveRow command) -> engine::Outcome<engine::Done> {
            engine::Batch batch;
            switch (command.table) {
                case engine::RemoveRow::Table::Session: batch.remove<engine::Session>(command.id); break;
                case engine::RemoveRow::Table::Draft: batch.remove<engine::Draft>(command.id); break;
                case engine::RemoveRow::Table::AccessToken: batch.remove<engine::AccessToken>(command.id); break;
            }
            store.commit(batch);
            return engine::Done{};
        };
        return access;
    }
};

}  // namespace dandori::inbox::test
