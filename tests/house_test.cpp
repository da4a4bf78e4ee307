// The rules of the house, as far as a machine can guard them: which room may include which, which library lives where,
// who may know threads, clocks, files and sockets. Each says why it exists and where the code could go instead.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dandori::test {
namespace {

const std::filesystem::path house{DANDORI_SOURCE_DIR};

struct SourceFile {
    std::string path;  // from the root of the repository
    std::string text;
};

bool starts_with_any(std::string_view text, const std::vector<std::string_view>& beginnings) {
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool is_source(const std::filesystem::path& path) {
    static const std::set<std::string> endings{".h",  ".cpp", ".ts", ".tsx",   ".css",
                                               ".py", ".mjs", ".js", ".cmake", ".bash"};
    return endings.contains(path.extension().string()) || path.filename() == "CMakeLists.txt";
}

/// Every source of the house; what is built or downloaded is none.
const std::vector<SourceFile>& sources() {
    static const std::vector<SourceFile> all = [] {
        std::vector<SourceFile> found;
        for (const char* room : {"bpmn", "engine", "adapters", "tests", "cmake", "scripts"}) {
            for (std::filesystem::recursive_directory_iterator at(house / room), end; at != end; ++at) {
                const auto name = at->path().filename();
                if (at->is_directory() && (name == "node_modules" || name == "dist" || name == "results")) {
                    at.disable_recursion_pending();
                } else if (at->is_regular_file() && is_source(at->path())) {
                    std::ifstream file(at->path());
                    found.push_back({std::filesystem::relative(at->path(), house).string(),
                                     std::string(std::istreambuf_iterator<char>(file), {})});
                }
            }
        }
        std::ranges::sort(found, {}, &SourceFile::path);
        return found;
    }();
    return all;
}

struct Line {
    std::size_t number;
    std::string_view code;  // without its comment
};

std::vector<Line> lines_of(std::string_view text, std::string_view comment = "//") {
    std::vector<Line> lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = text.substr(0, end);
        lines.push_back({number, comment.empty() ? line : line.substr(0, line.find(comment))});
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
    }
    return lines;
}

struct Include {
    std::size_t line;
    std::string_view target;
    bool quoted;
};

std::vector<Include> includes_of(const SourceFile& file) {
    std::vector<Include> includes;
    for (const auto& [number, code] : lines_of(file.text)) {
        if (!code.starts_with("#include")) continue;
        const auto begin = code.find_first_of("\"<");
        const auto end = code.find_first_of("\">", begin + 1);
        if (begin == code.npos || end == code.npos) continue;
        includes.push_back({number, code.substr(begin + 1, end - begin - 1), code[begin] == '"'});
    }
    return includes;
}

bool is_cpp(const SourceFile& file) { return file.path.ends_with(".h") || file.path.ends_with(".cpp"); }

bool is_shipped(const SourceFile& file) {
    return is_cpp(file) && starts_with_any(file.path, {"bpmn/", "engine/", "adapters/"});
}

std::string place(const SourceFile& file, std::size_t line) { return file.path + ":" + std::to_string(line); }

std::string told(const SourceFile& file, std::size_t line, std::string_view what, std::string_view rule,
                 std::string_view why, std::string_view instead) {
    return place(file, line) + ": " + std::string(what) + "\n    rule: " + std::string(rule) +
           "\n    why: " + std::string(why) + "\n    instead: " + std::string(instead) + "\n";
}

// From the ground up; a part may include itself and what stands before it. The ports stand before the behaviours
// because the rows that a step changes in memory know how they are put into a batch.
constexpr std::array<std::string_view, 17> layers{
    "bpmn/problem.h",  "bpmn/model/",      "bpmn/",       "engine/failure.h",  "engine/instant.", "engine/state/",
    "engine/feel/",    "engine/calendar/", "engine/dmn/", "engine/lifecycle/", "engine/port/",    "engine/table/",  "engine/identity/", "engine/behavior/",
    "engine/runtime/", "engine/engine.",   "adapters/",
};

std::size_t layer_of(std::string_view path) {
    const auto found =
        std::ranges::find_if(layers, [&](std::string_view beginning) { return path.starts_with(beginning); });
    return static_cast<std::size_t>(found - layers.begin());
}

std::vector<std::string> layer_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    if (!is_shipped(file)) return faults;
    const auto own = layer_of(file.path);
    if (own == layers.size()) {
        return {told(file, 1, "belongs to no part of the house",
                     "Every part has its place in the order of the layers (layers in tests/house_test.cpp).",
                     "Without a place nobody knows what it may include.",
                     "put it into an existing part, or give the new one its line in the list.")};
    }
    for (const auto& include : includes_of(file)) {
        if (!starts_with_any(include.target, {"bpmn/", "engine/", "adapters/"})) continue;
        const auto other = layer_of(include.target);
        if (other <= own) continue;
        const auto other_name = other < layers.size() ? layers[other] : include.target;
        faults.push_back(
            told(file, include.line, "includes " + std::string(include.target),
                 "bpmn <- engine (failure, instant, state, feel, calendar, dmn, lifecycle, port, table, identity, behavior, "
                 "runtime) <- adapters <- main; '" +
                     std::string(layers[own]) + "' stands before '" + std::string(other_name) + "'.",
                 "A part can be understood, tested and replaced with only what stands before it in the head.",
                 "move what both need down, or hand it in from above as a value or a function."));
    }
    return faults;
}

std::string_view adapter_of(std::string_view path) {
    path.remove_prefix(std::string_view("adapters/").size());
    return path.substr(0, path.find('/'));
}

std::vector<std::string> adapter_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    if (!is_shipped(file) || !file.path.starts_with("adapters/")) return faults;
    const auto own = adapter_of(file.path);
    if (own == "main") return faults;
    for (const auto& include : includes_of(file)) {
        if (!include.target.starts_with("adapters/")) continue;
        const auto other = adapter_of(include.target);
        if (other == own || other == "spreadsheet" || ((own == "sqlite" || own == "postgres") && other == "sql") ||
            ((own == "rest" || own == "inbox" || own == "people" || own == "tables" || own == "metrics" || own == "openapi" || own == "cluster") && other == "http") ||
            ((own == "mail" || own == "documents" || own == "figures" || own == "forms" || own == "tables") && other == "worker")) {
            continue;
        }
        faults.push_back(
            told(file, include.line, "includes " + std::string(include.target),
                 "An adapter knows no other (sqlite and postgres use sql; rest, inbox, people, tables, metrics, openapi and cluster use http; mail, documents, figures, forms and tables use worker; all may use spreadsheet); main joins them.",
                 "The mail room must not break when the REST API changes; each can be left out.",
                 "let adapters/main hand it in as a function, or move what is shared to the engine's ports."));
    }
    return faults;
}

std::vector<std::string> door_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    if (!is_shipped(file) || !file.path.starts_with("adapters/")) return faults;
    const std::vector<std::string_view> inner{"engine/behavior/", "engine/lifecycle/"};
    for (const auto& include : includes_of(file)) {
        // To compile a model moves nothing: what is checked is what a deployment would say.
        if (include.target == "engine/behavior/executable.h") continue;
        if (!starts_with_any(include.target, inner)) continue;
        faults.push_back(
            told(file, include.line, "includes " + std::string(include.target),
                 "Adapters submit commands and look at rows; behaviours and life cycles are the engine's own.",
                 "What moves a token or assigns a state outside of a command is neither durable nor replayed.",
                 "send a command (engine/runtime/command.h), or read a row (engine/state/) through the store."));
    }
    return faults;
}

struct Home {
    std::string_view library;
    std::vector<std::string_view> includes;
    std::vector<std::string_view> rooms;
};

const std::vector<Home>& homes() {
    static const std::vector<Home> all{
        {"pugixml", {"pugixml"}, {"bpmn/read/", "bpmn/write/", "engine/dmn/", "adapters/spreadsheet/"}},
        {"libzip", {"zip.h"}, {"adapters/spreadsheet/"}},
        {"libxlsxwriter", {"xlsxwriter"}, {"adapters/spreadsheet/"}},
        {"Boost.Statechart", {"boost/statechart/"}, {"engine/lifecycle/"}},
        {"Intel's decimals", {"bid_"}, {"engine/feel/"}},
        {"Graphviz", {"graphviz/"}, {"bpmn/diagram/"}},
        {"SQLite", {"sqlite3"}, {"adapters/sqlite/"}},
        {"PostgreSQL", {"pqxx/", "libpq-fe"}, {"adapters/postgres/"}},
        {"Boost.Beast", {"boost/beast", "boost/asio"}, {"adapters/http/", "adapters/main/", "adapters/cli/"}},
        {"GMime", {"gmime/"}, {"adapters/mail/"}},
        {"Pango and Cairo", {"pango/", "cairo"}, {"adapters/documents/"}},
        {"qpdf", {"qpdf/"}, {"adapters/documents/"}},
        {"Little CMS", {"lcms2"}, {"adapters/documents/"}},
        {"prometheus-cpp", {"prometheus/"}, {"adapters/metrics/"}},
        {"PCRE2", {"pcre2"}, {"engine/feel/", "adapters/mail/"}},
        {"libsodium", {"sodium"}, {"adapters/inbox/"}},
        {"CLI11", {"CLI/"}, {"adapters/cli/", "adapters/main/"}},
    };
    return all;
}

std::vector<std::string> library_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    if (!is_shipped(file)) return faults;
    for (const auto& include : includes_of(file)) {
        for (const auto& home : homes()) {
            if (!starts_with_any(include.target, home.includes) || starts_with_any(file.path, home.rooms)) continue;
            faults.push_back(
                told(file, include.line, "includes <" + std::string(include.target) + ">",
                     std::string(home.library) + " is used in " + std::string(home.rooms.front()) +
                         (home.rooms.size() > 1 ? " and few others (see homes() in tests/house_test.cpp)." : " only."),
                     "A library that lives in one place can be replaced there, and its header costs one room's build.",
                     "ask that room for the value, behind a declaration of ours."));
        }
    }
    return faults;
}

std::vector<std::string> thread_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    // Graphviz keeps its state in globals, so the layout lets in one caller at a time.
    const std::vector<std::string_view> rooms{"adapters/", "engine/runtime/", "engine/engine.",
                                              "bpmn/diagram/layout/"};
    if (!is_shipped(file) || starts_with_any(file.path, rooms)) return faults;
    static const std::set<std::string_view> headers{"thread",  "mutex",     "shared_mutex", "condition_variable",
                                                    "atomic",  "future",    "semaphore",    "latch",
                                                    "barrier", "stop_token"};
    for (const auto& include : includes_of(file)) {
        if (!headers.contains(include.target)) continue;
        faults.push_back(
            told(file, include.line, "includes <" + std::string(include.target) + ">",
                 "engine/runtime is the only folder below the adapters that knows threads.",
                 "One writer a partition: what runs inside a step needs no lock, so it can be simulated and replayed.",
                 "keep the value in the step's own state; what waits or runs beside belongs to engine/runtime or an "
                 "adapter."));
    }
    for (const auto& [number, code] : lines_of(file.text)) {
        if (code.find("steady_clock") == code.npos) continue;
        faults.push_back(told(file, number, "uses steady_clock",
                              "How long somebody waits is a matter of engine/runtime and the adapters.",
                              "Inside a step nothing waits; time there is a value that can be replayed.",
                              "take `now` from the command or the step."));
    }
    return faults;
}

std::vector<std::string> outside_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    if (!is_shipped(file) || file.path.starts_with("adapters/")) return faults;
    struct Outside {
        std::string_view what;
        std::vector<std::string_view> headers;
        std::vector<std::string_view> words;
        std::string_view instead;
    };
    static const std::vector<Outside> outsides{
        {"the clock",
         {"ctime", "sys/time.h"},
         {"system_clock::now", "high_resolution_clock", "clock_gettime", "std::time("},
         "take `now` from the command or the step; only adapters implement engine/port/clock.h."},
        {"chance",
         {"random"},
         {"random_device", "mt19937", "std::rand("},
         "take keys from the counter in the state; let the caller hand in what must be unguessable."},
        {"a file",
         {"fstream", "filesystem", "fcntl.h", "unistd.h", "sys/stat.h"},
         {"fopen(", "std::ifstream", "std::ofstream"},
         "take the text as an argument; adapters read and write files."},
        {"a socket",
         {"sys/socket.h", "netinet/in.h", "arpa/inet.h", "netdb.h", "boost/asio", "curl/curl.h"},
         {},
         "write an outbox row or a job; adapters talk to the network."},
        {"the environment", {}, {"getenv("}, "let adapters/main read it and hand the value down."},
    };
    for (const auto& outside : outsides) {
        const auto tell = [&](std::size_t line, std::string_view found) {
            faults.push_back(told(file, line, "uses " + std::string(found),
                                  "Below the adapters nothing asks " + std::string(outside.what) + ".",
                                  "The engine is a pure function of (definitions, state, command, now): the same "
                                  "commands give the same records.",
                                  outside.instead));
        };
        for (const auto& include : includes_of(file)) {
            if (std::ranges::find(outside.headers, include.target) != outside.headers.end())
                tell(include.line, include.target);
        }
        for (const auto& [number, code] : lines_of(file.text)) {
            for (const auto word : outside.words) {
                if (code.find(word) != code.npos) tell(number, word);
            }
        }
    }
    return faults;
}

std::vector<std::string> include_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    if (!is_cpp(file)) return faults;
    for (const auto& include : includes_of(file)) {
        const bool ours = starts_with_any(include.target, {"bpmn/", "engine/", "adapters/", "tests/"});
        if (include.quoted && (!ours || !std::filesystem::exists(house / include.target))) {
            faults.push_back(told(file, include.line, "includes \"" + std::string(include.target) + "\"",
                                  "What is ours is included by its full path from the root.",
                                  "A wrong direction is seen at once, and a moved file is found.",
                                  "write the path from the root; what isn't ours stands between < and >."));
        }
        if (is_shipped(file) && include.target.starts_with("tests/")) {
            faults.push_back(told(file, include.line, "includes " + std::string(include.target),
                                  "What is shipped knows no test.", "The program is built without them.",
                                  "move what both need to the room that owns it."));
        }
    }
    return faults;
}

std::vector<std::string> size_faults(const SourceFile& file) {
    constexpr std::size_t lines_max = 800;
    const auto lines = static_cast<std::size_t>(std::ranges::count(file.text, '\n'));
    if (lines <= lines_max) return {};
    return {told(file, lines, "has " + std::to_string(lines) + " lines",
                 "No file is longer than 800 lines; most have 100 to 250.",
                 "What doesn't fit in the head is cut wrongly.", "give each concern its own file, named after it.")};
}

std::vector<std::string> wish_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    static const std::vector<std::string> wishes{std::string("TO") + "DO", std::string("FIX") + "ME",
                                                 std::string("XX") + "X:"};
    for (const auto& wish : wishes) {
        const auto at = file.text.find(wish);
        if (at == std::string::npos) continue;
        const auto line = static_cast<std::size_t>(std::count(
                              file.text.begin(), file.text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
                          1;
        faults.push_back(told(file, line, "says " + wish, "Nothing is left to do in the code.",
                              "Nobody reads it again.", "do it, drop it, or file it as an issue."));
    }
    return faults;
}

/// The targets of `[words](target)` that are files, without their `#place`.
std::vector<Include> links_of(std::string_view text) {
    std::vector<Include> links;
    for (const auto& [number, line] : lines_of(text, "")) {
        for (auto at = line.find("]("); at != line.npos; at = line.find("](", at + 2)) {
            const auto end = line.find_first_of(")#", at + 2);
            if (end == line.npos) break;
            const auto target = line.substr(at + 2, end - at - 2);
            if (!target.empty() && target.find(':') == target.npos) links.push_back({number, target, false});
        }
    }
    return links;
}

std::vector<std::string> link_faults(const SourceFile& file) {
    std::vector<std::string> faults;
    for (const auto& link : links_of(file.text)) {
        if (std::filesystem::exists((house / file.path).parent_path() / link.target)) continue;
        faults.push_back(told(file, link.line, "links to " + std::string(link.target),
                              "A link in a document leads to a file that is there.",
                              "Who follows a dead link doesn't trust the next one.",
                              "mend the path, or take the link out with what it promised."));
    }
    return faults;
}

std::vector<SourceFile> documents() {
    std::vector<SourceFile> found;
    for (std::filesystem::recursive_directory_iterator at(house), end; at != end; ++at) {
        const auto name = at->path().filename().string();
        const bool is_ours = !name.starts_with('.') && name != "build" && name != "var" && name != "node_modules";
        if (at->is_directory() && !is_ours) at.disable_recursion_pending();
        if (!at->is_regular_file() || at->path().extension() != ".md") continue;
        std::ifstream file(at->path());
        found.push_back({std::filesystem::relative(at->path(), house).string(),
                         std::string(std::istreambuf_iterator<char>(file), {})});
    }
    std::ranges::sort(found, {}, &SourceFile::path);
    return found;
}

using Rule = std::vector<std::string> (*)(const SourceFile&);

std::string faults_of_the_house(Rule rule) {
    std::string all;
    for (const auto& file : sources()) {
        for (const auto& fault : rule(file)) all += "\n" + fault;
    }
    return all;
}

TEST(House, EveryPartIncludesOnlyWhatStandsBeforeIt) { EXPECT_EQ(faults_of_the_house(layer_faults), ""); }
TEST(House, AdaptersDoNotKnowOneAnother) { EXPECT_EQ(faults_of_the_house(adapter_faults), ""); }
TEST(House, AdaptersComeInByTheDoor) { EXPECT_EQ(faults_of_the_house(door_faults), ""); }
TEST(House, ALibraryLivesInItsRoom) { EXPECT_EQ(faults_of_the_house(library_faults), ""); }
TEST(House, OnlyTheRuntimeKnowsThreads) { EXPECT_EQ(faults_of_the_house(thread_faults), ""); }
TEST(House, BelowTheAdaptersNothingAsksTheOutside) { EXPECT_EQ(faults_of_the_house(outside_faults), ""); }
TEST(House, IncludesAreFullPathsOfFilesThatAreThere) { EXPECT_EQ(faults_of_the_house(include_faults), ""); }
TEST(House, NoFileIsLongerThan800Lines) { EXPECT_EQ(faults_of_the_house(size_faults), ""); }
TEST(House, NothingIsLeftToDo) { EXPECT_EQ(faults_of_the_house(wish_faults), ""); }

TEST(House, LinksInItsDocumentsLeadSomewhere) {
    std::string faults;
    const auto all = documents();
    for (const auto& document : all) {
        for (const auto& fault : link_faults(document)) faults += "\n" + fault;
    }
    EXPECT_EQ(faults, "");
    EXPECT_GT(all.size(), 20U);
}

TEST(House, ItsRoomsAreRead) {
    std::set<std::string> rooms;
    for (const auto& file : sources()) rooms.insert(file.path.substr(0, file.path.find('/')));
    EXPECT_EQ(rooms, (std::set<std::string>{"adapters", "bpmn", "cmake", "engine", "scripts", "tests"}));
    EXPECT_GT(sources().size(), 200U);
}

// Each rule finds what it is there for, and says it in whole sentences.
TEST(HouseRules, SayTheRuleWhyItExistsAndWhereElse) {
    EXPECT_EQ(adapter_faults({"adapters/mail/outbox.cpp", "#include \"adapters/rest/server.h\"\n"}),
              std::vector<std::string>{
                  "adapters/mail/outbox.cpp:1: includes adapters/rest/server.h\n"
                  "    rule: An adapter knows no other (sqlite and postgres use sql; rest, inbox, people, tables, metrics, openapi and cluster use http; mail, documents, figures, forms and tables use worker; all may use spreadsheet); main joins them.\n"
                  "    why: The mail room must not break when the REST API changes; each can be left out.\n"
                  "    instead: let adapters/main hand it in as a function, or move what is shared to the engine's "
                  "ports.\n"});
}

TEST(HouseRules, FindWhatTheyAreThereFor) {
    struct Row {
        Rule rule;
        SourceFile file;
        std::size_t faults;
    };
    const std::vector<Row> rows{
        {layer_faults, {"engine/feel/parser.cpp", "#include \"engine/behavior/step.h\"\n"}, 1},
        {layer_faults, {"engine/behavior/timer.cpp", "#include \"engine/feel/value.h\"\n"}, 0},
        {layer_faults, {"bpmn/check/rule.cpp", "#include \"engine/failure.h\"\n"}, 1},
        {layer_faults, {"bpmn/model/flow.h", "#include \"bpmn/read/reader.h\"\n"}, 1},
        {layer_faults, {"engine/runtime/loop.cpp", "#include \"adapters/sqlite/sqlite_store.h\"\n"}, 1},
        {layer_faults, {"engine/mystery/part.cpp", "#include \"engine/failure.h\"\n"}, 1},
        {layer_faults, {"engine/state/job.h", "#include \"engine/mystery/part.h\"\n"}, 1},
        {adapter_faults, {"adapters/sqlite/row.cpp", "#include \"adapters/sql/statement.h\"\n"}, 0},
        {adapter_faults, {"adapters/sql/row.cpp", "#include \"adapters/sqlite/row_io.h\"\n"}, 1},
        {adapter_faults, {"adapters/main/serve.cpp", "#include \"adapters/rest/server.h\"\n"}, 0},
        {door_faults, {"adapters/rest/job.cpp", "#include \"engine/behavior/step.h\"\n"}, 1},
        {library_faults, {"engine/runtime/deploy.cpp", "#include <pugixml.hpp>\n"}, 1},
        {library_faults, {"bpmn/read/reader.cpp", "#include <pugixml.hpp>\n"}, 0},
        {thread_faults, {"engine/dmn/table.cpp", "#include <mutex>\n"}, 1},
        {thread_faults, {"engine/runtime/loop.cpp", "#include <mutex>\n"}, 0},
        {thread_faults, {"engine/feel/now.cpp", "auto now = std::chrono::steady_clock::now();\n"}, 1},
        {outside_faults, {"engine/feel/now.cpp", "auto now = std::chrono::system_clock::now();\n"}, 1},
        {outside_faults, {"engine/feel/now.cpp", "// not std::chrono::system_clock::now()\n"}, 0},
        {outside_faults, {"bpmn/read/file.cpp", "#include <fstream>\n"}, 1},
        {include_faults, {"engine/feel/value.cpp", "#include \"value.h\"\n"}, 1},
        {include_faults, {"engine/feel/value.cpp", "#include \"tests/support/sample_rows.h\"\n"}, 1},
        {size_faults, {"engine/long.cpp", std::string(801, '\n')}, 1},
        {size_faults, {"engine/long.cpp", std::string(800, '\n')}, 0},
        {link_faults,
         {"README.md", "[map](engine/nowhere.md) and [it](README.md#map) and [web](https://a.example/b)\n"},
         1},
        {wish_faults, {"engine/later.cpp", std::string("// TO") + "DO: later\n"}, 1},
    };
    for (const auto& row : rows)
        EXPECT_EQ(row.rule(row.file).size(), row.faults) << row.file.path << ": " << row.file.text.substr(0, 60);
}

}  // namespace
}  // namespace dandori::test
