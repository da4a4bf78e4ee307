#pragma once
// What a model uses of the notation, in the words of docs/user/bpmn-coverage.md.

#include <set>
#include <string>

#include "bpmn/model/definitions.h"

namespace dandori::test {

/// "user task", "boundary event timer, non-interrupting", "start event error, of an event sub-process" ...
std::set<std::string> features_of(const bpmn::Definitions&);

}  // namespace dandori::test
