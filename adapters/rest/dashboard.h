#pragma once
// Sorts and pages of what was counted in memory.

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "adapters/http/text.h"
#include "adapters/rest/body.h"

namespace dandori::rest {

struct DashboardPage {
    std::size_t from = 0;
    std::size_t limit = 100;
};

/// The member `page` with `from` and `limit`.
Result<DashboardPage> read_dashboard_page(Body& body);

template <class Row>
struct DashboardSort {
    std::string_view name;
    bool (*before)(const Row&, const Row&);
};

/// Sorts by the member `sort`; rows that it doesn't tell apart stay in their order.
template <class Row>
Result<void> sort_dashboard(Body& body, std::span<const DashboardSort<Row>> known, std::vector<Row>& rows) {
    auto sorts = TRY(body.objects("sort"));
    // The last field first, so that the first one has the last word.
    for (auto sort = sorts.rbegin(); sort != sorts.rend(); ++sort) {
        const auto name = TRY(sort->required_text("field"));
        const auto it = std::find_if(known.begin(), known.end(), [&](const auto& each) { return each.name == name; });
        if (it == known.end()) {
            std::string names;
            for (const auto& each : known) names += (names.empty() ? "" : ", ") + std::string(each.name);
            return fail(Failure::Kind::Syntax,
                        "'" + sort->full_name("field") + "' is '" + name + "', but must be one of " + names + ".");
        }
        const auto order = TRY(sort->text("order")).value_or("ASC");
        const bool descending = http::equal_in_any_case(order, "DESC");
        if (!descending && !http::equal_in_any_case(order, "ASC"))
            return fail(Failure::Kind::Syntax,
                        "'" + sort->full_name("order") + "' is '" + order + "', but must be ASC or DESC.");
        TRY(sort->nothing_else());
        std::stable_sort(rows.begin(), rows.end(),
                         [&](const Row& a, const Row& b) { return descending ? it->before(b, a) : it->before(a, b); });
    }
    return {};
}

}  // namespace dandori::rest
