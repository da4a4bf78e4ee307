#pragma once
// What `--listen` and `--store` mean.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "adapters/postgres/address.h"
#include "engine/failure.h"
#include "engine/port/store.h"

namespace dandori {

struct ListenAddress {
    std::string host;
    std::uint16_t port = 0;  ///< 0: any that is free
    bool operator==(const ListenAddress&) const = default;
};

/// Reads `HOST:PORT`, `[::1]:PORT`.
Result<ListenAddress> read_listen_address(const std::string& text);

/// Whether only programs of this machine reach the host.
bool is_loopback(const std::string& host);

struct StoreAddress {
    std::string file;                           ///< of SQLite
    std::optional<postgres::Address> postgres;  ///< neither: in memory
    bool is_lasting() const { return !file.empty() || postgres; }
};

/// Reads `memory:`, `sqlite:PATH`, or what adapters/postgres/address.h reads.
Result<StoreAddress> read_store_address(const std::string& text);

/// Opens it. Throws std::runtime_error saying why when it can't be.
std::unique_ptr<engine::Store> open_store(const StoreAddress&);

}  // namespace dandori
