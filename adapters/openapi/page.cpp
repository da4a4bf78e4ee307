#include "adapters/openapi/page.h"

#include <boost/json.hpp>

namespace dandori::openapi {
namespace {

namespace json = boost::json;

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? escaped(std::string_view(value->get_string())) : std::string();
}

std::string type_words(const json::value& schema);

std::string object_words(const json::object& schema) {
    const auto* properties = schema.if_contains("properties");
    if (!properties) return "object";
    const auto* required = schema.if_contains("required");
    const auto is_required = [&](std::string_view name) {
        if (!required) return false;
        for (const auto& each : required->as_array())
            if (std::string_view(each.as_string()) == name) return true;
        return false;
    };
    std::string words;
    for (const auto& member : properties->as_object()) {
        words += (words.empty() ? "{ " : ", ") + escaped(member.key()) + (is_required(member.key()) ? "" : "?") + ": " +
                 type_words(member.value());
    }
    return words.empty() ? "{ }" : words + " }";
}

std::string plain_words(std::string_view type, const json::object& schema) {
    if (type == "array") return type_words(schema.at("items")) + "[]";
    if (type == "object") return object_words(schema);
    if (const auto* values = schema.if_contains("enum")) {
        std::string words;
        for (const auto& each : values->as_array())
            if (each.is_string()) words += (words.empty() ? "" : " | ") + escaped(std::string_view(each.get_string()));
        return words;
    }
    if (const auto* format = schema.if_contains("format")) return std::string(format->as_string());
    return std::string(type);
}

/// A schema as a reader of programs would write it.
std::string type_words(const json::value& schema) {
    const auto& object = schema.as_object();
    if (const auto* reference = object.if_contains("$ref")) {
        const std::string_view path = reference->as_string();
        const std::string name = escaped(path.substr(path.rfind('/') + 1));
        return "<a href=\"#" + name + "\">" + name + "</a>";
    }
    if (const auto* choices = object.if_contains("anyOf")) {
        std::string words;
        for (const auto& each : choices->as_array()) words += (words.empty() ? "" : " | ") + type_words(each);
        return words;
    }
    const auto* type = object.if_contains("type");
    if (!type) return "value";
    if (type->is_string()) return plain_words(type->get_string(), object);
    std::string words;
    for (const auto& each : type->as_array()) {
        const std::string_view name = each.as_string();
        words += (words.empty() ? "" : " | ") + (name == "null" ? std::string("null") : plain_words(name, object));
    }
    return words;
}

std::string content_words(const json::object& holder) {
    const auto* content = holder.if_contains("content");
    if (!content) return "";
    const auto& first = *content->as_object().begin();
    const std::string type(first.key());
    return type_words(first.value().at("schema")) + (type == "application/json" ? "" : " (" + escaped(type) + ")");
}

std::string row(const std::string& head, const std::string& words) {
    return "<tr><th>" + head + "</th><td><code>" + words + "</code></td></tr>\n";
}

std::string operation_html(std::string_view path, std::string_view method, const json::object& operation) {
    std::string upper(method);
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    std::string html = "<h3 id=\"" + text_of(operation, "operationId") + "\"><code>" + upper + " " + escaped(path) +
                       "</code></h3>\n<p>" + text_of(operation, "summary") + "</p>\n<table>\n";
    if (const auto* parameters = operation.if_contains("parameters")) {
        for (const auto& each : parameters->as_array()) {
            const auto& parameter = each.as_object();
            if (parameter.at("in").as_string() == "query")
                html += row("?" + text_of(parameter, "name"), type_words(parameter.at("schema")));
        }
    }
    if (const auto* body = operation.if_contains("requestBody"))
        html += row("要求 Request", content_words(body->as_object()));
    std::string refusals;
    for (const auto& answer : operation.at("responses").as_object()) {
        const std::string status(answer.key());
        if (status.front() == '2')
            html += row(status, content_words(answer.value().as_object()));
        else
            refusals += (refusals.empty() ? "" : ", ") + status;
    }
    if (!refusals.empty()) html += row("拒否 Refusals", refusals);
    return html + "</table>\n";
}

std::string section_html(const json::object& paths, const json::object& tag) {
    const std::string name = text_of(tag, "name");
    std::string html = "<section>\n<h2 id=\"tag-" + name + "\">" + text_of(tag, "description") + " <span lang=\"en\">" +
                       name + "</span></h2>\n";
    bool has_any = false;
    for (const auto& path : paths) {
        if (std::string_view(path.key()).starts_with("/api/dry-run")) continue;
        for (const auto& operation : path.value().as_object()) {
            if (operation.value().at("tags").at(0) != tag.at("name")) continue;
            has_any = true;
            html += operation_html(path.key(), operation.key(), operation.value().as_object());
            if (paths.contains("/api/dry-run" + std::string(path.key())))
                html += "<p class=\"trial\">試行 Dry run: <code>/api/dry-run" + escaped(path.key()) + "</code></p>\n";
        }
    }
    return has_any ? html + "</section>\n" : "";
}

}  // namespace

std::string page_of(const json::object& document) {
    const auto& info = document.at("info").as_object();
    const auto& paths = document.at("paths").as_object();
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>段取り API</title>\n<link rel=\"stylesheet\" "
        "href=\"/api-docs/page.css\">\n</head>\n<body>\n<header>\n<h1>段取り API <span lang=\"en\">" +
        text_of(info, "title") + " API</span> " + text_of(info, "version") + "</h1>\n<p lang=\"en\">" +
        text_of(info, "description") + " For programs: <a href=\"/openapi.json\">/openapi.json</a> (OpenAPI " +
        text_of(document, "openapi") + ").</p>\n</header>\n<nav>\n<ul>\n";
    std::string sections;
    for (const auto& each : document.at("tags").as_array()) {
        const auto& tag = each.as_object();
        const auto section = section_html(paths, tag);
        if (section.empty()) continue;
        sections += section;
        html += "<li><a href=\"#tag-" + text_of(tag, "name") + "\">" + text_of(tag, "description") +
                " <span lang=\"en\">" + text_of(tag, "name") + "</span></a></li>\n";
    }
    html += "</ul>\n</nav>\n<main>\n" + sections + "<section>\n<h2>型 <span lang=\"en\">Types</span></h2>\n<table>\n";
    for (const auto& schema : document.at("components").at("schemas").as_object()) {
        const std::string name = escaped(schema.key());
        html += "<tr id=\"" + name + "\"><th><code>" + name + "</code></th><td><code>" + type_words(schema.value()) +
                "</code></td></tr>\n";
    }
    return html + "</table>\n</section>\n</main>\n</body>\n</html>\n";
}

}  // namespace dandori::openapi
