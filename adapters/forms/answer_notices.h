#pragma once
// The messages by which a process tells somebody of answers that wait (processes/form-answer). Each is told once.

#include "adapters/forms/answers.h"

namespace dandori::forms {

/// `form-answer.waiting`, by the file's id: it is for a person to confirm or to set aside.
Result<void> tell_that_it_waits(const EngineAccess&, const AnswerFile&);

/// `form-answer.closed`, by the file's id: nothing of it waits any more.
Result<void> tell_that_it_is_closed(const EngineAccess&, const AnswerFile&, const std::string& how);

/// `form-answer.refused`, by `key`, which is the same for the same file: it couldn't be taken in, and why.
Result<void> tell_that_it_was_refused(const EngineAccess&, const std::string& key, const std::string& file_name, const Arrival&, const std::string& why);

}  // namespace dandori::forms
