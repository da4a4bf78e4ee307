#include "adapters/openapi/description.h"

#include <algorithm>
#include <boost/json.hpp>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>

#include "adapters/http/status.h"
#include "adapters/openapi/notation.h"

namespace dandori::openapi {
namespace {

namespace json = boost::json;

constexpr std::string_view trial_prefix = "/api/dry-run";

struct Line {
    http::RouteName name;
    const json::object* route;
    std::string tag;
    bool is_trial = false;
};

/// The parts as they were read.
struct Parts {
    std::vector<json::value> read;
    std::map<std::string, json::object, std::less<>> types;  ///< of objects, with what other parts add
    std::map<std::string, json::value, std::less<>> other_types;
    json::array tags;
    std::vector<Line> lines;

    explicit Parts(std::span<const std::string_view> texts) {
        for (const auto text : texts) {
            boost::system::error_code error;
            read.push_back(json::parse(text, error));
            if (error)
                throw std::invalid_argument("A part of the description is no JSON: " + std::string(text.substr(0, 80)));
        }
        for (const auto& part : read) add_types(part.as_object());
        for (const auto& part : read) add_members(part.as_object());
        add_spread_members();
        for (const auto& part : read) add_routes(part.as_object());
    }

  private:
    void add_types(const json::object& part) {
        const auto* schemas = part.if_contains("schemas");
        if (!schemas) return;
        for (const auto& each : schemas->as_object()) {
            const std::string name(each.key());
            const auto* object = each.value().if_object();
            const bool is_new = object && !object->contains("json schema") && !object->contains("one of")
                                    ? types.try_emplace(name, *object).second
                                    : other_types.try_emplace(name, each.value()).second;
            if (!is_new) throw std::invalid_argument("The schema '" + name + "' is described twice.");
        }
    }

    void add_members(const json::object& part) {
        const auto* also = part.if_contains("also");
        if (!also) return;
        for (const auto& each : also->as_object()) {
            const auto type = types.find(std::string_view(each.key()));
            if (type == types.end())
                throw std::invalid_argument("'also' names '" + std::string(each.key()) + "', which is no schema.");
            for (const auto& member : each.value().as_object()) type->second[member.key()] = member.value();
        }
    }

    void add_spread_members() {
        for (auto& [name, type] : types) {
            const auto* spread = type.if_contains("...");
            if (!spread) continue;
            const auto other = types.find(std::string_view(spread->as_string()));
            if (other == types.end() || other->second.contains("..."))
                throw std::invalid_argument("'...' in '" + name + "' must name an object type that has none itself.");
            json::object whole = other->second;
            for (const auto& member : type)
                if (member.key() != "...") whole[member.key()] = member.value();
            type = std::move(whole);
        }
    }

    void add_routes(const json::object& part) {
        const auto* routes = part.if_contains("routes");
        if (!routes) return;
        const auto& title = part.at("title").as_object();
        const std::string tag(title.at("en").as_string());
        tags.push_back(json::object{{"name", tag}, {"description", title.at("ja")}});
        for (const auto& each : routes->as_object()) {
            const std::string_view name = each.key();
            const auto space = name.find(' ');
            const auto& route = each.value().as_object();
            const http::RouteName route_name{std::string(name.substr(0, space)), std::string(name.substr(space + 1))};
            lines.push_back({route_name, &route, tag});
            if (route.contains("tried"))
                lines.push_back(
                    {{route_name.method, std::string(trial_prefix) + route_name.pattern}, &route, tag, true});
        }
    }
};

json::object content_of(std::string_view media_type, json::value schema) {
    return {{media_type, json::object{{"schema", std::move(schema)}}}};
}

json::object answer_with(int status, json::object content) {
    json::object answer{{"description", http::reason_phrase(status)}};
    if (!content.empty()) answer["content"] = std::move(content);
    return answer;
}

/// A type, or a media type, whose content is a text; an empty one: nothing.
json::object given_content(const json::value& given) {
    const auto* text = given.if_string();
    if (text && text->empty()) return {};
    if (text && text->find('/') != json::string::npos) return content_of(*text, {{"type", "string"}});
    return content_of("application/json", schema_of(given));
}

bool is_by_status(const json::object& gives) {
    return !gives.empty() && std::all_of(gives.begin(), gives.end(), [](const auto& member) {
        const std::string_view key = member.key();
        return key.size() == 3 && key.find_first_not_of("0123456789") == std::string_view::npos;
    });
}

/// Writes one operation.
class Operation {
  public:
    Operation(const Line& line, const Parts& parts) : line_(line), route_(*line.route), parts_(parts) {}

    json::object written() {
        const std::string name(route_.at("is").as_string());
        json::object operation{{"operationId", line_.is_trial ? "try_" + name : name},
                               {"summary", line_.is_trial ? json::value("Tells what this would do: " +
                                                                        std::string(route_.at("does").as_string()))
                                                          : route_.at("does")},
                               {"tags", json::array{json::value(line_.tag)}}};
        if (is_for_anybody()) operation["security"] = json::array();
        if (auto parameters = written_parameters(); !parameters.empty())
            operation["parameters"] = std::move(parameters);
        if (auto body = written_body(); !body.empty()) operation["requestBody"] = std::move(body);
        operation["responses"] = written_answers();
        return operation;
    }

  private:
    bool is_for_anybody() const { return route_.contains("for"); }
    bool has_places() const { return line_.name.pattern.find('{') != std::string::npos; }
    const json::value* finds() const { return route_.if_contains("finds"); }
    json::value found(std::string_view what) const {
        return json::value(std::string(finds()->as_string()) + std::string(what));
    }

    json::array written_parameters() const {
        json::array parameters;
        const std::string_view pattern = line_.name.pattern;
        for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1)) {
            const auto name = pattern.substr(at + 1, pattern.find('}', at) - at - 1);
            const auto* places = route_.if_contains("places");
            const auto* own = places ? places->as_object().if_contains(name) : nullptr;
            const bool is_key = name.ends_with("Key");
            parameters.push_back(
                json::object{{"name", name},
                             {"in", "path"},
                             {"required", true},
                             {"schema", own      ? schema_of(*own)
                                        : is_key ? schema_of("key")
                                                 : json::value{{"type", "string"}, {"minLength", 1}}}});
        }
        if (const auto* query = route_.if_contains("query")) {
            for (const auto& each : query->as_object()) {
                std::string_view name = each.key();
                const bool is_optional = name.ends_with('?');
                if (is_optional) name.remove_suffix(1);
                parameters.push_back(json::object{
                    {"name", name}, {"in", "query"}, {"required", !is_optional}, {"schema", schema_of(each.value())}});
            }
        }
        return parameters;
    }

    bool needs_body(const json::value& type) const {
        if (!type.is_string()) return !may_be_empty(type);
        const auto named = parts_.types.find(std::string_view(type.get_string()));
        return named == parts_.types.end() || !may_be_empty(named->second);
    }

    json::object written_body() const {
        if (const auto* form = route_.if_contains("form"))
            return {{"required", true}, {"content", content_of("multipart/form-data", schema_of(*form))}};
        if (const auto* bytes = route_.if_contains("takes bytes"))
            return {{"required", true},
                    {"content", content_of(bytes->as_string(), {{"type", "string"}, {"format", "binary"}})}};
        const json::value type = finds()                    ? found("Search")
                                 : route_.contains("takes") ? route_.at("takes")
                                                            : json::value();
        if (type.is_null()) return {};
        const bool is_needed = needs_body(type);
        auto schema = is_needed ? schema_of(type) : or_null(schema_of(type));
        return {{"required", is_needed}, {"content", content_of("application/json", std::move(schema))}};
    }

    std::set<int> refusals() const {
        std::set<int> statuses;
        if (!is_for_anybody()) statuses.insert({401, 429});
        // What is not to be seen is not there; only what changes something needs the token of the page, or a right to.
        if (!is_for_anybody() && line_.name.method != "GET") statuses.insert(403);
        if (has_places()) statuses.insert({400, 404});
        if (route_.contains("query")) statuses.insert(400);
        const bool has_body =
            finds() || route_.contains("takes") || route_.contains("form") || route_.contains("takes bytes");
        if (has_body) statuses.insert({400, 413});
        if (has_body && !route_.contains("takes bytes")) statuses.insert(415);
        if (const auto* more = route_.if_contains("refuses"))
            for (const auto& status : more->as_array()) statuses.insert(static_cast<int>(status.as_int64()));
        if (line_.is_trial) statuses.erase(504);  // a trial waits for nobody
        if (const auto* never = route_.if_contains("never"))
            for (const auto& status : never->as_array()) statuses.erase(static_cast<int>(status.as_int64()));
        return statuses;
    }

    json::object written_answers() const {
        json::object answers;
        if (line_.is_trial)
            answers["200"] = answer_with(200, content_of("application/json", schema_of("Effects")));
        else if (finds())
            answers["200"] = answer_with(200, content_of("application/json", schema_of(found("Page"))));
        else if (const auto& gives = route_.at("gives"); gives.is_int64())
            answers[std::to_string(gives.get_int64())] = answer_with(static_cast<int>(gives.get_int64()), {});
        else if (gives.is_object() && is_by_status(gives.get_object()))
            for (const auto& each : gives.get_object())
                answers[each.key()] = answer_with(std::stoi(std::string(each.key())), given_content(each.value()));
        else
            answers["200"] = answer_with(200, given_content(gives));
        for (const int status : refusals())
            answers[std::to_string(status)] =
                answer_with(status, content_of("application/problem+json", schema_of("Problem")));
        return answers;
    }

    const Line& line_;
    const json::object& route_;
    const Parts& parts_;
};

/// Calls `visit(name)` for each schema that is pointed at below `value`.
void for_each_reference(const json::value& value, const std::function<void(std::string_view)>& visit) {
    if (const auto* list = value.if_array())
        for (const auto& each : *list) for_each_reference(each, visit);
    const auto* object = value.if_object();
    if (!object) return;
    for (const auto& member : *object) {
        constexpr std::string_view place = "#/components/schemas/";
        if (member.key() == "$ref" && member.value().is_string())
            visit(std::string_view(member.value().get_string()).substr(place.size()));
        else
            for_each_reference(member.value(), visit);
    }
}

/// The schemas that the paths need, and those that these need.
json::object needed_schemas(const Parts& parts, const json::object& paths) {
    std::map<std::string, json::value> schemas;
    std::vector<std::string> waiting;
    const auto want = [&](std::string_view name) {
        if (schemas.try_emplace(std::string(name)).second) waiting.emplace_back(name);
    };
    for_each_reference(paths, want);
    while (!waiting.empty()) {
        const std::string name = std::move(waiting.back());
        waiting.pop_back();
        const auto type = parts.types.find(name);
        const auto other = parts.other_types.find(name);
        if (type == parts.types.end() && other == parts.other_types.end())
            throw std::invalid_argument("The schema '" + name + "' is used, but nowhere described.");
        auto schema = type != parts.types.end() ? schema_of(type->second) : schema_of(other->second);
        for_each_reference(schema, want);
        schemas[name] = std::move(schema);
    }
    json::object written;
    for (auto& [name, schema] : schemas) written[name] = std::move(schema);
    return written;
}

}  // namespace

json::object describe(std::span<const std::string_view> texts, const std::vector<http::RouteName>& registered) {
    const Parts parts(texts);
    json::object paths;
    for (const Line& line : parts.lines) {
        if (std::find(registered.begin(), registered.end(), line.name) == registered.end()) continue;
        std::string method = line.name.method;
        for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
        auto& path = paths[line.name.pattern];
        if (path.is_null()) path.emplace_object();
        try {
            path.get_object()[method] = Operation(line, parts).written();
        } catch (const std::exception& fault) {
            throw std::invalid_argument("The description of " + line.name.method + " " + line.name.pattern + ": " +
                                        fault.what());
        }
    }
    auto schemas = needed_schemas(parts, paths);
    const json::object basic{{"type", "http"}, {"scheme", "basic"}};
    const json::object session{{"type", "apiKey"}, {"in", "cookie"}, {"name", "dandori_session"}};
    json::array ways_in;
    for (const auto* name : {"basic", "session"}) ways_in.push_back(json::object{{name, json::array()}});
    json::array servers;
    servers.push_back(json::object{{"url", "/"}});
    return json::object{
        {"openapi", "3.1.0"},
        {"info",
         json::object{
             {"title", "Dandori"},
             {"version", DANDORI_VERSION},
             {"description",
              "Processes, work and decisions. Under /v2 as Camunda 8.9 names it, under /api what is Dandori's own."},
             {"license", json::object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", std::move(servers)},
        {"security", std::move(ways_in)},
        {"tags", parts.tags},
        {"paths", std::move(paths)},
        {"components", json::object{{"schemas", std::move(schemas)},
                                    {"securitySchemes", json::object{{"basic", basic}, {"session", session}}}}}};
}

std::vector<http::RouteName> described_routes(std::span<const std::string_view> texts) {
    const Parts parts(texts);
    std::vector<http::RouteName> names;
    for (const Line& line : parts.lines) names.push_back(line.name);
    return names;
}

}  // namespace dandori::openapi
