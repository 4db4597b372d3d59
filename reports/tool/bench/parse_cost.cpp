// parse_cost FILE...: the time that nlohmann::json alone takes to parse these reports on one core,
// in seconds, and their size in bytes. The costs of conformance-report are measured against it.
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>

#include <nlohmann/json.hpp>

int main(int count, char** arguments) {
    std::chrono::duration<double> parsing{};
    std::size_t bytes = 0;
    for (const char* path : std::span(arguments, static_cast<std::size_t>(count)).subspan(1)) {
        std::ifstream file(path, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        bytes += text.size();
        const auto begun = std::chrono::steady_clock::now();
        const bool is_report = nlohmann::json::parse(text, nullptr, false).is_object();
        parsing += std::chrono::steady_clock::now() - begun;
        if (!is_report) {
            std::cerr << "parse_cost: " << path << ": expected a report\n";
            return 2;
        }
    }
    std::cout << parsing.count() << " " << bytes << "\n";
    return 0;
}
