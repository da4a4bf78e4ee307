#pragma once
// The JSON object of a request, read member by member. Every fault names the member, what was found and what is
// expected.

#include <boost/json/value.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/failure.h"
#include "engine/state/field.h"

namespace dandori::rest {

/// What a value is, for messages: `the text "x"`, `a number`, `an object` ...
std::string described(const boost::json::value&);

/// A key as it comes in requests: a decimal text, or a number.
Result<std::int64_t> read_key(const boost::json::value&, const std::string& member);
Result<std::string> read_text(const boost::json::value&, const std::string& member);
Result<std::int64_t> read_integer(const boost::json::value&, const std::string& member);
Result<Instant> read_time(const boost::json::value&, const std::string& member);
Result<std::vector<std::string>> read_text_list(const boost::json::value&, const std::string& member);

/// Reads a decimal key as it stands in a path.
std::optional<std::int64_t> key_of(std::string_view text);

/// Refuses a tenant that can't be there.
Result<std::string> checked_tenant(const std::string& tenant, bool has_tenants, std::string_view member = "tenantId");

/// An absent member and `null` are the same. Members nobody asked for are found by nothing_else().
class Body {
  public:
    /// An absent body (null) is an empty object. `source` is the text it was read from, for members kept as they came.
    static Result<Body> of(const boost::json::value&, std::string_view source, std::string prefix = {});

    const boost::json::value* find(std::string_view name);
    std::string full_name(std::string_view name) const { return prefix_ + std::string(name); }

    /// The text, which must be there and not be empty.
    Result<std::string> required_text(std::string_view name);
    Result<std::optional<std::string>> text(std::string_view name);
    Result<std::optional<std::int64_t>> integer(std::string_view name, std::int64_t least, std::int64_t most);
    Result<std::int64_t> required_integer(std::string_view name, std::int64_t least, std::int64_t most);
    Result<bool> truth(std::string_view name, bool otherwise);
    Result<std::optional<std::vector<std::string>>> text_list(std::string_view name);
    Result<std::optional<Instant>> time(std::string_view name);
    template <class K>
    Result<std::optional<K>> key(std::string_view name) {
        const auto* value = find(name);
        if (!value) return std::optional<K>{};
        return std::optional<K>{K{TRY(read_key(*value, full_name(name)))}};
    }
    /// The member's text as it came, which must be an object; `{}` where it is absent.
    Result<engine::Json> object_text(std::string_view name);
    /// A member that is an object itself; none where it is absent.
    Result<std::optional<Body>> object(std::string_view name);
    /// The members of a list of objects.
    Result<std::vector<Body>> objects(std::string_view name);

    /// `tenantId` (with multi-tenancy any, else only the default one) and `operationReference`, which is not kept.
    Result<std::string> tenant(bool has_tenants);
    /// `operationReference`, where no tenant can be named.
    Result<void> accept_reference();
    /// Refuses members that were not asked for.
    Result<void> nothing_else() const;

  private:
    boost::json::object object_;
    std::string_view source_;
    std::string prefix_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace dandori::rest
