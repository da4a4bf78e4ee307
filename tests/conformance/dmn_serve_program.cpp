// `dandori dmn` by itself, so that the conformance runner needs only the rooms of decisions.
#include <iostream>
#include <string>
#include <vector>

#include "adapters/cli/dmn_commands.h"

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(words + 1, words + count);
    return dandori::cli::dmn(arguments, std::cin, std::cout, std::cerr);
}
