#include <exception>
#include <iostream>

#include "adapters/main/command_line.h"

int main(int count, char** arguments) {
    try {
        return dandori::run_command_line(count, arguments);
    } catch (const std::exception& fault) {
        std::cerr << "dandori: " << fault.what() << "\n";
        return 1;
    }
}
