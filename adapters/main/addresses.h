#pragma once
// What `--listen` and `--store` mean.

#include <cstdint>
#include <memory>
#include <string>

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
    std::string file;  ///< empty: in memory
    bool operator==(const StoreAddress&) const = default;
};

/// Reads `memory:` or `sqlite:PATH`.
Result<StoreAddress> read_store_address(const std::string& text);

/// Opens it. Throws std::runtime_error saying why when it can't be.
std::unique_ptr<engine::Store> open_store(const StoreAddress&);

}  // namespace dandori
