#include "adapters/http/networks.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <stdexcept>

#include "adapters/http/text.h"

namespace dandori::http {
namespace {

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

}  // namespace

std::vector<unsigned char> Networks::bytes_of(std::string_view text) {
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(std::string(text), error);
    if (error) return {};
    const auto six = address.is_v4() ? make_address_v6(boost::asio::ip::v4_mapped, address.to_v4()) : address.to_v6();
    const auto bytes = six.to_bytes();
    return {bytes.begin(), bytes.end()};
}

Networks::Networks(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const auto slash = text.find('/');
        const std::string address = text.substr(0, slash);
        Network network{bytes_of(address), 128};
        const bool is_v4 = address.find(':') == std::string::npos;
        bool is_fine = !network.address.empty();
        if (is_fine && slash != std::string::npos) {
            unsigned bits = 0;
            const char* end = text.data() + text.size();
            const auto read = std::from_chars(text.data() + slash + 1, end, bits);
            is_fine = read.ec == std::errc() && read.ptr == end && bits <= (is_v4 ? 32U : 128U);
            network.bits = is_v4 ? 96 + bits : bits;
        }
        if (!is_fine) {
            throw std::runtime_error("'" + text + "' is no address and no network. Write it as 10.1.2.3, 10.1.0.0/16 or fd00::/8.");
        }
        networks_.push_back(std::move(network));
    }
}

bool Networks::include(std::string_view text) const {
    const auto address = bytes_of(text);
    if (address.empty()) return false;
    return std::ranges::any_of(networks_, [&](const Network& network) {
        for (unsigned bit = 0; bit < network.bits; ++bit) {
            const unsigned mask = 0x80U >> (bit % 8);
            if ((address[bit / 8] & mask) != (network.address[bit / 8] & mask)) return false;
        }
        return true;
    });
}

void look_behind_proxies(Request& request, const Networks& trusted) {
    if (!trusted.include(request.client_address)) return;
    std::vector<std::string> addresses;
    for (const auto& [name, value] : request.headers) {
        if (equal_in_any_case(name, "X-Forwarded-Proto")) request.is_encrypted = equal_in_any_case(without_blanks(value), "https");
        if (!equal_in_any_case(name, "X-Forwarded-For")) continue;
        std::string_view rest = value;
        while (true) {
            const auto comma = rest.find(',');
            addresses.emplace_back(without_blanks(rest.substr(0, comma)));
            if (comma == std::string_view::npos) break;
            rest.remove_prefix(comma + 1);
        }
    }
    for (auto address = addresses.rbegin(); address != addresses.rend(); ++address) {
        boost::system::error_code error;
        boost::asio::ip::make_address(*address, error);
        if (error) return;  // what stands before it was written by whoever wrote this
        request.client_address = *address;
        if (!trusted.include(*address)) return;
    }
}

}  // namespace dandori::http
