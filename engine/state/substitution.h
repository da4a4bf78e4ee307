#pragma once
// Who is away, and who acts for them (代理).

#include "engine/state/field.h"
#include "engine/state/key.h"

namespace dandori::engine {

/// What substitutes may do: file applications, decide on steps, or both.
enum class SubstitutionActs { Apply, Approve, Both };
template <>
inline constexpr std::string_view names_of<SubstitutionActs>[] = {"APPLY", "APPROVE", "BOTH"};

using SubstitutionKey = Key<struct Substitution>;

/// Somebody is away for a time. Their tasks stay theirs; substitutes may act on them, each for all, and whoever does so first has. Without
/// substitutes it says only that the person is absent, which lets a deputy decide (代決).
struct Substitution {
    SubstitutionKey key;
    std::string principal;                    ///< username of who is away
    std::vector<std::string> substitutes;     ///< usernames
    Instant from;
    Instant until;                            ///< the first moment at which it no longer holds
    std::vector<std::string> process_definition_ids;  ///< only these; none = all
    SubstitutionActs acts = SubstitutionActs::Both;
    std::string reason;
    std::string granted_by;                   ///< username; another than the principal: an administrator
    Instant created_at;
    std::optional<Instant> revoked_at;

    bool holds_at(Instant now) const { return !revoked_at && from <= now && now < until; }
    bool is_for(std::string_view process_definition_id) const {
        if (process_definition_ids.empty()) return true;
        for (const std::string& each : process_definition_ids) {
            if (each == process_definition_id) return true;
        }
        return false;
    }

    static constexpr std::string_view table = "substitution";
    static constexpr auto fields() {
        using R = Substitution;
        return Fields{field("substitutionKey", &R::key),
                      field("principal", &R::principal, FieldUse::Indexed),
                      field("substitutes", &R::substitutes),
                      field("from", &R::from),
                      field("until", &R::until, FieldUse::Indexed),
                      field("processDefinitionIds", &R::process_definition_ids),
                      field("acts", &R::acts),
                      field("reason", &R::reason),
                      field("grantedBy", &R::granted_by),
                      field("createdAt", &R::created_at),
                      field("revokedAt", &R::revoked_at)};
    }
    bool operator==(const Substitution&) const = default;
};

}  // namespace dandori::engine
