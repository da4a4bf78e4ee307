#pragma once
#include <memory>

#include "adapters/inbox/mail_access.h"
#include "adapters/mail/mail_api.h"

namespace dandori {

/// The mail room as the inbox asks for it; `api` must outlive it.
std::shared_ptr<inbox::MailAccess> mail_door(mail::MailApi& api);

}  // namespace dandori
