#pragma once
#include <boost/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "engine/failure.h"

namespace dandori::forms {

/// The members of an object of a template, each asked for once; a fault names the place.
class Members {
  public:
    static Result<Members> of(const boost::json::value& value, std::string place);

    /// Empty where it is left out.
    Result<std::string> text(const char* name);
    Result<std::string> needed_text(const char* name);
    Result<std::int64_t> integer(const char* name, std::int64_t from, std::int64_t to, std::int64_t otherwise);
    Result<std::vector<std::string>> texts(const char* name);
    Result<std::vector<std::pair<std::string, std::string>>> text_members(const char* name);
    /// null where it is left out.
    const boost::json::value* any(const char* name);
    Result<void> nothing_else() const;
    std::string place_of(std::string_view name) const { return place_.empty() ? std::string(name) : place_ + "." + std::string(name); }

  private:
    Members(const boost::json::object& object, std::string place) : object_(&object), place_(std::move(place)) {}
    const boost::json::object* object_;
    std::string place_;
    std::set<std::string> asked_;
};

/// A fault of a template at this place.
tl::unexpected<Failure> unusable(const std::string& place, const std::string& what);

}  // namespace dandori::forms
