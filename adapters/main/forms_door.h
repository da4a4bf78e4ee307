#pragma once
#include <memory>

#include "adapters/forms/answer_api.h"
#include "adapters/inbox/form_answer_access.h"

namespace dandori {

/// The form room's answers as the inbox asks for them; `api` must outlive it.
std::shared_ptr<inbox::FormAnswerAccess> forms_door(forms::AnswerApi& api);

}  // namespace dandori
