#pragma once
#include "adapters/main/mail_room.h"
#include "adapters/main/serve.h"

namespace dandori {

/// What the settings say of mail, with the secrets they name.
Result<MailSettings> mail_settings(const ServeSettings&);

}  // namespace dandori
