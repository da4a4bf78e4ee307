#include "engine/feel/json.h"

#include <array>
#include <cstdio>

#include "engine/feel/text.h"

namespace dandori::feel {
namespace {

/// RFC 8259, strictly. Numbers go from text to decimal, never through a double.
class JsonReader {
  public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    Result<Value> whole() {
        auto value = TRY(any(0));
        skip_space();
        if (at_ != text_.size()) return refuse("the end");
        return value;
    }

  private:
    Result<Value> any(std::size_t depth) {
        if (depth > json_depth_max) {
            return fail(Failure::Kind::Bounds,
                        "The JSON is nested deeper than " + std::to_string(json_depth_max) + " levels.");
        }
        skip_space();
        switch (peek()) {
            case '{': return object(depth);
            case '[': return array(depth);
            case '"': return Value(TRY(string()));
            case 't': return word("true", Value(true));
            case 'f': return word("false", Value(false));
            case 'n': return word("null", Value());
            default: return number();
        }
    }

    Result<Value> object(std::size_t depth) {
        ++at_;
        Context context;
        skip_space();
        if (take('}')) return Value(std::move(context));
        do {
            skip_space();
            if (peek() != '"') return refuse("a member's name in quotes");
            std::string name = TRY(string());
            skip_space();
            if (!take(':')) return refuse("':'");
            context.put(std::move(name), TRY(any(depth + 1)));
            skip_space();
        } while (take(','));
        if (!take('}')) return refuse("',' or '}'");
        return Value(std::move(context));
    }

    Result<Value> array(std::size_t depth) {
        ++at_;
        List list;
        skip_space();
        if (take(']')) return Value(std::move(list));
        do {
            list.push_back(TRY(any(depth + 1)));
            skip_space();
        } while (take(','));
        if (!take(']')) return refuse("',' or ']'");
        return Value(std::move(list));
    }

    Result<Value> word(std::string_view expected, Value value) {
        if (text_.substr(at_, expected.size()) != expected) return refuse("a value");
        at_ += expected.size();
        return value;
    }

    bool digits() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9') ++at_;
        return at_ > begin;
    }

    Result<Value> number() {
        const std::size_t begin = at_;
        take('-');
        if (!take('0') && !digits()) {
            at_ = begin;
            return refuse("a value");
        }
        if (take('.') && !digits()) return refuse("a digit");
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            if (!digits()) return refuse("a digit");
        }
        const auto number = Decimal::from_text(text_.substr(begin, at_ - begin));
        if (!number) {
            return fail(Failure::Kind::Bounds, "The number " + shortened(text_.substr(begin, at_ - begin), 40) +
                                                   " at " + std::to_string(begin) +
                                                   " of the JSON is beyond what a decimal of 34 digits holds.");
        }
        return Value(*number);
    }

    std::optional<char32_t> code_unit() {
        if (text_.size() - at_ < 4) return {};
        char32_t unit = 0;
        for (int count = 0; count < 4; ++count) {
            const char c = text_[at_++];
            unit <<= 4;
            if (c >= '0' && c <= '9') {
                unit |= static_cast<char32_t>(c - '0');
            } else if (c >= 'a' && c <= 'f') {
                unit |= static_cast<char32_t>(c - 'a' + 10);
            } else if (c >= 'A' && c <= 'F') {
                unit |= static_cast<char32_t>(c - 'A' + 10);
            } else {
                return {};
            }
        }
        return unit;
    }

    bool escape(std::string& text) {
        if (at_ == text_.size()) return false;
        switch (const char c = text_[at_++]; c) {
            case '"':
            case '\\':
            case '/': text += c; return true;
            case 'b': text += '\b'; return true;
            case 'f': text += '\f'; return true;
            case 'n': text += '\n'; return true;
            case 'r': text += '\r'; return true;
            case 't': text += '\t'; return true;
            case 'u': break;
            default: return false;
        }
        auto unit = code_unit();
        if (!unit) return false;
        if (*unit >= 0xD800 && *unit <= 0xDBFF && text_.substr(at_, 2) == "\\u") {
            const std::size_t before = at_;
            at_ += 2;
            const auto low = code_unit();
            if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
                unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
            } else {
                at_ = before;
            }
        }
        // Half of a pair is no character.
        append_code_point(text, *unit >= 0xD800 && *unit <= 0xDFFF ? 0xFFFD : *unit);
        return true;
    }

    Result<std::string> string() {
        const std::size_t begin = at_++;
        std::string text;
        while (at_ < text_.size() && text_[at_] != '"') {
            const char c = text_[at_];
            if (static_cast<unsigned char>(c) < 0x20) return refuse("no control character in a string");
            ++at_;
            if (c != '\\') {
                text += c;
            } else if (!escape(text)) {
                return refuse("an escape such as \\n or \\u0041");
            }
        }
        if (!take('"')) return refuse("'\"'");
        if (!is_utf8(text)) {
            return fail(Failure::Kind::Syntax, "The string at " + std::to_string(begin) + " of the JSON is not UTF-8.");
        }
        return text;
    }

    void skip_space() {
        while (at_ < text_.size() &&
               (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r' || text_[at_] == '\t'))
            ++at_;
    }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (peek() != c || at_ == text_.size()) return false;
        ++at_;
        return true;
    }
    tl::unexpected<Failure> refuse(const std::string& expected) const {
        const std::string found = at_ < text_.size() ? "\"" + shortened(text_.substr(at_), 20) + "\"" : "the end";
        return fail(Failure::Kind::Syntax,
                    "At " + std::to_string(at_) + " of the JSON " + expected + " is needed; found " + found + ".");
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

void write_string(std::string& json, std::string_view text) {
    json += '"';
    for (const char c : text) {
        switch (c) {
            case '"': json += "\\\""; break;
            case '\\': json += "\\\\"; break;
            case '\n': json += "\\n"; break;
            case '\r': json += "\\r"; break;
            case '\t': json += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20) {
                    std::array<char, 8> code;
                    std::snprintf(code.data(), code.size(), "\\u%04x",
                                  static_cast<unsigned>(static_cast<unsigned char>(c)));
                    json += code.data();
                } else {
                    json += c;
                }
        }
    }
    json += '"';
}

void write_value(std::string& json, const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
        case Kind::Boolean:
        case Kind::Number: json += to_text(value); break;
        case Kind::List: {
            json += '[';
            bool first = true;
            for (const Value& item : value.as_list()) {
                if (!first) json += ',';
                first = false;
                write_value(json, item);
            }
            json += ']';
            break;
        }
        case Kind::Context: {
            json += '{';
            bool first = true;
            for (const auto& [name, member] : value.as_context().entries()) {
                if (!first) json += ',';
                first = false;
                write_string(json, name);
                json += ':';
                write_value(json, member);
            }
            json += '}';
            break;
        }
        default: write_string(json, to_text(value));
    }
}

}  // namespace

Result<Value> from_json(std::string_view text) {
    if (text.size() > json_size_max) {
        return fail(Failure::Kind::Bounds, "The JSON has " + std::to_string(text.size()) + " bytes; " +
                                               std::to_string(json_size_max) + " are the most that is read.");
    }
    return JsonReader(text).whole();
}

std::string to_json(const Value& value) {
    std::string json;
    write_value(json, value);
    return json;
}

void append_json(std::string& json, std::string_view text) { write_string(json, text); }

}  // namespace dandori::feel
