#include "engine/state/field.h"

#include <boost/json.hpp>
#include <stdexcept>

namespace dandori::engine {

std::string text_list_to_json(const std::vector<std::string>& list) {
    boost::json::array array;
    array.reserve(list.size());
    for (const auto& text : list) array.emplace_back(text);
    return boost::json::serialize(array);
}

std::vector<std::string> text_list_from_json(const std::string& text) {
    boost::system::error_code error;
    const auto parsed = boost::json::parse(text, error);
    if (error || !parsed.is_array()) throw std::runtime_error("A list of texts was expected in the store, found: " + text);
    std::vector<std::string> list;
    for (const auto& item : parsed.as_array()) list.emplace_back(item.is_string() ? item.as_string().c_str() : "");
    return list;
}

void throw_damaged_cell(std::string_view field_name) {
    throw std::runtime_error("The store holds a value that does not fit the field '" + std::string(field_name) + "'.");
}

}  // namespace dandori::engine
