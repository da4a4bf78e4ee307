#pragma once
#include <boost/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace dandori::mail {

/// The text, or JSON's null.
inline boost::json::value or_null(const std::optional<std::string>& text) {
    return text ? boost::json::value(*text) : boost::json::value(nullptr);
}

inline boost::json::array list_of(const std::vector<std::string>& texts) {
    return boost::json::array(texts.begin(), texts.end());
}

}  // namespace dandori::mail
