#pragma once
#include "adapters/people/personnel_changes.h"

namespace dandori::people {

/// What the rows' ids begin with. A space stands in no person's name, so nobody's drafts are among them.
inline const std::string kept_change_prefix = "personnel change ";

/// A change as it rests in the store, and back; none where the row holds something else.
engine::Draft row_of(const KeptChange&);
std::optional<KeptChange> kept_change_of(const engine::Draft&);

std::string_view name_of(ChangeState);

}  // namespace dandori::people
