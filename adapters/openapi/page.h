#pragma once
#include <boost/json/fwd.hpp>
#include <string>

namespace dandori::openapi {

/// The document as a page to read: no scripts, one style sheet, heads in Japanese and English.
std::string page_of(const boost::json::object& document);

}  // namespace dandori::openapi
