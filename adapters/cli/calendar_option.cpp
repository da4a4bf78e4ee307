#include "adapters/cli/calendar_option.h"

#include <chrono>
#include <fstream>
#include <iterator>

#include "engine/calendar/calendar_set.h"

namespace dandori::cli {
namespace {

Result<std::string> table_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail(Failure::Kind::ResourceNotFound, "The file '" + path + "' can't be opened.");
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

Result<feel::FunctionLibrary> calendar_functions(const std::string& folder, const feel::Surroundings& surroundings) {
    const std::string& zone = surroundings.zone;
    if (folder.empty()) return calendar::feel_functions(nullptr, zone);
    const std::string holidays = TRY(table_text(folder + "/holidays.csv"));
    const std::string hours = TRY(table_text(folder + "/service_hours.csv"));
    return calendar::feel_functions(
        std::make_shared<const calendar::CalendarSet>(TRY(calendar::CalendarSet::read(holidays, hours, zone))), zone);
}

const feel::FunctionLibrary& named_calendar_functions() {
    static const feel::FunctionLibrary functions = [] {
        auto none = calendar::CalendarSet::read(
            "date,weekday_ja,name_ja,kind,moved_from,certainty\n2019-01-01,火,元日,national,,official\n",
            "hours_id,name_ja,days,open,close,closed_on,source,basis\n");
        return calendar::feel_functions(none ? std::make_shared<const calendar::CalendarSet>(std::move(*none))
                                             : nullptr);
    }();
    return functions;
}

feel::Surroundings surroundings_now() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    feel::Surroundings surroundings;
    surroundings.now = {std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
    surroundings.seed = static_cast<std::uint64_t>(since_epoch.count());
    return surroundings;
}

}  // namespace dandori::cli
