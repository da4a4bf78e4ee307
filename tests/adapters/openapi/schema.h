#pragma once
// As much of JSON Schema as the description uses: what fits a schema, the least that does, and what almost does.

#include <boost/json.hpp>
#include <functional>
#include <string>
#include <vector>

namespace dandori::openapi {

class Schemas {
  public:
    explicit Schemas(const boost::json::object& document)
        : named_(document.at("components").at("schemas").as_object()) {}

    /// Whether the value is one that the schema describes. Throws std::invalid_argument for a keyword it doesn't know.
    bool fits(const boost::json::value& schema, const boost::json::value& value) const;

    /// A value that fits, with no member that may be left out.
    boost::json::value least(const boost::json::value& schema) const;

    /// Values that don't fit: of other types, one beyond each bound, of no pattern, with a member too many or too few;
    /// and the same in each member, also in those that may be left out, as deep as the description needs (a schema may
    /// hold itself). Each has one fault.
    std::vector<boost::json::value> wrong(const boost::json::value& schema, std::size_t depth_max = 12) const;

  private:
    const boost::json::object& resolved(const boost::json::value& schema) const;
    std::vector<boost::json::value> beyond_bounds(const boost::json::object& schema) const;

    const boost::json::object& named_;
};

}  // namespace dandori::openapi
