#include "adapters/main/addresses.h"

#include <charconv>

#include "adapters/memory/memory_store.h"
#include "adapters/postgres/postgres_store.h"
#include "adapters/sqlite/sqlite_store.h"

namespace dandori {

Result<ListenAddress> read_listen_address(const std::string& text) {
    const auto wrong = [&] {
        return fail(Failure::Kind::Syntax,
                    "'" + text + "' is no address; HOST:PORT is expected, such as 127.0.0.1:8080.");
    };
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return wrong();
    ListenAddress address{text.substr(0, colon), 0};
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error != std::errc{} || rest != end) return wrong();
    if (address.host.starts_with('[') && address.host.ends_with(']')) {
        address.host = address.host.substr(1, address.host.size() - 2);
    } else if (address.host.find(':') != std::string::npos) {
        return wrong();
    }
    if (address.host.empty()) return wrong();
    return address;
}

bool is_loopback(const std::string& host) {
    if (host == "localhost" || host == "::1") return true;
    return host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos;
}

Result<StoreAddress> read_store_address(const std::string& text) {
    constexpr std::string_view sqlite = "sqlite:";
    if (text == "memory:") return StoreAddress{};
    if (text.starts_with(sqlite) && text.size() > sqlite.size()) return StoreAddress{text.substr(sqlite.size()), {}};
    if (postgres::is_address(text)) return StoreAddress{"", TRY(postgres::read_address(text))};
    const bool may_hold_password = text.find('@') != std::string::npos;
    return fail(Failure::Kind::Syntax, (may_hold_password ? "This" : "'" + text + "'") + " is no store; 'memory:', 'sqlite:PATH' or 'postgres://USER@HOST/DATABASE' is expected.");
}

std::unique_ptr<engine::Store> open_store(const StoreAddress& address) {
    if (address.postgres) return std::make_unique<postgres::PostgresStore>(*address.postgres);
    if (address.file.empty()) return std::make_unique<memory::MemoryStore>();
    return std::make_unique<sqlite::SqliteStore>(address.file);
}

}  // namespace dandori
