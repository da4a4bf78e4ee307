#include "engine/dmn/cell.h"

#include <algorithm>

namespace dandori::dmn {
namespace {

struct NothingNamed : feel::Scope {
    std::optional<feel::Value> find(std::string_view) const override { return std::nullopt; }
};

// Reads the small part of the grammar of unary tests that needs no evaluation; gives up on all else.
class CellReader {
  public:
    explicit CellReader(std::string_view text) : text_(text) {}

    std::optional<CellTest> read() {
        CellTest test;
        skip();
        if (take_word("not")) {
            skip();
            if (!take('(')) return std::nullopt;
            test.negated = true;
        }
        do {
            auto interval = item();
            if (!interval || !accept(*interval, test)) return std::nullopt;
            test.intervals.push_back(std::move(*interval));
            skip();
        } while (take(','));
        if (test.negated && !take(')')) return std::nullopt;
        skip();
        if (at_ != text_.size()) return std::nullopt;
        return test;
    }

  private:
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    static bool is_letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
    }

    void skip() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool take_text(std::string_view wanted) {
        if (text_.substr(at_, wanted.size()) != wanted) return false;
        at_ += wanted.size();
        return true;
    }

    bool take_word(std::string_view word) {
        const std::size_t end = at_ + word.size();
        if (text_.substr(at_, word.size()) != word) return false;
        if (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]))) return false;
        at_ = end;
        return true;
    }

    static bool accept(const Interval& interval, CellTest& test) {
        const feel::Value& value = interval.low ? *interval.low : *interval.high;
        if (test.kind == feel::Kind::Null) test.kind = value.kind();
        return value.kind() == test.kind && (!interval.high || interval.high->kind() == test.kind);
    }

    std::optional<Interval> item() {
        skip();
        Interval made;
        if (take_text("<=")) return (made.high = literal()) ? std::optional(made) : std::nullopt;
        if (take_text(">=")) return (made.low = literal()) ? std::optional(made) : std::nullopt;
        if (take('<')) {
            made.high_included = false;
            return (made.high = literal()) ? std::optional(made) : std::nullopt;
        }
        if (take('>')) {
            made.low_included = false;
            return (made.low = literal()) ? std::optional(made) : std::nullopt;
        }
        take('=');
        if (take('[')) return range(true);
        if (take('(') || take(']')) return range(false);
        made.low = made.high = literal();
        return made.low ? std::optional(made) : std::nullopt;
    }

    std::optional<Interval> range(bool low_included) {
        Interval made;
        made.low_included = low_included;
        made.low = literal();
        skip();
        if (!made.low || !take_text("..")) return std::nullopt;
        made.high = literal();
        skip();
        if (!made.high || made.low->is_boolean() || made.low->is_string()) return std::nullopt;
        if (take(']')) return made;
        made.high_included = false;
        return take(')') || take('[') ? std::optional(made) : std::nullopt;
    }

    std::optional<feel::Value> literal() {
        skip();
        if (at_ >= text_.size()) return std::nullopt;
        if (take_word("true")) return feel::Value(true);
        if (take_word("false")) return feel::Value(false);
        const char first = text_[at_];
        if (first == '"') return evaluated(at_, end_of_string(at_));
        if (first == '@') return evaluated(at_, end_of_string(at_ + 1));
        if (is_digit(first) || first == '-' || first == '.') return number();
        for (const std::string_view name : {"date", "duration"}) {
            const std::size_t start = at_;
            if (!take_word(name)) continue;
            skip();
            if (!take('(')) return std::nullopt;
            skip();
            const std::size_t end = end_of_string(at_);
            if (end == text_.npos) return std::nullopt;
            at_ = end;
            skip();
            if (!take(')')) return std::nullopt;
            return evaluated(start, at_);
        }
        return std::nullopt;
    }

    // One past the closing quote of a string that begins here; npos if none does.
    std::size_t end_of_string(std::size_t from) const {
        if (from >= text_.size() || text_[from] != '"') return text_.npos;
        for (std::size_t at = from + 1; at < text_.size(); ++at) {
            if (text_[at] == '\\')
                ++at;
            else if (text_[at] == '"')
                return at + 1;
        }
        return text_.npos;
    }

    std::optional<feel::Value> number() {
        const std::size_t start = at_;
        take('-');
        while (at_ < text_.size() && (is_digit(text_[at_]) || (text_[at_] == '.' && text_.substr(at_, 2) != "..")))
            ++at_;
        if (at_ < text_.size() && is_letter(text_[at_])) return std::nullopt;
        const auto decimal = feel::Decimal::from_text(text_.substr(start, at_ - start));
        return decimal ? std::optional(feel::Value(*decimal)) : std::nullopt;
    }

    std::optional<feel::Value> evaluated(std::size_t start, std::size_t end) {
        if (end == text_.npos) return std::nullopt;
        const auto expression = feel::Expression::parse(text_.substr(start, end - start));
        if (!expression) return std::nullopt;
        feel::Value value = expression->evaluate(NothingNamed{}, {}).value;
        at_ = end;
        switch (value.kind()) {
            case feel::Kind::String:
            case feel::Kind::Date:
            case feel::Kind::DaysDuration:
            case feel::Kind::MonthsDuration: return value;
            default: return std::nullopt;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::strong_ordering order(const feel::Value& left, const feel::Value& right) {
    switch (left.kind()) {
        case feel::Kind::Boolean: return left.as_boolean() <=> right.as_boolean();
        case feel::Kind::Number: return left.as_number() <=> right.as_number();
        case feel::Kind::String: return left.as_string() <=> right.as_string();
        case feel::Kind::Date: return left.as_date() <=> right.as_date();
        case feel::Kind::DaysDuration: return left.as_days_duration() <=> right.as_days_duration();
        case feel::Kind::MonthsDuration: return left.as_months_duration().months <=> right.as_months_duration().months;
        default: return std::strong_ordering::equal;
    }
}

std::optional<CellTest> cell_test(const Formula& formula) {
    if (!formula.fault.empty()) return std::nullopt;
    if (formula.empty) {
        CellTest test;
        test.any = true;
        return test;
    }
    return CellReader(formula.text).read();
}

std::size_t Segments::at(const feel::Value& value) const {
    const auto found =
        std::lower_bound(points.begin(), points.end(), value,
                         [](const feel::Value& point, const feel::Value& wanted) { return order(point, wanted) < 0; });
    const auto index = static_cast<std::size_t>(found - points.begin());
    const bool exact = found != points.end() && order(*found, value) == 0;
    return 2 * index + (exact ? 1 : 0);
}

Bits Segments::of(const CellTest& test) const {
    Bits bits(words_for(size()));
    const auto fill = [&](std::size_t first, std::size_t end) {
        for (std::size_t segment = first; segment < end; ++segment) put(bits, segment);
    };
    if (test.any) {
        fill(0, size());
        return bits;
    }
    for (const Interval& interval : test.intervals) {
        const std::size_t first = interval.low ? at(*interval.low) + (interval.low_included ? 0 : 1) : 0;
        const std::size_t end = interval.high ? at(*interval.high) + (interval.high_included ? 1 : 0) : size();
        fill(first, end);
    }
    if (!test.negated) return bits;
    Bits others(words_for(size()));
    for (std::size_t segment = 0; segment < size(); ++segment) {
        if (!has(bits, segment)) put(others, segment);
    }
    return others;
}

std::optional<Segments> segments_of(const std::vector<const CellTest*>& tests) {
    Segments made;
    for (const CellTest* test : tests) {
        if (test->any) continue;
        if (made.kind == feel::Kind::Null) made.kind = test->kind;
        if (made.kind != test->kind) return std::nullopt;
        for (const Interval& interval : test->intervals) {
            if (interval.low) made.points.push_back(*interval.low);
            if (interval.high) made.points.push_back(*interval.high);
        }
    }
    const auto before = [](const feel::Value& left, const feel::Value& right) { return order(left, right) < 0; };
    const auto same = [](const feel::Value& left, const feel::Value& right) { return order(left, right) == 0; };
    std::sort(made.points.begin(), made.points.end(), before);
    made.points.erase(std::unique(made.points.begin(), made.points.end(), same), made.points.end());
    return made;
}

}  // namespace dandori::dmn
