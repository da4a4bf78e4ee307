#pragma once
// Mail templates: `mails/<id>.ja.txt` as processes/README.md defines them.

#include <optional>
#include <string>
#include <vector>

#include "adapters/worker/expression.h"

namespace dandori::mail {

using worker::Evaluate;

/// A template as written, placeholders `{{= FEEL }}` and all.
struct MailTemplate {
    std::string id;
    std::string subject;
    std::string text;
    std::optional<std::string> html;  ///< the file beside it; absent: the twin is made from the text
    bool is_important = false;
    bool operator==(const MailTemplate&) const = default;
};

struct RenderedMail {
    std::string subject;  ///< one line
    std::string text;
    std::string html;
    std::vector<std::string> empty_placeholders;  ///< those that gave nothing, for the log
};

/// Reads a template file. Fails (Syntax) without a `Subject`, with another header than `Subject` and `Importance`, with
/// a placeholder that has no end; (Bounds) above 256 KB.
Result<MailTemplate> read_template(std::string id, std::string_view text, std::optional<std::string> html = {});

/// Fills the placeholders. A line that has placeholders which all came out empty is left out. Fails where an expression
/// does, naming it; no value can end the subject's line or open a tag of the HTML twin.
Result<RenderedMail> render(const MailTemplate&, const boost::json::object& variables, const Evaluate&);

/// One text with placeholders.
Result<std::string> render_line(std::string_view text, const boost::json::object& variables, const Evaluate&);

}  // namespace dandori::mail
