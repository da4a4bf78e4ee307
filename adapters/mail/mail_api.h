#pragma once
// What adapters/inbox/web/API.md, "Mails" asks of the server, without HTTP: whoever has the routes calls these.

#include "adapters/mail/engine_access.h"
#include "adapters/mail/intake_service.h"
#include "adapters/mail/send_task.h"

namespace dandori::mail {

/// An answer to a request. Faults are problem+json.
struct ApiAnswer {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;       ///< empty with 204
    std::string file_name;  ///< not empty: a download of this name
};

/// Who asks. Without an actor (`--auth none`, a program's token) everything may be seen.
struct Visitor {
    std::optional<engine::Actor> actor;
    std::function<bool(engine::ProcessInstanceKey)> may_see_case;  ///< empty: none but the people of the tray see mails
};

class MailApi {
  public:
    /// `service`, `records` and what `access` points at must outlive it. May be used by several threads.
    MailApi(EngineAccess access, IntakeService& service, SendingRecords& records, Evaluate evaluate, std::string case_url_prefix)
        : access_(std::move(access)),
          service_(service),
          records_(records),
          evaluate_(std::move(evaluate)),
          case_url_prefix_(std::move(case_url_prefix)) {}

    /// `POST /api/mails` (`?recipient=`, `?fullSize=`): 201 `{mailKey, state, caseNo, processInstanceKey, reason,
    /// isKnown}`, 200 when the mail had been taken before, 400 when it is none, 503 when the engine can't take it now.
    /// The caller has checked that a mail may be handed in (token).
    ApiAnswer post(const std::string& raw, const Delivery&);
    /// `POST /api/mails/search`
    ApiAnswer search(const std::string& body, const Visitor&);
    /// `GET /api/mails/{mailKey}`
    ApiAnswer get(engine::MailKey, const Visitor&);
    /// `GET /api/mails/{mailKey}/raw`
    ApiAnswer raw(engine::MailKey, const Visitor&);
    /// `POST /api/mails/{mailKey}/assignment`
    ApiAnswer assign(engine::MailKey, const std::string& body, const Visitor&);
    /// `POST /api/mails/{mailKey}/start`
    ApiAnswer start(engine::MailKey, const std::string& body, const Visitor&);
    /// `POST /api/mail-templates/preview`
    ApiAnswer preview(const std::string& body, const Visitor&);

  private:
    std::optional<engine::Mail> visible(engine::MailKey, const Visitor&);
    EngineAccess access_;
    IntakeService& service_;
    SendingRecords& records_;
    Evaluate evaluate_;
    std::string case_url_prefix_;
};

/// The mail as MAIL in API.md.
boost::json::object to_json(const engine::Mail&);

}  // namespace dandori::mail
