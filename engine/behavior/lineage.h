#pragma once
// Which tokens belong together: what the lineage of tokens and element instances tells (state/token.h), and what a return to a
// passed step (差戻し) therefore takes back.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/behavior/executable.h"

namespace dandori::engine {

/// The lineage of a token that leaves the split `split` by the branch `branch`.
std::string branch_lineage(const std::string& lineage, std::int64_t split, std::int64_t branch);

/// Whether a token of this lineage has come through everything that one of lineage `earlier` had; entry by entry.
bool comes_from(std::string_view lineage, std::string_view earlier);

/// What both have in common, from the outside.
std::string common_lineage(std::string_view, std::string_view);

/// A token that a join has taken. The join's element instance remembers them in its `memory`.
struct JoinedToken {
    std::string flow_id;
    std::string lineage;
};
/// `resets`: a complex gateway has taken the late ones.
std::string joined_to_json(const std::vector<JoinedToken>&, bool resets = false);
/// Empty for what is no join.
std::vector<JoinedToken> joined_from(const ElementInstance&);
/// Whether it is a join that has taken its tokens.
bool has_joined(const ElementInstance&);

/// What has to happen so that a token goes from one element back to another of the same process instance.
///
/// The rules are those of the approval patterns: R1 only this token moves; R2 the target lies before a fork, all of the fork's
/// tokens are taken back; R3 the target lies inside a branch that was joined, the join is re-armed; R4 the target is not on
/// this token's path, nothing may be moved (`why` says so); R5 the token leaves sub-processes for the enclosing scope;
/// R6 the target is no element of this process: ask again with the call activity of the calling instance.
/// Once one of them is known: `passes_inclusive_gateway` is R10 (it will be evaluated anew), `ends_waiting` is R12 (subscriptions
/// end, correlated messages stay consumed).
///
/// To carry it out: terminate `ended`, remove the tokens `removed`, put a token for each of `rearmed` at its gateway (each counts
/// among the active children of `scope`), enter the target in `scope` with `lineage`.
struct ReturnPlan {
    enum class Rule { R1, R2, R3, R4, R5, R6 };
    struct Rearmed {
        std::string gateway_id;
        std::string flow_id;  ///< the join remembers it as taken
        std::string lineage;
    };
    Rule rule = Rule::R4;
    std::string why;                               ///< of R4 and R6
    bool passes_inclusive_gateway = false;
    bool ends_waiting = false;
    ElementInstanceKey last_run;                   ///< of the target: the run that is repeated
    ScopeKey scope;
    std::string lineage;
    std::vector<ElementInstanceKey> ended;         ///< active ones directly in `scope`; what is inside of them ends with them
    std::vector<TokenKey> removed;
    std::vector<Rearmed> rearmed;
    std::vector<ElementInstanceKey> passed;        ///< completed, from the target on, that will be passed again; the latest first
};

/// Decides from rows alone: `elements` are all element instances of the process instance, those that are over too; `tokens` all
/// that wait. `from` is the key of an active one. Changes nothing.
ReturnPlan plan_return(const Executable&, std::span<const ElementInstance> elements, std::span<const Token> tokens,
                       ElementInstanceKey from, std::string_view target_id);

/// The same for what has come of an element instance that is over, wherever its tokens are now. `rule` says nothing.
ReturnPlan plan_taking_back(const Executable&, std::span<const ElementInstance> elements, std::span<const Token> tokens, const ElementInstance& run);

}  // namespace dandori::engine
