#include "adapters/mail/template_preview.h"

#include <algorithm>

namespace dandori::mail {

Result<TemplatePreview> preview(const MailTemplate& wording, const boost::json::object& variables, const Evaluate& evaluate) {
    std::vector<std::string> faults;
    const Evaluate goes_on = [&](std::string_view expression, const boost::json::object& scope) -> Result<boost::json::value> {
        auto value = evaluate(expression, scope);
        if (value) return value;
        auto fault = std::string(expression) + ": " + value.error().text;
        if (std::find(faults.begin(), faults.end(), fault) == faults.end()) faults.push_back(std::move(fault));
        return boost::json::value("（エラー）");
    };
    auto mail = TRY(render(wording, variables, goes_on));
    return TemplatePreview{std::move(mail), std::move(faults)};
}

}  // namespace dandori::mail
