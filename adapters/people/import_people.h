#pragma once
// People from a table: new ones are added, known ones changed, nobody is removed.

#include <boost/json/fwd.hpp>

#include "adapters/people/engine_access.h"
#include "adapters/people/person.h"

namespace dandori::people {

enum class PersonAct {
    Add,
    Change,
    Same,   ///< all is as the table says
    Later,  ///< begins on a later day; nothing is done
    Over    ///< their last day has passed; nothing is done, which is for a personnel change
};

struct PlannedPerson {
    PersonAct act = PersonAct::Same;
    engine::User user;                 ///< as they will be; without a password
    bool is_described_anew = false;    ///< name, mail or post change
    std::vector<std::string> joins, leaves;  ///< groups
};

struct PeoplePlan {
    std::vector<PlannedPerson> people;  ///< in the order of the table
    std::set<std::string> new_groups;   ///< that nobody has heard of: perhaps a slip of the pen
    std::vector<std::string> not_kept;  ///< columns that are there to be read by people only
};

/// What taking the table over would do at `now`. Columns: username (利用者ID), name (氏名), kana (かな), mail (メール), party (所属), post (役職), groups
/// (グループ, separated by semicolons), from (開始日), until (最終日). A column that is absent changes nothing, an empty cell clears. All faults at once.
tl::expected<PeoplePlan, TableFaults> plan_people(std::string_view csv, engine::Reader&, Instant now);

struct ImportedPerson {
    PlannedPerson planned;
    std::string password;   ///< of who was added with one that was made; shown now and never again
    std::string refused;    ///< why something of it was not done; empty: nothing was refused
};

/// Does what is planned, person by person, for `actor`. With a `password` new people get it, else each gets one of their own.
/// What was done before a refusal stays; the same table again does the rest.
engine::Outcome<std::vector<ImportedPerson>> import_people(const PeoplePlan&, const std::string& password, const EngineAccess&,
                                                           const std::optional<engine::Actor>&);

/// `{items, newGroups, notKept, counts}`
boost::json::value to_json(const PeoplePlan&, const std::vector<ImportedPerson>&);

}  // namespace dandori::people
