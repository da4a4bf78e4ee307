#include "adapters/http/router.h"

#include <cstdio>
#include <exception>
#include <span>
#include <stdexcept>

#include "adapters/http/problem.h"

namespace dandori::http {
namespace routing {

struct Route {
    Handler handler;
    std::vector<std::string> parameter_names;
};

struct RouteNode {
    std::map<std::string, RouteNode, std::less<>> literals;
    std::unique_ptr<RouteNode> parameter;
    std::map<std::string, Route, std::less<>> methods;
};

}  // namespace routing

namespace {

using routing::Route;
using routing::RouteNode;

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    if (path.starts_with('/')) path.remove_prefix(1);
    while (true) {
        const auto slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return segments;
        path.remove_prefix(slash + 1);
    }
}

bool is_parameter(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// A node that fits the path, with what stands in its parameters' places.
struct Match {
    const RouteNode* node;
    std::vector<std::string_view> values;
};

/// All nodes that fit, those by literal segments first.
void collect(const RouteNode& node, std::span<const std::string_view> segments, std::vector<std::string_view>& values,
             std::vector<Match>& matches) {
    if (segments.empty()) {
        if (!node.methods.empty()) matches.push_back({&node, values});
        return;
    }
    const auto rest = segments.subspan(1);
    if (const auto it = node.literals.find(segments.front()); it != node.literals.end())
        collect(it->second, rest, values, matches);
    if (node.parameter && !segments.front().empty()) {
        values.push_back(segments.front());
        collect(*node.parameter, rest, values, matches);
        values.pop_back();
    }
}

std::string allowed_methods(const std::vector<Match>& matches) {
    std::map<std::string_view, bool> names;
    for (const Match& match : matches)
        for (const auto& [name, route] : match.node->methods) names[name] = true;
    if (names.contains("GET")) names["HEAD"] = true;
    std::string text;
    for (const auto& [name, there] : names) text += (text.empty() ? "" : ", ") + std::string(name);
    return text;
}

const Route* route_for(const RouteNode& node, std::string_view method) {
    auto it = node.methods.find(method);
    if (it == node.methods.end() && method == "HEAD") it = node.methods.find("GET");
    return it == node.methods.end() ? nullptr : &it->second;
}

void run(const Handler& handler, const Request& request, const Respond& respond) {
    // What went wrong inside is for the operator's eyes; the caller learns only that it is our fault.
    const auto apologise = [&](const char* what) {
        std::fprintf(stderr, "%s %s failed: %s\n", request.method.c_str(), request.path.c_str(), what);
        respond(problem(500, "INTERNAL_ERROR",
                        "The request could not be carried out because of a fault in the program; the operator finds "
                        "more in its log.",
                        request.path));
    };
    try {
        handler(request, respond);
    } catch (const std::exception& fault) {
        apologise(fault.what());
    } catch (...) {
        apologise("unknown exception");
    }
}

}  // namespace

struct Router::Tree {
    RouteNode root;
    Handler otherwise;
};

Router::Router() : tree_(std::make_unique<Tree>()) {}
Router::~Router() = default;

void Router::add(std::string_view method, std::string_view pattern, Handler handler) {
    RouteNode* node = &tree_->root;
    Route route{std::move(handler), {}};
    for (const auto segment : segments_of(pattern)) {
        if (is_parameter(segment)) {
            route.parameter_names.emplace_back(segment.substr(1, segment.size() - 2));
            if (!node->parameter) node->parameter = std::make_unique<RouteNode>();
            node = node->parameter.get();
        } else {
            node = &node->literals[std::string(segment)];
        }
    }
    if (!node->methods.try_emplace(std::string(method), std::move(route)).second)
        throw std::invalid_argument("The route " + std::string(method) + " " + std::string(pattern) +
                                    " is there already.");
}

void Router::otherwise(Handler handler) { tree_->otherwise = std::move(handler); }

void Router::handle(Request request, Respond respond) const {
    const std::string path = request.path;
    std::vector<Match> matches;
    std::vector<std::string_view> values;
    const auto segments = segments_of(path);
    collect(tree_->root, segments, values, matches);
    for (const Match& match : matches) {
        const Route* route = route_for(*match.node, request.method);
        if (!route) continue;
        for (std::size_t i = 0; i < match.values.size(); ++i)
            request.parameters[route->parameter_names[i]] = std::string(match.values[i]);
        return run(route->handler, request, respond);
    }
    if (matches.empty()) {
        if (tree_->otherwise) return run(tree_->otherwise, request, respond);
        return respond(problem(404, "NOT_FOUND", "There is nothing at '" + path + "'.", path));
    }
    const auto allowed = allowed_methods(matches);
    auto response = problem(405, "'" + path + "' is asked by " + allowed + ", not by " + request.method + ".", request);
    response.headers.emplace_back("Allow", allowed);
    respond(std::move(response));
}

}  // namespace dandori::http
