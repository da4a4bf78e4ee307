#pragma once
// What a mail template comes to with these variables, without sending anything: for who writes it.

#include "adapters/mail/template.h"

namespace dandori::mail {

struct TemplatePreview {
    RenderedMail mail;                 ///< a placeholder with a fault is written as （エラー）
    std::vector<std::string> faults;   ///< `title +: what is wrong`, each placeholder that can't be worked out
};

/// Fills the template as a send task would, but goes on after a fault. Fails where the template can't be filled at all (Bounds).
Result<TemplatePreview> preview(const MailTemplate&, const boost::json::object& variables, const Evaluate&);

}  // namespace dandori::mail
