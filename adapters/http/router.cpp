#include "adapters/http/router.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <random>
#include <span>
#include <stdexcept>

#include "adapters/http/problem.h"
#include "engine/port/store_fault.h"

namespace dandori::http {
namespace routing {

struct Route {
    std::string pattern;
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

bool is_plain_id(std::string_view text) {
    const auto is_plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, is_plain);
}

/// The client's own, so that its logs and ours can be read together, if nothing can be smuggled by it.
std::string id_of(const Request& request) {
    const auto given = request.header("X-Request-Id");
    if (given && is_plain_id(*given)) return std::string(*given);
    static std::atomic<std::uint64_t> count = std::random_device{}();
    thread_local std::mt19937_64 random(std::random_device{}());
    char text[33];
    std::snprintf(text, sizeof text, "%016llx%08llx", static_cast<unsigned long long>(random()),
                  static_cast<unsigned long long>(count.fetch_add(1) & 0xffffffffU));
    return text;
}

/// Answers, and tells whoever looks on.
Respond told_to(std::shared_ptr<const std::vector<Observer>> observers, const Request& request, std::string route, Respond respond) {
    return [observers = std::move(observers), respond = std::move(respond), begun = std::chrono::steady_clock::now(),
            exchange = Exchange{request.id, request.method, request.path, std::move(route), request.client_address}](Response response) {
        Exchange done = exchange;
        done.status = response.status;
        done.answer_bytes = response.body.size();
        done.took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
        response.headers.emplace_back("X-Request-Id", done.request_id);
        respond(std::move(response));
        for (const Observer& observer : *observers) observer(done);
    };
}

void run(const Handler& handler, const Request& request, const Respond& respond) {
    // What went wrong inside is for the operator's eyes; the caller learns only that it is our fault.
    const auto log = [&](const char* what) {
        std::fprintf(stderr, "%s %s failed (request %s): %s\n", request.method.c_str(), request.path.c_str(), request.id.c_str(), what);
    };
    const auto apologise = [&](const char* what) {
        log(what);
        respond(problem(500, "INTERNAL_ERROR",
                        "The request could not be carried out because of a fault in the program; the operator finds "
                        "more in its log.",
                        request.path));
    };
    try {
        handler(request, respond);
    } catch (const engine::StoreFault& fault) {
        log(fault.what());
        respond(problem(503, "UNAVAILABLE", "The store can't be used just now; the operator finds more in the log. Try again in a moment.", request.path));
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
    Router::Divert divert;
    std::shared_ptr<std::vector<Observer>> observers = std::make_shared<std::vector<Observer>>();
    std::vector<RouteName> names;
};

Router::Router() : tree_(std::make_unique<Tree>()) {}
Router::~Router() = default;

void Router::add(std::string_view method, std::string_view pattern, Handler handler) {
    RouteNode* node = &tree_->root;
    Route route{std::string(pattern), std::move(handler), {}};
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
    tree_->names.push_back({std::string(method), std::string(pattern)});
}

void Router::diverted_by(Divert divert) { tree_->divert = std::move(divert); }
void Router::observed_by(Observer observer) { tree_->observers->push_back(std::move(observer)); }
const std::vector<RouteName>& Router::routes() const { return tree_->names; }

void Router::otherwise(Handler handler) { tree_->otherwise = std::move(handler); }

void Router::handle(Request request, Respond respond) const {
    request.id = id_of(request);
    const std::string path = request.path;
    std::vector<Match> matches;
    std::vector<std::string_view> values;
    const auto sent = std::move(request.segments);
    // Only the server knows how the path was sent; a request made otherwise has its segments between the slashes.
    const auto segments = sent.empty() ? segments_of(path) : std::vector<std::string_view>(sent.begin(), sent.end());
    collect(tree_->root, segments, values, matches);
    for (const Match& match : matches) {
        const Route* route = route_for(*match.node, request.method);
        if (!route) continue;
        for (std::size_t i = 0; i < match.values.size(); ++i)
            request.parameters[route->parameter_names[i]] = std::string(match.values[i]);
        respond = told_to(tree_->observers, request, route->pattern, std::move(respond));
        if (tree_->divert && tree_->divert(request, respond)) return;
        return run(route->handler, request, respond);
    }
    respond = told_to(tree_->observers, request, "", std::move(respond));
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
