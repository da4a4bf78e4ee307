# Everything outside the house, all from Debian 12's packages (listed in cmake/packages.txt).
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(pugixml REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(CURL REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Poco REQUIRED COMPONENTS Foundation Util XML)
find_package(absl REQUIRED)
find_package(tl-expected REQUIRED)
find_package(prometheus-cpp REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(GRAPHVIZ REQUIRED IMPORTED_TARGET libgvc libcgraph)
pkg_check_modules(PQXX REQUIRED IMPORTED_TARGET libpqxx libpq)
pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET libpcre2-8)

# Intel's decimal floating-point library; Debian builds it in eight calling conventions. 000: arguments by value,
# rounding mode and exception flags passed as arguments, so no global state.
find_library(INTEL_DECIMAL_LIBRARY bidgcc000 REQUIRED)
add_library(intel_decimal INTERFACE)
target_link_libraries(intel_decimal INTERFACE ${INTEL_DECIMAL_LIBRARY})
