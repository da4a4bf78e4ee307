#pragma once
#include <functional>
#include <optional>
#include <string>

#include "engine/runtime/command.h"

namespace dandori::inbox {

/// An answer about mails as it goes out. Faults are problem+json.
struct MailAnswer {
    int status = 200;
    std::string content_type;
    std::string body;
    std::string file_name;  ///< not empty: a download of this name
};

/// Who asks. Without an actor everything may be seen.
struct MailVisitor {
    std::optional<engine::Actor> actor;
    std::function<bool(engine::ProcessInstanceKey)> may_see_case;
};

/// What this room asks of the mails: API.md, "Mails", without HTTP. Whoever joins the rooms implements it. May be
/// called by several threads.
class MailAccess {
  public:
    virtual ~MailAccess() = default;
    /// `POST /api/mails`: one mail as it came. `recipient` of the envelope may be empty; `full_size` is not 0 when only
    /// its beginning is here.
    virtual MailAnswer take(const std::string& raw, const std::string& recipient, std::size_t full_size) = 0;
    virtual MailAnswer search(const std::string& body, const MailVisitor&) = 0;
    virtual MailAnswer get(engine::MailKey, const MailVisitor&) = 0;
    virtual MailAnswer raw(engine::MailKey, const MailVisitor&) = 0;
    virtual MailAnswer assign(engine::MailKey, const std::string& body, const MailVisitor&) = 0;
    virtual MailAnswer start(engine::MailKey, const std::string& body, const MailVisitor&) = 0;
    virtual MailAnswer preview(const std::string& body, const MailVisitor&) = 0;
};

}  // namespace dandori::inbox
