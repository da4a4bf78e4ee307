#pragma once
#include "adapters/rest/search.h"

namespace dandori::rest {

/// What can be asked of process instances besides their fields: variables, what their elements do, their incidents.
extern const SearchRules process_instance_search;

}  // namespace dandori::rest
