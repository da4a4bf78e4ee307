#pragma once
// The intake rules as values; processes/intake/README.md defines the file they are read from.

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "adapters/mail/pattern.h"

namespace dandori::mail {

using Globs = std::vector<std::string>;
using NamedPatterns = std::vector<std::pair<std::string, Pattern>>;

/// All that is present must hold.
struct Condition {
    std::optional<Globs> to, from, return_path, party;
    std::optional<Pattern> subject, text;
    NamedPatterns header, field;  ///< header names in lower case
    std::optional<bool> automatic;
    std::optional<std::variant<bool, std::string>> monitoring;  ///< of any source, or of the one with this id
};

/// One of them must hold.
using AnyOf = std::vector<Condition>;

struct Replacement {
    Pattern pattern;
    std::string with;
};

/// Something that watches systems and sends alerts.
struct MonitoringSource {
    struct Try {
        bool in_subject = false;  ///< else in the text
        Pattern pattern;
    };
    struct Field {
        std::string name;
        std::vector<Try> tries;
    };
    struct Host {
        std::string glob;
        std::vector<std::string> systems;
        std::optional<std::string> suspected_party;
    };
    std::string id, name;
    AnyOf when;
    std::vector<Field> fields;
    NamedPatterns recovered;                                      ///< field, what it says then
    std::vector<std::pair<std::string, std::string>> severities;  ///< the source's word in lower case, ours
    std::vector<Host> hosts;
    std::vector<Replacement> normalise;
};

/// Publishes a message; texts that begin with `=` are FEEL.
struct Publish {
    std::string message;
    boost::json::value correlation_key;
    std::int64_t time_to_live_ms = 0;
    boost::json::object variables;
    bool record_when_nobody_waits = false;  ///< else the tray
};
struct ToTray {
    std::string reason;
};
struct Record {
    std::string reason;
};

struct Rule {
    std::string id, name;
    AnyOf when;
    std::variant<Publish, ToTray, Record> then;
};

struct IntakeRules {
    Globs own_addresses;
    std::optional<Pattern> case_number;
    AnyOf automatic;
    std::int64_t reply_interval_ms = 3'600'000;
    std::vector<Replacement> normalise_all;
    std::vector<MonitoringSource> monitoring_sources;
    std::vector<Rule> rules;
};

/// Reads `rules.json`. Fails (Syntax) at the first fault and says where: an unknown member, a wrong type, a faulty
/// pattern, an id given twice.
Result<IntakeRules> read_rules(std::string_view json);

}  // namespace dandori::mail
