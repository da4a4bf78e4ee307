#include "adapters/mail/rules.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

#include "adapters/mail/charset.h"
#include "adapters/mail/tokyo_time.h"

namespace dandori::mail {
namespace {

namespace json = boost::json;

constexpr std::size_t file_bytes_max = 2 * 1024 * 1024;

tl::unexpected<Failure> fault(const std::string& place, const std::string& text) {
    return fail(Failure::Kind::Syntax, "Intake rules, " + place + ": " + text);
}

/// An object of the file and where it stands.
class Reading {
  public:
    static Result<Reading> of(const json::value& value, std::string place,
                              std::initializer_list<std::string_view> members) {
        if (!value.is_object()) return fault(place, "an object is needed.");
        for (const auto& member : value.get_object()) {
            if (std::find(members.begin(), members.end(), std::string_view(member.key())) == members.end()) {
                return fault(place, "the member '" + std::string(member.key()) + "' is unknown.");
            }
        }
        return Reading{&value.get_object(), std::move(place)};
    }

    const json::value* find(std::string_view name) const { return object_->if_contains(name); }
    std::string place(std::string_view name) const { return place_ + "." + std::string(name); }

    Result<std::string> text(std::string_view name) const {
        const auto* value = find(name);
        if (!value || !value->is_string()) return fault(place(name), "a text is needed.");
        return std::string(value->get_string());
    }

    Result<std::string> text_or(std::string_view name, std::string otherwise) const {
        if (!find(name)) return otherwise;
        return text(name);
    }

    Result<std::vector<std::string>> texts(std::string_view name) const {
        std::vector<std::string> texts;
        const auto* value = find(name);
        if (!value) return texts;
        if (!value->is_array()) return fault(place(name), "a list of texts is needed.");
        for (const auto& entry : value->get_array()) {
            if (!entry.is_string()) return fault(place(name), "a list of texts is needed.");
            texts.emplace_back(entry.get_string());
        }
        return texts;
    }

    Result<std::optional<Globs>> globs(std::string_view name) const {
        if (!find(name)) return std::optional<Globs>{};
        return std::optional(TRY(texts(name)));
    }

    Result<std::optional<Pattern>> pattern(std::string_view name) const {
        if (!find(name)) return std::optional<Pattern>{};
        return std::optional(TRY(pattern_of(TRY(text(name)), place(name), false)));
    }

    Result<NamedPatterns> patterns(std::string_view name) const {
        NamedPatterns patterns;
        const auto* value = find(name);
        if (!value) return patterns;
        if (!value->is_object()) return fault(place(name), "an object of patterns is needed.");
        for (const auto& member : value->get_object()) {
            const auto where = place(name) + "." + std::string(member.key());
            if (!member.value().is_string()) return fault(where, "a pattern is needed.");
            patterns.emplace_back(member.key(),
                                  TRY(pattern_of(std::string(member.value().get_string()), where, false)));
        }
        return patterns;
    }

    Result<std::int64_t> duration_ms(std::string_view name, std::int64_t otherwise) const {
        if (!find(name)) return otherwise;
        const auto value = TRY(text(name));
        const auto duration = milliseconds_of_duration(value);
        if (!duration) return fault(place(name), "'" + value + "' is no duration such as PT1H.");
        return *duration;
    }

    /// `read(value, place)` for each entry of a list; an absent list is empty.
    template <class Read>
    auto each(std::string_view name, Read read) const
        -> Result<std::vector<std::decay_t<decltype(*read(json::value{}, ""))>>> {
        std::vector<std::decay_t<decltype(*read(json::value{}, ""))>> entries;
        const auto* value = find(name);
        if (!value) return entries;
        if (!value->is_array()) return fault(place(name), "a list is needed.");
        for (const auto& entry : value->get_array()) {
            entries.push_back(TRY(read(entry, place(name) + "[" + std::to_string(entries.size()) + "]")));
        }
        return entries;
    }

    static Result<Pattern> pattern_of(const std::string& text, const std::string& place, bool at_lines) {
        auto pattern = Pattern::compile(text, at_lines);
        if (!pattern) return fault(place, pattern.error().text);
        return pattern;
    }

  private:
    Reading(const json::object* object, std::string place) : object_(object), place_(std::move(place)) {}
    const json::object* object_;
    std::string place_;
};

Result<Condition> read_condition(const json::value& value, const std::string& place) {
    const auto in = TRY(Reading::of(
        value, place,
        {"to", "from", "returnPath", "subject", "text", "header", "party", "automatic", "monitoring", "field"}));
    Condition condition;
    condition.to = TRY(in.globs("to"));
    condition.from = TRY(in.globs("from"));
    condition.return_path = TRY(in.globs("returnPath"));
    condition.party = TRY(in.globs("party"));
    condition.subject = TRY(in.pattern("subject"));
    condition.text = TRY(in.pattern("text"));
    condition.header = TRY(in.patterns("header"));
    for (auto& [name, pattern] : condition.header) name = to_lower(name);
    condition.field = TRY(in.patterns("field"));
    if (const auto* automatic = in.find("automatic")) {
        if (!automatic->is_bool()) return fault(in.place("automatic"), "true or false is needed.");
        condition.automatic = automatic->get_bool();
    }
    if (const auto* monitoring = in.find("monitoring")) {
        if (monitoring->is_bool())
            condition.monitoring = monitoring->get_bool();
        else if (monitoring->is_string())
            condition.monitoring = std::string(monitoring->get_string());
        else
            return fault(in.place("monitoring"), "true, false or the id of a source is needed.");
    }
    return condition;
}

Result<AnyOf> read_any_of(const Reading& in, std::string_view name) {
    const auto* value = in.find(name);
    if (!value) return fault(in.place(name), "a condition is needed.");
    if (value->is_array()) return in.each(name, read_condition);
    AnyOf any;
    any.push_back(TRY(read_condition(*value, in.place(name))));
    return any;
}

Result<Replacement> read_replacement(const json::value& value, const std::string& place) {
    const auto in = TRY(Reading::of(value, place, {"pattern", "with"}));
    return Replacement{TRY(Reading::pattern_of(TRY(in.text("pattern")), in.place("pattern"), false)),
                       TRY(in.text_or("with", ""))};
}

Result<MonitoringSource::Try> read_try(const json::value& value, const std::string& place) {
    const auto in = TRY(Reading::of(value, place, {"in", "pattern"}));
    const auto where = TRY(in.text("in"));
    if (where != "subject" && where != "text") return fault(in.place("in"), "'subject' or 'text' is needed.");
    return MonitoringSource::Try{where == "subject",
                                 TRY(Reading::pattern_of(TRY(in.text("pattern")), in.place("pattern"), true))};
}

Result<std::vector<MonitoringSource::Field>> read_fields(const Reading& in) {
    std::vector<MonitoringSource::Field> fields;
    const auto* value = in.find("fields");
    if (!value) return fields;
    if (!value->is_object()) return fault(in.place("fields"), "an object is needed.");
    for (const auto& member : value->get_object()) {
        const json::value wrapped = json::object{{"tries", member.value()}};
        const auto tries = TRY(Reading::of(wrapped, in.place("fields." + std::string(member.key())), {"tries"}));
        fields.push_back({std::string(member.key()), TRY(tries.each("tries", read_try))});
    }
    return fields;
}

Result<MonitoringSource::Host> read_host(const json::value& value, const std::string& place) {
    const auto in = TRY(Reading::of(value, place, {"host", "systems", "suspectedParty"}));
    MonitoringSource::Host host{TRY(in.text("host")), TRY(in.texts("systems")), {}};
    if (in.find("suspectedParty")) host.suspected_party = TRY(in.text("suspectedParty"));
    return host;
}

Result<std::vector<std::pair<std::string, std::string>>> read_severities(const Reading& in) {
    constexpr std::array ours{"critical", "high", "warning", "information"};
    std::vector<std::pair<std::string, std::string>> severities;
    const auto* value = in.find("severities");
    if (!value) return severities;
    if (!value->is_object()) return fault(in.place("severities"), "an object is needed.");
    for (const auto& member : value->get_object()) {
        const auto* word = member.value().if_string();
        if (!word || std::find(ours.begin(), ours.end(), std::string_view(*word)) == ours.end()) {
            return fault(in.place("severities." + std::string(member.key())),
                         "critical, high, warning or information is needed.");
        }
        severities.emplace_back(to_lower(std::string(member.key())), *word);
    }
    return severities;
}

Result<MonitoringSource> read_source(const json::value& value, const std::string& place) {
    const auto in = TRY(
        Reading::of(value, place, {"id", "name", "when", "fields", "recovered", "severities", "hosts", "normalise"}));
    MonitoringSource source;
    source.id = TRY(in.text("id"));
    source.name = TRY(in.text_or("name", source.id));
    source.when = TRY(read_any_of(in, "when"));
    source.fields = TRY(read_fields(in));
    source.recovered = TRY(in.patterns("recovered"));
    source.severities = TRY(read_severities(in));
    source.hosts = TRY(in.each("hosts", read_host));
    source.normalise = TRY(in.each("normalise", read_replacement));
    return source;
}

Result<Publish> read_publish(const Reading& then) {
    const auto in = TRY(Reading::of(*then.find("publish"), then.place("publish"),
                                    {"message", "correlationKey", "timeToLive", "variables"}));
    Publish publish;
    publish.message = TRY(in.text("message"));
    if (const auto* key = in.find("correlationKey"))
        publish.correlation_key = *key;
    else
        publish.correlation_key = "";
    publish.time_to_live_ms = TRY(in.duration_ms("timeToLive", 0));
    if (const auto* variables = in.find("variables")) {
        if (!variables->is_object()) return fault(in.place("variables"), "an object is needed.");
        publish.variables = variables->get_object();
    }
    const auto nobody = TRY(then.text_or("whenNobodyWaits", "tray"));
    if (nobody != "tray" && nobody != "record")
        return fault(then.place("whenNobodyWaits"), "'tray' or 'record' is needed.");
    publish.record_when_nobody_waits = nobody == "record";
    return publish;
}

Result<std::variant<Publish, ToTray, Record>> read_then(const Reading& rule) {
    using Then = std::variant<Publish, ToTray, Record>;
    const auto* value = rule.find("then");
    if (!value) return fault(rule.place("then"), "what becomes of the mail is needed.");
    const auto in = TRY(Reading::of(*value, rule.place("then"), {"publish", "whenNobodyWaits", "tray", "record"}));
    if (in.find("publish")) return Then{TRY(read_publish(in))};
    if (in.find("tray")) return Then{ToTray{TRY(in.text("tray"))}};
    if (in.find("record")) return Then{Record{TRY(in.text("record"))}};
    return fault(rule.place("then"), "one of 'publish', 'tray' and 'record' is needed.");
}

Result<Rule> read_rule(const json::value& value, const std::string& place) {
    const auto in = TRY(Reading::of(value, place, {"id", "name", "when", "then"}));
    Rule rule;
    rule.id = TRY(in.text("id"));
    rule.name = TRY(in.text_or("name", rule.id));
    rule.when = TRY(read_any_of(in, "when"));
    rule.then = TRY(read_then(in));
    return rule;
}

template <class Entries>
Result<void> check_ids(const Entries& entries, const std::string& place) {
    std::set<std::string> seen;
    for (const auto& entry : entries) {
        if (!seen.insert(entry.id).second) return fault(place, "the id '" + entry.id + "' is given twice.");
    }
    return {};
}

Result<std::optional<Pattern>> read_case_number(const Reading& file) {
    const auto* value = file.find("caseNumber");
    if (!value) return std::optional<Pattern>{};
    return TRY(Reading::of(*value, file.place("caseNumber"), {"pattern"})).pattern("pattern");
}

}  // namespace

Result<IntakeRules> read_rules(std::string_view text) {
    if (text.size() > file_bytes_max) return fault("the file", "it is larger than 2 MB.");
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error) return fault("the file", "it is no JSON: " + error.message() + ".");
    const auto in = TRY(Reading::of(value, "$",
                                    {"formatVersion", "ownAddresses", "caseNumber", "automatic", "replyInterval",
                                     "normaliseAll", "monitoringSources", "rules"}));
    const auto* version = in.find("formatVersion");
    if (!version || *version != json::value(1)) return fault("$.formatVersion", "1 is needed.");
    IntakeRules rules;
    rules.own_addresses = TRY(in.texts("ownAddresses"));
    rules.case_number = TRY(read_case_number(in));
    rules.automatic = TRY(in.each("automatic", read_condition));
    rules.reply_interval_ms = TRY(in.duration_ms("replyInterval", rules.reply_interval_ms));
    rules.normalise_all = TRY(in.each("normaliseAll", read_replacement));
    rules.monitoring_sources = TRY(in.each("monitoringSources", read_source));
    rules.rules = TRY(in.each("rules", read_rule));
    TRY(check_ids(rules.monitoring_sources, "$.monitoringSources"));
    TRY(check_ids(rules.rules, "$.rules"));
    return rules;
}

}  // namespace dandori::mail
