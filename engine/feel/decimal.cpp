// Decimals by Intel's library, in the calling convention by value without global state. Whole numbers that fit 62 bits
// are most of what processes compute with and never leave this file for it.
#include "engine/feel/decimal.h"

#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <bid_conf.h>
#include <bid_functions.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace dandori::feel {

using Wide = unsigned __int128;

/// The parts of a Decimal: sign, coefficient of at most 34 digits, exponent of ten.
struct DecimalAccess {
    static constexpr int bias = 6176;
    static constexpr std::uint64_t coefficient_mask = (1ULL << 49) - 1;

    static BID_UINT128 raw(const Decimal& value) {
        BID_UINT128 bits;
        bits.w[BID_LOW_128W] = value.low_;
        bits.w[BID_HIGH_128W] = value.high_;
        return bits;
    }
    static Decimal from_raw(const BID_UINT128& bits) {
        Decimal value;
        value.low_ = bits.w[BID_LOW_128W];
        value.high_ = bits.w[BID_HIGH_128W];
        return value;
    }
    /// The library's result, if it is a finite number. Minus zero becomes zero.
    static std::optional<Decimal> finite(const BID_UINT128& bits) {
        if ((bits.w[BID_HIGH_128W] & 0x7800000000000000ULL) == 0x7800000000000000ULL) return {};
        Decimal value = from_raw(bits);
        if (coefficient(value) == 0) return Decimal(0);
        return value;
    }
    static bool negative(const Decimal& value) { return (value.high_ & Decimal::sign) != 0; }
    static Wide coefficient(const Decimal& value) {
        // The form with a coefficient above 10^34 - 1 isn't canonical and counts as zero.
        if ((value.high_ & 0x6000000000000000ULL) == 0x6000000000000000ULL) return 0;
        return (static_cast<Wide>(value.high_ & coefficient_mask) << 64) | value.low_;
    }
    static int exponent(const Decimal& value) { return static_cast<int>((value.high_ >> 49) & 0x3FFF) - bias; }
    static Decimal make(bool negative, Wide coefficient, int exponent) {
        Decimal value;
        value.low_ = static_cast<std::uint64_t>(coefficient);
        value.high_ = (negative ? Decimal::sign : 0) | (static_cast<std::uint64_t>(exponent + bias) << 49) |
                      static_cast<std::uint64_t>(coefficient >> 64);
        return value;
    }
};

namespace {

using Access = DecimalAccess;

constexpr unsigned half_even = 0;
constexpr unsigned downward = 1;
constexpr unsigned upward = 2;
constexpr unsigned toward_zero = 3;
constexpr unsigned half_away = 4;
constexpr std::size_t number_text_max = 10'000;
constexpr int plain_digits_max = 60;

std::string digits_of(Wide coefficient) {
    std::string digits;
    do {
        digits.push_back(static_cast<char>('0' + static_cast<int>(coefficient % 10)));
        coefficient /= 10;
    } while (coefficient != 0);
    std::reverse(digits.begin(), digits.end());
    return digits;
}

std::optional<Decimal> from_library_text(std::string text) {
    unsigned flags = 0;
    return Access::finite(bid128_from_string(text.data(), half_even, &flags));
}

}  // namespace

std::optional<Decimal> Decimal::from_text(std::string_view text) {
    if (text.size() > number_text_max) return {};
    std::size_t at = 0;
    bool negative = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) negative = text[at++] == '-';
    Wide coefficient = 0;
    int digits = 0;
    int significant = 0;
    std::int64_t exponent = 0;
    bool point = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = true;
            continue;
        }
        if (c < '0' || c > '9') break;
        ++digits;
        if (significant > 0 || c != '0') ++significant;
        if (significant <= 34) coefficient = coefficient * 10 + static_cast<unsigned>(c - '0');
        if (point) --exponent;
    }
    if (digits == 0) return {};
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        bool minus = false;
        if (at < text.size() && (text[at] == '-' || text[at] == '+')) minus = text[at++] == '-';
        if (at == text.size()) return {};
        std::int64_t power = 0;
        for (; at < text.size(); ++at) {
            if (text[at] < '0' || text[at] > '9') return {};
            power = std::min<std::int64_t>(power * 10 + (text[at] - '0'), 1'000'000);
        }
        exponent += minus ? -power : power;
    }
    if (at != text.size()) return {};
    if (significant == 0) return Decimal(0);
    if (significant <= 34 && exponent >= -6176 && exponent <= 6111) {
        return Access::make(negative, coefficient, static_cast<int>(exponent));
    }
    return from_library_text(std::string(text));
}

std::string Decimal::to_text() const {
    Wide coefficient = Access::coefficient(*this);
    if (coefficient == 0) return "0";
    int exponent = Access::exponent(*this);
    if (coefficient < (static_cast<Wide>(1) << 64)) {
        auto narrow = static_cast<std::uint64_t>(coefficient);
        for (; exponent < 0 && narrow % 10 == 0; ++exponent) narrow /= 10;
        coefficient = narrow;
    } else {
        for (; exponent < 0 && coefficient % 10 == 0; ++exponent) coefficient /= 10;
    }
    std::string digits = digits_of(coefficient);
    const int count = static_cast<int>(digits.size());
    std::string text = is_negative() ? "-" : "";
    if (exponent >= 0 && count + exponent <= plain_digits_max) {
        return text + digits + std::string(static_cast<std::size_t>(exponent), '0');
    }
    if (exponent < 0 && -exponent < count) {
        return text + digits.insert(static_cast<std::size_t>(count + exponent), ".");
    }
    if (exponent < 0 && -exponent <= plain_digits_max) {
        return text + "0." + std::string(static_cast<std::size_t>(-exponent - count), '0') + digits;
    }
    while (digits.size() > 1 && digits.back() == '0') {
        digits.pop_back();
        ++exponent;
    }
    exponent += static_cast<int>(digits.size()) - 1;
    if (digits.size() > 1) digits.insert(1, ".");
    return text + digits + (exponent < 0 ? "E-" : "E+") + std::to_string(std::abs(exponent));
}

std::optional<std::int64_t> Decimal::to_integer() const {
    if (is_small()) return small();
    Wide coefficient = Access::coefficient(*this);
    int exponent = Access::exponent(*this);
    if (coefficient == 0) return 0;
    for (; exponent < 0; ++exponent) {
        if (coefficient % 10 != 0) return {};
        coefficient /= 10;
    }
    constexpr Wide limit = static_cast<Wide>(1) << 63;
    for (; exponent > 0; --exponent) {
        if (coefficient > limit) return {};
        coefficient *= 10;
    }
    if (coefficient > limit || (coefficient == limit && !is_negative())) return {};
    const auto bits = static_cast<std::uint64_t>(coefficient);
    return static_cast<std::int64_t>(is_negative() ? 0 - bits : bits);
}

double Decimal::to_double() const {
    if (is_small()) return static_cast<double>(small());
    unsigned flags = 0;
    return bid128_to_binary64(Access::raw(*this), half_even, &flags);
}

bool Decimal::is_zero() const { return Access::coefficient(*this) == 0; }
bool Decimal::is_negative() const { return Access::negative(*this) && !is_zero(); }

bool Decimal::is_whole() const {
    Wide coefficient = Access::coefficient(*this);
    if (coefficient == 0) return true;
    for (int exponent = Access::exponent(*this); exponent < 0; ++exponent) {
        if (coefficient % 10 != 0) return false;
        coefficient /= 10;
    }
    return true;
}

std::optional<Decimal> Decimal::from_double(double value) {
    char text[40];
    // The shortest text that reads back as the same double: what a person who wrote 0.1 meant.
    for (int digits = 15; digits <= 17; ++digits) {
        std::snprintf(text, sizeof text, "%.*g", digits, value);
        if (std::strtod(text, nullptr) == value) return from_text(text);
    }
    return {};
}

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
    if (is_small() && other.is_small()) return Decimal(small() + other.small());
    unsigned flags = 0;
    return Access::finite(bid128_add(Access::raw(*this), Access::raw(other), half_even, &flags));
}

std::optional<Decimal> Decimal::minus(const Decimal& other) const {
    if (is_small() && other.is_small()) return Decimal(small() - other.small());
    unsigned flags = 0;
    return Access::finite(bid128_sub(Access::raw(*this), Access::raw(other), half_even, &flags));
}

std::optional<Decimal> Decimal::times(const Decimal& other) const {
    std::int64_t product = 0;
    if (is_small() && other.is_small() && !__builtin_mul_overflow(small(), other.small(), &product)) {
        return Decimal(product);
    }
    unsigned flags = 0;
    return Access::finite(bid128_mul(Access::raw(*this), Access::raw(other), half_even, &flags));
}

std::optional<Decimal> Decimal::divided_by(const Decimal& other) const {
    if (other.is_zero()) return {};
    if (is_small() && other.is_small() && small() % other.small() == 0) return Decimal(small() / other.small());
    unsigned flags = 0;
    return Access::finite(bid128_div(Access::raw(*this), Access::raw(other), half_even, &flags));
}

std::optional<Decimal> Decimal::to_the_power(const Decimal& other) const {
    // A whole power is exact by squaring as long as it fits; the library's logarithms need not be.
    const auto whole = other.to_integer();
    if (whole && *whole >= -999'999'999 && *whole <= 999'999'999) {
        if (is_zero() && *whole < 0) return {};
        std::optional<Decimal> result = Decimal(1);
        std::optional<Decimal> square = *this;
        for (auto left = static_cast<std::uint64_t>(std::abs(*whole)); left != 0 && result; left >>= 1) {
            if ((left & 1) != 0) result = square ? result->times(*square) : std::nullopt;
            if (left > 1 && square) square = square->times(*square);
        }
        if (*whole >= 0) return result;
        if (result && !result->is_zero()) return Decimal(1).divided_by(*result);
        if (!result) return Decimal(0);
        return {};
    }
    unsigned flags = 0;
    return Access::finite(bid128_pow(Access::raw(*this), Access::raw(other), half_even, &flags));
}

std::optional<Decimal> Decimal::modulo(const Decimal& divisor) const {
    if (divisor.is_zero()) return {};
    if (is_small() && divisor.is_small()) {
        const std::int64_t rest = small() % divisor.small();
        return Decimal(rest != 0 && (rest < 0) != (divisor.small() < 0) ? rest + divisor.small() : rest);
    }
    // The library's remainder is the IEEE one, towards the nearest multiple: it is exact, so one step mends its sign.
    unsigned flags = 0;
    auto rest = Access::finite(bid128_rem(Access::raw(*this), Access::raw(divisor), &flags));
    if (rest && !rest->is_zero() && rest->is_negative() != divisor.is_negative()) rest = rest->plus(divisor);
    return rest;
}

std::optional<Decimal> Decimal::square_root() const {
    if (is_negative()) return {};
    unsigned flags = 0;
    return Access::finite(bid128_sqrt(Access::raw(*this), half_even, &flags));
}

std::optional<Decimal> Decimal::exponential() const {
    unsigned flags = 0;
    return Access::finite(bid128_exp(Access::raw(*this), half_even, &flags));
}

std::optional<Decimal> Decimal::logarithm() const {
    if (is_negative() || is_zero()) return {};
    unsigned flags = 0;
    return Access::finite(bid128_log(Access::raw(*this), half_even, &flags));
}

Decimal Decimal::negated() const {
    if (is_zero()) return Decimal(0);
    Decimal value = *this;
    value.high_ ^= sign;
    return value;
}

Decimal Decimal::absolute() const {
    Decimal value = *this;
    value.high_ &= ~sign;
    return value;
}

std::optional<Decimal> Decimal::rounded(std::int64_t scale, Rounding rounding) const {
    if (scale < -6111 || scale > 6176) return {};
    if (Access::exponent(*this) >= -scale || is_zero()) return *this;
    // More digits asked for than there are stand already.
    const Decimal unit = Access::make(false, 1, static_cast<int>(-scale));
    const bool minus = is_negative();
    unsigned mode = half_even;
    switch (rounding) {
        case Rounding::HalfEven: mode = half_even; break;
        case Rounding::HalfUp: mode = half_away; break;
        case Rounding::HalfDown:
        case Rounding::Down: mode = toward_zero; break;
        case Rounding::Up: mode = minus ? downward : upward; break;
        case Rounding::Floor: mode = downward; break;
        case Rounding::Ceiling: mode = upward; break;
    }
    unsigned flags = 0;
    auto result = Access::finite(bid128_quantize(Access::raw(*this), Access::raw(unit), mode, &flags));
    if (result && rounding == Rounding::HalfDown) {
        const auto rest = absolute().minus(result->absolute());
        if (rest && *rest > Access::make(false, 5, static_cast<int>(-scale) - 1)) {
            return minus ? result->minus(unit) : result->plus(unit);
        }
    }
    return result;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
    if (is_small() && other.is_small()) return small() <=> other.small();
    unsigned flags = 0;
    const auto left = Access::raw(*this);
    const auto right = Access::raw(other);
    if (bid128_quiet_equal(left, right, &flags) != 0) return std::strong_ordering::equal;
    return bid128_quiet_less(left, right, &flags) != 0 ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace dandori::feel
