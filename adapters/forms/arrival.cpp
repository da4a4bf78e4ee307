#include "adapters/forms/arrival.h"

#include <boost/algorithm/string/case_conv.hpp>

namespace dandori::forms {

std::string_view name_of(Arrival::Way way) {
    switch (way) {
        case Arrival::Way::Mail: return "MAIL";
        case Arrival::Way::Folder: return "FOLDER";
        case Arrival::Way::Upload: break;
    }
    return "UPLOAD";
}

Arrival::Way way_named(std::string_view name) {
    if (name == "MAIL") return Arrival::Way::Mail;
    return name == "FOLDER" ? Arrival::Way::Folder : Arrival::Way::Upload;
}

std::string source_of(const Arrival& arrival) {
    if (arrival.way == Arrival::Way::Folder) return "folder";
    return arrival.way == Arrival::Way::Mail ? boost::algorithm::to_lower_copy(arrival.by) : std::string();
}

}  // namespace dandori::forms
