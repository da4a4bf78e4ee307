#pragma once
// How the checker's sentences call things.

#include <string>
#include <string_view>

#include "bpmn/model/process.h"

namespace dandori::bpmn::check_detail {

/// "User task 'approve'": the kind in words and the id, to begin a sentence with.
std::string titled(const FlowNode&);
/// "user task 'approve'", within a sentence.
std::string named(const FlowNode&);
/// "process 'p'" or "sub-process 's'", within a sentence.
std::string named(const Scope&);
/// "timer", "compensation" ...
std::string_view word(const EventDefinition&);
/// "'a', 'b' and 'c'".
std::string listed(const std::vector<const FlowNode*>&);
/// On one line, without white space around it.
std::string one_line(const std::string&);
/// Nothing but white space.
bool blank(std::string_view);

}  // namespace dandori::bpmn::check_detail
