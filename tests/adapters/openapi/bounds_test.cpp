// Nothing that the description calls wrong is taken: each member of each body, each place of a path, each parameter
// behind a `?`, one step beyond what is described.
#include <set>

#include "tests/adapters/openapi/schema.h"
#include "tests/adapters/openapi/whole_server.h"

namespace dandori::openapi {
namespace {

namespace json = boost::json;

class DescribedBounds : public WholeServer {
  protected:
    /// What is called `1` in a path is there, where a body isn't looked at before.
    DescribedBounds() {
        for (const auto& [path, body] :
             {std::pair{"/v2/groups", R"({"groupId": "1", "name": "n"})"},
              {"/v2/roles", R"({"roleId": "1", "name": "n"})"},
              {"/v2/tenants", R"({"tenantId": "1", "name": "n"})"}})
            EXPECT_EQ(ask("POST", path, body).status, 201) << path;
        engine::DefineTables tables;
        tables.tables.push_back({{R"({"table": "1", "title": "t", "columns": [{"name": "id", "key": true}]})"}, {}, ""});
        EXPECT_TRUE(desk.engine().execute(std::move(tables)));
    }

    void expect_refused(const std::string& method, const std::string& path, const std::string& body, bool may_be_unknown = false) {
        const auto response = ask(method, path, body);
        ++asked;
        EXPECT_TRUE(response.status == 400 || (may_be_unknown && response.status == 404))
            << method << " " << path << " " << body.substr(0, 400) << " answers "
                                        << response.body.substr(0, 300);
    }

    std::size_t asked = 0;
};

/// These need a case, a draft or a person who is signed in, and tell of that first.
const std::set<std::string> asks_for_more_first{"POST /api/cases/{caseNo}/{act}", "PUT /api/drafts/{id}", "POST /api/access-tokens",
                                                "POST /api/session/password"};

const json::value* body_schema(const json::object& operation) {
    const auto* body = operation.if_contains("requestBody");
    const auto* content = body ? body->at("content").as_object().if_contains("application/json") : nullptr;
    return content ? &content->at("schema") : nullptr;
}

/// As it stands in a path or a query, each byte by its number.
std::string encoded(const json::value& value) {
    std::string text;
    for (const char c : value.is_string() ? std::string(value.get_string()) : json::serialize(value)) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        const auto byte = static_cast<unsigned char>(c);
        text += {'%', digits[byte / 16], digits[byte % 16]};
    }
    return text;
}

/// Whether a text could be the value: in paths and queries nothing tells "5" from 5.
bool reads_as_right(const Schemas& schemas, const json::value& schema, const json::value& value) {
    const auto text = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
    boost::system::error_code error;
    const auto read = json::parse(text, error);
    return schemas.fits(schema, json::value(text)) || (!error && schemas.fits(schema, read));
}

std::string query_of(const Schemas& schemas, const json::object& operation, const json::value* changed, const std::string& value) {
    std::string query;
    const auto* parameters = operation.if_contains("parameters");
    if (!parameters) return query;
    for (const auto& parameter : parameters->as_array()) {
        const bool is_changed = &parameter == changed;
        if (parameter.at("in") != "query" || !(is_changed || parameter.at("required").as_bool())) continue;
        query += (query.empty() ? "?" : "&") + std::string(parameter.at("name").as_string()) + "=" +
                 (is_changed ? value : encoded(schemas.least(parameter.at("schema"))));
    }
    return query;
}

TEST_F(DescribedBounds, AreThoseOfTheBodies) {
    const auto all = document();
    const Schemas schemas(all);
    for_each_operation(all, [&](const std::string& method, const std::string& path, const json::object& operation) {
        const auto* schema = body_schema(operation);
        if (!schema || path.starts_with("/api/dry-run") || asks_for_more_first.contains(method + " " + path)) return;
        const auto whole_path = path_with(path, "1") + query_of(schemas, operation, nullptr, "");
        for (const auto& wrong : schemas.wrong(*schema)) expect_refused(method, whole_path, json::serialize(wrong));
    });
    EXPECT_GT(asked, 20'000U);
}

TEST_F(DescribedBounds, AreThoseOfThePathsAndQueries) {
    const auto all = document();
    const Schemas schemas(all);
    for_each_operation(all, [&](const std::string& method, const std::string& path, const json::object& operation) {
        const auto* parameters = operation.if_contains("parameters");
        if (!parameters) return;
        const auto* schema = body_schema(operation);
        const auto body = schema ? json::serialize(schemas.least(*schema)) : "";
        for (const auto& parameter : parameters->as_array()) {
            for (const auto& wrong : schemas.wrong(parameter.at("schema"))) {
                if (wrong == "" || reads_as_right(schemas, parameter.at("schema"), wrong)) continue;
                auto changed = path;
                const bool is_place = parameter.at("in") == "path";
                if (is_place) {
                    const auto place = "{" + std::string(parameter.at("name").as_string()) + "}";
                    changed.replace(changed.find(place), place.size(), encoded(wrong));
                }
                expect_refused(method, path_with(changed, "1") + query_of(schemas, operation, &parameter, encoded(wrong)), body, is_place);
            }
        }
    });
    EXPECT_GT(asked, 500U);
}

}  // namespace
}  // namespace dandori::openapi
