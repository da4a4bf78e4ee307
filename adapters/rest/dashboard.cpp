#include "adapters/rest/dashboard.h"

#include "adapters/rest/search.h"

namespace dandori::rest {

Result<DashboardPage> read_dashboard_page(Body& body) {
    DashboardPage page;
    if (auto asked = TRY(body.object("page"))) {
        page.limit = static_cast<std::size_t>(TRY(asked->integer("limit", 1, page_limit_max)).value_or(100));
        page.from = static_cast<std::size_t>(TRY(asked->integer("from", 0, INT32_MAX)).value_or(0));
        TRY(asked->nothing_else());
    }
    return page;
}

}  // namespace dandori::rest
