#include "engine/identity/audit_chain.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "engine/identity/digest.h"
#include "engine/port/all_rows.h"

namespace dandori::engine {

namespace {

boost::json::value sealed_value(const Cell& cell) {
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth;
    if (const auto* text = std::get_if<std::string>(&cell)) return boost::json::value(boost::json::string(*text));
    return nullptr;
}

/// Fields that earlier rows were sealed without: where one is there, its name is sealed with it.
constexpr std::string_view added_later[] = {"targetElementId", "evidence", "reckoning", "versionNumber", "edits"};

template <class Row>
std::string sealed(const Row& row) {
    boost::json::array cells;
    for_each_field<Row>([&](const auto& field) {
        if (field.name == "hash") return;
        auto value = sealed_value(to_cell(row.*(field.member)));
        if (std::ranges::find(added_later, field.name) == std::end(added_later)) cells.push_back(std::move(value));
        else if (!value.is_null()) cells.push_back(boost::json::array{field.name, std::move(value)});
    });
    return sha256_hex(boost::json::serialize(cells));
}

}  // namespace

std::string audit_hash(const AuditEntry& row) { return sealed(row); }
std::string decision_hash(const ApprovalDecision& row) { return sealed(row); }

AuditCheck check_audit(Reader& reader) {
    AuditCheck check;
    std::int64_t written = 0;
    if (const auto row = get<Sequence>(reader, audit_written_sequence)) written = row->next - 1;
    if (const auto row = get<Sequence>(reader, audit_removed_sequence)) check.removed = row->next - 1;
    std::optional<std::string> before;
    for_all_rows<AuditEntry>(reader, {}, [&](const AuditEntry& row) {
        ++check.count;
        const std::string name = "Entry " + std::to_string(row.key.value) + " of " + to_iso8601(row.timestamp);
        if (!check.fault && row.hash != audit_hash(row)) check.fault = name + " was changed after it was written.";
        if (!check.fault && before && row.previous_hash != *before)
            check.fault = "Between " + name + " and the one before it entries were taken out or put in.";
        if (!check.fault && !before && check.removed == 0 && !row.previous_hash.empty())
            check.fault = name + " is the oldest, but was not the first: older ones were taken out.";
        before = row.hash;
    });
    check.last_hash = before.value_or("");
    if (!check.fault && check.count + check.removed != written) {
        check.fault = std::to_string(written) + " entries were written and " + std::to_string(check.removed) +
                      " removed at the end of their time, but there are " + std::to_string(check.count) + ".";
    }
    return check;
}

AuditCheck check_decisions(Reader& reader) {
    AuditCheck check;
    std::map<ProcessInstanceKey, std::string> last;  // of each case
    for_all_rows<ApprovalDecision>(reader, {}, [&](const ApprovalDecision& row) {
        ++check.count;
        const std::string name = "Decision " + std::to_string(row.key.value) + " of case " + std::to_string(row.case_key.value);
        if (!check.fault && row.hash != decision_hash(row)) check.fault = name + " was changed after it was written.";
        std::string& before = last[row.case_key];
        if (!check.fault && row.previous_hash != before) check.fault = "Between " + name + " and the one before it decisions were taken out or put in.";
        before = check.last_hash = row.hash;
    });
    return check;
}

}  // namespace dandori::engine
