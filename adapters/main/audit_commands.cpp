#include "adapters/main/audit_commands.h"

#include <ostream>

#include "adapters/main/addresses.h"
#include "engine/identity/audit_chain.h"
#include "engine/identity/audit_table.h"

namespace dandori {
namespace {

std::unique_ptr<engine::Store> audited_store(const std::string& text, std::ostream& errors) {
    const auto address = read_store_address(text);
    if (!address) {
        errors << "dandori: " << address.error().text << "\n";
        return nullptr;
    }
    return open_store(*address);
}

}  // namespace

int verify_audit(const std::string& store_text, std::ostream& out, std::ostream& errors) {
    const auto store = audited_store(store_text, errors);
    if (!store) return 1;
    const auto check = engine::check_audit(store->reader());
    if (check.fault) {
        errors << "dandori: " << *check.fault << "\n";
        return 1;
    }
    const auto decisions = engine::check_decisions(store->reader());
    if (decisions.fault) {
        errors << "dandori: " << *decisions.fault << "\n";
        return 1;
    }
    out << check.count << " entries and " << decisions.count << " decisions, nothing changed or taken out";
    if (check.removed != 0) out << "; " << check.removed << " older ones removed at the end of their time";
    out << "\nlast hash: " << (check.last_hash.empty() ? "-" : check.last_hash) << "\n";
    return 0;
}

int export_audit(const std::string& store_text, std::ostream& out, std::ostream& errors) {
    const auto store = audited_store(store_text, errors);
    if (!store) return 1;
    engine::write_audit_table(store->reader(), [&](const std::string& line) { out << line; });
    out.flush();
    return out ? 0 : 1;
}

}  // namespace dandori
